# /// asset
# word = "wall hook"
# synonyms = [
#     "hook", "hooks", "coat hook", "coat hooks", "wall hooks", "robe hook", "towel hook", "key hook", "key hooks",
#     "pegs", "peg",
# ]
# phrase = "a hook on a wooden plate"
# category = "storage"
# support = "wall"
# [colors]
# paint = [0.2, 0.2, 0.21]
# [materials]
# wood = "oak"
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


@register("the plate")
def plate_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        box((0, 0.085, 0.008), (0.075, 0.15, 0.016), *look),
        *[ball((0, y, 0.0165), 0.004, *surface("steel")) for y in (0.145, 0.03)],
    )


@register("the double hook")
def hook_part(*, paint):
    metal = {"metallic": 0.8, "roughness": 0.35}
    low = tube(
        [(0, 0.09, 0.016), (0, 0.05, 0.03), (0, 0.035, 0.055), (0, 0.05, 0.075), (0, 0.066, 0.08)], 0.0065, paint, metal
    )
    high = tube([(0, 0.09, 0.016), (0, 0.1, 0.05), (0, 0.13, 0.075), (0, 0.15, 0.08)], 0.0065, paint, metal)
    return concat_shapes(
        low,
        high,
        ball((0, 0.068, 0.08), 0.0095, paint, metal),
        ball((0, 0.152, 0.08), 0.0105, paint, metal),
        ellipsoid((0, 0.09, 0.017), (0.018, 0.03, 0.006), paint, metal),
    )


@register("a hook on a wooden plate")
def wall_hooks(*, width=0.08, height=0.16, depth=0.09, paint=(0.2, 0.2, 0.21), wood="oak"):
    whole = concat_shapes(library_call("plate_part", wood=wood), library_call("hook_part", paint=paint))
    return fitted(whole, width, height, depth)
