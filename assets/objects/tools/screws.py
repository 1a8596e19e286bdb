# /// asset
# word = "screws"
# synonyms = ["screw", "bolt", "bolts", "nuts and bolts", "box of screws", "jar of screws"]
# stands_for = [
#     "nails", "nail", "box of nails", "jar of nails", "paper clips", "paper clip", "paperclips", "paperclip",
#     "pushpins", "pushpin", "thumbtack", "thumbtacks", "drawing pins", "binder clips", "safety pins", "bobby pins",
#     "hair clips", "hair ties", "buttons", "button", "coins", "coin", "marbles", "pins", "gears",
# ]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, fitted, moved, rod, rotated, round_wall


@register("the dish")
def dish_part(*, paint):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.006, 0), 0.05, paint), round_wall((0.05, 0.003), (0.06, 0.032), 0.004, paint, panels=34)
    )


@register("a screw")
def screw_part(*, metal):
    look = {"metallic": 0.9, "roughness": 0.35}
    return concat_shapes(
        rod((-0.013, 0, 0), (0.012, 0, 0), 0.0022, metal, look),
        cone((0.012, 0, 0), (0.018, 0, 0), 0.0022, metal, look),
        rod((-0.0155, 0, 0), (-0.0125, 0, 0), 0.0052, metal, look),
        *[rod((-0.008 + 0.004 * i, 0, 0), (-0.0068 + 0.004 * i, 0, 0), 0.0029, metal, look) for i in range(5)],
    )


@register("a dish of screws and bolts")
def screws(*, width=0.12, height=0.05, depth=0.12, paint=(0.3, 0.45, 0.6)):
    tones = ((0.78, 0.79, 0.82), (0.82, 0.68, 0.35), (0.55, 0.56, 0.6))
    heap = [
        moved(
            rotated(library_call("screw_part", metal=tones[i % 3]), 0.4 * math.sin(3 * i), (0, 0, 1)),
            (
                0.034 * math.sqrt(i / 30) * math.cos(2.4 * i),
                0.012 + 0.026 * (1 - i / 30) + 0.003 * math.sin(i),
                0.034 * math.sqrt(i / 30) * math.sin(2.4 * i),
            ),
            1.7 * i,
        )
        for i in range(30)
    ]
    whole = concat_shapes(library_call("dish_part", paint=paint), *heap)
    return fitted(whole, width, height, depth)
