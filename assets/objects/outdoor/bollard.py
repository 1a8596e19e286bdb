# /// asset
# word = "bollard"
# synonyms = ["bollards", "mooring bollard", "street bollard", "iron bollard", "traffic bollard", "parking post"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import fitted, lathe, ring


@register("a cast iron bollard with a rounded head")
def bollard(*, width=0.26, height=0.95, depth=0.26, paint=(0.12, 0.13, 0.15)):
    metal = {"roughness": 0.45, "metallic": 0.3}
    body = lathe(
        [
            (0.13, 0),
            (0.13, 0.05),
            (0.085, 0.1),
            (0.075, 0.68),
            (0.11, 0.72),
            (0.11, 0.76),
            (0.08, 0.78),
            (0.1, 0.86),
            (0.07, 0.93),
            (0.0, 0.95),
        ],
        paint,
        metal,
        slices=48,
    )
    return fitted(
        concat_shapes(body, ring((0, 0.5, 0), 0.08, 0.012, (0.92, 0.92, 0.9), parts=24)), width, height, depth
    )
