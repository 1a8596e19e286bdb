# /// asset
# word = "desk"
# synonyms = [
#     "teacher's desk", "teacher desk",
#     "office desk", "work desk", "computer desk", "study desk", "executive desk", "workstation desk",
#     "home office desk", "art desk", "artist desk", "craft desk",
# ]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "leg_color"]
# materials = ["top", "legs"]
# [variants]
# drawers = {"with drawers" = 3, "open" = 0, "simple" = 0}
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, rod, tray


@register("a drawer front with a bar handle")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.018), *look),
        tray((0, 0.012, -0.009 - depth / 2), (width - 0.04, height - 0.035, depth), 0.007, *look),
        rod((-0.06, height * 0.62, 0.022), (0.06, height * 0.62, 0.022), 0.006, *metal),
        *[rod((s * 0.05, height * 0.62, 0.005), (s * 0.05, height * 0.62, 0.022), 0.004, *metal) for s in (-1, 1)],
    )


@register("the desktop")
def desktop(width, depth, look):
    return block((0, 0, 0), (width, 0.03, depth), *look)


@register("a square leg")
def leg(height, look):
    return block((0, 0, 0), (0.04, height, 0.04), *look)


@register("a desk with a pedestal of three drawers")
def desk(
    *, width=1.4, depth=0.7, height=0.75, drawers=3, top="oak", paint=None, legs="black metal", leg_color=None
) -> Shape:
    wood, metal = finish(top, paint), finish(legs, leg_color)
    dark = darker(wood[0], 0.72), wood[1]
    under, x, z = height - 0.03, width / 2 - 0.03, depth / 2 - 0.03
    # The user sits at +z: the drawers open toward them.
    parts = [place("desktop", at=(0, under, 0), width=width, depth=depth, look=wood)]
    parts += [place("leg", at=(-x, 0, t * z), height=under, look=metal) for t in (-1, 1)]
    parts.append(block((-x, 0.06, 0), (0.03, 0.04, 2 * z), *metal))
    if drawers:
        w, bottom = 0.4, 0.05
        cx = width / 2 - w / 2 - 0.02
        parts.append(carcass((cx, bottom, -0.0125), (w, under - bottom, depth - 0.065), 0.012, *dark))
        parts.append(block((cx, 0, -0.01), (w - 0.06, bottom, depth - 0.14), *metal))
        each = (under - bottom) / drawers
        parts += [
            moved(
                library_call("drawer", width=w - 0.008, height=each - 0.01, depth=depth - 0.13, look=wood, metal=metal),
                (cx, bottom + 0.006 + each * i, depth / 2 - 0.0345),
            )
            for i in range(drawers)
        ]
    else:
        parts += [place("leg", at=(x, 0, t * z), height=under, look=metal) for t in (-1, 1)]
        parts.append(block((x, 0.06, 0), (0.03, 0.04, 2 * z), *metal))
    parts.append(block((0, under - 0.3, -depth / 2 + 0.05), (width - 0.1, 0.3, 0.016), *wood))
    return fitted(concat_shapes(*parts), width, height, depth)
