# /// asset
# word = "bird bath"
# synonyms = ["birdbath", "bird basin", "stone bird bath", "stone basin", "garden bird bath"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["stone"]
# ///
from scene.language import *
from scene.language.modelling import block, cone, darker, disc, ellipsoid, finish, fitted, lathe, moved, ring, rod


@register("the turned column on its foot")
def column(*, look):
    profile = [
        (0.17, 0.06),
        (0.15, 0.1),
        (0.085, 0.15),
        (0.07, 0.22),
        (0.1, 0.36),
        (0.075, 0.5),
        (0.065, 0.58),
        (0.11, 0.66),
    ]
    return concat_shapes(block((0, 0, 0), (0.38, 0.06, 0.38), *look), lathe(profile, *look, slices=48))


@register("the shallow bowl of water")
def bowl_part(*, look):
    return concat_shapes(
        lathe([(0.1, 0.66), (0.22, 0.68), (0.3, 0.72), (0.33, 0.77)], *look, slices=24),
        ring((0, 0.78, 0), 0.325, 0.024, *look, parts=36),
        disc((0, 0.76, 0), (0.31, 0.31), 0.024, (0.45, 0.66, 0.74), {"roughness": 0.05}),
    )


@register("a small bird on the rim")
def bird():
    blue, breast = (0.25, 0.42, 0.65), (0.85, 0.5, 0.3)
    return concat_shapes(
        ellipsoid((0, 0.05, 0), (0.026, 0.028, 0.045), blue),
        ellipsoid((0, 0.046, 0.02), (0.022, 0.024, 0.028), breast),
        ellipsoid((0, 0.084, 0.034), (0.02, 0.02, 0.021), blue),
        cone((0, 0.083, 0.05), (0, 0.08, 0.068), 0.005, (0.85, 0.65, 0.15)),
        ellipsoid((0, 0.055, -0.06), (0.013, 0.006, 0.035), darker(blue, 0.7)),
        *[ellipsoid((s * 0.016, 0.09, 0.044), (0.004, 0.004, 0.004), (0.02, 0.02, 0.02)) for s in (-1, 1)],
        *[rod((s * 0.009, 0.0, 0.006), (s * 0.009, 0.03, 0.0), 0.0025, (0.4, 0.3, 0.2)) for s in (-1, 1)],
    )


@register("a stone bird bath with a bird on its rim")
def bird_bath(*, width=0.7, height=0.9, depth=0.7, stone="limestone", paint=None):
    look = finish(stone, paint)
    whole = concat_shapes(
        library_call("column", look=look),
        library_call("bowl_part", look=look),
        moved(library_call("bird"), (0.24, 0.802, 0.22), -2.0),
    )
    return fitted(whole, width, height, depth)
