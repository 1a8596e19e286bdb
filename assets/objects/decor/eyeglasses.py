# /// asset
# word = "eyeglasses"
# synonyms = ["pair of eyeglasses", "spectacles", "reading glasses", "pair of glasses", "sunglasses", "pair of sunglasses"]
# stands_for = ["swimming goggles", "ski goggles"]
# category = "decor"
# support = "surface"
# colors = ["rim", "tint"]
# [variants.dark]
# "sunglasses" = true
# "pair of sunglasses" = true
# "dark lenses" = true
# ///
import math

from scene.language import *
from scene.language.modelling import arc, fitted, moved, rod, stretched, tube


@register("a lens in its rim")
def lens_part(*, rim, tint, opacity):
    ring = [(x, y, 0) for x, y in arc(0.025, 0, 2 * math.pi, 30, (0, 0.0245))]
    pane = moved(
        rod((0, 0, -0.001), (0, 0, 0.001), 0.024, tint, {"opacity": opacity, "roughness": 0.05}), (0, 0.0245, 0)
    )
    return concat_shapes(tube(ring, 0.0026, rim), pane)


@register("a temple")
def temple(*, rim):
    return tube([(0.068, 0.03, 0.06), (0.07, 0.032, -0.05), (0.066, 0.0024, -0.085)], 0.0024, rim)


@register("a pair of spectacles")
def eyeglasses(*, width=0.15, height=0.045, depth=0.15, rim=(0.12, 0.1, 0.1), tint=None, dark=False):
    glass = tint or ((0.07, 0.06, 0.06) if dark else (0.75, 0.82, 0.86))
    side = library_call("temple", rim=rim)
    whole = concat_shapes(
        *[
            moved(library_call("lens_part", rim=rim, tint=glass, opacity=0.96 if dark else 0.45), (s * 0.036, 0, 0.06))
            for s in (-1, 1)
        ],
        tube([(-0.012, 0.03, 0.06), (0, 0.034, 0.063), (0.012, 0.03, 0.06)], 0.0024, rim),
        *[rod((s * 0.06, 0.03, 0.06), (s * 0.068, 0.03, 0.06), 0.0026, rim) for s in (-1, 1)],
        side,
        stretched(side, (-1, 1, 1)),
    )
    return fitted(whole, width, height, depth)
