# /// asset
# word = "bus"
# synonyms = ["city bus", "school bus", "coach", "tour bus", "buses", "toy bus", "model bus",
#   "double decker bus", "double decker", "double-decker bus", "london bus", "double-decker"]
# stands_for = ["tram", "trolleybus"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "trim"]
# [variants.school]
# "school" = true
# [variants.decks]
# "double decker" = 2
# "double-decker" = 2
# "london" = 2
# [variants.width]
# "model" = 0.08
# "toy" = 0.08
# [variants.height]
# "double decker" = 4.4
# "double-decker" = 4.4
# "london" = 4.4
# "model" = 0.083
# "toy" = 0.083
# [variants.depth]
# "model" = 0.285
# "toy" = 0.285
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod

GLASS = ((0.1, 0.13, 0.16), {"roughness": 0.08, "metallic": 0.3})
DARK = ((0.08, 0.08, 0.085), {"roughness": 0.7})
YELLOW = (0.98, 0.7, 0.05)


@register("a wheel, its axle along x")
def wheel():
    return concat_shapes(
        rod((-0.15, 0, 0), (0.15, 0, 0), 0.5, *DARK),
        rod((-0.16, 0, 0), (0.16, 0, 0), 0.3, (0.7, 0.71, 0.73), {"metallic": 0.6, "roughness": 0.35}),
        rod((-0.17, 0, 0), (0.17, 0, 0), 0.1, (0.25, 0.25, 0.26)),
    )


@register("the long body with its windows and doors")
def body_part(*, paint, trim):
    gloss = {"roughness": 0.25}
    panes = [box((s * 1.253, 2.1, -4.3 + 1.3 * i), (0.014, 0.95, 1.18), *GLASS) for s in (-1, 1) for i in range(7)]
    doors = [
        concat_shapes(
            box((1.262, 1.55, z), (0.014, 2.1, 1.1), *DARK),
            *[box((1.27, 1.6, z + t * 0.27), (0.014, 1.9, 0.48), *GLASS) for t in (-1, 1)],
        )
        for z in (4.15, -0.4)
    ]
    return concat_shapes(
        box((0, 1.75, 0), (2.5, 2.4, 10.4), paint, gloss),
        box((0, 2.98, 0), (2.3, 0.12, 10.1), paint, gloss),
        *panes,
        *doors,
        box((-1.253, 2.1, 4.65), (0.014, 0.95, 0.7), *GLASS),
        *[box((s * 1.252, 1.3, 0), (0.01, 0.22, 10.4), trim) for s in (-1, 1)],
        box((0, 0.5, 0), (2.4, 0.2, 10.0), *DARK),
    )


@register("the front with windscreen, lamps and number, and the rear")
def ends(*, trim):
    return concat_shapes(
        box((0, 1.95, 5.205), (2.2, 1.35, 0.014), *GLASS),
        box((0, 2.78, 5.206), (1.7, 0.26, 0.014), (0.06, 0.06, 0.07)),
        box((0, 2.78, 5.216), (0.9, 0.13, 0.004), (1.0, 0.65, 0.1), {"emission": 1.2}),
        box((0, 0.66, 5.22), (2.5, 0.24, 0.06), (0.2, 0.2, 0.21)),
        *[rod((s * 0.95, 0.98, 5.2), (s * 0.95, 0.98, 5.23), 0.14, (0.96, 0.95, 0.88)) for s in (-1, 1)],
        *[rod((s * 0.62, 0.98, 5.2), (s * 0.62, 0.98, 5.23), 0.1, (1.0, 0.6, 0.1)) for s in (-1, 1)],
        *[box((s * 1.42, 2.2, 5.2), (0.12, 0.42, 0.16), *DARK) for s in (-1, 1)],
        *[rod((s * 1.25, 2.5, 5.1), (s * 1.42, 2.4, 5.2), 0.025, *DARK) for s in (-1, 1)],
        box((0, 2.2, -5.205), (2.0, 0.8, 0.014), *GLASS),
        *[box((s * 1.08, 1.1, -5.206), (0.16, 0.4, 0.014), (0.75, 0.06, 0.05)) for s in (-1, 1)],
        box((0, 1.02, 5.206), (0.7, 0.12, 0.01), trim),
    )


@register("the black stripes, the lamps and the bonnet of a school bus")
def school_marks():
    return concat_shapes(
        *[box((s * 1.257, y, 0), (0.012, 0.06, 10.4), *DARK) for s in (-1, 1) for y in (0.85, 1.5)],
        box((0, 1.1, 5.7), (1.9, 0.85, 1.1), YELLOW, {"roughness": 0.25}),
        box((0, 1.02, 6.26), (1.4, 0.45, 0.03), *DARK),
        *[rod((s * 0.82, 1.05, 6.24), (s * 0.82, 1.05, 6.29), 0.12, (0.96, 0.95, 0.88)) for s in (-1, 1)],
        box((0, 0.6, 6.28), (2.3, 0.2, 0.1), *DARK),
        *[rod((s * x, 3.0, 5.1), (s * x, 3.0, 5.26), 0.1, (0.8, 0.1, 0.06)) for s in (-1, 1) for x in (0.55, 0.85)],
        *[box((s * 1.262, 2.7, 0), (0.012, 0.18, 2.4), *DARK) for s in (-1, 1)],
    )


@register("the upper deck with its windows")
def upper_deck(*, paint, trim):
    gloss = {"roughness": 0.25}
    panes = [box((s * 1.253, 3.72, -4.3 + 1.3 * i), (0.014, 0.85, 1.18), *GLASS) for s in (-1, 1) for i in range(8)]
    return concat_shapes(
        box((0, 3.65, 0), (2.5, 1.4, 10.4), paint, gloss),
        box((0, 4.38, 0), (2.3, 0.1, 10.1), paint, gloss),
        *panes,
        box((0, 3.72, 5.205), (2.25, 0.9, 0.014), *GLASS),
        box((0, 3.72, 5.214), (0.05, 0.9, 0.01), paint, gloss),
        box((0, 3.72, -5.205), (2.0, 0.8, 0.014), *GLASS),
        *[box((s * 1.252, 3.1, 0), (0.012, 0.18, 10.4), trim) for s in (-1, 1)],
        *[box((s * 1.256, 2.86, 1.6), (0.012, 0.26, 3.4), (0.98, 0.83, 0.3)) for s in (-1, 1)],
        *[box((s * 1.264, 2.86, 1.6), (0.008, 0.09, 2.6), (0.12, 0.2, 0.45)) for s in (-1, 1)],
    )


@register("a bus with large windows")
def bus(*, width=2.95, height=3.05, depth=10.5, paint=(0.8, 0.1, 0.09), trim=(0.95, 0.94, 0.9), school=False, decks=1):
    one = library_call("wheel")
    tone, line = (YELLOW, DARK[0]) if school else (paint, trim)
    parts = [
        library_call("body_part", paint=tone, trim=line),
        library_call("ends", trim=line),
        *[moved(one, (s * 1.08, 0.5, z)) for s in (-1, 1) for z in (-3.2, 3.1)],
    ]
    if decks == 2:
        parts.append(library_call("upper_deck", paint=tone, trim=line))
    if school:
        parts.append(library_call("school_marks"))
    return fitted(concat_shapes(*parts), width, height, depth)
