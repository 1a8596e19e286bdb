# /// asset
# word = "sketchbook"
# synonyms = ["sketchpad", "sketch pad", "drawing book", "sketch book", "open sketchbook"]
# category = "office"
# support = "surface"
# colors = ["cover", "graphite"]
# ///
import itertools
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, moved, rod, stretched


@register("the two open halves with cream paper")
def spread(*, width, depth, height, cover):
    paper = (0.96, 0.93, 0.85)
    halves = []
    for side in (-1, 1):
        halves += [
            box((side * width * 0.25, height * 0.1, 0), (width * 0.5, height * 0.2, depth), cover),
            box((side * width * 0.245, height * 0.55, 0), (width * 0.47, height * 0.75, depth * 0.96), paper),
            box((side * width * 0.25, height * 0.92, 0), (width * 0.4, height * 0.14, depth * 0.96), paper),
        ]
    return concat_shapes(*halves)


@register("a portrait and a cube, drawn in pencil")
def drawing(*, width, depth, top, graphite):
    def stroke(points, thick=0.0013):
        return [
            rod((x0 * width, top, z0 * depth), (x1 * width, top, z1 * depth), thick, graphite)
            for (x0, z0), (x1, z1) in itertools.pairwise(points)
        ]

    oval = [(0.25 + 0.09 * math.cos(a), 0.0 + 0.24 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 17)]
    hair = [(0.16, -0.02), (0.15, -0.2), (0.2, -0.32), (0.28, -0.33), (0.345, -0.22), (0.34, -0.02)]
    marks = (
        stroke(oval)
        + stroke(hair, 0.0022)
        + stroke([(0.25, -0.03), (0.235, 0.07), (0.255, 0.075)])
        + stroke([(0.22, 0.13), (0.25, 0.145), (0.28, 0.13)], 0.0016)
    )
    eyes = [
        ellipsoid((x * width, top, -0.05 * depth), (width * 0.018, 0.0012, depth * 0.018), graphite)
        for x in (0.215, 0.285)
    ]
    cube = [
        [
            (-0.34, -0.08),
            (-0.2, -0.08),
            (-0.2, 0.12),
            (-0.34, 0.12),
            (-0.34, -0.08),
            (-0.28, -0.2),
            (-0.14, -0.2),
            (-0.14, 0.0),
            (-0.2, 0.12),
        ],
        [(-0.2, -0.08), (-0.14, -0.2)],
    ]
    return concat_shapes(*marks, *eyes, *[s for path in cube for s in stroke(path)])


@register("a pencil")
def pencil_part(*, length, radius):
    wood = (0.85, 0.68, 0.45)
    return concat_shapes(
        rod((0, radius, 0), (length * 0.84, radius, 0), radius, (0.9, 0.7, 0.15)),
        cone((length * 0.84, radius, 0), (length, radius, 0), radius, wood),
        cone((length * 0.95, radius, 0), (length * 1.0, radius, 0), radius * 0.34, (0.15, 0.15, 0.15)),
        rod((-length * 0.06, radius, 0), (0, radius, 0), radius * 1.02, (0.9, 0.5, 0.5)),
    )


@register("an open sketchbook with a pencil drawing of a face")
def sketchbook(*, width=0.42, depth=0.28, height=0.03, cover=(0.2, 0.2, 0.22), graphite=(0.25, 0.25, 0.27)):
    thick = height * 0.66
    tool = moved(
        library_call("pencil_part", length=depth * 0.55, radius=0.0042), (-width * 0.36, thick, depth * 0.4), 0.35
    )
    whole = concat_shapes(
        library_call("spread", width=width, depth=depth, height=thick, cover=cover),
        library_call("drawing", width=width, depth=depth, top=thick * 0.99, graphite=graphite),
        tool,
    )
    return stretched(whole, (1, height / compute_shape_max(whole)[1], 1))
