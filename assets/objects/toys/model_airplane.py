# /// asset
# word = "model airplane"
# synonyms = ["toy plane", "toy airplane", "airplane", "model plane", "aeroplane", "plane", "aircraft model"]
# stands_for = ["paper airplane"]
# category = "toys"
# support = "surface"
# colors = ["paint", "trim"]
# materials = ["stand"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod, rotated


@register("the fuselage with cockpit and propeller")
def fuselage(*, length, paint, trim):
    look = (paint, {"roughness": 0.25})
    r = length * 0.085
    return concat_shapes(
        ellipsoid((0, 0, 0), (length * 0.48, r, r), *look),
        ellipsoid((length * 0.26, 0, 0), (length * 0.2, r * 1.02, r * 1.02), *look),
        rod((length * 0.42, 0, 0), (length * 0.46, 0, 0), r * 0.72, (0.25, 0.25, 0.27)),
        ellipsoid((length * 0.48, 0, 0), (length * 0.04, r * 0.36, r * 0.36), trim),
        *[
            rotated(
                ellipsoid((length * 0.485, s * r * 0.95, 0), (length * 0.008, r * 0.95, r * 0.2), (0.35, 0.24, 0.16)),
                0.5,
                (1, 0, 0),
            )
            for s in (-1, 1)
        ],
        ellipsoid(
            (length * 0.06, r * 0.85, 0), (length * 0.085, r * 0.62, r * 0.55), (0.65, 0.82, 0.92), {"roughness": 0.05}
        ),
        *[rod((length * x, 0, 0), (length * (x + 0.02), 0, 0), r * k, trim) for x, k in ((-0.22, 0.9), (-0.26, 0.86))],
    )


@register("wings, tailplane and fin")
def wings(*, length, paint, trim):
    look = (paint, {"roughness": 0.25})
    span = length * 0.52
    main = [
        ellipsoid((length * 0.08, -length * 0.02, s * span * 0.5), (length * 0.13, length * 0.014, span * 0.52), *look)
        for s in (-1, 1)
    ]
    discs = [
        concat_shapes(
            rod(
                (length * 0.08, -length * 0.008, s * span * 0.62),
                (length * 0.08, -length * 0.001, s * span * 0.62),
                length * 0.065,
                trim,
            ),
            rod(
                (length * 0.08, -length * 0.004, s * span * 0.62),
                (length * 0.08, 0.001 * length, s * span * 0.62),
                length * 0.035,
                (0.2, 0.35, 0.65),
            ),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        *main,
        *discs,
        ellipsoid((-length * 0.41, length * 0.01, 0), (length * 0.07, length * 0.01, length * 0.2), *look),
        ellipsoid((-length * 0.42, length * 0.08, 0), (length * 0.065, length * 0.11, length * 0.01), trim),
    )


@register("the landing gear")
def gear(*, length):
    return concat_shapes(
        *[
            concat_shapes(
                rod(
                    (length * 0.16, -length * 0.04, s * length * 0.05),
                    (length * 0.18, -length * 0.16, s * length * 0.12),
                    length * 0.011,
                    (0.7, 0.7, 0.72),
                ),
                rod(
                    (length * 0.18, -length * 0.16, s * length * 0.105),
                    (length * 0.18, -length * 0.16, s * length * 0.14),
                    length * 0.042,
                    (0.1, 0.1, 0.11),
                ),
            )
            for s in (-1, 1)
        ]
    )


@register("the display stand")
def display_stand(*, height, radius, stand):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.08, 0), radius, (0.2, 0.14, 0.1)),
        rod((0, 0, 0), (0, height, 0), radius * 0.09, *surface(stand)),
    )


@register("a model airplane on a display stand")
def model_airplane(
    *, width=0.34, height=0.2, depth=0.36, paint=(0.85, 0.2, 0.18), trim=(0.96, 0.95, 0.92), stand="brass"
):
    size = 0.34
    plane = moved(
        concat_shapes(
            library_call("fuselage", length=size, paint=paint, trim=trim),
            library_call("wings", length=size, paint=paint, trim=trim),
            library_call("gear", length=size),
        ),
        (0, 0.125, 0),
        0.14,
        (0, 0, 1),
    )
    whole = concat_shapes(plane, library_call("display_stand", height=0.12, radius=0.055, stand=stand))
    return fitted(whole, width, height, depth)
