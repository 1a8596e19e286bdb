# /// asset
# word = "cow"
# synonyms = ["dairy cow", "cattle", "cows", "milk cow", "toy cow"]
# category = "outdoor"
# support = "floor"
# colors = ["hide", "patches"]
# [variants.width]
# "toy" = 0.065
# [variants.height]
# "toy" = 0.15
# [variants.depth]
# "toy" = 0.2
# ///

from scene.language import *
from scene.language.modelling import ball, cone, darker, ellipsoid, fitted, lathe, moved, rod, tube

PINK = (0.93, 0.7, 0.65)


@register("the heavy body with its patches")
def body_part(*, hide, patches):
    spots = [
        (0.27, 1.12, -0.4, 0.11, 0.22, 0.25),
        (0.3, 0.98, 0.25, 0.08, 0.2, 0.2),
        (-0.29, 1.05, -0.1, 0.09, 0.24, 0.3),
        (-0.26, 1.1, 0.5, 0.11, 0.16, 0.16),
        (0.05, 1.3, 0.05, 0.16, 0.06, 0.22),
        (-0.1, 1.26, -0.62, 0.14, 0.09, 0.15),
        (0.26, 0.85, -0.62, 0.08, 0.14, 0.14),
    ]
    return concat_shapes(
        ellipsoid((0, 1.0, -0.02), (0.34, 0.34, 0.72), hide),
        ellipsoid((0, 1.03, -0.5), (0.32, 0.32, 0.36), hide),
        ellipsoid((0, 1.02, 0.45), (0.29, 0.33, 0.36), hide),
        rod((0, 1.28, -0.75), (0, 1.27, 0.6), 0.09, hide),
        *[ellipsoid((x, y, z), (a, b, c), patches) for x, y, z, a, b, c in spots],
        ellipsoid((0, 0.68, -0.42), (0.15, 0.13, 0.17), PINK),
        *[
            rod((s * 0.06, 0.6, -0.42 + 0.07 * t), (s * 0.065, 0.52, -0.42 + 0.07 * t), 0.019, PINK)
            for s in (-1, 1)
            for t in (-1, 1)
        ],
        tube([(0, 1.24, -0.83), (0, 1.0, -0.93), (0, 0.62, -0.92)], 0.022, hide),
        ellipsoid((0, 0.55, -0.92), (0.04, 0.11, 0.04), darker(patches, 0.9)),
    )


@register("a leg with its hoof")
def leg(*, x, z, hide, rear):
    bend = -0.06 if rear else 0.03
    return concat_shapes(
        tube([(x, 0.9, z), (x, 0.5, z + bend), (x, 0.12, z)], 0.062, hide),
        ellipsoid((x, 0.85, z), (0.11, 0.24, 0.15 if rear else 0.12), hide),
        ball((x, 0.5, z + bend), 0.07, hide),
        moved(lathe([(0.085, 0), (0.066, 0.1)], (0.2, 0.17, 0.15), slices=8), (x, 0, z)),
    )


@register("the head with horns and ears")
def head(*, hide, patches):
    parts = [
        tube([(0, 1.14, 0.6), (0, 1.3, 0.85)], 0.17, hide),
        ellipsoid((0, 1.42, 0.95), (0.13, 0.15, 0.17), patches),
        moved(ellipsoid((0, 0, 0), (0.1, 0.21, 0.11), hide), (0, 1.29, 1.06), -0.75, (1, 0, 0)),
        ellipsoid((0, 1.19, 1.16), (0.098, 0.075, 0.085), PINK),
        ellipsoid((0, 1.5, 0.92), (0.06, 0.045, 0.07), hide),
    ]
    for s in (-1, 1):
        parts.append(
            moved(ellipsoid((s * 0.1, 0, 0), (0.1, 0.05, 0.025), patches), (s * 0.1, 1.43, 0.9), -s * 0.25, (0, 0, 1))
        )
        parts.append(tube([(s * 0.09, 1.53, 0.9), (s * 0.17, 1.57, 0.92)], 0.026, (0.9, 0.85, 0.72)))
        parts.append(cone((s * 0.165, 1.565, 0.92), (s * 0.2, 1.66, 0.95), 0.025, (0.9, 0.85, 0.72)))
        parts.append(ellipsoid((s * 0.107, 1.41, 1.04), (0.02, 0.028, 0.026), (0.04, 0.03, 0.03), {"roughness": 0.1}))
        parts.append(ellipsoid((s * 0.045, 1.21, 1.238), (0.016, 0.02, 0.01), darker(PINK, 0.5)))
    parts.append(rod((-0.05, 1.155, 1.23), (0.05, 1.155, 1.23), 0.006, darker(PINK, 0.6)))
    return concat_shapes(*parts)


@register("a black and white dairy cow")
def cow(*, width=0.72, height=1.64, depth=2.2, hide=(0.95, 0.94, 0.91), patches=(0.1, 0.09, 0.09)):
    legs = [library_call("leg", x=s * 0.19, z=z, hide=hide, rear=z < 0) for s in (-1, 1) for z in (-0.6, 0.5)]
    whole = concat_shapes(
        library_call("body_part", hide=hide, patches=patches), *legs, library_call("head", hide=hide, patches=patches)
    )
    return fitted(whole, width, height, depth)
