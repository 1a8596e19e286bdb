# /// asset
# word = "tiled counter"
# synonyms = ["white tiled counter", "tile counter", "counter with tiles", "tiled bar", "tiled shop counter"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# colors = ["tile_color", "top_paint"]
# materials = ["top"]
# ///
import itertools

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, plate, rod


@register("the front and sides of glazed tiles in a running bond")
def glazed_tiles(*, width, height, depth, tile_color):
    rows, wide = 9, 0.2
    high = (height - 0.1) / rows
    glaze = {"roughness": 0.12}
    parts = [
        box(
            (0, 0.1 + (height - 0.1) / 2, 0),
            (width - 0.02, height - 0.1, depth - 0.02),
            (0.72, 0.71, 0.68),
            {"roughness": 0.9},
        )
    ]
    for r in range(rows):
        y = 0.1 + high * (r + 0.5)
        for length, side in ((width, 0), (depth, 1), (depth, -1)):
            edges = (
                [-length / 2]
                + [
                    x
                    for k in range(1, 20)
                    if -length / 2 + 0.02 < (x := -length / 2 + wide * (k - 0.5 * (r % 2))) < length / 2 - 0.02
                ]
                + [length / 2]
            )
            for k, (a, b) in enumerate(itertools.pairwise(edges)):
                shade = darker(tile_color, 0.94 + 0.02 * ((r * 5 + k * 3) % 4))
                mid, size = (a + b) / 2, b - a - 0.008
                if side == 0:
                    parts.append(box((mid, y, depth / 2 - 0.006), (size, high - 0.008, 0.016), shade, glaze))
                else:
                    parts.append(box((side * (width / 2 - 0.006), y, mid), (0.016, high - 0.008, size), shade, glaze))
    return concat_shapes(*parts)


@register("a counter of glazed tiles with a thick wooden top")
def tiled_counter(
    *, width=1.9, height=1.02, depth=0.68, tile_color=(0.95, 0.95, 0.93), top_paint=None, top="golden oak"
):
    look = finish(top, top_paint)
    whole = concat_shapes(
        library_call(
            "glazed_tiles", width=width - 0.08, height=height - 0.05, depth=depth - 0.08, tile_color=tile_color
        ),
        box((0, 0.05, 0), (width - 0.14, 0.1, depth - 0.14), (0.14, 0.14, 0.15)),
        plate((0, height - 0.05, 0), (width, 0.05, depth), 0.025, *look),
        rod((-width * 0.45, 0.2, depth / 2 - 0.0), (width * 0.45, 0.2, depth / 2 - 0.0), 0.014, *surface("brass")),
        *[
            rod((x * width * 0.4, 0.2, depth / 2 - 0.06), (x * width * 0.4, 0.2, depth / 2), 0.01, *surface("brass"))
            for x in (-1, 0, 1)
        ],
    )
    return fitted(whole, width, height, depth)
