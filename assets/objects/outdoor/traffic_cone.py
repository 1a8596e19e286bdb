# /// asset
# word = "traffic cone"
# synonyms = ["cone", "cones", "safety cone", "traffic cones", "orange cone"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, lathe


@register("the cone on its foot")
def cone_part(*, paint):
    plastic = {"roughness": 0.4}
    return concat_shapes(
        box((0, 0.02, 0), (0.38, 0.04, 0.38), paint, plastic),
        lathe([(0.145, 0.035), (0.03, 0.7)], paint, plastic, slices=90),
    )


@register("the white bands")
def bands():
    white = ((0.97, 0.97, 0.96), {"roughness": 0.4})
    return concat_shapes(
        *[
            lathe(
                [(0.1465 - 0.173 * (y - 0.035) + 0.0, y), (0.1465 - 0.173 * (y + h - 0.035), y + h)], *white, slices=18
            )
            for y, h in ((0.25, 0.12), (0.46, 0.09))
        ]
    )


@register("a traffic cone with white bands")
def traffic_cone(*, width=0.38, height=0.7, depth=0.38, paint=(0.95, 0.4, 0.08)):
    whole = concat_shapes(library_call("cone_part", paint=paint), library_call("bands"))
    return fitted(whole, width, height, depth)
