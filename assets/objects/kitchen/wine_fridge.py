# /// asset
# word = "wine fridge"
# synonyms = ["wine cooler", "wine refrigerator", "wine chiller", "beverage cooler", "wine cellar fridge"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# materials = ["body", "trim"]
# [joints.door]
# hinge = "left"
# reach = 110
# encloses = false  # its racks are full
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("a bottle lying with its neck to the front")
def bottle(look, cap):
    return concat_shapes(
        rod((0, 0.036, -0.15), (0, 0.036, 0.07), 0.035, *look),
        rod((0, 0.036, 0.07), (0, 0.036, 0.17), 0.014, *look),
        rod((0, 0.036, 0.13), (0, 0.036, 0.174), 0.0155, *cap),
    )


@register("a wooden rack")
def rack(width, depth, look):
    return concat_shapes(
        block((0, 0, depth / 2 - 0.01), (width, 0.03, 0.02), *look),
        *[block((width * (i - 2.5) / 5.5, 0, 0), (0.012, 0.012, depth), *look) for i in range(6)],
    )


@register("the framed glass door")
def door(width, height, metal):
    bar = 0.045
    parts = [block((s * (width - bar) / 2, 0, 0), (bar, height, 0.035), *metal) for s in (-1, 1)]
    parts += [block((0, y, 0), (width - 2 * bar, bar, 0.035), *metal) for y in (0, height - bar)]
    parts.append(block((0, bar, 0), (width - 2 * bar, height - 2 * bar, 0.006), *finish("glass")))
    parts.append(rod((width * 0.42, height * 0.2, 0.04), (width * 0.42, height * 0.8, 0.04), 0.009, *metal))
    parts.append(block((0, height - 0.07, 0.02), (0.1, 0.025, 0.004), *finish("lit screen")))
    return concat_shapes(*parts)


@register("a wine fridge with a glass door and bottles on lit racks")
def wine_fridge(
    *, width=0.55, depth=0.58, height=0.86, body="black metal", paint=None, trim="stainless steel"
) -> Shape:
    look, metal = finish(body, paint), finish(trim)
    d, wall, z0 = 0.5, 0.03, -0.03
    parts = [block((s * (width - wall) / 2, 0.02, z0), (wall, height - 0.02, d), *look) for s in (-1, 1)]
    parts += [
        block((0, height - wall, z0), (width, wall, d), *look),
        block((0, 0.02, z0), (width - 0.01, 0.1, d - 0.01), *look),
    ]
    parts.append(
        block(
            (0, 0.03, z0 - d / 2 + 0.011),
            (width - 0.02, height - 0.06, 0.02),
            (0.5, 0.55, 0.62),
            {"roughness": 0.6, "emission": 0.35},
        )
    )
    parts += [
        rod((s * 0.22, 0, z0 + t * 0.2), (s * 0.22, 0.03, z0 + t * 0.2), 0.02, *finish("rubber"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    wood = finish("beech")
    caps = [finish(c) for c in ("burgundy plastic", "gold", "black plastic", "red plastic", "silver")]
    glass = [finish("green glass"), finish("brown glass"), ((0.12, 0.05, 0.07), {"roughness": 0.08})]
    for i in range(5):
        y = 0.15 + 0.128 * i
        parts.append(place("rack", at=(0, y, z0 + 0.01), width=width - 2 * wall - 0.01, depth=d - 0.09, look=wood))
        parts += [
            place(
                "bottle",
                at=(0.108 * (j - 1.5), y + 0.03, z0 + 0.01),
                look=glass[(i + j) % 3],
                cap=caps[(2 * i + j) % 5],
            )
            for j in range(4)
            if (i, j) != (3, 2)
        ]
    parts.append(
        moved(
            library_call("door", width=width - 0.002, height=height - 0.09, metal=metal), (0, 0.085, z0 + d / 2 + 0.02)
        )
    )
    return fitted(concat_shapes(*parts), width, height, depth)
