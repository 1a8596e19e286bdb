"""Parts that all renderers share: requests and results, cameras, lighting, hidden walls, and picture files.

`renderer` defines the protocol. The other modules are parts of renderers and draw nothing themselves.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
