"""Chooses the two views that a new scene is shown by, once all stands in its place: the whole from outside (`overview`) and what a person
sees who stands there (`standing`).

Both try many cameras. `judging` casts coarse rays for each, with the walls and hung things left out that renderers leave out, and says what
is to be seen of each thing; each of the two weighs that in its own way. `rewriting` puts the cameras into the program.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
