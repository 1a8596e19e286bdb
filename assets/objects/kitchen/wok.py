# /// asset
# word = "wok"
# synonyms = ["wok pan", "chinese wok", "stir fry pan", "woks"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted, hoop, moved, oval_wall, rod


@register("a wok with its long handle and vegetables in it")
def wok(*, width=0.36, height=0.16, depth=0.62, paint=(0.14, 0.14, 0.15)):
    iron = {"roughness": 0.4, "metallic": 0.4}
    arch = [(0.17 * math.sin(a), 0.1 - 0.1 * math.cos(a)) for a in [math.radians(15 + 75 * k / 8) for k in range(9)]]
    bowl = [
        oval_wall((0, y0, 0), (r0, r0), (r1, r1), y1 - y0, paint, iron, thickness=0.006, parts=32)
        for (r0, y0), (r1, y1) in itertools.pairwise(arch)
    ]
    bits = []
    for i, tone in enumerate(((0.85, 0.2, 0.12), (0.3, 0.6, 0.2), (0.95, 0.6, 0.15), (0.95, 0.85, 0.4)) * 7):
        a, r = 2.4 * i, 0.022 * math.sqrt(i)
        bits.append(ellipsoid((r * math.cos(a), 0.05 + 0.004 * (i % 4), r * math.sin(a)), (0.02, 0.008, 0.012), tone))
    whole = concat_shapes(
        *bowl,
        rod((0, 0.0, 0), (0, 0.008, 0), 0.055, paint, iron),
        rod((0, 0.008, 0), (0, 0.045, 0), 0.115, (0.1, 0.08, 0.06)),
        *bits,
        hoop(0.172, 0.005, paint, iron, center=(0, 0.1, 0), parts=32),
        rod((0, 0.09, 0.16), (0, 0.13, 0.26), 0.009, paint, iron),
        rod((0, 0.13, 0.26), (0, 0.165, 0.42), 0.015, (0.55, 0.36, 0.2)),
        moved(ball((0, 0, 0), 0.015, (0.55, 0.36, 0.2)), (0, 0.165, 0.42)),
        hoop(0.03, 0.006, paint, iron, center=(0, 0.1, -0.19), parts=14),
    )
    return fitted(whole, width, height, depth)
