# /// asset
# word = "brewing tank"
# synonyms = ["brew kettle", "brewery tank", "fermenter", "fermentation tank", "brewing kettle", "mash tun", "storage tank", "steel tank",
#   "brewing vessel"]
# category = "appliances"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, lathe, pipe, rod


@register("the tank with domed top, manhole and cone bottom")
def tank(*, radius, base, top, look):
    height = top - base
    bands = [
        rod(
            (0, base + height * y, 0),
            (0, base + height * (y + 0.012), 0),
            radius * 1.012,
            darker(look[0], 0.8),
            look[1],
        )
        for y in (0.3, 0.55, 0.8)
    ]
    return concat_shapes(
        lathe([(radius * 0.16, base), (radius * 0.98, base + height * 0.26)], *look, slices=18),
        rod((0, base + height * 0.25, 0), (0, base + height * 0.84, 0), radius, *look),
        ellipsoid((0, base + height * 0.84, 0), (radius, height * 0.13, radius), *look),
        rod((0, base + height * 0.93, 0), (0, base + height * 0.985, 0), radius * 0.34, *look),
        rod(
            (-radius * 0.1, base + height * 0.99, 0),
            (radius * 0.1, base + height * 0.99, 0),
            radius * 0.05,
            (0.12, 0.12, 0.13),
        ),
        *bands,
    )


@register("four legs")
def legs_part(*, radius, height, look):
    return loop(
        4,
        lambda i: concat_shapes(
            rod(
                (radius * 0.86 * math.cos(i * 1.571 + 0.785), 0.02, radius * 0.86 * math.sin(i * 1.571 + 0.785)),
                (radius * 0.9 * math.cos(i * 1.571 + 0.785), height, radius * 0.9 * math.sin(i * 1.571 + 0.785)),
                radius * 0.06,
                *look,
            ),
            rod(
                (radius * 0.86 * math.cos(i * 1.571 + 0.785), 0, radius * 0.86 * math.sin(i * 1.571 + 0.785)),
                (radius * 0.86 * math.cos(i * 1.571 + 0.785), 0.025, radius * 0.86 * math.sin(i * 1.571 + 0.785)),
                radius * 0.12,
                *look,
            ),
        ),
    )


@register("the round hatch, the gauge and the sight glass")
def fittings(*, radius, y, look):
    dark = (0.12, 0.12, 0.13)
    hatch = [
        rod((0, y, radius * 0.94), (0, y, radius * 1.06), radius * 0.34, *look),
        *[
            ellipsoid(
                (radius * 0.3 * math.cos(a), y + radius * 0.3 * math.sin(a), radius * 1.06),
                (radius * 0.035,) * 3,
                (0.5, 0.51, 0.53),
            )
            for a in np.linspace(0, 2 * math.pi, 9)[:-1]
        ],
        rod((-radius * 0.16, y, radius * 1.1), (radius * 0.16, y, radius * 1.1), radius * 0.03, dark),
    ]
    gauge = [
        rod(
            (-radius * 0.42, y + radius * 0.62, radius * 0.88),
            (-radius * 0.45, y + radius * 0.62, radius * 1.02),
            radius * 0.13,
            dark,
        ),
        rod(
            (-radius * 0.45, y + radius * 0.62, radius * 1.0),
            (-radius * 0.455, y + radius * 0.62, radius * 1.04),
            radius * 0.11,
            (0.97, 0.97, 0.95),
        ),
        rod(
            (-radius * 0.455, y + radius * 0.62, radius * 1.045),
            (-radius * 0.39, y + radius * 0.68, radius * 1.045),
            radius * 0.012,
            (0.85, 0.15, 0.12),
        ),
    ]
    sight = [
        rod(
            (radius * 0.62, y - radius * 0.6, radius * 0.86),
            (radius * 0.62, y + radius * 0.5, radius * 0.86),
            radius * 0.045,
            (0.95, 0.7, 0.25),
            {"roughness": 0.05},
        )
    ]
    return concat_shapes(*hatch, *gauge, *sight)


@register("the tap and the pipe")
def pipework(*, radius, base, top, look):
    outlet = pipe(
        [
            (-radius * 0.2, top, 0),
            (-radius * 0.2, top + radius * 0.16, 0),
            (-radius * 1.2, top + radius * 0.16, 0),
            (-radius * 1.2, base + 0.1, 0),
        ],
        radius * 0.05,
        *look,
    )
    return concat_shapes(
        outlet,
        rod((0, base, 0), (0, base - 0.08, 0), radius * 0.08, *look),
        rod((0, base - 0.07, 0), (0, base - 0.07, radius * 0.6), radius * 0.05, *look),
        rod((0, base - 0.07, radius * 0.55), (0, base - 0.13, radius * 0.6), radius * 0.05, *look),
        box((0, base - 0.02, radius * 0.48), (radius * 0.3, 0.016, 0.03), (0.8, 0.2, 0.15)),
    )


@register("a steel brewing tank with a cone bottom, a gauge and a tap")
def brewing_tank(*, width=0.85, height=1.9, depth=0.82, paint=None, metal="stainless steel"):
    look, r, base, top = finish(metal, paint), 0.36, 0.42, 1.78
    whole = concat_shapes(
        library_call("tank", radius=r, base=base, top=top, look=look),
        library_call("legs_part", radius=r, height=0.85, look=look),
        library_call("fittings", radius=r, y=1.15, look=look),
        library_call("pipework", radius=r, base=base, top=top, look=look),
    )
    return fitted(whole, width, height, depth)
