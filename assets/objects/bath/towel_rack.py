# /// asset
# word = "towel rack"
# synonyms = ["towel stand", "towel ladder", "freestanding towel rack", "towel holder", "towel rail stand"]
# category = "bath"
# support = "floor"
# colors = ["frame_color", "towel_color"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, pipe, rod


@register("a towel over a bar")
def towel(width, front, back, look):
    band = darker(look[0], 0.8), look[1]
    return concat_shapes(
        block((0, -front, 0.02), (width, front, 0.014), *look),
        block((0, -back, -0.02), (width, back, 0.014), *look),
        rod((-width / 2, 0, 0), (width / 2, 0, 0), 0.027, *look),
        block((0, -front + 0.05, 0.02), (width + 0.002, 0.035, 0.016), *band),
    )


@register("a side of the stand")
def side(height, depth, look):
    return concat_shapes(
        rod((0, 0.015, -depth / 2), (0, 0.015, depth / 2), 0.014, *look),
        rod((0, 0.015, 0), (0, height, 0), 0.014, *look),
    )


@register("a standing towel rack: towels hung over its bars, a slatted shelf on top")
def towel_rack(
    *, width=0.65, depth=0.3, height=0.95, frame="chrome", frame_color=None, towel_color=(0.55, 0.68, 0.66)
) -> Shape:
    metal, cotton = finish(frame, frame_color), (towel_color, surface("cotton")[1])
    white = finish("white cotton")
    x = width / 2 - 0.014
    parts = [moved(library_call("side", height=height, depth=depth, look=metal), (s * x, 0, 0)) for s in (-1, 1)]
    bars = [(height - 0.16, 0.0), (height * 0.68, 0.09), (height * 0.5, -0.08)]
    parts.append(rod((-x, bars[0][0], 0), (x, bars[0][0], 0), 0.01, *metal))
    parts += [pipe([(-x, y, 0), (-x, y, z), (x, y, z), (x, y, 0)], 0.01, *metal) for y, z in bars[1:]]
    slat = (2 * x, 0.01, 0.014)
    parts += [block((0, height - 0.01, (i - 2.5) * 0.038), slat, *metal) for i in range(6)]
    parts += [block((s * x, height - 0.02, 0), (0.014, 0.01, 0.204), *metal) for s in (-1, 1)]
    hung = [(-0.07, bars[0][0], 0.0, 0.34, 0.5, 0.3, white), (0.07, bars[1][0], 0.09, 0.36, 0.4, 0.3, cotton)]
    for px, y, z, w, front, back, look in hung:
        parts.append(moved(library_call("towel", width=w, front=front, back=back, look=look), (px, y, z)))
    return fitted(concat_shapes(*parts), width, height, depth)
