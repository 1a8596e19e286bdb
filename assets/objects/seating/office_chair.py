# /// asset
# word = "office chair"
# synonyms = [
#     "swivel chair", "task chair", "computer chair", "rolling chair", "executive chair", "desk chair on wheels",
#     "mesh chair", "work chair", "ergonomic chair",
# ]
# category = "seating"
# support = "floor"
# clearance = {back = 0.4}
# colors = ["paint"]
# materials = ["upholstery", "base"]
# [variants.style]
# "mesh" = "mesh"
# "ergonomic" = "mesh"
# "task" = "mesh"
# "executive" = "executive"
# "high backed" = "executive"
# "high back" = "executive"
# "leather" = "executive"
# "armless" = "armless"
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, mirrored, moved, pad, pipe, rod, rotated, upright_pad


@register("a twin castor")
def castor(look):
    return concat_shapes(*[rod((s * 0.008, 0.03, 0), (s * 0.026, 0.03, 0), 0.03, *look) for s in (-1, 1)])


@register("the five-star foot with its gas lift")
def star_base(radius, height, look, steel):
    parts = [
        rod((0, 0.09, 0), (0, height * 0.6, 0), 0.028, *look),
        rod((0, height * 0.5, 0), (0, height, 0), 0.018, *steel),
    ]
    for i in range(5):
        angle = 2 * math.pi * i / 5 + math.pi / 2
        x, z = radius * math.cos(angle), radius * math.sin(angle)
        parts.append(rod((0, 0.11, 0), (x, 0.075, z), 0.018, *look))
        wheel = rotated(library_call("castor", look=look), -angle)
        parts.append(moved(wheel, (x, 0, z)))
    return concat_shapes(*parts)


@register("an armrest on a bent post")
def armrest(look):
    return concat_shapes(
        pipe([(-0.06, 0, 0), (0, 0.02, 0), (0, 0.2, 0)], 0.014, *look),
        pad((0, 0.19, 0.02), (0.07, 0.035, 0.26), *look, edge=0.02),
    )


@register("the back that carries the spine")
def back(width, height, style, cloth, look):
    if style == "executive":
        rolls = [
            upright_pad((0, height * f, 0), (width * w, height * 0.36, 0.11), *cloth, edge=0.05)
            for f, w in ((0.0, 0.96), (0.32, 1.0), (0.64, 0.86))
        ]
        return concat_shapes(*rolls)
    rim = [
        (-width * 0.42, 0, 0),
        (-width / 2, height * 0.45, -0.02),
        (-width * 0.44, height, -0.05),
        (width * 0.44, height, -0.05),
        (width / 2, height * 0.45, -0.02),
        (width * 0.42, 0, 0),
        (-width * 0.42, 0, 0),
    ]
    return concat_shapes(
        pipe(rim, 0.013, *look),
        upright_pad((0, 0.01, -0.03), (width * 0.93, height * 0.98, 0.028), *cloth, edge=0.02),
        upright_pad((0, height * 0.18, -0.015), (width * 0.8, 0.14, 0.04), *look, edge=0.02),
        rod((0, height * 0.5, -0.055), (0, -0.12, -0.075), 0.022, *look),
    )


@register("an office chair on a five-star base with castors")
def office_chair(
    *, width=0.66, depth=0.66, height=1.08, style="mesh", upholstery="mesh", paint=None, base="black plastic"
) -> Shape:
    cloth, shell_look, steel = finish(upholstery, paint), finish(base), finish("steel")
    seat_y, seat_width, seat_depth = 0.42, width * 0.76, depth * 0.74
    arms = style != "armless"
    parts = [
        library_call("star_base", radius=min(width, depth) / 2 - 0.035, height=seat_y, look=shell_look, steel=steel)
    ]
    parts.append(block((0, seat_y - 0.025, 0), (0.2, 0.04, 0.26), *shell_look))
    parts.append(pad((0, seat_y + 0.01, 0.02), (seat_width, 0.1, seat_depth), *cloth, edge=0.06))
    rear = -seat_depth / 2 + 0.02
    rise = height - seat_y - 0.14
    upright = library_call("back", width=seat_width * 0.94, height=rise, style=style, cloth=cloth, look=shell_look)
    parts.append(moved(upright, (0, seat_y + 0.14, rear), -0.08, (1, 0, 0)))
    parts.append(block((0, seat_y - 0.01, rear), (0.1, 0.03, 0.16), *shell_look))
    if arms:
        right = moved(library_call("armrest", look=shell_look), (width / 2 - 0.04, seat_y + 0.03, 0))
        parts += [right, mirrored(right)]
    return fitted(concat_shapes(*parts), width, height, depth)
