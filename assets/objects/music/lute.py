# /// asset
# word = "lute"
# synonyms = ["bard's lute", "medieval lute", "renaissance lute", "oud"]
# stands_for = ["mandolin"]
# category = "music"
# support = "floor"
# colors = ["paint"]
# materials = ["wood", "top"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, disc, ellipsoid, finish, fitted, hoop, moved, rod, rotated


def pear(t):
    """Half width of the body at `t` in [0, 1], from its foot up."""
    return 0.165 * math.sin(math.pi * min(1.0, (0.12 + 0.88 * t)) ** 0.72) ** 0.8 + 0.012


@register("the rounded back of dark and light ribs")
def bowl(*, look):
    parts, n = [], 24
    for i in range(n):
        t = (i + 0.5) / n
        parts.append(
            ellipsoid(
                (0, 0.46 * t, 0.0), (pear(t), 0.03, pear(t) * 0.85), darker(look[0], 0.8 + 0.2 * (i % 2)), look[1]
            )
        )
    return concat_shapes(*parts)


@register("the flat top with its rose and bridge")
def top_part(*, top):
    parts, n = [], 60
    for i in range(n):
        t = (i + 0.5) / n
        parts.append(box((0, 0.46 * t, 0.075), (2 * pear(t) + 0.006, 0.46 / n + 0.0005, 0.15), *top))
    rose = [
        moved(
            rod((0.02, 0, 0), (0.042, 0, 0), 0.003, (0.55, 0.36, 0.2)),
            (0, 0.27, 0.152),
            2 * math.pi * i / 12,
            (0, 0, 1),
        )
        for i in range(12)
    ]
    return concat_shapes(
        *parts,
        rod((0, 0.27, 0.148), (0, 0.27, 0.1515), 0.045, (0.12, 0.08, 0.05)),
        *rose,
        hoop(0.046, 0.004, (0.4, 0.25, 0.13), center=(0, 0.27, 0.151), axis=(0, 0, 1), parts=24),
        box((0, 0.1, 0.158), (0.13, 0.016, 0.014), (0.2, 0.12, 0.07)),
    )


@register("the neck with its bent peg box and strings")
def neck(*, look):
    dark = (0.16, 0.1, 0.06)
    frets = [box((0, 0.49 + 0.045 * i, 0.168), (0.062, 0.004, 0.004), (0.8, 0.72, 0.5)) for i in range(7)]
    strings = [
        rod((0.008 * (i - 2.5), 0.1, 0.168), (0.0075 * (i - 2.5), 0.82, 0.172), 0.0009, (0.93, 0.9, 0.8))
        for i in range(6)
    ]
    head = [box((0, 0.09, 0), (0.05, 0.19, 0.026), *look)]
    head += [rod((-0.055, 0.03 + 0.024 * i, 0), (0.055, 0.03 + 0.024 * i, 0), 0.0045, dark) for i in range(6)]
    head += [ellipsoid((s * 0.06, 0.03 + 0.024 * i, 0), (0.01, 0.009, 0.006), dark) for i in range(6) for s in (-1, 1)]
    return concat_shapes(
        box((0, 0.64, 0.142), (0.066, 0.4, 0.034), *look),
        box((0, 0.63, 0.163), (0.06, 0.4, 0.008), dark),
        *frets,
        *strings,
        moved(rotated(concat_shapes(*head), -1.25, (1, 0, 0)), (0, 0.835, 0.15)),
    )


@register("a small stand")
def stand(*, look):
    dark = (darker(look[0], 0.5), look[1])
    return concat_shapes(
        disc((0, 0, 0), (0.17, 0.15), 0.015, *dark),
        rod((0, 0.0, -0.1), (0, 0.5, -0.14), 0.009, *dark),
        *[rod((s * 0.08, 0.02, -0.02), (s * 0.08, 0.07, 0.18), 0.008, *dark) for s in (-1, 1)],
    )


@register("a lute with a rounded back and a bent peg box")
def lute(*, width=0.37, height=0.93, depth=0.42, wood="walnut", top="pine", paint=None):
    look = finish(wood, paint)
    body = concat_shapes(
        library_call("bowl", look=look), library_call("top_part", top=finish(top)), library_call("neck", look=look)
    )
    whole = concat_shapes(moved(body, (0, 0.075, -0.02), -0.1, (1, 0, 0)), library_call("stand", look=look))
    return fitted(whole, width, height, depth)
