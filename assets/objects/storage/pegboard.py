# /// asset
# word = "pegboard"
# synonyms = [
#     "pegboard with tools", "pegboard of tools", "wall of tools", "wall tools", "wall tool", "board of tools", "board with tools",
#     "tool board", "tool wall", "peg board", "tool rack",
# ]
# category = "storage"
# support = "wall"
# colors = ["paint"]
# materials = ["board"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, rod


@register("a hammer")
def hammer(grip, steel):
    return concat_shapes(
        rod((0, -0.26, 0), (0, 0, 0), 0.012, *grip), block((0.0, -0.01, 0), (0.11, 0.032, 0.03), *steel)
    )


@register("a screwdriver")
def screwdriver(grip, steel):
    return concat_shapes(rod((0, -0.1, 0), (0, 0, 0), 0.015, *grip), rod((0, -0.24, 0), (0, -0.1, 0), 0.005, *steel))


@register("a wrench")
def wrench(steel):
    return concat_shapes(
        block((0, -0.22, 0), (0.022, 0.2, 0.008), *steel),
        *[rod((0, y, -0.006), (0, y, 0.006), 0.026, *steel) for y in (-0.01, -0.23)],
        *[rod((0, y, -0.0065), (0, y, 0.0065), 0.012, (0.3, 0.3, 0.31), steel[1]) for y in (-0.01, -0.23)],
    )


@register("a hand saw")
def saw(grip, steel):
    blade = [block((0.05 * i - 0.12, -0.05 - 0.013 * i, 0), (0.05, 0.05 + 0.013 * i, 0.003), *steel) for i in range(6)]
    handle = [block((0.2, -0.035, 0), (0.1, 0.037, 0.022), *grip), block((0.2, -0.125, 0), (0.1, 0.03, 0.022), *grip)]
    handle += [block((x, -0.115, 0), (0.03, 0.1, 0.022), *grip) for x in (0.165, 0.235)]
    return concat_shapes(*blade, *handle)


@register("a pegboard on the wall with tools hanging on it")
def pegboard(*, width=1.2, depth=0.07, height=0.8, board="gray paint", paint=None) -> Shape:
    panel, steel = finish(board, paint), finish("steel")
    dark = darker(panel[0], 0.55), panel[1]
    front = -depth / 2 + 0.02
    parts = [block((0, 0, -depth / 2 + 0.01), (width, height, 0.02), *panel)]
    parts += [
        rod((0.1 * (i - 5.5), 0.1 + 0.12 * j, front), (0.1 * (i - 5.5), 0.1 + 0.12 * j, front + 0.001), 0.009, *dark)
        for i in range(12)
        for j in range(6)
    ]
    z = front + 0.03
    tools = [
        (library_call("hammer", grip=finish("yellow rubber"), steel=steel), -0.45, 0.7),
        (library_call("screwdriver", grip=finish("red plastic"), steel=steel), -0.28, 0.7),
        (library_call("screwdriver", grip=finish("blue plastic"), steel=steel), -0.2, 0.7),
        (library_call("screwdriver", grip=finish("green plastic"), steel=steel), -0.12, 0.7),
        (library_call("wrench", steel=steel), 0.02, 0.7),
        (library_call("wrench", steel=steel), 0.12, 0.7),
        (library_call("saw", grip=finish("orange plastic"), steel=steel), 0.32, 0.38),
        (library_call("hammer", grip=finish("red rubber"), steel=finish("black metal")), 0.42, 0.72),
    ]
    parts += [moved(tool, (x, y, z)) for tool, x, y in tools]
    parts.append(block((-0.32, 0.12, front + 0.022), (0.4, 0.1, 0.045), *finish("red plastic")))
    parts += [
        block((-0.32 + 0.13 * i, 0.15, front + 0.024), (0.12, 0.06, 0.046), *finish("black plastic"))
        for i in (-1, 0, 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
