# /// asset
# word = "filing cabinet"
# synonyms = ["file cabinet", "office drawers", "drawer cabinet", "document cabinet"]
# stands_for = ["map cabinet", "card catalog", "card catalogue"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# materials = ["body", "handles"]
# [variants]
# drawers = {"tall" = 4, "four drawer" = 4, "two drawer" = 2, "low" = 2, "compact" = 2, "three drawer" = 3}
# [variants.height]
# "tall" = 1.32
# "four drawer" = 1.32
# "two drawer" = 0.7
# "low" = 0.7
# "compact" = 0.7
# "three drawer" = 1.02
# [joints.drawer]
# reach = 0.8
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, rod, tray


@register("a file drawer with a handle and a label")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.018), *look),
        tray((0, 0.012, -0.009 - depth / 2), (width - 0.03, height - 0.05, depth), 0.006, *look),
        block((0, height * 0.62, 0.018), (0.13, 0.02, 0.022), *metal),
        block((0, height * 0.72, 0.01), (0.1, 0.05, 0.004), *metal),
        block((0, height * 0.72 + 0.007, 0.01), (0.086, 0.036, 0.005), *finish("white paper")),
        rod((width * 0.4, height * 0.85, 0.005), (width * 0.4, height * 0.85, 0.014), 0.01, *metal),
    )


@register("a metal filing cabinet with labelled drawers")
def filing_cabinet(
    *, width=0.46, depth=0.6, height=1.02, drawers=3, body="gray paint", paint=None, handles="chrome"
) -> Shape:
    steel, metal = finish(body, paint), finish(handles)
    dark = darker(steel[0], 0.5), steel[1]
    parts = [
        carcass((0, 0.04, -0.01), (width, height - 0.04, depth - 0.04), 0.014, *steel),
        block((0, 0, -0.01), (width - 0.03, 0.05, depth - 0.06), *dark),
    ]
    each = (height - 0.07) / drawers
    # the frame around the drawers, a millimetre from each
    front = depth / 2 - 0.03
    sills = [
        (0.055, 0.059),
        *[(0.046 + each * i, 0.059 + each * i) for i in range(1, drawers)],
        (height - 0.024, height - 0.014),
    ]
    parts += [block((s * (width / 2 - 0.012), 0.055, front), (0.004, height - 0.07, 0.01), *dark) for s in (-1, 1)]
    parts += [block((0, low, front), (width - 0.028, high - low, 0.01), *dark) for low, high in sills]
    parts += [
        moved(
            library_call(
                "drawer", width=width - 0.03, height=each - 0.015, depth=depth - 0.075, look=steel, metal=metal
            ),
            (0, 0.06 + each * i, depth / 2 - 0.025),
        )
        for i in range(drawers)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
