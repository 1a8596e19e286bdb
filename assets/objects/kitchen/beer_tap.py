# /// asset
# word = "beer tap"
# synonyms = ["beer taps", "draft beer tap", "beer tower", "draught beer tap", "beer pump", "tap tower", "draft tower"]
# phrase = "a beer tower with three taps over a drip tray"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.788, 0.647, 0.353]
# [materials]
# metal = "brass"
# ///
import itertools

import numpy as np

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


@register("the tower with its crossbar")
def tap_tower(*, look):
    return concat_shapes(
        lathe([(0.05, 0.018), (0.05, 0.03), (0.032, 0.045), (0.03, 0.34)], *look, slices=30),
        rod((-0.2, 0.36, 0), (0.2, 0.36, 0), 0.042, *look),
        *[ellipsoid((s * 0.2, 0.36, 0), (0.02, 0.042, 0.042), *look) for s in (-1, 1)],
        *[rod((s * 0.12 - 0.006, 0.36, 0), (s * 0.12 + 0.006, 0.36, 0), 0.046, *look) for s in (-1, 1)],
    )


@register("a tap with its coloured handle")
def one_tap(*, color):
    steel = surface("chrome")
    return concat_shapes(
        rod((0, 0.36, 0.04), (0, 0.36, 0.075), 0.012, *steel),
        tube([(0, 0.36, 0.07), (0, 0.345, 0.088), (0, 0.3, 0.094)], 0.009, *steel),
        rod((0, 0.31, 0.0935), (0, 0.295, 0.0945), 0.011, *steel),
        rod((0, 0.36, 0.07), (0, 0.395, 0.066), 0.007, *steel),
        moved(
            concat_shapes(
                lathe(
                    [(0.01, 0.0), (0.013, 0.03), (0.019, 0.08), (0.021, 0.115), (0.012, 0.13)],
                    color,
                    {"roughness": 0.25},
                    slices=32,
                ),
                rod((0, 0.092, 0.01), (0, 0.092, 0.0225), 0.013, (0.96, 0.93, 0.82)),
            ),
            (0, 0.385, 0.066),
            0.06,
            (1, 0, 0),
        ),
    )


@register("the drip tray")
def drip_tray():
    steel = surface("brushed steel")
    return concat_shapes(
        box((0, 0.009, 0.06), (0.5, 0.018, 0.22), *steel),
        box((0, 0.018, 0.085), (0.46, 0.004, 0.15), (0.14, 0.14, 0.15)),
        *[box((-0.22 + 0.02 * k, 0.021, 0.085), (0.006, 0.004, 0.15), *steel) for k in range(23)],
    )


@register("a beer tower with three taps over a drip tray")
def beer_tap(*, width=0.5, height=0.52, depth=0.22, metal="brass", paint=None):
    colors = ((0.65, 0.12, 0.12), (0.1, 0.3, 0.2), (0.12, 0.16, 0.35))
    whole = concat_shapes(
        library_call("tap_tower", look=finish(metal, paint)),
        *[moved(library_call("one_tap", color=tone), (0.14 * (k - 1), 0, 0)) for k, tone in enumerate(colors)],
        library_call("drip_tray"),
    )
    return fitted(whole, width, height, depth)
