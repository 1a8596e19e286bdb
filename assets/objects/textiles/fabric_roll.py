# /// asset
# word = "fabric roll"
# synonyms = ["roll of fabric", "bolt of fabric", "cloth roll", "bolt of cloth", "fabric bolt", "roll of cloth", "fabric rolls",
#   "textile roll"]
# category = "textiles"
# support = "surface"
# colors = ["paint", "second", "third"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, hoop, moved, rod


@register("one roll of fabric on its tube")
def roll(*, length, radius, tone, flap):
    soft = {"roughness": 0.95}
    half = length / 2
    parts = [rod((-half, radius, 0), (half, radius, 0), radius, tone, soft)]
    for s in (-1, 1):
        parts += [
            hoop(
                radius * k,
                radius * 0.05,
                darker(tone, 0.72),
                soft,
                center=(s * half, radius, 0),
                axis=(1, 0, 0),
                parts=20,
            )
            for k in (0.5, 0.72, 0.92)
        ]
        parts.append(rod((s * half, radius, 0), (s * (half + 0.02), radius, 0), radius * 0.34, (0.66, 0.5, 0.34)))
        parts.append(rod((s * half, radius, 0), (s * (half + 0.021), radius, 0), radius * 0.25, (0.2, 0.15, 0.1)))
    if flap:
        parts.append(
            moved(
                box((0, 0, 0), (length, 0.006, 0.1), darker(tone, 0.9), soft),
                (0, radius * 1.05, radius * 0.98),
                math.pi / 2,
                (1, 0, 0),
            )
        )
    return concat_shapes(*parts)


@register("three rolls of fabric in a small pile")
def fabric_roll(
    *, width=0.95, height=0.3, depth=0.4, paint=(0.72, 0.24, 0.3), second=(0.22, 0.38, 0.55), third=(0.88, 0.74, 0.42)
):
    r = 0.085
    whole = concat_shapes(
        moved(library_call("roll", length=0.9, radius=r, tone=second, flap=False), (0.01, 0, -r - 0.002)),
        moved(library_call("roll", length=0.88, radius=r, tone=third, flap=True), (-0.01, 0, r + 0.002)),
        moved(library_call("roll", length=0.85, radius=r * 0.95, tone=paint, flap=False), (0.0, r * 1.72, 0)),
    )
    return fitted(whole, width, height, depth)
