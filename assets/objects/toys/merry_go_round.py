# /// asset
# word = "merry-go-round"
# synonyms = ["playground merry-go-round", "roundabout", "playground roundabout", "merry go round", "spinning disc"]
# category = "toys"
# support = "floor"
# clearance = {front = 1.0, back = 1.0, left = 1.0, right = 1.0}
# colors = ["first", "second", "third", "rails"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, disc, fitted, pipe, ring, rod, rotated


@register("the turning disc with its coloured fields")
def deck(*, tones):
    parts = [
        disc((0, 0.0, 0), (0.35, 0.35), 0.14, (0.25, 0.26, 0.28)),
        disc((0, 0.14, 0), (0.95, 0.95), 0.05, (0.4, 0.42, 0.45)),
    ]
    for i in range(12):
        parts += [
            rotated(
                box(
                    (0.12 + 0.16 * (k + 0.5), 0.192, 0),
                    (0.165, 0.006, 2 * math.tan(math.pi / 12) * (0.12 + 0.16 * k + 0.08)),
                    tones[i % 3],
                ),
                2 * math.pi * i / 12,
            )
            for k in range(5)
        ]
    return concat_shapes(
        *parts, ring((0, 0.165, 0), 0.95, 0.026, (0.75, 0.76, 0.78), {"metallic": 0.7, "roughness": 0.3}, parts=40)
    )


@register("a bent grab rail")
def rail(*, tone):
    look = (tone, {"metallic": 0.3, "roughness": 0.35})
    return pipe(
        [(0.2, 0.19, 0), (0.22, 0.72, 0), (0.3, 0.86, 0), (0.75, 0.86, 0), (0.86, 0.76, 0), (0.88, 0.19, 0)],
        0.021,
        *look,
    )


@register("a playground merry-go-round with grab rails")
def merry_go_round(
    *,
    width=1.96,
    height=0.9,
    depth=1.96,
    first=(0.9, 0.2, 0.18),
    second=(0.98, 0.78, 0.15),
    third=(0.15, 0.45, 0.8),
    rails=(0.9, 0.2, 0.18),
):
    arms = [rotated(library_call("rail", tone=rails), 2 * math.pi * i / 6) for i in range(6)]
    whole = concat_shapes(
        library_call("deck", tones=(first, second, third)),
        *arms,
        rod((0, 0.18, 0), (0, 0.3, 0), 0.12, (0.4, 0.42, 0.45)),
    )
    return fitted(whole, width, height, depth)
