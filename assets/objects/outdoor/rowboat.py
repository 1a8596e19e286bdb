# /// asset
# word = "rowboat"
# synonyms = ["rowing boat", "fishing boat", "wooden boat", "dinghy"]
# stands_for = ["canoe", "kayak", "raft", "surf kayak"]
# phrase = "a wooden rowing boat with oars"
# category = "outdoor"
# support = "floor"
# [colors]
# paint = [0.2, 0.42, 0.55]
# inside = [0.72, 0.52, 0.32]
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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the planked hull")
def hull_part(*, paint, inside):
    zs = np.linspace(-1.42, 1.42, 25)
    half = 0.52 * np.sqrt(np.clip(1 - np.abs(zs / 1.45) ** 2.4, 0.004, 1))
    planks = []
    for k in range(5):
        lift = 0.09 + 0.085 * k
        for s in (-1, 1):
            line = [
                (s * float(w) * (0.5 + 0.14 * k), lift + 0.07 * (float(z) / 1.4) ** 2 * (0.5 + 0.25 * k), float(z))
                for z, w in zip(zs, half, strict=True)
            ]
            planks.append(tube(line, 0.052, darker(paint, 0.85 + 0.15 * (k % 2)), {"roughness": 0.4}))
    floor = [
        ellipsoid((0, 0.1 + 0.03 * (float(z) / 1.4) ** 2, float(z)), (float(w) * 0.62, 0.03, 0.12), inside)
        for z, w in zip(zs, half, strict=True)
    ]
    return concat_shapes(*planks, *floor)


@register("the benches and the oars")
def fittings(*, inside):
    wood = surface("pine")
    oars = [
        moved(
            concat_shapes(
                rod((0, 0, -0.9), (0, 0, 0.7), 0.02, *wood), ellipsoid((0, 0, -1.05), (0.075, 0.012, 0.22), *wood)
            ),
            (s * 0.22, 0.42, 0.2),
            s * 0.12,
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        *[box((0, 0.34, z), (w, 0.03, 0.24), *wood) for z, w in ((-0.8, 0.72), (0, 0.92), (0.8, 0.72))], *oars
    )


@register("a wooden rowing boat with oars")
def rowboat(*, width=1.3, height=0.55, depth=2.9, paint=(0.2, 0.42, 0.55), inside=(0.72, 0.52, 0.32)):
    whole = concat_shapes(
        library_call("hull_part", paint=paint, inside=inside), library_call("fittings", inside=inside)
    )
    return fitted(whole, width, height, depth)
