"""Sources of objects behind one interface: ours, folders of the user's, and libraries that the system has installed."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
