# /// asset
# word = "chest freezer"
# synonyms = ["deep freezer", "freezer chest", "deep freeze", "garage freezer", "ice chest freezer"]
# stands_for = ["ice machine", "ice maker"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# [joints.freezer_lid]
# hinge = "back"
# reach = 75
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, tray


@register("the insulated chest with its vent and lamps")
def freezer_chest(*, paint):
    look, dark = (paint, {"roughness": 0.3}), ((0.2, 0.21, 0.22), {"roughness": 0.5})
    gasket = (0.3, 0.31, 0.32), {"roughness": 0.8}
    return concat_shapes(
        tray((0, 0.03, 0), (1.1, 0.82, 0.62), 0.035, *look),
        *[rod((s * 0.55, 0.03, z), (s * 0.55, 0.85, z), 0.018, *look) for s in (-1, 1) for z in (-0.292, 0.292)],
        box((0, 0.02, 0), (1.04, 0.04, 0.56), *dark),
        *[box((0, 0.857, s * 0.2925), (1.1, 0.014, 0.035), *gasket) for s in (-1, 1)],
        *[box((s * 0.5325, 0.857, 0), (0.035, 0.014, 0.55), *gasket) for s in (-1, 1)],
        *[box((0.3, 0.1 + 0.022 * k, 0.311), (0.36, 0.009, 0.004), *dark) for k in range(7)],
        box((-0.4, 0.14, 0.311), (0.14, 0.06, 0.004), *dark),
        rod((-0.435, 0.14, 0.312), (-0.435, 0.14, 0.326), 0.018, (0.8, 0.8, 0.82)),
        *[
            ellipsoid((-0.395 + 0.022 * k, 0.14, 0.313), (0.006, 0.006, 0.004), tone, {"emission": 1.0})
            for k, tone in enumerate(((0.2, 0.9, 0.3), (0.95, 0.25, 0.2), (0.95, 0.7, 0.2)))
        ],
        box((0.4, 0.72, 0.311), (0.12, 0.03, 0.003), (0.55, 0.6, 0.68), {"metallic": 0.7, "roughness": 0.3}),
    )


@register("the lid with its handle")
def freezer_lid(*, paint):
    look = (paint, {"roughness": 0.3})
    return concat_shapes(
        box((0, 0.03, 0.31), (1.12, 0.055, 0.64), *look),
        box((0, -0.002, 0.31), (1.02, 0.016, 0.54), (0.8, 0.82, 0.84)),
        *[rod((s * 0.56, 0.03, 0.0), (s * 0.56, 0.03, 0.62), 0.027, *look) for s in (-1, 1)],
        rod((-0.56, 0.03, 0.63), (0.56, 0.03, 0.63), 0.027, *look),
        box((0, 0.02, 0.665), (0.3, 0.024, 0.03), *surface("steel")),
        rod((0, 0.02, 0.679), (0, 0.02, 0.684), 0.008, (0.15, 0.15, 0.15)),
    )


@register("a white chest freezer with its lid ajar")
def chest_freezer(*, width=1.14, height=0.98, depth=0.7, paint=(0.94, 0.95, 0.96)):
    lid = moved(library_call("freezer_lid", paint=paint), (0, 0.872, -0.31), -0.09, (1, 0, 0))
    return fitted(concat_shapes(library_call("freezer_chest", paint=paint), lid), width, height, depth)
