# /// asset
# word = "hen"
# synonyms = ["rooster", "cockerel", "hens", "farm chicken", "live chicken"]
# category = "pets"
# support = "floor"
# colors = ["feathers"]
# ///
from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, moved, rod

RED = (0.82, 0.1, 0.1)


@register("the plump body with its tail")
def body_part(*, feathers):
    tail = [
        moved(
            ellipsoid((0, 0.07, 0), (0.016, 0.09, 0.035), darker(feathers, 0.6 + 0.08 * (k % 3))),
            (0.016 * (k - 2), 0.26, -0.13),
            -0.75 + 0.13 * (k % 3),
            (1, 0, 0),
        )
        for k in range(5)
    ]
    return concat_shapes(
        ellipsoid((0, 0.215, 0.0), (0.098, 0.1, 0.155), feathers),
        ellipsoid((0, 0.22, 0.075), (0.085, 0.095, 0.09), darker(feathers, 0.95)),
        moved(ellipsoid((0, 0, 0), (0.07, 0.075, 0.09), feathers), (0, 0.25, -0.09), -0.5, (1, 0, 0)),
        *tail,
    )


@register("a folded wing")
def wing(*, side, feathers):
    return concat_shapes(
        ellipsoid((side * 0.09, 0.23, 0.0), (0.022, 0.06, 0.105), darker(feathers, 0.85)),
        *[
            ellipsoid(
                (side * 0.098, 0.22 - 0.018 * k, -0.05 - 0.012 * k), (0.014, 0.015, 0.075), darker(feathers, 0.72)
            )
            for k in range(3)
        ],
    )


@register("the head with comb, wattles and beak")
def head(*, feathers):
    comb = [
        ellipsoid((0, 0.452 - 0.004 * abs(k), 0.118 + 0.02 * k), (0.008, 0.024, 0.0135), RED) for k in (-1, 0, 1, 2)
    ]
    return concat_shapes(
        moved(ellipsoid((0, 0, 0), (0.05, 0.105, 0.055), darker(feathers, 1.0)), (0, 0.33, 0.1), 0.25, (1, 0, 0)),
        ellipsoid((0, 0.415, 0.128), (0.038, 0.04, 0.044), feathers),
        cone((0, 0.41, 0.162), (0, 0.4, 0.205), 0.0145, (0.95, 0.72, 0.2)),
        *[ellipsoid((s * 0.011, 0.372, 0.165), (0.009, 0.026, 0.01), RED) for s in (-1, 1)],
        *[ellipsoid((s * 0.034, 0.422, 0.143), (0.006, 0.008, 0.008), (0.95, 0.6, 0.1)) for s in (-1, 1)],
        *[ellipsoid((s * 0.038, 0.422, 0.145), (0.003, 0.0045, 0.0045), (0.02, 0.02, 0.02)) for s in (-1, 1)],
        *[ellipsoid((s * 0.032, 0.405, 0.135), (0.01, 0.016, 0.014), RED) for s in (-1, 1)],
        *comb,
    )


@register("a yellow leg")
def leg(*, side):
    yellow = (0.93, 0.7, 0.2)
    x = side * 0.045
    return concat_shapes(
        ellipsoid((x, 0.135, 0.005), (0.034, 0.05, 0.04), (0.75, 0.45, 0.25)),
        rod((x, 0.12, 0.005), (x, 0.01, 0.015), 0.009, yellow),
        *[rod((x, 0.01, 0.015), (x + 0.03 * k, 0.006, 0.072 - 0.008 * abs(k)), 0.0065, yellow) for k in (-1, 0, 1)],
        rod((x, 0.01, 0.015), (x, 0.006, -0.02), 0.006, yellow),
    )


@register("a standing hen with a red comb")
def hen(*, width=0.225, height=0.475, depth=0.44, feathers=(0.66, 0.38, 0.2)):
    whole = concat_shapes(
        library_call("body_part", feathers=feathers),
        library_call("head", feathers=feathers),
        *[library_call("wing", side=s, feathers=feathers) for s in (-1, 1)],
        *[library_call("leg", side=s) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
