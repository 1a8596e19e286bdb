# /// asset
# word = "rain umbrella"
# synonyms = ["open umbrella", "hand umbrella", "walking umbrella", "wet umbrella", "umbrella for the rain"]
# category = "textiles"
# support = "floor"
# colors = ["cloth"]
# materials = ["handle"]
# ///
import math

from scene.language import *
from scene.language.modelling import arc, ball, cone, darker, fitted, oval_wall, rod, rotated, tube


@register("the canopy of cloth over eight ribs")
def canopy(*, cloth):
    ribs, rows = 8, 8
    arch = [(0.52 * math.sin(a), 0.32 * math.cos(a)) for a in [math.radians(84) * k / rows for k in range(rows + 1)]]
    parts = [
        oval_wall((0, y1, 0), (r1, r1), (max(r0, 0.01),) * 2, y0 - y1, cloth, {"roughness": 0.6}, thickness=0.004, parts=32)
        for (r0, y0), (r1, y1) in zip(arch, arch[1:], strict=False)
    ]
    for i in range(ribs):
        c, s = math.cos(2 * math.pi * i / ribs), math.sin(2 * math.pi * i / ribs)
        seam = [(r * c, y + 0.002, r * s) for r, y in arch]
        parts += [rod(p, q, 0.004, darker(cloth, 0.6)) for p, q in zip(seam, seam[1:], strict=False)]
        parts.append(rod((0, 0.1, 0), (0.4 * c, 0.18, 0.4 * s), 0.004, (0.6, 0.6, 0.62)))
    tips = [
        ball((0.515 * math.cos(a), 0.04, 0.515 * math.sin(a)), 0.009, (0.7, 0.7, 0.72))
        for a in [2 * math.pi * i / ribs for i in range(ribs)]
    ]
    return concat_shapes(*parts, *tips)


@register("an open rain umbrella that lies on its rim and handle")
def rain_umbrella(*, width=1.05, height=0.85, depth=1.05, cloth=(0.1, 0.2, 0.45), handle="walnut"):
    hook = [(x, y, 0) for x, y in arc(0.05, 0, -math.pi, 9, (-0.05, -0.5))]
    standing = concat_shapes(
        library_call("canopy", cloth=cloth),
        rod((0, -0.5, 0), (0, 0.32, 0), 0.008, (0.6, 0.6, 0.62), {"metallic": 0.8, "roughness": 0.3}),
        cone((0, 0.3, 0), (0, 0.42, 0), 0.014, (0.5, 0.5, 0.52)),
        tube([(0, -0.38, 0), *hook], 0.015, *surface(handle)),
    )
    return fitted(rotated(standing, 0.86, (1, 0, 0)), width, height, depth)
