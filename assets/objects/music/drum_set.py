# /// asset
# word = "drum set"
# synonyms = ["drum kit", "drums", "drumset", "percussion set"]
# category = "music"
# support = "floor"
# clearance = {back = 0.6}
# colors = ["lacquer"]
# materials = ["hardware", "cymbals"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("a drum with hoops, lugs and skin, standing")
def drum(*, radius, height, lacquer, hardware):
    look = surface(hardware)
    lugs = loop(
        8,
        lambda i: box(
            (radius * 1.02 * math.cos(i * 0.785), height / 2, radius * 1.02 * math.sin(i * 0.785)),
            (0.014, height * 0.5, 0.014),
            *look,
        ),
    )
    return concat_shapes(
        rod((0, height * 0.05, 0), (0, height * 0.95, 0), radius, lacquer, {"roughness": 0.15, "metallic": 0.2}),
        *[rod((0, y * height, 0), (0, (y + 0.09) * height, 0), radius * 1.04, *look) for y in (0.0, 0.91)],
        rod((0, height, 0), (0, height * 1.004, 0), radius * 0.98, (0.96, 0.95, 0.92)),
        lugs,
    )


@register("a cymbal on a stand with three feet")
def cymbal_stand(*, height, radius, tilt, cymbals, hardware):
    look = surface(hardware)
    plate = concat_shapes(
        ellipsoid((0, 0, 0), (radius, radius * 0.06, radius), *surface(cymbals)),
        ellipsoid((0, radius * 0.06, 0), (radius * 0.22, radius * 0.08, radius * 0.22), *surface(cymbals)),
    )
    feet = loop(
        3,
        lambda i: rod(
            (0, height * 0.28, 0), (0.2 * math.cos(i * 2.094), 0.012, 0.2 * math.sin(i * 2.094)), 0.01, *look
        ),
    )
    return concat_shapes(
        rod((0, height * 0.1, 0), (0, height, 0), 0.011, *look),
        feet,
        moved(plate, (0, height, 0), tilt, (1, 0, 0.4)),
        ellipsoid((0, height + 0.02, 0), (0.014,) * 3, *look),
    )


@register("legs of a standing drum")
def tripod(*, height, reach, hardware):
    return loop(
        3,
        lambda i: rod(
            (reach * math.cos(i * 2.094 + 0.5), 0.0, reach * math.sin(i * 2.094 + 0.5)),
            (reach * 0.9 * math.cos(i * 2.094 + 0.5), height, reach * 0.9 * math.sin(i * 2.094 + 0.5)),
            0.01,
            *surface(hardware),
        ),
    )


@register("a drum set with bass drum, toms, snare and cymbals")
def drum_set(*, width=1.7, height=1.3, depth=1.2, lacquer=(0.75, 0.14, 0.16), hardware="chrome", cymbals="brass"):
    kick = moved(
        library_call("drum", radius=0.28, height=0.42, lacquer=lacquer, hardware=hardware),
        (0, 0.3, -0.1),
        math.pi / 2,
        (1, 0, 0),
    )
    badge = concat_shapes(
        rod((0, 0.3, 0.321), (0, 0.3, 0.325), 0.12, (0.1, 0.1, 0.11)),
        rod((0, 0.3, 0.322), (0, 0.3, 0.327), 0.085, (0.96, 0.95, 0.92)),
    )
    toms = [
        moved(
            library_call("drum", radius=0.15, height=0.2, lacquer=lacquer, hardware=hardware),
            (x * 0.2, 0.66, 0.05),
            -0.25,
            (1, 0, 0),
        )
        for x in (-1, 1)
    ]
    floor_tom = moved(
        concat_shapes(
            moved(library_call("drum", radius=0.2, height=0.36, lacquer=lacquer, hardware=hardware), (0, 0.24, 0)),
            library_call("tripod", height=0.4, reach=0.22, hardware=hardware),
        ),
        (-0.55, 0, -0.2),
    )
    snare = moved(
        concat_shapes(
            moved(
                library_call("drum", radius=0.17, height=0.14, lacquer=(0.85, 0.85, 0.87), hardware=hardware),
                (0, 0.5, 0),
            ),
            library_call("tripod", height=0.5, reach=0.15, hardware=hardware),
        ),
        (0.46, 0, -0.25),
    )
    stands = [
        moved(
            library_call("cymbal_stand", height=h, radius=r, tilt=tilt, cymbals=cymbals, hardware=hardware),
            (x, 0, back),
        )
        for x, back, h, r, tilt in (
            (-0.62, 0.2, 1.2, 0.24, 0.25),
            (0.62, 0.18, 1.28, 0.22, 0.25),
            (0.72, -0.28, 0.85, 0.17, 0.0),
        )
    ]
    seat = moved(
        concat_shapes(
            rod((0, 0.42, 0), (0, 0.5, 0), 0.16, (0.1, 0.1, 0.11)),
            library_call("tripod", height=0.42, reach=0.16, hardware=hardware),
        ),
        (0.05, 0, -0.62),
    )
    whole = concat_shapes(
        kick,
        badge,
        *toms,
        rod((0, 0.5, 0.05), (0, 0.74, 0.0), 0.016, *surface(hardware)),
        rod((-0.16, 0.74, 0.02), (0.16, 0.74, 0.02), 0.013, *surface(hardware)),
        floor_tom,
        snare,
        *stands,
        seat,
    )
    return fitted(whole, width, height, depth)
