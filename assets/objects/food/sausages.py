# /// asset
# word = "string of sausages"
# synonyms = [
#     "sausages", "hanging sausages", "bratwurst", "links of sausages", "chorizo",
#     "hanging salami",
# ]
# category = "food"
# support = "surface"
# colors = ["skin"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, fitted, moved, rotated


@register("a coiled string of sausages")
def sausages(*, width=0.34, height=0.075, depth=0.3, skin=(0.6, 0.25, 0.15)):
    parts = []
    for i in range(11):
        a = 0.75 * i
        r = 0.145 - 0.0105 * i
        link = ellipsoid((0, 0, 0), (0.056, 0.02, 0.02), darker(skin, 0.9 + 0.1 * (i % 2)), {"roughness": 0.3})
        x, y, z = r * math.cos(a), 0.02 + 0.0038 * i, 0.85 * r * math.sin(a)
        parts.append(moved(rotated(link, -a + math.pi / 2), (x, y, z)))
        b = a + 0.375
        parts.append(ball((r * math.cos(b), y, 0.85 * r * math.sin(b)), 0.008, darker(skin, 0.7)))
    return fitted(concat_shapes(*parts), width, height, depth)
