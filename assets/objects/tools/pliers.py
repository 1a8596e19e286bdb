# /// asset
# word = "pliers"
# synonyms = ["pair of pliers", "needle-nose pliers", "wire cutters", "wire cutter", "pincers"]
# stands_for = [
#     "tweezers", "forceps", "clippers", "nail clippers", "tin snips", "bolt cutters", "nutcracker",
#     "pair of tweezers", "garden pruners", "secateurs", "pruning shears", "pruners", "crimper",
# ]
# phrase = "a pair of pliers"
# category = "tools"
# support = "surface"
# [colors]
# grip = [0.8, 0.15, 0.12]
# ///
import itertools

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("one half")
def half(*, grip):
    metal = ((0.72, 0.73, 0.76), {"metallic": 0.9, "roughness": 0.35})
    jaw_part = concat_shapes(
        box((0.008, 0.01, -0.06), (0.014, 0.014, 0.07), *metal),
        ellipsoid((0.009, 0.01, -0.02), (0.017, 0.008, 0.022), *metal),
    )
    return concat_shapes(
        jaw_part,
        tube(
            [(-0.006, 0.01, 0.01), (-0.024, 0.01, 0.035), (-0.03, 0.01, 0.08), (-0.024, 0.01, 0.11)],
            0.0085,
            grip,
            {"roughness": 0.6},
        ),
    )


@register("a pair of pliers")
def pliers(*, width=0.08, height=0.02, depth=0.2, grip=(0.8, 0.15, 0.12)):
    one = library_call("half", grip=grip)
    whole = concat_shapes(
        one,
        transform_shape(one, scale_matrix((-1, 1, 1), (0, 0, 0))),
        rod((0, 0, 0), (0, 0.02, 0), 0.009, *surface("steel")),
    )
    return fitted(whole, width, height, depth)
