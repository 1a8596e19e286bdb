# /// asset
# word = "beer glass"
# synonyms = ["glass of beer", "pint of beer", "pint", "beer stein", "beer"]
# phrase = "a handled glass of beer with a head of foam"
# category = "tableware"
# support = "surface"
# [colors]
# beer = [0.93, 0.6, 0.12]
# foam = [0.98, 0.96, 0.9]
# [materials]
# vessel = "glass"
# ///
import itertools
import math

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at the bends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points[1:-1]
    ]
    return concat_shapes(*rods, *bends)


@register("the beer and its foam")
def filling(*, radius, height, beer, foam):
    bubbles = loop(
        9,
        lambda i: ellipsoid(
            (radius * 0.7 * math.cos(i * 0.7), height * 0.93, radius * 0.7 * math.sin(i * 0.7)),
            (radius * 0.34, height * 0.07, radius * 0.34),
            foam,
        ),
    )
    return concat_shapes(
        rod((0, height * 0.06, 0), (0, height * 0.74, 0), radius * 0.99, beer, {"roughness": 0.08}),
        rod((0, height * 0.74, 0), (0, height * 0.94, 0), radius * 0.99, foam),
        bubbles,
    )


def facet(i, radius, height):
    x, z = radius * math.cos(i * math.pi / 6), radius * math.sin(i * math.pi / 6)
    return (x, height * 0.06, z), (x, height * 0.8, z)


@register("the thick glass bottom and the ribs of the wall")
def stein(*, radius, height, vessel):
    color, clear = surface(vessel)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.07, 0), radius, color, clear | {"opacity": 0.6}),
        loop(12, lambda i: rod(*facet(i, radius, height), radius * 0.06, color, clear | {"opacity": 0.35})),
    )


@register("the big glass handle")
def handle(*, radius, height, reach, vessel):
    color, clear = surface(vessel)
    x = radius + reach * 0.78
    path = [
        (radius * 0.95, height * 0.8, 0),
        (x - reach * 0.15, height * 0.78, 0),
        (x, height * 0.65, 0),
        (x, height * 0.35, 0),
        (x - reach * 0.15, height * 0.2, 0),
        (radius * 0.95, height * 0.18, 0),
    ]
    return tube(path, reach * 0.21, color, clear | {"opacity": 0.6})


@register("a handled glass of beer with a head of foam")
def beer_glass(*, width=0.13, height=0.16, depth=0.09, beer=(0.93, 0.6, 0.12), foam=(0.98, 0.96, 0.9), vessel="glass"):
    radius = depth / 2 / 1.03
    whole = concat_shapes(
        library_call("filling", radius=radius * 0.97, height=height, beer=beer, foam=foam),
        library_call("stein", radius=radius * 0.98, height=height, vessel=vessel),
        library_call("handle", radius=radius, height=height, reach=width - depth, vessel=vessel),
    )
    return transform_shape(whole, translation_matrix((-compute_shape_center(whole)[0], 0, 0)))
