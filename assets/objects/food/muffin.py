# /// asset
# word = "muffin"
# synonyms = ["muffins"]
# stands_for = ["brownie", "scone"]
# category = "food"
# support = "surface"
# colors = ["crumb", "paper"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, darker, ellipsoid, fitted, lathe, moved


@register("the pleated paper case")
def paper_case(*, paper):
    pleat = transform_shape(
        box((0, 0.022, 0.03), (0.0105, 0.045, 0.003), paper, {"roughness": 0.9}),
        rotation_matrix(0.17, (1, 0, 0), (0, 0, 0.03)),
    )
    return concat_shapes(
        lathe([(0.024, 0), (0.033, 0.044)], darker(paper, 0.8), slices=24),
        loop(20, lambda i: moved(pleat, (0, 0, -0.004), i * math.pi / 10)),
    )


@register("the domed top")
def dome(*, crumb):
    chips = [
        ball(
            (
                0.03 * math.sin(i) * math.cos(i * 2.4),
                0.066 + 0.01 * math.cos(i),
                0.03 * math.sin(i) * math.sin(i * 2.4),
            ),
            0.0045,
            (0.2, 0.1, 0.06),
        )
        for i in range(1, 12)
    ]
    return concat_shapes(ellipsoid((0, 0.05, 0), (0.04, 0.028, 0.04), crumb, {"roughness": 0.9}), *chips)


@register("a muffin in a paper case")
def muffin(*, width=0.08, height=0.08, depth=0.08, crumb=(0.72, 0.48, 0.25), paper=(0.92, 0.88, 0.78)):
    whole = concat_shapes(library_call("paper_case", paper=paper), library_call("dome", crumb=crumb))
    return fitted(whole, width, height, depth)
