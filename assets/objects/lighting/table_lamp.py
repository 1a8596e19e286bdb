# /// asset
# word = "table lamp"
# synonyms = ["bedside lamp", "nightstand lamp", "side lamp", "ceramic lamp"]
# stands_for = ["night light"]
# category = "lighting"
# support = "surface"
# colors = ["base_color", "shade_color"]
# materials = ["base", "shade"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, finish, fitted, moved, oval_wall, ring, rod


@register("the round base")
def base_body(look, metal):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.018, 0), 0.075, *metal),
        ellipsoid((0, 0.1, 0), (0.095, 0.085, 0.095), *look),
        ball((0, 0.165, 0), 0.06, *look),
        rod((0, 0.2, 0), (0, 0.25, 0), 0.018, *look),
        rod((0, 0.24, 0), (0, 0.33, 0), 0.009, *metal),
    )


@register("the shade")
def shade(bottom, top, height, look):
    return concat_shapes(
        oval_wall((0, 0, 0), (bottom, bottom), (top, top), height, *look, thickness=0.004, parts=30),
        ring((0, 0, 0), bottom, 0.003, *look, parts=30),
        ring((0, height, 0), top, 0.003, *look, parts=30),
    )


@register("a table lamp with a round ceramic base and a fabric shade")
def table_lamp(
    *, width=0.32, depth=0.32, height=0.5, base="teal ceramic", base_color=None, shade="cream linen", shade_color=None
) -> Shape:
    look, cloth, metal = finish(base, base_color), finish(shade, shade_color), finish("brass")
    lit = cloth[0], {**cloth[1], "emission": 0.35}
    parts = [
        library_call("base_body", look=look, metal=metal),
        ellipsoid((0, 0.36, 0), (0.03, 0.045, 0.03), *finish("lamp glow")),
    ]
    parts.append(moved(library_call("shade", bottom=0.158, top=0.105, height=0.22, look=lit), (0, 0.27, 0)))
    parts += [rod((0, 0.47, 0), (0.1 * math.cos(a), 0.47, 0.1 * math.sin(a)), 0.0025, *metal) for a in (0.5, 2.6, 4.7)]
    parts += [rod((0, 0.3, 0), (0, 0.49, 0), 0.004, *metal), ball((0, 0.495, 0), 0.011, *metal)]
    return fitted(concat_shapes(*parts), width, height, depth)
