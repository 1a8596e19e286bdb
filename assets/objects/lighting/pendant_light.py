# /// asset
# word = "pendant light"
# synonyms = [
#     "pendant lamp", "hanging lamp", "hanging light", "pendant", "suspension lamp", "drop light", "ceiling pendant",
#     "industrial pendant",
# ]
# category = "lighting"
# support = "ceiling"
# colors = ["paint"]
# materials = ["shade"]
# [variants.style]
# "globe" = "globe"
# "glass" = "globe"
# "spherical" = "globe"
# "woven" = "woven"
# "rattan" = "woven"
# "macrame" = "woven"
# "wicker" = "woven"
# "bamboo" = "woven"
# ///
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, finish, fitted, moved, ring, rod


@register("a dome shade in turned rings")
def dome(look):
    n = 12
    layers = []
    for i in range(n):
        f = i / n
        layers.append(
            rod((0, 0.2 * f, 0), (0, 0.2 * (f + 1 / n) + 0.001, 0), 0.2 * math.sqrt(1 - f**1.7) + 0.012, *look)
        )
    inner = (
        tuple(0.4 * c + 0.6 * w for c, w in zip(look[0], (1.0, 0.9, 0.7), strict=True)),
        {"roughness": 0.6, "emission": 0.6},
    )
    return concat_shapes(
        *layers, rod((0, -0.002, 0), (0, 0.0, 0), 0.19, *inner), rod((0, 0.19, 0), (0, 0.25, 0), 0.03, *look)
    )


@register("a glass globe round a bulb")
def globe(look):
    lit = look[0], {**look[1], "opacity": min(0.6, look[1].get("opacity", 1.0)), "emission": 0.4}
    return concat_shapes(ball((0, 0.1, 0), 0.22, *lit), rod((0, 0.3, 0), (0, 0.36, 0), 0.045, *finish("brass")))


@register("a woven basket shade")
def woven(look):
    hoops = [
        ring((0, 0.026 * i, 0), 0.05 + 0.17 * math.sqrt(1 - (i / 8) ** 2), 0.008, *look, parts=14) for i in range(8)
    ]
    ribs = []
    for k in range(8):
        a = 2 * math.pi * k / 8
        spots = [
            (
                (0.05 + 0.17 * math.sqrt(1 - (i / 8) ** 2)) * math.cos(a),
                0.026 * i,
                (0.05 + 0.17 * math.sqrt(1 - (i / 8) ** 2)) * math.sin(a),
            )
            for i in (0, 3, 6, 8)
        ]
        ribs += [rod(spots[i], spots[i + 1], 0.005, *look) for i in range(3)]
    return concat_shapes(*hoops, *ribs)


@register("the bulb")
def bulb(look):
    return ellipsoid((0, 0, 0), (0.045, 0.055, 0.045), *look)


@register("a pendant light with a dome shade on a cable")
def pendant_light(*, width=0.44, depth=0.44, height=0.95, style="dome", shade="black metal", paint=None) -> Shape:
    look, dark = finish(shade, paint), finish("black metal")
    top = (0.83 if style == "globe" else 0.95) + max(height - 0.95, 0.0)  # only the cable is longer
    parts = [
        library_call(style, look=look),
        rod((0, 0.24, 0), (0, top, 0), 0.005, *dark),
        rod((0, top - 0.03, 0), (0, top, 0), 0.055, *dark),
    ]
    parts.append(moved(library_call("bulb", look=finish("lamp glow")), (0, 0.1 if style != "dome" else 0.0, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
