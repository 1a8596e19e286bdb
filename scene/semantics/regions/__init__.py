"""Regions of pictures that get one vector each: from entities, superpixels or SAM."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
