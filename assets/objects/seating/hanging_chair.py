# /// asset
# word = "hanging chair"
# synonyms = ["egg chair", "swing chair", "hanging egg chair", "hammock chair", "wicker egg chair", "pod chair"]
# stands_for = ["hammock swing"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["cushion"]
# materials = ["wicker", "frame"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, hoop, moved, rod, tube


@register("the curved stand on its round foot")
def stand(*, look):
    mast = [
        (0, 0.03, -0.5),
        (0, 0.6, -0.62),
        (0, 1.2, -0.62),
        (0, 1.7, -0.45),
        (0, 1.9, -0.2),
        (0, 1.92, 0.0),
        (0, 1.86, 0.06),
    ]
    return concat_shapes(
        hoop(0.5, 0.03, *look, center=(0, 0.03, 0), parts=36),
        rod((-0.5, 0.03, 0), (0.5, 0.03, 0), 0.022, *look),
        rod((0, 0.03, -0.5), (0, 0.03, 0.5), 0.022, *look),
        tube(mast, 0.034, *look),
        rod((0, 1.87, 0.04), (0, 1.66, 0.04), 0.008, *surface("steel")),
    )


@register("the woven egg, open in front")
def egg(*, look):
    def spot(a, t):
        """On the shell: `a` around from the middle of the back, `t` from the bottom (0) to the top (1)."""
        r = 0.46 * math.sin(math.pi * (0.06 + 0.9 * t)) ** 0.7
        return (r * math.sin(a), 0.36 + 1.29 * t, 0.04 - 0.92 * r * math.cos(a))

    opening = [2.2 - 0.55 * math.sin(math.pi * t) for t in np.linspace(0, 1, 15)]
    ts = np.linspace(0, 1, 15)
    hoops = []
    for t, reach in zip(ts, opening, strict=True):
        whole = t < 0.2
        span = math.pi if whole else reach
        hoops.append(tube([spot(a, t) for a in np.linspace(-span, span, 27)], 0.011, *look))
    ribs = []
    for k in range(-11, 12):
        a = k * 0.16
        ribs.append(tube([spot(a, t) for t, reach in zip(ts, opening, strict=True) if abs(a) <= reach], 0.009, *look))
    ribs += [tube([spot(math.pi + k * 0.3, t) for t in ts[:3]], 0.009, *look) for k in range(-3, 4)]
    lips = [
        tube([spot(s * reach, t) for t, reach in zip(ts[2:], opening[2:], strict=True)], 0.022, *look) for s in (-1, 1)
    ]
    return concat_shapes(*hoops, *ribs, *lips, ellipsoid((0, 1.64, 0.04), (0.07, 0.03, 0.07), *look))


@register("the cushions")
def cushions(*, cushion):
    soft = {"roughness": 0.95}
    return concat_shapes(
        ellipsoid((0, 0.62, 0.04), (0.41, 0.11, 0.38), cushion, soft),
        moved(ellipsoid((0, 0, 0), (0.36, 0.34, 0.1), cushion, soft), (0, 0.96, -0.26), -0.12, (1, 0, 0)),
    )


@register("an egg-shaped wicker chair hanging from a curved stand, with a cushion")
def hanging_chair(
    *, width=1.06, height=1.95, depth=1.2, cushion=(0.93, 0.9, 0.82), wicker="rattan", frame="black metal"
):
    whole = concat_shapes(
        library_call("stand", look=finish(frame)),
        library_call("egg", look=finish(wicker)),
        library_call("cushions", cushion=cushion),
    )
    return fitted(whole, width, height, depth)
