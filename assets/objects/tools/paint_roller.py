# /// asset
# word = "paint roller"
# synonyms = ["roller", "paint tray", "roller brush", "paint roller tray"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, tube


@register("the tray of paint")
def tray_part(*, paint):
    plastic = ((0.16, 0.17, 0.18), {"roughness": 0.4})
    return concat_shapes(
        box((0, 0.005, 0.0), (0.3, 0.01, 0.38), *plastic),
        *[box((s * 0.15, 0.035, 0), (0.008, 0.07, 0.38), *plastic) for s in (-1, 1)],
        *[box((0, 0.035, z), (0.3, 0.07, 0.008), *plastic) for z in (-0.19, 0.19)],
        moved(box((0, 0, 0), (0.29, 0.006, 0.22), *plastic), (0, 0.035, 0.07), -0.22, (1, 0, 0)),
        box((0, 0.025, -0.1), (0.29, 0.02, 0.17), paint, {"roughness": 0.1}),
    )


@register("the roller")
def roller_part(*, paint):
    steel = surface("steel")
    return concat_shapes(
        rod((-0.11, 0, 0), (0.11, 0, 0), 0.028, paint, {"roughness": 1.0}),
        tube([(0.11, 0, 0), (0.145, 0, 0), (0.145, 0.02, 0.08), (0, 0.04, 0.1), (0, 0.05, 0.14)], 0.0035, *steel),
        tube([(0, 0.05, 0.14), (0, 0.08, 0.26)], 0.014, (0.75, 0.15, 0.12)),
    )


@register("a paint roller in its tray")
def paint_roller(*, width=0.34, height=0.12, depth=0.4, paint=(0.3, 0.55, 0.7)):
    whole = concat_shapes(
        library_call("tray_part", paint=paint), moved(library_call("roller_part", paint=paint), (0, 0.07, -0.06))
    )
    return fitted(whole, width, height, depth)
