"""Catalogues of objects, and the search for objects by words.

The rest of Scenewright uses :class:`catalogue.Catalogue`. It joins `packs` (the built-in objects in `objects/`, the user's folders,
installed libraries), finds an entry by words or by meaning, and returns an instance of it with the requested size and colours.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
