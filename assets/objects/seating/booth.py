# /// asset
# word = "booth"
# synonyms = [
#     "restaurant booth", "diner booth", "banquette", "booth seat", "built-in bench seating", "banquette seating",
# ]
# stands_for = ["corner booth"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["vinyl"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted


@register("the base and the padded back")
def booth_part(*, vinyl, wood):
    soft = {"roughness": 0.35}
    look = surface(wood)
    channels = [ellipsoid((-0.6 + 0.15 * i, 0.77, -0.2), (0.077, 0.32, 0.07), vinyl, soft) for i in range(9)]
    seat = [ellipsoid((-0.6 + 0.15 * i, 0.44, 0.06), (0.077, 0.06, 0.27), vinyl, soft) for i in range(9)]
    return concat_shapes(
        box((0, 0.2, 0), (1.36, 0.4, 0.55), *look),
        box((0, 0.55, -0.28), (1.4, 1.1, 0.09), *look),
        box((0, 0.42, 0.05), (1.36, 0.07, 0.55), vinyl, soft),
        *channels,
        *seat,
        box((0, 1.09, -0.26), (1.4, 0.03, 0.13), *look),
    )


@register("a padded booth bench")
def booth(*, width=1.4, height=1.1, depth=0.65, vinyl=(0.7, 0.12, 0.14), wood="walnut"):
    whole = library_call("booth_part", vinyl=vinyl, wood=wood)
    return fitted(whole, width, height, depth)
