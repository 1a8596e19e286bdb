"""What all renderers share: the request and its answer, cameras, light, what hides the view, and pictures as files.

`renderer` defines what a renderer is. The others are parts that renderers are built of; they draw nothing themselves.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
