# /// asset
# word = "macarons"
# synonyms = ["plate of macarons", "french macarons", "pile of macarons", "macaroons"]
# category = "food"
# support = "surface"
# colors = ["first"]
# ///
import math

from scene.language import *
from scene.language.modelling import darker, disc, ellipsoid, fitted, moved, rod


@register("a filled biscuit of two shells")
def macaron(*, tone):
    return concat_shapes(
        *[ellipsoid((0, y, 0), (0.023, 0.009, 0.023), tone, {"roughness": 0.6}) for y in (0.009, 0.024)],
        *[rod((0, y, 0), (0, y + 0.003, 0), 0.0235, darker(tone, 0.92)) for y in (0.009, 0.021)],
        rod((0, 0.011, 0), (0, 0.022, 0), 0.021, (0.97, 0.93, 0.85)),
    )


@register("a plate of coloured macarons")
def macarons(*, width=0.22, height=0.085, depth=0.22, first=(0.95, 0.6, 0.7)):
    tones = (first, (0.7, 0.85, 0.6), (0.98, 0.88, 0.55), (0.75, 0.65, 0.88), (0.72, 0.5, 0.36), (0.6, 0.8, 0.9))
    parts = [
        disc((0, 0, 0), (0.075, 0.075), 0.006, (0.97, 0.97, 0.96), {"roughness": 0.2}),
        disc((0, 0.005, 0), (0.11, 0.11), 0.006, (0.97, 0.97, 0.96), {"roughness": 0.2}),
    ]
    for i in range(7):
        at = (0, 0.011, 0) if i == 6 else (0.056 * math.cos(1.047 * i), 0.011, 0.056 * math.sin(1.047 * i))
        parts.append(moved(library_call("macaron", tone=tones[i % 6]), at))
    parts += [
        moved(
            library_call("macaron", tone=tones[(i + 3) % 6]),
            (0.028 * math.cos(2.1 * i), 0.044, 0.028 * math.sin(2.1 * i)),
        )
        for i in range(3)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
