# /// asset
# word = "shelving unit"
# synonyms = [
#     "metal rack", "storage rack", "industrial shelf", "utility shelf", "garage shelving", "shelving rack",
#     "rack", "storage shelves", "metal shelving", "wire shelf", "warehouse rack", "industrial rack", "shelving",
#     "shelves unit",
# ]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# filled = {"empty" = false}
# width = {"wide" = 1.5}
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted


@register("a pierced steel upright")
def upright(height, look):
    return concat_shapes(
        block((0, 0, 0), (0.04, height, 0.004), *look),
        block((-0.018, 0, -0.018), (0.004, height, 0.04), *look),
    )


@register("a steel shelf")
def shelf(width, depth, look):
    return concat_shapes(
        block((0, 0.03, 0), (width, 0.012, depth), *look),
        *[block((0, 0, t * (depth / 2 - 0.004)), (width, 0.042, 0.008), *look) for t in (-1, 1)],
        *[block((s * (width / 2 - 0.004), 0, 0), (0.008, 0.042, depth), *look) for s in (-1, 1)],
    )


@register("a cardboard box")
def carton(size, look):
    tape = finish("beige plastic")
    return concat_shapes(
        block((0, 0, 0), size, *look),
        block((0, size[1], 0), (0.05, 0.002, size[2]), *tape),
        block((0, size[1] * 0.6, size[2] / 2), (0.05, size[1] * 0.4, 0.002), *tape),
    )


@register("a plastic tote with a lid")
def tote(look):
    return concat_shapes(
        block((0, 0, 0), (0.36, 0.2, 0.3), *look), block((0, 0.19, 0), (0.4, 0.03, 0.34), *finish("white plastic"))
    )


@register("an open metal shelving unit with boxes")
def shelving_unit(*, width=0.95, depth=0.45, height=1.8, filled=True, frame="steel", paint=None) -> Shape:
    metal = finish(frame, paint)
    x, z = width / 2 - 0.02, depth / 2 - 0.002
    front = [place("upright", at=(s * x, 0, z - 0.018), height=height, look=metal) for s in (-1, 1)]
    back = [place("upright", at=(s * x, 0, -z + 0.018), turn=180, height=height, look=metal) for s in (-1, 1)]
    levels = [0.1 + (height - 0.15) / 4 * i for i in range(5)]
    parts = (
        front
        + back
        + [place("shelf", at=(0, y, 0), width=width - 0.01, depth=depth - 0.02, look=metal) for y in levels]
    )
    if filled:
        card = finish("cardboard")
        goods = [
            (0, -0.22, "carton", (0.34, 0.28, 0.32)),
            (0, 0.2, "carton", (0.4, 0.22, 0.34)),
            (1, -0.2, "tote", "blue plastic"),
            (1, 0.23, "carton", (0.26, 0.2, 0.3)),
            (2, 0.2, "tote", "red plastic"),
            (2, -0.22, "carton", (0.38, 0.2, 0.34)),
            (3, -0.24, "carton", (0.3, 0.3, 0.3)),
        ]
        for level, px, kind, what in goods:
            at = (px * width / 0.95, levels[level] + 0.042, 0)
            parts.append(
                place("carton", at=at, size=what, look=card)
                if kind == "carton"
                else place("tote", at=at, look=finish(what))
            )
    return fitted(concat_shapes(*parts), width, height, depth)
