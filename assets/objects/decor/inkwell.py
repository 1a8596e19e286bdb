# /// asset
# word = "inkwell"
# synonyms = [
#     "quill", "quill pen", "ink bottle", "bottle of ink", "feather pen", "inkpot", "ink pot", "quill and inkwell",
#     "ink jar",
# ]
# stands_for = ["feather"]
# phrase = "an inkwell with a quill"
# category = "decor"
# support = "surface"
# [colors]
# glass = [0.12, 0.16, 0.3]
# plume = [0.94, 0.93, 0.9]
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


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the inkwell")
def well(*, glass):
    look = {"roughness": 0.05}
    return concat_shapes(
        box((0, 0.022, 0), (0.07, 0.044, 0.07), glass, look),
        lathe([(0.03, 0.042), (0.016, 0.054), (0.018, 0.062)], glass, look, slices=14),
        rod((0, 0.058, 0), (0, 0.064, 0), 0.02, *surface("brass")),
    )


@register("the quill")
def quill_part(*, plume):
    barbs = [
        moved(
            ellipsoid(
                (s * 0.014, 0, 0),
                (0.016 * (1 - abs(t - 0.45) ** 1.5), 0.0035, 0.0012),
                darker(plume, 0.92 + 0.04 * (k % 3)),
            ),
            (0.03 * t * t, 0.08 + 0.16 * t, 0),
            s * 0.6,
            (0, 0, 1),
        )
        for k, t in enumerate(np.linspace(0.1, 1, 30))
        for s in (-1, 1)
    ]
    shaft_part = tube([(0.03 * t * t, 0.03 + 0.21 * t, 0) for t in np.linspace(0, 1, 8)], 0.0016, (0.9, 0.87, 0.78))
    return concat_shapes(*barbs, shaft_part)


@register("an inkwell with a quill")
def inkwell(*, width=0.12, height=0.26, depth=0.09, glass=(0.12, 0.16, 0.3), plume=(0.94, 0.93, 0.9)):
    whole = concat_shapes(
        library_call("well", glass=glass),
        moved(library_call("quill_part", plume=plume), (0.0, 0.02, 0), -0.22, (0, 0, 1)),
    )
    return fitted(whole, width, height, depth)
