# /// asset
# word = "bicycle"
# synonyms = ["bike", "city bike", "road bike", "cycle", "mountain bike", "racing bike"]
# stands_for = ["unicycle", "tandem"]
# category = "sport"
# support = "floor"
# colors = ["frame_color", "tyres"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod


@register("a wheel with spokes")
def wheel(*, radius, tyres):
    n = 24
    ring = loop(
        n,
        lambda i: rod(
            (radius * 0.95 * math.cos(2 * math.pi * i / n), radius * 0.95 * math.sin(2 * math.pi * i / n), 0),
            (
                radius * 0.95 * math.cos(2 * math.pi * (i + 1) / n),
                radius * 0.95 * math.sin(2 * math.pi * (i + 1) / n),
                0,
            ),
            radius * 0.055,
            tyres,
            {"roughness": 0.9},
        ),
    )
    spokes = loop(
        14,
        lambda i: rod(
            (0, 0, 0),
            (radius * 0.93 * math.cos(2 * math.pi * i / 14), radius * 0.93 * math.sin(2 * math.pi * i / 14), 0),
            radius * 0.006,
            (0.75, 0.76, 0.78),
            {"metallic": 1.0, "roughness": 0.3},
        ),
    )
    return concat_shapes(
        ring, spokes, rod((0, 0, -radius * 0.12), (0, 0, radius * 0.12), radius * 0.06, (0.6, 0.6, 0.62))
    )


def side(offset):
    return np.array((0.0, 0.0, offset))


@register("the diamond frame with fork and stays")
def frame(*, points, frame_color):
    look = (frame_color, {"roughness": 0.25})
    rear, front, bottom, seat, head_low, head_top = (
        np.array((*points[k], 0.0)) for k in ("rear", "front", "bottom", "seat", "head_low", "head_top")
    )
    tubes = [
        rod(bottom, seat, 0.018, *look),
        rod(seat, head_top, 0.017, *look),
        rod(bottom, head_low, 0.02, *look),
        rod(head_low, head_top, 0.022, *look),
    ]
    stays = [rod(rear + side(z * 0.05), p + side(z * 0.012), 0.009, *look) for z in (-1, 1) for p in (bottom, seat)]
    fork = [rod(head_low, front + side(z * 0.05), 0.011, *look) for z in (-1, 1)]
    return concat_shapes(*tubes, *stays, *fork)


@register("chainring, cranks, pedals and chain")
def drive(*, at, rear):
    steel = ((0.6, 0.61, 0.63), {"metallic": 1.0, "roughness": 0.3})
    x, y = at
    pedals = [
        concat_shapes(
            rod((x, y, s * 0.045), (x + s * 0.12, y - s * 0.12, s * 0.07), 0.009, *steel),
            box((x + s * 0.12, y - s * 0.12, s * 0.11), (0.09, 0.02, 0.07), (0.1, 0.1, 0.11)),
        )
        for s in (-1, 1)
    ]
    chain = [
        rod((x, y + d * 0.085, 0.05), (rear[0], rear[1] + d * 0.035, 0.05), 0.005, (0.25, 0.25, 0.26)) for d in (-1, 1)
    ]
    return concat_shapes(
        rod((x, y, 0.044), (x, y, 0.054), 0.09, *steel),
        rod((x, y, 0.04), (x, y, 0.058), 0.05, (0.3, 0.3, 0.32)),
        rod((rear[0], rear[1], 0.044), (rear[0], rear[1], 0.054), 0.04, *steel),
        rod((x, y, -0.05), (x, y, 0.05), 0.02, *steel),
        *pedals,
        *chain,
    )


@register("the saddle on its post")
def saddle(*, at):
    x, y = at
    return concat_shapes(
        rod((x + 0.02, y - 0.14, 0), (x, y, 0), 0.013, (0.7, 0.71, 0.73)),
        ellipsoid((x - 0.05, y + 0.02, 0), (0.085, 0.03, 0.075), *surface("brown leather")),
        ellipsoid((x + 0.07, y + 0.02, 0), (0.1, 0.025, 0.03), *surface("brown leather")),
    )


@register("the handlebar with grips and a bell")
def handlebar(*, at):
    x, y = at
    bar = pipe(
        [
            (x - 0.12, y + 0.06, -0.27),
            (x - 0.02, y + 0.07, -0.2),
            (x + 0.04, y, -0.05),
            (x + 0.04, y, 0.05),
            (x - 0.02, y + 0.07, 0.2),
            (x - 0.12, y + 0.06, 0.27),
        ],
        0.011,
        (0.7, 0.71, 0.73),
        {"metallic": 1.0, "roughness": 0.25},
    )
    grips = [
        rod((x - 0.13, y + 0.06, z * 0.275), (x - 0.04, y + 0.068, z * 0.215), 0.017, *surface("brown leather"))
        for z in (-1, 1)
    ]
    return concat_shapes(bar, *grips, ellipsoid((x + 0.0, y + 0.08, 0.13), (0.02, 0.02, 0.02), *surface("brass")))


@register("a bicycle with spoked wheels, a saddle and handlebars")
def bicycle(*, width=1.7, height=1.05, depth=0.58, frame_color=(0.75, 0.15, 0.15), tyres=(0.1, 0.1, 0.1)):
    r = 0.34
    points = {
        "rear": (-0.51, r),
        "front": (0.51, r),
        "bottom": (-0.07, 0.29),
        "seat": (-0.2, 0.78),
        "head_low": (0.37, 0.68),
        "head_top": (0.33, 0.82),
    }
    whole = concat_shapes(
        *[moved(library_call("wheel", radius=r, tyres=tyres), (*points[k], 0)) for k in ("rear", "front")],
        library_call("frame", points=points, frame_color=frame_color),
        library_call("drive", at=points["bottom"], rear=points["rear"]),
        library_call("saddle", at=(-0.225, 0.92)),
        rod((0.33, 0.82, 0), (0.315, 0.92, 0), 0.014, (0.7, 0.71, 0.73)),
        library_call("handlebar", at=(0.31, 0.92)),
    )
    return fitted(whole, width, height, depth)
