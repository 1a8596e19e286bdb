# /// asset
# word = "treadmill"
# synonyms = ["running machine", "electric treadmill", "vr treadmill", "walking machine"]
# category = "sport"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["frame_color", "accent"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, rotated


@register("the deck with its belt and side rails")
def deck(*, width, depth, height, frame_color):
    look = (frame_color, {"roughness": 0.45})
    stripes = [
        box((0, height + 0.005, depth * (-0.36 + 0.12 * i)), (width * 0.1, 0.002, depth * 0.03), (0.4, 0.4, 0.42))
        for i in range(7)
    ]
    return concat_shapes(
        box((0, height * 0.55, 0), (width * 0.8, height * 0.7, depth), *look),
        box((0, height, 0), (width * 0.66, 0.01, depth * 0.96), (0.06, 0.06, 0.07), {"roughness": 0.95}),
        *[
            box(
                (x * width * 0.41, height * 0.65, 0),
                (width * 0.17, height * 0.8, depth * 0.996),
                (0.6, 0.61, 0.63),
                {"metallic": 0.5, "roughness": 0.4},
            )
            for x in (-1, 1)
        ],
        box((0, height * 0.9, -depth * 0.43), (width, height * 1.5, depth * 0.16), *look),
        rod(
            (-width * 0.34, height * 0.7, depth * 0.49),
            (width * 0.34, height * 0.7, depth * 0.49),
            height * 0.36,
            (0.12, 0.12, 0.13),
        ),
        *[
            rod(
                (x * width * 0.36, 0, z * depth * 0.42),
                (x * width * 0.36, height * 0.4, z * depth * 0.42),
                0.03,
                (0.05, 0.05, 0.05),
            )
            for x in (-1, 1)
            for z in (-1, 1)
        ],
        *stripes,
    )


@register("the uprights and the handrails")
def uprights(*, width, depth, height, frame_color):
    look = (frame_color, {"roughness": 0.45})
    return concat_shapes(
        *[
            concat_shapes(
                rod(
                    (x * width * 0.46, 0.08, -depth * 0.4),
                    (x * width * 0.44, height * 0.96, -depth * 0.26),
                    0.028,
                    *look,
                ),
                rod(
                    (x * width * 0.44, height * 0.76, -depth * 0.28),
                    (x * width * 0.44, height * 0.68, depth * 0.1),
                    0.02,
                    (0.1, 0.1, 0.1),
                ),
                ellipsoid((x * width * 0.44, height * 0.68, depth * 0.1), (0.024,) * 3, (0.1, 0.1, 0.1)),
            )
            for x in (-1, 1)
        ]
    )


@register("the console with its screen")
def console(*, width, height, accent):
    panel = concat_shapes(
        box((0, 0, 0), (width, height, 0.06), (0.14, 0.14, 0.16)),
        box((0, height * 0.12, 0.032), (width * 0.62, height * 0.55, 0.004), (0.25, 0.55, 0.75), {"emission": 0.6}),
        *[
            box(
                (width * (-0.22 + 0.09 * i), height * 0.02 + height * 0.1 * (i % 3), 0.036),
                (width * 0.05, height * (0.1 + 0.08 * (i % 4)), 0.002),
                (0.95, 0.97, 1.0),
                {"emission": 0.8},
            )
            for i in range(6)
        ],
        *[
            rod((width * x, -height * 0.32, 0.03), (width * x, -height * 0.32, 0.042), height * 0.07, tone)
            for x, tone in ((-0.2, (0.3, 0.75, 0.4)), (0.0, accent), (0.2, (0.9, 0.8, 0.3)))
        ],
    )
    return rotated(panel, -0.5, (1, 0, 0))


@register("a treadmill with a running belt, handrails and a console")
def treadmill(*, width=0.8, height=1.4, depth=1.75, frame_color=(0.2, 0.21, 0.23), accent=(0.85, 0.25, 0.2)):
    whole = concat_shapes(
        library_call("deck", width=width, depth=depth, height=0.14, frame_color=frame_color),
        library_call("uprights", width=width, depth=depth, height=height, frame_color=frame_color),
        moved(library_call("console", width=width * 0.9, height=0.3, accent=accent), (0, height * 0.93, -depth * 0.26)),
        box((0, 0.2, -depth * 0.34), (width * 0.5, 0.02, 0.004), accent),
    )
    return fitted(whole, width, height, depth)
