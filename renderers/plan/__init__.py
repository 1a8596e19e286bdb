"""Floor plans: pictures of a layout or a scene graph from straight above, for people and for vision models.

`picture` composes a plan on one `canvas`: the room, the bodies with their names, violations and moves.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
