# /// asset
# word = "L-shaped desk"
# synonyms = [
#     "corner desk", "l shaped desk", "l-shaped workstation", "workstation", "corner computer desk",
#     "l shaped computer desk", "l shaped office desk",
# ]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "leg_color"]
# materials = ["top", "legs"]
# [variants]
# side = {"left" = "left", "right" = "right"}
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, mirrored, moved, tray


@register("a square leg")
def leg(height, look):
    return block((0, 0, 0), (0.045, height, 0.045), *look)


@register("a drawer front with a bar handle")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.018), *look),
        tray((0, 0.012, -0.009 - depth / 2), (width - 0.04, height - 0.035, depth), 0.007, *look),
        block((0, height * 0.65, 0.016), (0.12, 0.012, 0.02), *metal),
    )


@register("the two wings of the top")
def top(width, depth, wing, look):
    return concat_shapes(
        block((0, 0, -depth / 2 + wing / 2), (width, 0.03, wing), *look),
        block((-width / 2 + wing / 2, 0, wing / 2 + 0.001), (wing, 0.03, depth - wing - 0.002), *look),
    )


@register("an L-shaped corner desk with a drawer unit")
def l_shaped_desk(
    *, width=1.6, depth=1.5, height=0.75, side="left", top="oak", paint=None, legs="black metal", leg_color=None
) -> Shape:
    wood, metal = finish(top, paint), finish(legs, leg_color)
    dark = darker(wood[0], 0.72), wood[1]
    wing, under = 0.62, height - 0.03
    x, z = width / 2 - 0.04, depth / 2 - 0.04
    parts = [library_call("top", width=width, depth=depth, wing=wing, look=wood)]
    parts = [moved(parts[0], (0, under, 0))]
    spots = [(-x, -z), (-x, z), (-x + wing - 0.08, z), (-x + wing - 0.08, -z + wing - 0.08)]
    parts += [place("leg", at=(px, 0, pz), height=under, look=metal) for px, pz in spots]
    cx, w = width / 2 - 0.22, 0.4
    parts.append(carcass((cx, 0.04, -depth / 2 + wing / 2 - 0.0045), (w, under - 0.04, wing - 0.069), 0.012, *dark))
    parts.append(block((cx, 0, -depth / 2 + wing / 2), (w - 0.06, 0.04, wing - 0.12), *metal))
    each = (under - 0.04) / 3
    parts += [
        moved(
            library_call("drawer", width=w - 0.01, height=each - 0.012, depth=wing - 0.12, look=wood, metal=metal),
            (cx, 0.046 + each * i, -depth / 2 + wing - 0.0285),
        )
        for i in range(3)
    ]
    parts.append(block((-0.2, under - 0.32, -depth / 2 + 0.03), (width - 0.5, 0.32, 0.016), *wood))
    whole = concat_shapes(*parts)
    if side == "right":
        whole = mirrored(whole)
    return fitted(whole, width, height, depth)
