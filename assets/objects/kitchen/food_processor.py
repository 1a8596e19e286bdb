# /// asset
# word = "food processor"
# synonyms = ["chopper"]
# stands_for = ["juicer", "citrus juicer", "electric juicer", "soy milk maker"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, rotated, round_wall, tube


@register("the motor base")
def base_part(*, paint):
    return concat_shapes(
        *[
            ellipsoid((0, 0.02 + 0.01 * i, 0), (0.115 - 0.003 * i, 0.03, 0.115 - 0.003 * i), paint, {"roughness": 0.3})
            for i in range(10)
        ],
        rod((0, 0.06, 0.1), (0, 0.06, 0.118), 0.025, *surface("chrome")),
        rod((0, 0, 0), (0, 0.012, 0), 0.1, (0.12, 0.12, 0.12)),
    )


@register("the clear bowl with its handle and the blades")
def bowl_part():
    glass = surface("glass")
    steel = surface("steel")
    blades = [
        rotated(box((0.03, 0.17 + 0.03 * i, 0), (0.06, 0.003, 0.018), *steel), math.pi * i + 0.5) for i in range(2)
    ]
    return concat_shapes(
        round_wall((0.08, 0.13), (0.1, 0.3), 0.004, *glass, panels=36),
        rod((0, 0.125, 0), (0, 0.132, 0), 0.08, *glass),
        rod((0, 0.13, 0), (0, 0.22, 0), 0.014, (0.85, 0.85, 0.86)),
        *blades,
        tube([(0.09, 0.28, 0), (0.125, 0.27, 0), (0.12, 0.18, 0), (0.088, 0.16, 0)], 0.009, (0.15, 0.15, 0.16)),
    )


@register("the lid with its feed tube")
def lid_part():
    glass = surface("glass")
    return concat_shapes(
        rod((0, 0.298, 0), (0, 0.315, 0), 0.103, (0.3, 0.31, 0.33), {"opacity": 0.6, "roughness": 0.1}),
        moved(round_wall((0.035, 0.315), (0.035, 0.385), 0.004, *glass, panels=20), (0.03, 0, 0)),
        rod((0.03, 0.37, 0), (0.03, 0.4, 0), 0.03, (0.15, 0.15, 0.16)),
    )


@register("a food processor with a clear bowl")
def food_processor(*, width=0.24, height=0.4, depth=0.24, paint=(0.9, 0.9, 0.91)):
    whole = concat_shapes(library_call("base_part", paint=paint), library_call("bowl_part"), library_call("lid_part"))
    return fitted(whole, width, height, depth)
