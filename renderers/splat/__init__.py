"""Scenes as pictures of Gaussian splats: faces of programs and captures together.

`renderer` turns surfaces into Gaussians, `shading` and `baking` light them, `outlines`, `overlaps` and `visibility` decide which of
them count where, and `drawing` makes pixels of them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
