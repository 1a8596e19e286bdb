"""Write poses back into the program text: as edits of ``place`` and ``adjust``, or as changes of the program's own numbers."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
