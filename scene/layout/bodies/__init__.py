"""Read a Scene as rigid bodies: their rows, boxes, surfaces on which others can stand, and supports."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
