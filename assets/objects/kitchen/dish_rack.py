# /// asset
# word = "dish rack"
# synonyms = [
#     "dish drainer", "drying rack for dishes", "dish drying rack", "plate rack", "draining rack", "dishes rack",
# ]
# category = "kitchen"
# support = "surface"
# colors = ["wire"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, tube


@register("the wire rack on its tray")
def rack_part(*, wire):
    metal = {"metallic": 0.8, "roughness": 0.3}
    bars = [
        tube(
            [
                (-0.19 + 0.0345 * i, 0.12, -0.13),
                (-0.19 + 0.0345 * i, 0.03, -0.11),
                (-0.19 + 0.0345 * i, 0.03, 0.11),
                (-0.19 + 0.0345 * i, 0.12, 0.13),
            ],
            0.0025,
            wire,
            metal,
        )
        for i in range(12)
    ]
    hoops = [tube([(-0.2, 0.12, s * 0.13), (0.2, 0.12, s * 0.13)], 0.004, wire, metal) for s in (-1, 1)] + [
        tube([(s * 0.2, 0.12, -0.13), (s * 0.2, 0.12, 0.13)], 0.004, wire, metal) for s in (-1, 1)
    ]
    return concat_shapes(box((0, 0.008, 0), (0.44, 0.016, 0.32), (0.3, 0.32, 0.34)), *bars, *hoops)


@register("a plate on its edge")
def plate_part():
    return concat_shapes(
        rod((-0.004, 0, 0), (0.004, 0, 0), 0.105, (0.96, 0.95, 0.93), {"roughness": 0.2}),
        rod((-0.005, 0, 0), (0.005, 0, 0), 0.07, (0.9, 0.9, 0.88), {"roughness": 0.2}),
    )


@register("a mug upside down")
def mug_part():
    return concat_shapes(
        rod((0, 0.035, 0), (0, 0.12, 0), 0.038, (0.3, 0.5, 0.65), {"roughness": 0.25}),
        tube([(0.036, 0.1, 0), (0.062, 0.095, 0), (0.06, 0.06, 0), (0.036, 0.055, 0)], 0.006, (0.3, 0.5, 0.65)),
    )


@register("a dish rack with plates")
def dish_rack(*, width=0.44, height=0.28, depth=0.32, wire=(0.78, 0.79, 0.81)):
    whole = concat_shapes(
        library_call("rack_part", wire=wire),
        *[moved(library_call("plate_part"), (-0.155 + 0.04 * i, 0.14, 0), -0.16, (0, 0, 1)) for i in range(5)],
        *[moved(library_call("mug_part"), (0.1, 0, z)) for z in (-0.06, 0.06)],
    )
    return fitted(whole, width, height, depth)
