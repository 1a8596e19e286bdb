# /// asset
# word = "poker chips"
# synonyms = ["casino chips", "poker chip", "stack of chips", "betting chips", "gambling chips", "stack of poker chips"]
# category = "toys"
# support = "surface"
# colors = ["first", "second", "third", "fourth"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, disc, fitted, moved, rotated


@register("a chip with its striped edge")
def chip(*, tone):
    white = (0.95, 0.94, 0.92)
    return concat_shapes(
        disc((0, 0, 0), (0.02, 0.02), 0.0032, tone, {"roughness": 0.4}),
        *[rotated(box((0.0175, 0.0016, 0), (0.0052, 0.0034, 0.006), white), i * math.pi / 3) for i in range(6)],
        disc((0, 0.0001, 0), (0.0135, 0.0135), 0.0034, white),
        disc((0, 0.0, 0), (0.0115, 0.0115), 0.0037, darker(tone, 0.85)),
    )


@register("a stack of chips")
def stack(*, tone, count):
    return concat_shapes(
        *[
            moved(
                library_call("chip", tone=tone),
                (0.0006 * math.sin(5 * i), 0.0034 * i, 0.0006 * math.cos(3 * i)),
                0.5 * i,
            )
            for i in range(count)
        ]
    )


@register("stacks of poker chips in four colours")
def poker_chips(
    *,
    width=0.16,
    height=0.045,
    depth=0.13,
    first=(0.8, 0.08, 0.1),
    second=(0.1, 0.25, 0.6),
    third=(0.08, 0.42, 0.22),
    fourth=(0.08, 0.08, 0.09),
):
    whole = concat_shapes(
        moved(library_call("stack", tone=first, count=12), (-0.05, 0, -0.02)),
        moved(library_call("stack", tone=second, count=9), (-0.005, 0, -0.028)),
        moved(library_call("stack", tone=third, count=6), (0.04, 0, -0.015)),
        moved(library_call("stack", tone=fourth, count=4), (-0.03, 0, 0.022)),
        moved(library_call("chip", tone=first), (0.02, 0, 0.035)),
        moved(moved(library_call("chip", tone=second), (0, 0, 0), 0.12, (1, 0, 0)), (0.045, 0.003, 0.045)),
    )
    return fitted(whole, width, height, depth)
