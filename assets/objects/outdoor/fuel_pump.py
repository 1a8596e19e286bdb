# /// asset
# word = "fuel pump"
# synonyms = ["petrol pump", "gas pump", "fuel dispenser", "gasoline pump", "diesel pump", "petrol dispenser"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "trim"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, moved, pipe, rod

DARK = (0.1, 0.1, 0.11)
WHITE = (0.95, 0.95, 0.94)


@register("the kerb and the body with its stripes")
def body(*, paint, trim):
    gloss = {"roughness": 0.25}
    return concat_shapes(
        block((0, 0, 0), (1.1, 0.14, 0.72), (0.68, 0.68, 0.66), {"roughness": 0.9}),
        block((0, 0.14, 0), (0.82, 0.1, 0.46), DARK),
        block((0, 0.24, 0), (0.86, 1.3, 0.5), WHITE, gloss),
        block((0, 0.24, 0), (0.87, 0.34, 0.51), paint, gloss),
        block((0, 0.6, 0), (0.87, 0.05, 0.51), trim, gloss),
        *[block((s * 0.46, 0.24, 0), (0.06, 1.72, 0.5), darker(paint, 0.8), gloss) for s in (-1, 1)],
    )


@register("the head with the lit sign")
def head(*, paint):
    parts = [block((0, 1.86, 0), (1.02, 0.34, 0.52), paint, {"roughness": 0.25})]
    for s in (-1, 1):
        parts.append(box((0, 2.03, s * 0.263), (0.8, 0.2, 0.006), WHITE, {"emission": 0.5}))
        parts.append(rod((-0.26, 2.03, s * 0.262), (-0.26, 2.03, s * 0.27), 0.075, paint))
        parts.append(box((0.1, 2.03, s * 0.268), (0.42, 0.07, 0.004), darker(paint, 0.7)))
    return concat_shapes(*parts)


@register("the display, the keypad and the labels")
def panel():
    parts = [block((0, 1.54, 0), (0.8, 0.3, 0.3), DARK)]
    for s in (-1, 1):
        z = s * 0.252
        parts.append(box((0, 1.33, z), (0.62, 0.26, 0.02), DARK))
        for i, tone in enumerate(((0.55, 0.95, 0.55), (0.95, 0.75, 0.3))):
            parts.append(box((-0.1, 1.39 - 0.11 * i, s * 0.264), (0.36, 0.07, 0.004), tone, {"emission": 0.6}))
        parts += [
            box((0.17 + 0.05 * i, 1.39 - 0.05 * k, s * 0.264), (0.036, 0.034, 0.006), (0.75, 0.76, 0.78))
            for i in range(3)
            for k in range(3)
        ]
        for i, tone in enumerate(((0.1, 0.55, 0.25), (0.85, 0.65, 0.1), (0.1, 0.1, 0.12))):
            parts.append(box((-0.24 + 0.24 * i, 1.05, s * 0.253), (0.17, 0.2, 0.008), tone))
    return concat_shapes(*parts)


@register("a nozzle in its holster, with the hose")
def nozzle(*, tone):
    rubber = finish("black rubber")
    return concat_shapes(
        box((0.5, 1.02, 0), (0.05, 0.34, 0.14), DARK),
        box((0.55, 1.14, 0), (0.06, 0.2, 0.07), tone),
        rod((0.56, 1.06, 0), (0.56, 0.86, 0.0), 0.016, (0.75, 0.76, 0.78), {"metallic": 0.8, "roughness": 0.3}),
        pipe(
            [(0.56, 1.24, 0), (0.62, 1.2, 0.02), (0.68, 0.7, 0.05), (0.66, 0.34, 0.05), (0.58, 0.34, 0.02), (0.53, 0.8, 0), (0.52, 1.8, 0)],
            0.018,
            *rubber,
        ),
    )  # fmt: skip


@register("a fuel pump on its kerb, with a nozzle at each side")
def fuel_pump(*, width=1.36, height=2.2, depth=0.72, paint=(0.78, 0.1, 0.1), trim=(0.98, 0.8, 0.15)):
    hoses = [
        library_call("nozzle", tone=(0.1, 0.55, 0.25)),
        moved(library_call("nozzle", tone=DARK), (0, 0, 0), math.pi),
    ]
    whole = concat_shapes(
        library_call("body", paint=paint, trim=trim), library_call("head", paint=paint), library_call("panel"), *hoses
    )
    return fitted(whole, width, height, depth)
