# /// asset
# word = "skateboard"
# synonyms = ["longboard", "skate board"]
# stands_for = ["skate"]
# category = "sport"
# support = "surface"
# colors = ["deck_color", "wheels"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the deck with grip tape and turned-up ends")
def board(*, length, width, thick, deck_color):
    count, parts = 18, []
    for i in range(count):
        t = (i + 0.5) / count - 0.5
        rise = max(0.0, abs(t) - 0.34) ** 1.5 * length * 1.7
        slope = math.copysign(math.atan(1.5 * max(0.0, abs(t) - 0.34) ** 0.5 * 1.7), t) if abs(t) > 0.34 else 0.0
        end = max(0.0, (abs(t) - 0.36) / 0.14)
        wide = width * math.sqrt(max(0.0, 1 - min(1.0, end) ** 2.4))
        piece = concat_shapes(
            box((0, 0, 0), (length / count * 1.08, thick, wide), deck_color),
            box(
                (0, thick * 0.55, 0),
                (length / count * 1.06, thick * 0.2, wide * 0.985),
                (0.1, 0.1, 0.11),
                {"roughness": 0.98},
            ),
        )
        parts.append(moved(piece, (t * length, rise, 0), slope, (0, 0, 1)))
    return concat_shapes(
        *parts,
        *[
            ellipsoid((x * length * 0.28 + dx * 0.03, thick * 0.7, dz * 0.022), (0.004, 0.002, 0.004), (0.8, 0.8, 0.82))
            for x in (-1, 1)
            for dx in (-1, 1)
            for dz in (-1, 1)
        ],
    )


@register("a truck with two wheels")
def truck(*, width, radius, wheels):
    steel = surface("steel")
    return concat_shapes(
        box((0, radius * 1.75, 0), (radius * 2.4, radius * 0.5, width * 0.34), *steel),
        rod((0, radius * 1.7, 0), (0, radius, 0), radius * 0.5, *steel),
        rod((0, radius, -width * 0.46), (0, radius, width * 0.46), radius * 0.24, *steel),
        *[
            rod((0, radius, s * width * 0.3), (0, radius, s * width * 0.48), radius, wheels, {"roughness": 0.5})
            for s in (-1, 1)
        ],
        *[
            rod((0, radius, s * width * 0.478), (0, radius, s * width * 0.49), radius * 0.4, (0.3, 0.3, 0.32))
            for s in (-1, 1)
        ],
    )


@register("a skateboard with curved ends, trucks and wheels")
def skateboard(*, width=0.8, depth=0.2, height=0.13, deck_color=(0.85, 0.35, 0.2), wheels=(0.95, 0.93, 0.85)):
    r = height * 0.22
    whole = concat_shapes(
        moved(library_call("board", length=width, width=depth, thick=0.014, deck_color=deck_color), (0, r * 2.1, 0)),
        *[
            moved(library_call("truck", width=depth * 0.92, radius=r, wheels=wheels), (x * width * 0.28, 0, 0))
            for x in (-1, 1)
        ],
    )
    return fitted(whole, width, height, depth)
