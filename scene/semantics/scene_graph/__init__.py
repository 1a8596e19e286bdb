"""What is where to what in a scene: boxes, surfaces, the graph of both, as text and JSON."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
