"""The splat renderer: draws the surfaces of programs and captures together, as Gaussian splats.

`renderer` turns surfaces into Gaussians, `shading` and `baking` light them, `outlines`, `overlaps` and `visibility` fit them to the
visible surfaces, and `drawing` rasterises them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
