"""A scene as triangles and boxes, derived from its program and thrown away when that changes.

`triangles` are flat arrays for renderers, `meshes` a trimesh scene for everybody else, `oriented_boxes` say how instances stand, and
`updates` carries triangles over an edit that only moved things.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
