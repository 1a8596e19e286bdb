# /// asset
# word = "sideboard"
# synonyms = ["buffet", "credenza", "buffet cabinet", "dining sideboard", "storage credenza", "side cabinet"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "top_color"]
# materials = ["frame", "top", "handles"]
# [variants]
# style = {"glass front" = "glass", "glass fronted" = "glass", "slatted" = "slatted"}
# drawers = {"with four drawers" = 4, "with drawers" = 4}
# height = {"tall" = 1.05, "low" = 0.7}
# [joints.door]
# hinge = "outer"
# reach = 90
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import ball, block, carcass, darker, finish, fitted, moved, taper, tray


@register("a splayed tapered leg")
def leg(foot, top, look):
    return taper(top, foot, 0.03, 0.015, *look)


@register("a cabinet door")
def door(width, height, style, look, metal, side):
    groove = darker(look[0], 0.75), look[1]
    parts = [block((0, 0, 0), (width, height, 0.02), *look)]
    if style == "glass":
        parts.append(block((0, 0.05, 0.009), (width - 0.1, height - 0.1, 0.004), *finish("dark tinted glass")))
    elif style == "slatted":
        n = int(width / 0.035)
        parts += [
            block((width / n * (i - (n - 1) / 2), 0.01, 0.012), (0.02, height - 0.02, 0.006), *groove) for i in range(n)
        ]
    parts.append(ball((side * width * 0.4, height * 0.6, 0.02), 0.012, *metal))
    return concat_shapes(*parts)


@register("a drawer")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.02), *look),
        tray((0, 0.012, -0.01 - depth / 2), (width - 0.04, height - 0.035, depth), 0.008, *look),
        ball((0, height / 2, 0.02), 0.012, *metal),
    )


@register("a long low sideboard with doors and a column of drawers")
def sideboard(
    *,
    width=1.6,
    depth=0.45,
    height=0.8,
    style="plain",
    drawers=3,
    frame="walnut",
    paint=None,
    top="walnut",
    top_color=None,
    handles="brass",
) -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    cover = finish(top, paint if top == frame and top_color is None else top_color)
    dark = darker(wood[0], 0.6), wood[1]
    foot, thick = 0.18, 0.022
    x, z = width / 2 - 0.2, depth / 2 - 0.09
    parts = [
        library_call("leg", foot=(s * (x + 0.07), 0, t * (z + 0.03)), top=(s * x, foot, t * z), look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    inside = height - foot
    parts.append(block((0, height - thick, 0), (width, thick, depth), *cover))
    parts.append(block((0, foot, 0), (width, thick, depth), *wood))
    parts += [block((s * (width - thick) / 2, foot, 0), (thick, inside - thick, depth), *wood) for s in (-1, 1)]
    parts.append(carcass((0, foot + 0.01, -0.02), (width - 0.03, inside - 0.02, depth - 0.05), 0.012, *dark))
    each, tall = (width - 2 * thick) / 3, inside - 2 * thick
    front = depth / 2 - 0.018
    parts += [
        moved(
            library_call("door", width=each - 0.008, height=tall - 0.01, style=style, look=wood, metal=metal, side=-s),
            (s * each, foot + thick + 0.005, front),
        )
        for s in (-1, 1)
    ]
    # a wall and a shelf behind each door
    parts += [block((s * each / 2, foot + thick, -0.014), (0.012, tall, depth - 0.062), *dark) for s in (-1, 1)]
    parts += [
        block((s * (each + 0.003), foot + inside / 2, -0.02), (each - 0.008, 0.012, depth - 0.09), *dark)
        for s in (-1, 1)
    ]
    rise = tall / drawers
    parts += [
        block((0, foot + thick + rise * i - 0.006, depth / 2 - 0.055), (each - 0.012, 0.012, 0.02), *dark)
        for i in range(1, drawers)
    ]
    parts += [
        moved(
            library_call("drawer", width=each - 0.008, height=rise - 0.01, depth=depth - 0.09, look=wood, metal=metal),
            (0, foot + thick + 0.005 + rise * i, front - 0.005),
        )
        for i in range(drawers)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
