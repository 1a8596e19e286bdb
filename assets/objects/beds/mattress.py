# /// asset
# word = "mattress"
# synonyms = ["bare mattress"]
# stands_for = ["air mattress", "box spring", "sleeping pad", "sleeping mat", "crash mat", "landing mat"]
# category = "beds"
# support = "floor"
# colors = ["cloth", "trim"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod


@register("the quilted body")
def quilted(*, cloth):
    soft = {"roughness": 0.9}
    cushion = [rod((-0.69, y, z), (0.69, y, z), 0.022, cloth, soft) for y in (0.022, 0.218) for z in (-0.978, 0.978)]
    sides = [rod((x, y, -0.978), (x, y, 0.978), 0.022, cloth, soft) for y in (0.022, 0.218) for x in (-0.678, 0.678)]
    tufts = [
        ellipsoid((x, 0.236, z), (0.075, 0.012, 0.075), cloth, soft)
        for x in np.linspace(-0.58, 0.58, 8)
        for z in np.linspace(-0.86, 0.86, 11)
    ]
    return concat_shapes(
        box((0, 0.12, 0), (1.4, 0.2, 1.96), cloth, soft),
        box((0, 0.12, 0), (1.36, 0.232, 2.0), cloth, soft),
        *cushion,
        *sides,
        *tufts,
    )


@register("the border")
def border(*, trim):
    return concat_shapes(box((0, 0.12, 0), (1.404, 0.03, 1.962), trim), box((0, 0.12, 0), (1.362, 0.03, 2.004), trim))


@register("a quilted mattress")
def mattress(*, width=1.4, height=0.24, depth=2.0, cloth=(0.94, 0.93, 0.9), trim=(0.55, 0.62, 0.7)):
    whole = concat_shapes(library_call("quilted", cloth=cloth), library_call("border", trim=trim))
    return fitted(whole, width, height, depth)
