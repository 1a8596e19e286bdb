# /// asset
# word = "puddle"
# synonyms = ["rain puddle", "water puddle", "pool of water", "muddy puddle"]
# category = "outdoor"
# support = "rug"
# colors = ["water"]
# [variants]
# muddy = {"muddy" = true}
# ///
from scene.language import *
from scene.language.modelling import disc, fitted, hoop, stretched

SPOTS = (
    (0, 0, 0.42, 0.27),
    (0.28, 0.12, 0.26, 0.18),
    (-0.3, -0.06, 0.24, 0.17),
    (0.1, -0.2, 0.24, 0.14),
    (-0.12, 0.2, 0.2, 0.13),
    (0.5, 0.02, 0.1, 0.07),
)


@register("a puddle of rain water with ripples")
def puddle(*, width=1.1, height=0.012, depth=0.7, muddy=False, water=None):
    tone = ((0.42, 0.3, 0.19) if muddy else (0.42, 0.56, 0.66)) if water is None else water
    wet = tuple(0.55 * c for c in tone)
    look = {"roughness": 0.04, "metallic": 0.35}
    parts = [disc((x, 0, z), (rx + 0.035, rz + 0.035), 0.006, wet, {"roughness": 0.5}) for x, z, rx, rz in SPOTS]
    parts += [disc((x, 0, z), (rx, rz), 0.011, tone, look) for x, z, rx, rz in SPOTS]
    for r in (0.06, 0.12, 0.19):
        ripple = hoop(r, 0.0025, tuple(min(1.0, 1.35 * c) for c in tone), look, center=(0.02, 0.011, 0.0))
        parts.append(stretched(ripple, (1, 1, 0.75)))
    return fitted(concat_shapes(*parts), width, height, depth)
