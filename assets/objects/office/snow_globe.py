# /// asset
# word = "snow globe"
# synonyms = ["snowglobe", "snow dome", "waterglobe", "christmas snow globe"]
# category = "office"
# support = "surface"
# colors = ["base"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, hoop, lathe, moved, rod


@register("the turned base with its plaque")
def globe_base(*, base):
    return concat_shapes(
        lathe(
            [(0.05, 0), (0.052, 0.008), (0.044, 0.014), (0.042, 0.026), (0.046, 0.034)],
            base,
            {"roughness": 0.35},
            slices=24,
        ),
        moved(hoop(0.046, 0.003, *surface("gold"), parts=40), (0, 0.034, 0)),
        box((0, 0.0195, 0.0425), (0.03, 0.009, 0.004), *surface("gold")),
    )


@register("the house and the firs in the snow")
def winter_scene():
    snow = ((0.98, 0.98, 1.0), {"roughness": 0.9})
    firs = []
    for x, z, s in ((-0.021, 0.002, 1.0), (0.023, -0.006, 0.85), (-0.008, -0.02, 0.75)):
        firs.append(rod((x, 0.045, z), (x, 0.054, z), 0.0015, (0.4, 0.26, 0.15)))
        for k in range(3):
            y = 0.05 + 0.0085 * k * s
            firs.append(cone((x, y, z), (x, y + 0.014 * s, z), (0.0105 - 0.0025 * k) * s, (0.12, 0.4, 0.2)))
            firs.append(cone((x, y + 0.0085 * s, z), (x, y + 0.0145 * s, z), (0.0048 - 0.001 * k) * s, *snow))
    roof = [
        moved(box((0, 0, 0), (0.019, 0.002, 0.024), *snow), (0.005 + s * 0.0062, 0.0715, 0.01), -s * 0.75, (0, 0, 1))
        for s in (-1, 1)
    ]
    gable = [
        box((0.005, 0.0655 + 0.001 * k, 0.01), (0.0205 - 0.002 * k, 0.0011, 0.018), (0.75, 0.2, 0.15)) for k in range(9)
    ]
    flakes = []
    for k in range(46):
        a, y = 2.4 * k, 0.052 + 0.062 * ((k * 0.37) % 1)
        r = 0.04 * math.sqrt((k * 0.61) % 1) * math.sqrt(max(0.0, 1 - ((y - 0.082) / 0.048) ** 2))
        flakes.append(ellipsoid((r * math.cos(a), y, r * math.sin(a)), (0.0011,) * 3, *snow))
    return concat_shapes(
        ellipsoid((0, 0.04, 0), (0.036, 0.011, 0.036), *snow),
        box((0.005, 0.057, 0.01), (0.021, 0.017, 0.018), (0.75, 0.2, 0.15)),
        box((0.005, 0.054, 0.0195), (0.005, 0.009, 0.001), (0.35, 0.2, 0.12)),
        *[
            box((0.005 + s * 0.0068, 0.058, 0.0195), (0.004, 0.004, 0.001), (1.0, 0.85, 0.4), {"emission": 1.0})
            for s in (-1, 1)
        ],
        box((0.011, 0.075, 0.006), (0.004, 0.009, 0.004), (0.5, 0.2, 0.15)),
        *gable,
        *roof,
        *firs,
        *flakes,
    )


@register("a snow globe with a little house, firs and falling flakes")
def snow_globe(*, width=0.104, height=0.132, depth=0.104, base=(0.42, 0.16, 0.12)):
    dome = ellipsoid((0, 0.082, 0), (0.05,) * 3, (0.85, 0.93, 0.97), {"opacity": 0.2, "roughness": 0.02})
    whole = concat_shapes(library_call("globe_base", base=base), library_call("winter_scene"), dome)
    return fitted(whole, width, height, depth)
