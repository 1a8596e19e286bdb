# /// asset
# word = "wall oven"
# synonyms = ["built-in oven", "oven tower", "oven cabinet"]
# stands_for = ["double oven", "pizza oven", "baking oven"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["cabinet"]
# [joints.oven_front]
# hinge = "bottom"
# reach = 85
# [joints.panel]
# reach = 0.75
# [joints.flap]
# hinge = "top"
# reach = 85
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, rod, tray


@register("an oven front")
def oven_front(width, height, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.03), *look),
        block((0, height * 0.1, 0.0145), (width * 0.8, height * 0.6, 0.004), *finish("black glass")),
        rod((-width * 0.4, height * 0.76, 0.05), (width * 0.4, height * 0.76, 0.05), 0.01, *metal),
        block((0, height * 0.87, 0.0145), (0.12, 0.035, 0.004), *finish("lit screen")),
        *[
            rod((s * width * 0.34, height * 0.9, 0.01), (s * width * 0.34, height * 0.9, 0.04), 0.018, *metal)
            for s in (-1, 1)
        ],
        *[
            rod((s * width * 0.36, height * 0.76, 0.01), (s * width * 0.36, height * 0.76, 0.05), 0.007, *metal)
            for s in (-1, 1)
        ],
    )


@register("a cabinet front")
def panel(width, height, look, metal, y, depth=0.0):
    parts = [block((0, 0, 0), (width, height, 0.02), *look), rod((-0.08, y, 0.03), (0.08, y, 0.03), 0.006, *metal)]
    if depth:
        parts.append(tray((0, 0.015, -0.01 - depth / 2), (width - 0.06, height - 0.04, depth), 0.008, *look))
    return concat_shapes(*parts)


@register("a tall cabinet with an oven and a microwave built in")
def wall_oven(*, width=0.62, depth=0.64, height=2.1, cabinet="white wood", paint=None) -> Shape:
    wood, metal, steel = finish(cabinet, paint), finish("chrome"), finish("brushed steel")
    dark = darker(wood[0], 0.5), wood[1]
    d, z0 = 0.57, -0.03
    front = z0 + d / 2 + 0.004
    parts = [
        carcass((0, 0.102, z0 - 0.014), (width - 0.01, height - 0.112, d - 0.032), 0.01, *dark),
        *[block((0, y, z0 - 0.014), (width - 0.03, 0.01, d - 0.04), *dark) for y in (0.39, 0.662, 1.277, 1.692)],
        block((0, 0, z0 - 0.02), (width - 0.06, 0.1, d - 0.08), *dark),
    ]
    parts += [block((s * (width - 0.02) / 2, 0.1, z0), (0.02, height - 0.1, d), *wood) for s in (-1, 1)] + [
        block((0, height - 0.02, z0), (width, 0.02, d), *wood)
    ]
    w = width - 0.045
    parts.append(
        moved(
            library_call("panel", width=w, height=0.28, look=wood, metal=metal, y=0.22, depth=d - 0.1),
            (0, 0.11, front - 0.013),
        )
    )
    parts.append(
        moved(
            library_call("panel", width=w, height=0.26, look=wood, metal=metal, y=0.2, depth=d - 0.1),
            (0, 0.4, front - 0.013),
        )
    )
    parts.append(place("oven_front", at=(0, 0.675, front + 0.01), width=w, height=0.6, look=steel, metal=metal))
    parts.append(place("oven_front", at=(0, 1.29, front + 0.01), width=w, height=0.4, look=steel, metal=metal))
    parts.append(
        place("panel", at=(0, 1.705, front), width=w, height=0.37, look=wood, metal=metal, y=0.05, name="flap")
    )
    return fitted(concat_shapes(*parts), width, height, depth)
