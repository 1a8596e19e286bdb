# /// asset
# word = "compass"
# synonyms = ["drawing compass", "pair of compasses", "dividers", "geometry compass"]
# category = "office"
# support = "surface"
# colors = ["pencil_color"]
# materials = ["metal"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod


@register("the leg with the needle")
def needle_leg(*, top, foot, thick, metal):
    look = surface(metal)
    top, foot = np.array(top), np.array(foot)
    return concat_shapes(
        rod(top, top + (foot - top) * 0.86, thick, *look),
        cone(tuple(top + (foot - top) * 0.86), tuple(foot), thick * 0.7, *look),
        rod(top + (foot - top) * 0.5, top + (foot - top) * 0.56, thick * 1.3, *look),
    )


@register("the leg that holds a pencil")
def pencil_leg(*, top, foot, thick, metal, pencil_color):
    look = surface(metal)
    top, foot = np.array(top), np.array(foot)
    along = (foot - top) / np.linalg.norm(foot - top)
    return concat_shapes(
        rod(top, top + (foot - top) * 0.7, thick, *look),
        rod(top + (foot - top) * 0.66, top + (foot - top) * 0.8, thick * 1.7, *look),
        rod(
            tuple(top + (foot - top) * 0.42 + np.array((thick * 2.2, 0, 0))),
            tuple(foot - along * thick * 4),
            thick * 1.0,
            pencil_color,
        ),
        cone(tuple(foot - along * thick * 4), tuple(foot), thick * 1.0, (0.87, 0.7, 0.48)),
        ellipsoid(tuple(foot - along * thick * 0.5), (thick * 0.3,) * 3, (0.15, 0.15, 0.16)),
    )


@register("the hinge with its grip")
def hinge(*, thick, metal):
    look = surface(metal)
    return concat_shapes(
        rod((0, 0, -thick * 1.6), (0, 0, thick * 1.6), thick * 2.4, *look),
        rod((0, thick * 2, 0), (0, thick * 7.5, 0), thick * 1.1, *look),
        *[
            rod((0, thick * (3.4 + 0.9 * i), 0), (0, thick * (3.8 + 0.9 * i), 0), thick * 1.25, (0.3, 0.3, 0.32))
            for i in range(4)
        ],
    )


@register("the arc on a slip of paper")
def drawn_arc(*, radius, size):
    points = [(radius * math.cos(a), 0.0018, radius * math.sin(a)) for a in np.linspace(-0.5, 2.4, 19)]
    return concat_shapes(
        box((0.0, 0.0008, radius * 0.3), (size, 0.0016, size * 0.8), (0.98, 0.98, 0.96)),
        *[rod(a, b, 0.0007, (0.2, 0.2, 0.25)) for a, b in itertools.pairwise(points)],
    )


@register("a drawing compass standing with its legs apart over a drawn arc")
def compass(*, width=0.2, height=0.17, depth=0.16, pencil_color=(0.9, 0.7, 0.15), metal="steel"):
    reach, top = 0.07, (0.035, 0.14, 0.0)
    whole = concat_shapes(
        library_call("drawn_arc", radius=reach, size=0.2),
        library_call("needle_leg", top=top, foot=(0, 0.002, 0), thick=0.0032, metal=metal),
        library_call(
            "pencil_leg", top=top, foot=(reach, 0.002, 0), thick=0.0032, metal=metal, pencil_color=pencil_color
        ),
        moved(library_call("hinge", thick=0.0034, metal=metal), top),
    )
    return fitted(whole, width, height, depth)
