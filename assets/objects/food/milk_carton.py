# /// asset
# word = "milk carton"
# synonyms = ["carton of milk", "milk", "almond milk"]
# stands_for = ["juice carton", "carton of juice", "juice box", "carton of orange juice"]
# category = "food"
# support = "surface"
# colors = ["paper"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, darker, ellipsoid, fitted, moved, rod


@register("the printed body")
def carton_body(*, paper):
    band = box((0, 0.075, 0), (0.0915, 0.07, 0.0915), (0.97, 0.97, 0.95))
    spots = [
        ellipsoid((x, y, 0.046), (r, r * 0.8, 0.001), (0.12, 0.12, 0.14))
        for x, y, r in ((-0.022, 0.085, 0.013), (0.018, 0.07, 0.016), (0.026, 0.098, 0.008))
    ]
    return concat_shapes(box((0, 0.0925, 0), (0.09, 0.185, 0.09), paper, {"roughness": 0.5}), band, *spots)


@register("the gabled top with its cap")
def gable(*, paper):
    slope = math.atan2(0.04, 0.045)
    length = math.hypot(0.04, 0.045)
    roof = [
        moved(box((0, 0, 0), (0.09, 0.003, length), darker(paper, 0.92)), (0, 0.204, s * 0.0225), s * slope, (1, 0, 0))
        for s in (-1, 1)
    ]
    ends = [cone((0, 0.185, s * 0.0), (0, 0.222, 0), 0.04, paper) for s in (0,)]
    cap = moved(rod((0, 0, 0), (0, 0.014, 0), 0.014, (0.2, 0.4, 0.75)), (0, 0.204, 0.024), slope, (1, 0, 0))
    return concat_shapes(*roof, *ends, box((0, 0.236, 0), (0.09, 0.028, 0.004), paper), cap)


@register("a carton with a gabled top")
def milk_carton(*, width=0.09, height=0.25, depth=0.09, paper=(0.35, 0.6, 0.85)):
    whole = concat_shapes(library_call("carton_body", paper=paper), library_call("gable", paper=paper))
    return fitted(whole, width, height, depth)
