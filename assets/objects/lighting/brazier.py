# /// asset
# word = "brazier"
# synonyms = ["fire basket", "fire bowl", "fire pit bowl", "standing brazier", "iron brazier"]
# category = "lighting"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, ellipsoid, finish, fitted, hoop, moved, pipe, ring, rod, rotated, round_wall


@register("the iron bowl on three legs")
def stand(*, look):
    legs = []
    for i in range(3):
        leg = pipe([(0.2, 0.95, 0), (0.09, 0.55, 0), (0.12, 0.25, 0), (0.3, 0.02, 0)], 0.02, *look)
        legs.append(
            rotated(
                concat_shapes(leg, ellipsoid((0.31, 0.018, 0), (0.035, 0.018, 0.03), *look)), 2 * math.pi * i / 3 + 0.5
            )
        )
    spikes = [rotated(cone((0.335, 1.1, 0), (0.36, 1.22, 0), 0.022, *look), 2 * math.pi * i / 10) for i in range(10)]
    return concat_shapes(
        *legs,
        hoop(0.095, 0.014, *look, center=(0, 0.5, 0), parts=22),
        round_wall((0.14, 0.86), (0.27, 0.95), 0.02, *look, panels=26),
        round_wall((0.27, 0.94), (0.33, 1.1), 0.02, *look, panels=26),
        rod((0, 0.85, 0), (0, 0.88, 0), 0.16, *look),
        ring((0, 1.1, 0), 0.33, 0.02, *look, parts=34),
        *spikes,
    )


@register("the glowing coals and the flames")
def fire():
    glow = {"emission": 3.0}
    coals = []
    for i in range(30):
        a, t = 2.4 * i, math.sqrt((i + 0.5) / 30)
        hot = i % 3 == 0
        coals.append(
            ellipsoid(
                (0.27 * t * math.cos(a), 1.04 + 0.05 * (1 - t), 0.27 * t * math.sin(a)),
                (0.055, 0.04, 0.05),
                (1.0, 0.35, 0.08) if hot else (0.12, 0.08, 0.07),
                {"emission": 1.8} if hot else None,
            )
        )
    flames = []
    for i in range(15):
        a, t = 2.4 * i + 0.4, math.sqrt((i + 0.5) / 15)
        r, tall = 0.2 * t, 0.5 * (1 - 0.6 * t) + 0.07 * math.sin(3 * i)
        x, z = r * math.cos(a), r * math.sin(a)
        tone = ((1.0, 0.42, 0.08), (1.0, 0.62, 0.15), (1.0, 0.8, 0.3))[i % 3]
        flames.append(
            moved(
                cone((0, 0, 0), (0.04 * math.sin(2 * i), tall, 0.04 * math.cos(3 * i)), 0.062, tone, glow), (x, 1.06, z)
            )
        )
        flames.append(ellipsoid((x, 1.09, z), (0.055, 0.06, 0.055), tone, glow))
    return concat_shapes(*coals, *flames)


@register("an iron brazier with a burning fire")
def brazier(*, width=0.72, height=1.6, depth=0.72, metal="wrought iron", paint=None):
    return fitted(
        concat_shapes(library_call("stand", look=finish(metal, paint)), library_call("fire")), width, height, depth
    )
