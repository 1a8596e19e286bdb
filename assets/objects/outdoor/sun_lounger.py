# /// asset
# word = "sun lounger"
# synonyms = ["pool lounger", "pool chair", "sunbed", "sun bed", "outdoor lounger", "beach lounger", "chaise sunbed"]
# category = "outdoor"
# support = "floor"
# colors = ["cloth"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved


@register("the slatted frame")
def frame_part(*, wood):
    look = surface(wood)
    flat = [box((0, 0.31, -0.18 + 0.085 * i), (0.64, 0.022, 0.065), *look) for i in range(13)]
    legs = [box((x, 0.15, z), (0.06, 0.3, 0.06), *look) for x in (-0.29, 0.29) for z in (-0.62, 0.82)]
    return concat_shapes(*flat, *legs, *[box((s * 0.32, 0.29, 0.1), (0.05, 0.07, 1.75), *look) for s in (-1, 1)])


@register("the raised back and the cushion")
def cushion_part(*, cloth, wood):
    look = surface(wood)
    soft = {"roughness": 0.95}
    back = concat_shapes(
        *[box((0, 0.0, -0.06 - 0.085 * i), (0.62, 0.022, 0.065), *look) for i in range(8)],
        box((0, 0.045, -0.36), (0.6, 0.07, 0.72), cloth, soft),
        ellipsoid((0, 0.1, -0.58), (0.24, 0.05, 0.1), darker(cloth, 0.9), soft),
    )
    return concat_shapes(
        box((0, 0.355, 0.37), (0.6, 0.07, 1.14), cloth, soft), moved(back, (0, 0.32, -0.2), 0.65, (1, 0, 0))
    )


@register("a slatted sun lounger with a cushion")
def sun_lounger(*, width=0.7, height=0.9, depth=1.95, cloth=(0.92, 0.9, 0.84), wood="teak"):
    whole = concat_shapes(library_call("frame_part", wood=wood), library_call("cushion_part", cloth=cloth, wood=wood))
    return fitted(whole, width, height, depth)
