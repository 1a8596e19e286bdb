# /// asset
# word = "boot"
# synonyms = ["boots", "rain boot", "rain boots", "wellington boot", "wellington boots", "wellies", "galoshes"]
# stands_for = ["hiking boots", "cowboy boots", "work boots", "ski boots", "snow boot", "snow boots"]
# category = "textiles"
# support = "floor"
# colors = ["leather"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, moved, rod, stretched


@register("the foot on its sole")
def foot_part(*, leather):
    soft = {"roughness": 0.45}
    zs = np.linspace(-0.11, 0.115, 18)
    tops = np.interp(zs, [-0.11, -0.03, 0.03, 0.115], [0.11, 0.11, 0.085, 0.045])
    wides = np.interp(zs, [-0.11, 0.0, 0.07, 0.115], [0.036, 0.042, 0.052, 0.036])
    shell = [
        ellipsoid((0, (0.02 + t) / 2, z), (float(w), t / 2, 0.036), leather, soft)
        for z, t, w in zip(zs, tops, wides, strict=True)
    ]
    tread = [
        box((0, 0.012, float(z)), (1.9 * float(w), 0.024, 0.0135), (0.14, 0.12, 0.11))
        for z, w in zip(zs, wides, strict=True)
    ]
    return concat_shapes(*shell, *tread)


@register("the shaft")
def shaft(*, leather):
    body = stretched(
        lathe([(0.046, 0.05), (0.05, 0.2), (0.055, 0.33)], leather, {"roughness": 0.45}, slices=40), (1, 1, 1.15)
    )
    rim = stretched(
        concat_shapes(
            rod((0, 0.315, 0), (0, 0.34, 0), 0.058, darker(leather, 0.75)),
            rod((0, 0.33, 0), (0, 0.341, 0), 0.048, (0.1, 0.09, 0.08)),
        ),
        (1, 1, 1.15),
    )
    return moved(concat_shapes(body, rim), (0, 0, -0.06))


@register("a tall boot")
def boot(*, width=0.12, height=0.34, depth=0.29, leather=(0.45, 0.3, 0.18)):
    whole = concat_shapes(library_call("foot_part", leather=leather), library_call("shaft", leather=leather))
    return fitted(whole, width, height, depth)
