# /// asset
# word = "road surface"
# synonyms = ["asphalt road", "strip of road", "tarmac road", "road lane", "stretch of road", "country road", "roadway"]
# category = "outdoor"
# support = "rug"
# colors = ["asphalt", "line"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted


@register("a stretch of asphalt road with a broken middle line")
def road(*, width=4.6, height=0.014, depth=9.0, asphalt=(0.33, 0.34, 0.36), line=(0.93, 0.92, 0.86)):
    parts = [box((0, 0.005, 0), (4.6, 0.01, 9.0), asphalt, {"roughness": 0.95})]
    parts += [box((0, 0.011, -3.9 + 1.3 * k), (0.12, 0.006, 0.75), line, {"roughness": 0.8}) for k in range(7)]
    parts += [box((s * 2.16, 0.011, 0), (0.1, 0.006, 9.0), line, {"roughness": 0.8}) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
