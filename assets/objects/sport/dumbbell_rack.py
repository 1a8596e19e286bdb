# /// asset
# word = "dumbbell rack"
# synonyms = [
#     "weight rack", "rack of dumbbells", "dumbbell stand", "rack of weights", "dumbbell tree", "weight stand",
#     "weights rack",
# ]
# stands_for = ["kettlebell rack", "rack of kettlebells"]
# category = "sport"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, tube


@register("the steel frame")
def frame_part(*, paint):
    sides = [
        concat_shapes(
            tube([(s * 0.66, 0.03, 0.24), (s * 0.66, 0.92, -0.2)], 0.03, paint),
            box((s * 0.66, 0.02, 0), (0.07, 0.04, 0.55), paint),
        )
        for s in (-1, 1)
    ]
    trays = [
        moved(box((0, 0, dz), (1.3, 0.02, 0.05), paint), (0, 0.18 + 0.3 * i, 0.12 - 0.15 * i), 0.35, (1, 0, 0))
        for i in range(3)
        for dz in (-0.09, 0.09)
    ]
    return concat_shapes(*sides, *trays)


@register("one dumbbell")
def dumbbell_part(*, size):
    rubber = {"roughness": 0.6}
    heads = [
        concat_shapes(
            rod((0, 0, s * size * 0.6), (0, 0, s * size * 1.2), size * 0.55, (0.13, 0.13, 0.14), rubber),
            rod((0, 0, s * size * 1.2), (0, 0, s * (size * 1.2 + 0.003)), size * 0.32, (0.75, 0.76, 0.78)),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(rod((0, 0, -size * 0.7), (0, 0, size * 0.7), 0.014, *surface("chrome")), *heads)


@register("a rack with three rows of dumbbells")
def dumbbell_rack(*, width=1.4, height=0.95, depth=0.55, paint=(0.32, 0.33, 0.36)):
    weights = [
        moved(
            library_call("dumbbell_part", size=0.13 - 0.02 * row),
            (-0.54 + 0.27 * i, 0.255 + 0.3 * row - 0.011 * row, 0.13 - 0.15 * row),
            0.35,
            (1, 0, 0),
        )
        for row in range(3)
        for i in range(5)
    ]
    whole = concat_shapes(library_call("frame_part", paint=paint), *weights)
    return fitted(whole, width, height, depth)
