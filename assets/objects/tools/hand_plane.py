# /// asset
# word = "hand plane"
# synonyms = ["wood plane", "block plane", "planer", "jack plane"]
# stands_for = ["sander", "palm sander", "belt sander", "sanding block", "orbital sander"]
# phrase = "a woodworking plane"
# category = "tools"
# support = "surface"
# [materials]
# wood = "rosewood"
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


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the sole with its iron")
def sole_part():
    iron = ((0.35, 0.37, 0.4), {"metallic": 0.6, "roughness": 0.4})
    return concat_shapes(
        box((0, 0.005, 0), (0.07, 0.01, 0.26), *iron),
        *[box((s * 0.032, 0.022, 0), (0.006, 0.034, 0.16), *iron) for s in (-1, 1)],
        moved(box((0, 0.045, 0), (0.052, 0.1, 0.006), *surface("steel")), (0, 0.01, 0.0), 0.75, (1, 0, 0)),
        moved(box((0, 0.035, -0.008), (0.045, 0.07, 0.006), *iron), (0, 0.01, 0.0), 0.75, (1, 0, 0)),
    )


@register("the knob and the tote")
def grips(*, wood):
    look = surface(wood)
    return concat_shapes(
        rod((0, 0.01, -0.095), (0, 0.035, -0.095), 0.014, *look),
        ball((0, 0.048, -0.095), 0.023, *look),
        tube([(0, 0.015, 0.085), (0, 0.06, 0.08), (0, 0.1, 0.095), (0, 0.118, 0.075)], 0.0155, *look),
    )


@register("a woodworking plane")
def hand_plane(*, width=0.075, height=0.13, depth=0.26, wood="rosewood"):
    whole = concat_shapes(library_call("sole_part"), library_call("grips", wood=wood))
    return fitted(whole, width, height, depth)
