# /// asset
# word = "owl"
# synonyms = ["barn owl", "brown owl", "horned owl", "snowy owl", "owls"]
# category = "pets"
# support = "floor"
# colors = ["feathers", "breast"]
# [variants]
# feathers_kind = {"snowy" = "snowy", "snowy owl" = "snowy"}
# ///

from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, moved, rod


@register("the round body with speckled breast and folded wings")
def body_part(*, feathers, breast):
    specks = [
        ellipsoid(
            (
                0.024 * (i % 5 - 2) + 0.012 * (i // 5 % 2),
                0.2 - 0.028 * (i // 5),
                0.092 - 0.006 * abs(i % 5 - 2) - 0.002 * (i // 5),
            ),
            (0.006, 0.009, 0.005),
            darker(feathers, 0.7),
        )
        for i in range(20)
    ]
    wings = [
        concat_shapes(
            moved(
                ellipsoid((0, 0, 0), (0.026, 0.125, 0.075), darker(feathers, 0.85)),
                (s * 0.092, 0.165, -0.015),
                s * 0.08,
                (0, 0, 1),
            ),
            *[
                moved(
                    ellipsoid((0, 0, 0), (0.012, 0.07, 0.02), darker(feathers, 0.65)),
                    (s * 0.1, 0.09, -0.05 + 0.03 * k),
                    0.25,
                    (-1, 0, 0),
                )
                for k in range(3)
            ],
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0.155, 0), (0.1, 0.14, 0.09), feathers),
        ellipsoid((0, 0.15, 0.022), (0.078, 0.118, 0.078), breast),
        moved(ellipsoid((0, 0, 0), (0.05, 0.075, 0.018), darker(feathers, 0.75)), (0, 0.05, -0.08), 0.35, (1, 0, 0)),
        *specks,
        *wings,
    )


@register("the head with its great eyes and ear tufts")
def head(*, feathers, breast):
    parts = [ellipsoid((0, 0.315, 0), (0.094, 0.08, 0.082), feathers)]
    for s in (-1, 1):
        parts.append(moved(ellipsoid((0, 0, 0), (0.046, 0.05, 0.02), breast), (s * 0.04, 0.315, 0.068), s * 0.3))
        parts.append(ellipsoid((s * 0.041, 0.32, 0.082), (0.026, 0.027, 0.014), (0.98, 0.7, 0.1), {"roughness": 0.1}))
        parts.append(
            ellipsoid((s * 0.042, 0.32, 0.092), (0.015, 0.016, 0.008), (0.02, 0.02, 0.02), {"roughness": 0.05})
        )
        parts.append(ellipsoid((s * 0.038, 0.327, 0.1), (0.0035, 0.0035, 0.002), (0.98, 0.98, 0.98)))
        parts.append(cone((s * 0.055, 0.375, 0.01), (s * 0.082, 0.44, 0.0), 0.026, darker(feathers, 0.85)))
    parts.append(cone((0, 0.305, 0.08), (0, 0.272, 0.102), 0.015, (0.35, 0.3, 0.2)))
    return concat_shapes(*parts)


@register("the feet with their claws")
def feet():
    claw = (0.85, 0.6, 0.2)
    return concat_shapes(
        *[
            rod(
                (s * 0.04 + 0.018 * k, 0.012, 0.03), (s * 0.04 + 0.024 * k, 0.008, 0.085 - 0.006 * abs(k)), 0.0085, claw
            )
            for s in (-1, 1)
            for k in (-1, 0, 1)
        ],
        *[rod((s * 0.04, 0.05, 0.025), (s * 0.04, 0.01, 0.035), 0.02, darker(claw, 0.9)) for s in (-1, 1)],
    )


@register("a sitting owl with great eyes")
def owl(
    *, width=0.24, height=0.44, depth=0.21, feathers=(0.5, 0.35, 0.22), breast=(0.88, 0.78, 0.62), feathers_kind="brown"
):
    if feathers_kind == "snowy":
        feathers, breast = (0.9, 0.9, 0.91), (0.98, 0.98, 0.98)
    whole = concat_shapes(
        library_call("body_part", feathers=feathers, breast=breast),
        library_call("head", feathers=feathers, breast=breast),
        library_call("feet"),
    )
    return fitted(whole, width, height, depth)
