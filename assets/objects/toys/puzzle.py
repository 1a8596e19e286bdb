# /// asset
# word = "puzzle"
# synonyms = ["jigsaw puzzle", "puzzle piece", "puzzle pieces", "jigsaw", "wooden puzzle"]
# stands_for = ["puzzle mat", "foam puzzle mat"]
# category = "toys"
# support = "surface"
# colors = ["first", "second", "third"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, rotated, stretched, tinted


@register("one piece with its knobs")
def puzzle_piece(*, size, thick, tone, knobs):
    body = box((0, thick / 2, 0), (size * 0.96, thick, size * 0.96), tone, {"roughness": 0.6})
    places = {
        "right": (size * 0.55, 0),
        "left": (-size * 0.55, 0),
        "front": (0, size * 0.55),
        "back": (0, -size * 0.55),
    }
    return concat_shapes(
        body,
        *[
            rod(
                (places[k][0], 0, places[k][1]),
                (places[k][0], thick * 1.004, places[k][1]),
                size * 0.17,
                tone,
                {"roughness": 0.6},
            )
            for k in knobs
        ],
    )


@register("a half-finished jigsaw puzzle with loose pieces")
def puzzle(
    *, width=0.46, depth=0.36, height=0.018, first=(0.35, 0.6, 0.85), second=(0.4, 0.65, 0.35), third=(0.95, 0.75, 0.3)
):
    s, thick = width / 7.4, height * 0.55
    tints = {
        0: first,
        1: tinted(first, 1.12),
        2: second,
        3: darker(second, 0.85),
        4: third,
    }
    picture = ((0, 1, 0, 4, 1), (1, 0, 4, 4, 0), (0, 3, 1, 0, 2), (2, 2, 3, 2, 3))
    missing = {(4, 0), (4, 1), (3, 3), (4, 3)}
    parts = []
    for j, row in enumerate(picture):
        for i, k in enumerate(row):
            if (i, j) not in missing:
                knobs = (
                    (["right"] if i < 4 and (i + j) % 2 == 0 else [])
                    + (["left"] if i > 0 and (i + j) % 2 == 0 else [])
                    + (["front"] if j < 3 and (i + j) % 2 else [])
                    + (["back"] if j > 0 and (i + j) % 2 else [])
                )
                lift = thick * 0.06 * ((i + j) % 2)
                parts.append(
                    moved(
                        stretched(
                            library_call("puzzle_piece", size=s, thick=thick, tone=tints[k], knobs=knobs),
                            (1, 1 + lift / thick, 1),
                        ),
                        ((i - 3.0) * s, 0, (j - 1.6) * s),
                    )
                )
    loose = (
        (2.1, -1.5, 0.5, 1),
        (2.9, -0.4, 1.3, 0),
        (2.2, 0.9, -0.4, 2),
        (3.2, 1.4, 0.9, 3),
        (0.4, 2.4, 0.3, 4),
        (-1.2, 2.5, -0.7, 2),
        (2.6, 2.4, 1.9, 4),
    )
    parts += [
        moved(
            library_call(
                "puzzle_piece", size=s, thick=thick, tone=tints[k], knobs=["right", "front", "left"][: 2 + k % 2]
            ),
            (x * s, 0, y * s),
            turn,
        )
        for x, y, turn, k in loose
    ]
    parts.append(
        moved(
            rotated(
                library_call("puzzle_piece", size=s, thick=thick, tone=third, knobs=["right", "back"]), 0.1, (0, 0, 1)
            ),
            (0.5 * s, thick * 0.9, 1.2 * s),
            0.7,
        )
    )
    whole = concat_shapes(*parts)
    return fitted(whole, width, height, depth)
