# /// asset
# word = "game box"
# synonyms = ["puzzle box", "board game box", "game case", "game boxes", "jigsaw box"]
# stands_for = ["video game case", "video game", "craft kit"]
# category = "toys"
# support = "surface"
# colors = ["lid", "accent"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved, rod, tinted


@register("the box and its lid")
def carton(*, width, depth, height, lid, accent):
    return concat_shapes(
        box((0, height * 0.35, 0), (width * 0.97, height * 0.7, depth * 0.97), (0.9, 0.87, 0.8)),
        box((0, height * 0.66, 0), (width, height * 0.66, depth), lid, {"roughness": 0.35}),
        box((0, height * 0.66, depth * 0.501), (width * 0.6, height * 0.34, 0.001), accent),
        box((width * 0.501, height * 0.66, 0), (0.001, height * 0.34, depth * 0.6), accent),
    )


@register("the printed lid: a title, two dice, a pawn and a star")
def lid_print(*, width, depth, top, lid, accent):
    t = 0.0008
    dark = darker(lid, 0.4)
    letters = [
        box((width * (-0.28 + 0.14 * i), top + t, -depth * 0.32), (width * 0.1, t, depth * 0.14), accent)
        for i in range(5)
    ]

    def die(x, z, turn, pips):
        face = [
            box((0, t * 2, 0), (width * 0.2, t, width * 0.2), (0.98, 0.98, 0.96)),
            *[
                rod(
                    (px * width * 0.055, t * 2, pz * width * 0.055),
                    (px * width * 0.055, t * 3.2, pz * width * 0.055),
                    width * 0.018,
                    dark,
                )
                for px, pz in pips
            ],
        ]
        return moved(concat_shapes(*face), (x * width, top, z * depth), turn)

    pawn = [
        box((width * 0.3, top + t * 2, depth * 0.3), (width * 0.2, t, depth * 0.05), (0.3, 0.6, 0.85)),
        *[
            box(
                (width * 0.3, top + t * 2, depth * (0.27 - 0.03 * i)),
                (width * (0.16 - 0.022 * i), t, depth * 0.034),
                (0.3, 0.6, 0.85),
            )
            for i in range(5)
        ],
        rod(
            (width * 0.3, top + t, depth * 0.1), (width * 0.3, top + t * 3, depth * 0.1), width * 0.06, (0.3, 0.6, 0.85)
        ),
    ]
    return concat_shapes(
        box((0, top, 0), (width * 0.92, t, depth * 0.92), tinted(lid, 1.2)),
        *letters,
        die(-0.22, 0.02, 0.35, ((-1, -1), (1, 1), (0, 0), (-1, 1), (1, -1))),
        die(-0.06, 0.28, -0.3, ((-1, -1), (1, 1), (0, 0))),
        *pawn,
    )


@register("a pair of dice beside the box")
def dice_pair(*, size):
    def cube(x, z, turn):
        pips = [
            ellipsoid(
                (dx * size * 0.22, size, dz * size * 0.22), (size * 0.09, size * 0.03, size * 0.09), (0.75, 0.1, 0.1)
            )
            for dx, dz in ((-1, -1), (1, 1), (0, 0))
        ] + [
            ellipsoid(
                (dx * size * 0.22, size * 0.5 + dz * size * 0.22, size * 0.5),
                (size * 0.09, size * 0.09, size * 0.03),
                (0.75, 0.1, 0.1),
            )
            for dx, dz in ((-1, -1), (1, 1), (-1, 1), (1, -1))
        ]
        return moved(
            concat_shapes(box((0, size / 2, 0), (size, size, size), (0.98, 0.97, 0.94), {"roughness": 0.2}), *pips),
            (x, 0, z),
            turn,
        )

    return concat_shapes(cube(0, 0, 0.4), cube(size * 1.6, size * 0.4, -0.5))


@register("a board game box with dice, a pawn and cards on its lid")
def game_box(*, width=0.3, depth=0.3, height=0.07, lid=(0.75, 0.2, 0.22), accent=(0.97, 0.85, 0.4)):
    tall, deep = height * 0.75, depth
    return concat_shapes(
        library_call("carton", width=width, depth=deep / 1.004, height=tall * 0.995, lid=lid, accent=accent),
        library_call("lid_print", width=width, depth=deep, top=tall, lid=lid, accent=accent),
        moved(library_call("dice_pair", size=height - tall), (width * 0.1, tall, -depth * 0.02)),
    )
