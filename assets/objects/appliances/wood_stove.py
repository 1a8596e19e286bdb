# /// asset
# word = "wood stove"
# synonyms = ["wood burning stove", "log burner", "wood burner", "pellet stove", "iron stove", "wood-burning stove", "pot belly stove"]
# category = "appliances"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import block, box, cone, darker, disc, finish, fitted, hoop, pipe, rod


@register("the iron body on curved legs")
def body_part(*, look):
    dark = (darker(look[0], 0.75), look[1])
    legs = [
        pipe([(s * 0.24, 0.16, t * 0.16), (s * 0.29, 0.08, t * 0.19), (s * 0.27, 0.0, t * 0.18)], 0.026, *look)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    return concat_shapes(
        *legs,
        block((0, 0.14, 0), (0.6, 0.6, 0.44), *look),
        block((0, 0.12, 0), (0.66, 0.04, 0.5), *dark),
        block((0, 0.74, 0), (0.68, 0.04, 0.52), *dark),
        *[disc((s * 0.16, 0.78, 0.03), (0.1, 0.1), 0.008, darker(look[0], 0.6), look[1]) for s in (-1, 1)],
        box((0, 0.23, 0.235), (0.4, 0.07, 0.03), *dark),
        *[box((-0.12 + 0.06 * i, 0.23, 0.252), (0.03, 0.02, 0.006), (0.02, 0.02, 0.02)) for i in range(5)],
    )


@register("the door with the fire behind its glass")
def door_part(*, look):
    dark = (darker(look[0], 0.75), look[1])
    glow = {"emission": 2.2}
    flames = [
        cone((x, 0.37, 0.225), (x + lean, 0.37 + tall, 0.225), 0.035, tone, glow)
        for x, tall, lean, tone in (
            (-0.1, 0.15, 0.01, (1.0, 0.5, 0.1)),
            (-0.04, 0.21, -0.01, (1.0, 0.65, 0.15)),
            (0.03, 0.18, 0.015, (1.0, 0.45, 0.08)),
            (0.1, 0.13, -0.01, (1.0, 0.6, 0.15)),
            (0.0, 0.1, 0.0, (1.0, 0.9, 0.4)),
        )
    ]
    logs = [
        rod((-0.14, 0.355 + 0.03 * k, 0.226), (0.14, 0.355 + 0.03 * (1 - k), 0.226), 0.022, (0.28, 0.16, 0.09))
        for k in (0, 1)
    ]
    return concat_shapes(
        *[box((s * 0.205, 0.5, 0.235), (0.05, 0.44, 0.04), *dark) for s in (-1, 1)],
        *[box((0, y, 0.235), (0.46, 0.05, 0.04), *dark) for y in (0.305, 0.695)],
        box((0, 0.5, 0.212), (0.37, 0.36, 0.012), (0.09, 0.04, 0.02)),
        *flames,
        *logs,
        box((0, 0.5, 0.25), (0.37, 0.36, 0.004), (0.95, 0.7, 0.4), {"opacity": 0.16, "roughness": 0.05}),
        hoop(0.026, 0.006, *finish("brass"), center=(0.2, 0.5, 0.275), axis=(0, 0, 1), parts=16),
        rod((0.2, 0.5, 0.25), (0.2, 0.5, 0.28), 0.01, *finish("brass")),
        *[rod((-0.235, y - 0.03, 0.25), (-0.235, y + 0.03, 0.25), 0.014, *look) for y in (0.38, 0.62)],
    )


@register("the stove pipe")
def flue(*, look, top):
    return concat_shapes(
        rod((0, 0.78, -0.08), (0, top, -0.08), 0.075, *look),
        *[
            rod((0, y, -0.08), (0, y + 0.03, -0.08), 0.083, darker(look[0], 0.75), look[1])
            for y in (0.78, 1.2, top - 0.03)
        ],
        rod((0.075, 1.0, -0.08), (0.12, 1.0, -0.08), 0.01, *finish("brass")),
    )


@register("a cast-iron wood stove with a fire and a flue")
def wood_stove(*, width=0.68, height=1.9, depth=0.56, metal="cast iron", paint=None):
    look = finish(metal, paint)
    whole = concat_shapes(
        library_call("body_part", look=look),
        library_call("door_part", look=look),
        library_call("flue", look=look, top=1.9),
    )
    return fitted(whole, width, height, depth)
