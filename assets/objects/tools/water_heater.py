# /// asset
# word = "water heater"
# synonyms = ["boiler", "hot water tank"]
# stands_for = ["furnace", "water tank", "rain tank", "propane heater", "gas boiler"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod, tube


@register("the tank")
def tank_part(*, paint):
    gloss = {"roughness": 0.35}
    bands = [rod((0, y, 0), (0, y + 0.012, 0), 0.262, darker(paint, 0.8)) for y in (0.35, 1.15)]
    return concat_shapes(
        rod((0, 0.08, 0), (0, 1.4, 0), 0.26, paint, gloss),
        ellipsoid((0, 1.4, 0), (0.26, 0.06, 0.26), paint, gloss),
        *bands,
        *[
            rod(
                (0.18 * math.cos(a), 0, 0.18 * math.sin(a)),
                (0.18 * math.cos(a), 0.09, 0.18 * math.sin(a)),
                0.02,
                (0.2, 0.2, 0.2),
            )
            for a in (0.5, 2.6, 4.7)
        ],
    )


@register("the pipes, the valve and the panel")
def fittings():
    copper = surface("copper")
    return concat_shapes(
        *[tube([(s * 0.1, 1.42, 0), (s * 0.1, 1.68, 0), (s * 0.1, 1.68, -0.28)], 0.016, *copper) for s in (-1, 1)],
        box((0, 0.35, 0.26), (0.2, 0.22, 0.05), (0.25, 0.26, 0.28)),
        rod((0, 0.35, 0.28), (0, 0.35, 0.305), 0.035, (0.8, 0.15, 0.12)),
        tube([(0.2, 1.2, 0.16), (0.26, 1.2, 0.2), (0.26, 0.2, 0.2)], 0.012, *copper),
        box((0, 0.9, 0.255), (0.16, 0.22, 0.012), (0.98, 0.9, 0.35)),
    )


@register("an upright water heater with pipes")
def water_heater(*, width=0.55, height=1.7, depth=0.6, paint=(0.9, 0.9, 0.89)):
    whole = concat_shapes(library_call("tank_part", paint=paint), library_call("fittings"))
    return fitted(whole, width, height, depth)
