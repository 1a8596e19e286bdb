# /// asset
# word = "adirondack chair"
# synonyms = [
#     "lawn chair", "porch chair", "muskoka chair",
#     "outdoor armchair",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, stretched


@register("the seat and the fanned back")
def slats(*, look):
    seat = [box((0, 0.34 - 0.022 * i, 0.3 - 0.085 * i), (0.54, 0.02, 0.075), *look) for i in range(6)]
    back = []
    for i in range(-3, 4):
        slat = box((0, 0.36 - 0.012 * i * i, 0), (0.075, 0.76 - 0.024 * i * i, 0.02), *look)
        back.append(moved(moved(slat, (0.075 * i, 0, 0), -0.035 * i, (0, 0, 1)), (0, 0.2, -0.16), -0.4, (1, 0, 0)))
    return concat_shapes(
        *seat, *back, moved(box((0, 0.42, -0.02), (0.6, 0.06, 0.02), *look), (0, 0.2, -0.16), -0.4, (1, 0, 0))
    )


@register("a side with its arm")
def side_part(*, look):
    return concat_shapes(
        box((0.29, 0.29, 0.32), (0.04, 0.58, 0.09), *look),
        moved(box((0, 0, 0), (0.035, 0.1, 0.95), *look), (0.255, 0.18, -0.02), -0.3, (1, 0, 0)),
        box((0.3, 0.29, -0.22), (0.035, 0.58, 0.08), *look),
        box((0.31, 0.59, 0.03), (0.14, 0.024, 0.72), *look),
    )


@register("a slatted garden chair with broad arms")
def adirondack_chair(*, width=0.78, height=0.95, depth=0.9, paint=None, wood="cedar"):
    look = finish(wood, paint)
    side = library_call("side_part", look=look)
    whole = concat_shapes(library_call("slats", look=look), side, stretched(side, (-1, 1, 1)))
    return fitted(whole, width, height, depth)
