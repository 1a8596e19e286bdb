# /// asset
# word = "microphone"
# synonyms = ["condenser microphone", "studio microphone", "mic", "desktop microphone",
#   "recording microphone"]
# category = "electronics"
# support = "surface"
# colors = ["body_color", "trim"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, moved, pipe, rod


@register("the desk stand")
def desk_stand(*, radius, height, trim):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.06, 0), radius, trim),
        ellipsoid((0, height * 0.06, 0), (radius * 0.9, height * 0.04, radius * 0.9), trim),
        rod((0, 0, 0), (0, height, 0), radius * 0.09, *surface("chrome")),
    )


@register("the capsule with its wire mesh")
def capsule(*, radius, height, body_color, trim):
    metal = {"metallic": 0.9, "roughness": 0.3}
    hoops = [
        rod((0, height * y, 0), (0, height * (y + 0.012), 0), radius * 1.02, darker(body_color, 0.6), metal)
        for y in (0.56, 0.62, 0.68, 0.74, 0.8)
    ]
    ribs = loop(
        16,
        lambda i: rod(
            (radius * math.cos(i * 0.3927), height * 0.5, radius * math.sin(i * 0.3927)),
            (radius * math.cos(i * 0.3927), height * 0.86, radius * math.sin(i * 0.3927)),
            radius * 0.035,
            darker(body_color, 0.6),
            metal,
        ),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.46, 0), radius * 0.92, trim, {"roughness": 0.4}),
        rod((0, height * 0.45, 0), (0, height * 0.51, 0), radius * 1.06, body_color, metal),
        rod((0, height * 0.5, 0), (0, height * 0.86, 0), radius * 0.94, (0.4, 0.41, 0.43), metal),
        ellipsoid((0, height * 0.86, 0), (radius, height * 0.14, radius), (0.5, 0.51, 0.53), metal),
        hoops[0],
        *hoops[1:],
        ribs,
        ellipsoid(
            (0, height * 0.25, radius * 0.9),
            (radius * 0.18, radius * 0.18, radius * 0.1),
            (0.9, 0.3, 0.25),
            {"emission": 0.8},
        ),
    )


@register("the fork that holds the capsule")
def yoke(*, radius, height, trim):
    path = [
        (-radius * 1.25, height * 0.5, 0),
        (-radius * 1.25, 0, 0),
        (-radius * 0.5, -height * 0.16, 0),
        (radius * 0.5, -height * 0.16, 0),
        (radius * 1.25, 0, 0),
        (radius * 1.25, height * 0.5, 0),
    ]
    return concat_shapes(
        pipe(path, radius * 0.1, trim),
        *[
            rod((side * radius * 0.9, height * 0.45, 0), (side * radius * 1.5, height * 0.45, 0), radius * 0.2, trim)
            for side in (-1, 1)
        ],
    )


@register("a studio microphone on a round desk stand")
def microphone(*, width=0.14, height=0.27, body_color=(0.75, 0.76, 0.78), trim=(0.12, 0.12, 0.13)):
    radius, base = width * 0.21, height * 0.33
    return concat_shapes(
        library_call("desk_stand", radius=width / 2, height=base, trim=trim),
        moved(
            library_call("capsule", radius=radius, height=height * 0.57, body_color=body_color, trim=trim),
            (0, height * 0.43, 0),
        ),
        moved(library_call("yoke", radius=radius, height=height * 0.48, trim=trim), (0, height * 0.4, 0)),
    )
