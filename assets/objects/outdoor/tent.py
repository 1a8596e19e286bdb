# /// asset
# word = "tent"
# synonyms = ["camping tent", "ridge tent", "a-frame tent", "pup tent"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["cloth", "trim"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, mirrored, moved, rod


def slope(width, height, length, share_from, share_to, thick, tone):
    """A strip of the sloping side, from share to share along the length, on the +x side."""
    run = math.hypot(width / 2, height)
    lean = math.atan2(width / 2, height)
    sheet = box(
        (0, run / 2, (share_from + share_to) / 2 * length),
        (thick, run * 1.01, (share_to - share_from) * length),
        tone,
        {"roughness": 0.9},
    )
    return moved(sheet, (width / 2, 0, 0), lean, (0, 0, 1))


@register("the two sloping sides with a coloured band")
def sides(*, width, height, length, cloth, trim):
    half = concat_shapes(
        slope(width, height, length, -0.5, 0.5, 0.012, cloth),
        slope(width * 1.006, height * 1.004, length, 0.34, 0.44, 0.016, trim),
        slope(width * 1.006, height * 1.004, length, -0.44, -0.34, 0.016, trim),
    )
    return concat_shapes(half, mirrored(half))


@register("the back wall and the front flaps, rolled aside")
def ends(*, width, height, length, cloth):
    count = 14
    back = [
        box(
            (0, height * (i + 0.5) / count, -length * 0.49),
            (width * (1 - (i + 0.5) / count), height / count * 1.02, 0.01),
            darker(cloth, 0.85),
        )
        for i in range(count)
    ]
    flaps = []
    for x in (-1, 1):
        for i in range(count):
            y = (i + 0.5) / count
            edge, gap = width / 2 * (1 - y), width * 0.3 * (1 - y) ** 0.8
            flaps.append(
                box(
                    (x * (edge + gap) / 2, height * y, length * 0.49),
                    (max(edge - gap, 0.012), height / count * 1.02, 0.01),
                    darker(cloth, 0.92),
                )
            )
    return concat_shapes(*back, *flaps, box((0, 0.01, 0), (width * 0.96, 0.02, length * 0.98), (0.3, 0.32, 0.34)))


@register("poles, pegs and guy lines")
def rigging(*, width, height, length):
    wood, line = (0.55, 0.4, 0.25), (0.9, 0.88, 0.8)
    poles = [rod((0, 0, z * length * 0.5), (0, height * 1.04, z * length * 0.5), 0.018, wood) for z in (-1, 1)]
    guys = [
        rod((0, height * 1.02, z * length * 0.5), (x * width * 0.32, 0.02, z * length * 0.72), 0.006, line)
        for z in (-1, 1)
        for x in (-1, 1)
    ]
    pegs = [
        rod((x * width * 0.32, 0.0, z * length * 0.725), (x * width * 0.325, 0.09, z * length * 0.715), 0.01, wood)
        for z in (-1, 1)
        for x in (-1, 1)
    ]
    return concat_shapes(*poles, *guys, *pegs, rod((0, height, -length * 0.5), (0, height, length * 0.5), 0.014, line))


@register("a sleeping bag inside")
def sleeping_bag(*, width, length):
    return concat_shapes(
        ellipsoid(
            (-width * 0.12, 0.07, 0.0), (width * 0.16, 0.06, length * 0.36), (0.25, 0.4, 0.6), {"roughness": 0.9}
        ),
        ellipsoid(
            (-width * 0.12, 0.1, length * 0.26),
            (width * 0.13, 0.05, length * 0.07),
            (0.9, 0.9, 0.88),
            {"roughness": 0.9},
        ),
    )


@register("a ridge tent with an open door, pegs and guy lines")
def tent(*, width=1.9, height=1.45, depth=3.0, cloth=(0.85, 0.5, 0.2), trim=(0.35, 0.42, 0.3)):
    length, tall = 2.05, 1.38
    whole = concat_shapes(
        library_call("sides", width=1.85, height=tall, length=length, cloth=cloth, trim=trim),
        library_call("ends", width=1.82, height=tall, length=length, cloth=cloth),
        library_call("rigging", width=1.85, height=tall, length=length),
        library_call("sleeping_bag", width=1.85, length=length),
    )
    return fitted(whole, width, height, depth)
