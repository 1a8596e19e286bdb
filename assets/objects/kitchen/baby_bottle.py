# /// asset
# word = "baby bottle"
# synonyms = ["milk bottle for babies", "feeding bottle", "nursing bottle", "infant bottle"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, lathe, moved, rod


@register("the clear bottle with milk and marks")
def bottle(*, paint):
    marks = [box((0, 0.03 + 0.014 * i, 0.0305), (0.016 if i % 2 else 0.01, 0.0014, 0.001), paint) for i in range(7)]
    return concat_shapes(
        lathe(
            [(0.026, 0), (0.03, 0.004), (0.0275, 0.05), (0.0265, 0.06), (0.03, 0.09), (0.0295, 0.125), (0.022, 0.138)],
            *finish("glass"),
            slices=40,
        ),
        lathe(
            [(0.025, 0.003), (0.0275, 0.006), (0.0255, 0.05), (0.0245, 0.06), (0.0275, 0.088)],
            (0.97, 0.96, 0.92),
            slices=24,
        ),
        *marks,
    )


@register("the screw ring and the teat")
def top(*, paint):
    ribs = [rod((0, 0.138 + 0.004 * i, 0), (0, 0.1405 + 0.004 * i, 0), 0.0265, paint) for i in range(5)]
    teat = lathe(
        [(0.022, 0.156), (0.021, 0.162), (0.012, 0.17), (0.0075, 0.178), (0.0085, 0.19), (0.006, 0.198)],
        (0.88, 0.72, 0.5),
        {"opacity": 0.9, "roughness": 0.4},
        slices=26,
    )
    return concat_shapes(
        rod((0, 0.137, 0), (0, 0.157, 0), 0.0258, paint),
        *ribs,
        teat,
        moved(ellipsoid((0, 0, 0), (0.006, 0.005, 0.006), (0.88, 0.72, 0.5)), (0, 0.198, 0)),
    )


@register("a baby bottle with milk and a teat")
def baby_bottle(*, width=0.062, height=0.203, depth=0.062, paint=(0.35, 0.65, 0.85)):
    return fitted(
        concat_shapes(library_call("bottle", paint=paint), library_call("top", paint=paint)), width, height, depth
    )
