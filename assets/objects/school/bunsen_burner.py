# /// asset
# word = "bunsen burner"
# synonyms = ["gas burner", "lab burner", "laboratory burner"]
# category = "school"
# support = "surface"
# colors = ["flame", "hose"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import cone, disc, ellipsoid, finish, fitted, lathe, rod, tube


@register("the foot, the barrel and the collar")
def burner(*, look):
    return concat_shapes(
        lathe([(0.045, 0), (0.045, 0.008), (0.03, 0.014), (0.012, 0.024)], *finish("gunmetal"), slices=20),
        rod((0, 0.02, 0), (0, 0.14, 0), 0.0075, *look),
        rod((0, 0.034, 0), (0, 0.056, 0), 0.0115, *look),
        rod((0, 0.045, 0.0095), (0, 0.045, 0.012), 0.004, (0.03, 0.03, 0.03)),
        rod((0, 0.132, 0), (0, 0.14, 0), 0.009, *look),
        disc((0, 0.139, 0), (0.006, 0.006), 0.0015, (0.05, 0.05, 0.05)),
        rod((0, 0.025, 0), (0.045, 0.025, 0), 0.005, *look),
    )


@register("the blue flame")
def flame_part(*, flame):
    return concat_shapes(
        ellipsoid((0, 0.155, 0), (0.011, 0.018, 0.011), flame, {"emission": 2.0, "opacity": 0.6}),
        cone((0, 0.155, 0), (0, 0.225, 0), 0.0108, flame, {"emission": 2.0, "opacity": 0.6}),
        cone((0, 0.14, 0), (0, 0.178, 0), 0.0065, (0.75, 0.92, 1.0), {"emission": 3.0}),
    )


@register("the gas hose")
def hose_part(*, hose):
    return tube(
        [
            (0.04, 0.025, 0),
            (0.075, 0.02, 0.005),
            (0.1, 0.008, 0.04),
            (0.07, 0.008, 0.08),
            (0.0, 0.008, 0.09),
            (-0.05, 0.008, 0.075),
        ],
        0.0075,
        hose,
    )


@register("a bunsen burner with a blue flame and a hose")
def bunsen_burner(
    *, width=0.17, height=0.225, depth=0.15, metal="brass", flame=(0.25, 0.5, 1.0), hose=(0.75, 0.35, 0.2)
):
    return fitted(
        concat_shapes(
            library_call("burner", look=finish(metal)),
            library_call("flame_part", flame=flame),
            library_call("hose_part", hose=hose),
        ),
        width,
        height,
        depth,
    )
