# /// asset
# word = "kayak"
# synonyms = ["sea kayak", "kayaks", "surf kayak", "touring kayak", "river kayak"]
# category = "outdoor"
# support = "floor"
# colors = ["hull", "paddle"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, disc, ellipsoid, fitted, lathe, moved, oval_wall, rod, rotated, stretched


@register("the slender closed hull with its cockpit")
def hull_part(*, hull):
    gloss = {"roughness": 0.25}
    line = [(0.31 * (1 - (k / 16) ** 2) ** 0.75 + 0.012, 1.85 * k / 16) for k in range(-16, 17)]
    shell = rotated(lathe(line, hull, gloss, slices=72), math.pi / 2, (1, 0, 0))
    parts = [moved(stretched(shell, (1, 0.52, 1)), (0, 0.165, 0))]
    rim = (0.1, 0.1, 0.11)
    return concat_shapes(
        *parts,
        oval_wall((0, 0.29, -0.1), (0.2, 0.4), (0.21, 0.42), 0.06, rim, thickness=0.025),
        disc((0, 0.315, -0.1), (0.19, 0.39), 0.004, (0.05, 0.05, 0.055)),
        moved(ellipsoid((0, 0, 0), (0.16, 0.14, 0.04), (0.15, 0.15, 0.16)), (0, 0.38, -0.36)),
        *[disc((0, 0.305, z), (0.1, 0.14), 0.012, darker(hull, 0.5)) for z in (0.85, -0.95)],
        *[rod((-0.14, 0.31, z), (0.14, 0.31, z), 0.006, rim) for z in (0.55, 1.15, -1.25)],
    )


@register("a kayak with its double paddle across it")
def kayak(*, width=0.75, height=0.48, depth=3.7, hull=(0.92, 0.42, 0.08), paddle=(0.1, 0.12, 0.14)):
    blades = [ellipsoid((0, 0, s * 1.05), (0.085, 0.012, 0.22), (0.98, 0.8, 0.15)) for s in (-1, 1)]
    double = concat_shapes(rod((0, 0, -1.0), (0, 0, 1.0), 0.015, paddle), *blades)
    return fitted(
        concat_shapes(library_call("hull_part", hull=hull), moved(rotated(double, 0.22), (0.05, 0.37, 0.25))),
        width,
        height,
        depth,
    )
