"""The embedded writer: a description becomes a scene program, without a key, a network or a model.

`discourse` reads the text clause by clause (it tags words, groups them into phrases and links them), `selection` finds a catalogue
object for each thing, `staging` gives first poses, and `writing` writes the program. :func:`composer.compose` does all of it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
