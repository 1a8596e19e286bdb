"""Scenes, and everything that is computed about them without rendering.

`language` runs programs and writes edits into them, `model` is the scene that a program gives, `layout` computes poses, `splats` are
Gaussians, `semantics` finds and names objects, and `folder` keeps a scene on disk. Nothing here imports `assets`, `renderers`
or `app`.
"""
