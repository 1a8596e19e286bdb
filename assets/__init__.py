"""Catalogues of objects, and how one is found by its words.

:class:`catalogue.Catalogue` is what the rest of Scenewright asks. It joins `packs` (the built-in objects in `objects/`, folders of the
user, installed libraries), finds an entry by its words or by meaning, and gives an instance of it in the wanted size and colours.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
