"""Find what cannot hold, as small conflicting sets: by bounds that every layout obeys, and by searches that found no layout."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
