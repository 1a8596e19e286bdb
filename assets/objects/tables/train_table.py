# /// asset
# word = "train table"
# synonyms = ["toy train table", "wooden train table", "railway play table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, cone, finish, fitted, moved, rod


@register("a stubby leg")
def leg(height, look):
    return block((0, 0, 0), (0.07, height, 0.07), *look)


@register("an oval of track with sleepers")
def track(radius, straight, look):
    rails = []
    for gauge in (-0.022, 0.022):
        r, n = radius + gauge, 8
        rails += [block((0, 0.006, s * r), (straight, 0.012, 0.008), *look) for s in (-1, 1)]
        for s in (-1, 1):
            arc = [
                (s * (straight / 2 + r * math.sin(math.pi * i / n)), 0.012, r * math.cos(math.pi * i / n))
                for i in range(n + 1)
            ]
            rails += [rod(arc[i], arc[i + 1], 0.006, *look) for i in range(n)]
    sleepers = [
        block((straight * (i - 2.5) / 6, 0, s * radius), (0.018, 0.006, 0.075), *look)
        for i in range(6)
        for s in (-1, 1)
    ]
    return concat_shapes(*rails, *sleepers)


@register("the engine")
def engine(look, trim):
    black = finish("black plastic")
    return concat_shapes(
        block((0, 0.02, 0), (0.12, 0.016, 0.05), *black),
        rod((-0.01, 0.06, 0), (0.06, 0.06, 0), 0.024, *look),
        block((-0.035, 0.034, 0), (0.045, 0.07, 0.052), *look),
        block((-0.035, 0.104, 0), (0.06, 0.01, 0.064), *trim),
        rod((0.04, 0.08, 0), (0.04, 0.12, 0), 0.01, *black),
        *[
            rod((x, 0.018, s * 0.022), (x, 0.018, s * 0.032), 0.017, *trim)
            for x in (-0.035, 0.0, 0.035)
            for s in (-1, 1)
        ],
    )


@register("a wagon")
def wagon(look):
    black = finish("black plastic")
    return concat_shapes(
        block((0, 0.024, 0), (0.09, 0.04, 0.05), *look),
        *[rod((x, 0.016, s * 0.022), (x, 0.016, s * 0.032), 0.014, *black) for x in (-0.026, 0.026) for s in (-1, 1)],
    )


@register("a little tree")
def tree(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.04, 0), 0.01, *finish("walnut")),
        cone((0, 0.035, 0), (0, 0.11, 0), 0.035, *look),
        cone((0, 0.075, 0), (0, 0.14, 0), 0.026, *look),
    )


@register("a little house")
def house(look, roof):
    panels = [
        moved(block((0, 0, 0), (0.1, 0.008, 0.07), *roof), (0, 0.088, s * 0.026), s * 0.7, (1, 0, 0)) for s in (-1, 1)
    ]
    return concat_shapes(
        block((0, 0, 0), (0.09, 0.07, 0.075), *look), block((0, 0.065, 0), (0.086, 0.03, 0.03), *look), *panels
    )


@register("a play table with wooden train tracks and a little train on it")
def train_table(*, width=1.2, depth=0.85, height=0.6, frame="beech", paint=None) -> Shape:
    wood = finish(frame, paint)
    board, top = finish("green felt"), 0.42
    parts = [place("leg", at=(s * 0.53, 0, t * 0.35), height=top - 0.01, look=wood) for s in (-1, 1) for t in (-1, 1)]
    parts.append(block((0, top - 0.03, 0), (1.14, 0.03, 0.79), *board))
    parts += [block((0, top - 0.06, t * 0.41), (1.2, 0.09, 0.03), *wood) for t in (-1, 1)] + [
        block((s * 0.585, top - 0.06, 0), (0.03, 0.09, 0.79), *wood) for s in (-1, 1)
    ]
    parts.append(moved(library_call("track", radius=0.25, straight=0.46, look=finish("pine")), (0, top, 0)))
    base = top + 0.012
    parts.append(moved(library_call("engine", look=finish("red paint"), trim=finish("blue paint")), (0.12, base, 0.25)))
    parts += [
        moved(library_call("wagon", look=finish(c + " paint")), (x, base, 0.25))
        for x, c in ((-0.02, "yellow"), (-0.14, "green"))
    ]
    parts += [
        place("tree", at=(x, top, z), look=finish("dark leaf"))
        for x, z in ((-0.16, 0.06), (-0.08, -0.08), (-0.48, -0.32), (0.5, 0.33), (-0.22, -0.05))
    ]
    parts += [
        place("house", at=(0.08, top, -0.02), look=finish("cream paint"), roof=finish("red paint")),
        place("house", at=(0.24, top, 0.05), turn=40, look=finish("sky blue paint"), roof=finish("orange paint")),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
