# /// asset
# word = "cabinet"
# synonyms = [
#     "storage cabinet", "cupboard", "bathroom cabinet", "linen cupboard", "linen cabinet", "utility cabinet",
#     "storage unit", "supply cabinet", "shoe cabinet",
# ]
# stands_for = ["mixer cabinet"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["frame", "handles"]
# [variants]
# height = {"low" = 0.85, "small" = 0.85, "tall" = 1.8}
# [joints.door]
# hinge = "outer"
# reach = 110
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, rod


@register("a cabinet door with a frame")
def door(width, height, look, metal, side):
    groove = darker(look[0], 0.8), look[1]
    x = side * (width / 2 - 0.03)
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        block((0, 0.055, 0.0105), (width - 0.11, height - 0.11, 0.003), *groove),
        block((0, 0.06, 0.0105), (width - 0.12, height - 0.12, 0.004), *look),
        rod((x, height * 0.45, 0.032), (x, height * 0.45 + 0.14, 0.032), 0.006, *metal),
        *[rod((x, height * 0.45 + d, 0.01), (x, height * 0.45 + d, 0.032), 0.004, *metal) for d in (0.015, 0.125)],
    )


@register("a square foot")
def foot(height, look):
    return block((0, 0, 0), (0.05, height, 0.05), *look)


@register("a storage cabinet with two doors")
def cabinet(*, width=0.8, depth=0.42, height=1.3, frame="oak", paint=None, handles="black metal") -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    dark = darker(wood[0], 0.55), wood[1]
    low, thick = 0.1, 0.024
    parts = [
        place("foot", at=(s * (width / 2 - 0.03), 0, t * (depth / 2 - 0.03)), height=low, look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(block((0, height - thick, 0), (width, thick, depth), *wood))
    parts.append(block((0, low, -0.005), (width - 0.01, thick, depth - 0.01), *wood))
    parts += [
        block((s * (width - thick) / 2, low - 0.001, -0.006), (thick, height - low, depth - 0.012), *wood)
        for s in (-1, 1)
    ]
    parts.append(carcass((0, low + 0.01, -0.015), (width - 0.03, height - low - 0.02, depth - 0.05), 0.012, *dark))
    parts.append(block((0, (low + height) / 2, -0.017), (width - 0.054, 0.012, depth - 0.078), *dark))
    w = (width - 2 * thick) / 2
    for s in (-1, 1):
        leaf = library_call(
            "door", width=w - 0.006, height=height - low - 2 * thick - 0.012, look=wood, metal=metal, side=-s
        )
        parts.append(moved(leaf, (s * w / 2, low + thick + 0.006, depth / 2 - 0.02)))
    return fitted(concat_shapes(*parts), width, height, depth)
