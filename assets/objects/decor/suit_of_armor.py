# /// asset
# word = "suit of armor"
# synonyms = ["armor", "suit of armour", "armour", "knight armor", "knight statue", "knight"]
# stands_for = ["samurai armor"]
# category = "decor"
# support = "floor"
# colors = ["steel"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ball, box, darker, ellipsoid, fitted, moved, rod, stretched, tube


@register("the plinth")
def plinth():
    look = surface("dark wood")
    return concat_shapes(box((0, 0.05, 0), (0.62, 0.1, 0.55), *look), box((0, 0.11, 0), (0.54, 0.03, 0.47), *look))


@register("a leg")
def leg(*, steel):
    look = {"metallic": 0.95, "roughness": 0.25}
    return concat_shapes(
        tube([(0, 0.2, 0), (0, 0.56, 0)], 0.062, steel, look),
        ball((0, 0.58, 0.02), 0.072, darker(steel, 0.85), look),
        tube([(0, 0.6, 0), (0, 0.9, 0)], 0.078, steel, look),
        ellipsoid((0, 0.16, 0.05), (0.06, 0.045, 0.12), steel, look),
    )


@register("an arm")
def arm(*, steel):
    look = {"metallic": 0.95, "roughness": 0.25}
    return concat_shapes(
        ball((0, 1.42, 0), 0.095, darker(steel, 0.9), look),
        tube([(0.02, 1.38, 0), (0.06, 1.14, 0.02)], 0.056, steel, look),
        ball((0.06, 1.12, 0.02), 0.062, darker(steel, 0.85), look),
        tube([(0.06, 1.1, 0.02), (0.04, 0.88, 0.08)], 0.05, steel, look),
        ball((0.04, 0.84, 0.1), 0.055, darker(steel, 0.75), look),
    )


@register("the breastplate, the skirt and the helmet")
def trunk(*, steel):
    look = {"metallic": 0.95, "roughness": 0.25}
    skirt = [
        stretched(
            rod(
                (0, 0.9 + 0.045 * i, 0), (0, 0.94 + 0.045 * i, 0), 0.2 - 0.012 * i, darker(steel, 0.8 + 0.06 * i), look
            ),
            (1, 1, 0.75),
        )
        for i in range(4)
    ]
    slits = [box((s * 0.045, 1.66, 0.118), (0.06, 0.009, 0.02), (0.03, 0.03, 0.03)) for s in (-1, 1)]
    holes = [ball((0.022 * i, 1.6, 0.12), 0.005, (0.03, 0.03, 0.03)) for i in range(-2, 3)]
    return concat_shapes(
        *skirt,
        ellipsoid((0, 1.26, 0.01), (0.2, 0.24, 0.145), steel, look),
        box((0, 1.25, 0.145), (0.012, 0.4, 0.02), darker(steel, 0.8), look),
        rod((0, 1.45, 0), (0, 1.54, 0), 0.075, darker(steel, 0.7), look),
        ellipsoid((0, 1.65, 0), (0.105, 0.14, 0.125), steel, look),
        *slits,
        *holes,
        ellipsoid((0, 1.78, -0.03), (0.012, 0.09, 0.14), (0.7, 0.1, 0.1)),
    )


@register("a suit of armour on a plinth")
def suit_of_armor(*, width=0.75, height=1.95, depth=0.55, steel=(0.72, 0.74, 0.78)):
    right_leg, right_arm = library_call("leg", steel=steel), library_call("arm", steel=steel)
    mirror = scale_matrix((-1, 1, 1), (0, 0, 0))
    whole = concat_shapes(
        library_call("plinth"),
        library_call("trunk", steel=steel),
        *[transform_shape(moved(right_leg, (0.11, 0, 0)), m) for m in (np.eye(4), mirror)],
        *[transform_shape(moved(right_arm, (0.24, 0, 0)), m) for m in (np.eye(4), mirror)],
    )
    return fitted(whole, width, height, depth)
