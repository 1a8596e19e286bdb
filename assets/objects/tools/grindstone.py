# /// asset
# word = "grindstone"
# synonyms = ["whetstone wheel", "sharpening wheel", "grinding wheel", "sandstone wheel"]
# category = "tools"
# support = "floor"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, finish, fitted, rod


@register("a round stone on an axle with a crank")
def wheel(*, radius, thickness, wood):
    stone, iron = finish("sandstone"), finish("wrought iron")
    return concat_shapes(
        rod((-thickness / 2, 0, 0), (thickness / 2, 0, 0), radius, *stone),
        rod((-thickness / 2 - 0.004, 0, 0), (thickness / 2 + 0.004, 0, 0), radius * 0.2, *wood),
        rod((-0.24, 0, 0), (0.28, 0, 0), 0.016, *iron),
        beam((0.27, 0, 0), (0.27, -0.16, 0.04), (0.024, 0.016), *iron),
        rod((0.27, -0.16, 0.04), (0.38, -0.16, 0.04), 0.016, *wood),
    )


@register("a grindstone in its wooden frame")
def grindstone(*, width=0.75, depth=0.95, height=0.95, wood="weathered wood") -> Shape:
    look = finish(wood)
    axle = height * 0.68
    parts = [
        beam((s * 0.2, 0, t * depth * 0.46), (s * 0.14, axle + 0.02, t * depth * 0.16), (0.07, 0.06), *look)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts += [block((s * 0.15, axle - 0.05, 0), (0.06, 0.08, depth * 0.8), *look) for s in (-1, 1)]
    parts += [block((0, axle * 0.35, t * depth * 0.37), (0.36, 0.05, 0.05), *look) for t in (-1, 1)]
    parts += [
        block((0, axle * 0.4, 0), (0.2, 0.03, 0.6), *look),
        *[block((s * 0.1, axle * 0.4, 0), (0.02, 0.12, 0.6), *look) for s in (-1, 1)],
        place("wheel", at=(0, axle, 0), radius=height - axle, thickness=0.12, wood=look),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
