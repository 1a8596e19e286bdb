# /// asset
# word = "router"
# synonyms = ["wifi router", "wi-fi router", "modem"]
# stands_for = [
#     "hard drive", "external hard drive", "charger", "phone charger", "wireless charger", "charging station",
#     "power bank", "charging dock",
# ]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, tube


@register("the case with its lights")
def case_part(*, paint):
    lights = [
        box((-0.06 + 0.02 * i, 0.022, 0.0805), (0.007, 0.004, 0.002), (0.3, 0.9, 0.4), {"emission": 1.5})
        for i in range(6)
    ]
    vents = [box((0, 0.0405, -0.05 + 0.012 * i), (0.16, 0.001, 0.004), darker(paint, 0.5)) for i in range(8)]
    return concat_shapes(
        box((0, 0.02, 0), (0.24, 0.036, 0.16), paint, {"roughness": 0.4}),
        *lights,
        *vents,
        *[rod((x, 0, z), (x, 0.004, z), 0.008, (0.1, 0.1, 0.1)) for x in (-0.1, 0.1) for z in (-0.06, 0.06)],
    )


@register("an aerial")
def aerial(*, paint):
    return concat_shapes(
        rod((0, 0.02, 0), (0, 0.04, 0), 0.007, darker(paint, 0.8)),
        tube([(0, 0.04, 0), (0, 0.15, -0.005)], 0.0055, darker(paint, 0.8)),
    )


@register("a flat black router with lights and two aerials")
def router(*, width=0.24, height=0.16, depth=0.16, paint=(0.16, 0.17, 0.18)):
    whole = concat_shapes(
        library_call("case_part", paint=paint),
        *[moved(library_call("aerial", paint=paint), (x, 0, -0.078)) for x in (-0.09, 0.09)],
    )
    return fitted(whole, width, height, depth)
