# /// asset
# word = "elevator door"
# synonyms = ["elevator", "elevator doors", "lift door", "lift doors", "sliding elevator doors"]
# category = "doors"
# support = "wall"
# clearance = {front = 1.0}
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import block, box, cone, darker, finish, fitted


@register("the frame around the doors")
def frame(*, look):
    dark = (darker(look[0], 0.7), look[1])
    return concat_shapes(
        *[block((s * 0.68, 0, 0.0), (0.16, 2.3, 0.16), *look) for s in (-1, 1)],
        block((0, 2.1, 0.0), (1.2, 0.2, 0.16), *look),
        block((0, 0, 0.0), (1.2, 0.012, 0.15), *dark),
        *[box((0, 0.014, z), (1.2, 0.004, 0.008), (0.05, 0.05, 0.06)) for z in (-0.02, 0.02)],
    )


@register("a sliding leaf")
def leaf(*, side, look):
    dark = (darker(look[0], 0.85), look[1])
    x = side * 0.301
    return concat_shapes(
        block((x, 0.012, -0.03), (0.598, 2.09, 0.05), *dark),
        box((x, 1.06, -0.003), (0.5, 1.9, 0.008), *look),
        *[box((x + side * 0.02 * k, 1.06, 0.002), (0.004, 1.9, 0.004), *dark) for k in (-6, -3, 0, 3, 6)],
    )


@register("the arrows above the doors")
def arrows():
    glow = {"emission": 1.5}
    return concat_shapes(
        box((0, 2.2, 0.081), (0.26, 0.12, 0.008), (0.05, 0.05, 0.06)),
        cone((-0.06, 2.17, 0.087), (-0.06, 2.235, 0.087), 0.03, (1.0, 0.55, 0.15), glow),
        cone((0.06, 2.23, 0.087), (0.06, 2.165, 0.087), 0.03, (0.4, 0.2, 0.08)),
    )


@register("the steel doors of an elevator with two leaves")
def elevator_door(*, width=1.52, height=2.3, depth=0.18, metal="brushed steel", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("frame", look=look),
        *[library_call("leaf", side=s, look=look) for s in (-1, 1)],
        library_call("arrows"),
    )
    return fitted(whole, width, height, depth)
