# /// asset
# word = "fire extinguisher"
# synonyms = ["extinguisher"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod, tube


@register("the cylinder with its label")
def cylinder_part(*, paint):
    gloss = {"roughness": 0.2}
    return concat_shapes(
        rod((0, 0.012, 0), (0, 0.34, 0), 0.075, paint, gloss),
        ellipsoid((0, 0.34, 0), (0.075, 0.06, 0.075), paint, gloss),
        rod((0, 0, 0), (0, 0.02, 0), 0.07, (0.1, 0.1, 0.1)),
        box((0, 0.2, 0.073), (0.08, 0.13, 0.006), (0.96, 0.96, 0.94)),
    )


@register("the valve, the lever and the hose")
def valve():
    dark = (0.1, 0.1, 0.1)
    return concat_shapes(
        rod((0, 0.39, 0), (0, 0.44, 0), 0.02, *surface("brass")),
        moved(box((0, 0, 0.045), (0.022, 0.01, 0.12), dark), (0, 0.45, 0), 0.25, (1, 0, 0)),
        moved(box((0, 0, 0.04), (0.022, 0.01, 0.11), dark), (0, 0.462, 0), -0.15, (1, 0, 0)),
        rod((0.02, 0.43, 0), (0.035, 0.43, 0), 0.018, (0.95, 0.95, 0.94)),
        tube([(-0.01, 0.43, 0), (-0.07, 0.42, 0.02), (-0.095, 0.33, 0.02), (-0.09, 0.2, 0.03)], 0.0115, dark),
        cone((-0.09, 0.12, 0.032), (-0.09, 0.21, 0.03), 0.022, dark),
    )


@register("a fire extinguisher")
def fire_extinguisher(*, width=0.19, height=0.52, depth=0.2, paint=(0.8, 0.08, 0.08)):
    whole = concat_shapes(library_call("cylinder_part", paint=paint), library_call("valve"))
    return fitted(whole, width, height, depth)
