# /// asset
# word = "ceiling light"
# synonyms = [
#     "ceiling lamp", "flush mount light", "ceiling fixture", "light fixture", "light", "overhead light",
#     "flush light",
# ]
# category = "lighting"
# support = "ceiling"
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, ring, rod


@register("the milk-glass bowl")
def bowl(look):
    return concat_shapes(ellipsoid((0, 0.09, 0), (0.21, 0.085, 0.21), *look))


@register("a round flush ceiling light with a glass bowl")
def ceiling_light(*, width=0.45, depth=0.45, height=0.2, frame="brass", paint=None) -> Shape:
    metal = finish(frame, paint)
    milk = (1.0, 0.95, 0.84), {"roughness": 0.3, "emission": 0.9}
    parts = [
        library_call("bowl", look=milk),
        ring((0, 0.09, 0), 0.212, 0.011, *metal, parts=36),
        rod((0, 0.12, 0), (0, 0.2, 0), 0.075, *metal),
        rod((0, 0.185, 0), (0, 0.2, 0), 0.1, *metal),
        ellipsoid((0, 0.01, 0), (0.014, 0.018, 0.014), *metal),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
