"""The Blender renderer: path-traced pictures by Cycles, and ``.blend`` files.

`renderer` runs in our process and never imports bpy. It sends messages (built by `request`, `light`, `blend_export`) to `worker`, a
process inside Blender (`process` starts it, `install` finds a Blender). The code that draws there is in `inside_blender`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
