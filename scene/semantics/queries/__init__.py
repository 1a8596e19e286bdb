"""Open-vocabulary queries: read a sentence, and find the entities or Gaussians that it means."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
