# /// asset
# word = "photo frame"
# synonyms = [
#     "picture frame", "framed photo", "photo", "photograph", "family photo", "family picture", "framed photograph", "desk photo",
#     "frame",
# ]
# stands_for = ["photo album", "postcard"]
# category = "decor"
# support = "surface"
# colors = ["mount"]
# materials = ["frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rotated


@register("the frame and its glass")
def standing_frame(*, width, height, thick, bar, frame, mount):
    look = surface(frame)
    bars = [box((0, y, 0), (width, bar, thick), *look) for y in (bar / 2, height - bar / 2)]
    bars += [box((x, height / 2, 0), (bar, height, thick), *look) for x in (-(width - bar) / 2, (width - bar) / 2)]
    return concat_shapes(*bars, box((0, height / 2, -thick * 0.2), (width - bar, height - bar, thick * 0.5), mount))


@register("the photograph: two people under a blue sky")
def photograph(*, width, height, front):
    sheets = [
        box((0, 0, front), (width, height, 0.001), (0.62, 0.78, 0.9)),
        box((0, -height * 0.36, front + 0.0004), (width * 0.998, height * 0.279, 0.001), (0.42, 0.58, 0.32)),
    ]
    for x, shirt, hair, size in (
        (-0.2, (0.25, 0.4, 0.65), (0.2, 0.13, 0.09), 1.0),
        (0.2, (0.85, 0.4, 0.4), (0.5, 0.3, 0.14), 0.88),
    ):
        s = height * size
        sheets += [
            box((x * width, -height * 0.5 + s * 0.19, front + 0.001), (width * 0.32, s * 0.38, 0.001), shirt),
            ellipsoid((x * width, -height * 0.5 + s * 0.38, front + 0.001), (width * 0.16, s * 0.08, 0.0006), shirt),
            ellipsoid((x * width, -height * 0.5 + s * 0.62, front + 0.0014), (s * 0.135, s * 0.16, 0.001), hair),
            ellipsoid(
                (x * width, -height * 0.5 + s * 0.58, front + 0.002), (s * 0.11, s * 0.14, 0.001), (0.88, 0.68, 0.55)
            ),
            ellipsoid(
                (x * width, -height * 0.5 + s * 0.53, front + 0.003), (s * 0.045, s * 0.012, 0.0006), (0.7, 0.25, 0.25)
            ),
            *[
                ellipsoid(
                    (x * width + e * s * 0.04, -height * 0.5 + s * 0.61, front + 0.003),
                    (s * 0.012, s * 0.012, 0.0006),
                    (0.12, 0.09, 0.08),
                )
                for e in (-1, 1)
            ],
        ]
    return concat_shapes(*sheets)


@register("the strut that holds it up")
def strut(*, height, width, angle, frame):
    board = box((0, -height / 2, 0), (width, height, 0.004), *surface(frame))
    return rotated(board, angle, (1, 0, 0))


@register("a small standing photo frame with a picture of two people")
def photo_frame(*, width=0.18, height=0.22, depth=0.11, mount=(0.96, 0.95, 0.91), frame="oak"):
    bar, thick, lean = width * 0.1, 0.016, math.radians(-12)
    tall = height / math.cos(lean)
    upright = concat_shapes(
        library_call("standing_frame", width=width, height=tall, thick=thick, bar=bar, frame=frame, mount=mount),
        moved(library_call("photograph", width=width * 0.62, height=tall * 0.64, front=thick * 0.08), (0, tall / 2, 0)),
    )
    tilted = rotated(upright, lean, (1, 0, 0))
    hinge = tall * 0.72
    prop = moved(
        library_call("strut", height=hinge * 1.02, width=width * 0.3, angle=math.radians(17), frame=frame),
        (0, hinge * math.cos(lean), hinge * math.sin(lean) - thick * 0.4),
    )
    whole = concat_shapes(tilted, prop)
    return fitted(whole, None, height, depth)
