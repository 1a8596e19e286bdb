"""What a scene program may call: shapes, primitives, placements, rooms, surfaces, relations, lights and cameras.

Programs import it as ``from scene.language import *``. `evaluation` holds the state of the program that is running.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
