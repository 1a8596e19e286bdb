# /// asset
# word = "dumbbell rack"
# synonyms = [
#     "weight rack", "rack of dumbbells", "dumbbell stand", "rack of weights", "dumbbell tree", "weight stand",
#     "weights rack",
# ]
# stands_for = ["kettlebell rack", "rack of kettlebells"]
# phrase = "a rack with three rows of dumbbells"
# category = "sport"
# support = "floor"
# clearance = {front = 0.8}
# [colors]
# paint = [0.32, 0.33, 0.36]
# ///
import itertools

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points
    ]
    return concat_shapes(*rods, *bends)


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


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
