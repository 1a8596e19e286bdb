# /// asset
# word = "wicker armchair"
# synonyms = [
#     "rattan armchair", "wicker lounge chair", "rattan lounge chair", "wicker sofa", "rattan sofa", "wicker loveseat",
#     "rattan couch", "wicker couch", "wicker seat", "rattan loveseat", "wicker bench",
#     "outdoor sofa", "garden sofa", "patio sofa",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "cushion_color"]
# materials = ["weave"]
# [variants.seats]
# "wicker sofa" = 3
# "rattan sofa" = 3
# "outdoor sofa" = 3
# "garden sofa" = 3
# "patio sofa" = 3
# "wicker couch" = 3
# "rattan couch" = 3
# "wicker loveseat" = 2
# "rattan loveseat" = 2
# "wicker bench" = 2
# ///
import itertools

from scene.language import *
from scene.language.modelling import darker, finish, fitted, pad, rod, tube, upright_pad


@register("a flat woven panel in the plane of x and y")
def woven_panel(*, width, height, look):
    dark = (darker(look[0], 0.68), look[1])
    n, rows = max(round(width / 0.045), 4), max(round(height / 0.024), 4)
    parts = [
        rod((-width / 2 + width * i / n, 0, 0), (-width / 2 + width * i / n, height, 0), 0.006, *dark)
        for i in range(n + 1)
    ]
    for r in range(rows):
        y = height * (r + 0.5) / rows
        points = [(-width / 2 + width * i / n, y, 0.008 if (i + r) % 2 else -0.008) for i in range(n + 1)]
        tone = dark if r % 6 == 0 else look
        parts += [rod(a, b, 0.0115, *tone) for a, b in itertools.pairwise(points)]
    return concat_shapes(*parts)


@register("a woven armchair or sofa with cushions")
def wicker_armchair(
    *, width=0.78, height=0.84, depth=0.78, paint=None, cushion_color=(0.93, 0.9, 0.82), weave="wicker", seats=1
):
    look = finish(weave, paint)
    inner = 0.58 * seats
    half = inner / 2 + 0.08
    wide = 2 * half + 0.04

    def panel(wide_, high):
        return library_call("woven_panel", width=wide_, height=high, look=look)

    turn = rotation_matrix(1.5707963, (0, 1, 0), (0, 0, 0))
    parts = [
        transform_shape(panel(2 * half, 0.3), translation_matrix((0, 0.08, 0.35))),
        transform_shape(panel(2 * half, 0.74), translation_matrix((0, 0.08, -0.35))),
        *[transform_shape(panel(0.7, 0.52), translation_matrix((s * half, 0.08, 0)) @ turn) for s in (-1, 1)],
        *[
            rod((s * half, 0, z), (s * half, 0.6 if z > 0 else 0.82, z), 0.02, *look)
            for s in (-1, 1)
            for z in (-0.35, 0.35)
        ],
        *[
            tube(
                [(s * half, 0.6, 0.37), (s * half, 0.61, 0.1), (s * half, 0.64, -0.2), (s * half, 0.82, -0.36)],
                0.024,
                *look,
            )
            for s in (-1, 1)
        ],
        rod((-half, 0.82, -0.35), (half, 0.82, -0.35), 0.024, *look),
        rod((-half, 0.38, 0.35), (half, 0.38, 0.35), 0.02, *look),
        rod((-half, 0.08, 0.35), (half, 0.08, 0.35), 0.016, *look),
    ]
    for i in range(seats):
        x = 0.58 * (i - (seats - 1) / 2)
        parts.append(pad((x, 0.33, 0.02), (0.56, 0.12, 0.64), cushion_color, {"roughness": 0.95}))
        parts.append(
            upright_pad((x, 0.44, -0.25), (0.52, 0.38, 0.13), darker(cushion_color, 0.96), {"roughness": 0.95})
        )
    return fitted(concat_shapes(*parts), wide if seats > 1 else width, height, depth)
