# /// asset
# word = "sea"
# synonyms = ["ocean", "sea water", "seawater", "shoreline", "surf", "waves", "body of water"]
# category = "outdoor"
# support = "floor"
# colors = ["water", "foam"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, plate


@register("the water in waves")
def swell(*, width, depth, water):
    look = {"roughness": 0.08, "metallic": 0.1}
    parts = [plate((0, 0, 0), (width, 0.05, depth), 0.15, darker(water, 0.82), look)]
    rows = 8
    for i in range(rows):
        z = -depth * 0.44 + depth * 0.8 * i / (rows - 1)
        for k in range(5):
            x = (k - 2) * width * 0.18 + 0.03 * width * math.sin(2.1 * i + k)
            tall = 0.045 + 0.02 * math.sin(1.7 * i + 2.3 * k)
            wave = ellipsoid(
                (0, 0, 0), (width * 0.105, tall, depth * 0.045), darker(water, 0.86 + 0.07 * ((i + k) % 3)), look
            )
            parts.append(moved(wave, (x, 0.035, z), 0.06 * math.sin(i + k)))
            if tall > 0.056:
                crest = ellipsoid(
                    (0, 0, 0), (width * 0.05, 0.012, depth * 0.012), (0.9, 0.95, 0.97), {"roughness": 0.7}
                )
                parts.append(moved(crest, (x, 0.03 + tall, z + 0.01 * depth), 0.06 * math.sin(i + k)))
    return concat_shapes(*parts)


@register("the foam at the shore")
def foam_part(*, width, depth, foam):
    parts = []
    for i in range(34):
        x = (i - 16.5) * width * 0.94 / 34
        z = depth * (0.46 + 0.018 * math.sin(1.3 * i))
        parts.append(ellipsoid((x, 0.045, z), (width * 0.03, 0.03, depth * 0.026), foam, {"roughness": 0.8}))
    for i in range(16):
        x = (i - 7.5) * width * 0.94 / 16
        z = depth * (0.41 + 0.012 * math.sin(2.2 * i))
        parts.append(ellipsoid((x, 0.049, z), (width * 0.022, 0.012, depth * 0.014), foam, {"roughness": 0.8}))
    return concat_shapes(*parts)


@register("a stretch of sea with waves and foam at the shore")
def sea(*, width=6.0, height=0.11, depth=3.0, water=(0.13, 0.47, 0.6), foam=(0.94, 0.97, 0.98)):
    whole = concat_shapes(
        library_call("swell", width=width, depth=depth, water=water),
        library_call("foam_part", width=width, depth=depth, foam=foam),
    )
    return fitted(whole, width, height, depth)
