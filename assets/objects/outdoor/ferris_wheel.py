# /// asset
# word = "ferris wheel"
# synonyms = ["big wheel", "giant wheel", "observation wheel", "fairground wheel", "big ferris wheel"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["frame_paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, beam, block, box, cone, fitted, hoop, moved, rod

TONES = (
    (0.88, 0.2, 0.18),
    (0.98, 0.78, 0.15),
    (0.2, 0.55, 0.85),
    (0.3, 0.68, 0.35),
    (0.95, 0.5, 0.15),
    (0.6, 0.3, 0.7),
)
RADIUS, HUB, COUNT = 4.2, 5.4, 12


@register("a gondola with its roof, hanging from the wheel")
def gondola(*, tone):
    return concat_shapes(
        rod((0, 0, -0.7), (0, 0, 0.7), 0.03, (0.4, 0.4, 0.42)),
        *[rod((0, 0, s * 0.3), (0, -0.45, s * 0.3), 0.02, (0.4, 0.4, 0.42)) for s in (-1, 1)],
        cone((0, -0.4, 0), (0, -0.12, 0), 0.52, tone, {"roughness": 0.4}),
        *[
            rod((x * 0.4, -0.95, z * 0.28), (x * 0.4, -0.4, z * 0.28), 0.018, (0.9, 0.9, 0.88))
            for x in (-1, 1)
            for z in (-1, 1)
        ],
        block((0, -1.25, 0), (0.95, 0.36, 0.7), tone, {"roughness": 0.4}),
        box((0, -0.9, 0), (0.99, 0.05, 0.74), (0.96, 0.95, 0.92)),
    )


def whole_wheel(frame_paint, angle):
    look = (frame_paint, {"roughness": 0.4})
    parts = []
    for z in (-0.55, 0.55):
        parts += [hoop(r, 0.055, *look, center=(0, HUB, z), axis=(0, 0, 1), parts=48) for r in (RADIUS, RADIUS * 0.8)]
        for i in range(COUNT):
            a = angle + 2 * math.pi * i / COUNT
            parts.append(rod((0, HUB, z), (RADIUS * math.cos(a), HUB + RADIUS * math.sin(a), z), 0.035, *look))
            b = a + math.pi / COUNT
            parts.append(
                rod(
                    (RADIUS * 0.8 * math.cos(a), HUB + RADIUS * 0.8 * math.sin(a), z),
                    (RADIUS * math.cos(b), HUB + RADIUS * math.sin(b), z),
                    0.022,
                    *look,
                )
            )
            parts.append(
                ball(
                    (RADIUS * math.cos(b), HUB + RADIUS * math.sin(b), z * 1.1),
                    0.09,
                    (1.0, 0.9, 0.55),
                    {"emission": 1.5},
                )
            )
        for s in (-1, 1):
            parts.append(
                beam((s * 2.3, 0, z * 2.3), (0, HUB, z * 1.25), (0.2, 0.2), (0.8, 0.2, 0.18), {"roughness": 0.4})
            )
    parts += [
        rod((0, HUB, -0.75), (0, HUB, 0.75), 0.28, (0.8, 0.2, 0.18)),
        ball((0, HUB, 0.75), 0.3, (0.98, 0.78, 0.15)),
    ]
    for i in range(COUNT):
        a = angle + 2 * math.pi * (i + 0.25) / COUNT
        parts.append(
            moved(library_call("gondola", tone=TONES[i % 6]), (RADIUS * math.cos(a), HUB + RADIUS * math.sin(a), 0))
        )
    parts += [
        block((0, 0, 0.2), (5.4, 0.22, 2.9), (0.55, 0.42, 0.3)),
        block((0, 0.22, 1.35), (1.3, 0.12, 0.6), (0.5, 0.38, 0.27)),
    ]
    return concat_shapes(*parts)


@register("a ferris wheel with coloured gondolas")
def ferris_wheel(*, width=9.6, height=10.9, depth=3.0, frame_paint=(0.95, 0.95, 0.94), turned=0.0):
    return fitted(
        whole_wheel(frame_paint, math.radians(turned)), width, height, depth, like=whole_wheel(frame_paint, 0.0)
    )
