# /// asset
# word = "briefcase"
# synonyms = ["attache case", "hard case", "carrying case", "case"]
# stands_for = [
#     "violin case", "guitar case", "instrument case", "trumpet case", "laptop bag", "camera bag", "makeup case",
#     "flight case",
# ]
# phrase = "a case with a handle and two locks"
# category = "storage"
# support = "floor"
# [colors]
# leather = [0.42, 0.26, 0.15]
# ///
import itertools

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


@register("the two halves with their edges")
def shell_part(*, leather):
    soft = {"roughness": 0.5}
    corners = [
        ball((x * 0.212, 0.155 + y * 0.147, z * 0.05), 0.014, *surface("brass"))
        for x in (-1, 1)
        for y in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        box((0, 0.155, 0), (0.44, 0.31, 0.11), leather, soft),
        box((0, 0.155, 0), (0.443, 0.313, 0.012), darker(leather, 0.6)),
        *corners,
    )


@register("the handle and the locks")
def fittings(*, leather):
    brass = surface("brass")
    locks = [box((x, 0.29, 0.057), (0.035, 0.026, 0.008), brass[0], brass[1]) for x in (-0.13, 0.13)]
    return concat_shapes(
        tube([(-0.06, 0.308, 0), (-0.055, 0.345, 0), (0.055, 0.345, 0), (0.06, 0.308, 0)], 0.012, darker(leather, 0.6)),
        *locks,
    )


@register("a case with a handle and two locks")
def briefcase(*, width=0.44, height=0.36, depth=0.12, leather=(0.42, 0.26, 0.15)):
    whole = concat_shapes(library_call("shell_part", leather=leather), library_call("fittings", leather=leather))
    return fitted(whole, width, height, depth)
