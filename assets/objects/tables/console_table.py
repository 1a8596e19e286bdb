# /// asset
# word = "console table"
# synonyms = ["hallway table", "entry table", "entryway table", "hall table", "sofa back table"]
# stands_for = ["shrine", "credenza table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "leg_color"]
# materials = ["top", "legs"]
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, rod, tray


@register("a shallow drawer")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.016), *look),
        tray((0, 0.01, -0.008 - depth / 2), (width - 0.03, height - 0.03, depth), 0.007, *look),
        rod((0, height / 2, 0.005), (0, height / 2, 0.028), 0.011, *metal),
    )


@register("a slim square leg")
def leg(height, look):
    return block((0, 0, 0), (0.028, height, 0.028), *look)


@register("the low shelf")
def shelf(width, depth, look):
    return block((0, 0, 0), (width, 0.022, depth), *look)


@register("a narrow console table with two drawers and a low shelf")
def console_table(
    *, width=1.2, depth=0.34, height=0.8, top="oak", paint=None, legs="black metal", leg_color=None
) -> Shape:
    wood, metal = finish(top, paint), finish(legs, leg_color)
    dark = darker(wood[0], 0.8), wood[1]
    x, z, under = width / 2 - 0.014, depth / 2 - 0.014, height - 0.03
    parts = [place("leg", at=(s * x, 0, t * z), height=under, look=metal) for s in (-1, 1) for t in (-1, 1)]
    parts.append(block((0, under, 0), (width, 0.03, depth), *wood))
    parts.append(carcass((0, under - 0.13, -0.012), (width - 0.06, 0.13, depth - 0.054), 0.01, *dark))
    parts.append(block((0, under - 0.12, -0.007), (0.012, 0.11, depth - 0.064), *dark))
    parts += [
        moved(
            library_call(
                "drawer",
                width=(width - 0.06) / 2 - 0.012,
                height=0.114,
                depth=depth - 0.08,
                look=wood,
                metal=metal,
            ),
            (s * (width - 0.06) / 4, under - 0.122, depth / 2 - 0.03),
        )
        for s in (-1, 1)
    ]
    parts.append(place("shelf", at=(0, 0.16, 0), width=width - 0.03, depth=depth - 0.03, look=wood))
    parts += [block((0, 0.14, t * z), (width - 0.05, 0.022, 0.022), *metal) for t in (-1, 1)]
    parts += [block((s * x, 0.14, 0), (0.022, 0.022, depth - 0.05), *metal) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
