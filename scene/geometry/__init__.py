"""A scene as triangles and boxes. They are derived from the program and discarded when it changes.

`triangles` gives flat arrays for renderers, `meshes` a trimesh scene, and `oriented_boxes` the pose and size of instances.
`updates` reuses triangles after an edit that only moved instances.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
