"""Fits a scene to a picture of it: camera, positions, sizes, turns and colours, by the difference between what is drawn and what is seen.

`picture_file` reads a picture. `units` are the things of a scene as triangles (`bodies`), `state` how they and the camera differ from the
program. `drawing` draws a state in the preview's light, `blending` says what one thing's change does to that, in layers (`layers`,
`face_kernel`): no more than its own pixels are drawn for it. `still_camera` finds the camera by the room, while things stay
where the picture shows them (`anchoring`). `fitting` goes from coarse to fine, `writing` makes edits of the result.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
