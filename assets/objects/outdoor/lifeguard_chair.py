# /// asset
# word = "lifeguard chair"
# synonyms = ["lifeguard tower", "lifeguard stand", "lifeguard seat", "umpire chair", "life guard chair"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "accent"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, fitted, hoop, moved, rod


@register("the leaning legs with their braces")
def legs(*, paint):
    size = (0.06, 0.06)
    parts = []
    for s in (-1, 1):
        parts.append(beam((s * 0.48, 0, 0.5), (s * 0.34, 1.5, 0.2), size, paint))
        parts.append(beam((s * 0.48, 0, -0.5), (s * 0.34, 1.5, -0.26), size, paint))
        parts.append(beam((s * 0.45, 0.35, 0.42), (s * 0.38, 1.15, -0.3), (0.04, 0.04), paint))
        parts.append(beam((s * 0.44, 0.45, 0.4), (s * 0.44, 0.45, -0.42), (0.04, 0.05), paint))
    parts.append(beam((-0.44, 0.45, -0.42), (0.44, 0.45, -0.42), (0.04, 0.05), paint))
    return concat_shapes(*parts)


@register("the rungs up the front")
def rungs(*, paint):
    return concat_shapes(
        *[
            beam(
                (-0.47 + 0.03 * i, 0.27 * (i + 1), 0.47 - 0.054 * i),
                (0.47 - 0.03 * i, 0.27 * (i + 1), 0.47 - 0.054 * i),
                (0.08, 0.035),
                paint,
            )
            for i in range(4)
        ]
    )


@register("the seat with its back and arms")
def seat(*, paint, accent):
    slats = [block((0, 1.5, 0.2 - 0.105 * i), (0.78, 0.03, 0.09), paint) for i in range(5)]
    back = [
        moved(
            box((0, 0, 0), (0.74, 0.1, 0.025), accent if i == 2 else paint),
            (0, 1.68 + 0.13 * i, -0.27 - 0.025 * i),
            -0.19,
            (1, 0, 0),
        )
        for i in range(4)
    ]
    arms = [box((s * 0.4, 1.76, -0.02), (0.09, 0.03, 0.56), paint) for s in (-1, 1)]
    posts = [beam((s * 0.4, 1.5, 0.2), (s * 0.4, 1.76, 0.2), (0.05, 0.05), paint) for s in (-1, 1)]
    rear = [beam((s * 0.38, 1.5, -0.26), (s * 0.38, 2.16, -0.37), (0.05, 0.05), paint) for s in (-1, 1)]
    step = block((0, 1.2, 0.42), (0.8, 0.03, 0.26), paint)
    holders = [beam((s * 0.36, 1.21, 0.22), (s * 0.36, 1.21, 0.5), (0.04, 0.04), paint) for s in (-1, 1)]
    return concat_shapes(*slats, *back, *arms, *posts, *rear, step, *holders)


@register("a life ring on the back")
def life_ring(*, accent):
    return concat_shapes(
        hoop(0.2, 0.05, (0.95, 0.95, 0.95), axis=(0, 0, 1), parts=24),
        *[
            rod(
                (0.2 * x - 0.05 * abs(y), 0.2 * y - 0.05 * abs(x), 0),
                (0.2 * x + 0.05 * abs(y), 0.2 * y + 0.05 * abs(x), 0),
                0.056,
                accent,
            )
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
        ],
    )


@register("a tall lifeguard chair with a life ring")
def lifeguard_chair(*, width=1.02, height=2.18, depth=1.2, paint=(0.96, 0.96, 0.94), accent=(0.85, 0.13, 0.1)):
    whole = concat_shapes(
        library_call("legs", paint=paint),
        library_call("rungs", paint=paint),
        library_call("seat", paint=paint, accent=accent),
        moved(library_call("life_ring", accent=accent), (0.5, 1.45, 0.0), 1.5708),
    )
    return fitted(whole, width, height, depth)
