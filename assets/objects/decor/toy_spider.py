# /// asset
# word = "spider"
# synonyms = ["toy spider", "halloween spider", "giant spider", "tarantula", "plastic spider"]
# category = "decor"
# support = "surface"
# colors = ["hair", "eyes"]
# [variants]
# width = {"giant" = 0.9}
# height = {"giant" = 0.34}
# depth = {"giant" = 0.8}
# ///
import math

from scene.language import *
from scene.language.modelling import ball, cone, darker, ellipsoid, fitted, tube

FUR = {"roughness": 0.95}


@register("a leg of four joints")
def leg(*, angle, hair):
    c, s = math.cos(angle), math.sin(angle)
    points = [(r * c, y, r * s) for r, y in ((0.03, 0.05), (0.075, 0.1), (0.115, 0.075), (0.15, 0.004))]
    bands = [ball((r * c, y, r * s), 0.0085, darker(hair, 1.9), FUR) for r, y in ((0.075, 0.1), (0.115, 0.075))]
    return concat_shapes(tube(points, 0.0068, hair, FUR), *bands)


@register("a hairy spider")
def toy_spider(*, width=0.27, height=0.1, depth=0.25, hair=(0.13, 0.11, 0.11), eyes=(0.85, 0.12, 0.1)):
    angles = [0.45 + 0.5 * k for k in range(4)]
    legs = [library_call("leg", angle=math.pi / 2 + s * (a + 0.1), hair=hair) for a in angles for s in (-1, 1)]
    hairs = []
    for k in range(60):
        v, a = 1 - 2 * (k + 0.5) / 60, 2.4 * k
        ring = math.sqrt(1 - v * v)
        at = (0.05 * ring * math.cos(a), 0.062 + 0.04 * v, -0.065 + 0.055 * ring * math.sin(a))
        out = (1.22 * at[0], 0.062 + 1.22 * (at[1] - 0.062), -0.065 + 1.22 * (at[2] + 0.065))
        hairs.append(cone(at, out, 0.0035, darker(hair, 1.5), FUR))
    face = [
        ball((x, 0.068 + y, 0.043), r, eyes, {"roughness": 0.1})
        for x, y, r in ((-0.012, 0, 0.007), (0.012, 0, 0.007), (-0.022, 0.006, 0.004), (0.022, 0.006, 0.004))
    ]
    fangs = [cone((s * 0.009, 0.048, 0.045), (s * 0.007, 0.022, 0.052), 0.006, darker(hair, 0.6)) for s in (-1, 1)]
    body = [
        ellipsoid((0, 0.062, -0.065), (0.052, 0.042, 0.058), hair, FUR),
        ellipsoid((0, 0.056, 0.012), (0.034, 0.027, 0.038), darker(hair, 1.25), FUR),
    ]
    return fitted(concat_shapes(*body, *legs, *hairs, *face, *fangs), width, height, depth)
