# /// asset
# word = "cash counter"
# synonyms = [
#     "wooden counter", "till counter", "wood panelled counter", "payment counter", "cashier counter", "cashier desk",
#     "cashier's desk", "cash desk", "slatted counter", "wood counter", "wood panel counter",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# colors = ["paint", "top_paint"]
# materials = ["panel", "top"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, plate


@register("the front of upright wooden slats over a dark ground")
def slatted_front(*, width, height, depth, look):
    count = round(width / 0.062)
    step = width / count
    front = [
        box(
            ((i - (count - 1) / 2) * step, height * 0.54, depth / 2),
            (step * 0.66, height * 0.86, 0.026),
            darker(look[0], 0.9 + 0.1 * (i * 7 % 3) / 2),
            look[1],
        )
        for i in range(count)
    ]
    sides = [
        box(
            (s * width / 2, height * 0.54, (k - 4) * depth / 9),
            (0.026, height * 0.86, depth / 9 * 0.66),
            darker(look[0], 0.9 + 0.05 * (k % 3)),
            look[1],
        )
        for s in (-1, 1)
        for k in range(9)
    ]
    return concat_shapes(
        box((0, height * 0.53, 0), (width - 0.02, height * 0.94, depth - 0.02), darker(look[0], 0.35)),
        box((0, 0.045, 0), (width - 0.06, 0.09, depth - 0.06), (0.1, 0.1, 0.11)),
        *front,
        *sides,
    )


@register("the worktop with a raised ledge for customers")
def till_top(*, width, height, depth, look):
    return concat_shapes(
        plate((0, height, 0), (width, 0.04, depth), 0.02, *look),
        box((width * 0.2, height + 0.1, depth * 0.36), (width * 0.58, 0.13, 0.05), darker(look[0], 0.9), look[1]),
        plate((width * 0.2, height + 0.16, depth * 0.36), (width * 0.6, 0.03, depth * 0.26), 0.015, *look),
    )


@register("the back with open shelves for bags and boxes")
def till_shelves(*, width, height, depth, look):
    boxes = [
        box((-width * 0.36 + 0.19 * i, height * (0.6 if i % 2 else 0.24), -depth / 2 + 0.02), (0.14, 0.16, 0.03), tone)
        for i, tone in enumerate(((0.85, 0.75, 0.6), (0.5, 0.6, 0.65), (0.9, 0.88, 0.84), (0.75, 0.5, 0.4)))
    ]
    return concat_shapes(
        *[box((0, height * y, -depth / 2), (width * 0.94, 0.024, 0.03), *look) for y in (0.12, 0.48, 0.86)], *boxes
    )


@register("a cash counter with a slatted wooden front")
def cash_counter(*, width=1.7, height=1.14, depth=0.66, paint=None, top_paint=None, panel="oak", top="white marble"):
    look, high = finish(panel, paint), 0.94
    whole = concat_shapes(
        library_call("slatted_front", width=width * 0.97, height=high, depth=depth * 0.9, look=look),
        library_call("till_top", width=width, height=high, depth=depth, look=finish(top, top_paint)),
        library_call("till_shelves", width=width, height=high, depth=depth * 0.9, look=look),
    )
    return fitted(whole, width, height, depth)
