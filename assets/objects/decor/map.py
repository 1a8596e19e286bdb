# /// asset
# word = "map"
# synonyms = ["world map", "wall map", "vintage map"]
# stands_for = ["chart"]
# category = "decor"
# support = "wall"
# colors = ["paper", "land"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved, rod


@register("the sheet with seas and grid lines")
def sheet(*, width, height, thick, paper):
    sea = tuple(0.75 * c + 0.25 * d for c, d in zip(paper, (0.55, 0.72, 0.75), strict=True))
    lines = [
        box(
            (x * width * 0.92, height / 2, thick * 1.02), (width * 0.002, height * 0.82, thick * 0.1), (0.6, 0.55, 0.42)
        )
        for x in (-0.375, -0.25, -0.125, 0, 0.125, 0.25, 0.375)
    ]
    lines += [
        box((0, y * height, thick * 1.02), (width * 0.92, height * 0.003, thick * 0.1), (0.6, 0.55, 0.42))
        for y in (0.22, 0.36, 0.5, 0.64, 0.78)
    ]
    return concat_shapes(
        box((0, height / 2, thick * 0.4), (width, height, thick * 0.8), paper),
        box((0, height / 2, thick * 0.9), (width * 0.92, height * 0.84, thick * 0.2), sea),
        *lines,
    )


@register("the continents")
def continents(*, width, height, front, land):
    shapes = [
        (-0.33, 0.74, 0.13, 0.09),
        (-0.28, 0.66, 0.1, 0.09),
        (-0.26, 0.57, 0.05, 0.05),
        (-0.4, 0.79, 0.05, 0.05),
        (-0.19, 0.83, 0.05, 0.06),
        (-0.23, 0.51, 0.02, 0.04),
        (-0.18, 0.42, 0.065, 0.09),
        (-0.19, 0.3, 0.04, 0.1),
        (-0.2, 0.21, 0.02, 0.05),
        (0.0, 0.71, 0.05, 0.06),
        (0.03, 0.78, 0.035, 0.05),
        (-0.045, 0.73, 0.02, 0.025),
        (0.01, 0.56, 0.075, 0.08),
        (0.06, 0.53, 0.05, 0.07),
        (0.045, 0.4, 0.045, 0.12),
        (0.1, 0.36, 0.012, 0.04),
        (0.17, 0.76, 0.14, 0.08),
        (0.28, 0.74, 0.13, 0.09),
        (0.37, 0.77, 0.06, 0.05),
        (0.12, 0.64, 0.06, 0.05),
        (0.19, 0.57, 0.035, 0.08),
        (0.27, 0.62, 0.075, 0.08),
        (0.3, 0.5, 0.025, 0.05),
        (0.33, 0.44, 0.05, 0.025),
        (0.4, 0.67, 0.015, 0.05),
        (0.36, 0.32, 0.07, 0.065),
        (0.43, 0.25, 0.015, 0.04),
        (0.0, 0.115, 0.4, 0.025),
    ]
    return concat_shapes(
        *[
            ellipsoid(
                (x * width, y * height, front),
                (w * width, h * height, 0.002),
                darker(land, 0.88 + 0.05 * (i % 5)),
                {"roughness": 0.9},
            )
            for i, (x, y, w, h) in enumerate(shapes)
        ]
    )


@register("a rod with knobs at its ends")
def map_rod(*, length, radius, wood):
    look = surface(wood)
    return concat_shapes(
        rod((-length / 2, 0, 0), (length / 2, 0, 0), radius, *look),
        *[ellipsoid((side * length / 2, 0, 0), (radius * 1.5,) * 3, *look) for side in (-1, 1)],
    )


@register("an old world map on the wall between two wooden rods")
def map(*, width=1.2, height=0.8, depth=0.03, paper=(0.9, 0.82, 0.62), land=(0.62, 0.55, 0.32), wood="walnut"):
    radius = depth / 3
    length = width - 2 * 1.5 * radius
    tall = height - 2 * radius * 1.5
    back = -depth * 0.16
    face = concat_shapes(
        library_call("sheet", width=width * 0.94, height=tall, thick=0.006, paper=paper),
        library_call("continents", width=width * 0.92, height=tall, front=0.0062, land=land),
    )
    return concat_shapes(
        moved(face, (0, radius * 1.5, back)),
        *[
            moved(library_call("map_rod", length=length, radius=radius, wood=wood), (0, y, 0))
            for y in (radius * 1.5, height - radius * 1.5)
        ],
    )
