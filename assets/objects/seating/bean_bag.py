# /// asset
# word = "bean bag"
# synonyms = ["beanbag", "bean bag chair", "beanbag chair", "sack chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.3}
# colors = ["paint"]
# materials = ["upholstery"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, cone, darker, ellipsoid, finish, fitted, moved, rod, rotated, stretched


@register("the stuffed sack: a ball drawn out to a tip")
def sack(tip, look):
    waist = 1 / tip
    return concat_shapes(
        ball((0, 0, 0), 1, *look),
        cone((0, waist, 0), (0, tip, 0), math.sqrt(1 - waist**2), *look),
        ball((0, tip - 0.22, 0), 0.13, *look),
    )


@register("a seam that runs from the tip to the ground")
def seam(tip, angle, look):
    waist = math.acos(1 / tip)
    points = [(0.06, tip - 0.1)] + [(1.005 * math.sin(a), 1.005 * math.cos(a)) for a in (waist, 1.2, 1.45, 1.7, 1.95)]
    spots = [(r * math.sin(angle), y, r * math.cos(angle)) for r, y in points]
    return concat_shapes(*[rod(spots[i], spots[i + 1], 0.014, *look) for i in range(len(spots) - 1)])


@register("a soft bean bag chair drawn up to a knot, leaning back")
def bean_bag(*, width=0.92, depth=0.95, height=0.8, upholstery="burnt orange fabric", paint=None) -> Shape:
    cloth = finish(upholstery, paint)
    dark = darker(cloth[0], 0.66), cloth[1]
    tip = 1.85
    bag = [library_call("sack", tip=tip, look=cloth)]
    bag += [library_call("seam", tip=tip, angle=math.pi / 3 * i + 0.4, look=dark) for i in range(6)]
    bag.append(ellipsoid((0, tip - 0.08, 0), (0.11, 0.07, 0.11), *dark))
    bag.append(cone((0, tip + 0.1, 0), (0, tip - 0.15, 0), 0.13, *dark))
    leaning = rotated(concat_shapes(*bag), -0.3, (1, 0, 0))
    slumped = concat_shapes(
        moved(stretched(leaning, (0.46, 0.3, 0.46)), (0, 0.3, 0)),
        ellipsoid((0, 0.17, 0.02), (0.47, 0.17, 0.47), *cloth),
    )
    return fitted(slumped, width, height, depth)
