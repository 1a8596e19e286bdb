# /// asset
# word = "rowing machine"
# synonyms = ["rower", "rowing ergometer", "indoor rower"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, tube


@register("the rail with its feet")
def rail(*, paint):
    steel = surface("aluminium")
    return concat_shapes(
        box((0, 0.36, -0.3), (0.07, 0.07, 1.65), *steel),
        *[box((0, 0.02, z), (0.5, 0.04, 0.08), paint) for z in (-1.08, 0.9)],
        rod((0, 0.03, -1.08), (0, 0.36, -1.05), 0.03, paint),
        box((0, 0.19, 0.86), (0.09, 0.34, 0.12), paint),
    )


@register("the flywheel in its cage")
def flywheel(*, paint):
    rings = [rod((s * 0.075, 0.42, 0.86), (s * 0.085, 0.42, 0.86), 0.27, darker(paint, 0.8)) for s in (-1, 1)]
    return concat_shapes(
        *rings,
        rod((-0.076, 0.42, 0.86), (0.076, 0.42, 0.86), 0.25, (0.55, 0.56, 0.6)),
        *[rod((s * 0.085, 0.42, 0.86), (s * 0.09, 0.42, 0.86), 0.06, (0.8, 0.14, 0.12)) for s in (-1, 1)],
    )


@register("the seat, the foot plates, the handle and the screen")
def fittings(*, paint):
    feet = [
        moved(box((s * 0.12, 0, 0), (0.13, 0.3, 0.025), (0.2, 0.2, 0.22)), (0, 0.4, 0.48), -0.7, (1, 0, 0))
        for s in (-1, 1)
    ]
    arm = tube([(0, 0.55, 0.86), (0, 0.85, 0.8), (0, 0.95, 0.62)], 0.016, paint)
    return concat_shapes(
        ellipsoid((0, 0.45, -0.45), (0.17, 0.04, 0.14), (0.1, 0.1, 0.11)),
        box((0, 0.41, -0.45), (0.14, 0.04, 0.2), paint),
        *feet,
        rod((-0.25, 0.56, 0.52), (0.25, 0.56, 0.52), 0.017, (0.2, 0.2, 0.22)),
        rod((0, 0.56, 0.52), (0, 0.5, 0.7), 0.004, (0.1, 0.1, 0.1)),
        arm,
        moved(box((0, 0, 0), (0.16, 0.13, 0.03), (0.12, 0.13, 0.14)), (0, 0.95, 0.58), -0.4, (1, 0, 0)),
        moved(
            box((0, 0, -0.017), (0.13, 0.09, 0.003), (0.6, 0.75, 0.6), {"emission": 0.3}),
            (0, 0.95, 0.58),
            -0.4,
            (1, 0, 0),
        ),
    )


@register("a rowing machine with a sliding seat")
def rowing_machine(*, width=0.6, height=1.0, depth=2.3, paint=(0.22, 0.23, 0.25)):
    whole = concat_shapes(
        library_call("rail", paint=paint), library_call("flywheel", paint=paint), library_call("fittings", paint=paint)
    )
    return fitted(whole, width, height, depth)
