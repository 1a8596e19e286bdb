# /// asset
# word = "chaise longue"
# synonyms = ["chaise lounge", "chaise", "fainting couch", "recamier", "psychiatrist couch", "therapy couch"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# materials = ["upholstery", "legs"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, pad, rod, rotated, taper, upright_pad


@register("a turned leg")
def leg(height, look):
    return concat_shapes(
        taper((0, height, 0), (0, 0, 0), 0.034, 0.014, *look),
        ellipsoid((0, height * 0.55, 0), (0.028, 0.02, 0.028), *look),
    )


@register("the raised end to lean on")
def headrest(width, height, look):
    panel = pad((0, 0, -height / 2), (width, 0.14, height), *look, edge=0.05)
    return concat_shapes(panel, rod((-width / 2, 0.06, -height), (width / 2, 0.06, -height), 0.09, *look))


@register("a bolster cushion")
def bolster(length, radius, look):
    ends = [ellipsoid((s * length / 2, radius, 0), (0.02, radius, radius), *look) for s in (-1, 1)]
    return concat_shapes(rod((-length / 2, radius, 0), (length / 2, radius, 0), radius, *look), *ends)


@register("a chaise longue with one raised end and a bolster")
def chaise_longue(
    *, width=1.65, depth=0.72, height=0.82, upholstery="sage green velvet", paint=None, legs="dark wood"
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    foot, long, wide = 0.16, 1.5, 0.72
    parts = [
        place("leg", at=(s * (wide / 2 - 0.07), 0, z), height=foot, look=wood) for s in (-1, 1) for z in (0.66, -0.62)
    ]
    parts.append(block((0, foot, 0), (wide - 0.02, 0.12, long - 0.04), *cloth))
    parts.append(pad((0, foot + 0.1, 0), (wide, 0.16, long), *cloth, edge=0.06))
    head = library_call("headrest", width=wide, height=0.5, look=cloth)
    parts.append(moved(head, (0, foot + 0.18, -long / 2 + 0.08), 1.0, (1, 0, 0)))
    low_side = upright_pad((0, 0, 0), (long * 0.62, 0.3, 0.12), *cloth, edge=0.05)
    parts.append(moved(low_side, (-wide / 2 + 0.06, foot + 0.2, -0.28), math.pi / 2))
    parts.append(place("bolster", at=(0.05, foot + 0.25, -0.5), length=0.5, radius=0.085, look=cloth))
    lying = rotated(concat_shapes(*parts), math.pi / 2)
    return fitted(lying, width, height, depth)
