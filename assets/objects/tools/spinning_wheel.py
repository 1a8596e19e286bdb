# /// asset
# word = "spinning wheel"
# synonyms = ["wool spinning wheel", "spindle wheel", "antique spinning wheel", "yarn spinning wheel"]
# category = "tools"
# support = "floor"
# colors = ["paint", "wool"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, ellipsoid, finish, fitted, hoop, rod


@register("a spinning wheel with treadle, spindle and wool")
def spinning_wheel(*, width=0.95, height=1.15, depth=0.5, paint=None, wood="walnut", wool=(0.93, 0.89, 0.8)):
    look = finish(wood, paint)
    hub = (-0.18, 0.72, 0)
    spokes = [
        rod(hub, (hub[0] + 0.36 * math.cos(a), hub[1] + 0.36 * math.sin(a), 0), 0.012, *look)
        for a in [math.pi * i / 6 for i in range(12)]
    ]
    posts = [rod((-0.18, 0.38, s * 0.09), (-0.18, 0.8, s * 0.09), 0.02, *look) for s in (-1, 1)]
    legs = [
        rod((x, 0.4, 0), (x + dx, 0, z), 0.022, *look)
        for x, dx, z in ((-0.4, -0.1, -0.2), (-0.4, -0.1, 0.2), (0.4, 0.1, 0))
    ]
    whole = concat_shapes(
        beam((-0.45, 0.33, 0), (0.45, 0.47, 0), (0.06, 0.14), *look),
        *legs,
        hoop(0.37, 0.022, *look, center=hub, axis=(0, 0, 1), parts=40),
        hoop(0.33, 0.01, *look, center=hub, axis=(0, 0, 1), parts=40),
        *spokes,
        rod((-0.18, 0.72, -0.12), (-0.18, 0.72, 0.12), 0.03, *look),
        *posts,
        *[rod((0.36, 0.45, s * 0.1), (0.36, 0.85, s * 0.1), 0.016, *look) for s in (-1, 1)],
        rod((0.36, 0.45, -0.12), (0.36, 0.45, 0.12), 0.02, *look),
        rod((0.36, 0.78, -0.16), (0.36, 0.78, 0.16), 0.01, *look),
        ellipsoid((0.36, 0.78, 0.0), (0.045, 0.045, 0.07), wool, {"roughness": 1.0}),
        rod((-0.18, 1.1, 0.0), (0.36, 0.82, 0.0), 0.004, wool),
        rod((-0.18, 0.35, 0.0), (0.36, 0.74, 0.0), 0.004, wool),
        rod((0.2, 0.44, 0.0), (0.22, 1.0, 0.0), 0.014, *look),
        ellipsoid((0.22, 1.06, 0.0), (0.065, 0.12, 0.065), wool, {"roughness": 1.0}),
        beam((-0.3, 0.06, 0.05), (0.12, 0.09, 0.05), (0.14, 0.02), *look),
        rod((-0.25, 0.08, 0.06), (-0.2, 0.7, 0.11), 0.008, *look),
    )
    return fitted(whole, width, height, depth)
