# /// asset
# word = "pliers"
# synonyms = ["pair of pliers", "needle-nose pliers", "wire cutters", "wire cutter", "pincers"]
# stands_for = [
#     "tweezers", "forceps", "clippers", "nail clippers", "tin snips", "bolt cutters", "pair of tweezers",
#     "garden pruners", "secateurs", "pruning shears", "pruners", "crimper",
# ]
# category = "tools"
# support = "surface"
# colors = ["grip"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod, stretched, tube


@register("one half")
def half(*, grip):
    metal = ((0.72, 0.73, 0.76), {"metallic": 0.9, "roughness": 0.35})
    jaw_part = concat_shapes(
        box((0.008, 0.01, -0.06), (0.014, 0.014, 0.07), *metal),
        ellipsoid((0.009, 0.01, -0.02), (0.017, 0.008, 0.022), *metal),
    )
    return concat_shapes(
        jaw_part,
        tube(
            [(-0.006, 0.01, 0.01), (-0.024, 0.01, 0.035), (-0.03, 0.01, 0.08), (-0.024, 0.01, 0.11)],
            0.0085,
            grip,
            {"roughness": 0.6},
        ),
    )


@register("a pair of pliers")
def pliers(*, width=0.08, height=0.02, depth=0.2, grip=(0.8, 0.15, 0.12)):
    one = library_call("half", grip=grip)
    whole = concat_shapes(
        one,
        stretched(one, (-1, 1, 1)),
        rod((0, 0, 0), (0, 0.02, 0), 0.009, *surface("steel")),
    )
    return fitted(whole, width, height, depth)
