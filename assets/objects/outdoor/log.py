# /// asset
# word = "log"
# synonyms = ["logs", "wooden log", "wood log", "tree log", "fallen log", "log seat", "log bench"]
# category = "outdoor"
# support = "floor"
# colors = ["bark"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, fitted, rod, tinted


@register("a sawn end with its rings")
def sawn_end(*, x, radius):
    side = 1 if x > 0 else -1
    wood = (0.82, 0.66, 0.44)
    return concat_shapes(
        *[
            rod((x, radius, 0), (x + side * 0.004 * (k + 1), radius, 0), radius * share, tone, {"roughness": 0.9})
            for k, (share, tone) in enumerate(
                [(0.9, wood), (0.7, darker(wood, 0.86)), (0.62, wood), (0.4, darker(wood, 0.84)), (0.32, wood)]
            )
        ]
    )


@register("a log that lies on the ground, with ridges of bark and two stumps of branches")
def log(*, width=1.4, height=0.34, depth=0.36, bark=(0.36, 0.25, 0.17)):
    radius, half = 0.16, 0.69
    rough = {"roughness": 1.0}
    ridges = []
    for k in range(14):
        angle = 2 * math.pi * k / 14
        y, z = radius + 0.98 * radius * math.sin(angle), 0.98 * radius * math.cos(angle)
        tone = darker(bark, 0.78 + 0.08 * (k % 4))
        ridges.append(rod((-half, y, z), (half, y, z), 0.02, tone, rough))
    stumps = [
        rod((x, radius, 0), (x + 0.04, radius + 0.17 * up, 0.17 * out), 0.032, tinted(bark, 0.95), rough)
        for x, up, out in ((-0.3, 0.9, 0.5), (0.35, 0.5, -0.95))
    ]
    moss = [ball((x, 2 * radius - 0.012, z), 0.03, (0.36, 0.46, 0.2)) for x, z in ((-0.05, 0.03), (0.06, -0.02))]
    ends = [library_call("sawn_end", x=s * half, radius=radius) for s in (-1, 1)]
    body = rod((-half, radius, 0), (half, radius, 0), radius, bark, rough)
    return fitted(concat_shapes(body, *ridges, *stumps, *moss, *ends), width, height, depth)
