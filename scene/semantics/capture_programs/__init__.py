"""Converts a capture to a scene program: finds objects, the room and names, and fills holes behind objects."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
