# /// asset
# word = "jump rope"
# synonyms = ["skipping rope"]
# stands_for = [
#     "resistance band", "resistance bands", "rope", "coiled rope", "climbing rope", "battle rope", "coil of rope",
#     "lasso", "leash", "dog leash", "extension cord", "cable", "power cord", "cables", "coiled cable",
#     "ethernet cable",
# ]
# phrase = "a coiled rope with two handles"
# category = "sport"
# support = "floor"
# [colors]
# cord = [0.12, 0.12, 0.13]
# handle = [0.85, 0.2, 0.15]
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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the coils")
def coils(*, cord):
    points = []
    for i in range(110):
        a = i * 0.26
        r = 0.1 + 0.008 * math.sin(i * 0.7)
        points.append((r * math.cos(a), 0.008 + 0.00026 * i, 0.9 * r * math.sin(a)))
    return tube(points, 0.006, cord, {"roughness": 0.7})


@register("a handle")
def grip(*, handle):
    return concat_shapes(
        rod((-0.06, 0.014, 0), (0.06, 0.014, 0), 0.013, handle),
        *[rod((x, 0.014, 0), (x + 0.006, 0.014, 0), 0.0145, darker(handle, 0.7)) for x in (-0.05, 0, 0.045)],
    )


@register("a coiled rope with two handles")
def jump_rope(*, width=0.32, height=0.05, depth=0.3, cord=(0.12, 0.12, 0.13), handle=(0.85, 0.2, 0.15)):
    whole = concat_shapes(
        library_call("coils", cord=cord),
        moved(library_call("grip", handle=handle), (0.09, 0, 0.11), 0.7),
        moved(library_call("grip", handle=handle), (0.1, 0, -0.1), -0.4),
    )
    return fitted(whole, width, height, depth)
