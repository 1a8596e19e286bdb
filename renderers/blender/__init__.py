"""Pictures by Blender's Cycles, and ``.blend`` files.

`renderer` runs in our process and never imports bpy. It sends a message (`request`, `light`, `blend_export`) to `worker`, a process
that runs inside Blender (`process` starts it, `install` finds a Blender). What is drawn there stands in `inside_blender`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
