# /// asset
# word = "crow"
# synonyms = ["raven", "crows", "black bird", "blackbird", "ravens"]
# category = "pets"
# support = "floor"
# colors = ["feathers"]
# ///
from scene.language import *
from scene.language.modelling import cone, ellipsoid, fitted, moved, rod


def lighter(color, by):
    return tuple(min(1.0, c * by + 0.01) for c in color)


@register("the slim body with its long tail")
def body_part(*, feathers):
    gloss = {"roughness": 0.35}
    tail = [
        moved(
            ellipsoid((0, 0, 0), (0.018, 0.006, 0.095), lighter(feathers, 1.2 + 0.1 * k), gloss),
            (0.014 * k, 0.125, -0.17),
            -0.5,
            (1, 0, 0),
        )
        for k in (-1, 0, 1)
    ]
    return concat_shapes(
        moved(ellipsoid((0, 0, 0), (0.055, 0.058, 0.12), feathers, gloss), (0, 0.165, -0.01), -0.55, (1, 0, 0)),
        ellipsoid((0, 0.2, 0.05), (0.047, 0.055, 0.05), feathers, gloss),
        *tail,
    )


@register("a folded wing")
def wing(*, side, feathers):
    parts = [ellipsoid((0, 0, 0), (0.011, 0.04, 0.115), lighter(feathers, 1.25), {"roughness": 0.35})]
    parts += [
        ellipsoid(
            (side * 0.004, -0.012 * k, -0.05 - 0.02 * k),
            (0.01, 0.012, 0.075),
            lighter(feathers, 1.5),
            {"roughness": 0.35},
        )
        for k in (0, 1, 2)
    ]
    return moved(concat_shapes(*parts), (side * 0.05, 0.175, -0.03), -0.55, (1, 0, 0))


@register("the head with its strong beak")
def head(*, feathers):
    beak = (0.12, 0.12, 0.13)
    return concat_shapes(
        moved(
            ellipsoid((0, 0, 0), (0.04, 0.055, 0.042), feathers, {"roughness": 0.35}),
            (0, 0.238, 0.068),
            0.35,
            (1, 0, 0),
        ),
        ellipsoid((0, 0.275, 0.085), (0.036, 0.034, 0.042), feathers, {"roughness": 0.35}),
        cone((0, 0.276, 0.115), (0, 0.262, 0.185), 0.0155, beak, {"roughness": 0.25}),
        cone((0, 0.266, 0.112), (0, 0.258, 0.172), 0.012, beak, {"roughness": 0.25}),
        *[ellipsoid((s * 0.0305, 0.284, 0.1), (0.004, 0.006, 0.006), (0.75, 0.72, 0.65)) for s in (-1, 1)],
        *[ellipsoid((s * 0.033, 0.284, 0.101), (0.0025, 0.004, 0.004), (0.02, 0.02, 0.02)) for s in (-1, 1)],
    )


@register("a leg with its claws")
def leg(*, side):
    dark = (0.14, 0.14, 0.15)
    x = side * 0.026
    return concat_shapes(
        ellipsoid((x, 0.11, -0.005), (0.018, 0.035, 0.022), dark),
        rod((x, 0.09, 0.0), (x, 0.008, 0.012), 0.0055, dark),
        *[rod((x, 0.007, 0.012), (x + t * 0.016, 0.004, 0.048 - 0.006 * abs(t)), 0.004, dark) for t in (-1, 0, 1)],
        rod((x, 0.007, 0.012), (x, 0.004, -0.018), 0.004, dark),
    )


@register("a black crow")
def crow(*, width=0.14, height=0.31, depth=0.42, feathers=(0.06, 0.06, 0.075)):
    whole = concat_shapes(
        library_call("body_part", feathers=feathers),
        library_call("head", feathers=feathers),
        *[library_call("wing", side=s, feathers=feathers) for s in (-1, 1)],
        *[library_call("leg", side=s) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
