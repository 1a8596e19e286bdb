# /// asset
# word = "fitting room"
# synonyms = [
#     "changing room", "fitting booth", "changing booth", "dressing cubicle", "changing cubicle", "changing cabin",
#     "dressing booth", "fitting cubicle",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 0.9}
# colors = ["paint", "curtain"]
# materials = ["panel"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, hoop, moved, pipe, rod


@register("the three walls with a mirror, a hook and a seat")
def cabin(*, look):
    dark = (darker(look[0], 0.8), look[1])
    return concat_shapes(
        block((0, 0.12, -0.52), (1.1, 2.0, 0.04), *look),
        *[block((s * 0.53, 0.12, 0), (0.04, 2.0, 1.0), *look) for s in (-1, 1)],
        *[block((s * 0.53, 0, z), (0.05, 2.16, 0.05), *dark) for s in (-1, 1) for z in (-0.52, 0.52)],
        block((0, 2.08, 0.52), (1.04, 0.08, 0.05), *dark),
        box((0.05, 1.15, -0.497), (0.55, 1.5, 0.012), *dark),
        box((0.05, 1.15, -0.49), (0.49, 1.44, 0.012), *finish("mirror")),
        block((0.36, 0.42, -0.3), (0.28, 0.04, 0.4), *dark),
        *[pipe([(-0.51, 1.7, z), (-0.44, 1.69, z), (-0.43, 1.73, z)], 0.01, *finish("chrome")) for z in (-0.2, 0.1)],
    )


@register("the curtain drawn half way on its rail")
def drape(*, curtain):
    soft = {"roughness": 0.95}
    folds = []
    for i in range(9):
        x = -0.46 + 0.055 * i
        folds.append(rod((x, 0.16, 0.5), (x, 1.98, 0.5), 0.036, curtain if i % 2 else darker(curtain, 0.9), soft))
    rings = [
        moved(hoop(0.024, 0.004, *finish("chrome"), axis=(1, 0, 0), parts=12), (-0.46 + 0.11 * i, 2.0, 0.5))
        for i in range(5)
    ]
    return concat_shapes(*folds, *rings, rod((-0.52, 2.0, 0.5), (0.52, 2.0, 0.5), 0.014, *finish("chrome")))


@register("a fitting room with a curtain, a mirror and a seat")
def fitting_room(*, width=1.12, height=2.16, depth=1.1, panel="light oak", paint=None, curtain=(0.5, 0.12, 0.2)):
    whole = concat_shapes(library_call("cabin", look=finish(panel, paint)), library_call("drape", curtain=curtain))
    return fitted(whole, width, height, depth)
