"""Rays through a scene: what they hit (`caster`, `scene`, `surfaces`), what light arrives there (`shading`, `lights`), and
pictures made of them (`tracing`, `picture`, `filter`, `surface_channels`). The preview draws with it, and splats take their light from it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
