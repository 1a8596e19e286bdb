# /// asset
# word = "display cabinet"
# synonyms = [
#     "china cabinet", "curio cabinet", "vitrine", "display case", "trophy display case", "glass-door cabinet",
#     "glass-front cabinet", "china hutch", "trophy case",
# ]
# stands_for = ["reagent cabinet", "wine cabinet"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["frame", "handles"]
# [variants.filled]
# "empty" = false
# [joints.glass_door]
# hinge = "outer"
# reach = 110
# [joints.panel_door]
# hinge = "outer"
# reach = 110
# ///
from scene.language import *
from scene.language.modelling import ball, block, carcass, darker, finish, fitted, moved, rod


@register("a glass door in a frame")
def glass_door(width, height, look, metal, side):
    bar = 0.045
    parts = [block((s * (width - bar) / 2, 0, 0), (bar, height, 0.022), *look) for s in (-1, 1)]
    parts += [block((0, y, 0), (width - 2 * bar, bar, 0.022), *look) for y in (0, height - bar)]
    parts.append(block((0, bar, 0), (width - 2 * bar, height - 2 * bar, 0.005), *finish("glass")))
    parts.append(ball((side * (width / 2 - 0.022), height * 0.45, 0.02), 0.012, *metal))
    return concat_shapes(*parts)


@register("a solid door")
def panel_door(width, height, look, metal, side):
    groove = darker(look[0], 0.75), look[1]
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.022), *look),
        block((0, 0.05, 0.01), (width - 0.1, height - 0.1, 0.004), *groove),
        ball((side * (width / 2 - 0.025), height * 0.6, 0.02), 0.012, *metal),
    )


@register("plates standing on edge")
def plates(look):
    discs = [rod((0.1 * i, 0.095, 0), (0.1 * i, 0.095, 0.012), 0.095, *look) for i in (-1, 1)]
    rims = [rod((0.1 * i, 0.095, 0.01), (0.1 * i, 0.095, 0.014), 0.06, darker(look[0], 0.85), look[1]) for i in (-1, 1)]
    return concat_shapes(*discs, *rims)


@register("cups in a row")
def cups(look):
    return concat_shapes(*[rod((0.11 * (i - 2), 0, 0), (0.11 * (i - 2), 0.085, 0), 0.036, *look) for i in range(5)])


@register("a tall display cabinet with glass doors and dishes inside")
def display_cabinet(
    *, width=1.0, depth=0.42, height=1.9, frame="mahogany", paint=None, handles="brass", filled=True
) -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    pale = tuple(0.5 * c + 0.4 for c in wood[0]), wood[1]
    low, thick = height * 0.34, 0.028
    china = finish("porcelain")
    parts = [block((s * (width / 2 - 0.025), 0, -0.01), (thick, height - 0.09, depth - 0.03), *wood) for s in (-1, 1)]
    parts.append(block((0, height - 0.07, 0), (width, 0.05, depth), *wood))
    parts.append(block((0, height - 0.03, 0), (width - 0.06, 0.03, depth - 0.06), *wood))
    parts.append(block((0, 0, 0), (width - 0.02, 0.08, depth - 0.02), *wood))
    parts.append(carcass((0, 0.08, -0.01), (width - 0.06, low - 0.08, depth - 0.05), 0.012, *wood))
    parts.append(block((0, low / 2 + 0.034, -0.014), (width - 0.084, 0.012, depth - 0.08), *wood))
    parts.append(block((0, low, 0), (width - 0.01, 0.03, depth), *wood))
    parts.append(block((0, low + 0.03, -depth / 2 + 0.012), (width - 0.05, height - low - 0.1, 0.012), *pale))
    glass_tall = height - low - 0.1
    shelves = [low + 0.03 + glass_tall * f for f in (0.0, 0.36, 0.7)]
    parts += [block((0, y, -0.01), (width - 0.06, 0.016, depth - 0.07), *pale) for y in shelves[1:]]
    w = width / 2 - 0.04
    front = depth / 2 - 0.02
    for s in (-1, 1):
        upper = library_call("glass_door", width=w - 0.004, height=glass_tall - 0.005, look=wood, metal=metal, side=-s)
        lower = library_call("panel_door", width=w - 0.004, height=low - 0.1, look=wood, metal=metal, side=-s)
        parts.append(moved(upper, (s * w / 2, low + 0.032, front)))
        parts.append(moved(lower, (s * w / 2, 0.09, front)))
    if filled:
        parts.append(place("plates", at=(-0.2, shelves[0] + 0.002, -0.06), look=china))
        parts.append(place("cups", at=(0.18, shelves[0] + 0.002, 0), look=china))
        parts.append(place("cups", at=(-0.16, shelves[1] + 0.016, 0), look=finish("blue porcelain")))
        parts.append(place("plates", at=(0.2, shelves[1] + 0.016, -0.06), look=china))
        parts.append(place("plates", at=(-0.2, shelves[2] + 0.016, -0.06), look=finish("blue porcelain")))
        parts.append(place("cups", at=(0.18, shelves[2] + 0.016, 0), look=china))
    return fitted(concat_shapes(*parts), width, height, depth)
