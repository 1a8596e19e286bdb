# /// asset
# word = "helmet"
# synonyms = ["hard hat", "safety helmet", "construction helmet"]
# stands_for = [
#     "bike helmet", "bicycle helmet", "motorcycle helmet", "football helmet", "welding mask", "face shield",
# ]
# phrase = "a helmet with a strap"
# category = "sport"
# support = "surface"
# [colors]
# paint = [0.9, 0.72, 0.1]
# ///
import itertools

from scene.language import *


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


@register("the shell with its ribs")
def shell_part(*, paint):
    gloss = {"roughness": 0.2}
    ribs = [
        ellipsoid(
            (0.035 * k, 0.092, 0), (0.011, 0.082 - 0.012 * abs(k), 0.147 - 0.01 * abs(k)), darker(paint, 0.75), gloss
        )
        for k in (-2, -1, 0, 1, 2)
    ]
    return concat_shapes(ellipsoid((0, 0.085, 0), (0.118, 0.085, 0.145), paint, gloss), *ribs)


@register("the peak and the rim")
def peak(*, paint):
    return concat_shapes(
        ellipsoid((0, 0.075, 0.1), (0.1, 0.008, 0.06), darker(paint, 0.75)),
        ellipsoid((0, 0.06, 0), (0.121, 0.012, 0.148), (0.12, 0.12, 0.13)),
    )


@register("the strap")
def strap():
    return tube(
        [(-0.11, 0.06, 0.02), (-0.08, 0.012, 0.03), (0, 0.004, 0.035), (0.08, 0.012, 0.03), (0.11, 0.06, 0.02)],
        0.0045,
        (0.1, 0.1, 0.1),
    )


@register("a helmet with a strap")
def helmet(*, width=0.24, height=0.17, depth=0.3, paint=(0.9, 0.72, 0.1)):
    whole = concat_shapes(
        library_call("shell_part", paint=paint), library_call("peak", paint=paint), library_call("strap")
    )
    return fitted(whole, width, height, depth)
