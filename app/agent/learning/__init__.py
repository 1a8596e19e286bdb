"""Library learning: entity functions of a scene that proved themselves become objects of the user's own library.

:func:`offers_of` looks at a scene that was laid out and says which of its functions are worth keeping, and why the others are not.
:func:`learn_entity` saves one of them, which nothing else does: as ``NAME.py`` in the folder ``learned`` of the user's data, with words and
a picture. The folder is a pack like others (``assets/packs``), so that programs import what was learned, and ``asset_call`` and searches
find it by its words and by meaning. What says the same as something that was learned before is merged with it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
