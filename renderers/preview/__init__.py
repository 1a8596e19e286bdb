"""The preview renderer: fast pictures on the CPU with exact depth, normals and entities; and contact sheets of many previews.

`renderer` casts the rays of :mod:`scenewright.renderers.rays`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
