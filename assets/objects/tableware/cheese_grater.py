# /// asset
# word = "cheese grater"
# synonyms = ["grater", "box grater"]
# stands_for = ["zester", "mandoline"]
# category = "tableware"
# support = "surface"
# colors = ["metal"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, tube


@register("the four pierced sides")
def sides(*, metal):
    look = {"metallic": 0.95, "roughness": 0.3}
    body = [
        box((0, 0.005 + 0.0095 * i, 0), (0.1 - 0.002 * i, 0.0096, 0.076 - 0.0012 * i), metal, look) for i in range(20)
    ]
    teeth = [
        moved(
            ellipsoid((0, 0, 0), (0.0042, 0.003, 0.0022), darker(metal, 0.5), look),
            (x * (1 - 0.012 * r), 0.03 + 0.016 * r, 0.0385 - 0.001 * r),
            0.3,
            (1, 0, 0),
        )
        for r in range(9)
        for x in np.linspace(-0.033, 0.033, 6)
    ]
    return concat_shapes(*body, *teeth)


@register("the handle")
def handle_part():
    return tube([(-0.028, 0.19, 0), (-0.03, 0.225, 0), (0.03, 0.225, 0), (0.028, 0.19, 0)], 0.0085, (0.13, 0.13, 0.14))


@register("a box grater")
def cheese_grater(*, width=0.11, height=0.24, depth=0.08, metal=(0.8, 0.81, 0.83)):
    whole = concat_shapes(library_call("sides", metal=metal), library_call("handle_part"))
    return fitted(whole, width, height, depth)
