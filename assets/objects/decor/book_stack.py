# /// asset
# word = "book stack"
# synonyms = ["stack of books", "pile of books", "books", "row of books", "set of books", "encyclopedia", "novels"]
# category = "decor"
# support = "surface"
# colors = ["first", "second", "third"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted


@register("one closed book")
def stacked_book(*, width, depth, height, cover):
    board = height * 0.1
    gilt = (0.9, 0.82, 0.6)
    spine = box((0, height / 2, depth * 0.478), (width, height, depth * 0.05), cover)
    marks = [
        box((x * width, height / 2, depth * 0.503), (width * w, height * h, 0.001), gilt)
        for x, w, h in ((-0.38, 0.02, 0.9), (0.38, 0.02, 0.9), (0.0, 0.42, 0.3))
    ]
    return concat_shapes(
        box((0, board / 2, 0), (width, board, depth), cover),
        box((0, height - board / 2, 0), (width, board, depth), cover),
        spine,
        *marks,
        box(
            (0, height / 2, -depth * 0.02),
            (width * 0.965, height * 0.82, depth * 0.93),
            (0.95, 0.92, 0.84),
            {"roughness": 0.95},
        ),
    )


@register("a stack of books of different sizes")
def book_stack(
    *, width=0.27, depth=0.22, height=0.2, first=(0.55, 0.16, 0.18), second=(0.2, 0.35, 0.45), third=(0.85, 0.65, 0.3)
):
    volumes = [
        (0.96, 0.94, 0.22, first, -3),
        (0.9, 0.88, 0.16, second, 5),
        (0.84, 0.9, 0.2, third, -6),
        (0.86, 0.78, 0.13, (0.35, 0.5, 0.35), 9),
        (0.76, 0.72, 0.17, (0.92, 0.9, 0.86), -4),
        (0.7, 0.68, 0.12, first, 12),
    ]
    parts, y = [], 0.0
    for wide, deep, thick, cover, turn in volumes:
        parts.append(
            place(
                "stacked_book",
                at=(0, y, 0),
                turn=turn,
                width=wide * width,
                depth=deep * depth,
                height=thick * height,
                cover=cover,
            )
        )
        y += thick * height
    whole = concat_shapes(*parts)
    return fitted(whole, width, height, depth)
