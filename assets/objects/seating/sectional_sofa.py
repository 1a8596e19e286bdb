# /// asset
# word = "sectional sofa"
# synonyms = [
#     "sectional", "l-shaped sofa", "l shaped couch", "corner sofa", "modular sofa", "sectional couch",
#     "corner couch", "u-shaped sofa", "u-shaped couch",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["upholstery", "legs"]
# [variants.shape]
# "l shaped" = "left"
# "corner" = "left"
# "left" = "left"
# "right" = "right"
# "u shaped" = "both"
# "u shaped sofa" = "both"
# "u shaped couch" = "both"
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pad, upright_pad


@register("a block foot")
def foot(height, look):
    return block((0, 0, 0), (0.07, height, 0.07), *look)


@register("a padded arm")
def arm(width, height, depth, look):
    return concat_shapes(
        block((0, 0, 0), (width, height - 0.05, depth), *look),
        pad((0, height - 0.1, 0), (width, 0.1, depth), *look, edge=0.04),
    )


@register("a plump seat cushion")
def seat_cushion(width, height, depth, look):
    return pad((0, 0, 0), (width, height, depth), *look, edge=0.06)


@register("a plump back cushion")
def back_cushion(width, height, thickness, look):
    return upright_pad((0, 0, 0), (width, height, thickness), *look, edge=0.09)


@register("an L-shaped sectional sofa with a chaise at one end")
def sectional_sofa(
    *,
    width=2.7,
    depth=1.7,
    height=0.82,
    shape="left",
    upholstery="light gray fabric",
    paint=None,
    legs="dark wood",
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    low, base, arm_width = 0.06, 0.2, 0.18
    seat_depth = min(0.95, depth * 0.6)
    back_z = -depth / 2
    longs = {"left": (-1,), "right": (1,), "both": (-1, 1)}[shape]
    n = 4 if shape == "both" else 3
    each = (width - 2 * arm_width) / n
    parts = [
        block((0, low, back_z + seat_depth / 2), (width - 0.01, base, seat_depth), *cloth),
        upright_pad((0, low, back_z + 0.09), (width - 0.05, height - low, 0.18), *cloth, edge=0.07),
    ]
    for i in range(n):
        x = (i - (n - 1) / 2) * each
        reach = depth if (-1 in longs and i == 0) or (1 in longs and i == n - 1) else seat_depth
        if reach == depth:
            parts.append(block((x, low, 0.01), (each, base, depth - 0.02), *cloth))
        parts.append(
            place(
                "seat_cushion",
                at=(x, low + base - 0.01, back_z + 0.17 + (reach - 0.17) / 2),
                width=each - 0.01,
                height=0.18,
                depth=reach - 0.17,
                look=cloth,
            )
        )
        rest = library_call(
            "back_cushion", width=each - 0.015, height=height - low - base - 0.14, thickness=0.21, look=cloth
        )
        parts.append(moved(rest, (x, low + base + 0.15, back_z + 0.25), -0.12, (1, 0, 0)))
    for s in (-1, 1):
        reach = depth * 0.62 if s in longs else seat_depth
        parts.append(
            place(
                "arm",
                at=(s * (width - arm_width) / 2, low, back_z + reach / 2),
                width=arm_width,
                height=0.58 - low,
                depth=reach,
                look=cloth,
            )
        )
        parts.append(place("foot", at=(s * (width / 2 - 0.07), 0, back_z + 0.07), height=low, look=wood))
        parts.append(place("foot", at=(s * (width / 2 - 0.07), 0, back_z + seat_depth - 0.07), height=low, look=wood))
        if s in longs:
            parts.append(
                place("foot", at=(s * (width / 2 - arm_width - 0.1), 0, depth / 2 - 0.1), height=low, look=wood)
            )
    return fitted(concat_shapes(*parts), width, height, depth)
