"""What a scene is, and all that can be known or decided about it without drawing it.

`language` runs programs and writes edits into them, `model` is the scene that a program gives, `layout` decides where things stand,
`splats` are Gaussians, `semantics` finds and names things, and `folder` keeps a scene on disk. Nothing here imports `assets`, `renderers`
or `app`.
"""
