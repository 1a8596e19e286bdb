"""A capture as a scene program: things, rooms, names, and what is left where a thing is moved away."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
