# /// asset
# word = "swim ring"
# synonyms = ["swimming ring", "pool float", "inflatable ring", "pool ring", "rubber ring", "inner tube", "swim tube", "float ring"]
# category = "sport"
# support = "floor"
# colors = ["paint", "second"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, moved, rod


@register("the inflated ring of coloured panels")
def ring_part(*, paint, second):
    parts, n, major, r = [], 60, 0.3, 0.12
    for i in range(n):
        a = 2 * math.pi * (i + 0.5) / n
        tone = paint if (i // 6) % 2 else second
        one = ellipsoid((0, 0, 0), (r, r * 0.92, 0.055), tone, {"roughness": 0.2})
        parts.append(moved(one, (major * math.cos(a), r * 0.92, major * math.sin(a)), -a))
    return concat_shapes(*parts)


@register("the valve")
def valve():
    return rod((0.0, 0.2, 0.3), (0.0, 0.235, 0.32), 0.014, (0.95, 0.95, 0.95))


@register("an inflated swim ring with coloured panels")
def swim_ring(*, width=0.84, height=0.24, depth=0.84, paint=(0.95, 0.25, 0.3), second=(0.97, 0.97, 0.95)):
    return fitted(
        concat_shapes(library_call("ring_part", paint=paint, second=second), library_call("valve")),
        width,
        height,
        depth,
    )
