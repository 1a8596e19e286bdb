# /// asset
# word = "spool of thread"
# synonyms = ["thread spool", "spool", "thread", "sewing thread", "spools of thread", "reel of thread", "bobbin", "cotton reel"]
# stands_for = ["wire spool", "roll of wire", "ribbon spool", "spool of ribbon", "ribbon", "spool of wire"]
# phrase = "a wooden spool of thread with a needle in it"
# category = "office"
# support = "surface"
# [colors]
# thread = [0.8, 0.2, 0.25]
# ///
import itertools
import math

import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def cone(base, tip, radius, color, material=None):
    return primitive_call("cone", {"radius": radius, "p0": base, "p1": tip}, color=color, material=material)


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the wooden spool")
def spool_core():
    wood = surface("beech")
    flange = [(0.012, 0.0), (0.0185, 0.0005), (0.0185, 0.003), (0.012, 0.0065)]
    top = [(0.012, 0.0485), (0.0185, 0.052), (0.0185, 0.0545), (0.017, 0.055)]
    return concat_shapes(
        lathe(flange, *wood, slices=16),
        lathe(top, *wood, slices=16),
        rod((0, 0.004, 0), (0, 0.051, 0), 0.0105, *wood),
        rod((0, 0.0545, 0), (0, 0.0554, 0), 0.0045, (0.15, 0.1, 0.07)),
        rod((0, 0.0545, 0), (0, 0.0552, 0), 0.012, (0.96, 0.94, 0.86)),
    )


@register("the windings and a loose end")
def windings(*, thread):
    shine = {"roughness": 0.45}
    rings = [
        moved(
            hoop(0.0158 + 0.0004 * (k % 2), 0.00105, darker(thread, 0.88 + 0.12 * (k % 2)), shine, parts=28),
            (0, 0.0075 + 0.0018 * k, 0),
            0.045,
            (0, 0, 1),
        )
        for k in range(23)
    ]
    loose = [
        (0.0, 0.012, 0.0165),
        (0.009, 0.006, 0.021),
        (0.018, 0.0009, 0.024),
        (0.029, 0.0009, 0.019),
        (0.036, 0.0009, 0.026),
        (0.046, 0.0009, 0.022),
    ]
    return concat_shapes(
        rod((0, 0.0065, 0), (0, 0.0485, 0), 0.0158, thread, shine), *rings, tube(loose, 0.0006, thread)
    )


@register("a needle stuck through the windings")
def needle():
    steel = surface("chrome")
    return concat_shapes(
        rod((-0.0145, 0.0625, 0.0135), (0.005, 0.021, 0.0172), 0.0007, *steel),
        cone((0.005, 0.021, 0.0172), (0.009, 0.0125, 0.018), 0.0007, *steel),
        ellipsoid((-0.0145, 0.0625, 0.0135), (0.0012, 0.0028, 0.0012), *steel),
    )


@register("a wooden spool of thread with a needle in it")
def thread_spool(*, width=0.066, height=0.065, depth=0.045, thread=(0.8, 0.2, 0.25)):
    whole = concat_shapes(library_call("spool_core"), library_call("windings", thread=thread), library_call("needle"))
    return fitted(whole, width, height, depth)
