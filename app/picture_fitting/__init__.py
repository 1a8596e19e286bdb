"""Fits a scene to a picture of it: camera, positions, sizes, turns and colours, by the difference between what is drawn and what is seen.

`picture_file` reads a picture. `bodies` are things as triangles, `layers` draws them one by one (`face_kernel`), so that the derivative of
the picture by one number of one thing costs no more than its own pixels. `fit_scene` in `fitting` is the whole of it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
