"""Packs of objects behind one interface: our own, the user's folders, and libraries that are installed on the system."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
