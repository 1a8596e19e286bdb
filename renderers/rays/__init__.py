"""Ray casting through a scene: hits (`caster`, `scene`, `surfaces`), light at surfaces (`shading`, `lights`) and pictures (`tracing`,
`picture`, `filter`, `surface_channels`). The preview renderer and the conversion of scenes to splats use it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
