# /// asset
# word = "ring light"
# synonyms = ["selfie light", "LED ring light", "streaming light"]
# category = "electronics"
# support = "floor"
# colors = ["frame_color", "glow_tint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the glowing ring")
def glowing_ring(*, radius, thick, frame_color, glow_tint):
    n = 28

    def at(i, r):
        return r * math.cos(2 * math.pi * i / n), r * math.sin(2 * math.pi * i / n)

    outer = loop(
        n, lambda i: rod((*at(i, radius), -thick * 0.3), (*at(i + 1, radius), -thick * 0.3), thick, frame_color)
    )
    inner = loop(
        n,
        lambda i: rod(
            (*at(i + 0.5, radius), thick * 0.35),
            (*at(i + 1.5, radius), thick * 0.35),
            thick * 0.86,
            glow_tint,
            {"emission": 3.0},
        ),
    )
    return concat_shapes(outer, inner)


@register("the phone in its clamp")
def clamped_phone(*, width, height):
    return concat_shapes(
        box((0, 0, 0), (width, height, 0.009), (0.08, 0.08, 0.09)),
        box((0, 0, 0.005), (width * 0.92, height * 0.92, 0.002), (0.4, 0.6, 0.85), {"emission": 0.6}),
        ellipsoid((0, height * 0.05, 0.006), (width * 0.2, height * 0.12, 0.001), (0.9, 0.7, 0.56), {"emission": 0.3}),
        box((0, -height * 0.22, 0.006), (width * 0.5, height * 0.2, 0.001), (0.8, 0.3, 0.35), {"emission": 0.3}),
        *[box((0, y * height * 0.5, 0.0), (width * 0.5, 0.014, 0.024), (0.2, 0.2, 0.22)) for y in (-1.04, 1.04)],
    )


@register("the tripod")
def tripod_part(*, height, reach, frame_color):
    legs = loop(
        3,
        lambda i: concat_shapes(
            rod(
                (0, height * 0.34, 0),
                (reach * math.cos(i * 2.094 + 0.52), 0.014, reach * math.sin(i * 2.094 + 0.52)),
                0.011,
                frame_color,
            ),
            ellipsoid(
                (reach * math.cos(i * 2.094 + 0.52), 0.014, reach * math.sin(i * 2.094 + 0.52)),
                (0.015, 0.014, 0.015),
                (0.3, 0.3, 0.32),
            ),
        ),
    )
    return concat_shapes(
        legs,
        rod((0, height * 0.12, 0), (0, height, 0), 0.013, frame_color),
        rod((0, height * 0.62, 0), (0, height * 0.67, 0), 0.02, (0.3, 0.3, 0.32)),
    )


@register("a glowing ring light with a phone on a tripod")
def ring_light(*, width=0.7, height=1.75, depth=0.62, frame_color=(0.12, 0.12, 0.13), glow_tint=(1.0, 0.97, 0.9)):
    r, thick = 0.2, 0.028
    pole = 1.3
    whole = concat_shapes(
        library_call("tripod_part", height=pole, reach=0.36, frame_color=frame_color),
        rod((0, pole - 0.02, 0), (0, pole + 0.2, 0), 0.009, frame_color),
        moved(
            library_call("glowing_ring", radius=r, thick=thick, frame_color=frame_color, glow_tint=glow_tint),
            (0, pole + r, 0.02),
        ),
        moved(library_call("clamped_phone", width=0.075, height=0.15), (0, pole + r, 0.02)),
    )
    return fitted(whole, width, height, depth)
