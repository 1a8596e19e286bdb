# /// asset
# word = "rock"
# synonyms = ["boulder", "stone", "rocks", "stones", "rock pile", "garden stone"]
# stands_for = ["cobblestone", "pebble", "pebbles"]
# category = "outdoor"
# support = "floor"
# colors = ["rock_color", "moss"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rotated, tinted


def boulder(size, seed, tone):
    """An uneven lump: overlapping ellipsoids of nearly one colour, none of them on the axis."""
    rng = np.random.default_rng(seed)
    w, h, d = size
    pieces = [ellipsoid((0, 0, 0), (w * 0.46, h * 0.48, d * 0.46), tone, {"roughness": 0.95})]
    for _ in range(7):
        shade = tinted(tone, rng.uniform(0.95, 1.05))
        at = (rng.uniform(-0.2, 0.2) * w, rng.uniform(-0.16, 0.12) * h, rng.uniform(-0.2, 0.2) * d)
        lump = ellipsoid(
            (0, 0, 0),
            (w * rng.uniform(0.3, 0.4), h * rng.uniform(0.3, 0.42), d * rng.uniform(0.3, 0.4)),
            shade,
            {"roughness": 0.95},
        )
        lean, turn = rng.uniform(-0.5, 0.5), rng.uniform(0, 3)
        pieces.append(moved(rotated(lump, turn), at, lean, (0, 0, 1)))
    return concat_shapes(*pieces)


@register("one rock, resting on its lower side")
def one_rock(*, size, seed, rock_color):
    lump = boulder(size, seed, rock_color)
    return moved(lump, (0, -compute_shape_min(lump)[1], 0))


@register("patches of moss")
def moss_patch(*, size, moss):
    return concat_shapes(
        *[
            ellipsoid(
                (x * size, y * size, side * size), (size * r, size * 0.12, size * r * 0.8), moss, {"roughness": 0.98}
            )
            for x, y, side, r in ((0.0, 0.0, 0.0, 0.5), (0.35, -0.05, 0.2, 0.3), (-0.3, -0.06, -0.1, 0.32))
        ]
    )


@register("a group of grey rocks with moss")
def rock(*, width=0.9, height=0.5, depth=0.7, rock_color=(0.56, 0.55, 0.52), moss=(0.4, 0.5, 0.25)):
    main = library_call("one_rock", size=(0.6, 0.46, 0.5), seed=3, rock_color=rock_color)
    second = library_call("one_rock", size=(0.34, 0.24, 0.3), seed=8, rock_color=darker(rock_color, 0.9))
    third = library_call("one_rock", size=(0.2, 0.14, 0.18), seed=5, rock_color=tinted(rock_color, 1.1))
    whole = concat_shapes(
        moved(main, (-0.1, 0, -0.06)),
        moved(second, (0.28, 0, 0.1)),
        moved(third, (0.02, 0, 0.3)),
        moved(library_call("moss_patch", size=0.2, moss=moss), (-0.14, compute_shape_max(main)[1] * 0.93, -0.06)),
    )
    return fitted(whole, width, height, depth)
