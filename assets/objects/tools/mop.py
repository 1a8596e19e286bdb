# /// asset
# word = "mop"
# synonyms = ["floor mop", "string mop"]
# stands_for = ["mop and bucket", "squeegee", "duster", "feather duster", "swiffer"]
# category = "tools"
# support = "floor"
# colors = ["cotton"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, fitted, rod, tube


@register("the strings")
def strings_part(*, cotton):
    strands = []
    for i in range(44):
        a, r = i * 2.4, 0.14 * math.sqrt((i + 1) / 44)
        strands.append(
            tube(
                [
                    (0.03 * math.cos(a), 0.2, 0.03 * math.sin(a)),
                    (0.7 * r * math.cos(a), 0.1, 0.7 * r * math.sin(a)),
                    (r * math.cos(a), 0.008, r * math.sin(a)),
                ],
                0.0085,
                darker(cotton, 0.88 + 0.04 * (i % 4)),
                {"roughness": 1.0},
            )
        )
    return concat_shapes(*strands)


@register("the pole")
def pole_part(*, wood):
    return concat_shapes(
        rod((0, 0.19, 0), (0, 1.3, 0), 0.0135, *surface(wood)), rod((0, 0.18, 0), (0, 0.26, 0), 0.035, (0.2, 0.35, 0.6))
    )


@register("a string mop")
def mop(*, width=0.3, height=1.3, depth=0.3, cotton=(0.93, 0.91, 0.86), wood="beech"):
    whole = concat_shapes(library_call("strings_part", cotton=cotton), library_call("pole_part", wood=wood))
    return fitted(whole, width, height, depth)
