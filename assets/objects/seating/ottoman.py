# /// asset
# word = "ottoman"
# synonyms = [
#     "footstool", "footrest", "cube ottoman", "hassock", "upholstered stool", "foot stool", "storage ottoman",
# ]
# category = "seating"
# support = "floor"
# colors = ["paint"]
# materials = ["upholstery", "legs"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, pad, taper


@register("a short tapered leg")
def leg(height, look):
    return taper((0, height, 0), (0, 0, 0), 0.024, 0.013, *look)


@register("the buttoned cushion on top")
def top(width, depth, look):
    dark = darker(look[0], 0.65), look[1]
    spots = [(x, z) for x in (-0.25, 0, 0.25) for z in (-0.25, 0, 0.25)]
    return concat_shapes(
        pad((0, 0, 0), (width, 0.13, depth), *look, edge=0.05),
        *[ellipsoid((x * width, 0.13, z * depth), (0.012, 0.007, 0.012), *dark) for x, z in spots],
    )


@register("an upholstered ottoman with a buttoned top")
def ottoman(*, width=0.6, depth=0.6, height=0.43, upholstery="mustard velvet", paint=None, legs="walnut") -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    foot = 0.1
    parts = [
        place("leg", at=(s * (width / 2 - 0.07), 0, t * (depth / 2 - 0.07)), height=foot, look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(block((0, foot, 0), (width - 0.03, height - foot - 0.11, depth - 0.03), *cloth))
    parts.append(place("top", at=(0, height - 0.13, 0), width=width, depth=depth, look=cloth))
    return fitted(concat_shapes(*parts), width, height, depth)
