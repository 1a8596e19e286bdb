# /// asset
# word = "trousers"
# synonyms = [
#     "jeans", "pair of jeans", "pants", "pair of trousers", "pair of pants", "slacks", "chinos", "shorts", "sweatpants",
#     "leggings",
# ]
# category = "textiles"
# support = "wall"
# colors = ["cloth"]
# [variants]
# height = {"shorts" = 0.6}
# kind = {"jeans" = "jeans", "shorts" = "shorts", "sweatpants" = "soft", "leggings" = "soft"}
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import ball, beam, box, darker, drape, ellipsoid, fitted, hanger, tube

SOFT = {"roughness": 0.95}
CLOTH = {"jeans": (0.22, 0.33, 0.53), "shorts": (0.72, 0.62, 0.45), "soft": (0.33, 0.34, 0.38)}
STEEL = ((0.72, 0.72, 0.74), {"metallic": 0.8, "roughness": 0.3})


@register("the hanger with its two clips")
def hanger_part():
    return hanger((0, 0.025, 0), 0.34, 0.095, clips=0.13)


@register("a leg that falls from the waist")
def leg(*, side, cloth, length):
    xs, out = np.linspace(-1, 1, 7), 0.118 if length > 0.6 else 0.112
    tops = [(side * 0.088 + 0.082 * x, -0.03, 0) for x in xs]
    hems = [(side * out + 0.058 * x, -length, 0.0) for x in xs]
    deep = [0.054 * math.sqrt(1.05 - 0.8 * x * x) for x in xs]
    fold = [(x, y + 0.035, z) for x, y, z in hems]
    return concat_shapes(
        drape(tops, hems, deep, cloth, SOFT, overlap=3.2),
        drape(fold, [(x, y - 0.002, z) for x, y, z in hems], [d * 1.05 for d in deep], darker(cloth, 0.9), SOFT),
        ellipsoid((side * out, -length, 0), (0.05, 0.004, 0.036), darker(cloth, 0.3), SOFT),
    )


@register("the waistband with its loops, the fly and the pockets")
def waist(*, cloth, kind):
    xs = np.linspace(-0.178, 0.178, 17)
    deep = [0.056 * math.sqrt(1.08 - 0.8 * (x / 0.178) ** 2) for x in xs]
    dark, seam = darker(cloth, 0.8), (0.83, 0.6, 0.28) if kind == "jeans" else darker(cloth, 0.62)
    parts = [drape([(x, -0.003, 0) for x in xs], [(x, -0.048, 0) for x in xs], deep, dark, SOFT)]
    if kind == "soft":
        return concat_shapes(
            *parts,
            *[tube([(s * 0.012, -0.03, 0.058), (s * 0.022, -0.13, 0.062)], 0.004, (0.94, 0.93, 0.9)) for s in (-1, 1)],
        )
    for s in (-1, 1):
        parts.append(box((s * 0.1, -0.026, 0.052), (0.014, 0.056, 0.012), darker(cloth, 0.9), SOFT))
        parts.append(beam((s * 0.09, -0.05, 0.056), (s * 0.165, -0.13, 0.036), (0.007, 0.006), seam, SOFT))
    parts.append(beam((0.02, -0.048, 0.06), (0.018, -0.19, 0.054), (0.006, 0.008), seam, SOFT))
    return concat_shapes(*parts, ball((0, -0.026, 0.062), 0.012, *STEEL))


@register("a pair of trousers on a hanger")
def trousers(*, width=0.42, height=1.12, depth=0.13, kind="plain", cloth=None):
    tone = CLOTH.get(kind, (0.3, 0.29, 0.3)) if cloth is None else cloth
    length = 0.46 if kind == "shorts" else 0.98
    whole = concat_shapes(
        library_call("hanger_part"),
        library_call("waist", cloth=tone, kind=kind),
        *[library_call("leg", side=s, cloth=tone, length=length) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
