# /// asset
# word = "backwash chair"
# synonyms = [
#     "hair wash chair", "shampoo bowl", "backwash unit", "hair washing station", "hair wash basin",
#     "shampoo station", "wash basin chair", "shampoo basin", "backwash basin", "hair washing chair",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.5, back = 0.3}
# colors = ["fabric"]
# ///
from scene.language import *
from scene.language.modelling import (
    box,
    darker,
    ellipsoid,
    fitted,
    moved,
    oval_wall,
    pad,
    rod,
    rotated,
    tube,
    upright_pad,
)


@register("a reclined salon chair before a ceramic basin")
def wash_chair(*, width=0.7, height=1.02, depth=1.35, fabric=(0.12, 0.12, 0.13)):
    skin, chrome, white = (fabric, {"roughness": 0.35}), surface("chrome"), ((0.96, 0.96, 0.95), {"roughness": 0.1})
    back = moved(rotated(upright_pad((0, 0, 0), (0.52, 0.5, 0.12), *skin), -0.42, (1, 0, 0)), (0, 0.42, -0.02))
    rest = moved(rotated(pad((0, 0, 0), (0.46, 0.08, 0.4), *skin), 0.5, (1, 0, 0)), (0, 0.27, 0.68))
    whole = concat_shapes(
        box((0, 0.18, 0.2), (0.5, 0.28, 0.48), darker(fabric, 0.8)),
        box((0, 0.02, -0.1), (0.62, 0.04, 1.1), (0.1, 0.1, 0.11)),
        pad((0, 0.32, 0.2), (0.54, 0.13, 0.54), *skin),
        back,
        rest,
        *[box((s * 0.31, 0.5, 0.2), (0.07, 0.06, 0.48), *skin) for s in (-1, 1)],
        *[rod((s * 0.31, 0.06, z), (s * 0.31, 0.48, z), 0.018, *chrome) for s in (-1, 1) for z in (0.02, 0.38)],
        box((0, 0.36, -0.48), (0.34, 0.7, 0.3), *white),
        oval_wall((0, 0.68, -0.44), (0.17, 0.15), (0.29, 0.25), 0.2, *white, thickness=0.03, parts=32),
        ellipsoid((0, 0.7, -0.44), (0.18, 0.025, 0.16), *white),
        rod((0, 0.71, -0.44), (0, 0.728, -0.44), 0.025, *chrome),
        ellipsoid((0, 0.87, -0.2), (0.12, 0.035, 0.05), (0.1, 0.1, 0.11)),
        tube([(0.0, 0.86, -0.68), (0.0, 1.0, -0.68), (0.0, 1.0, -0.58), (0.0, 0.95, -0.55)], 0.014, *chrome),
        *[rod((s * 0.1, 0.87, -0.67), (s * 0.1, 0.92, -0.67), 0.018, *chrome) for s in (-1, 1)],
        tube([(0.18, 0.87, -0.62), (0.24, 0.95, -0.6), (0.26, 0.8, -0.64)], 0.01, *chrome),
        ellipsoid((0.17, 0.9, -0.6), (0.025, 0.03, 0.025), *chrome),
    )
    return fitted(whole, width, height, depth)
