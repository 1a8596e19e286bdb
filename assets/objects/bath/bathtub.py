# /// asset
# word = "bathtub"
# synonyms = ["tub", "bath", "soaking tub", "bath tub"]
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["body", "tap"]
# [variants]
# feet = {"clawfoot" = true, "claw foot" = true, "vintage" = true, "ornate" = true, "antique" = true}
# ///
import math

from scene.language import *
from scene.language.modelling import disc, ellipsoid, finish, fitted, moved, oval_wall, pipe, ring, rod, stretched


@register("the tub wall, flaring to a rolled rim")
def basin(look, inner):
    outer = [
        oval_wall((0, 0.08, 0), (0.62, 0.24), (0.74, 0.33), 0.3, *look, thickness=0.03, parts=32),
        oval_wall((0, 0.37, 0), (0.74, 0.33), (0.83, 0.375), 0.2, *look, thickness=0.03, parts=32),
    ]
    floor = disc((0, 0.08, 0), (0.64, 0.25), 0.03, *inner)
    foot = disc((0, 0, 0), (0.6, 0.22), 0.1, *look)
    rim = ring((0, 0.57, 0), 0.83, 0.022, *look, parts=36, stretch=0.452)
    drain = rod((0.4, 0.11, 0), (0.4, 0.113, 0), 0.03, *finish("chrome"))
    return concat_shapes(*outer, floor, foot, rim, drain)


@register("a lion foot")
def claw_foot(look):
    return concat_shapes(
        ellipsoid((0, 0.045, 0), (0.06, 0.045, 0.06), *look),
        pipe([(0, 0.05, 0), (0.03, 0.12, 0.02), (-0.02, 0.2, -0.03)], 0.03, *look),
    )


@register("a standing tap with a hand shower")
def tap(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.02, 0), 0.045, *look),
        pipe([(0, 0, 0), (0, 0.8, 0), (-0.04, 0.84, 0), (-0.18, 0.84, 0), (-0.2, 0.8, 0)], 0.016, *look),
        rod((0, 0.72, -0.05), (0, 0.72, 0.05), 0.011, *look),
        pipe([(0.03, 0.5, 0.05), (0.05, 0.65, 0.05), (0.03, 0.78, 0.05)], 0.01, *look),
        rod((0.03, 0.78, 0.05), (0.0, 0.8, 0.05), 0.024, *look),
    )


@register("a freestanding oval bathtub with a standing tap")
def bathtub(*, width=1.72, depth=0.8, height=0.86, feet=False, body="porcelain", paint=None, tap="chrome") -> Shape:
    look, metal = finish(body, paint), finish(tap)
    pale = tuple(min(1.0, 0.4 * c + 0.56) for c in look[0]), look[1]
    tub = library_call("basin", look=look, inner=pale)
    parts = []
    if feet:
        parts.append(moved(stretched(tub, (1, 0.86, 1)), (0, 0.08, 0)))
        brass = finish("antique brass")
        for s in (-1, 1):
            for t in (-1, 1):
                turn = math.atan2(-t, s)
                parts.append(moved(library_call("claw_foot", look=brass), (s * 0.5, 0, t * 0.22), turn))
    else:
        parts.append(tub)
    stand = library_call("tap", look=metal)
    stand = moved(stand, (0.62, 0, -0.37), -1.0)
    parts.append(stand)
    return fitted(concat_shapes(*parts), width, height, depth)
