"""Plan pictures: a layout or a scene graph seen from straight above, to be read by people and by models that see.

`picture` puts a plan together: the room, the bodies, their names, what is wrong and what was moved, on one `canvas`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
