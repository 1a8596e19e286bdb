# /// asset
# word = "PC tower"
# synonyms = [
#     "gaming PC", "gaming PC tower", "computer tower", "PC", "pc case",
#     "workstation computer", "gaming computer",
# ]
# category = "electronics"
# support = "floor"
# colors = ["casing", "glow_tint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, moved, rod, rotated


@register("the case with feet")
def pc_case(*, width, height, depth, casing):
    look, t = (casing, {"roughness": 0.5}), 0.012
    feet = [
        box((x * width * 0.36, 0.006, z * depth * 0.38), (0.03, 0.012, 0.05), (0.03, 0.03, 0.03))
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        *feet,
        box((0, height / 2 + 0.006, -depth * 0.49), (width, height - 0.012, t), *look),
        box((-width / 2 + t / 2, height / 2 + 0.006, 0), (t, height - 0.012, depth), *look),
        box((0, 0.02, 0), (width, 0.016, depth), *look),
        box((0, height - 0.008, 0), (width, 0.016, depth), *look),
        box((0, height * 0.12, -0.01), (width * 0.95, height * 0.2, depth * 0.94), *look),
    )


@register("the insides: board, graphics card and cooler")
def insides(*, width, height, depth, glow_tint):
    glow = {"emission": 1.5}
    x = width * 0.1
    return concat_shapes(
        box((-width * 0.4, height * 0.58, -depth * 0.05), (0.01, height * 0.66, depth * 0.7), (0.12, 0.16, 0.14)),
        box((x, height * 0.42, -depth * 0.06), (width * 0.5, height * 0.09, depth * 0.62), (0.18, 0.18, 0.2)),
        box((x + width * 0.26, height * 0.42, -depth * 0.06), (0.004, height * 0.02, depth * 0.5), glow_tint, glow),
        box((-width * 0.2, height * 0.72, -depth * 0.16), (width * 0.3, height * 0.2, depth * 0.2), (0.5, 0.5, 0.53)),
        rod(
            (width * 0.0, height * 0.72, -depth * 0.16),
            (width * 0.06, height * 0.72, -depth * 0.16),
            height * 0.085,
            glow_tint,
            glow,
        ),
        *[
            box(
                (-width * 0.3, height * 0.72, depth * (0.04 + 0.05 * i)),
                (width * 0.12, height * 0.24, 0.006),
                glow_tint,
                glow,
            )
            for i in range(4)
        ],
    )


@register("a lit fan")
def fan(*, radius, glow_tint):
    ring = loop(
        18,
        lambda i: rod(
            (radius * math.cos(i * 0.349), radius * math.sin(i * 0.349), 0),
            (radius * math.cos((i + 1) * 0.349), radius * math.sin((i + 1) * 0.349), 0),
            radius * 0.07,
            glow_tint,
            {"emission": 1.5},
        ),
    )
    blades = loop(
        7,
        lambda i: rotated(
            rotated(
                ellipsoid((radius * 0.5, 0, 0), (radius * 0.4, radius * 0.16, radius * 0.03), (0.25, 0.27, 0.3)),
                0.4,
                (1, 0, 0),
            ),
            i * 0.898,
            (0, 0, 1),
        ),
    )
    return concat_shapes(
        ring, blades, rod((0, 0, -radius * 0.08), (0, 0, radius * 0.08), radius * 0.2, (0.12, 0.12, 0.13))
    )


@register("a gaming PC tower with lit fans behind a glass side")
def pc_tower(*, width=0.22, height=0.47, depth=0.44, casing=(0.09, 0.09, 0.1), glow_tint=(0.25, 0.6, 0.95)):
    fans = [
        moved(library_call("fan", radius=width * 0.36, glow_tint=glow_tint), (0, height * y, depth * 0.47))
        for y in (0.22, 0.51, 0.8)
    ]
    clear = {"opacity": 0.15, "roughness": 0.05}
    return concat_shapes(
        library_call("pc_case", width=width, height=height, depth=depth, casing=casing),
        library_call("insides", width=width, height=height, depth=depth, glow_tint=glow_tint),
        *fans,
        box((width / 2 - 0.003, height * 0.58, 0), (0.004, height * 0.78, depth * 0.95), (0.5, 0.55, 0.6), clear),
        *[
            box((side * width * 0.46, height * 0.51, depth * 0.49), (width * 0.08, height * 0.96, depth * 0.02), casing)
            for side in (-1, 1)
        ],
    )
