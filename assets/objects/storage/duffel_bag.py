# /// asset
# word = "duffel bag"
# synonyms = ["gym bag", "sports bag", "travel bag", "holdall", "weekender bag"]
# stands_for = ["sleeping bag", "bedroll", "laundry bag", "trash bag", "garbage bag", "bin bag"]
# phrase = "a round duffel bag with handles"
# category = "storage"
# support = "floor"
# [colors]
# cloth = [0.25, 0.27, 0.3]
# trim = [0.75, 0.2, 0.15]
# ///
import itertools

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the round body")
def body_part(*, cloth, trim):
    soft = {"roughness": 0.8}
    ends = [ellipsoid((s * 0.27, 0.14, 0), (0.03, 0.135, 0.135), darker(cloth, 0.85), soft) for s in (-1, 1)]
    bands = [rod((x - 0.015, 0.14, 0), (x + 0.015, 0.14, 0), 0.142, trim) for x in (-0.13, 0.13)]
    return concat_shapes(
        rod((-0.27, 0.14, 0), (0.27, 0.14, 0), 0.139, cloth, soft),
        *ends,
        *bands,
        rod((-0.24, 0.278, 0), (0.24, 0.278, 0), 0.006, (0.8, 0.8, 0.82)),
    )


@register("a handle")
def handle(*, trim):
    return tube(
        [
            (-0.13, 0.24, 0.09),
            (-0.12, 0.3, 0.07),
            (-0.06, 0.33, 0.05),
            (0.06, 0.33, 0.05),
            (0.12, 0.3, 0.07),
            (0.13, 0.24, 0.09),
        ],
        0.011,
        trim,
    )


@register("a round duffel bag with handles")
def duffel_bag(*, width=0.6, height=0.34, depth=0.3, cloth=(0.25, 0.27, 0.3), trim=(0.75, 0.2, 0.15)):
    whole = concat_shapes(
        library_call("body_part", cloth=cloth, trim=trim),
        library_call("handle", trim=trim),
        transform_shape(library_call("handle", trim=trim), scale_matrix((1, 1, -1), (0, 0, 0))),
    )
    return fitted(whole, width, height, depth)
