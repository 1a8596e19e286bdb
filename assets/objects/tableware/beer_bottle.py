# /// asset
# word = "beer bottle"
# synonyms = ["bottle of beer", "ale bottle"]
# stands_for = ["soda bottle", "cola bottle"]
# category = "tableware"
# support = "surface"
# colors = ["glass_tint", "label", "cap"]
# ///
from scene.language import *
from scene.language.modelling import lathe, rod


@register("the long-necked glass body")
def body(*, radius, height, glass_tint):
    profile = [
        (radius * 0.94, 0),
        (radius, height * 0.02),
        (radius, height * 0.54),
        (radius * 0.9, height * 0.6),
        (radius * 0.55, height * 0.7),
        (radius * 0.42, height * 0.8),
        (radius * 0.38, height * 0.96),
    ]
    return lathe(profile, glass_tint, {"roughness": 0.12}, slices=48)


@register("the label")
def paper_label(*, radius, height, label, cap):
    return concat_shapes(
        rod((0, height * 0.18, 0), (0, height * 0.46, 0), radius * 1.01, label, {"roughness": 0.8}),
        rod((0, height * 0.24, 0), (0, height * 0.4, 0), radius * 1.02, (0.7, 0.12, 0.1), {"roughness": 0.8}),
        rod((0, height * 0.75, 0), (0, height * 0.823, 0), radius * 0.51, label, {"roughness": 0.8}),
    )


@register("the crown cap")
def crown_cap(*, radius, height, cap):
    return rod((0, height * 0.96, 0), (0, height, 0), radius * 0.47, cap, {"metallic": 0.8, "roughness": 0.3})


@register("a brown beer bottle with a crown cap and a label")
def beer_bottle(
    *, width=0.062, height=0.23, glass_tint=(0.36, 0.17, 0.05), label=(0.9, 0.75, 0.3), cap=(0.75, 0.6, 0.2)
):
    radius = width / 2 / 1.02
    return concat_shapes(
        library_call("body", radius=radius, height=height, glass_tint=glass_tint),
        library_call("paper_label", radius=radius, height=height, label=label, cap=cap),
        library_call("crown_cap", radius=radius, height=height, cap=cap),
    )
