# /// asset
# word = "mixing console"
# synonyms = ["audio mixer", "mixing desk", "mixer board", "sound board", "soundboard", "audio console", "dj mixer"]
# category = "music"
# support = "surface"
# colors = ["casing", "accent"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the sloping case with wooden cheeks")
def case(*, width, depth, low, high, casing):
    rise = math.atan2(high - low, depth)
    top = moved(
        box((0, 0, 0), (width * 0.96, 0.02, depth / math.cos(rise)), casing, {"roughness": 0.5}),
        (0, (low + high) / 2 - 0.01, 0),
        rise,
        (1, 0, 0),
    )
    cheeks = [
        concat_shapes(
            *[
                box(
                    (x * width * 0.485, (low + (high - low) * (0.5 - t)) * 0.52, depth * t),
                    (width * 0.03, (low + (high - low) * (0.5 - t)) * 1.04, depth * 0.105),
                    *surface("walnut"),
                )
                for t in np.linspace(-0.45, 0.45, 10)
            ]
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        top,
        *cheeks,
        box((0, low * 0.4, depth * 0.49), (width * 0.96, low * 0.8, depth * 0.02), casing),
        box((0, high * 0.45, -depth * 0.49), (width * 0.96, high * 0.9, depth * 0.02), casing),
    )


@register("a channel strip: knobs and a fader")
def channel(*, step, depth, index, accent):
    tints = ((0.9, 0.35, 0.3), (0.35, 0.75, 0.45), accent, (0.95, 0.8, 0.3))
    knobs = [
        rod((0, 0.01, depth * (-0.38 + 0.105 * k)), (0, 0.026, depth * (-0.38 + 0.105 * k)), step * 0.28, tints[k % 4])
        for k in range(4)
    ]
    level = (0.1, 0.22, 0.16, 0.3, 0.2, 0.12, 0.26, 0.18)[index % 8]
    return concat_shapes(
        *knobs,
        box((0, 0.0105, depth * 0.24), (step * 0.1, 0.003, depth * 0.36), (0.03, 0.03, 0.03)),
        box((0, 0.02, depth * (0.42 - level)), (step * 0.5, 0.018, depth * 0.055), (0.93, 0.93, 0.93)),
    )


@register("the meters")
def meters(*, width, depth):
    bars = [
        box(
            (x * width, 0.012, depth * (0.3 - 0.07 * k)),
            (width * 0.22, 0.004, depth * 0.05),
            (
                (0.3, 0.9, 0.4),
                (0.3, 0.9, 0.4),
                (0.3, 0.9, 0.4),
                (0.3, 0.9, 0.4),
                (0.95, 0.85, 0.3),
                (0.95, 0.85, 0.3),
                (0.95, 0.3, 0.25),
            )[k],
            {"emission": 1.0},
        )
        for x in (-0.2, 0.2)
        for k in range(7)
    ]
    return concat_shapes(box((0, 0.0105, depth * 0.1), (width * 0.9, 0.003, depth * 0.64), (0.05, 0.05, 0.06)), *bars)


@register("a mixing console with faders, knobs and meters")
def mixing_console(*, width=0.8, depth=0.5, height=0.17, casing=(0.13, 0.14, 0.16), accent=(0.3, 0.65, 0.9)):
    low, high, count = height * 0.4, height * 0.92, 11
    rise = math.atan2(high - low, depth)
    step = width * 0.78 / count
    plane = translation_matrix((0, (low + high) / 2 - 0.01, 0)) @ rotation_matrix(rise, (1, 0, 0), (0, 0, 0))
    strips = [
        moved(
            library_call("channel", step=step, depth=depth * 0.92, index=i, accent=accent),
            (width * -0.45 + (i + 0.5) * step, 0, 0),
        )
        for i in range(count)
    ]
    top = transform_shape(
        concat_shapes(
            *strips,
            moved(library_call("meters", width=width * 0.13, depth=depth * 0.7), (width * 0.4, 0, -depth * 0.06)),
        ),
        plane,
    )
    whole = concat_shapes(library_call("case", width=width, depth=depth, low=low, high=high, casing=casing), top)
    return fitted(whole, width, height, depth)
