# /// asset
# word = "oil drum"
# synonyms = [
#     "oil barrel", "metal drum", "steel drum", "metal barrel", "chemical drum", "fuel drum", "oil drums",
#     "oil barrels",
# ]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import darker, fitted, ring, rod


@register("a ribbed steel drum")
def oil_drum(*, width=0.6, height=0.88, depth=0.6, paint=(0.12, 0.32, 0.55)):
    metal = {"roughness": 0.4, "metallic": 0.3}
    whole = concat_shapes(
        rod((0, 0, 0), (0, 0.87, 0), 0.285, paint, metal),
        *[ring((0, y, 0), 0.288, 0.012, darker(paint, 0.9), metal, parts=40) for y in (0.012, 0.3, 0.58, 0.868)],
        *[ring((0, y, 0), 0.285, 0.006, darker(paint, 0.85), metal, parts=40) for y in (0.1, 0.15, 0.72, 0.77)],
        rod((0, 0.865, 0), (0, 0.872, 0), 0.27, darker(paint, 0.9), metal),
        rod((0.17, 0.87, 0.05), (0.17, 0.885, 0.05), 0.035, (0.7, 0.71, 0.73), {"metallic": 0.8}),
        rod((-0.18, 0.87, -0.04), (-0.18, 0.882, -0.04), 0.018, (0.7, 0.71, 0.73), {"metallic": 0.8}),
    )
    return fitted(whole, width, height, depth)
