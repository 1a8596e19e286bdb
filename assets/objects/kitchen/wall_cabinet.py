# /// asset
# word = "wall cabinet"
# synonyms = [
#     "upper cabinet", "kitchen wall cabinet", "wall-mounted cabinet", "hanging cabinet", "overhead cabinet",
#     "wall cupboard",
# ]
# category = "kitchen"
# support = "wall"
# colors = ["paint"]
# materials = ["body", "handles"]
# [joints.door]
# hinge = "outer"
# reach = 110
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, rod


@register("a cupboard door")
def door(width, height, look, metal, side):
    groove = darker(look[0], 0.86), look[1]
    x = side * (width / 2 - 0.035)
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        block((0, 0.05, 0.009), (width - 0.1, height - 0.1, 0.004), *groove),
        rod((x, 0.05, 0.028), (x, 0.2, 0.028), 0.006, *metal),
    )


@register("a wall cabinet with two doors")
def wall_cabinet(*, width=0.8, depth=0.36, height=0.7, body="white wood", paint=None, handles="black metal") -> Shape:
    wood, metal = finish(body, paint), finish(handles)
    dark = darker(wood[0], 0.5), wood[1]
    d = depth - 0.046
    z0 = -depth / 2 + d / 2
    parts = [
        carcass((0, 0.005, z0 - 0.008), (width - 0.01, height - 0.01, d - 0.02), 0.012, *dark),
        block((0, height / 2, z0 - 0.005), (width - 0.04, 0.012, d - 0.05), *dark),
    ]
    parts += [block((0, y, z0), (width, 0.02, d), *wood) for y in (0, height - 0.02)] + [
        block((s * (width - 0.02) / 2, 0.005, z0), (0.02, height - 0.01, d), *wood) for s in (-1, 1)
    ]
    w = width / 2
    for s in (-1, 1):
        leaf = library_call("door", width=w - 0.006, height=height - 0.008, look=wood, metal=metal, side=-s)
        parts.append(moved(leaf, (s * w / 2, 0.004, z0 + d / 2 + 0.0115)))
    return fitted(concat_shapes(*parts), width, height, depth)
