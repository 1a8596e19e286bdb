# /// asset
# word = "floor lamp"
# phrase = "a floor lamp with a fabric shade"
# category = "lighting"
# support = "floor"
# licence = "Apache-2.0"
# author = "The Scenewright authors"
# source = "scenewright/lighting/floor_lamp"
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, moved, oval_wall, ring, rod


@register("a leg of the tripod")
def leg(angle, height, look):
    reach = height * 0.19
    return rod(
        (reach * math.cos(angle), 0.0, reach * math.sin(angle)),
        (0.02 * math.cos(angle), height, 0.02 * math.sin(angle)),
        0.014,
        *look,
    )


@register("the shade")
def shade(bottom, top, height, look):
    return concat_shapes(
        oval_wall((0, 0, 0), (bottom, bottom), (top, top), height, *look, thickness=0.004, parts=30),
        ring((0, 0, 0), bottom, 0.004, *look, parts=30),
        ring((0, height, 0), top, 0.004, *look, parts=30),
    )


@register("the glowing bulb")
def bulb(look):
    return ellipsoid((0, 0, 0), (0.04, 0.055, 0.04), *look)


@register("a floor lamp with a fabric shade")
def floor_lamp(
    *,
    width=0.55,
    depth=0.5,
    height=1.58,
    base="tripod",
    shade="cream linen",
    shade_color=None,
    stem="walnut",
    paint=None,
) -> Shape:
    cloth, look, metal = finish(shade, shade_color), finish(stem, paint), finish("brass")
    lit = cloth[0], {**cloth[1], "emission": 0.35}
    low = height - 0.36
    if base == "tripod":
        parts = [library_call("leg", angle=math.pi * (0.5 + 2 * i / 3), height=low - 0.06, look=look) for i in range(3)]
        parts += [
            rod((0, low - 0.1, 0), (0, low - 0.03, 0), 0.04, *look),
            ring((0, low * 0.5, 0), 0.11, 0.006, *metal, parts=20),
        ]
    else:
        parts = [rod((0, 0, 0), (0, 0.025, 0), 0.16, *look), rod((0, 0.02, 0), (0, low, 0), 0.012, *look)]
    parts += [
        rod((0, low - 0.04, 0), (0, low + 0.16, 0), 0.014, *metal),
        moved(library_call("bulb", look=finish("lamp glow")), (0, low + 0.18, 0)),
    ]
    parts += [
        rod((0.14 * math.cos(a), height - 0.03, 0.14 * math.sin(a)), (0, height - 0.03, 0), 0.003, *metal)
        for a in (0.5, 2.6, 4.7)
    ]
    parts.append(moved(library_call("shade", bottom=0.22, top=0.17, height=0.32, look=lit), (0, low + 0.03, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
