# /// asset
# word = "bath sponge"
# synonyms = ["sponge", "scrub sponge"]
# stands_for = ["loofah", "bath puff", "massage stone", "pumice stone"]
# category = "bath"
# support = "surface"
# colors = ["foam_color"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved


@register("the soft block with its pores")
def sponge_block(*, width, height, depth, foam_color):
    rng = np.random.default_rng(5)
    dark = darker(foam_color, 0.72)
    lumps = [
        ellipsoid(
            (x * width * 0.26, height * 0.5, z * depth * 0.22),
            (width * 0.25, height * 0.5, depth * 0.29),
            foam_color,
            {"roughness": 0.98},
        )
        for x in (-1, 0, 1)
        for z in (-1, 1)
    ]
    top = [
        ellipsoid(
            (rng.uniform(-0.4, 0.4) * width, height * 0.955, rng.uniform(-0.34, 0.34) * depth),
            (rng.uniform(0.02, 0.045) * width, height * 0.05, rng.uniform(0.02, 0.045) * width),
            dark,
        )
        for _ in range(22)
    ]
    front = [
        ellipsoid(
            (rng.uniform(-0.4, 0.4) * width, rng.uniform(0.25, 0.75) * height, depth * 0.475),
            (rng.uniform(0.02, 0.04) * width, rng.uniform(0.02, 0.04) * width, depth * 0.03),
            dark,
        )
        for _ in range(16)
    ]
    side = [
        ellipsoid(
            (width * 0.475, rng.uniform(0.25, 0.75) * height, rng.uniform(-0.34, 0.34) * depth),
            (width * 0.02, rng.uniform(0.03, 0.05) * depth, rng.uniform(0.03, 0.05) * depth),
            dark,
        )
        for _ in range(8)
    ]
    return concat_shapes(
        box((0, height * 0.5, 0), (width * 0.92, height * 0.9, depth * 0.94), foam_color, {"roughness": 0.98}),
        *lumps,
        *top,
        *front,
        *side,
    )


@register("soap bubbles")
def bubbles(*, size):
    return concat_shapes(
        *[
            ellipsoid(
                (x * size, y * size, side * size),
                (r * size,) * 3,
                (0.9, 0.95, 1.0),
                {"opacity": 0.6, "roughness": 0.05},
            )
            for x, y, side, r in (
                (0.0, 0.2, 0.0, 0.28),
                (0.35, 0.12, 0.1, 0.18),
                (-0.3, 0.1, 0.15, 0.16),
                (0.1, 0.1, 0.35, 0.14),
                (-0.1, 0.45, -0.1, 0.13),
                (0.25, 0.35, -0.2, 0.1),
            )
        ]
    )


@register("a yellow bath sponge with holes and soap bubbles")
def bath_sponge(*, width=0.13, depth=0.085, height=0.065, foam_color=(0.97, 0.82, 0.3)):
    block = height * 0.74
    whole = concat_shapes(
        library_call("sponge_block", width=width, height=block, depth=depth, foam_color=foam_color),
        moved(library_call("bubbles", size=width * 0.2), (-width * 0.22, block * 0.97, depth * 0.05)),
    )
    return fitted(whole, width, height, depth)
