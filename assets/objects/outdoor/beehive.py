# /// asset
# word = "beehive"
# synonyms = ["bee hive", "hive"]
# stands_for = ["insect hotel"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted


@register("the boxes")
def boxes(*, look):
    return concat_shapes(
        *[
            box((0, 0.26 + 0.2 * i, 0), (0.44, 0.19, 0.44), darker(look[0], 1 - 0.05 * (i % 2)), look[1])
            for i in range(3)
        ],
        *[box((0, 0.3 + 0.2 * i, 0.222), (0.12, 0.03, 0.006), darker(look[0], 0.5)) for i in range(3)],
        box((0, 0.165, 0.225), (0.3, 0.014, 0.01), (0.1, 0.08, 0.07)),
        box((0, 0.15, 0.02), (0.46, 0.03, 0.5), *look),
    )


@register("the legs and the roof")
def ends(*, look):
    return concat_shapes(
        *[box((x * 0.18, 0.07, z * 0.18), (0.05, 0.14, 0.05), *look) for x in (-1, 1) for z in (-1, 1)],
        box((0, 0.8, 0), (0.5, 0.07, 0.5), (0.72, 0.74, 0.76), {"metallic": 0.6, "roughness": 0.4}),
    )


@register("a stacked wooden beehive")
def beehive(*, width=0.5, height=0.95, depth=0.5, paint=None, wood="pine"):
    look = finish(wood, paint)
    whole = concat_shapes(library_call("boxes", look=look), library_call("ends", look=look))
    return fitted(whole, width, height, depth)
