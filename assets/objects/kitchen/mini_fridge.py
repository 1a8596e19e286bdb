# /// asset
# word = "mini fridge"
# synonyms = ["minibar", "mini refrigerator", "bar fridge", "dorm fridge"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# materials = ["body", "handles"]
# [variants]
# open = {"open" = true}
# [joints.door]
# hinge = "left"
# reach = 110
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod


@register("the door")
def door(width, height, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.045), *look),
        rod((width * 0.38, height * 0.45, 0.05), (width * 0.38, height * 0.85, 0.05), 0.01, *metal),
        *[rod((width * 0.38, height * f, 0.02), (width * 0.38, height * f, 0.05), 0.008, *metal) for f in (0.48, 0.82)],
        block((-width * 0.28, height * 0.88, 0.023), (0.09, 0.016, 0.003), *metal),
    )


@register("a bottle")
def bottle(look):
    return concat_shapes(rod((0, 0, 0), (0, 0.15, 0), 0.035, *look), rod((0, 0.15, 0), (0, 0.22, 0), 0.013, *look))


@register("a can")
def can(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.115, 0), 0.032, *look), rod((0, 0.115, 0), (0, 0.12, 0), 0.028, *finish("tin"))
    )


@register("a small fridge with one door")
def mini_fridge(
    *, width=0.5, depth=0.52, height=0.85, open=False, body="white metal", paint=None, handles="chrome"
) -> Shape:
    look, metal = finish(body, paint), finish(handles)
    w, d, tall = 0.5, 0.46, 0.85
    z0 = -0.03
    wall = 0.035
    inside = finish("white plastic")
    parts = [block((s * (w - wall) / 2, 0.03, z0), (wall, tall - 0.03, d), *look) for s in (-1, 1)]
    parts += [block((0, tall - 0.03, z0), (w, 0.03, d), *look), block((0, 0.03, z0), (w - 0.02, wall, d - 0.02), *look)]
    parts.append(block((0, 0.03, z0 - d / 2 + 0.016), (w - 0.02, tall - 0.05, 0.03), *inside))
    parts += [
        rod((s * 0.2, 0, z0 + t * 0.18), (s * 0.2, 0.035, z0 + t * 0.18), 0.022, *finish("rubber"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    leaf = library_call("door", width=w - 0.002, height=tall - 0.07, look=look, metal=metal)
    if not open:
        parts.append(moved(leaf, (0, 0.06, z0 + d / 2 + 0.025)))
        seal = finish("rubber")
        parts += [
            block((s * (w / 2 - 0.036), 0.06, z0 + d / 2 - 0.01), (0.012, tall - 0.09, 0.01), *seal) for s in (-1, 1)
        ]
        parts += [block((0, y, z0 + d / 2 - 0.01), (w - 0.084, 0.012, 0.01), *seal) for y in (0.06, tall - 0.042)]
        return fitted(concat_shapes(*parts), width, height, depth)
    leaf = moved(leaf, (w / 2, 0, 0))
    parts.append(moved(leaf, (-w / 2, 0.06, z0 + d / 2 + 0.025), -1.7))
    parts += [block((0, y, z0), (w - 2 * wall, 0.008, d - 0.06), *finish("glass")) for y in (0.3, 0.54)]
    parts += [
        place("can", at=(-0.13 + 0.085 * i, 0.308, z0 + 0.08), look=finish(c + " aluminium"))
        for i, c in enumerate(("red", "blue", "green", "red"))
    ]
    parts += [
        place("bottle", at=(-0.12 + 0.09 * i, 0.548, z0 + 0.05), look=finish(c))
        for i, c in enumerate(("green glass", "brown glass", "green glass"))
    ]
    parts.append(block((0, 0.07, z0), (0.34, 0.16, 0.26), *finish("frosted glass")))
    whole = concat_shapes(*parts)
    return fitted(whole, *compute_shape_sizes(whole))
