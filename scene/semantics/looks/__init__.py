"""How things look: how much surface they have, and in what colors and kinds of material. The graph and queries both read it here."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
