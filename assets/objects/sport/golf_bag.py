# /// asset
# word = "golf bag"
# synonyms = ["golf clubs", "set of golf clubs"]
# stands_for = ["golf club", "quiver"]
# category = "sport"
# support = "floor"
# colors = ["cloth", "trim"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, moved, rod, rotated, tube


@register("the bag with its pockets")
def bag_part(*, cloth, trim):
    soft = {"roughness": 0.7}
    return concat_shapes(
        lathe([(0.13, 0), (0.14, 0.02), (0.13, 0.4), (0.14, 0.85)], cloth, soft),
        rod((0, 0.83, 0), (0, 0.87, 0), 0.15, trim),
        rod((0, 0.86, 0), (0, 0.872, 0), 0.135, (0.06, 0.06, 0.06)),
        rod((0, 0, 0), (0, 0.05, 0), 0.146, trim),
        box((0, 0.3, 0.13), (0.17, 0.34, 0.08), darker(cloth, 0.8), soft),
        box((0, 0.64, 0.135), (0.14, 0.18, 0.06), darker(cloth, 0.8), soft),
        tube([(-0.14, 0.75, -0.04), (-0.22, 0.6, -0.05), (-0.2, 0.35, -0.05), (-0.13, 0.2, -0.04)], 0.014, trim),
    )


@register("a club")
def club(*, wood):
    steel = surface("steel")
    head = (
        ellipsoid((0.035, 0.0, 0), (0.05, 0.03, 0.035), (0.12, 0.12, 0.13), {"roughness": 0.2})
        if wood
        else rotated(box((0.03, 0, 0), (0.075, 0.05, 0.014), *steel), 0.3, (0, 0, 1))
    )
    return concat_shapes(rod((0, -0.5, 0), (0, 0, 0), 0.006, *steel), head)


@register("a golf bag with clubs")
def golf_bag(*, width=0.36, height=1.2, depth=0.36, cloth=(0.16, 0.28, 0.22), trim=(0.12, 0.12, 0.12)):
    clubs = [
        moved(
            library_call("club", wood=i % 3 == 0),
            (0.085 * math.cos(i * 0.9), 1.02 + 0.05 * math.sin(i * 2.1), 0.085 * math.sin(i * 0.9)),
            i * 0.9,
        )
        for i in range(7)
    ]
    whole = concat_shapes(library_call("bag_part", cloth=cloth, trim=trim), *clubs)
    return fitted(whole, width, height, depth)
