"""Gaussians as the bytes of splat files. Runs in the process that has them: what is written is our own."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
