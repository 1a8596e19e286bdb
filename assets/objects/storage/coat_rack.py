# /// asset
# word = "coat rack"
# synonyms = ["coat stand", "hat stand", "hall tree", "clothes stand", "coat tree", "clothes rack stand", "hat rack"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# filled = {"empty" = false}
# ///
import math

from scene.language import *
from scene.language.modelling import (
    ball,
    block,
    darker,
    ellipsoid,
    finish,
    fitted,
    moved,
    pipe,
    rod,
    rotated,
    upright_pad,
)


@register("a curved hook")
def hook(angle, look):
    arm = concat_shapes(
        pipe([(0, 0, 0), (0.09, 0.0, 0), (0.15, 0.06, 0)], 0.012, *look),
        ball((0.152, 0.065, 0), 0.019, *look),
    )
    return rotated(arm, angle)


@register("a foot")
def foot(angle, look):
    leg = pipe([(0, 0.2, 0), (0.12, 0.14, 0), (0.25, 0.018, 0)], 0.018, *look)
    return rotated(leg, angle)


@register("a hanging coat")
def coat(look):
    dark = darker(look[0], 0.6), look[1]
    sleeves = [
        pipe([(s * 0.16, -0.1, 0), (s * 0.22, -0.3, 0.02), (s * 0.215, -0.6, 0.05)], 0.05, *look) for s in (-1, 1)
    ]
    cuffs = [rod((s * 0.215, -0.56, 0.047), (s * 0.215, -0.63, 0.053), 0.054, *dark) for s in (-1, 1)]
    collar = [rod((0, -0.24, 0.062), (s * 0.07, -0.04, 0.05), 0.016, *dark) for s in (-1, 1)]
    buttons = [ellipsoid((0.02, -0.34 - 0.13 * i, 0.071), (0.013, 0.013, 0.006), *dark) for i in range(4)]
    return concat_shapes(
        upright_pad((0, -0.98, 0), (0.36, 0.95, 0.13), *look, edge=0.08),
        ellipsoid((0, -0.07, 0), (0.18, 0.07, 0.065), *look),
        block((0, -0.96, 0.066), (0.004, 0.7, 0.004), *dark),
        *sleeves,
        *cuffs,
        *collar,
        *buttons,
    )


@register("a hat")
def hat(look):
    band = (0.12, 0.1, 0.09), look[1]
    return concat_shapes(
        ellipsoid((0, 0, 0), (0.17, 0.014, 0.19), *look),
        rod((0, 0, 0), (0, 0.08, 0), 0.1, *look),
        ellipsoid((0, 0.08, 0), (0.1, 0.035, 0.1), *look),
        rod((0, 0.01, 0), (0, 0.035, 0), 0.102, *band),
    )


@register("a standing coat rack with hooks, a hat and a coat")
def coat_rack(*, width=0.5, depth=0.5, height=1.8, filled=True, frame="walnut", paint=None) -> Shape:
    wood = finish(frame, paint)
    parts = [rod((0, 0.05, 0), (0, 1.78, 0), 0.022, *wood), ball((0, 1.765, 0), 0.035, *wood)]
    parts += [library_call("foot", angle=math.pi * (0.25 + i / 2), look=wood) for i in range(4)]
    for y, turn in ((1.6, 0.0), (1.38, math.pi / 4)):
        parts += [moved(library_call("hook", angle=math.pi / 2 * i + turn, look=wood), (0, y, 0)) for i in range(4)]
    if filled:
        parts.append(moved(library_call("coat", look=finish("camel wool")), (0, 1.42, 0.11)))
        tilted = rotated(library_call("hat", look=finish("charcoal felt")), 0.25, (0, 0, 1))
        parts.append(moved(tilted, (-0.03, 1.74, 0.02)))
    return fitted(concat_shapes(*parts), width, height, depth)
