# /// asset
# word = "rolling stool"
# synonyms = [
#     "swivel stool", "drafting stool", "laboratory stool", "lab stool", "doctor stool", "sculpting stool",
#     "salon stool", "work stool", "gaming stool",
# ]
# category = "seating"
# support = "floor"
# colors = ["paint"]
# materials = ["upholstery", "base"]
# [variants]
# footring = {"drafting" = true, "laboratory" = true, "tall" = true}
# height = {"drafting" = 0.75, "laboratory" = 0.7, "tall" = 0.75}
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted, moved, pipe, ring, rod, rotated


@register("a castor")
def castor(look):
    return rod((-0.014, 0.028, 0), (0.014, 0.028, 0), 0.028, *look)


@register("the five-star foot")
def star_base(radius, look, rubber):
    parts = [rod((0, 0.07, 0), (0, 0.14, 0), 0.03, *look)]
    for i in range(5):
        angle = 2 * math.pi * i / 5 + math.pi / 2
        x, z = radius * math.cos(angle), radius * math.sin(angle)
        parts.append(pipe([(0, 0.12, 0), (x * 0.85, 0.085, z * 0.85), (x, 0.04, z)], 0.014, *look))
        wheel = rotated(library_call("castor", look=rubber), -angle)
        parts.append(moved(wheel, (x, 0, z)))
    return concat_shapes(*parts)


@register("the round padded seat")
def seat(radius, look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.08, 0), radius - 0.04, *look),
        ring((0, 0.04, 0), radius - 0.04, 0.04, *look, parts=32),
    )


@register("a round padded stool on a five-star base with castors")
def rolling_stool(
    *, width=0.5, depth=0.5, height=0.52, footring=False, upholstery="black leather", paint=None, base="chrome"
) -> Shape:
    hide, metal = finish(upholstery, paint), finish(base)
    parts = [
        library_call("star_base", radius=0.23, look=metal, rubber=finish("rubber")),
        rod((0, 0.12, 0), (0, height - 0.1, 0), 0.017, *metal),
        rod((0, height - 0.11, 0), (0, height - 0.075, 0), 0.07, *metal),
        place("seat", at=(0, height - 0.08, 0), radius=0.185, look=hide),
    ]
    if footring:
        y = height * 0.42
        parts.append(ring((0, y, 0), 0.2, 0.011, *metal))
        parts += [rod((0, y, 0), (0.2 * math.cos(a), y, 0.2 * math.sin(a)), 0.009, *metal) for a in (0.6, 2.7, 4.8)]
    return fitted(concat_shapes(*parts), width, height, depth)
