# /// asset
# word = "low table"
# synonyms = [
#     "chabudai", "low tea table", "low wooden table", "floor table", "low dining table", "japanese table",
#     "tea ceremony table", "low japanese table", "zataku", "low round table",
# ]
# stands_for = ["kotatsu"]
# category = "tables"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# [variants.outline]
# "round" = "round"
# "circular" = "round"
# "low round table" = "round"
# ///
from scene.language import *
from scene.language.modelling import beam, darker, disc, finish, fitted, plate


@register("the low legs, splayed, with their rails")
def low_legs(*, width, depth, look):
    dark = (darker(look[0], 0.8), look[1])
    x, z = width / 2 - 0.13, depth / 2 - 0.12
    legs = [
        beam((sx * x, 0.3, sz * z), (sx * (x + 0.035), 0, sz * (z + 0.03)), (0.055, 0.055), *dark)
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    rails = [beam((-x, 0.27, sz * z), (x, 0.27, sz * z), (0.03, 0.06), *dark) for sz in (-1, 1)]
    rails += [beam((sx * x, 0.27, -z), (sx * x, 0.27, z), (0.03, 0.06), *dark) for sx in (-1, 1)]
    return concat_shapes(*legs, *rails)


@register("the top of joined boards with a rounded edge")
def low_top(*, width, depth, outline, look):
    if outline == "round":
        return concat_shapes(
            disc((0, 0.3, 0), (width / 2, width / 2), 0.042, *look),
            disc((0, 0.285, 0), (width / 2 - 0.03, width / 2 - 0.03), 0.02, *look),
        )
    board = depth / 3
    boards = [
        plate(
            (0, 0.305, (k - 1) * board),
            (width, 0.037, board - 0.004),
            0.02,
            darker(look[0], 0.93 + 0.07 * (k % 2)),
            look[1],
        )
        for k in range(3)
    ]
    return concat_shapes(
        *boards, plate((0, 0.285, 0), (width - 0.05, 0.025, depth - 0.05), 0.04, darker(look[0], 0.6), look[1])
    )


@register("a low wooden table to sit at on the floor")
def low_table(*, width=1.1, height=0.342, depth=0.75, paint=None, wood="walnut", outline="oblong"):
    look = finish(wood, paint)
    deep = width if outline == "round" else depth
    whole = concat_shapes(
        library_call(
            "low_legs",
            width=width * (0.8 if outline == "round" else 1),
            depth=deep * (0.8 if outline == "round" else 1),
            look=look,
        ),
        library_call("low_top", width=width, depth=deep, outline=outline, look=look),
    )
    return fitted(whole, width, height, deep)
