# /// asset
# word = "chocolate bar"
# synonyms = ["chocolate", "bar of chocolate", "candy bar"]
# category = "food"
# support = "surface"
# colors = ["chocolate", "wrapper"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved


@register("the squares of chocolate")
def squares(*, chocolate):
    gloss = {"roughness": 0.3}
    parts = [box((-0.02, 0.004, 0), (0.12, 0.006, 0.072), chocolate, gloss)]
    for i in range(4):
        for j in range(3):
            x, z = -0.068 + 0.0235 * i, -0.0235 + 0.0235 * j
            parts += [
                box(
                    (x, 0.0072 + 0.0012 * k, z),
                    (0.0215 - 0.0014 * k, 0.0013, 0.0215 - 0.0014 * k),
                    darker(chocolate, 1 + 0.05 * k),
                    gloss,
                )
                for k in range(4)
            ]
    return concat_shapes(*parts)


@register("the wrapper with torn foil")
def wrapper_part(*, wrapper):
    foil = surface("aluminium")
    torn = [
        moved(
            box((0, 0, 0), (0.016, 0.001, 0.014), *foil),
            (0.012 - 0.004 * (k % 2), 0.0128, -0.032 + 0.0107 * k),
            0.6 + k,
            (0, 1, 0),
        )
        for k in range(7)
    ]
    letters = [box((0.052, 0.0146, -0.022 + 0.011 * k), (0.022, 0.001, 0.007), (0.95, 0.8, 0.45)) for k in range(5)]
    return concat_shapes(
        box((0.05, 0.0068, 0), (0.085, 0.0135, 0.078), *foil),
        box((0.056, 0.007, 0), (0.078, 0.0142, 0.08), wrapper, {"roughness": 0.35}),
        box((0.056, 0.0146, 0.031), (0.07, 0.001, 0.003), (0.95, 0.8, 0.45)),
        box((0.056, 0.0146, -0.034), (0.07, 0.001, 0.003), (0.95, 0.8, 0.45)),
        *letters,
        *torn,
    )


@register("a chocolate bar half out of its wrapper")
def chocolate_bar(*, width=0.175, height=0.0155, depth=0.08, chocolate=(0.3, 0.16, 0.09), wrapper=(0.55, 0.1, 0.16)):
    whole = concat_shapes(library_call("squares", chocolate=chocolate), library_call("wrapper_part", wrapper=wrapper))
    return fitted(whole, width, height, depth)
