# /// asset
# word = "dog crate"
# synonyms = ["pet crate", "wire crate", "dog cage", "wire dog crate", "pet cage"]
# stands_for = ["rabbit cage", "rabbit hutch", "pet carrier", "hamster cage"]
# category = "pets"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["cushion"]
# materials = ["wire"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, rod, tinted, tube


@register("a wall of wire")
def grid(*, width, height, look):
    n, m = round(width / 0.05), round(height / 0.14)
    bars = [
        rod((-width / 2 + width * i / n, 0, 0), (-width / 2 + width * i / n, height, 0), 0.003, *look)
        for i in range(n + 1)
    ]
    rails = [
        rod((-width / 2, height * k / m, 0.002), (width / 2, height * k / m, 0.002), 0.0045, *look)
        for k in range(m + 1)
    ]
    return concat_shapes(*bars, *rails)


@register("the door with its latch")
def door(*, look):
    frame = [(-0.17, 0.05, 0), (-0.17, 0.5, 0), (0.17, 0.5, 0), (0.17, 0.05, 0), (-0.17, 0.05, 0)]
    return concat_shapes(
        tube(frame, 0.007, *look),
        rod((0.1, 0.29, 0.004), (0.24, 0.29, 0.004), 0.007, *surface("steel")),
        rod((0.13, 0.29, 0.004), (0.13, 0.26, 0.02), 0.006, *surface("steel")),
    )


@register("the tray and the cushion")
def inside(*, cushion):
    soft = {"roughness": 0.97}
    rim = [ellipsoid((s * 0.21, 0.075, 0), (0.06, 0.05, 0.36), tinted(cushion, 1.2), soft) for s in (-1, 1)]
    rim += [ellipsoid((0, 0.075, s * 0.34), (0.23, 0.05, 0.06), tinted(cushion, 1.2), soft) for s in (-1, 1)]
    return concat_shapes(
        box((0, 0.016, 0), (0.57, 0.02, 0.83), (0.12, 0.12, 0.13)),
        ellipsoid((0, 0.055, 0), (0.25, 0.04, 0.38), cushion, soft),
        *rim,
    )


@register("a wire dog crate with a door, a latch, a carrying handle and a cushion")
def dog_crate(*, width=0.6, height=0.68, depth=0.88, cushion=(0.55, 0.42, 0.32), wire="black metal"):
    look = finish(wire)
    w, h, d = 0.6, 0.64, 0.86
    front = library_call("grid", width=w, height=h, look=look)
    flank = library_call("grid", width=d, height=h, look=look)
    top = moved(library_call("grid", width=w, height=d, look=look), (0, h, -d / 2), math.pi / 2, (1, 0, 0))
    whole = concat_shapes(
        *[moved(front, (0, 0.006, s * d / 2)) for s in (-1, 1)],
        *[moved(flank, (s * w / 2, 0.006, 0), math.pi / 2) for s in (-1, 1)],
        top,
        moved(library_call("door", look=look), (0, 0.05, d / 2 + 0.009)),
        tube([(-0.09, h, 0), (-0.08, h + 0.04, 0), (0.08, h + 0.04, 0), (0.09, h, 0)], 0.01, (0.3, 0.3, 0.32)),
        library_call("inside", cushion=cushion),
    )
    return fitted(whole, width, height, depth)
