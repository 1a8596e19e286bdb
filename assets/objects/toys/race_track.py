# /// asset
# word = "race track"
# synonyms = [
#     "toy race track", "racetrack", "car track", "slot car track", "toy track", "hot wheels track", "toy road",
# ]
# stands_for = ["toy garage track"]
# category = "toys"
# support = "floor"
# colors = ["road"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the looping track")
def track(*, road):
    def piece(i):
        a = i * math.pi / 45
        x, z = 0.46 * math.cos(a), 0.27 * math.sin(a) * (1 + 0.3 * math.cos(a))
        dx, dz = -0.46 * math.sin(a), 0.27 * math.cos(a) * (1 + 0.3 * math.cos(a)) - 0.081 * math.sin(a) ** 2
        slab = concat_shapes(
            box((0, 0.008, 0), (0.05, 0.016, 0.16), road),
            box((0, 0.0165, 0), (0.03, 0.001, 0.005), (0.95, 0.95, 0.93)),
            *[
                box((0, 0.02, s * 0.076), (0.05, 0.016, 0.008), (0.85, 0.15, 0.15) if i % 2 else (0.95, 0.95, 0.93))
                for s in (-1, 1)
            ],
        )
        return moved(slab, (x, 0, z), -math.atan2(dz, dx))

    return loop(90, piece)


@register("a racing car")
def racer(*, tone):
    gloss = {"roughness": 0.15}
    return concat_shapes(
        box((0, 0.018, 0), (0.1, 0.018, 0.044), tone, gloss),
        ellipsoid((-0.008, 0.03, 0), (0.03, 0.014, 0.018), (0.2, 0.25, 0.3), {"roughness": 0.05}),
        box((-0.046, 0.036, 0), (0.012, 0.004, 0.05), tone),
        *[
            rod((x, 0.012, z - 0.006), (x, 0.012, z + 0.006), 0.012, (0.1, 0.1, 0.1))
            for x in (-0.03, 0.032)
            for z in (-0.024, 0.024)
        ],
    )


@register("the bridge over the start")
def gate():
    return concat_shapes(
        *[box((0.0, 0.09, 0.27 + s * 0.1), (0.03, 0.18, 0.014), (0.2, 0.45, 0.8)) for s in (-1, 1)],
        box((0, 0.185, 0.27), (0.035, 0.03, 0.22), (0.2, 0.45, 0.8)),
        *[
            box((0.0185, 0.178 + 0.015 * (i % 2), 0.19 + 0.016 * i), (0.002, 0.014, 0.015), (0.95, 0.95, 0.94))
            for i in range(11)
        ],
    )


@register("a toy race track with two cars")
def race_track(*, width=1.2, height=0.2, depth=0.8, road=(0.25, 0.26, 0.28)):
    whole = concat_shapes(
        library_call("track", road=road),
        moved(library_call("racer", tone=(0.85, 0.15, 0.15)), (0.15, 0.016, 0.24), 0.1),
        moved(library_call("racer", tone=(0.95, 0.8, 0.2)), (-0.12, 0.016, 0.29), -0.05),
        library_call("gate"),
    )
    return fitted(whole, width, height, depth)
