"""The scene graph: relations between the things of a scene from their boxes and surfaces, as text and JSON."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
