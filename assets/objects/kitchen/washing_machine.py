# /// asset
# word = "washing machine"
# synonyms = ["washer", "clothes washer", "laundry machine", "front loader", "front-loading washing machine"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["body"]
# [joints.door]
# hinge = "left"
# reach = 110
# ///
import math

from scene.language import *
from scene.language.modelling import block, carcass, ellipsoid, finish, fitted, moved, rod


@register("the round door with its glass")
def door(radius, look):
    chrome, dark = finish("chrome"), finish("black rubber")
    n = 32
    rim = []
    for i in range(n):
        a, b = 2 * math.pi * i / n, 2 * math.pi * (i + 1) / n
        rim.append(
            rod(
                (radius * math.cos(a), radius * math.sin(a), 0.012),
                (radius * math.cos(b), radius * math.sin(b), 0.012),
                0.022,
                *chrome,
            )
        )
    return concat_shapes(
        *rim,
        rod((0, 0, 0), (0, 0, 0.01), radius, *look),
        rod((0, 0, 0.006), (0, 0, 0.014), radius * 0.82, *dark),
        ellipsoid((0, 0, 0.0), (radius * 0.6, radius * 0.6, 0.05), *finish("dark tinted glass")),
        block((radius * 0.98, -0.055, 0.02), (0.03, 0.11, 0.02), *finish("gray plastic")),
    )


@register("the detergent drawer")
def detergent_drawer(look):
    return concat_shapes(
        block((0, 0, 0), (0.17, 0.08, 0.01), *look),
        block((0, 0.014, 0.004), (0.1, 0.012, 0.012), *finish("gray plastic")),
    )


@register("the program dial")
def dial(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.025), 0.03, *look),
        block((0, -0.002, 0.026), (0.006, 0.03, 0.006), *finish("black plastic")),
    )


@register("a front-loading washing machine")
def washing_machine(*, width=0.6, depth=0.6, height=0.85, body="white metal", paint=None) -> Shape:
    look, gray, chrome = finish(body, paint), finish("light gray plastic"), finish("chrome")
    d, z0 = 0.55, -0.025
    front = z0 + d / 2
    parts = [
        carcass((0, 0.03, z0 - 0.0075), (width, height - 0.03, d - 0.015), 0.012, *look),
        *[
            block((s * (width / 4 + 0.07), 0.03, front - 0.0075), (width / 2 - 0.14, height - 0.03, 0.015), *look)
            for s in (-1, 1)
        ],
        block((0, 0.03, front - 0.0075), (0.28, 0.22, 0.015), *look),
        block((0, 0.53, front - 0.0075), (0.28, height - 0.53, 0.015), *look),
        block((0, height - 0.036, z0), (width + 0.002, 0.006, d + 0.002), *gray),
    ]
    parts += [
        rod((s * 0.25, 0, z0 + t * 0.22), (s * 0.25, 0.03, z0 + t * 0.22), 0.025, *finish("rubber"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(block((0, height - 0.155, front), (width - 0.004, 0.115, 0.006), *gray))
    parts.append(place("detergent_drawer", at=(-0.2, height - 0.14, front + 0.006), look=look))
    parts.append(moved(library_call("dial", look=chrome), (0.02, height - 0.1, front + 0.003)))
    parts += [
        block((0.19, height - 0.125, front + 0.003), (0.13, 0.05, 0.005), *finish("black glass")),
        block((0.175, height - 0.11, front + 0.0032), (0.06, 0.022, 0.006), *finish("lit screen")),
    ]
    parts.append(moved(library_call("door", radius=0.2, look=look), (0, 0.39, front + 0.0115)))
    parts.append(block((0.2, 0.07, front), (0.12, 0.06, 0.004), *gray))
    return fitted(concat_shapes(*parts), width, height, depth)
