# /// asset
# word = "loveseat"
# synonyms = ["love seat", "two seater sofa", "two-seat sofa", "apartment sofa", "visitor sofa"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["upholstery", "legs"]
# [variants]
# tufted = {"tufted" = true, "button tufted" = true}
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, mirrored, moved, pad, rod


@register("a turned bun foot")
def foot(height, look):
    return ellipsoid((0, height / 2, 0), (0.04, height / 2, 0.04), *look)


@register("an arm that rolls outward")
def scroll_arm(width, height, depth, look):
    r = width / 2
    return concat_shapes(
        block((-width * 0.1, 0, 0), (width * 0.62, height - r, depth), *look),
        rod((0, height - r, -depth / 2), (0, height - r, depth / 2), r, *look),
    )


@register("a plump seat cushion")
def seat_cushion(width, height, depth, look):
    return pad((0, 0, 0), (width, height, depth), *look, edge=0.06)


@register("the padded back")
def back(width, height, tufted, look):
    dark = darker(look[0], 0.7), look[1]
    parts = [
        block((0, 0, 0), (width, height - 0.08, 0.16), *look),
        rod((-width / 2, height - 0.09, 0), (width / 2, height - 0.09, 0), 0.09, *look),
    ]
    if tufted:
        spots = [(x, y) for y in (0.48, 0.72) for x in (-0.36, -0.18, 0, 0.18, 0.36)]
        parts += [ellipsoid((x * width, y * height, 0.08), (0.018, 0.018, 0.012), *dark) for x, y in spots]
    return concat_shapes(*parts)


@register("a compact two-seat sofa with scrolled arms")
def loveseat(
    *,
    width=1.5,
    depth=0.85,
    height=0.86,
    tufted=True,
    upholstery="dusty rose velvet",
    paint=None,
    legs="dark wood",
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    low, arm_width = 0.09, 0.2
    inner = width - 1.7 * arm_width
    parts = [
        place("foot", at=(s * (width / 2 - 0.12), 0, t * (depth / 2 - 0.07)), height=low, look=wood)
        for t in (1, -1)
        for s in (-1, 1)
    ]
    parts.append(block((0, low, 0), (width - 0.14, 0.17, depth - 0.03), *cloth))
    right = library_call("scroll_arm", width=arm_width, height=0.62 - low, depth=depth - 0.02, look=cloth)
    right = moved(right, ((width - arm_width) / 2, low, 0.01))
    parts += [right, mirrored(right)]
    parts.append(
        moved(
            library_call("back", width=width - 0.16, height=height - low, tufted=tufted, look=cloth),
            (0, low, -depth / 2 + 0.09),
        )
    )
    parts += [
        place(
            "seat_cushion",
            at=(s * inner / 4, low + 0.16, 0.095),
            width=inner / 2 - 0.006,
            height=0.17,
            depth=depth - 0.17,
            look=cloth,
        )
        for s in (-1, 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
