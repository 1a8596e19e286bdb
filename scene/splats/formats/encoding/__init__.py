"""Encodes Gaussians as splat files. This runs in the calling process, because its data are trusted."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
