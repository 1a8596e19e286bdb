# /// asset
# word = "bread"
# synonyms = ["loaf of bread", "bread loaf", "loaf", "sourdough", "sourdough loaf", "brioche", "rye bread"]
# stands_for = ["dough ball", "dough", "toast", "pita", "naan", "focaccia"]
# category = "food"
# support = "surface"
# colors = ["crust", "crumb"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, moved, rod, rotated


@register("the uncut loaf with its scores")
def loaf(*, length, width, height, crust):
    top = [
        ellipsoid((x, height * 0.58, 0), (length * 0.17, height * 0.42, width / 2), crust, {"roughness": 0.8})
        for x in np.linspace(-0.33, 0.33, 5) * length
    ]
    scores = [
        moved(box((0, 0, 0), (0.008, 0.006, width * 0.55), (0.93, 0.75, 0.48)), (x, height * 0.985, 0), 0.5)
        for x in np.linspace(-0.28, 0.28, 4) * length
    ]
    return concat_shapes(
        box((0, height * 0.32, 0), (length * 0.96, height * 0.64, width * 0.9), crust, {"roughness": 0.8}),
        rod(
            (-length * 0.48, height * 0.6, 0),
            (length * 0.48, height * 0.6, 0),
            height * 0.36,
            crust,
            {"roughness": 0.8},
        ),
        *top,
        *scores,
    )


@register("one slice")
def slice_of_bread(*, width, height, thick, crust, crumb):
    def outline(scale, t, color):
        lobes = [
            rod(
                (-t / 2, height * 0.68, z * width * 0.24),
                (t / 2, height * 0.68, z * width * 0.24),
                height * 0.3 * scale,
                color,
                {"roughness": 0.9},
            )
            for z in (-1, 1)
        ]
        return concat_shapes(
            box((0, height * 0.37, 0), (t, height * 0.74 * scale, width * 0.88 * scale), color, {"roughness": 0.9}),
            box((0, height * 0.72, 0), (t, height * 0.5 * scale, width * 0.5), color, {"roughness": 0.9}),
            *lobes,
        )

    return concat_shapes(outline(1.0, thick, crust), outline(0.88, thick * 1.06, crumb))


@register("a loaf of bread with two slices cut from it")
def bread(*, width=0.32, depth=0.13, height=0.12, crust=(0.66, 0.38, 0.16), crumb=(0.95, 0.86, 0.68)):
    body, thick = width * 0.66, width * 0.055
    cut = library_call(
        "slice_of_bread", width=depth * 0.98, height=height * 0.98, thick=thick, crust=crust, crumb=crumb
    )
    fallen = rotated(cut, math.radians(-28), (0, 0, 1))
    sizes = compute_shape_sizes(fallen)
    return concat_shapes(
        place("loaf", at=(-(width - body) / 2, 0, 0), length=body, width=depth, height=height, crust=crust),
        place(cut, at=(-(width - body) / 2 + body * 0.49, 0, 0), name="heel"),
        place(fallen, at=(width / 2 - sizes[0] / 2, 0, 0), name="slice_of_bread"),
    )
