# /// asset
# word = "rope barrier"
# synonyms = ["velvet rope", "stanchion", "stanchions", "queue barrier", "rope stanchion", "velvet rope barrier"]
# stands_for = ["crowd barrier", "queue divider"]
# category = "shop"
# support = "floor"
# colors = ["rope"]
# materials = ["metal"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, lathe, rod, tube


@register("a post on its round foot")
def post(*, look):
    return concat_shapes(
        lathe([(0.16, 0), (0.16, 0.02), (0.12, 0.035), (0.04, 0.06)], *look, slices=12),
        rod((0, 0.03, 0), (0, 0.93, 0), 0.027, *look),
        rod((0, 0.86, 0), (0, 0.91, 0), 0.04, *look),
        ellipsoid((0, 0.965, 0), (0.05, 0.05, 0.05), *look),
    )


@register("the hanging rope with its hooks")
def rope_part(*, span, rope, look):
    xs = np.linspace(-span / 2 + 0.11, span / 2 - 0.11, 17)
    line = [(float(x), 0.56 + 0.28 * (2 * float(x) / (span - 0.22)) ** 2, 0) for x in xs]
    ends = [
        concat_shapes(
            rod(line[i], (s * (span / 2 - 0.07), 0.875, 0), 0.026, *look),
            tube(
                [(s * (span / 2 - 0.075), 0.87, 0), (s * (span / 2 - 0.05), 0.9, 0), (s * (span / 2 - 0.03), 0.885, 0)],
                0.008,
                *look,
            ),
        )
        for s, i in ((-1, 0), (1, -1))
    ]
    return concat_shapes(tube(line, 0.024, rope, {"roughness": 0.95}), *ends)


@register("two brass stanchions joined by a red velvet rope")
def rope_barrier(*, width=1.6, height=1.0, depth=0.32, rope=(0.6, 0.05, 0.1), metal="brass"):
    look, span = finish(metal), width - 0.32
    whole = concat_shapes(
        *[place("post", at=(s * span / 2, 0, 0), look=look) for s in (-1, 1)],
        library_call("rope_part", span=span, rope=rope, look=look),
    )
    return fitted(whole, width, height, depth)
