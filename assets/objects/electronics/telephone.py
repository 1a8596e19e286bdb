# /// asset
# word = "telephone"
# synonyms = ["phone", "desk phone", "landline", "rotary phone", "vintage telephone", "office phone"]
# stands_for = ["fax machine", "fax", "intercom"]
# category = "electronics"
# support = "surface"
# colors = ["shell", "dial_plate"]
# materials = ["metal"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, pipe, rod


@register("the sloping body with its cradle")
def phone_body(*, width, depth, height, shell):
    look = (shell, {"roughness": 0.2})
    steps = [
        box(
            (0, height * (0.016 + 0.032 * i), -depth * 0.008 * i),
            (width * (1 - 0.014 * i), height * 0.034, depth * (1 - 0.028 * i)),
            *look,
        )
        for i in range(23)
    ]
    prongs = [
        box((x * width * 0.22, height * 0.82, -depth * 0.16), (width * 0.08, height * 0.26, depth * 0.2), *look)
        for x in (-1, 1)
    ]
    return concat_shapes(*steps, *prongs)


@register("the finger dial with ten holes")
def dial(*, radius, dial_plate, metal):
    holes = loop(
        10,
        lambda i: rod(
            (radius * 0.68 * math.cos(i * 0.56 - 0.6), radius * 0.05, radius * 0.68 * math.sin(i * 0.56 - 0.6)),
            (radius * 0.68 * math.cos(i * 0.56 - 0.6), radius * 0.16, radius * 0.68 * math.sin(i * 0.56 - 0.6)),
            radius * 0.17,
            (0.12, 0.12, 0.13),
        ),
    )
    return concat_shapes(
        rod((0, 0, 0), (0, radius * 0.12, 0), radius, *surface(metal)),
        rod((0, radius * 0.1, 0), (0, radius * 0.14, 0), radius * 0.94, dial_plate),
        holes,
        rod((0, radius * 0.1, 0), (0, radius * 0.18, 0), radius * 0.36, *surface(metal)),
    )


@register("the handset")
def handset(*, length, thick, shell):
    look = (shell, {"roughness": 0.2})
    arc = [(length * 0.5 * math.sin(a), thick * 1.7 * math.cos(a) - thick * 0.6, 0) for a in np.linspace(-1.2, 1.2, 7)]
    ends = [
        concat_shapes(
            rod((x * length * 0.45, -thick * 1.1, 0), (x * length * 0.45, thick * 0.3, 0), thick * 1.25, *look),
            ellipsoid((x * length * 0.45, thick * 0.3, 0), (thick * 1.25, thick * 0.5, thick * 1.25), *look),
        )
        for x in (-1, 1)
    ]
    return concat_shapes(pipe(arc, thick * 0.7, *look), *ends)


@register("the coiled cord")
def cord(*, start, end, shell):
    count = 22

    def at(t):
        sag = math.sin(math.pi * t)
        return (
            start[0] + (end[0] - start[0]) * t - 0.03 * sag,
            start[1] + (end[1] - start[1]) * t,
            start[2] + (end[2] - start[2]) * t,
        )

    return loop(
        count,
        lambda i: rod(at(i / count), tuple(c + 0.003 for c in at((i + 0.5) / count)), 0.007, darker(shell, 0.75)),
    )


@register("a telephone with a handset on a cradle and a dial")
def telephone(
    *, width=0.24, height=0.17, depth=0.21, shell=(0.75, 0.14, 0.13), dial_plate=(0.95, 0.94, 0.9), metal="chrome"
):
    tilt = rotation_matrix(math.radians(33), (1, 0, 0), (0, 0, 0))
    body = height * 0.72
    whole = concat_shapes(
        library_call("phone_body", width=width * 0.8, depth=depth, height=body, shell=shell),
        transform_shape(
            library_call("dial", radius=width * 0.24, dial_plate=dial_plate, metal=metal),
            translation_matrix((0, body * 0.52, depth * 0.2)) @ tilt,
        ),
        moved(
            library_call("handset", length=width * 0.98, thick=height * 0.11, shell=shell),
            (0, height * 0.8, -depth * 0.16),
        ),
        library_call(
            "cord",
            start=(-width * 0.4, height * 0.68, -depth * 0.16),
            end=(-width * 0.3, 0.008, -depth * 0.3),
            shell=shell,
        ),
    )
    return fitted(whole, width, height, depth)
