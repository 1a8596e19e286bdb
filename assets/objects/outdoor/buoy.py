# /// asset
# word = "buoy"
# synonyms = ["sea buoy", "navigation buoy", "fishing float", "fishing buoy", "buoys"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "band"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, fitted, hoop, lathe, rod


@register("a sea buoy with its cage and lamp")
def buoy(*, width=0.8, height=1.5, depth=0.8, paint=(0.85, 0.14, 0.1), band=(0.95, 0.94, 0.9)):
    gloss = {"roughness": 0.4}
    frame = [
        rod((x * 0.19, 0.48, z * 0.19), (x * 0.08, 1.25, z * 0.08), 0.022, paint) for x in (-1, 1) for z in (-1, 1)
    ]
    braces = [
        box((0, y, z * r), (2 * r, 0.025, 0.025), paint) for y, r in ((0.72, 0.156), (0.98, 0.12)) for z in (-1, 1)
    ]
    sides = [
        box((x * r, y, 0), (0.025, 0.025, 2 * r), paint) for y, r in ((0.72, 0.156), (0.98, 0.12)) for x in (-1, 1)
    ]
    whole = concat_shapes(
        lathe([(0.25, 0), (0.4, 0.08), (0.4, 0.2)], paint, gloss, slices=12),
        rod((0, 0.2, 0), (0, 0.36, 0), 0.4, band, gloss),
        lathe([(0.4, 0.36), (0.36, 0.46), (0.26, 0.52)], paint, gloss, slices=12),
        *frame,
        *braces,
        *sides,
        rod((0, 1.22, 0), (0, 1.27, 0), 0.15, paint),
        rod((0, 1.27, 0), (0, 1.4, 0), 0.07, (1.0, 0.85, 0.4), {"emission": 1.2}),
        ball((0, 1.4, 0), 0.07, (1.0, 0.85, 0.4), {"emission": 1.2}),
        hoop(0.07, 0.018, (0.3, 0.3, 0.31), center=(0.42, 0.28, 0), axis=(0, 0, 1), parts=16),
    )
    return fitted(whole, width, height, depth)
