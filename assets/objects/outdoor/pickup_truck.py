# /// asset
# word = "pickup truck"
# synonyms = ["truck", "pickup"]
# stands_for = [
#     "suv", "jeep",
#     "rv", "lorry", "delivery truck",
#     "trailer",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, moved, plate, rod


@register("a wheel")
def wheel_part():
    return concat_shapes(
        rod((-0.13, 0.38, 0), (0.13, 0.38, 0), 0.38, (0.1, 0.1, 0.1), {"roughness": 0.85}),
        rod((-0.135, 0.38, 0), (0.135, 0.38, 0), 0.22, (0.72, 0.73, 0.75), {"metallic": 0.8, "roughness": 0.3}),
        rod((-0.14, 0.38, 0), (0.14, 0.38, 0), 0.06, (0.3, 0.3, 0.31)),
    )


def sloped(low, high, base, height, across, look):
    """A block whose ends slope: from `low` (its rear and front z at its foot) to `high` (at its top), `across` wide."""
    (a, b), (c, d) = low, high

    def leaning(z0, z1, by):
        lean = np.eye(4)
        lean[2, 1], lean[2, 3] = by / height, -by / height * base
        return transform_shape(box((0, base + height / 2, (z0 + z1) / 2), (across, height, z1 - z0), *look), lean)

    return concat_shapes(leaning(c, d, 0), leaning(b - (d - c), b, d - b), leaning(a, a + d - c, c - a))


@register("the cab with its windows")
def cab(*, paint):
    gloss = {"roughness": 0.15}
    look, glass = (paint, gloss), ((0.16, 0.2, 0.24), {"roughness": 0.05})
    foot, top, base, tall = (-0.66, 1.04), (-0.6, 0.5), 1.1, 0.64

    def side(s):
        lean = np.eye(4)
        lean[0, 1], lean[0, 3] = -s * 0.1 / tall, s * 0.1 / tall * base
        pane = moved(sloped(foot, top, base, tall, 0.03, glass), (s * 0.88, 0, 0))
        posts = [
            beam((s * 0.89, base, z0), (s * 0.89, base + tall, z1), (0.04, 0.08), *look)
            for z0, z1 in ((1.01, 0.48), (0.2, 0.12), (-0.63, -0.57))
        ]
        rail = box((s * 0.885, base + tall - 0.02, -0.05), (0.05, 0.06, 1.14), *look)
        sill = box((s * 0.885, base + 0.03, 0.18), (0.05, 0.08, 1.66), *look)
        return transform_shape(concat_shapes(pane, *posts, rail, sill), lean)

    return concat_shapes(
        sloped(foot, top, base, tall - 0.02, 1.54, glass),
        *[side(s) for s in (-1, 1)],
        box((0, base + 0.12, -0.62), (1.5, 0.3, 0.1), *look),
        plate((0, base + tall - 0.03, -0.05), (1.58, 0.06, 1.2), 0.12, *look),
        *[ellipsoid((s * 1.0, 1.2, 0.86), (0.07, 0.08, 0.05), *look) for s in (-1, 1)],
    )


@register("the bonnet, the doors and the bed")
def body_part(*, paint):
    gloss = {"roughness": 0.15}
    dark = (0.12, 0.12, 0.13)
    bed = [box((s * 0.9, 0.93, -1.55), (0.1, 0.5, 1.9), paint, gloss) for s in (-1, 1)] + [
        box((0, 0.93, -2.48), (1.9, 0.5, 0.08), paint, gloss),
        box((0, 0.72, -1.55), (1.8, 0.06, 1.9), dark),
        box((0, 0.93, -0.62), (1.85, 0.5, 0.08), paint, gloss),
    ]
    arches = [rod((s * 0.6, 0.4, z), (s * 0.945, 0.4, z), 0.45, dark) for s in (-1, 1) for z in (-1.6, 1.65)]
    return concat_shapes(
        box((0, 0.82, 0.2), (1.88, 0.6, 1.75), paint, gloss),
        plate((0, 0.59, 1.58), (1.86, 0.52, 1.72), 0.12, paint, gloss),
        plate((0, 1.08, 1.58), (1.66, 0.05, 1.6), 0.2, paint, gloss),
        *arches,
        *bed,
        box((0, 0.52, 0), (1.7, 0.16, 4.9), dark),
        *[
            box((0, 0.55, z), (1.9, 0.16, 0.16), (0.75, 0.76, 0.78), {"metallic": 0.8, "roughness": 0.25})
            for z in (-2.52, 2.5)
        ],
        *[box((s * 0.945, 1.0, 0.0), (0.01, 0.03, 0.16), dark) for s in (-1, 1)],
    )


@register("the lamps and the grille")
def front():
    lamps = [box((s * 0.76, 0.9, 2.455), (0.24, 0.2, 0.03), (0.98, 0.97, 0.88), {"emission": 0.5}) for s in (-1, 1)]
    tails = [box((s * 0.9, 0.95, -2.525), (0.09, 0.3, 0.02), (0.8, 0.08, 0.06), {"emission": 0.3}) for s in (-1, 1)]
    return concat_shapes(
        *lamps,
        *tails,
        box((0, 0.9, 2.455), (1.2, 0.24, 0.02), (0.1, 0.1, 0.1)),
        *[box((0, 0.82 + 0.055 * i, 2.468), (1.2, 0.016, 0.012), *surface("chrome")) for i in range(4)],
    )


@register("a pickup truck")
def pickup_truck(*, width=1.95, height=1.8, depth=5.2, paint=(0.16, 0.32, 0.58)):
    wheels = [moved(library_call("wheel_part"), (s * 0.82, 0, z)) for s in (-1, 1) for z in (-1.6, 1.65)]
    whole = concat_shapes(
        *wheels, library_call("cab", paint=paint), library_call("body_part", paint=paint), library_call("front")
    )
    return fitted(whole, width, height, depth)
