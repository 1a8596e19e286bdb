# /// asset
# word = "garden hose"
# synonyms = ["hose", "water hose", "coiled hose", "hosepipe"]
# stands_for = ["hose reel", "fire hose", "cable reel", "sprinkler"]
# phrase = "a coiled garden hose with a nozzle"
# category = "tools"
# support = "floor"
# [colors]
# rubber = [0.2, 0.5, 0.25]
# ///
import itertools
import math

from scene.language import *


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


@register("the coils")
def coils(*, rubber):
    points = [
        (
            (0.23 - 0.012 * math.sin(i * 0.35)) * math.cos(i * 0.2618),
            0.016 + 0.0011 * max(0, i - 24),
            (0.23 - 0.012 * math.sin(i * 0.35)) * math.sin(i * 0.2618),
        )
        for i in range(110)
    ]
    return tube(points, 0.0145, rubber, {"roughness": 0.45})


@register("the nozzle")
def nozzle():
    return concat_shapes(
        rod((0, 0, 0), (0.05, 0, 0), 0.017, *surface("brass")),
        rod((0.05, 0, 0), (0.13, 0, 0), 0.012, (0.9, 0.7, 0.15)),
        rod((0.13, 0, 0), (0.145, 0, 0), 0.018, (0.15, 0.15, 0.15)),
    )


@register("a coiled garden hose with a nozzle")
def garden_hose(*, width=0.56, height=0.14, depth=0.56, rubber=(0.2, 0.5, 0.25)):
    whole = concat_shapes(library_call("coils", rubber=rubber), moved(library_call("nozzle"), (0.1, 0.12, 0.19), 0.7))
    return fitted(whole, width, height, depth)
