# /// asset
# word = "spirit level"
# synonyms = ["level", "bubble level", "carpenter's level", "builder's level"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, rod

FLUID = ((0.7, 0.92, 0.2), {"roughness": 0.05})


@register("a spirit level with three bubbles")
def spirit_level(*, width=0.6, height=0.06, depth=0.026, paint=(0.95, 0.75, 0.08)):
    parts = [
        box((0, 0.03, 0), (0.58, 0.058, 0.02), paint, {"roughness": 0.35}),
        *[box((0, y, 0), (0.58, 0.006, 0.026), paint, {"roughness": 0.35}) for y in (0.003, 0.057)],
        *[box((s * 0.293, 0.03, 0), (0.014, 0.06, 0.026), (0.1, 0.1, 0.11)) for s in (-1, 1)],
        box((0, 0.045, 0), (0.07, 0.025, 0.022), (0.12, 0.12, 0.13)),
        rod((-0.028, 0.045, 0), (0.028, 0.045, 0), 0.0115, *FLUID),
        rod((-0.006, 0.05, 0.008), (0.006, 0.05, 0.008), 0.005, (0.96, 0.98, 0.9)),
        *[rod((s * 0.013, 0.045, 0), (s * 0.0145, 0.045, 0), 0.012, (0.1, 0.1, 0.1)) for s in (-1, 1)],
    ]
    for s in (-1, 1):
        parts.append(rod((s * 0.21, 0.03, -0.011), (s * 0.21, 0.03, 0.011), 0.023, (0.12, 0.12, 0.13)))
        parts.append(rod((s * 0.21, 0.014, 0.0), (s * 0.21, 0.046, 0.0), 0.0125, *FLUID))
        parts.append(box((s * 0.12, 0.028, 0.0102), (0.07, 0.02, 0.001), (0.1, 0.1, 0.11)))
    return fitted(concat_shapes(*parts), width, height, depth)
