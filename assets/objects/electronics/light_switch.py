# /// asset
# word = "light switch"
# synonyms = ["wall switch", "switch", "dimmer switch", "light switches", "rocker switch", "electric switch"]
# category = "electronics"
# support = "wall"
# colors = ["paint"]
# [variants]
# rockers = {"double" = 2, "single" = 1}
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved


@register("a rocker")
def rocker(*, wide, paint):
    return concat_shapes(
        box((0, 0, -0.001), (wide + 0.003, 0.061, 0.008), darker(paint, 0.7)),
        moved(box((0, 0, 0.002), (wide, 0.058, 0.01), paint, {"roughness": 0.3}), (0, 0, 0.001), 0.07, (1, 0, 0)),
    )


@register("a wall switch for the light")
def light_switch(*, width=0.085, height=0.085, depth=0.014, paint=(0.96, 0.96, 0.94), rockers=1):
    wide = 0.058 / rockers - 0.002
    parts = [
        box((0, 0.0425, 0.003), (0.085, 0.085, 0.006), paint, {"roughness": 0.35}),
        box((0, 0.0425, 0.0065), (0.066, 0.066, 0.002), darker(paint, 0.93)),
    ]
    parts += [
        moved(library_call("rocker", wide=wide, paint=paint), ((i - (rockers - 1) / 2) * (wide + 0.003), 0.0425, 0.009))
        for i in range(rockers)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
