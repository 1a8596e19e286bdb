# /// asset
# word = "service bell"
# synonyms = ["reception bell", "desk bell", "call bell", "hotel bell", "counter bell", "front desk bell", "concierge bell"]
# phrase = "a domed service bell with a button on top"
# category = "decor"
# support = "surface"
# [colors]
# paint = [0.863, 0.863, 0.847]
# [materials]
# metal = "silver"
# ///
import itertools
import math

import numpy as np

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


def hoop(radius, thickness, color, material=None, *, parts=36):
    """A ring of round section about the y axis, its middle at the origin."""
    turn = 2 * math.pi / parts
    points = [(radius * math.cos(turn * i), 0, radius * math.sin(turn * i)) for i in range(parts + 1)]
    return tube(points, thickness, color, material)


def lathe(profile, color, material=None, *, slices=48):
    """A solid of revolution about the y axis; `profile` holds (radius, y) from the bottom up."""
    radii, heights = np.array(profile, dtype=float).T
    step = (heights[-1] - heights[0]) / slices
    middles = heights[0] + step * (np.arange(slices) + 0.5)
    return concat_shapes(
        *[
            primitive_call(
                "cylinder",
                {"radius": float(r), "p0": (0, float(y - step / 2), 0), "p1": (0, float(y + step / 2), 0)},
                color=color,
                material=material,
            )
            for r, y in zip(np.interp(middles, heights, radii), middles, strict=True)
        ]
    )


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


@register("the dark base")
def bell_base():
    return concat_shapes(
        lathe(
            [(0.043, 0.0), (0.044, 0.004), (0.041, 0.009), (0.03, 0.013)],
            (0.07, 0.07, 0.075),
            {"roughness": 0.3},
            slices=16,
        ),
        rod((0, 0.01, 0), (0, 0.02, 0), 0.012, (0.07, 0.07, 0.075)),
    )


@register("the dome")
def dome(*, look):
    profile = [(0.04 * math.cos(a), 0.019 + 0.034 * math.sin(a)) for a in np.linspace(0, math.pi / 2 - 0.02, 24)]
    return concat_shapes(lathe(profile, *look, slices=90), moved(hoop(0.0402, 0.0016, *look, parts=56), (0, 0.0195, 0)))


@register("the button")
def bell_button(*, look):
    return concat_shapes(
        rod((0, 0.05, 0), (0, 0.058, 0), 0.006, *look),
        rod((0, 0.056, 0), (0, 0.066, 0), 0.0025, *look),
        ellipsoid((0, 0.067, 0), (0.0055, 0.0035, 0.0055), *look),
    )


@register("a domed service bell with a button on top")
def service_bell(*, width=0.088, height=0.07, depth=0.088, metal="silver", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("bell_base"), library_call("dome", look=look), library_call("bell_button", look=look)
    )
    return fitted(whole, width, height, depth)
