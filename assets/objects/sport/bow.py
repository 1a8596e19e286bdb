# /// asset
# word = "bow and arrow"
# synonyms = ["archery bow", "longbow", "bow and arrows", "recurve bow", "hunting bow"]
# category = "sport"
# support = "wall"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import arc, box, cone, finish, fitted, rod, tube


@register("a bow with its string and an arrow")
def bow(*, width=0.85, height=1.45, depth=0.05, paint=None, wood="walnut"):
    look = finish(wood, paint)
    limb = [(x, y, 0) for x, y in arc(1.15, -0.65, 0.65, 17, (-0.9, 0))]
    tips = [(limb[0][0] - 0.02, limb[0][1] - 0.03, 0), (limb[-1][0] - 0.02, limb[-1][1] + 0.03, 0)]
    curls = [
        [(x, s * abs(y), 0), (x, s * (abs(y) + 0.05), 0), (x + 0.05, s * (abs(y) + 0.1), 0)]
        for s, (x, y, _) in ((-1, limb[0]), (1, limb[-1]))
    ]
    vanes = [box((-0.43, s * 0.016, 0), (0.1, 0.028, 0.004), (0.85, 0.2, 0.15)) for s in (-1, 1)]
    whole = concat_shapes(
        tube(limb, 0.014, *look),
        *[tube(points, 0.011, *look) for points in curls],
        rod((0.25, -0.09, 0), (0.25, 0.09, 0), 0.022, (0.2, 0.12, 0.08), {"roughness": 0.9}),
        rod(*tips, 0.003, (0.93, 0.91, 0.85)),
        rod((-0.5, 0, 0.0), (0.42, 0, 0.0), 0.006, (0.82, 0.68, 0.45)),
        cone((0.4, 0, 0), (0.47, 0, 0), 0.014, (0.4, 0.4, 0.42)),
        *vanes,
    )
    return fitted(whole, width, height, depth)
