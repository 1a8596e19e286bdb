# /// asset
# word = "spice jar"
# synonyms = ["jar cinnamon", "spice box", "set of spice jars", "jar of spices", "seasoning"]
# category = "tableware"
# support = "surface"
# colors = ["lids"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, rod


@register("one jar of spice")
def spice(*, radius, height, powder, lids):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.08, 0), radius, (0.86, 0.92, 0.92), {"roughness": 0.05}),
        rod((0, height * 0.08, 0), (0, height * 0.62, 0), radius * 0.99, powder, {"roughness": 0.4}),
        rod(
            (0, height * 0.62, 0),
            (0, height * 0.76, 0),
            radius,
            (0.86, 0.92, 0.92),
            {"roughness": 0.05, "opacity": 0.6},
        ),
        rod((0, height * 0.76, 0), (0, height, 0), radius * 0.92, lids, {"roughness": 0.3}),
        box((0, height * 0.38, radius * 0.96), (radius * 1.1, height * 0.26, radius * 0.16), (0.96, 0.94, 0.88)),
    )


@register("the rack")
def rack(*, width, height, depth, wood):
    board, t = surface(wood), 0.01
    sides = [box((side * (width - t) / 2, height / 2, 0), (t, height, depth), *board) for side in (-1, 1)]
    return concat_shapes(
        *sides,
        box((0, t / 2, 0), (width, t, depth), *board),
        box((0, height * 0.5, -(depth - t) / 2), (width, height, t), *board),
        box((0, height * 0.32, (depth - t * 0.6) / 2), (width, height * 0.16, t * 0.6), *board),
    )


@register("a small wooden rack with four spice jars")
def spice_jar(*, width=0.25, height=0.12, depth=0.075, lids=(0.15, 0.15, 0.16), wood="oak"):
    powders = ((0.75, 0.2, 0.1), (0.85, 0.6, 0.12), (0.35, 0.42, 0.18), (0.42, 0.25, 0.14))
    step = (width - 0.03) / 4
    return concat_shapes(
        library_call("rack", width=width, height=height * 0.7, depth=depth, wood=wood),
        *[
            place(
                "spice",
                at=((i - 1.5) * step, 0.01, 0),
                radius=step * 0.43,
                height=height - 0.01,
                powder=powder,
                lids=lids,
            )
            for i, powder in enumerate(powders)
        ],
    )
