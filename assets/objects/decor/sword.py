# /// asset
# word = "sword"
# synonyms = ["swords"]
# stands_for = ["dagger", "rapier", "saber", "lightsaber", "spear", "crossed swords"]
# category = "decor"
# support = "wall"
# colors = ["metal", "grip"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, cone, darker, fitted, rod


@register("the blade")
def blade():
    steel = ((0.82, 0.84, 0.87), {"metallic": 1.0, "roughness": 0.15})
    return concat_shapes(
        *[box((0, 0.25 + 0.024 * (i + 0.5), 0.03), (0.042 - 0.0006 * i, 0.0245, 0.007), *steel) for i in range(29)],
        cone((0, 0.945, 0.03), (0, 1.0, 0.03), 0.013, *steel),
        box((0, 0.55, 0.034), (0.009, 0.56, 0.002), (0.6, 0.62, 0.65)),
    )


@register("the hilt with its guard")
def hilt(*, metal, grip):
    look = {"metallic": 0.9, "roughness": 0.3}
    return concat_shapes(
        rod((-0.095, 0.24, 0.03), (0.095, 0.24, 0.03), 0.012, metal, look),
        *[ball((s * 0.095, 0.24, 0.03), 0.018, metal, look) for s in (-1, 1)],
        rod((0, 0.045, 0.03), (0, 0.235, 0.03), 0.0155, grip),
        *[rod((0, 0.06 + 0.022 * i, 0.03), (0, 0.066 + 0.022 * i, 0.03), 0.0168, darker(grip, 0.6)) for i in range(8)],
        ball((0, 0.026, 0.03), 0.026, metal, look),
    )


@register("a sword with a guard")
def sword(*, width=0.2, height=1.0, depth=0.06, metal=(0.85, 0.68, 0.32), grip=(0.3, 0.14, 0.1)):
    whole = concat_shapes(library_call("blade"), library_call("hilt", metal=metal, grip=grip))
    return fitted(whole, width, height, depth)
