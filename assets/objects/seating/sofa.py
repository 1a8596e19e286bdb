# /// asset
# word = "sofa"
# synonyms = ["couch", "settee", "davenport", "lounge sofa", "living room sofa"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["upholstery", "legs"]
# [variants]
# back = {"tufted" = "tufted", "button tufted" = "tufted", "chesterfield" = "tufted", "channel back" = "channel"}
# [variants.width]
# "two seater" = 1.54
# "two seat" = 1.54
# "four seater" = 2.74
# "multi seat" = 2.74
# "long" = 2.74
# "large" = 2.74
# "small" = 1.7
# [variants.seats]
# "two seater" = 2
# "two seat" = 2
# "small" = 2
# "three seater" = 3
# "three seat" = 3
# "four seater" = 4
# "multi seat" = 4
# "long" = 4
# "large" = 4
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, pad, rod, taper, upright_pad


@register("a short tapered leg")
def leg(height, look):
    return taper((0, height, 0), (0, 0, 0), 0.028, 0.015, *look)


@register("a padded arm with a round top")
def arm(width, height, depth, look):
    r = width / 2
    return concat_shapes(
        block((0, 0, 0), (width, height - r, depth), *look),
        rod((0, height - r, -depth / 2), (0, height - r, depth / 2), r, *look),
    )


@register("a plump seat cushion")
def seat_cushion(width, height, depth, look):
    return pad((0, 0, 0), (width, height, depth), *look, edge=0.06)


@register("a plump back cushion")
def back_cushion(width, height, thickness, look):
    return upright_pad((0, 0, 0), (width, height, thickness), *look, edge=0.09)


@register("a back with rows of pressed-in buttons")
def tufted_back(width, height, look):
    dark = darker(look[0], 0.7), look[1]
    columns = max(3, round(width / 0.22))
    parts = [upright_pad((0, 0, 0), (width, height, 0.14), *look, edge=0.06)]
    for row in range(2):
        for i in range(columns - row):
            x = (i - (columns - row - 1) / 2) * width / columns
            parts.append(ellipsoid((x, height * (0.42 + 0.28 * row), 0.07), (0.016, 0.016, 0.012), *dark))
    return concat_shapes(*parts)


@register("a back of upright padded channels")
def channel_back(width, height, look):
    n = max(3, round(width / 0.2))
    return concat_shapes(
        *[
            upright_pad(((i - (n - 1) / 2) * width / n, 0, 0), (width / n, height, 0.16), *look, edge=0.07)
            for i in range(n)
        ]
    )


@register("a long upholstered sofa with loose seat and back cushions")
def sofa(
    *,
    width=2.14,
    depth=0.92,
    height=0.84,
    seats=3,
    back="cushions",
    upholstery="slate fabric",
    paint=None,
    legs="walnut",
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    arm_width, foot = 0.17, 0.12
    inner = width - 2 * arm_width
    parts = [
        place("leg", at=(s * (width / 2 - 0.1), 0, t * (depth / 2 - 0.1)), height=foot, look=wood)
        for t in (1, -1)
        for s in (-1, 1)
    ]
    parts.append(block((0, foot, 0), (width - 0.02, 0.15, depth - 0.03), *cloth))
    parts += [
        place(
            "arm",
            at=(s * (width - arm_width) / 2, foot, 0),
            width=arm_width,
            height=height * 0.7 - foot,
            depth=depth,
            look=cloth,
        )
        for s in (-1, 1)
    ]
    rear = -depth / 2 + 0.08
    parts.append(upright_pad((0, foot, rear), (inner + 0.02, height - foot, 0.16), *cloth, edge=0.07))
    each = inner / seats
    middle = [(i - (seats - 1) / 2) * each for i in range(seats)]
    parts += [
        place(
            "seat_cushion", at=(x, foot + 0.14, 0.08), width=each - 0.008, height=0.17, depth=depth - 0.16, look=cloth
        )
        for x in middle
    ]
    lean = translation_matrix((0, foot + 0.3, rear + 0.15)) @ rotation_matrix(-0.12, (1, 0, 0), (0, 0, 0))
    rise = height - foot - 0.28
    if back == "cushions":
        rests = [
            transform_shape(
                library_call("back_cushion", width=each - 0.012, height=rise, thickness=0.2, look=cloth),
                translation_matrix((x, 0, 0)) @ lean,
            )
            for x in middle
        ]
        return fitted(concat_shapes(*parts, *rests), width, height, depth)
    rest = library_call(f"{back}_back", width=inner, height=rise + 0.02, look=cloth)
    return fitted(concat_shapes(*parts, transform_shape(rest, lean)), width, height, depth)
