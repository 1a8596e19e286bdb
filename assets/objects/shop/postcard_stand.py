# /// asset
# word = "postcard stand"
# synonyms = ["postcard rack", "card stand", "rotating card rack", "postcard spinner", "greeting card rack", "card rack",
#   "brochure stand", "leaflet stand", "brochure rack"]
# category = "shop"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, disc, fitted, moved, rod, rotated

SKIES = [
    (0.45, 0.68, 0.92),
    (0.95, 0.6, 0.35),
    (0.35, 0.55, 0.8),
    (0.9, 0.75, 0.45),
    (0.6, 0.45, 0.7),
    (0.4, 0.75, 0.72),
]
LANDS = [(0.3, 0.55, 0.25), (0.55, 0.3, 0.2), (0.9, 0.82, 0.6), (0.2, 0.4, 0.5), (0.75, 0.4, 0.3)]


@register("a postcard")
def card(*, kind):
    return concat_shapes(
        box((0, 0.075, 0), (0.11, 0.15, 0.003), (0.97, 0.96, 0.94)),
        box((0, 0.08, 0.002), (0.1, 0.13, 0.002), SKIES[kind % 6]),
        box((0, 0.04, 0.0028), (0.1, 0.05, 0.002), LANDS[kind % 5]),
        rod(
            (0.02 - 0.01 * (kind % 4), 0.11, 0.0025), (0.02 - 0.01 * (kind % 4), 0.11, 0.004), 0.013, (0.98, 0.92, 0.7)
        ),
    )


@register("a side of the stand with its pockets")
def side(*, paint):
    wire = {"metallic": 0.5, "roughness": 0.4}
    parts = []
    for row in range(6):
        for col in range(2):
            x, y = (col - 0.5) * 0.14, 0.5 + 0.19 * row
            parts.append(moved(library_call("card", kind=3 * row + 2 * col), (x, y, 0.155), -0.12, (1, 0, 0)))
            parts.append(box((x, y + 0.03, 0.175), (0.13, 0.006, 0.006), paint, wire))
            parts += [box((x + s * 0.06, y + 0.015, 0.165), (0.005, 0.03, 0.03), paint, wire) for s in (-1, 1)]
        parts.append(box((0, 0.495 + 0.19 * row, 0.155), (0.28, 0.006, 0.05), paint, wire))
    parts += [rod((s * 0.14, 0.45, 0.14), (s * 0.14, 1.66, 0.14), 0.006, paint, wire) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("the pole on its foot with a sign")
def pole(*, paint):
    return concat_shapes(
        disc((0, 0, 0), (0.28, 0.28), 0.025, paint),
        rod((0, 0.02, 0), (0, 1.72, 0), 0.018, paint),
        *[disc((0, y, 0), (0.17, 0.17), 0.014, paint) for y in (0.44, 1.66)],
        box((0, 1.79, 0), (0.32, 0.13, 0.016), (0.95, 0.9, 0.78)),
        *[
            box(((i - 3.5) * 0.034, 1.79, s * 0.01), (0.022, 0.05, 0.004), (0.2, 0.25, 0.4))
            for i in range(8)
            for s in (-1, 1)
        ],
    )


@register("a turning stand full of postcards")
def postcard_stand(*, width=0.56, height=1.86, depth=0.56, paint=(0.15, 0.15, 0.16)):
    whole = concat_shapes(
        library_call("pole", paint=paint),
        *[rotated(library_call("side", paint=paint), i * math.pi / 2) for i in range(4)],
    )
    return fitted(whole, width, height, depth)
