# /// asset
# word = "high heel"
# synonyms = ["heel", "heels", "high heels", "stiletto", "stilettos", "pump shoe", "high-heeled shoe"]
# category = "textiles"
# support = "floor"
# colors = ["leather"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, moved


@register("the arched sole and the upper")
def upper_part(*, leather):
    gloss = {"roughness": 0.2}
    zs = np.linspace(-0.09, 0.1, 34)
    heights = np.interp(zs, [-0.09, -0.05, 0.0, 0.04, 0.11], [0.098, 0.088, 0.05, 0.016, 0.008])
    wides = np.interp(zs, [-0.09, -0.04, 0.04, 0.08, 0.11], [0.024, 0.024, 0.038, 0.03, 0.008])
    sole = [
        ellipsoid((0, float(y), float(z)), (float(w), 0.008, 0.02), leather, gloss)
        for z, y, w in zip(zs, heights, wides, strict=True)
    ]
    toe = [
        ellipsoid((0, float(y) + 0.012, float(z)), (float(w), 0.016, 0.02), leather, gloss)
        for z, y, w in zip(zs[22:], heights[22:], wides[22:], strict=True)
    ]
    back = [
        ellipsoid((s * 0.02, float(y) + 0.022, float(z)), (0.005, 0.022, 0.02), leather, gloss)
        for s in (-1, 1)
        for z, y in zip(zs[:12], heights[:12], strict=True)
    ]
    return concat_shapes(*sole, *toe, *back, ellipsoid((0, 0.125, -0.092), (0.02, 0.025, 0.006), leather, gloss))


@register("the slender heel")
def stiletto_part(*, leather):
    profile = [(0.006, 0), (0.006, 0.03), (0.012, 0.07), (0.02, 0.098)]
    return moved(lathe(profile, leather, {"roughness": 0.2}, slices=40), (0, 0, -0.078))


@register("a pointed shoe with a high heel")
def high_heel(*, width=0.08, height=0.15, depth=0.22, leather=(0.75, 0.08, 0.12)):
    whole = concat_shapes(library_call("upper_part", leather=leather), library_call("stiletto_part", leather=leather))
    return fitted(whole, width, height, depth)
