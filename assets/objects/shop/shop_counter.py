# /// asset
# word = "shop counter"
# synonyms = [
#     "checkout counter", "sales counter", "service counter", "front desk", "reception counter", "bar", "checkout",
#     "reception desk", "bar counter", "serving counter",
# ]
# stands_for = ["sushi bar", "sushi counter"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# colors = ["paint", "top_paint"]
# materials = ["panel", "top"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, rod


@register("the panelled front with its plinth and mouldings")
def panelled_front(*, width, height, depth, look):
    dark, light = (
        (darker(look[0], 0.55), look[1]),
        (tuple(min(1, 1.18 * c + 0.02) for c in look[0]), look[1]),
    )
    count = max(3, round(width / 0.45))
    step = width / count
    panels = []
    for i in range(count):
        x = (i - (count - 1) / 2) * step
        panels += [
            box((x, height * 0.52, depth / 2 + 0.004), (step * 0.78, height * 0.66, 0.012), *light),
            box((x, height * 0.52, depth / 2 + 0.008), (step * 0.62, height * 0.54, 0.012), *look),
        ]
    return concat_shapes(
        box((0, height * 0.53, 0), (width, height * 0.94, depth), *look),
        box((0, height * 0.05, 0), (width * 1.01, height * 0.1, depth * 1.03), *dark),
        *panels,
        box((0, height * 0.93, depth / 2 + 0.008), (width * 1.004, height * 0.05, 0.02), *light),
    )


@register("the worktop, overhanging")
def worktop(*, width, thick, depth, look):
    return concat_shapes(
        box((0, thick / 2, 0), (width, thick, depth), *look),
        rod((-width / 2, thick / 2, depth / 2), (width / 2, thick / 2, depth / 2), thick / 2, *look),
    )


@register("the brass foot rail")
def foot_rail(*, width, reach):
    brass = surface("brass")
    return concat_shapes(
        rod((-width / 2, 0, reach), (width / 2, 0, reach), 0.02, *brass),
        *[ellipsoid((x * width / 2, 0, reach), (0.026,) * 3, *brass) for x in (-1, 1)],
        *[rod((x * width * 0.4, 0, 0), (x * width * 0.4, 0, reach), 0.012, *brass) for x in (-1, 0, 1)],
    )


@register("a panelled shop counter with a wooden worktop")
def shop_counter(*, width=1.8, height=1.05, depth=0.65, paint=None, top_paint=None, panel="steel blue wood", top="oak"):
    thick, reach = 0.05, 0.1
    deep = depth - reach - 0.02
    whole = concat_shapes(
        library_call(
            "panelled_front", width=width * 0.96, height=height - thick, depth=deep * 0.9, look=finish(panel, paint)
        ),
        moved(
            library_call("worktop", width=width, thick=thick, depth=deep, look=finish(top, top_paint)),
            (0, height - thick, 0),
        ),
        moved(library_call("foot_rail", width=width * 0.9, reach=reach), (0, 0.2, deep * 0.45)),
    )
    return fitted(whole, width, None, depth)
