"""A scene as triangles and boxes, derived from its program and thrown away when that changes.

`triangles` are flat arrays for renderers, `meshes` a trimesh scene for everybody else, `oriented_boxes` say how instances stand, and
`updates` carries triangles over an edit that only moved things.
"""
