# /// asset
# word = "floor cushion"
# synonyms = ["floor pillow", "meditation cushion", "zabuton", "zafu", "floor seat"]
# category = "seating"
# support = "floor"
# colors = ["paint"]
# materials = ["upholstery"]
# [variants]
# shape = {"round" = "round", "circular" = "round", "square" = "square"}
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, pad, ring, rod


@register("the piping along the seam")
def piping(radius, height, look):
    return ring((0, height, 0), radius, 0.006, *look, parts=32)


@register("a square floor cushion with a buttoned middle")
def floor_cushion(
    *, width=0.62, depth=0.62, height=0.16, shape="square", upholstery="navy cotton", paint=None
) -> Shape:
    cloth = finish(upholstery, paint)
    trim = tuple(min(1.0, 0.55 * c + 0.32) for c in cloth[0]), cloth[1]
    if shape == "round":
        parts = [
            rod((0, 0.01, 0), (0, 0.14, 0), 0.25, *cloth),
            ring((0, 0.075, 0), 0.25, 0.07, *cloth, parts=36),
            library_call("piping", radius=0.3, height=0.125, look=trim),
            library_call("piping", radius=0.3, height=0.025, look=trim),
            ellipsoid((0, 0.142, 0), (0.025, 0.01, 0.025), *trim),
        ]
        return fitted(concat_shapes(*parts), width, height, depth)
    spots = [(0.2 * i, 0.2 * j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    parts = [pad((0, 0.01, 0), (0.6, 0.09, 0.6), *cloth, edge=0.05)]
    parts += [pad((x, 0, z), (0.215, 0.14, 0.215), *cloth, edge=0.06) for x, z in spots]
    parts += [ellipsoid((0.1 * s, 0.115, 0.1 * t), (0.014, 0.01, 0.014), *trim) for s in (-1, 1) for t in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
