# /// asset
# word = "coffee grinder"
# synonyms = ["coffee mill", "hand coffee grinder", "manual coffee grinder", "burr grinder", "antique coffee grinder"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, ellipsoid, finish, fitted, rod, tube


@register("a hand coffee mill with its crank and drawer")
def coffee_grinder(*, width=0.2, height=0.25, depth=0.16, paint=None, wood="walnut"):
    color, stuff = finish(wood, paint)
    brass = ((0.85, 0.65, 0.3), {"metallic": 0.85, "roughness": 0.3})
    whole = concat_shapes(
        block((0, 0, 0), (0.15, 0.015, 0.15), darker(color, 0.8), stuff),
        block((0, 0.015, 0), (0.13, 0.11, 0.13), color, stuff),
        block((0, 0.125, 0), (0.145, 0.012, 0.145), darker(color, 0.8), stuff),
        box((0, 0.05, 0.066), (0.1, 0.05, 0.006), darker(color, 0.85), stuff),
        ball((0, 0.05, 0.075), 0.009, *brass),
        ellipsoid((0, 0.14, 0), (0.055, 0.04, 0.055), *brass),
        rod((0, 0.17, 0), (0, 0.195, 0), 0.012, *brass),
        tube([(0, 0.195, 0), (0.05, 0.2, 0), (0.11, 0.2, 0)], 0.006, *brass),
        rod((0.11, 0.2, 0), (0.11, 0.215, 0), 0.005, *brass),
        ellipsoid((0.11, 0.23, 0), (0.015, 0.018, 0.015), darker(color, 0.6), stuff),
    )
    return fitted(whole, width, height, depth)
