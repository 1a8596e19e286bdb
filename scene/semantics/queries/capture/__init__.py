"""Queries of captures: a sentence, and the Gaussians of a language field that it means.

`query` compares Gaussians with the noun, `things` groups what hangs together, `stage` and `resolving` decide by where the things are,
and `views` finds from where they are seen best.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
