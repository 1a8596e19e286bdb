# /// asset
# word = "platform bed"
# synonyms = ["low platform bed", "low bed", "japanese bed", "low-profile bed", "futon bed frame"]
# category = "beds"
# support = "floor"
# clearance = {front = 0.6, left = 0.5, right = 0.5}
# colors = ["bedding_color", "paint"]
# materials = ["bedding", "frame"]
# [variants]
# width = {"twin" = 1.2, "single" = 1.2, "full" = 1.6, "double" = 1.6, "queen" = 1.8, "king" = 2.2}
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, pad


@register("the platform")
def platform(width, length, look):
    dark = darker(look[0], 0.35), look[1]
    return concat_shapes(
        block((0, 0.16, 0), (width, 0.06, length), *look), block((0, 0, 0), (width - 0.5, 0.16, length - 0.4), *dark)
    )


@register("the low headboard")
def headboard(width, height, look):
    return block((0, 0, 0), (width, height, 0.05), *look)


@register("the mattress")
def mattress(width, length, look):
    return pad((0, 0, 0), (width, 0.2, length), *look, edge=0.05)


@register("the duvet")
def duvet(width, length, look):
    folded = tuple(min(1.0, 0.6 * c + 0.35) for c in look[0]), look[1]
    return concat_shapes(
        pad((0, 0, 0), (width, 0.12, length), *look, edge=0.06),
        *[pad((s * (width / 2 - 0.03), -0.13, 0), (0.06, 0.2, length - 0.04), *look, edge=0.03) for s in (-1, 1)],
        pad((0, 0.09, -length / 2 + 0.15), (width + 0.01, 0.05, 0.3), *folded, edge=0.02),
    )


@register("a pillow")
def pillow(width, look):
    return concat_shapes(
        pad((0, 0, 0), (width, 0.13, 0.4), *look, edge=0.12),
        ellipsoid((0, 0.075, 0), (width * 0.36, 0.085, 0.15), *look),
    )


@register("a low platform bed with a wide ledge round the mattress")
def platform_bed(
    *, width=1.8, depth=2.2, height=0.75, bedding="charcoal linen", bedding_color=None, frame="walnut", paint=None
) -> Shape:
    wood, linen, white = finish(frame, paint), finish(bedding, bedding_color), finish("white cotton")
    w, length = width - 0.24, depth - 0.2
    head = -depth / 2
    parts = [library_call("platform", width=width, length=depth, look=wood)]
    parts.append(place("headboard", at=(0, 0.2, head + 0.05), width=width, height=height - 0.2, look=wood))
    parts.append(place("mattress", at=(0, 0.21, 0.0), width=w, length=length, look=white))
    cover = library_call("duvet", width=w + 0.03, length=length - 0.5, look=linen)
    parts.append(moved(cover, (0, 0.35, 0.265)))
    parts += [
        moved(library_call("pillow", width=w / 2 - 0.06, look=white), (s * w / 4, 0.43, head + 0.3), 0.45, (1, 0, 0))
        for s in (-1, 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
