# /// asset
# word = "nightstand"
# synonyms = ["bedside table", "night table", "bedside cabinet", "night stand", "bed side table", "bedside stand"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.3}
# colors = ["paint", "top_color"]
# materials = ["frame", "top", "handles"]
# [variants]
# drawers = {"two drawer" = 2, "with two drawers" = 2, "with drawers" = 2}
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import ball, block, carcass, darker, finish, fitted, moved, taper, tray


@register("a drawer with a round knob")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.016), *look),
        tray((0, 0.012, -0.008 - depth / 2), (width - 0.03, height - 0.03, depth), 0.007, *look),
        ball((0, height / 2, 0.022), 0.014, *metal),
    )


@register("a short tapered leg")
def leg(height, look):
    return taper((0, height, 0), (0, 0, 0), 0.022, 0.012, *look)


@register("a nightstand with one drawer and an open shelf")
def nightstand(
    *,
    width=0.48,
    depth=0.4,
    height=0.55,
    drawers=1,
    frame="oak",
    paint=None,
    top="oak",
    top_color=None,
    handles="brass",
) -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    dark = darker(wood[0], 0.6), wood[1]
    foot, board = 0.14, 0.02
    inside, front = height - foot, depth / 2 - 0.02
    parts = [
        place("leg", at=(s * (width / 2 - 0.045), 0, t * (depth / 2 - 0.05)), height=foot, look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    cover = finish(top, paint if top == frame and top_color is None else top_color)
    parts += [
        block((0, y, -0.005), (width, board, depth - 0.01), *look)
        for y, look in ((foot, wood), (height - board, cover))
    ]
    parts += [
        block((s * (width - board) / 2, foot, -0.006), (board, inside - board, depth - 0.012), *wood) for s in (-1, 1)
    ]
    parts.append(block((0, foot + 0.01, -depth / 2 + 0.012), (width - 0.02, inside - 0.02, 0.012), *dark))
    tall = (inside - 2 * board) / 2
    for i in range(drawers):
        y = height - board - tall * (i + 1)
        parts.append(carcass((0, y, -0.01), (width - 2 * board, tall, depth - 0.06), 0.008, *dark))
        parts.append(
            moved(
                library_call(
                    "drawer",
                    width=width - 2 * board - 0.01,
                    height=tall - 0.01,
                    depth=depth - 0.1,
                    look=wood,
                    metal=metal,
                ),
                (0, y + 0.005, front - 0.01),
            )
        )
    return fitted(concat_shapes(*parts), width, height, depth)
