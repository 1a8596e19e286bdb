# /// asset
# word = "slot machine"
# synonyms = ["fruit machine", "one-armed bandit", "one armed bandit", "poker machine", "gambling machine"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, darker, ellipsoid, finish, fitted, hoop, moved, rod


@register("the cabinet")
def cabinet(*, paint, trim):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        block((0, 0, -0.03), (0.62, 0.72, 0.56), darker(paint, 0.55), gloss),
        block((0, 0.72, 0.0), (0.66, 0.1, 0.62), *trim),
        block((0, 0.82, -0.09), (0.62, 0.72, 0.42), paint, gloss),
        block((0, 1.54, -0.09), (0.66, 0.05, 0.46), *trim),
        rod((-0.31, 1.59, -0.09), (-0.31, 1.59, -0.09 + 0.001), 0.01, *trim),
        moved(block((0, 0, 0), (0.62, 0.05, 0.3), darker(paint, 0.8), gloss), (0, 0.8, 0.15), 0.22, (1, 0, 0)),
        box((0, 0.36, 0.255), (0.5, 0.5, 0.012), paint, gloss),
        ellipsoid((0, 0.36, 0.262), (0.2, 0.14, 0.01), (0.98, 0.82, 0.2)),
        box((0, 0.36, 0.273), (0.16, 0.05, 0.008), (0.75, 0.08, 0.1)),
        block((0, 0.64, 0.29), (0.42, 0.02, 0.1), *trim),
        block((0, 0.64, 0.335), (0.42, 0.06, 0.012), *trim),
    )


@register("the window with three reels")
def reels(*, trim):
    parts = [
        box((0, 1.15, 0.125), (0.56, 0.34, 0.014), *trim),
        box((0, 1.15, 0.13), (0.51, 0.29, 0.012), (0.05, 0.05, 0.06)),
    ]
    for i in range(3):
        x = (i - 1) * 0.165
        parts.append(box((x, 1.15, 0.134), (0.15, 0.27, 0.01), (0.97, 0.96, 0.92), {"emission": 0.35}))
        z = 0.142
        red = (0.85, 0.06, 0.08)
        parts.append(box((x, 1.19, z), (0.09, 0.024, 0.008), red))
        turned = moved(box((0, 0, 0), (0.024, 0.115, 0.008), red), (x + 0.012, 1.143, z), -0.42, (0, 0, 1))
        parts.append(turned)
        parts += [ball((x, y, z), 0.018, (0.9, 0.7, 0.1) if i % 2 else (0.2, 0.6, 0.25)) for y in (1.045, 1.255)]
    parts.append(box((0, 1.15, 0.143), (0.51, 0.004, 0.004), (0.9, 0.1, 0.1)))
    return concat_shapes(*parts)


@register("the lit top with its lamps")
def top_part(*, paint, trim):
    glow = {"emission": 1.2}
    lamps = []
    for i in range(13):
        a = math.pi * i / 12
        lamps.append(ball((0.27 * math.cos(a), 1.62 + 0.27 * math.sin(a), -0.02), 0.017, (1.0, 0.85, 0.35), glow))
    return concat_shapes(
        rod((0, 1.6, -0.16), (0, 1.6, -0.03), 0.31, *trim),
        rod((0, 1.6, -0.03), (0, 1.6, -0.022), 0.235, paint, {"emission": 0.3}),
        box((0, 1.7, -0.018), (0.26, 0.06, 0.01), (0.98, 0.9, 0.5), glow),
        box((0, 1.62, -0.018), (0.32, 0.03, 0.01), (0.98, 0.9, 0.5), glow),
        *lamps,
        box((0, 1.43, 0.125), (0.54, 0.14, 0.012), (0.1, 0.1, 0.4), {"emission": 0.3}),
        *[box((-0.18 + 0.09 * i, 1.43, 0.133), (0.05, 0.07, 0.006), (0.98, 0.82, 0.2), glow) for i in range(5)],
    )


@register("the buttons and the coin slot")
def buttons():
    tones = [(0.95, 0.2, 0.15), (0.98, 0.8, 0.15), (0.2, 0.75, 0.3), (0.25, 0.5, 0.95), (0.95, 0.95, 0.95)]
    parts = []
    for i, tone in enumerate(tones):
        parts.append(
            moved(
                rod((0, 0, 0), (0, 0.03, 0), 0.035, tone, {"emission": 0.4}),
                (-0.22 + 0.095 * i, 0.835, 0.2),
                0.22,
                (1, 0, 0),
            )
        )
    parts.append(box((0.26, 0.94, 0.125), (0.06, 0.09, 0.012), *finish("chrome")))
    parts.append(box((0.26, 0.95, 0.133), (0.006, 0.04, 0.004), (0.02, 0.02, 0.02)))
    return concat_shapes(*parts)


@register("the lever")
def lever():
    steel = finish("chrome")
    return concat_shapes(
        rod((0.31, 0.92, -0.05), (0.38, 0.92, -0.05), 0.055, *steel),
        rod((0.36, 0.92, -0.05), (0.37, 1.42, 0.0), 0.015, *steel),
        ball((0.37, 1.45, 0.003), 0.045, (0.85, 0.06, 0.08), {"roughness": 0.15}),
        hoop(0.04, 0.012, *steel, center=(0.365, 0.92, -0.05), axis=(1, 0, 0), parts=16),
    )


@register("a slot machine with three sevens and a lever")
def slot_machine(*, width=0.76, height=1.91, depth=0.66, paint=(0.72, 0.07, 0.12), metal="gold"):
    trim = finish(metal)
    whole = concat_shapes(
        library_call("cabinet", paint=paint, trim=trim),
        library_call("reels", trim=trim),
        library_call("top_part", paint=paint, trim=trim),
        library_call("buttons"),
        library_call("lever"),
    )
    return fitted(whole, width, height, depth)
