"""Chooses the two views that a new scene is shown by, once all stands in its place (`chosen_views`).

`standpoints` and `raised` say from where one may look, `framing` where an eye looks. `judging` casts coarse rays for each view, with the
walls and hung things left out that renderers leave out, and says what is to be seen of each thing; `weighing` says how good a picture that
makes, and `choosing` takes the best two. `rewriting` puts the cameras into the program.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
