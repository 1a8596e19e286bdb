# /// asset
# word = "cubby organizer"
# synonyms = [
#     "cube shelf", "cube organizer", "cubby shelf", "toy organizer", "cube storage", "cubbies", "modular shelf",
#     "cubby unit", "kallax", "preschool cubby", "modular bookshelf", "storage cubes", "cubby", "coat cubbies",
# ]
# category = "storage"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# rows = {"tall" = 4, "low" = 2}
# height = {"tall" = 1.5, "low" = 0.78}
# ///
from scene.language import *
from scene.language.modelling import ball, block, darker, finish, fitted


@register("a fabric bin with a ring to pull")
def bin(size, depth, look):
    dark = darker(look[0], 0.6), look[1]
    return concat_shapes(
        block((0, 0, 0), (size, size * 0.92, depth), *look),
        block((0, size * 0.6, depth / 2), (0.09, 0.025, 0.004), *dark),
    )


@register("books in a cubby")
def books(size, depth):
    hues = ["red", "teal", "mustard", "navy blue", "cream"]
    return concat_shapes(
        *[
            block(
                (size / 7.6 * (i - 2.6), 0, 0),
                (size / 8, size * (0.72 + 0.05 * (i % 3)), depth * 0.7),
                *finish(c + " paper"),
            )
            for i, c in enumerate(hues)
        ]
    )


@register("a cube organizer with bright fabric bins in some of its cubbies")
def cubby_organizer(*, width=1.12, depth=0.38, height=1.12, rows=3, frame="white wood", paint=None) -> Shape:
    wood = finish(frame, paint)
    board, columns = 0.03, 3
    cell_x, cell_y = (width - board) / columns, (height - board) / rows
    parts = [
        block((-width / 2 + board / 2 + cell_x * i, 0, 0), (board, height, depth), *wood) for i in range(columns + 1)
    ]
    parts += [block((0, cell_y * i, 0), (width - 0.01, board, depth - 0.004), *wood) for i in range(rows + 1)]
    parts.append(
        block(
            (0, 0.005, -depth / 2 + 0.006),
            (width - 0.01, height - 0.01, 0.01),
            darker(wood[0], 0.85),
            wood[1],
        )
    )
    hues = ["coral", "teal", "mustard", "sky blue"]
    size = min(cell_x, cell_y) - board - 0.02
    for r in range(rows):
        for c in range(columns):
            at = (cell_x * (c - 1), cell_y * r + board, 0)
            k = (r * columns + c * 2) % 5
            if k in (0, 2, 3):
                parts.append(
                    place("bin", at=at, size=size, depth=depth - 0.06, look=finish(hues[(r + c * 3) % 4] + " felt"))
                )
            elif k == 1:
                parts.append(place("books", at=at, size=size, depth=depth - 0.06))
            else:
                radius = size * 0.34
                parts.append(place(ball((0, 0, 0), radius, *finish("red plastic")), at=at, name="toy_ball"))
    return fitted(concat_shapes(*parts), width, height, depth)
