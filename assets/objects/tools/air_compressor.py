# /// asset
# word = "air compressor"
# synonyms = ["compressor"]
# stands_for = ["pump"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, rod, tube


@register("the tank on its wheels")
def tank_part(*, paint):
    gloss = {"roughness": 0.25}
    wheels = [
        concat_shapes(
            rod((-0.28, 0.12, s * 0.16), (-0.28, 0.12, s * 0.2), 0.12, (0.1, 0.1, 0.1)),
            rod((-0.28, 0.12, s * 0.16), (-0.28, 0.12, s * 0.202), 0.06, (0.85, 0.85, 0.86)),
        )
        for s in (-1, 1)
    ]
    return concat_shapes(
        rod((-0.36, 0.28, 0), (0.36, 0.28, 0), 0.16, paint, gloss),
        *[ellipsoid((s * 0.36, 0.28, 0), (0.08, 0.16, 0.16), paint, gloss) for s in (-1, 1)],
        *wheels,
        box((0.28, 0.06, 0), (0.06, 0.12, 0.28), (0.12, 0.12, 0.12)),
    )


@register("the motor and the gauges")
def motor(*, paint):
    dark = (0.16, 0.16, 0.17)
    return concat_shapes(
        rod((-0.22, 0.54, 0), (0.05, 0.54, 0), 0.1, dark),
        *[rod((-0.2 + 0.04 * i, 0.54, 0), (-0.19 + 0.04 * i, 0.54, 0), 0.108, (0.25, 0.25, 0.26)) for i in range(6)],
        box((0.16, 0.54, 0), (0.16, 0.2, 0.2), darker(paint, 0.85)),
        rod((0.16, 0.64, 0), (0.16, 0.7, 0), 0.06, dark),
        rod((0.33, 0.46, 0.05), (0.33, 0.46, 0.09), 0.04, (0.95, 0.95, 0.94)),
        tube([(0.33, 0.44, 0), (0.33, 0.56, 0), (0.24, 0.56, 0)], 0.012, *surface("brass")),
        tube([(-0.42, 0.35, -0.12), (-0.5, 0.62, -0.12), (-0.5, 0.62, 0.12), (-0.42, 0.35, 0.12)], 0.014, dark),
    )


@register("an air compressor with its tank")
def air_compressor(*, width=0.9, height=0.75, depth=0.42, paint=(0.75, 0.14, 0.12)):
    whole = concat_shapes(library_call("tank_part", paint=paint), library_call("motor", paint=paint))
    return fitted(whole, width, height, depth)
