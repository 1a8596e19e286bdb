"""The reference of the Scene Language, made from its code.

`entries` gathers what the code says of itself: functions from their signatures and docstrings, relations and primitives from their
tables. Each entry has a tiny program in ``programs/``, or in the table of relations. `pages` writes entries as Markdown, `pictures` draws
their programs, and `writing` does both into a folder: ``scenewright reference --write docs/reference``.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
