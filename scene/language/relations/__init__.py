"""The relations of the Scene Language as one table: arguments, meaning, other forms, a picture.

`table` has a row for each, of the types in `kinds`; `words` reads walls, corners and axes. What a relation means in a layout stands in
:mod:`scenewright.scene.layout.relations`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
