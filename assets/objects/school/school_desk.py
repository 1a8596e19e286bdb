# /// asset
# word = "school desk"
# synonyms = ["student desk", "pupil's desk", "classroom desk"]
# category = "school"
# support = "floor"
# clearance = {back = 0.4}
# colors = ["paint", "frame_color"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, pipe, rod, rotated


@register("the desk top with its book box")
def desk_top(*, width, depth, height, look):
    tray = [
        box((0, height - 0.12, 0), (width * 0.86, 0.008, depth * 0.8), (0.6, 0.62, 0.64)),
        *[box((x * width * 0.43, height - 0.075, 0), (0.008, 0.09, depth * 0.8), (0.6, 0.62, 0.64)) for x in (-1, 1)],
    ]
    things = [
        box((-width * 0.16, height + 0.012, 0.0), (width * 0.3, 0.024, depth * 0.5), (0.75, 0.25, 0.22)),
        box((-width * 0.16, height + 0.025, 0.0), (width * 0.2, 0.002, depth * 0.1), (0.97, 0.95, 0.88)),
        rod(
            (width * 0.14, height + 0.006, -depth * 0.1),
            (width * 0.34, height + 0.006, depth * 0.14),
            0.005,
            (0.95, 0.75, 0.15),
        ),
    ]
    return concat_shapes(box((0, height - 0.012, 0), (width, 0.024, depth), *look), *tray, *things)


@register("the seat and back")
def seat(*, width, depth, height, look):
    return concat_shapes(
        box((0, height, 0), (width, 0.018, depth), *look),
        moved(box((0, 0.1, 0), (width, 0.17, 0.016), *look), (0, height + 0.2, depth * 0.56), 0.14, (1, 0, 0)),
    )


@register("the bent steel frame")
def frame(*, width, desk_height, seat_height, reach, frame_color):
    look = (frame_color, {"roughness": 0.35, "metallic": 0.4})
    desk = [
        pipe(
            [
                (x * width * 0.42, desk_height - 0.03, -reach * 0.2),
                (x * width * 0.42, 0.02, -reach * 0.38),
                (x * width * 0.42, 0.02, reach * 0.95),
            ],
            0.014,
            *look,
        )
        for x in (-1, 1)
    ]
    chair = [
        pipe([(x * width * 0.3, seat_height, reach * 0.52), (x * width * 0.36, 0.02, reach * 0.5)], 0.013, *look)
        for x in (-1, 1)
    ] + [
        pipe(
            [
                (x * width * 0.3, seat_height + 0.36, reach * 1.0),
                (x * width * 0.3, seat_height, reach * 0.86),
                (x * width * 0.4, 0.02, reach * 0.95),
            ],
            0.013,
            *look,
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        *desk,
        *chair,
        rod((-width * 0.42, 0.02, -reach * 0.36), (width * 0.42, 0.02, -reach * 0.36), 0.012, *look),
        rod((-width * 0.36, 0.02, reach * 0.94), (width * 0.36, 0.02, reach * 0.94), 0.012, *look),
    )


@register("a school desk joined to its seat, with a book and a pencil")
def school_desk(*, width=0.65, height=0.82, depth=0.95, paint=None, frame_color=(0.25, 0.35, 0.45), wood="beech"):
    look = finish(wood, paint)
    whole = concat_shapes(
        moved(library_call("desk_top", width=0.62, depth=0.45, height=0.74, look=look), (0, 0, -0.1)),
        moved(library_call("seat", width=0.4, depth=0.36, height=0.44, look=look), (0, 0, 0.4)),
        library_call("frame", width=0.6, desk_height=0.72, seat_height=0.44, reach=0.6, frame_color=frame_color),
    )
    turned_whole = rotated(whole, math.pi)
    return fitted(turned_whole, width, height, depth)
