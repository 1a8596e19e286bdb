# /// asset
# word = "oil lamp"
# synonyms = ["kerosene lamp", "paraffin lamp", "hurricane lamp", "petroleum lamp", "storm lamp"]
# category = "lighting"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import cone, ellipsoid, finish, fitted, lathe, moved, ring, rod, round_wall


@register("the foot with its oil and burner")
def base(*, look):
    return concat_shapes(
        lathe([(0.065, 0), (0.065, 0.008), (0.03, 0.02), (0.02, 0.05), (0.03, 0.06)], *look, slices=26),
        moved(
            lathe(
                [(0.03, 0), (0.06, 0.02), (0.066, 0.045), (0.05, 0.07), (0.022, 0.08)],
                (0.75, 0.55, 0.18),
                {"opacity": 0.8, "roughness": 0.05},
                slices=20,
            ),
            (0, 0.06, 0),
        ),
        lathe([(0.028, 0.138), (0.036, 0.15), (0.036, 0.165), (0.042, 0.172)], *look, slices=14),
        rod((0.03, 0.155, 0), (0.062, 0.155, 0), 0.004, *look),
        rod((0.058, 0.155, 0), (0.064, 0.155, 0), 0.012, *look),
    )


@register("the flame")
def flame():
    glow = {"emission": 4.0}
    return concat_shapes(
        ellipsoid((0, 0.205, 0), (0.011, 0.022, 0.008), (1.0, 0.72, 0.25), glow),
        cone((0, 0.21, 0), (0, 0.25, 0), 0.0095, (1.0, 0.6, 0.15), glow),
        rod((0, 0.17, 0), (0, 0.19, 0), 0.006, (0.9, 0.88, 0.8)),
    )


@register("the glass chimney")
def chimney_glass():
    look = finish("glass")
    walls = [
        ((0.034, 0.172), (0.052, 0.2)),
        ((0.052, 0.2), (0.05, 0.225)),
        ((0.05, 0.225), (0.03, 0.27)),
        ((0.03, 0.27), (0.027, 0.36)),
    ]
    return concat_shapes(
        *[round_wall(a, b, 0.002, *look, panels=24) for a, b in walls], ring((0, 0.36, 0), 0.0265, 0.002, *look)
    )


@register("an oil lamp with a glass chimney and a flame")
def oil_lamp(*, width=0.13, height=0.362, depth=0.13, metal="brass", paint=None):
    whole = concat_shapes(
        library_call("base", look=finish(metal, paint)), library_call("flame"), library_call("chimney_glass")
    )
    return fitted(whole, width, height, depth)
