# /// asset
# word = "caravan"
# synonyms = ["camper", "camping trailer", "travel trailer", "trailer home"]
# stands_for = ["rv", "motorhome", "trailer"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "stripe"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, rod

GLASS = ((0.14, 0.18, 0.21), {"roughness": 0.08, "metallic": 0.3})
DARK = ((0.08, 0.08, 0.085), {"roughness": 0.7})


@register("the rounded body, its door on the front side")
def body_part(*, paint, stripe):
    gloss = {"roughness": 0.3}
    ends = [
        rod((s * 1.65, y, -1.0), (s * 1.65, y, 1.0), r, paint, gloss)
        for s in (-1, 1)
        for y, r in ((1.85, 0.5), (0.95, 0.5))
    ]
    lower = [rod((s * 1.651, 0.95, -1.006), (s * 1.651, 0.95, 1.006), 0.5, stripe, gloss) for s in (-1, 1)]
    return concat_shapes(
        *ends,
        *lower,
        box((0, 1.4, 0), (3.3, 1.9, 2.0), paint, gloss),
        box((0, 1.4, 0), (4.3, 0.9, 2.0), paint, gloss),
        box((0, 0.83, 0), (3.304, 0.76, 2.012), stripe, gloss),
        box((0, 0.42, 0), (3.4, 0.1, 1.8), *DARK),
    )


@register("door, windows with curtains, and step")
def openings(*, stripe):
    cloth = (0.97, 0.9, 0.75)
    parts = [
        box((0.85, 1.32, 1.012), (0.68, 1.72, 0.02), (0.96, 0.95, 0.92), {"roughness": 0.3}),
        box((0.85, 1.75, 1.026), (0.42, 0.5, 0.01), *GLASS),
        rod((0.6, 1.25, 1.02), (0.6, 1.35, 1.04), 0.025, (0.6, 0.6, 0.62)),
        box((0.85, 0.3, 1.2), (0.7, 0.05, 0.34), (0.5, 0.5, 0.52)),
        *[box((0.85 + s * 0.3, 0.2, 1.2), (0.05, 0.2, 0.3), (0.5, 0.5, 0.52)) for s in (-1, 1)],
    ]
    for x, z, wide in ((-0.75, 1.008, 1.1), (0.0, -1.008, 1.4)):
        side = 1 if z > 0 else -1
        parts += [
            box((x, 1.7, z), (wide + 0.1, 0.74, 0.014), (0.9, 0.9, 0.9)),
            box((x, 1.7, z + side * 0.006), (wide, 0.64, 0.014), *GLASS),
            *[box((x + s * (wide / 2 - 0.12), 1.7, z + side * 0.012), (0.22, 0.62, 0.01), cloth) for s in (-1, 1)],
        ]
    parts += [box((s * 2.155, 1.6, 0), (0.014, 0.5, 1.3), *GLASS) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a rounded camping caravan with its tow bar")
def caravan(*, width=5.4, height=2.4, depth=2.3, paint=(0.96, 0.95, 0.91), stripe=(0.35, 0.68, 0.7)):
    wheels = [
        concat_shapes(
            rod((x, 0.34, z - 0.1), (x, 0.34, z + 0.1), 0.33, *DARK),
            rod((x, 0.34, z - 0.11), (x, 0.34, z + 0.11), 0.2, (0.85, 0.85, 0.86), {"metallic": 0.6, "roughness": 0.3}),
        )
        for x in (-0.35,)
        for z in (-0.96, 0.96)
    ]
    bar = concat_shapes(
        *[rod((-2.0, 0.42, s * 0.5), (-3.0, 0.42, 0), 0.045, *DARK) for s in (-1, 1)],
        rod((-2.85, 0.0, 0), (-2.85, 0.55, 0), 0.035, *DARK),
        rod((-2.85, 0.0, -0.05), (-2.85, 0.0, 0.05), 0.08, *DARK),
        *[rod((1.7, 0, s * 0.85), (1.7, 0.42, s * 0.85), 0.03, *DARK) for s in (-1, 1)],
    )
    vents = box((0.4, 2.4, 0), (0.5, 0.1, 0.5), (0.85, 0.85, 0.84))
    whole = concat_shapes(
        library_call("body_part", paint=paint, stripe=stripe),
        library_call("openings", stripe=stripe),
        *wheels,
        bar,
        vents,
    )
    return fitted(whole, width, height, depth)
