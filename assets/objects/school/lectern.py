# /// asset
# word = "lectern"
# synonyms = ["podium", "pulpit", "speaker's stand", "rostrum", "teaching lectern"]
# category = "school"
# support = "floor"
# clearance = {back = 0.6}
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, pipe, rod, rotated


@register("the column on its plinth, a panel on its front")
def column(*, width, height, depth, look):
    dark = (darker(look[0], 0.7), look[1])
    return concat_shapes(
        box((0, height * 0.03, 0), (width, height * 0.06, depth), *dark),
        box((0, height * 0.08, 0), (width * 0.86, height * 0.04, depth * 0.86), *look),
        box((0, height * 0.5, 0), (width * 0.7, height * 0.86, depth * 0.62), *look),
        box((0, height * 0.5, depth * 0.31), (width * 0.48, height * 0.62, 0.016), *dark),
        ellipsoid((0, height * 0.62, depth * 0.32), (width * 0.12, width * 0.12, 0.01), *surface("brass")),
    )


@register("the sloping desk with its ledge")
def sloping_desk(*, width, depth, look):
    return concat_shapes(
        box((0, 0, 0), (width, 0.03, depth), *look),
        box((0, 0.025, -depth * 0.48), (width, 0.04, 0.025), *look),
        *[box((x * width * 0.49, 0.0, 0), (0.02, 0.05, depth), *look) for x in (-1, 1)],
    )


@register("an open book")
def open_pages(*, width, depth):
    halves = [
        rotated(
            concat_shapes(
                box((x * width * 0.25, 0.012, 0), (width * 0.48, 0.022, depth), (0.97, 0.95, 0.9)),
                *[
                    box(
                        (x * width * 0.25, 0.0235, depth * (-0.36 + 0.12 * i)),
                        (width * 0.36, 0.001, depth * 0.03),
                        (0.35, 0.35, 0.37),
                    )
                    for i in range(7)
                ],
            ),
            x * 0.08,
            (0, 0, 1),
        )
        for x in (-1, 1)
    ]
    return concat_shapes(*halves, box((0, 0.002, 0), (width * 1.04, 0.004, depth * 1.04), (0.45, 0.12, 0.14)))


@register("a microphone on a gooseneck")
def gooseneck(*, height):
    path = [(0, 0, 0), (0, height * 0.5, 0.01), (0, height * 0.8, -0.03), (0, height * 0.92, -0.09)]
    return concat_shapes(
        pipe(path, 0.006, (0.2, 0.2, 0.22)),
        ellipsoid((0, height * 0.95, -0.115), (0.018, 0.018, 0.035), (0.12, 0.12, 0.13)),
        rod((0, 0, 0), (0, 0.012, 0), 0.02, (0.15, 0.15, 0.16)),
    )


@register("a wooden lectern with an open book and a microphone")
def lectern(*, width=0.6, height=1.35, depth=0.55, paint=None, wood="walnut"):
    look, top = finish(wood, paint), 1.02
    desk = moved(
        concat_shapes(
            library_call("sloping_desk", width=0.6, depth=0.46, look=look),
            moved(library_call("open_pages", width=0.38, depth=0.26), (0, 0.016, -0.04), math.pi),
        ),
        (0, top + 0.04, 0),
        -0.42,
        (1, 0, 0),
    )
    whole = concat_shapes(
        library_call("column", width=0.52, height=top, depth=0.5, look=look),
        desk,
        moved(library_call("gooseneck", height=0.28), (0.2, top + 0.1, 0.14)),
    )
    return fitted(whole, width, height, depth)
