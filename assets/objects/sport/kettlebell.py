# /// asset
# word = "kettlebell"
# synonyms = ["kettlebells", "kettle bell"]
# phrase = "a kettlebell"
# category = "sport"
# support = "floor"
# [colors]
# paint = [0.2, 0.2, 0.22]
# ///
import itertools

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


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


@register("the ball on its flat foot")
def ball_part(*, paint):
    return concat_shapes(
        ball((0, 0.105, 0), 0.098, paint, {"roughness": 0.4}),
        rod((0, 0, 0), (0, 0.02, 0), 0.06, darker(paint, 0.8)),
        rod((0, 0.105, 0.09), (0, 0.105, 0.1), 0.035, (0.9, 0.9, 0.92)),
    )


@register("the handle")
def handle_part():
    return tube(
        [(-0.06, 0.17, 0), (-0.078, 0.22, 0), (-0.06, 0.26, 0), (0.06, 0.26, 0), (0.078, 0.22, 0), (0.06, 0.17, 0)],
        0.0165,
        (0.25, 0.25, 0.27),
        {"roughness": 0.4},
    )


@register("a kettlebell")
def kettlebell(*, width=0.2, height=0.28, depth=0.19, paint=(0.2, 0.2, 0.22)):
    whole = concat_shapes(library_call("ball_part", paint=paint), library_call("handle_part"))
    return fitted(whole, width, height, depth)
