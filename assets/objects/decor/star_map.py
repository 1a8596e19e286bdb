# /// asset
# word = "star map"
# synonyms = ["star chart", "constellation map", "map of the stars", "sky map", "astronomy chart", "zodiac chart", "constellation chart"]
# category = "decor"
# support = "wall"
# colors = ["paint", "ink"]
# materials = ["frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, box, finish, fitted, hoop, moved, rod, rotated

FIGURES = (
    ((-0.2, 0.16), (-0.13, 0.19), (-0.07, 0.17), (-0.02, 0.14), (0.04, 0.15), (0.05, 0.09), (-0.01, 0.08), (-0.02, 0.14)),
    ((0.12, 0.2), (0.17, 0.15), (0.21, 0.19), (0.25, 0.13), (0.28, 0.17)),
    ((-0.24, -0.05), (-0.18, -0.02), (-0.2, -0.1), (-0.14, -0.12), (-0.18, -0.02)),
    ((0.08, -0.04), (0.12, -0.1), (0.16, -0.11), (0.2, -0.12), (0.24, -0.06), (0.22, -0.19), (0.16, -0.11), (0.1, -0.2), (0.12, -0.1)),
    ((-0.08, -0.18), (-0.03, -0.24), (0.03, -0.22), (0.0, -0.16), (-0.08, -0.18)),
)  # fmt: skip


@register("the rings of the sky")
def sky(*, ink):
    spokes = [
        rotated(beam((0.09, 0, 0), (0.31, 0, 0), (0.0022, 0.002), ink), i * math.pi / 6, (0, 0, 1)) for i in range(12)
    ]
    return concat_shapes(
        *[hoop(r, 0.0018, ink, axis=(0, 0, 1), parts=44) for r in (0.09, 0.2, 0.31)],
        hoop(0.33, 0.003, ink, axis=(0, 0, 1), parts=48),
        *spokes,
        *[rotated(box((0, 0.32, 0), (0.003, 0.014, 0.002), ink), i * math.pi / 24, (0, 0, 1)) for i in range(48)],
    )


@register("the constellations")
def constellations(*, ink):
    star = ((1.0, 0.95, 0.75), {"emission": 0.6})
    parts = []
    for figure in FIGURES:
        for k, (x, y) in enumerate(figure):
            parts.append(ball((x, y, 0.002), 0.0062 if k % 3 else 0.009, *star))
            if k:
                parts.append(rod((*figure[k - 1], 0.001), (x, y, 0.001), 0.0014, ink))
    for i in range(46):
        a, r = 2.4 * i, 0.3 * math.sqrt((i + 0.5) / 46)
        parts.append(ball((r * math.cos(a), r * math.sin(a), 0.001), 0.0025 + 0.001 * (i % 3), *star))
    return concat_shapes(*parts)


@register("a framed star map with constellations")
def star_map(*, width=1.0, height=0.8, depth=0.03, frame="walnut", paint=(0.06, 0.1, 0.25), ink=(0.85, 0.75, 0.45)):
    wood = finish(frame)
    whole = concat_shapes(
        box((0, 0, -0.006), (0.98, 0.78, 0.01), paint, {"roughness": 0.7}),
        *[box((0, s * 0.3875, 0), (1.0, 0.025, 0.026), *wood) for s in (-1, 1)],
        *[box((s * 0.4875, 0, 0), (0.025, 0.75, 0.026), *wood) for s in (-1, 1)],
        moved(library_call("sky", ink=ink), (0, 0, 0.0)),
        moved(library_call("constellations", ink=ink), (0, 0, 0.001)),
        *[
            hoop(0.03, 0.002, ink, center=(s * 0.42, t * 0.32, 0), axis=(0, 0, 1), parts=16)
            for s in (-1, 1)
            for t in (-1, 1)
        ],
        *[box((0.41, 0.12 - 0.04 * i, 0), (0.09 - 0.02 * (i % 2), 0.008, 0.003), ink) for i in range(7)],
        *[box((-0.41, 0.12 - 0.04 * i, 0), (0.09 - 0.02 * (i % 2), 0.008, 0.003), ink) for i in range(7)],
    )
    return fitted(whole, width, height, depth)
