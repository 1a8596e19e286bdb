"""The Mitsuba renderer: path-traced pictures on the CPU from a wheel alone, with the exact passes of the preview.

`renderer` conducts: `building` makes Mitsuba's scene of `shapes`, `looks` (materials) and `emitters` (lamps, sky, ceiling), and
`rounds` draws it, some samples a pixel at a time. The picture is exposed by `metering`, freed of noise by `denoising` and shown by `agx`,
as the pictures of the Blender renderer are, whose lamps, sky and ceiling it has, too. `loading` chooses a variant of Mitsuba.
`first_surfaces`, and all passes but the picture, come from the exact rays of :mod:`scenewright.renderers.rays`.

Mitsuba runs in this process, where other threads go on while it draws. A view is drawn in rounds of about a second, between which it
can be cancelled.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
