# /// asset
# word = "hand plane"
# synonyms = ["wood plane", "block plane", "planer", "jack plane"]
# stands_for = ["sander", "palm sander", "belt sander", "sanding block", "orbital sander"]
# category = "tools"
# support = "surface"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, fitted, moved, rod, tube


@register("the sole with its iron")
def sole_part():
    iron = ((0.35, 0.37, 0.4), {"metallic": 0.6, "roughness": 0.4})
    return concat_shapes(
        box((0, 0.005, 0), (0.07, 0.01, 0.26), *iron),
        *[box((s * 0.032, 0.022, 0), (0.006, 0.034, 0.16), *iron) for s in (-1, 1)],
        moved(box((0, 0.045, 0), (0.052, 0.1, 0.006), *surface("steel")), (0, 0.01, 0.0), 0.75, (1, 0, 0)),
        moved(box((0, 0.035, -0.008), (0.045, 0.07, 0.006), *iron), (0, 0.01, 0.0), 0.75, (1, 0, 0)),
    )


@register("the knob and the tote")
def grips(*, wood):
    look = surface(wood)
    return concat_shapes(
        rod((0, 0.01, -0.095), (0, 0.035, -0.095), 0.014, *look),
        ball((0, 0.048, -0.095), 0.023, *look),
        tube([(0, 0.015, 0.085), (0, 0.06, 0.08), (0, 0.1, 0.095), (0, 0.118, 0.075)], 0.0155, *look),
    )


@register("a woodworking plane")
def hand_plane(*, width=0.075, height=0.13, depth=0.26, wood="rosewood"):
    whole = concat_shapes(library_call("sole_part"), library_call("grips", wood=wood))
    return fitted(whole, width, height, depth)
