# /// asset
# word = "inkwell"
# synonyms = [
#     "quill", "quill pen", "ink bottle", "bottle of ink", "feather pen", "inkpot", "ink pot", "quill and inkwell",
#     "ink jar",
# ]
# stands_for = ["feather"]
# category = "decor"
# support = "surface"
# colors = ["glass", "plume"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, lathe, moved, rod, tube


@register("the inkwell")
def well(*, glass):
    look = {"roughness": 0.05}
    return concat_shapes(
        box((0, 0.022, 0), (0.07, 0.044, 0.07), glass, look),
        lathe([(0.03, 0.042), (0.016, 0.054), (0.018, 0.062)], glass, look, slices=14),
        rod((0, 0.058, 0), (0, 0.064, 0), 0.02, *surface("brass")),
    )


@register("the quill")
def quill_part(*, plume):
    barbs = [
        moved(
            ellipsoid(
                (s * 0.014, 0, 0),
                (0.016 * (1 - abs(t - 0.45) ** 1.5), 0.0035, 0.0012),
                darker(plume, 0.92 + 0.04 * (k % 3)),
            ),
            (0.03 * t * t, 0.08 + 0.16 * t, 0),
            s * 0.6,
            (0, 0, 1),
        )
        for k, t in enumerate(np.linspace(0.1, 1, 30))
        for s in (-1, 1)
    ]
    shaft_part = tube([(0.03 * t * t, 0.03 + 0.21 * t, 0) for t in np.linspace(0, 1, 8)], 0.0016, (0.9, 0.87, 0.78))
    return concat_shapes(*barbs, shaft_part)


@register("an inkwell with a quill")
def inkwell(*, width=0.12, height=0.26, depth=0.09, glass=(0.12, 0.16, 0.3), plume=(0.94, 0.93, 0.9)):
    whole = concat_shapes(
        library_call("well", glass=glass),
        moved(library_call("quill_part", plume=plume), (0.0, 0.02, 0), -0.22, (0, 0, 1)),
    )
    return fitted(whole, width, height, depth)
