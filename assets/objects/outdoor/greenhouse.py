# /// asset
# word = "greenhouse"
# synonyms = ["glasshouse", "hothouse", "glass greenhouse", "garden greenhouse"]
# stands_for = ["conservatory", "cold frame"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, lathe, moved, rod, tinted

GLASS = ((0.8, 0.92, 0.93), {"opacity": 0.22, "roughness": 0.04})


@register("the frame with its panes")
def frame(*, paint):
    w, d, eave, top = 1.0, 1.25, 1.55, 2.2
    bars, glass = [], []
    for i in range(6):
        z = -d + 2 * d * i / 5
        for s in (-1, 1):
            bars.append(box((s * w, eave / 2, z), (0.04, eave, 0.04), paint))
            bars.append(beam((s * w, eave, z), (0, top, z), (0.04, 0.04), paint))
    for s in (-1, 1):
        bars += [box((s * w, y, 0), (0.045, 0.045, 2 * d), paint) for y in (0.45, 1.0, eave)]
        bars.append(box((s * w, 0.22, 0), (0.05, 0.44, 2 * d - 0.02), tinted(paint, 0.9)))
        glass.append(box((s * w, 1.0, 0), (0.006, 1.08, 2 * d - 0.06), *GLASS))
        pane = box((0, 0, 0), (math.hypot(w, top - eave) - 0.02, 0.006, 2 * d - 0.02), *GLASS)
        glass.append(moved(pane, (s * w / 2, (eave + top) / 2, 0), -s * math.atan2(top - eave, w), (0, 0, 1)))
        for x in (-0.62, -0.42, 0.42, 0.62):
            bars.append(
                box((x, (eave + (1 - abs(x)) * 0.65) / 2, s * d), (0.04, eave + (1 - abs(x)) * 0.65, 0.04), paint)
            )
        bars += [box((x * 0.71, y, s * d), (0.58, 0.045, 0.045), paint) for x in (-1, 1) for y in (0.45, eave)]
        bars += [box((x * 0.71, 0.22, s * (d - 0.001)), (0.56, 0.44, 0.05), tinted(paint, 0.9)) for x in (-1, 1)]
        glass += [box((x * 0.71, 1.0, s * d), (0.54, 1.06, 0.006), *GLASS) for x in (-1, 1)]
        glass += [box((0, eave + 0.0325 + 0.065 * k, s * d), (1.9 - 0.2 * k, 0.065, 0.006), *GLASS) for k in range(9)]
        bars.append(box((0, eave, s * d), (0.9, 0.045, 0.04), paint))
    door = [box((0, 0.78, -d), (0.78, 1.52, 0.006), *GLASS), box((0, 0.24, d + 0.02), (0.76, 0.44, 0.03), paint)]
    door += [box((x, 0.78, d + 0.02), (0.05, 1.52, 0.035), paint) for x in (-0.37, 0.37)]
    door += [box((0, y, d + 0.02), (0.76, 0.05, 0.034), paint) for y in (0.48, 1.0, 1.51)]
    door += [
        box((0, 1.0, d + 0.018), (0.7, 1.0, 0.006), *GLASS),
        rod((0.3, 0.9, d + 0.03), (0.3, 0.9, d + 0.07), 0.014, (0.2, 0.2, 0.2)),
    ]
    ridge = box((0, top, 0), (0.06, 0.05, 2 * d + 0.04), paint)
    return concat_shapes(*bars, *glass, *door, ridge)


@register("a bench of potted plants")
def bench():
    rng, wood, clay = np.random.default_rng(5), surface("pine"), surface("terracotta")
    parts = [box((0, 0.72, 0), (0.5, 0.03, 2.2), *wood)]
    parts += [box((x, 0.355, z), (0.05, 0.71, 0.05), *wood) for x in (-0.2, 0.2) for z in (-1.0, 1.0)]
    for i in range(7):
        z, tall = -0.93 + 0.31 * i, rng.uniform(0.2, 0.42)
        parts.append(lathe([(0.07, 0.735), (0.1, 0.9)], *clay, slices=5))
        parts[-1] = moved(parts[-1], (0, 0, z))
        parts.append(rod((0, 0.88, z), (0, 0.9 + tall * 0.8, z), 0.012, (0.25, 0.45, 0.18)))
        parts += [
            ellipsoid(
                (rng.uniform(-0.06, 0.06), 0.92 + tall * rng.uniform(0.1, 1.0), z + rng.uniform(-0.06, 0.06)),
                (0.085, 0.06, 0.085),
                (0.2 + rng.uniform(0, 0.1), 0.45 + rng.uniform(0, 0.15), 0.15),
            )
            for _ in range(8)
        ]
        if i % 2:
            parts += [
                ellipsoid((0.08, 0.98 + 0.1 * k, z + 0.05 * (k - 1)), (0.035,) * 3, (0.88, 0.15, 0.1)) for k in range(3)
            ]
    return concat_shapes(*parts)


@register("a glass greenhouse with a pitched roof and plants on benches inside")
def greenhouse(*, width=2.1, height=2.25, depth=2.6, paint=(0.93, 0.94, 0.93)):
    whole = concat_shapes(
        box((0, 0.01, 0), (1.98, 0.02, 2.48), (0.6, 0.58, 0.54)),
        library_call("frame", paint=paint),
        *[place("bench", at=(s * 0.68, 0.01, -0.02)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
