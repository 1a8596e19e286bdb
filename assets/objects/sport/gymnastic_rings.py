# /// asset
# word = "gymnastic rings"
# synonyms = ["gym rings", "gymnastics rings", "still rings", "hanging rings"]
# category = "sport"
# support = "ceiling"
# colors = ["strap"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, hoop


@register("a pair of wooden rings that hang from straps")
def gymnastic_rings(*, width=0.8, height=1.4, depth=0.16, strap=(0.12, 0.13, 0.16), wood="birch"):
    parts = [box((0, 1.38, 0), (0.8, 0.05, 0.08), (0.3, 0.31, 0.33), {"metallic": 0.6, "roughness": 0.4})]
    for s in (-1, 1):
        parts.append(box((s * 0.26, 0.8, 0), (0.035, 1.15, 0.004), strap))
        parts.append(box((s * 0.26, 1.0, 0.004), (0.055, 0.05, 0.012), (0.6, 0.6, 0.62), {"metallic": 0.8}))
        parts.append(hoop(0.1, 0.015, *surface(wood), center=(s * 0.26, 0.13, 0), axis=(0, 0, 1), parts=26))
    return fitted(concat_shapes(*parts), width, height, depth)
