# /// asset
# word = "oscilloscope"
# synonyms = ["scope meter", "digital oscilloscope", "signal analyzer", "lab oscilloscope"]
# category = "electronics"
# support = "surface"
# colors = ["paint", "trace"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, fitted, pipe, plate, rod, tube


@register("the case with its handle and feet")
def case(*, paint):
    return concat_shapes(
        plate((0, 0.015, -0.02), (0.36, 0.2, 0.14), 0.015, paint, {"roughness": 0.5}),
        box((0, 0.115, 0.052), (0.355, 0.195, 0.012), darker(paint, 0.5)),
        *[
            rod((s * 0.15, 0, z), (s * 0.15, 0.018, z), 0.012, (0.08, 0.08, 0.09))
            for s in (-1, 1)
            for z in (-0.07, 0.03)
        ],
        pipe(
            [(-0.12, 0.21, -0.02), (-0.12, 0.235, -0.02), (0.12, 0.235, -0.02), (0.12, 0.21, -0.02)],
            0.007,
            (0.1, 0.1, 0.11),
        ),
    )


@register("the screen with its grid and waves")
def screen(*, trace):
    lit = {"emission": 1.6}
    parts = [box((-0.065, 0.125, 0.058), (0.2, 0.145, 0.006), (0.02, 0.05, 0.06))]
    parts += [box((-0.165 + 0.02 * i, 0.125, 0.0615), (0.0006, 0.14, 0.0004), (0.1, 0.3, 0.28)) for i in range(11)]
    parts += [box((-0.065, 0.06 + 0.0185 * i, 0.0615), (0.195, 0.0006, 0.0004), (0.1, 0.3, 0.28)) for i in range(8)]
    wave = [(-0.16 + 0.19 * i / 60, 0.145 + 0.032 * math.sin(2 * math.pi * 3 * i / 60), 0.062) for i in range(61)]
    square = []
    for i in range(7):
        x0, x1 = -0.16 + 0.19 * i / 7, -0.16 + 0.19 * (i + 1) / 7
        y = 0.09 if i % 2 else 0.07
        square += [(x0, y, 0.062), (x1, y, 0.062)]
    parts.append(tube(wave, 0.0013, trace, lit))
    parts.append(tube(square, 0.0011, (0.98, 0.85, 0.2), lit))
    return concat_shapes(*parts)


@register("the knobs, buttons and sockets")
def controls():
    grey = (0.8, 0.81, 0.82)
    parts = []
    for row in range(3):
        for col in range(3):
            x, y = 0.075 + 0.037 * col, 0.18 - 0.042 * row
            parts.append(rod((x, y, 0.055), (x, y, 0.076), 0.0125 if row else 0.009, grey))
            parts.append(box((x, y + 0.006, 0.0765), (0.002, 0.009, 0.001), (0.1, 0.1, 0.11)))
    for col, tone in enumerate(((0.98, 0.85, 0.2), (0.2, 0.85, 0.5), (0.3, 0.6, 0.98), (0.95, 0.4, 0.5))):
        x = -0.12 + 0.045 * col
        parts.append(
            rod((x, 0.035, 0.055), (x, 0.035, 0.078), 0.0085, (0.75, 0.76, 0.78), {"metallic": 0.9, "roughness": 0.3})
        )
        parts.append(rod((x, 0.035, 0.055), (x, 0.035, 0.06), 0.012, tone))
    parts += [box((0.072 + 0.025 * i, 0.05, 0.06), (0.018, 0.01, 0.008), grey) for i in range(4)]
    parts += [box((0.047, 0.07 + 0.022 * i, 0.06), (0.012, 0.009, 0.008), grey) for i in range(6)]
    parts.append(
        pipe(
            [(-0.12, 0.035, 0.078), (-0.12, 0.03, 0.12), (-0.16, 0.006, 0.15), (-0.08, 0.006, 0.19)],
            0.004,
            (0.1, 0.1, 0.11),
        )
    )
    parts.append(rod((-0.08, 0.007, 0.19), (-0.02, 0.007, 0.2), 0.006, (0.15, 0.15, 0.16)))
    return concat_shapes(*parts)


@register("an oscilloscope with waves on its screen")
def oscilloscope(*, width=0.37, height=0.245, depth=0.3, paint=(0.88, 0.88, 0.85), trace=(0.3, 0.98, 0.5)):
    return fitted(
        concat_shapes(library_call("case", paint=paint), library_call("screen", trace=trace), library_call("controls")),
        width,
        height,
        depth,
    )
