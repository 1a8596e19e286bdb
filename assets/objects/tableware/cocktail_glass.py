# /// asset
# word = "cocktail glass"
# synonyms = ["martini glass", "cocktail", "martini", "margarita"]
# category = "tableware"
# support = "surface"
# colors = ["drink", "tint", "olive"]
# materials = ["vessel"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import cone, ellipsoid, rod


@register("the foot and the thin stem")
def stem(*, radius, height, tint, vessel):
    clear = surface(vessel)[1] | {"opacity": 0.6}
    return concat_shapes(
        rod((0, 0, 0), (0, 0.003, 0), radius * 0.7, tint, clear),
        cone((0, 0.003, 0), (0, 0.02, 0), radius * 0.3, tint, clear),
        rod((0, 0.003, 0), (0, height, 0), 0.004, tint, clear),
    )


@register("the open cone with the drink")
def cone_bowl(*, radius, base, top, drink, tint, vessel):
    clear = surface(vessel)[1]
    level = base + (top - base) * 0.8
    return concat_shapes(
        cone((0, level, 0), (0, base + 0.004, 0), radius * 0.76, drink, {"roughness": 0.1, "opacity": 0.85}),
        cone((0, top, 0), (0, base, 0), radius, tint, clear | {"opacity": 0.18}),
    )


@register("an olive on a pick, leaning on the rim")
def garnish(*, radius, base, top, olive):
    start, end = np.array((radius * 0.35, base + (top - base) * 0.6, 0.0)), np.array((-radius * 0.95, top * 1.07, 0.0))
    return concat_shapes(
        rod(start, end, 0.0013, (0.75, 0.6, 0.4)),
        ellipsoid(start + (end - start) * 0.5, (0.011, 0.009, 0.009), olive),
        ellipsoid(start + (end - start) * 0.68, (0.011, 0.009, 0.009), olive),
        ellipsoid(start + (end - start) * 0.62 + (0.004, 0.003, 0.003), (0.003, 0.003, 0.003), (0.8, 0.15, 0.1)),
    )


@register("a cone-shaped cocktail glass with an olive on a pick")
def cocktail_glass(
    *,
    width=0.11,
    height=0.18,
    drink=(0.85, 0.9, 0.45),
    tint=(0.8, 0.88, 0.92),
    olive=(0.35, 0.45, 0.12),
    vessel="glass",
):
    radius, top = width / 2, height * 0.935
    return concat_shapes(
        library_call("stem", radius=radius, height=top * 0.56, tint=tint, vessel=vessel),
        library_call("garnish", radius=radius, base=top * 0.55, top=top, olive=olive),
        library_call("cone_bowl", radius=radius, base=top * 0.55, top=top, drink=drink, tint=tint, vessel=vessel),
    )
