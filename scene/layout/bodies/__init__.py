"""A Scene as rigid bodies: which rows those are, their boxes and convex pieces, what they carry, what holds them up."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
