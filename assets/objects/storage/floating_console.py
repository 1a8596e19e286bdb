# /// asset
# word = "floating media console"
# synonyms = [
#     "floating TV stand", "floating sideboard", "wall-mounted console", "wall-mounted media console",
#     "floating cabinet", "floating credenza", "wall hung sideboard",
# ]
# category = "storage"
# support = "wall"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["frame", "front"]
# [joints.flap]
# hinge = "bottom"
# reach = 85
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, rod


@register("a drop-down front with a cut-out grip")
def flap(width, height, look):
    groove = darker(look[0], 0.62), look[1]
    count = max(6, round(width / 0.045))
    step = width / count
    return concat_shapes(
        block((0, 0.005, 0), (width, height - 0.01, 0.014), *groove),
        *[block((step * (i - (count - 1) / 2), 0, 0.009), (step * 0.72, height, 0.01), *look) for i in range(count)],
        block((0, height - 0.03, 0.012), (0.12, 0.012, 0.01), *finish("black metal")),
    )


@register("an amplifier with its display and knob")
def amplifier():
    black, steel = finish("black plastic"), finish("steel")
    return concat_shapes(
        block((0, 0.006, 0), (0.38, 0.09, 0.2), *black),
        *[block((s * 0.15, 0, t * 0.07), (0.03, 0.008, 0.03), *black) for s in (-1, 1) for t in (-1, 1)],
        block((-0.06, 0.042, 0.1), (0.13, 0.03, 0.004), *finish("lit screen")),
        rod((0.12, 0.05, 0.1), (0.12, 0.05, 0.118), 0.026, *steel),
        *[rod((0.01 + 0.025 * i, 0.022, 0.1), (0.01 + 0.025 * i, 0.022, 0.106), 0.006, *steel) for i in range(3)],
    )


@register("a game console on its edge, with its controller beside it")
def game_console():
    white, black = finish("white plastic"), finish("black plastic")
    glow = (0.35, 0.6, 1.0), {"emission": 1.5}
    grips = [rod((0.13 + s * 0.038, 0.018, 0.075), (0.13 + s * 0.055, 0.016, 0.115), 0.017, *white) for s in (-1, 1)]
    return concat_shapes(
        *[block((s * 0.022, 0.004, 0), (0.018, 0.19, 0.19), *white) for s in (-1, 1)],
        block((0, 0, 0), (0.03, 0.18, 0.18), *black),
        block((0, 0.03, 0.09), (0.004, 0.13, 0.003), *glow),
        block((0.13, 0.004, 0.065), (0.09, 0.03, 0.05), *white),
        *grips,
        *[rod((0.13 + s * 0.024, 0.03, 0.075), (0.13 + s * 0.024, 0.04, 0.075), 0.011, *black) for s in (-1, 1)],
    )


@register("films in their cases")
def films(width):
    hues = ("navy blue", "red", "black", "teal", "white", "mustard", "purple", "green")
    count = int(width / 0.018)
    return concat_shapes(
        *[
            block((0.018 * (i - (count - 1) / 2), 0, 0), (0.015, 0.19 - 0.006 * (i % 3), 0.14), *finish(hues[i % 8] + " plastic"))
            for i in range(count)
        ]
    )  # fmt: skip


@register("a bracket that carries the console from the wall")
def bracket(depth, drop, look):
    """The wall is at z = 0, the underside that it carries at y = `drop`."""
    brace = rod((0, 0.012, 0.01), (0, drop - 0.004, depth * 0.8), 0.009, *look)
    return concat_shapes(
        block((0, 0, 0.004), (0.03, drop, 0.008), *look),
        block((0, drop - 0.008, depth / 2), (0.03, 0.008, depth), *look),
        brace,
    )


@register("a long media console hung on the wall by brackets, with a player and game console in its open middle")
def floating_console(*, width=1.8, depth=0.38, height=0.4, frame="white wood", paint=None, front="oak") -> Shape:
    body, wood = finish(frame, paint), finish(front)
    dark = darker(body[0], 0.5), body[1]
    thick, drop = 0.022, 0.1
    tall, back = height - drop, -depth / 2
    parts = [block((0, y, 0), (width, thick, depth), *body) for y in (drop, height - thick)]
    each = (width - 2 * thick) * 0.3
    inner = width / 2 - thick - each
    parts += [
        block((x, drop + thick, 0), (thick, tall - 2 * thick, depth - 0.004), *body)
        for x in (-(width - thick) / 2, -inner, inner, (width - thick) / 2)
    ]
    parts.append(block((0, drop + thick, back + 0.007), (width - 0.02, tall - 2 * thick, 0.012), *dark))
    parts += [
        place(
            "flap",
            at=(s * (inner + thick / 2 + (each - thick / 2) / 2), drop + thick + 0.004, depth / 2 - 0.018),
            width=each - thick / 2 - 0.008,
            height=tall - 2 * thick - 0.008,
            look=wood,
        )
        for s in (-1, 1)
    ]
    floor = drop + thick
    parts.append(place("amplifier", at=(-inner * 0.38, floor, 0.02)))
    parts.append(place("game_console", at=(inner * 0.35, floor, 0.02)))
    parts.append(place("films", at=(inner * 0.76, floor, -0.02), width=min(0.16, inner * 0.4)))
    parts += [
        moved(library_call("bracket", depth=depth * 0.8, drop=drop, look=finish("black metal")), (x * width, 0, back))
        for x in (-0.36, -0.12, 0.12, 0.36)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
