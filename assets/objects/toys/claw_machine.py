# /// asset
# word = "claw machine"
# synonyms = ["claw crane", "crane game", "claw game", "toy crane machine", "grabber machine"]
# category = "toys"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "glow"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, darker, ellipsoid, finish, fitted, moved, rod, rotated, tube

TONES = [(0.95, 0.45, 0.6), (0.3, 0.6, 0.95), (0.98, 0.8, 0.25), (0.5, 0.8, 0.4), (0.7, 0.5, 0.85), (0.85, 0.6, 0.4)]


@register("the cabinet with its glass case")
def cabinet(*, paint, glow):
    gloss, lit = {"roughness": 0.3}, {"emission": 1.3}
    glass = finish("glass")
    return concat_shapes(
        block((0, 0, 0), (0.86, 0.08, 0.86), (0.1, 0.1, 0.11)),
        block((0, 0.08, 0), (0.9, 0.74, 0.9), paint, gloss),
        *[block((s * 0.42, 0.82, t * 0.42), (0.06, 0.86, 0.06), paint, gloss) for s in (-1, 1) for t in (-1, 1)],
        block((0, 1.68, 0), (0.92, 0.28, 0.92), paint, gloss),
        block((0, 0.82, -0.42), (0.8, 0.86, 0.02), darker(glow, 0.6), {"emission": 0.3}),
        *[box((s * 0.43, 1.25, 0), (0.008, 0.86, 0.78), *glass) for s in (-1, 1)],
        box((0, 1.25, 0.43), (0.78, 0.86, 0.008), *glass),
        box((0, 1.82, 0.463), (0.7, 0.18, 0.01), glow, lit),
        *[box((-0.24 + 0.096 * i, 1.82, 0.47), (0.06, 0.1, 0.006), (0.98, 0.97, 0.95)) for i in range(6)],
        *[ball((s * 0.4, 1.73 + 0.06 * i, 0.465), 0.014, (1.0, 0.9, 0.5), lit) for s in (-1, 1) for i in range(4)],
    )


@register("the claw on its rails")
def claw():
    steel = finish("chrome")
    fingers = [
        rotated(
            tube([(0.02, 0, 0), (0.075, -0.04, 0), (0.085, -0.1, 0), (0.035, -0.15, 0)], 0.0085, *steel),
            2 * math.pi * i / 3 + 0.3,
        )
        for i in range(3)
    ]
    return concat_shapes(
        *[rod((-0.4, 1.64, z), (0.4, 1.64, z), 0.012, *steel) for z in (-0.1, 0.12)],
        box((0.06, 1.64, 0.01), (0.14, 0.06, 0.28), (0.2, 0.21, 0.23)),
        rod((0.06, 1.4, 0.01), (0.06, 1.64, 0.01), 0.004, (0.1, 0.1, 0.1)),
        rod((0.06, 1.36, 0.01), (0.06, 1.43, 0.01), 0.035, *steel),
        moved(concat_shapes(*fingers), (0.06, 1.37, 0.01)),
    )


@register("a small stuffed toy")
def plush(*, tone):
    dark = (0.05, 0.05, 0.06)
    return concat_shapes(
        ellipsoid((0, 0.06, 0), (0.06, 0.062, 0.055), tone, {"roughness": 0.95}),
        ball((0, 0.145, 0.01), 0.052, tone, {"roughness": 0.95}),
        *[ball((s * 0.037, 0.19, 0.005), 0.021, darker(tone, 0.85)) for s in (-1, 1)],
        *[ball((s * 0.018, 0.155, 0.056), 0.0065, dark) for s in (-1, 1)],
        ellipsoid((0, 0.135, 0.055), (0.02, 0.016, 0.012), (0.96, 0.93, 0.88)),
        *[ellipsoid((s * 0.055, 0.075, 0.03), (0.02, 0.034, 0.02), darker(tone, 0.92)) for s in (-1, 1)],
    )


@register("the joystick, the button and the prize door")
def front(*, glow):
    return concat_shapes(
        moved(box((0, 0, 0), (0.8, 0.03, 0.2), (0.15, 0.15, 0.17)), (0, 0.8, 0.5), 0.25, (1, 0, 0)),
        rod((-0.16, 0.8, 0.5), (-0.16, 0.9, 0.53), 0.011, *finish("chrome")),
        ball((-0.16, 0.92, 0.535), 0.034, (0.85, 0.08, 0.1), {"roughness": 0.2}),
        rod((0.1, 0.8, 0.51), (0.1, 0.828, 0.517), 0.04, glow, {"emission": 1.2}),
        box((-0.2, 0.36, 0.452), (0.34, 0.32, 0.012), (0.06, 0.06, 0.07)),
        box((-0.2, 0.4, 0.462), (0.28, 0.2, 0.01), *finish("tinted glass")),
        box((0.24, 0.45, 0.452), (0.12, 0.2, 0.014), *finish("steel")),
        *[box((0.21 + 0.06 * i, 0.48, 0.461), (0.008, 0.05, 0.004), (0.02, 0.02, 0.02)) for i in range(2)],
    )


@register("a claw machine full of stuffed toys")
def claw_machine(*, width=0.93, height=1.96, depth=1.06, paint=(0.9, 0.25, 0.5), glow=(0.3, 0.85, 0.98)):
    toys = []
    for i in range(24):
        x, z = -0.32 + 0.128 * (i % 6), -0.3 + 0.17 * (i // 6)
        if x < -0.2 and z > 0.1:
            continue
        y = 0.83 + 0.035 * ((i * 5) % 4)
        toys.append(moved(library_call("plush", tone=TONES[(i * 5 + i // 6) % 6]), (x, y, z), 0.6 * math.sin(3 * i)))
    whole = concat_shapes(
        library_call("cabinet", paint=paint, glow=glow), library_call("claw"), *toys, library_call("front", glow=glow)
    )
    return fitted(whole, width, height, depth)
