# /// asset
# word = "portable toilet"
# synonyms = [
#     "porta potty", "portaloo", "mobile toilet", "toilet cabin", "chemical toilet", "portable toilets",
# ]
# stands_for = ["outhouse"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "roof"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, fitted, rod


@register("a plastic toilet cabin with its door")
def portable_toilet(*, width=1.15, height=2.35, depth=1.15, paint=(0.1, 0.4, 0.68), roof=(0.93, 0.94, 0.94)):
    soft = {"roughness": 0.45}
    slots = [
        box((s * 0.566, 1.85, -0.3 + 0.1 * i), (0.01, 0.18, 0.05), darker(paint, 0.4))
        for s in (-1, 1)
        for i in range(7)
    ]
    whole = concat_shapes(
        block((0, 0, 0), (1.15, 0.1, 1.15), (0.3, 0.3, 0.31)),
        block((0, 0.1, 0), (1.12, 2.0, 1.1), paint, soft),
        block((0, 0.14, 0.53), (0.76, 1.9, 0.05), darker(paint, 0.85), soft),
        *[box((0, y, 0.56), (0.6, 0.7, 0.012), darker(paint, 0.95), soft) for y in (0.65, 1.45)],
        box((0.28, 1.1, 0.575), (0.07, 0.14, 0.03), (0.9, 0.9, 0.9)),
        box((0.28, 1.22, 0.575), (0.06, 0.04, 0.02), (0.15, 0.65, 0.25)),
        box((0, 1.75, 0.57), (0.24, 0.24, 0.01), roof),
        *[ball((x, 1.82, 0.575), 0.022, paint) for x in (-0.05, 0.05)],
        *[rod((x, 1.68, 0.575), (x, 1.79, 0.575), 0.02, paint) for x in (-0.05, 0.05)],
        *slots,
        block((0, 2.1, 0), (1.2, 0.08, 1.18), roof, soft),
        rod((0, 2.16, -0.58), (0, 2.16, 0.58), 0.14, roof, soft),
        rod((-0.45, 2.1, -0.45), (-0.45, 2.35, -0.45), 0.05, (0.3, 0.3, 0.31)),
    )
    return fitted(whole, width, height, depth)
