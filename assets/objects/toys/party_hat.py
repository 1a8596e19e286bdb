# /// asset
# word = "party hat"
# synonyms = ["birthday hat", "cone hat", "paper party hat", "party hats", "cone party hat"]
# category = "toys"
# support = "surface"
# colors = ["paint", "dots", "pompom"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, cone, fitted, moved, ring, rotated


@register("the dotted cone")
def cone_part(*, paint, dots):
    h, r = 0.2, 0.075
    lean = math.atan2(r, h)
    parts = [cone((0, 0, 0), (0, h, 0), r, paint, {"roughness": 0.5})]
    for row in range(4):
        y = 0.025 + 0.042 * row
        here = r * (1 - y / h)
        n = max(3, 8 - 2 * row)
        for i in range(n):
            dot = moved(ball((0, 0, 0), 0.0105 - 0.0012 * row, dots), (0, 0, 0))
            dot = moved(dot, (here - 0.0055, y, 0), lean, (0, 0, 1))
            parts.append(rotated(dot, 2 * math.pi * (i + 0.5 * (row % 2)) / n))
    return concat_shapes(*parts)


@register("the pompom and the frilled rim")
def trim(*, pompom):
    tuft = [
        ball(
            (
                0.014 * math.cos(2.4 * i) * math.sin(0.5 + i * 0.3),
                0.203 + 0.012 * math.cos(0.5 + i * 0.3),
                0.014 * math.sin(2.4 * i),
            ),
            0.01,
            pompom,
        )
        for i in range(14)
    ]
    rim = [rotated(ball((0.075, 0.005, 0), 0.009, pompom), 2 * math.pi * i / 26) for i in range(26)]
    return concat_shapes(ball((0, 0.203, 0), 0.016, pompom), *tuft, *rim, ring((0, 0.004, 0), 0.074, 0.004, pompom))


@register("a pointed party hat with dots and a pompom")
def party_hat(
    *, width=0.168, height=0.225, depth=0.168, paint=(0.2, 0.55, 0.9), dots=(0.98, 0.82, 0.2), pompom=(0.95, 0.3, 0.45)
):
    return fitted(
        concat_shapes(library_call("cone_part", paint=paint, dots=dots), library_call("trim", pompom=pompom)),
        width,
        height,
        depth,
    )
