# /// asset
# word = "exercise bike"
# synonyms = ["stationary bike", "spin bike", "exercise bicycle", "indoor bike", "workout bike"]
# category = "sport"
# support = "floor"
# colors = ["frame_color", "metal"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod, rotated


@register("the frame on two floor bars")
def frame(*, length, height, width, frame_color):
    look = (frame_color, {"roughness": 0.3})
    bars = [
        concat_shapes(
            rod((x, 0.035, -width * 0.48), (x, 0.035, width * 0.48), 0.03, (0.15, 0.15, 0.16)),
            *[
                rod((x, 0.035, z * width * 0.45), (x, 0.035, z * width * 0.5), 0.035, (0.05, 0.05, 0.05))
                for z in (-1, 1)
            ],
        )
        for x in (-length * 0.44, length * 0.44)
    ]
    return concat_shapes(
        *bars,
        rod((-length * 0.44, 0.05, 0), (length * 0.44, 0.05, 0), 0.035, *look),
        rod((-length * 0.14, 0.06, 0), (-length * 0.24, height * 0.62, 0), 0.035, *look),
        rod((length * 0.28, 0.06, 0), (length * 0.22, height * 0.76, 0), 0.035, *look),
        rod((-length * 0.2, height * 0.36, 0), (length * 0.25, height * 0.5, 0), 0.035, *look),
    )


@register("the flywheel with its guard")
def flywheel(*, radius, thick, metal, frame_color):
    spokes = loop(
        6,
        lambda i: rotated(
            box(
                (radius * 0.45, 0, 0),
                (radius * 0.8, radius * 0.1, thick * 1.2),
                metal,
                {"metallic": 0.9, "roughness": 0.3},
            ),
            i * 1.0472,
            (0, 0, 1),
        ),
    )
    return concat_shapes(
        rod((0, 0, -thick / 2), (0, 0, thick / 2), radius, metal, {"metallic": 0.9, "roughness": 0.3}),
        rod((0, 0, -thick * 0.55), (0, 0, thick * 0.55), radius * 0.85, (0.2, 0.2, 0.22)),
        spokes,
        rod((0, 0, -thick * 0.8), (0, 0, thick * 0.8), radius * 0.18, frame_color),
    )


@register("the cranks with pedals")
def cranks(*, reach, width, metal):
    def one(side):
        end = (side * reach * 0.5, -side * reach * 0.86, side * width)
        return concat_shapes(
            rod((0, 0, side * width), end, 0.014, metal, {"metallic": 0.9, "roughness": 0.3}),
            box((end[0], end[1], end[2] + side * 0.05), (0.1, 0.025, 0.08), (0.1, 0.1, 0.11)),
        )

    return concat_shapes(
        rod((0, 0, -width), (0, 0, width), 0.018, metal),
        rod((0, 0, width * 0.7), (0, 0, width * 0.85), reach * 0.6, (0.25, 0.25, 0.27)),
        one(1),
        one(-1),
    )


@register("the saddle")
def saddle(*, size):
    return concat_shapes(
        ellipsoid((-size * 0.25, 0, 0), (size * 0.4, size * 0.16, size * 0.4), (0.09, 0.09, 0.1)),
        ellipsoid((size * 0.3, 0, 0), (size * 0.5, size * 0.13, size * 0.15), (0.09, 0.09, 0.1)),
    )


@register("the handlebar and the console")
def handlebar(*, width, reach):
    grips = [
        pipe(
            [
                (0, 0, z * width * 0.12),
                (reach * 0.4, reach * 0.1, z * width * 0.5),
                (reach, reach * 0.3, z * width * 0.5),
                (reach * 1.2, reach * 0.75, z * width * 0.45),
            ],
            0.017,
            (0.1, 0.1, 0.1),
        )
        for z in (-1, 1)
    ]
    screen = moved(
        concat_shapes(
            box((0, 0, 0), (0.03, 0.15, 0.22), (0.15, 0.15, 0.17)),
            box((-0.017, 0.01, 0), (0.004, 0.1, 0.17), (0.35, 0.7, 0.85), {"emission": 0.6}),
        ),
        (reach * 0.25, reach * 0.75, 0),
        -0.35,
        (0, 0, 1),
    )
    return concat_shapes(*grips, screen, rod((0, 0, -width * 0.2), (0, 0, width * 0.2), 0.018, (0.1, 0.1, 0.1)))


@register("an exercise bike with a flywheel, pedals and a console")
def exercise_bike(*, width=1.1, height=1.2, depth=0.52, frame_color=(0.8, 0.18, 0.16), metal=(0.75, 0.76, 0.78)):
    whole = concat_shapes(
        library_call("frame", length=1.1, height=1.1, width=0.5, frame_color=frame_color),
        moved(library_call("flywheel", radius=0.22, thick=0.035, metal=metal, frame_color=frame_color), (0.34, 0.3, 0)),
        moved(library_call("cranks", reach=0.17, width=0.09, metal=metal), (-0.06, 0.36, 0)),
        rod((-0.26, 0.66, 0), (-0.29, 0.83, 0), 0.02, metal),
        moved(library_call("saddle", size=0.17), (-0.29, 0.86, 0)),
        rod((0.24, 0.8, 0), (0.22, 0.95, 0), 0.02, metal),
        moved(library_call("handlebar", width=0.4, reach=0.2), (0.2, 0.95, 0)),
    )
    return fitted(whole, width, height, depth)
