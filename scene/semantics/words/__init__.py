"""Words for things: the lexicon, noun phrases, the words of a scene's entities, names of colors."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
