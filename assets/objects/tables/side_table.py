# /// asset
# word = "side table"
# synonyms = [
#     "end table", "accent table", "lamp table", "sofa side table", "drum table", "plant table", "stand",
#     "occasional table",
# ]
# stands_for = ["display stand", "telephone stand", "tv tray", "tray table", "tv tray table", "jewelry stand"]
# category = "tables"
# support = "floor"
# colors = ["paint", "leg_color"]
# materials = ["top", "legs"]
# [variants.shape]
# "round" = "round"
# "circular" = "round"
# "square" = "square"
# "rectangular" = "square"
# "geometric" = "square"
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, rod, taper


@register("the table top")
def top(size, shape, look):
    if shape == "round":
        rim = rod((0, 0.01, 0), (0, 0.026, 0), size / 2, *look)
        return concat_shapes(rod((0, 0, 0), (0, 0.015, 0), size / 2 - 0.008, *look), rim)
    return block((0, 0, 0), (size, 0.026, size), *look)


@register("a splayed leg")
def leg(foot, top, look):
    return taper(top, foot, 0.02, 0.012, *look)


@register("a small lower shelf")
def shelf(size, shape, look):
    if shape == "round":
        return rod((0, 0, 0), (0, 0.016, 0), size / 2, *look)
    return block((0, 0, 0), (size, 0.016, size), *look)


@register("a small side table on three legs")
def side_table(
    *, width=0.45, depth=0.45, height=0.55, shape="round", top="oak", paint=None, legs="oak", leg_color=None
) -> Shape:
    upper = finish(top, paint)
    lower = finish(legs, paint if leg_color is None else leg_color)
    under = height - 0.026
    if shape == "round":
        angles, r0, r1 = [math.pi * (0.5 + 2 * i / 3) for i in range(3)], 0.2, 0.13
    else:
        angles, r0, r1 = [math.pi * (0.25 + i / 2) for i in range(4)], 0.27, 0.25
    parts = [place("top", at=(0, under, 0), size=width, shape=shape, look=upper)]
    parts += [
        library_call(
            "leg",
            foot=(r0 * math.cos(a), 0, r0 * math.sin(a)),
            top=(r1 * math.cos(a), under, r1 * math.sin(a)),
            look=lower,
        )
        for a in angles
    ]
    parts.append(
        place("shelf", at=(0, height * 0.32, 0), size=0.3 if shape == "round" else 0.36, shape=shape, look=upper)
    )
    return fitted(concat_shapes(*parts), width, height, depth)
