# /// asset
# word = "easter egg"
# synonyms = ["painted egg", "coloured egg", "colored egg", "dyed egg", "decorated egg", "easter eggs"]
# category = "food"
# support = "surface"
# colors = ["first", "second", "third"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted, hoop, moved, rotated, tinted

SATIN = {"roughness": 0.35}


@register("an egg with painted bands and dots")
def painted(*, tone, band):
    parts = [ellipsoid((0, 0.033, 0), (0.025, 0.033, 0.025), tone, SATIN)]
    for y in (0.02, 0.046):
        r = 0.0252 * math.sqrt(1 - ((y - 0.033) / 0.033) ** 2)
        parts.append(hoop(r, 0.0016, band, SATIN, center=(0, y, 0), parts=24))
    for k in range(10):
        a = k * 0.628
        parts.append(
            ball(
                (0.0245 * math.cos(a), 0.033 + 0.005 * (-1) ** k, 0.0245 * math.sin(a)),
                0.0028,
                tinted(band, 1.1),
                SATIN,
            )
        )
    return concat_shapes(*parts)


@register("three painted Easter eggs")
def easter_egg(
    *, width=0.15, height=0.06, depth=0.13, first=(0.92, 0.4, 0.5), second=(0.32, 0.62, 0.82), third=(0.97, 0.8, 0.25)
):
    white = (0.98, 0.97, 0.93)
    lying = rotated(library_call("painted", tone=third, band=first), 1.45, (1, 0, 0))
    whole = concat_shapes(
        moved(library_call("painted", tone=first, band=white), (-0.03, 0, -0.012)),
        moved(library_call("painted", tone=second, band=third), (0.028, 0, -0.02), 0.5),
        moved(rotated(lying, 0.7), (-0.02, 0.025, 0.03)),
    )
    return fitted(whole, width, height, depth)
