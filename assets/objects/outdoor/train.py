# /// asset
# word = "train"
# synonyms = [
#     "passenger train", "commuter train", "train carriage", "train car", "rail car", "railcar", "subway train",
#     "metro train", "tube train", "underground train", "subway car", "electric train", "trains",
# ]
# stands_for = ["tram", "monorail"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "trim"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, rod

GLASS = ((0.1, 0.14, 0.18), {"roughness": 0.08, "metallic": 0.3})
DARK = ((0.08, 0.08, 0.085), {"roughness": 0.7})
STEEL = ((0.5, 0.52, 0.55), {"metallic": 0.7, "roughness": 0.4})
LONG = 10.0
"""Metres of the body, which runs along x: who waits on the platform sees its side."""


@register("two pairs of wheels in their frame")
def bogie():
    wheels = [rod((x, 0.32, z - 0.05), (x, 0.32, z + 0.05), 0.32, *STEEL) for x in (-0.75, 0.75) for z in (-0.7, 0.7)]
    return concat_shapes(
        *wheels,
        *[box((0, 0.38, s * 0.82), (2.3, 0.22, 0.1), *DARK) for s in (-1, 1)],
        box((0, 0.5, 0), (1.0, 0.3, 1.5), *DARK),
    )


@register("the rails and sleepers below")
def rails():
    sleepers = [block((-LONG / 2 + 0.35 + 0.7 * k, 0, 0), (0.24, 0.06, 2.4), (0.3, 0.22, 0.16)) for k in range(14)]
    return concat_shapes(*sleepers, *[block((0, 0.06, s * 0.7), (LONG + 0.2, 0.1, 0.07), *STEEL) for s in (-1, 1)])


@register("double doors that slide, with panes")
def doors(*, trim):
    leaves = [
        concat_shapes(
            box((s * 0.34, 1.85, 0), (0.66, 2.0, 0.03), trim, {"roughness": 0.35}),
            box((s * 0.34, 2.2, 0.012), (0.4, 0.95, 0.02), *GLASS),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(*leaves, box((0, 2.9, 0), (1.4, 0.06, 0.05), *STEEL))


@register("one side with its windows, doors and stripes")
def side(*, paint, trim):
    gloss = {"roughness": 0.3}
    panes = [box((x, 2.25, 0.006), (1.15, 0.85, 0.02), *GLASS) for x in (-4.0, -1.33, 0.0, 1.33, 4.0)]
    return concat_shapes(
        *panes,
        *[moved(library_call("doors", trim=trim), (x, 0, 0.008)) for x in (-2.67, 2.67)],
        box((0, 1.1, 0.004), (LONG - 0.3, 0.16, 0.012), trim, gloss),
        box((0, 1.45, 0.004), (LONG - 0.3, 0.05, 0.012), darker(paint, 0.6), gloss),
    )


@register("a front with its windscreen, lamps and coupling")
def face(*, paint, trim):
    return concat_shapes(
        box((0, 2.3, 0.02), (2.1, 1.0, 0.06), *GLASS),
        box((0, 3.0, 0.02), (1.1, 0.22, 0.05), (1.0, 0.75, 0.2), {"emissive": 0.6}),
        box((0, 1.25, 0.015), (2.5, 0.3, 0.04), trim, {"roughness": 0.35}),
        *[
            rod((s * 0.95, 1.25, 0.03), (s * 0.95, 1.25, 0.07), 0.12, (1.0, 0.97, 0.85), {"emissive": 0.8})
            for s in (-1, 1)
        ],
        box((0, 0.7, 0.12), (0.35, 0.25, 0.3), *DARK),
    )


@register("a carriage of a train with windows and sliding doors")
def train(*, width=10.3, height=3.35, depth=2.6, paint=(0.86, 0.88, 0.9), trim=(0.75, 0.12, 0.14)):
    gloss = {"roughness": 0.3, "metallic": 0.2}
    wide = 2.7
    sides = [
        transform_shape(
            library_call("side", paint=paint, trim=trim),
            translation_matrix((0, 0, s * (wide / 2 + 0.002)))
            @ rotation_matrix(0.0 if s > 0 else 3.14159265, (0, 1, 0)),
        )
        for s in (-1, 1)
    ]
    ends = [
        transform_shape(
            library_call("face", paint=paint, trim=trim),
            translation_matrix((s * (LONG / 2 + 0.002), 0, 0)) @ rotation_matrix(s * 1.5707963, (0, 1, 0)),
        )
        for s in (-1, 1)
    ]
    whole = concat_shapes(
        block((0, 0.72, 0), (LONG, 2.5, wide), paint, gloss),
        block((0, 3.2, 0), (LONG - 0.25, 0.18, wide - 0.5), darker(paint, 0.7), gloss),
        *[block((x, 3.36, 0), (1.8, 0.18, 1.5), darker(paint, 0.5)) for x in (-2.5, 2.5)],
        box((0, 0.62, 0), (LONG - 0.4, 0.22, wide - 0.5), *DARK),
        *[moved(library_call("bogie"), (x, 0, 0)) for x in (-3.4, 3.4)],
        *sides,
        *ends,
    )
    whole = concat_shapes(moved(whole, (0, 0.16, 0)), library_call("rails"))
    return fitted(whole, width, height, depth)
