# /// asset
# word = "bookshelf"
# phrase = "a tall bookshelf filled with books"
# category = "storage"
# support = "floor"
# licence = "Apache-2.0"
# author = "The Scenewright authors"
# source = "scenewright/storage/bookshelf"
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved


@register("a row of standing books")
def book_row(width, height, depth, start):
    hues = [
        "dark red",
        "navy blue",
        "ochre",
        "forest green",
        "cream",
        "slate",
        "burgundy",
        "teal",
        "rust",
        "charcoal",
        "beige",
    ]
    parts, x, i = [], 0.0, start
    while True:
        thick = 0.022 + 0.007 * ((i * 5) % 4)
        if x + thick > width:
            break
        tall = height * (0.7 + 0.085 * ((i * 3) % 4))
        look = finish(hues[(i * 7) % len(hues)] + " paper")
        parts.append(block((x + thick / 2, 0, 0), (thick - 0.002, tall, depth * (0.82 + 0.06 * (i % 3))), *look))
        x, i = x + thick, i + 1
    return concat_shapes(*parts)


@register("a stack of lying books")
def book_pile(depth, start):
    hues = ["teal", "cream", "rust", "navy blue"]
    return concat_shapes(
        *[
            block((0, 0.031 * i, 0), (0.2 - 0.015 * i, 0.03, depth * 0.85), *finish(hues[(i + start) % 4] + " paper"))
            for i in range(3)
        ]
    )


@register("a shelf board")
def board(width, depth, look):
    return block((0, 0, 0), (width, 0.022, depth), *look)


@register("a tall bookshelf filled with books")
def bookshelf(*, width=0.8, depth=0.3, height=2.1, shelves=6, books=True, frame="oak", paint=None) -> Shape:
    wood = finish(frame, paint)
    dark = darker(wood[0], 0.8), wood[1]
    side, plinth, inner = 0.025, 0.07, width - 0.05
    parts = [block((s * (width - side) / 2, 0, 0), (side, height, depth), *wood) for s in (-1, 1)]
    parts.append(block((0, 0.005, -depth / 2 + 0.006), (width - 0.01, height - 0.01, 0.01), *dark))
    parts.append(block((0, 0, depth / 2 - 0.03), (inner, plinth, 0.02), *wood))
    gap = (height - plinth - 0.022) / shelves
    levels = [plinth + gap * i for i in range(shelves + 1)]
    parts += [place("board", at=(0, y, 0.004), width=inner, depth=depth - 0.012, look=wood) for y in levels]
    for i, y in enumerate(levels[:-1] if books else []):
        fill = inner * (0.98, 0.62, 0.32, 0.55, 0.9, 0.7)[i % 6]
        row = library_call("book_row", width=fill, height=(gap - 0.03) * 0.98, depth=depth * 0.72, start=i * 4)
        parts.append(moved(row, (-inner / 2 + 0.004, y + 0.022, -0.01)))
        if 0.5 * inner > inner - fill > 0.22:  # half a board is left free
            parts.append(place("book_pile", at=(inner / 2 - 0.12, y + 0.022, 0), depth=depth * 0.7, start=i))
    return fitted(concat_shapes(*parts), width, height, depth)
