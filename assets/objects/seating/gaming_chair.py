# /// asset
# word = "gaming chair"
# synonyms = ["gamer chair", "racing chair", "racing style chair", "esports chair", "racing seat chair"]
# category = "seating"
# support = "floor"
# clearance = {back = 0.4}
# colors = ["accent", "body_color"]
# materials = ["body"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pad, rod, rotated, upright_pad


@register("a twin castor")
def castor(look):
    return concat_shapes(*[rod((s * 0.008, 0.03, 0), (s * 0.026, 0.03, 0), 0.03, *look) for s in (-1, 1)])


@register("the five-star foot with its gas lift")
def star_base(radius, height, look):
    parts = [rod((0, 0.09, 0), (0, height, 0), 0.026, *look)]
    for i in range(5):
        angle = 2 * math.pi * i / 5 + math.pi / 2
        x, z = radius * math.cos(angle), radius * math.sin(angle)
        parts.append(rod((0, 0.11, 0), (x, 0.075, z), 0.02, *look))
        wheel = rotated(library_call("castor", look=look), -angle)
        parts.append(moved(wheel, (x, 0, z)))
    return concat_shapes(*parts)


@register("the tall bucket back with wings")
def back(width, height, hide, accent):
    parts = [
        upright_pad((0, 0, 0), (width * 0.74, height, 0.09), *hide, edge=0.04),
        upright_pad((0, height * 0.1, 0.055), (width * 0.5, height * 0.22, 0.05), *accent, edge=0.04),
        upright_pad((0, height * 0.8, 0.06), (width * 0.4, height * 0.17, 0.06), *accent, edge=0.04),
        block((0, height * 0.3, 0.042), (0.03, height * 0.5, 0.012), *accent),
    ]
    for s in (-1, 1):
        for low, tall, wide in ((0.02, 0.34, 0.5), (0.4, 0.4, 0.5)):
            wing = upright_pad((0, 0, 0), (width * 0.2, height * tall, 0.13), *accent, edge=0.05)
            turn = rotation_matrix(-s * 0.45, (0, 1, 0), (0, 0, 0))
            parts.append(
                transform_shape(wing, translation_matrix((s * width * (wide - 0.12), height * low, 0.03)) @ turn)
            )
        parts.append(
            upright_pad((s * width * 0.33, height * 0.82, 0), (width * 0.12, height * 0.16, 0.08), *hide, edge=0.04)
        )
    return concat_shapes(*parts)


@register("an armrest on a post")
def armrest(look):
    return concat_shapes(
        block((0, 0, 0), (0.04, 0.2, 0.06), *look), pad((0, 0.2, 0.02), (0.09, 0.04, 0.28), *look, edge=0.02)
    )


@register("a racing-style gaming chair with side wings and head pillow")
def gaming_chair(
    *, width=0.7, depth=0.7, height=1.3, accent=(0.72, 0.14, 0.16), body="black leather", body_color=None
) -> Shape:
    hide, dark = finish(body, body_color), finish("black plastic")
    stripe = accent, hide[1]
    seat_y = 0.42
    parts = [library_call("star_base", radius=min(width, depth) / 2 - 0.035, height=seat_y, look=dark)]
    parts.append(block((0, seat_y - 0.03, 0), (0.26, 0.05, 0.3), *dark))
    parts.append(pad((0, seat_y, 0.03), (0.4, 0.11, 0.5), *hide, edge=0.05))
    parts += [pad((s * 0.22, seat_y, 0.03), (0.11, 0.15, 0.48), *stripe, edge=0.05) for s in (-1, 1)]
    upright = library_call("back", width=0.56, height=height - seat_y - 0.08, hide=hide, accent=stripe)
    parts.append(moved(upright, (0, seat_y + 0.08, -0.19), -0.13, (1, 0, 0)))
    parts += [place("armrest", at=(s * (width / 2 - 0.045), seat_y + 0.02, 0.02), look=dark) for s in (-1, 1)]
    parts.append(block((0, seat_y + 0.01, 0), (width - 0.1, 0.03, 0.08), *dark))
    return fitted(concat_shapes(*parts), width, height, depth)
