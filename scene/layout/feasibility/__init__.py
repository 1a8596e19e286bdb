"""What cannot hold, as small sets that conflict: by bounds that every layout obeys, and by what the search could not serve."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
