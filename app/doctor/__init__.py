"""What works on this machine, and how to get what does not: one function a subject, each giving :class:`Check` objects."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
