# /// asset
# word = "duffel bag"
# synonyms = ["gym bag", "sports bag", "travel bag", "holdall", "weekender bag"]
# stands_for = ["laundry bag", "trash bag", "garbage bag", "bin bag"]
# category = "storage"
# support = "floor"
# colors = ["cloth", "trim"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, rod, stretched, tube


@register("the round body")
def body_part(*, cloth, trim):
    soft = {"roughness": 0.8}
    ends = [ellipsoid((s * 0.27, 0.14, 0), (0.03, 0.135, 0.135), darker(cloth, 0.85), soft) for s in (-1, 1)]
    bands = [rod((x - 0.015, 0.14, 0), (x + 0.015, 0.14, 0), 0.142, trim) for x in (-0.13, 0.13)]
    return concat_shapes(
        rod((-0.27, 0.14, 0), (0.27, 0.14, 0), 0.139, cloth, soft),
        *ends,
        *bands,
        rod((-0.24, 0.278, 0), (0.24, 0.278, 0), 0.006, (0.8, 0.8, 0.82)),
    )


@register("a handle")
def handle(*, trim):
    return tube(
        [
            (-0.13, 0.24, 0.09),
            (-0.12, 0.3, 0.07),
            (-0.06, 0.33, 0.05),
            (0.06, 0.33, 0.05),
            (0.12, 0.3, 0.07),
            (0.13, 0.24, 0.09),
        ],
        0.011,
        trim,
    )


@register("a round duffel bag with handles")
def duffel_bag(*, width=0.6, height=0.34, depth=0.3, cloth=(0.25, 0.27, 0.3), trim=(0.75, 0.2, 0.15)):
    whole = concat_shapes(
        library_call("body_part", cloth=cloth, trim=trim),
        library_call("handle", trim=trim),
        stretched(library_call("handle", trim=trim), (1, 1, -1)),
    )
    return fitted(whole, width, height, depth)
