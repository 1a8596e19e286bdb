# /// asset
# word = "bridge"
# synonyms = ["garden bridge", "footbridge", "wooden bridge", "japanese bridge", "foot bridge", "arched bridge", "zen bridge"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, block, box, darker, finish, fitted, moved, rod

LENGTH, RISE = 2.8, 0.5


def arch(t):
    """Height and slope angle of the deck at `t` in [-1, 1]."""
    return RISE * (1 - t * t), math.atan2(-2 * RISE * t, LENGTH / 2)


@register("the arched deck of planks")
def deck(*, look):
    parts, n = [], 22
    for i in range(n):
        t = -1 + 2 * (i + 0.5) / n
        y, slope = arch(t)
        plank = box(
            (0, 0, 0), (LENGTH / n / math.cos(slope) - 0.012, 0.04, 1.0), darker(look[0], 0.8 + 0.05 * (i % 3)), look[1]
        )
        parts.append(moved(plank, (t * LENGTH / 2, y + 0.1, 0), slope, (0, 0, 1)))
    for s in (-1, 1):
        for i in range(20):
            t0, t1 = -1 + 2 * i / 20, -1 + 2 * (i + 1) / 20
            a, b = (t0 * LENGTH / 2, arch(t0)[0] + 0.06, s * 0.44), (t1 * LENGTH / 2, arch(t1)[0] + 0.06, s * 0.44)
            parts.append(beam(a, b, (0.08, 0.12), darker(look[0], 0.65), look[1]))
    return concat_shapes(*parts)


@register("the posts and the curved railings")
def railings(*, look):
    parts = []
    ts = (-0.96, -0.5, 0.0, 0.5, 0.96)
    for s in (-1, 1):
        z = s * 0.5
        for k, t in enumerate(ts):
            y = arch(t)[0]
            thick = 0.1 if k in (0, 4) else 0.075
            parts.append(block((t * LENGTH / 2, y - 0.0, z), (thick, 0.82, thick), *look))
            parts.append(
                block((t * LENGTH / 2, y + 0.82, z), (thick + 0.03, 0.03, thick + 0.03), darker(look[0], 0.8), look[1])
            )
            parts.append(ball((t * LENGTH / 2, y + 0.88, z), 0.045 if k in (0, 4) else 0.032, (0.12, 0.12, 0.13)))
        for i in range(20):
            t0, t1 = -0.96 + 1.92 * i / 20, -0.96 + 1.92 * (i + 1) / 20
            for up, r in ((0.74, 0.026), (0.42, 0.018)):
                a, b = (t0 * LENGTH / 2, arch(t0)[0] + up, z), (t1 * LENGTH / 2, arch(t1)[0] + up, z)
                parts += [rod(a, b, r, *look), ball(b, r, *look)]
    return concat_shapes(*parts)


@register("an arched wooden garden bridge with railings")
def garden_bridge(*, width=2.9, height=1.42, depth=1.12, wood="red wood", paint=(0.68, 0.16, 0.12)):
    look = finish(wood, paint)
    return fitted(
        concat_shapes(library_call("deck", look=look), library_call("railings", look=look)), width, height, depth
    )
