# /// asset
# word = "seesaw"
# synonyms = ["see-saw", "teeter-totter", "teeter totter"]
# stands_for = ["merry-go-round", "spring rider", "spring horse"]
# phrase = "a seesaw with two seats"
# category = "outdoor"
# support = "floor"
# [colors]
# paint = [0.85, 0.2, 0.15]
# ///
import itertools

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


@register("the beam with its seats and handles")
def beam_part(*, paint):
    gloss = {"roughness": 0.3}
    ends = [
        concat_shapes(
            box((0, 0.05, s * 1.12), (0.3, 0.05, 0.28), (0.2, 0.45, 0.75), gloss),
            tube([(0, 0.02, s * 0.85), (0, 0.28, s * 0.85)], 0.016, *surface("steel")),
            rod((-0.14, 0.28, s * 0.85), (0.14, 0.28, s * 0.85), 0.016, *surface("steel")),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(box((0, 0, 0), (0.14, 0.07, 2.5), paint, gloss), *ends)


@register("the stand")
def stand_part(*, paint):
    return concat_shapes(
        *[
            concat_shapes(
                tube([(s * 0.22, 0.03, -0.28), (s * 0.1, 0.5, 0), (s * 0.22, 0.03, 0.28)], 0.028, darker(paint, 0.6)),
                ball((s * 0.1, 0.5, 0), 0.04, darker(paint, 0.6)),
            )
            for s in (-1, 1)
        ],
        rod((-0.12, 0.5, 0), (0.12, 0.5, 0), 0.025, *surface("steel")),
    )


@register("a seesaw with two seats")
def seesaw(*, width=0.5, height=0.95, depth=2.6, paint=(0.85, 0.2, 0.15)):
    whole = concat_shapes(
        moved(library_call("beam_part", paint=paint), (0, 0.53, 0), 0.26, (1, 0, 0)),
        library_call("stand_part", paint=paint),
    )
    return fitted(whole, width, height, depth)
