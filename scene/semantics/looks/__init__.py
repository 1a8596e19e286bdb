"""The appearance of objects: surface areas, colors and kinds of material, for the scene graph and queries."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
