# /// asset
# word = "urinal"
# synonyms = ["wall urinal", "urinals"]
# category = "bath"
# support = "wall"
# clearance = {front = 0.5}
# colors = ["ware"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, stretched, tube


@register("the open bowl against its back")
def urinal_bowl(*, ware):
    gloss = {"roughness": 0.12}
    radius_x, radius_z, parts, lip = 0.17, 0.26, [], []
    for i in range(61):
        a = -math.pi * 0.5 + math.pi * i / 60  # from the left side by the front to the right
        x, z = radius_x * math.sin(a), 0.03 + radius_z * math.cos(a)
        top = 0.26 + 0.42 * abs(math.sin(a)) ** 3.2
        low = 0.08 * math.cos(a)
        parts.append(
            moved(box((0, (top + low) / 2, 0), (0.03, top - low, 0.032), ware, gloss), (x, 0, z), a + math.pi / 2)
        )
        lip.append((x, top, z))
    bottom = [
        moved(
            stretched(rod((0, y, 0), (0, y + 0.013, 0), 1.0, ware, gloss), (r * radius_x, 1, r * radius_z)),
            (0, 0, 0.03),
        )
        for y, r in ((0.055, 0.62), (0.067, 0.75), (0.079, 0.85), (0.091, 0.92), (0.103, 0.97), (0.115, 0.99))
    ]
    back = [
        box((0, 0.36, 0.018), (0.37, 0.72, 0.035), ware, gloss),
        moved(stretched(rod((0, 0, 0), (0, 0, 0.035), 1.0, ware, gloss), (0.185, 0.09, 1)), (0, 0.72, 0.0005)),
        ellipsoid((0, 0.71, 0.03), (0.15, 0.06, 0.06), ware, gloss),
    ]
    drain = [
        rod((0, 0.128, 0.13), (0, 0.1305, 0.13), 0.035, *surface("chrome")),
        *[
            rod((x, 0.13, 0.13 + z), (x, 0.1315, 0.13 + z), 0.005, (0.1, 0.1, 0.1))
            for x, z in ((0, 0), (0.017, 0), (-0.017, 0), (0, 0.017), (0, -0.017))
        ],
    ]
    return concat_shapes(tube(lip, 0.0165, ware, gloss), *parts, *bottom, *back, *drain)


@register("the flush pipe with its button")
def flush_valve():
    chrome = surface("chrome")
    return concat_shapes(
        rod((0, 0.74, 0.045), (0, 0.98, 0.045), 0.014, *chrome),
        rod((0, 0.76, 0.045), (0, 0.78, 0.045), 0.026, *chrome),
        rod((0, 0.9, 0.045), (0, 1.0, 0.045), 0.026, *chrome),
        rod((0, 0.95, 0.0), (0, 0.95, 0.075), 0.02, *chrome),
        rod((0, 0.95, 0.0), (0, 0.95, 0.006), 0.04, *chrome),
        rod((0, 0.95, 0.07), (0, 0.95, 0.085), 0.014, *surface("steel")),
    )


@register("a white wall urinal with a flush valve")
def urinal(*, width=0.38, height=1.0, depth=0.32, ware=(0.95, 0.95, 0.94)):
    whole = concat_shapes(library_call("urinal_bowl", ware=ware), library_call("flush_valve"))
    return fitted(whole, width, height, depth)
