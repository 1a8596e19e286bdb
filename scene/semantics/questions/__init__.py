"""Questions about a scene: answered from its graph without a model, and generated in bulk."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
