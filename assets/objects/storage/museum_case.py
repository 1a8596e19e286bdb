# /// asset
# word = "glass case"
# synonyms = [
#     "museum case", "museum display case", "exhibit case", "glass box on a plinth", "glass cases",
#     "display plinth with glass",
# ]
# category = "storage"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["plinth"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted


@register("a glass case on a plinth")
def museum_case(*, width=0.9, height=1.55, depth=0.7, plinth=(0.2, 0.21, 0.23)):
    glass = ((0.85, 0.92, 0.95), {"opacity": 0.12, "roughness": 0.03})
    rim = ((0.62, 0.52, 0.32), {"metallic": 0.7, "roughness": 0.35})
    whole = concat_shapes(
        block((0, 0, 0), (0.86, 0.08, 0.66), darker(plinth, 0.7)),
        block((0, 0.08, 0), (0.9, 0.78, 0.7), plinth, {"roughness": 0.6}),
        block((0, 0.86, 0), (0.9, 0.03, 0.7), (0.9, 0.89, 0.86), {"roughness": 0.8}),
        *[box((s * 0.444, 1.21, 0), (0.006, 0.64, 0.68), *glass) for s in (-1, 1)],
        *[box((0, 1.21, s * 0.344), (0.88, 0.64, 0.006), *glass) for s in (-1, 1)],
        *[block((x * 0.44, 0.89, z * 0.34), (0.018, 0.66, 0.018), *rim) for x in (-1, 1) for z in (-1, 1)],
        *[box((0, 1.54, z * 0.34), (0.9, 0.02, 0.02), *rim) for z in (-1, 1)],
        *[box((x * 0.44, 1.54, 0), (0.02, 0.02, 0.7), *rim) for x in (-1, 1)],
        box((0, 0.72, 0.352), (0.24, 0.09, 0.004), (0.95, 0.94, 0.9)),
    )
    return fitted(whole, width, height, depth)
