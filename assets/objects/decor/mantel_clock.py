# /// asset
# word = "mantel clock"
# synonyms = ["mantle clock", "mantelpiece clock", "shelf clock", "napoleon clock", "tambour clock", "bracket clock"]
# phrase = "a wooden mantel clock with a round face and sloping shoulders"
# category = "decor"
# support = "surface"
# [colors]
# paint = [0.388, 0.263, 0.188]
# [materials]
# wood = "walnut"
# ///
import itertools
import math

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


def hoop(radius, thickness, color, material=None, *, parts=36):
    """A ring of round section about the y axis, its middle at the origin."""
    turn = 2 * math.pi / parts
    points = [(radius * math.cos(turn * i), 0, radius * math.sin(turn * i)) for i in range(parts + 1)]
    return tube(points, thickness, color, material)


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the case with its sloping shoulders")
def mantel_case(*, look):
    rows = 60
    parts = []
    for k in range(rows):
        y = 0.024 + (k + 0.5) * 0.1 / rows
        half = 0.195 - 0.085 * math.sin((k + 0.5) / rows * math.pi / 2)
        parts.append(box((0, y, 0), (2 * half, 0.1 / rows * 1.002, 0.106), *look))
    return concat_shapes(
        box((0, 0.017, 0), (0.44, 0.016, 0.14), *look),
        *[
            ellipsoid((x, 0.006, z), (0.012, 0.006, 0.012), *surface("brass"))
            for x in (-0.19, 0.19)
            for z in (-0.05, 0.05)
        ],
        rod((0, 0.114, -0.054), (0, 0.114, 0.054), 0.112, *look),
        *parts,
    )


@register("the face with its hands under a brass bezel")
def mantel_face():
    brass, ink = surface("brass"), (0.1, 0.09, 0.08)
    marks = [
        moved(
            box((0, 0.062, 0), (0.007 if k % 3 == 0 else 0.004, 0.014, 0.001), ink),
            (0, 0, 0.0035),
            -2 * math.pi * k / 12,
            (0, 0, 1),
        )
        for k in range(12)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.003), 0.078, (0.95, 0.92, 0.84)),
        moved(hoop(0.081, 0.006, *brass, parts=48), (0, 0, 0.002), math.pi / 2, (1, 0, 0)),
        *marks,
        moved(box((0, 0.02, 0), (0.006, 0.05, 0.0015), ink), (0, 0, 0.0055), 1.05, (0, 0, 1)),
        moved(box((0, 0.028, 0), (0.004, 0.066, 0.0015), ink), (0, 0, 0.008), -1.05, (0, 0, 1)),
        rod((0, 0, 0), (0, 0, 0.011), 0.005, *brass),
    )


@register("a wooden mantel clock with a round face and sloping shoulders")
def mantel_clock(*, width=0.44, height=0.225, depth=0.14, wood="walnut", paint=None):
    look = finish(wood, paint)
    whole = concat_shapes(
        library_call("mantel_case", look=look), moved(library_call("mantel_face"), (0, 0.116, 0.0545))
    )
    return fitted(whole, width, height, depth)
