"""Search poses at which all bodies stand and all relations hold: projection, construction, polish, exact packing."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
