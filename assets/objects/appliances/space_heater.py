# /// asset
# word = "space heater"
# synonyms = ["electric heater", "portable heater", "fan heater", "bar heater", "infrared heater", "halogen heater"]
# category = "appliances"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod, tube


@register("the case on its feet, with knobs")
def heater_case(*, paint):
    look, dark = (paint, {"roughness": 0.4}), ((0.15, 0.15, 0.16), {"roughness": 0.5})
    rim = [
        box((0, 0.5, 0), (0.4, 0.03, 0.13), *look),
        box((0, 0.13, 0), (0.4, 0.07, 0.13), *look),
        *[box((s * 0.185, 0.32, 0), (0.03, 0.34, 0.13), *look) for s in (-1, 1)],
        *[rod((s * 0.2, 0.1, z), (s * 0.2, 0.51, z), 0.008, *look) for s in (-1, 1) for z in (-0.057, 0.057)],
    ]
    knobs = [
        concat_shapes(
            rod((x, 0.13, 0.06), (x, 0.13, 0.082), 0.019, *dark),
            box((x, 0.138, 0.0825), (0.003, 0.016, 0.002), (0.95, 0.95, 0.95)),
        )
        for x in (-0.1, 0.1)
    ]
    return concat_shapes(
        *rim,
        box((0, 0.32, -0.055), (0.36, 0.36, 0.015), (0.72, 0.73, 0.75), {"metallic": 0.9, "roughness": 0.15}),
        *knobs,
        ellipsoid((0, 0.13, 0.066), (0.007, 0.007, 0.004), (0.95, 0.3, 0.15), {"emission": 1.4}),
        *[box((s * 0.13, 0.055, 0), (0.03, 0.09, 0.05), *look) for s in (-1, 1)],
        *[box((s * 0.13, 0.009, 0), (0.04, 0.018, 0.24), *dark) for s in (-1, 1)],
        tube([(-0.07, 0.515, 0), (-0.07, 0.545, 0), (0.07, 0.545, 0), (0.07, 0.515, 0)], 0.009, *dark),
    )


@register("the glowing bars behind the grille")
def heater_bars():
    steel = surface("steel")
    glow = ((1.0, 0.42, 0.12), {"emission": 2.0})
    bars = [rod((-0.165, y, -0.01), (0.165, y, -0.01), 0.011, *glow) for y in (0.235, 0.32, 0.405)]
    ends = [
        rod((s * 0.145, y, -0.01), (s * 0.172, y, -0.01), 0.015, (0.95, 0.94, 0.9))
        for y in (0.235, 0.32, 0.405)
        for s in (-1, 1)
    ]
    wires = [rod((-0.175, y, 0.055), (0.175, y, 0.055), 0.0022, *steel) for y in np.linspace(0.18, 0.47, 13)]
    posts = [rod((x, 0.165, 0.058), (x, 0.488, 0.058), 0.0026, *steel) for x in np.linspace(-0.14, 0.14, 5)]
    return concat_shapes(*bars, *ends, *wires, *posts)


@register("an electric space heater with glowing bars behind a grille")
def space_heater(*, width=0.416, height=0.555, depth=0.24, paint=(0.92, 0.92, 0.91)):
    return fitted(
        concat_shapes(library_call("heater_case", paint=paint), library_call("heater_bars")), width, height, depth
    )
