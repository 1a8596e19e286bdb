"""The Scene Language: what a scene program may call. ``from scene.language import *`` inside a program.

An editor and a type checker know the same names as ``from scenewright.scene.language import *``, which programs may write as well.
Names load when they are first used: importing this package costs nothing.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
