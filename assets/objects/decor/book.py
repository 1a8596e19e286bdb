# /// asset
# word = "book"
# synonyms = [
#     "novel", "cookbook", "picture book", "storybook", "hardcover book", "paperback", "recipe book", "journal",
#     "dictionary", "reference manual", "instruction manual", "art textbook", "textbook", "coloring book",
#     "board book", "law report", "diary", "closed book", "guidebook", "atlas", "bible", "encyclopedia volume",
#     "manual", "hymnal", "scripture",
# ]
# category = "decor"
# support = "surface"
# colors = ["cover", "gilt"]
# [variants.style]
# "open" = "open"
# "closed" = "closed"
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, mirrored, moved, rod


@register("the block of pages")
def pages(*, width, depth, height):
    paper = (0.95, 0.92, 0.84)
    lines = [
        box((0, y * height, 0), (width * 1.002, height * 0.02, depth * 1.002), (0.84, 0.8, 0.7))
        for y in (-0.3, -0.1, 0.1, 0.3)
    ]
    return concat_shapes(box((0, 0, 0), (width, height, depth), paper, {"roughness": 0.95}), *lines)


@register("the boards and the rounded spine, with a gilt title")
def binding(*, width, depth, height, cover, gilt):
    board, look = height * 0.09, (cover, {"roughness": 0.55})
    title = [
        box((width * 0.06, height + 0.0002, -depth * 0.16), (width * 0.56, 0.0008, depth * 0.05), gilt),
        box((width * 0.06, height + 0.0002, -depth * 0.06), (width * 0.4, 0.0008, depth * 0.035), gilt),
        ellipsoid((width * 0.06, height, depth * 0.2), (width * 0.14, 0.0008, width * 0.14), gilt),
    ]
    frame = [
        box((width * 0.04, height + 0.0001, z * depth), (width * 0.84, 0.0005, depth * 0.012), gilt)
        for z in (-0.44, 0.44)
    ]
    frame += [
        box((width * (0.04 + x), height + 0.0001, 0), (depth * 0.012, 0.0005, depth * 0.88), gilt)
        for x in (-0.42, 0.42)
    ]
    bands = [
        rod(
            (-width * 0.47, height / 2, z * depth - 0.003),
            (-width * 0.47, height / 2, z * depth + 0.003),
            height * 0.505,
            gilt,
        )
        for z in (-0.3, 0.0, 0.3)
    ]
    return concat_shapes(
        box((0, board / 2, 0), (width, board, depth), *look),
        box((0, height - board / 2, 0), (width, board, depth), *look),
        rod((-width * 0.47, height / 2, -depth / 2), (-width * 0.47, height / 2, depth / 2), height / 2, *look),
        *title,
        *frame,
        *bands,
    )


@register("one half of the open book: a curved stack of pages")
def open_half(*, width, depth, height):
    paper = (0.96, 0.94, 0.87)
    leaves = [
        box(
            (width * (0.06 + 0.11 * i), height * (0.5 + 0.42 * math.sin(math.pi * min(1, 0.25 + 0.1 * i))) / 2, 0),
            (width * 0.115, height * (0.5 + 0.42 * math.sin(math.pi * min(1, 0.25 + 0.1 * i))), depth),
            paper,
            {"roughness": 0.95},
        )
        for i in range(8)
    ]
    text = [
        box(
            (width * 0.48, height * 0.925, (i - 4.5) * depth * 0.085),
            (width * (0.68 if i % 4 != 3 else 0.4), height * 0.03, depth * 0.018),
            (0.3, 0.29, 0.28),
        )
        for i in range(10)
    ]
    return concat_shapes(*leaves, *text)


@register("a thick hardcover book lying closed, with a ribbon")
def book(*, width=0.16, depth=0.23, height=0.038, cover=(0.55, 0.16, 0.18), gilt=(0.88, 0.72, 0.35), style="closed"):
    if style == "open":
        board = height * 0.16
        half = moved(
            library_call("open_half", width=width * 0.96, depth=depth * 0.96, height=height - board), (0, board, 0)
        )
        return concat_shapes(
            box((0, board / 2, 0), (width * 2, board, depth), cover, {"roughness": 0.55}),
            half,
            mirrored(half),
        )
    body = concat_shapes(
        library_call("binding", width=width * 0.94, depth=depth * 0.975, height=height, cover=cover, gilt=gilt),
        moved(
            library_call("pages", width=width * 0.9, depth=depth * 0.94, height=height * 0.82),
            (-width * 0.02, height / 2, 0),
        ),
        box((width * 0.1, height * 0.4, depth * 0.485), (0.006, 0.001, depth * 0.03), gilt),
        box((width * 0.1, height * 0.2, depth * 0.497), (0.006, height * 0.4, 0.001), gilt),
    )
    low, high = compute_shape_min(body), compute_shape_max(body)
    fit = scale_matrix((width / (high[0] - low[0]), height / high[1], depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(body, fit @ translation_matrix((-(low[0] + high[0]) / 2, 0, -(low[2] + high[2]) / 2)))
