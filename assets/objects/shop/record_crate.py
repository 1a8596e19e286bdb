# /// asset
# word = "crate of records"
# synonyms = [
#     "record crate", "record bin", "box of records", "crate of vinyl", "bin of records", "vinyl crate",
#     "crate of vinyl records", "crate of lps", "box of vinyl", "bin of vinyl records", "basket of records",
# ]
# category = "shop"
# support = "floor"
# colors = ["paint"]
# materials = ["frame"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, moved, rod


@register("the wooden crate on its legs")
def record_box(*, look):
    dark = (darker(look[0], 0.8), look[1])
    sides = [box((0, 0.52 + 0.1 * k, s * 0.2), (0.74, 0.085, 0.016), *look) for s in (-1, 1) for k in range(2)]
    ends = [box((s * 0.362, 0.52 + 0.1 * k, 0), (0.016, 0.085, 0.4), *look) for s in (-1, 1) for k in range(2)]
    legs = [box((x * 0.35, 0.33, z * 0.19), (0.036, 0.66, 0.036), *dark) for x in (-1, 1) for z in (-1, 1)]
    return concat_shapes(
        *sides,
        *ends,
        *legs,
        box((0, 0.465, 0), (0.72, 0.016, 0.38), *dark),
        rod((-0.35, 0.15, 0), (0.35, 0.15, 0), 0.014, *dark),
        *[rod((s * 0.35, 0.15, -0.19), (s * 0.35, 0.15, 0.19), 0.014, *dark) for s in (-1, 1)],
    )


@register("a record sleeve with its picture")
def sleeve(*, tone, mark, pattern):
    front = [box((0, 0.155, 0), (0.31, 0.31, 0.005), tone, {"roughness": 0.5})]
    if pattern == 0:
        front.append(rod((0, 0.155, 0.0025), (0, 0.155, 0.004), 0.09, mark))
        front.append(rod((0, 0.155, 0.004), (0, 0.155, 0.005), 0.05, tone))
    elif pattern == 1:
        front += [box((0, 0.25 - 0.05 * k, 0.003), (0.25, 0.02, 0.002), mark) for k in range(4)]
    else:
        front += [
            box((0, 0.27, 0.003), (0.31, 0.05, 0.002), mark),
            box((-0.05, 0.12, 0.003), (0.16, 0.16, 0.002), darker(mark, 0.7)),
        ]
    return concat_shapes(*front)


@register("a wooden crate of vinyl records to leaf through")
def record_crate(*, width=0.76, height=0.83, depth=0.46, paint=None, frame="pine"):
    chance = np.random.default_rng(8)
    tones = (
        (0.85, 0.25, 0.2),
        (0.15, 0.3, 0.5),
        (0.95, 0.75, 0.25),
        (0.1, 0.1, 0.12),
        (0.92, 0.88, 0.8),
        (0.3, 0.55, 0.45),
        (0.6, 0.35, 0.6),
        (0.95, 0.5, 0.3),
    )
    parts = [library_call("record_box", look=finish(frame, paint))]
    for side in (-1, 1):
        for k in range(22):
            z = -0.16 + 0.0145 * k
            one = library_call(
                "sleeve",
                tone=tones[int(chance.integers(8))],
                mark=tones[int(chance.integers(8))],
                pattern=int(chance.integers(3)),
            )
            lean = -0.12 if k < 15 else 0.16
            parts.append(
                moved(
                    one,
                    (side * 0.172 + chance.uniform(-0.006, 0.006), 0.476 + chance.uniform(0, 0.012), z),
                    lean,
                    (1, 0, 0),
                )
            )
    return fitted(concat_shapes(*parts), width, height, depth)
