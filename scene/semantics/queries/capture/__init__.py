"""Queries of captures: find the Gaussians of a language field that a sentence means.

`query` compares Gaussians with the noun, `things` groups connected Gaussians, `stage` and `resolving` decide by the places of the things,
and `views` finds the view that shows them best.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
