# /// asset
# word = "cookie"
# synonyms = ["cookies", "plate of cookies", "biscuit", "cookie sheet", "baking tray", "baking sheet"]
# stands_for = [
#     "pastry", "danish", "cinnamon roll", "cinnamon rolls", "gingerbread", "cracker",
#     "crackers", "shortbread", "pastries",
# ]
# category = "food"
# support = "surface"
# colors = ["dough"]
# materials = ["sheet"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, rod


@register("the baking sheet with its rim")
def baking_sheet(*, width, depth, height, sheet):
    look, t = surface(sheet), 0.004
    rims = [box((0, height / 2, j * (depth - t) / 2), (width, height, t), *look) for j in (-1, 1)]
    rims += [box((i * (width - t) / 2, height / 2, 0), (t, height, depth), *look) for i in (-1, 1)]
    return concat_shapes(
        box((0, t / 2, 0), (width, t, depth), *look),
        box((0, t + 0.0005, 0), (width * 0.92, 0.001, depth * 0.9), *surface("paper")),
        *rims,
    )


@register("a cookie with chocolate chips")
def one_cookie(*, radius, height, dough):
    chips = [
        ellipsoid(
            (radius * x, height * 0.9, radius * z), (radius * 0.13, height * 0.2, radius * 0.11), (0.2, 0.1, 0.06)
        )
        for x, z in ((0.1, 0.05), (-0.45, 0.2), (0.4, 0.4), (0.35, -0.4), (-0.2, -0.5), (-0.1, 0.55))
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.5, 0), radius, dough),
        ellipsoid((0, height * 0.5, 0), (radius, height * 0.5, radius), dough),
        *chips,
    )


@register("a baking sheet with chocolate chip cookies")
def cookie(*, width=0.4, depth=0.3, height=0.028, dough=(0.8, 0.57, 0.3), sheet="steel"):
    return concat_shapes(
        library_call("baking_sheet", width=width, depth=depth, height=height * 0.6, sheet=sheet),
        *[
            place(
                "one_cookie",
                at=((i - 1.5) * width * 0.225, 0.005, (j - 1) * depth * 0.29),
                turn=70 * i + 40 * j,
                radius=width * 0.092,
                height=height * 0.76,
                dough=dough,
            )
            for i in range(4)
            for j in range(3)
        ],
    )
