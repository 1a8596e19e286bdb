# /// asset
# word = "tire swing"
# synonyms = ["tyre swing", "swing made of a tire"]
# stands_for = ["rope swing", "tree swing"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, finish, fitted, hoop, moved, rod, tube


@register("the wooden frame")
def frame(*, look):
    legs = [beam((x * 0.86, 0, z * 0.62), (x * 0.72, 2.12, 0), (0.09, 0.09), *look) for x in (-1, 1) for z in (-1, 1)]
    ties = [beam((x * 0.81, 0.75, -0.42), (x * 0.81, 0.75, 0.42), (0.07, 0.07), *look) for x in (-1, 1)]
    return concat_shapes(*legs, *ties, beam((-0.95, 2.15, 0), (0.95, 2.15, 0), (0.13, 0.13), *look))


@register("the hanging tire")
def tire_part():
    rubber = surface("rubber")
    tread = []
    for i in range(30):
        a = 2 * math.pi * i / 30
        block = box((0, 0, 0), (0.05, 0.05, 0.15), (0.11, 0.11, 0.115), {"roughness": 0.95})
        tread.append(moved(block, (0.305 * math.cos(a), 0.305 * math.sin(a), 0), a, (0, 0, 1)))
    return concat_shapes(
        *[hoop(0.255, 0.062, *rubber, center=(0, 0, z), axis=(0, 0, 1), parts=32) for z in (-0.035, 0.035)],
        *[hoop(0.215, 0.016, (0.2, 0.2, 0.21), center=(0, 0, z), axis=(0, 0, 1), parts=32) for z in (-0.085, 0.085)],
        *[hoop(0.262, 0.006, (0.9, 0.9, 0.88), center=(0, 0, z), axis=(0, 0, 1), parts=32) for z in (-0.095, 0.095)],
        *tread,
    )


@register("the rope that carries it")
def ropes():
    rope = surface("rope")
    return concat_shapes(
        rod((0, 1.3, 0), (0, 2.1, 0), 0.018, *rope),
        *[
            tube(
                [(0, 1.32, 0), (0.03 * s, 1.12, 0.1 * s), (0.05 * s, 0.93, 0.115 * s), (0.05 * s, 0.84, 0.03 * s)],
                0.016,
                *rope,
            )
            for s in (-1, 1)
        ],
        ellipsoid((0, 1.31, 0), (0.04, 0.05, 0.04), *rope),
        *[hoop(0.098, 0.018, *rope, center=(0, 2.15, 0), axis=(1, 0, 0), parts=16)],
    )


@register("a tire hung by ropes from a wooden frame as a swing")
def tire_swing(*, width=2.0, height=2.25, depth=1.4, paint=None, wood="pine"):
    whole = concat_shapes(
        library_call("frame", look=finish(wood, paint)),
        moved(library_call("tire_part"), (0, 0.72, 0)),
        library_call("ropes"),
    )
    return fitted(whole, width, height, depth)
