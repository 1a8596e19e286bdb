# /// asset
# word = "hay bale"
# synonyms = ["bale of hay", "hay", "straw bale", "hay bales", "bale"]
# stands_for = ["sandbag", "sandbags"]
# phrase = "a tied bale of hay"
# category = "outdoor"
# support = "floor"
# [colors]
# straw = [0.85, 0.7, 0.36]
# ///
import itertools
import math

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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the straw")
def straw_part(*, straw):
    rough = {"roughness": 1.0}
    blades = [
        moved(
            rod((-0.09, 0, 0), (0.09, 0, 0), 0.006, darker(straw, 0.8 + 0.05 * (i % 5)), rough),
            (
                0.4 * math.sin(i * 2.4),
                0.06 + 0.34 * ((i * 0.618) % 1),
                (0.235 if i % 2 else -0.235) + 0.008 * math.sin(i),
            ),
            0.5 * math.sin(i * 1.7),
            (0, 0, 1),
        )
        for i in range(70)
    ] + [
        moved(
            rod((-0.09, 0, 0), (0.09, 0, 0), 0.006, darker(straw, 0.8 + 0.05 * (i % 5)), rough),
            (0.38 * math.sin(i * 2.4), 0.432, 0.2 * math.sin(i * 1.3)),
            1.5 * math.sin(i * 1.1),
        )
        for i in range(40)
    ]
    return concat_shapes(box((0, 0.22, 0), (0.92, 0.43, 0.47), straw, rough), *blades)


@register("the twine")
def twine():
    return concat_shapes(
        *[
            tube(
                [(x, 0.006, -0.242), (x, 0.44, -0.242), (x, 0.44, 0.242), (x, 0.006, 0.242), (x, 0.006, -0.242)],
                0.006,
                (0.45, 0.3, 0.15),
            )
            for x in (-0.22, 0.22)
        ]
    )


@register("a tied bale of hay")
def hay_bale(*, width=0.95, height=0.45, depth=0.5, straw=(0.85, 0.7, 0.36)):
    whole = concat_shapes(library_call("straw_part", straw=straw), library_call("twine"))
    return fitted(whole, width, height, depth)
