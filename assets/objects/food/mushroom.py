# /// asset
# word = "mushroom"
# synonyms = ["mushrooms", "toadstool", "button mushroom"]
# category = "food"
# support = "surface"
# colors = ["cap"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod, rotated


@register("the domed cap and its gills")
def cap_part(*, cap):
    gills = loop(24, lambda i: rotated(box((0.019, 0.034, 0), (0.03, 0.004, 0.001), (0.6, 0.5, 0.42)), i * 0.2618))
    domes = concat_shapes(
        ellipsoid((0, 0.045, 0), (0.035, 0.025, 0.035), cap, {"roughness": 0.5}),
        rod((0, 0.0355, 0), (0, 0.037, 0), 0.033, darker(cap, 0.7)),
    )
    return concat_shapes(domes, gills)


@register("the stem")
def stem_part():
    return concat_shapes(
        rod((0, 0, 0), (0, 0.04, 0), 0.0105, (0.93, 0.89, 0.82)),
        ellipsoid((0, 0.009, 0), (0.0135, 0.009, 0.0135), (0.93, 0.89, 0.82)),
    )


@register("a mushroom with a domed cap")
def mushroom(*, width=0.07, height=0.07, depth=0.07, cap=(0.85, 0.76, 0.65)):
    whole = concat_shapes(library_call("stem_part"), library_call("cap_part", cap=cap))
    return fitted(whole, width, height, depth)
