# /// asset
# word = "high chair"
# synonyms = ["highchair", "baby chair", "feeding chair", "baby high chair", "toddler high chair"]
# stands_for = ["booster seat"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["cloth"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the splayed legs with a footrest")
def legs_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[rod((x * 0.25, 0, z * 0.27), (x * 0.14, 0.56, z * 0.13), 0.019, *look) for x in (-1, 1) for z in (-1, 1)],
        *[rod((-0.22, 0.18, z * 0.22), (0.22, 0.18, z * 0.22), 0.012, *look) for z in (-1, 1)],
        box((0, 0.27, 0.22), (0.32, 0.02, 0.1), *look),
    )


@register("the seat with its back and the tray")
def seat_part(*, cloth):
    plastic = {"roughness": 0.3}
    sides = [
        moved(box((s * 0.17, 0.66, 0), (0.025, 0.18, 0.3), (0.95, 0.95, 0.94), plastic), (0, 0, 0)) for s in (-1, 1)
    ]
    tray = concat_shapes(
        box((0, 0.74, 0.17), (0.46, 0.02, 0.26), (0.97, 0.97, 0.96), plastic),
        *[box((s * 0.225, 0.755, 0.17), (0.014, 0.03, 0.26), (0.97, 0.97, 0.96), plastic) for s in (-1, 1)],
        box((0, 0.755, 0.295), (0.46, 0.03, 0.014), (0.97, 0.97, 0.96), plastic),
    )
    return concat_shapes(
        box((0, 0.575, 0), (0.34, 0.04, 0.32), (0.95, 0.95, 0.94), plastic),
        ellipsoid((0, 0.6, 0), (0.15, 0.03, 0.14), cloth),
        moved(box((0, 0.2, 0), (0.34, 0.42, 0.03), (0.95, 0.95, 0.94), plastic), (0, 0.58, -0.15), -0.14, (1, 0, 0)),
        moved(ellipsoid((0, 0.2, 0.025), (0.14, 0.17, 0.025), cloth), (0, 0.58, -0.15), -0.14, (1, 0, 0)),
        *sides,
        tray,
    )


@register("a baby's high chair with a tray")
def high_chair(*, width=0.55, height=1.0, depth=0.6, cloth=(0.45, 0.68, 0.66), wood="beech"):
    whole = concat_shapes(library_call("legs_part", wood=wood), library_call("seat_part", cloth=cloth))
    return fitted(whole, width, height, depth)
