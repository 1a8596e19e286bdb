# /// asset
# word = "deck of cards"
# synonyms = ["playing cards", "cards", "card deck", "card game", "card holder", "pack of cards", "poker cards"]
# category = "toys"
# support = "surface"
# colors = ["back_color"]
# materials = ["holder"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rotated, stretched


@register("a playing card with its pips")
def card(*, width, height, suit, rank, back_color):
    white, red, black = (0.98, 0.98, 0.96), (0.82, 0.1, 0.12), (0.1, 0.1, 0.11)
    tone = red if suit in ("heart", "diamond") else black

    def pip(x, y, size):
        if suit == "diamond":
            return [
                moved(
                    stretched(
                        rotated(box((0, 0, 0), (size, size, 0.0004), tone), math.pi / 4, (0, 0, 1)), (0.8, 1.1, 1)
                    ),
                    (x, y, 0.0008),
                )
            ]
        lobes = [
            ellipsoid(
                (x + k * size * 0.27, y + (0.16 if suit == "heart" else -0.12) * size, 0.0008),
                (size * 0.32, size * 0.32, 0.0004),
                tone,
            )
            for k in (-1, 1)
        ]
        point = -0.16 if suit == "heart" else 0.16
        lobes.append(
            moved(
                box((0, 0, 0), (size * 0.62, size * 0.62, 0.0007), tone),
                (x, y + point * size * 0.6, 0.0008),
                math.pi / 4,
                (0, 0, 1),
            )
        )
        if suit != "heart":
            lobes.append(box((x, y - size * 0.5, 0.0008), (size * 0.14, size * 0.34, 0.0006), tone))
        return lobes

    spots = {
        1: [(0, 0)],
        3: [(0, 0.26), (0, 0), (0, -0.26)],
        4: [(-0.2, 0.26), (0.2, 0.26), (-0.2, -0.26), (0.2, -0.26)],
    }[rank]
    size = width * (0.42 if rank == 1 else 0.24)
    marks = [m for x, y in spots for m in pip(x * width, y * height, size)]
    corner = pip(-width * 0.38, height * 0.4, width * 0.13)
    return concat_shapes(
        box((0, 0, 0), (width, height, 0.001), white, {"roughness": 0.4}),
        box((0, 0, -0.0008), (width * 0.9, height * 0.94, 0.0006), back_color),
        *marks,
        *corner,
    )


@register("the slotted holder")
def slotted_holder(*, width, height, depth, holder):
    look = surface(holder)
    return concat_shapes(
        box((0, height / 2, -depth * 0.28), (width, height, depth * 0.44), *look),
        box((0, height * 0.3, depth * 0.28), (width, height * 0.6, depth * 0.44), *look),
        box((0, height * 0.15, 0), (width, height * 0.3, depth), *look),
    )


@register("the rest of the deck, face down")
def deck(*, width, height, thick, back_color):
    frame = box((0, thick + 0.0003, 0), (width * 0.86, 0.0008, height * 0.9), back_color)
    lattice = [
        moved(
            box((0, thick + 0.0007, 0), (width * 0.5, 0.0006, 0.0012), (0.97, 0.95, 0.9)),
            (0, 0, height * (-0.3 + 0.15 * i)),
            a,
        )
        for i in range(5)
        for a in (0.6, -0.6)
    ]
    return concat_shapes(
        box((0, thick / 2, 0), (width, thick, height), (0.96, 0.96, 0.94)),
        *[
            box((0, thick * y, 0), (width * 1.002, thick * 0.02, height * 1.002), (0.8, 0.8, 0.78))
            for y in (0.2, 0.4, 0.6, 0.8)
        ],
        frame,
        *lattice,
    )


@register("a deck of playing cards, four of them fanned in a holder")
def playing_cards(*, width=0.26, height=0.12, depth=0.14, back_color=(0.75, 0.15, 0.18), holder="beech"):
    w, h = 0.063, 0.088
    hand = [
        transform_shape(
            library_call("card", width=w, height=h, suit=suit, rank=rank, back_color=back_color),
            translation_matrix((-0.075 + 0.038 * i, 0.012 + h / 2, -0.02 - 0.0012 * i))
            @ rotation_matrix(-0.14, (1, 0, 0), (0, 0, 0))
            @ rotation_matrix(0.16 - 0.1 * i, (0, 0, 1), (0, -h / 2, 0)),
        )
        for i, (suit, rank) in enumerate((("heart", 1), ("spade", 3), ("diamond", 4), ("spade", 1)))
    ]
    whole = concat_shapes(
        *hand,
        moved(library_call("slotted_holder", width=0.2, height=0.03, depth=0.032, holder=holder), (-0.015, 0, -0.02)),
        moved(library_call("deck", width=w, height=h, thick=0.017, back_color=back_color), (0.06, 0, 0.06), 0.35),
    )
    return fitted(whole, width, height, depth)
