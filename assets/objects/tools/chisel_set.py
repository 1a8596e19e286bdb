# /// asset
# word = "chisel"
# synonyms = [
#     "chisels", "wood chisel", "set of chisels", "carving tools", "wood carving tools", "chisel set", "gouges",
# ]
# category = "tools"
# support = "surface"
# colors = ["handle"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, lathe, moved, rod, rotated


@register("a chisel that lies along z")
def one_chisel(*, wide, handle):
    steel = ((0.78, 0.79, 0.82), {"metallic": 0.9, "roughness": 0.2})
    grip = lathe(
        [(0.01, 0), (0.015, 0.03), (0.013, 0.07), (0.017, 0.1), (0.012, 0.115)], handle, {"roughness": 0.4}, slices=14
    )
    return concat_shapes(
        moved(rotated(grip, -1.5708, (1, 0, 0)), (0, 0.017, -0.02)),
        rod((0, 0.017, -0.025), (0, 0.017, 0.0), 0.013, (0.85, 0.7, 0.35), {"metallic": 0.8}),
        rod((0, 0.014, 0.0), (0, 0.009, 0.04), 0.006, *steel),
        box((0, 0.006, 0.085), (wide, 0.005, 0.1), *steel),
        moved(rotated(box((0, 0, 0), (wide, 0.002, 0.018), *steel), 0.3, (1, 0, 0)), (0, 0.005, 0.14)),
    )


@register("three wood chisels side by side")
def chisel_set(*, width=0.17, height=0.034, depth=0.29, handle=(0.72, 0.42, 0.18)):
    row = [
        moved(library_call("one_chisel", wide=w, handle=handle), ((i - 1) * 0.058, 0, 0), 0.08 * (i - 1))
        for i, w in enumerate((0.012, 0.02, 0.03))
    ]
    return fitted(concat_shapes(*row), width, height, depth)
