# /// asset
# word = "solar system model"
# synonyms = ["orrery", "model of the solar system", "planetarium model", "planet model", "planets model"]
# category = "decor"
# support = "surface"
# colors = ["sun"]
# materials = ["metal"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, disc, finish, fitted, hoop, lathe, moved, pipe, ring, rod, rotated

PLANETS = (
    (0.085, 0.011, (0.6, 0.55, 0.5), 0.6), (0.12, 0.016, (0.9, 0.75, 0.45), 2.2), (0.158, 0.0175, (0.2, 0.45, 0.8), 4.0),
    (0.195, 0.0135, (0.8, 0.35, 0.2), 5.4), (0.245, 0.035, (0.85, 0.68, 0.5), 1.2), (0.3, 0.029, (0.92, 0.8, 0.55), 3.1),
    (0.345, 0.022, (0.55, 0.8, 0.85), 5.0), (0.385, 0.021, (0.25, 0.4, 0.85), 0.1),
)  # fmt: skip


@register("the turned foot with its gears")
def foot(*, look):
    teeth = [rotated(rod((0.04, 0.138, 0), (0.049, 0.138, 0), 0.0035, *look), 2 * math.pi * i / 22) for i in range(22)]
    return concat_shapes(
        lathe(
            [(0.11, 0), (0.11, 0.012), (0.07, 0.025), (0.022, 0.045), (0.018, 0.1), (0.028, 0.12)],
            *finish("walnut"),
            slices=40,
        ),
        rod((0, 0.1, 0), (0, 0.28, 0), 0.007, *look),
        disc((0, 0.133, 0), (0.042, 0.042), 0.01, *look),
        disc((0, 0.15, 0), (0.03, 0.03), 0.008, *look),
        disc((0, 0.165, 0), (0.02, 0.02), 0.008, *look),
        *teeth,
    )


@register("a planet on its arm")
def planet(*, reach, radius, tone, height, ringed, look):
    parts = [
        pipe([(0, height, 0), (reach, height, 0), (reach, 0.28 - radius, 0)], 0.0026, *look),
        ball((reach, 0.28, 0), radius, tone, {"roughness": 0.4}),
    ]
    if ringed:
        band = concat_shapes(*[hoop(radius * k, 0.0024, (0.85, 0.75, 0.55), parts=26) for k in (1.45, 1.62, 1.8)])
        parts.append(moved(band, (reach, 0.28, 0), 0.4, (0, 0, 1)))
    if abs(radius - 0.0175) < 1e-6:
        parts += [
            rod((reach, 0.28, 0), (reach + 0.028, 0.292, 0.008), 0.0014, *look),
            ball((reach + 0.028, 0.292, 0.008), 0.005, (0.85, 0.85, 0.85)),
        ]
    return concat_shapes(*parts)


@register("a brass model of the solar system")
def solar_system_model(*, width=0.8, height=0.35, depth=0.8, metal="brass", sun=(1.0, 0.78, 0.2)):
    look = finish(metal)
    arms = [
        rotated(
            library_call(
                "planet", reach=reach, radius=radius, tone=tone, height=0.14 + 0.011 * i, ringed=i == 5, look=look
            ),
            turn,
        )
        for i, (reach, radius, tone, turn) in enumerate(PLANETS)
    ]
    whole = concat_shapes(
        library_call("foot", look=look),
        ball((0, 0.29, 0), 0.052, sun, {"emission": 0.9}),
        *arms,
        ring((0, 0.018, 0), 0.1, 0.004, *look),
    )
    return fitted(whole, width, height, depth)
