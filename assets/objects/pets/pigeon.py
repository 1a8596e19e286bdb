# /// asset
# word = "pigeon"
# synonyms = ["dove", "pigeons", "rock dove", "white dove", "doves"]
# category = "pets"
# support = "floor"
# colors = ["feathers"]
# [variants]
# white = {"dove" = true, "doves" = true, "white dove" = true}
# ///
from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted, moved, rod


@register("the plump body with its tail")
def body_part(*, feathers):
    tail = [
        moved(
            ellipsoid((0, 0, 0), (0.02, 0.006, 0.075), darker(feathers, 0.72)),
            (0.012 * k, 0.105, -0.14),
            -0.35 + 0.04 * abs(k),
            (1, 0, 0),
        )
        for k in (-1, 0, 1)
    ]
    return concat_shapes(
        moved(ellipsoid((0, 0, 0), (0.062, 0.062, 0.105), feathers), (0, 0.135, -0.015), -0.4, (1, 0, 0)),
        ellipsoid((0, 0.155, 0.045), (0.05, 0.056, 0.048), darker(feathers, 0.92)),
        *tail,
    )


@register("a folded wing with two dark bars")
def wing(*, side, feathers):
    dark = darker(feathers, 0.45)
    folded = concat_shapes(
        ellipsoid((0, 0, 0), (0.012, 0.038, 0.105), darker(feathers, 0.93)),
        ellipsoid((0.002 * side, -0.004, -0.035), (0.013, 0.032, 0.012), dark),
        ellipsoid((0.002 * side, -0.004, -0.065), (0.0125, 0.026, 0.01), dark),
        ellipsoid((0, -0.006, -0.105), (0.01, 0.014, 0.04), dark),
    )
    return moved(folded, (side * 0.052, 0.142, -0.025), -0.4, (1, 0, 0))


@register("the neck and the small head")
def head_part(*, feathers, neck):
    return concat_shapes(
        moved(
            ellipsoid((0, 0, 0), (0.033, 0.065, 0.034), *neck),
            (0, 0.205, 0.066),
            0.25,
            (1, 0, 0),
        ),
        ellipsoid((0, 0.262, 0.082), (0.0255, 0.0255, 0.03), darker(feathers, 0.75)),
        cone((0, 0.259, 0.104), (0, 0.25, 0.142), 0.0085, (0.25, 0.23, 0.22)),
        ellipsoid((0, 0.266, 0.112), (0.0045, 0.0035, 0.006), (0.93, 0.92, 0.9)),
        *[ellipsoid((s * 0.0228, 0.268, 0.093), (0.0045, 0.0055, 0.0055), (0.95, 0.45, 0.1)) for s in (-1, 1)],
        *[ellipsoid((s * 0.0262, 0.268, 0.0945), (0.0022, 0.003, 0.003), (0.03, 0.03, 0.03)) for s in (-1, 1)],
    )


@register("a red leg with its toes")
def leg(*, side):
    red = (0.8, 0.3, 0.28)
    x = side * 0.026
    return concat_shapes(
        rod((x, 0.09, 0.0), (x, 0.008, 0.012), 0.006, red),
        *[rod((x, 0.007, 0.012), (x + t * 0.016, 0.005, 0.044 - 0.006 * abs(t)), 0.0045, red) for t in (-1, 0, 1)],
        rod((x, 0.007, 0.012), (x, 0.005, -0.014), 0.0045, red),
    )


@register("a standing pigeon")
def pigeon(*, width=0.145, height=0.29, depth=0.33, feathers=(0.55, 0.58, 0.63), white=False):
    feathers = (0.95, 0.94, 0.92) if white else feathers
    neck = (feathers,) if white else ((0.25, 0.42, 0.4), {"roughness": 0.3, "metallic": 0.4})
    whole = concat_shapes(
        library_call("body_part", feathers=feathers),
        library_call("head_part", feathers=feathers, neck=neck),
        *[library_call("wing", side=s, feathers=feathers) for s in (-1, 1)],
        *[library_call("leg", side=s) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
