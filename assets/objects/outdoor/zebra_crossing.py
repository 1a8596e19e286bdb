# /// asset
# word = "zebra crossing"
# synonyms = ["crosswalk", "pedestrian crossing", "zebra stripes", "road crossing"]
# category = "outdoor"
# support = "rug"
# colors = ["stripe", "asphalt"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted


@register("a zebra crossing on a strip of road")
def zebra_crossing(*, width=5.0, height=0.014, depth=3.0, stripe=(0.93, 0.93, 0.9), asphalt=(0.33, 0.34, 0.36)):
    parts = [box((0, 0.005, 0), (5.0, 0.01, 3.0), asphalt, {"roughness": 0.95})]
    parts += [box((-2.2 + 0.88 * k, 0.011, 0), (0.48, 0.006, 2.5), stripe, {"roughness": 0.8}) for k in range(6)]
    return fitted(concat_shapes(*parts), width, height, depth)
