# /// asset
# word = "string lights"
# synonyms = [
#     "string light", "fairy lights", "christmas lights", "light string", "garland lights", "bulb garland",
#     "lights garland",
# ]
# stands_for = ["led strip light", "icicle lights"]
# category = "lighting"
# support = "wall"
# colors = ["glow"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, moved, pipe, rod


@register("a glowing bulb on the string")
def bulb(look, cap):
    return concat_shapes(
        rod((0, -0.03, 0), (0, 0, 0), 0.011, *cap), ellipsoid((0, -0.05, 0), (0.02, 0.028, 0.02), *look)
    )


@register("a string of glowing bulbs hung in swags along a wall")
def string_lights(*, width=2.0, depth=0.045, height=0.36, glow=(1.0, 0.86, 0.55)) -> Shape:
    lit = glow, {"roughness": 0.4, "emission": 2.0}
    wire = finish("black rubber")
    swags = 3 if width < 2.6 else max(2, round(width / 2.3))
    per = 6 if width < 2.6 else max(6, round(width / swags / 0.24))
    sag = 0.88 if width < 2.6 else 1.2
    points = []
    for i in range(swags * per + 1):
        f = (i % per) / per if i < swags * per else 0.0
        points.append((width * (i / (swags * per) - 0.5), 0.3 - sag * f * (1 - f), 0.0))
    parts = [pipe(points, 0.004, *wire)]
    parts += [moved(library_call("bulb", look=lit, cap=wire), points[i]) for i in range(len(points)) if i % per]
    parts += [
        rod((points[i * per][0], 0.3, -0.022), (points[i * per][0], 0.3, 0.012), 0.012, *finish("steel"))
        for i in range(swags + 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
