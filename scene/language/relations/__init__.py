"""The relations of the Scene Language as one table: arguments, meaning, other forms, a picture.

`table` has one row for each relation, `kinds` the types of a row, and `words` reads walls, corners and axes. The meaning of a
relation in a layout is defined in :mod:`scenewright.scene.layout.relations`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
