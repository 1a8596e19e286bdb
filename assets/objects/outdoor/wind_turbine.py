# /// asset
# word = "wind turbine"
# synonyms = ["wind power plant", "wind generator", "wind turbines", "modern windmill"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, lathe, moved, rod, rotated


@register("a blade that narrows to its tip")
def blade(*, paint):
    steps = 14
    return concat_shapes(
        *[
            moved(
                rotated(
                    box(
                        (0, 0, 0),
                        (0.36 - 0.29 * t if t > 0.1 else 0.2, 4.0 / steps * 1.03, 0.05),
                        paint,
                        {"roughness": 0.3},
                    ),
                    0.4 * (1 - t),
                ),
                (0.07 * (1 - t), 0.25 + 4.0 * t, 0),
            )
            for t in [(i + 0.5) / steps for i in range(steps)]
        ]
    )


@register("a white wind turbine with three blades")
def wind_turbine(*, width=7.4, height=11.5, depth=1.6, paint=(0.94, 0.95, 0.95), turned=0.0):
    one = library_call("blade", paint=paint)
    hub = (0, 7.3, 0.75)
    mast = concat_shapes(
        lathe([(0.34, 0), (0.17, 7.1)], paint, {"roughness": 0.3}, slices=24),
        rod((0, 0, 0), (0, 0.12, 0), 0.6, (0.6, 0.6, 0.58)),
        ellipsoid((0, 7.3, 0.0), (0.3, 0.3, 0.75), paint, {"roughness": 0.3}),
        ellipsoid(hub, (0.22, 0.22, 0.3), paint, {"roughness": 0.3}),
    )

    def rotor(angle):
        return loop(3, lambda i: moved(rotated(one, angle + 2 * math.pi * i / 3, (0, 0, 1)), hub))

    whole = concat_shapes(mast, rotor(math.radians(turned)))
    return fitted(whole, width, height, depth, like=concat_shapes(mast, rotor(0.0)))
