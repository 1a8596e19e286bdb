# /// asset
# word = "painting"
# synonyms = [
#     "picture", "framed picture", "artwork", "framed print", "print", "wall art", "canvas", "oil painting",
#     "framed painting", "landscape painting", "abstract painting", "framed artwork", "art print",
#     "picture on the wall",
# ]
# stands_for = ["drawing"]
# category = "decor"
# support = "wall"
# colors = ["sky", "accent"]
# materials = ["frame"]
# [variants.style]
# "landscape" = "landscape"
# "coastal" = "coastal"
# "abstract" = "abstract"
# "modern" = "abstract"
# "vibrant" = "abstract"
# "colorful" = "abstract"
# "portrait" = "portrait"
# "botanical" = "botanical"
# "floral" = "botanical"
# "animal" = "animal"
# "city" = "city"
# "chart" = "chart"
# "still life" = "still_life"
# "geometric" = "geometric"
# "forest" = "forest"
# "anatomy" = "anatomy"
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, moved, rod, rotated, stretched


@register("the frame around the picture")
def picture_frame(*, width, height, depth, bar, frame):
    look = surface(frame)
    gilt = (tuple(min(1.0, 1.25 * c + 0.06) for c in look[0]), look[1])
    outer = [box((0, y, depth / 2), (width, bar, depth), *look) for y in (bar / 2, height - bar / 2)]
    outer += [
        box((x, height / 2, depth / 2), (bar, height, depth), *look) for x in (-(width - bar) / 2, (width - bar) / 2)
    ]
    inner = bar * 0.25
    outer += [
        box((0, y, depth * 0.47), (width - 2 * bar + 2 * inner, inner, depth * 0.86), *gilt)
        for y in (bar + inner / 2, height - bar - inner / 2)
    ]
    outer += [
        box((x, height / 2, depth * 0.47), (inner, height - 2 * bar, depth * 0.86), *gilt)
        for x in (-(width / 2 - bar - inner / 2), width / 2 - bar - inner / 2)
    ]
    return concat_shapes(*outer)


def patch(x, y, wide, tall, layer, color):
    """A flat piece of paint in shares of the picture, `layer` sheets above the canvas."""
    return box((x, y, layer * 0.001), (wide, tall, 0.001), color, {"roughness": 0.8})


def hill(x, y, wide, tall, layer, color):
    flat = rod((0, 0, 0), (0, 0, 1), 1.0, color, {"roughness": 0.8})
    return moved(stretched(flat, (wide, tall, 0.001)), (x, y, (layer - 0.5) * 0.001))


@register("hills, a lake and a low sun")
def landscape(*, sky, accent):
    glow = tuple(0.5 * a + 0.5 * s for a, s in zip(accent, (1.0, 0.93, 0.8), strict=True))
    sheets = [patch(0, 0.25, 1, 0.5, 1, sky), patch(0, 0.12, 1, 0.24, 2, glow), hill(0.2, 0.12, 0.09, 0.11, 3, accent)]
    sheets += [
        patch(-0.26, -0.0, 0.48, 0.1, 4, (0.45, 0.52, 0.62)),
        patch(0.24, -0.02, 0.52, 0.06, 4, (0.45, 0.52, 0.62)),
    ]
    for i, (x, h) in enumerate(((-0.34, 0.26), (-0.12, 0.17), (0.4, 0.2))):
        sheets += [
            moved(
                stretched(
                    rotated(
                        patch(0, 0, 0.2, 0.2, 5 + i, (0.42 - 0.04 * i, 0.5 - 0.03 * i, 0.6)), math.pi / 4, (0, 0, 1)
                    ),
                    (1.1, 1.0, 1),
                ),
                (x, h - 0.16, 0),
            )
        ]
    sheets += [
        patch(0, -0.15, 1, 0.2, 9, (0.4, 0.6, 0.72)),
        patch(0.2, -0.12, 0.16, 0.02, 10, accent),
        patch(0.2, -0.17, 0.1, 0.015, 10, accent),
        patch(0.2, -0.21, 0.06, 0.012, 10, accent),
    ]
    sheets += [patch(0, -0.36, 1, 0.28, 11, (0.36, 0.52, 0.25)), patch(-0.2, -0.24, 0.6, 0.05, 12, (0.3, 0.46, 0.22))]
    for x, y, size in ((-0.36, -0.2, 0.09), (-0.24, -0.25, 0.07), (0.38, -0.24, 0.08)):
        sheets += [
            patch(x, y, 0.016, size * 1.6, 13, (0.3, 0.2, 0.13)),
            hill(x, y + size, size, size * 1.3, 14, (0.17, 0.34, 0.16)),
        ]
    return concat_shapes(*sheets)


@register("a beach, the sea and a sailing boat")
def coastal(*, sky, accent):
    sail = [patch(0.12 + 0.018 * i, 0.06 + 0.03 * i, 0.14 - 0.036 * i, 0.03, 5, (0.98, 0.97, 0.94)) for i in range(4)]
    waves = [
        patch(-0.3 + 0.22 * (i % 4), -0.06 - 0.045 * (i // 4), 0.1, 0.008, 4, (0.75, 0.88, 0.92)) for i in range(8)
    ]
    return concat_shapes(
        patch(0, 0.25, 1, 0.5, 1, sky),
        hill(-0.28, 0.28, 0.08, 0.1, 2, accent),
        patch(0, -0.13, 1, 0.28, 3, (0.16, 0.45, 0.6)),
        *waves,
        patch(0.14, 0.02, 0.22, 0.03, 5, (0.5, 0.25, 0.15)),
        patch(0.115, 0.12, 0.01, 0.2, 6, (0.35, 0.25, 0.15)),
        *sail,
        patch(0, -0.4, 1, 0.2, 6, (0.9, 0.8, 0.58)),
        patch(0, -0.29, 1, 0.03, 7, (0.97, 0.97, 0.94)),
    )


@register("bold patches, circles and lines")
def abstract(*, sky, accent):
    ink = (0.13, 0.14, 0.17)
    return concat_shapes(
        patch(0, 0, 1, 1, 1, (0.95, 0.92, 0.85)),
        patch(-0.25, 0.2, 0.5, 0.6, 2, sky),
        patch(0.28, -0.24, 0.44, 0.52, 2, accent),
        hill(0.12, 0.18, 0.2, 0.24, 3, (0.86, 0.25, 0.22)),
        hill(-0.22, -0.22, 0.16, 0.2, 3, (0.95, 0.78, 0.25)),
        hill(-0.22, -0.22, 0.08, 0.1, 4, ink),
        patch(0.06, -0.02, 0.88, 0.018, 5, ink),
        patch(-0.08, 0.0, 0.014, 0.92, 5, ink),
        moved(patch(0, 0, 0.5, 0.02, 6, ink), (0.25, 0.26, 0), 0.7, (0, 0, 1)),
        patch(0.36, 0.36, 0.14, 0.12, 4, (0.25, 0.55, 0.5)),
    )


@register("a sitter before a dark ground")
def portrait(*, sky, accent):
    skin = (0.85, 0.66, 0.53)
    return concat_shapes(
        patch(0, 0, 1, 1, 1, darker(sky, 0.45)),
        *[
            patch(0, -0.47 + 0.06 * i, 0.84 * math.sqrt(1 - (i / 6.2) ** 2), 0.06, 2, (0.2, 0.16, 0.22))
            for i in range(6)
        ],
        patch(0, -0.15, 0.14, 0.2, 3, skin),
        hill(0, -0.18, 0.13, 0.07, 3.5, accent),
        hill(0, 0.16, 0.22, 0.27, 2.5, (0.28, 0.16, 0.1)),
        hill(0, 0.1, 0.16, 0.21, 4, skin),
        hill(-0.06, 0.14, 0.022, 0.014, 5, (0.15, 0.1, 0.08)),
        hill(0.06, 0.14, 0.022, 0.014, 5, (0.15, 0.1, 0.08)),
        patch(0, 0.07, 0.02, 0.08, 5, (0.75, 0.54, 0.42)),
        hill(0, -0.01, 0.05, 0.013, 5, (0.7, 0.3, 0.28)),
    )


@register("a branch with leaves, and its name below")
def botanical(*, sky, accent):
    green = (0.26, 0.42, 0.24)
    sheets = [patch(0, 0, 1, 1, 1, (0.96, 0.94, 0.88)), patch(0, 0.04, 0.014, 0.72, 2, (0.35, 0.28, 0.18))]
    for i in range(5):
        y, wide = -0.2 + 0.13 * i, 0.17 - 0.02 * i
        for side in (-1, 1):
            leaf = hill(0, 0, wide, 0.045, 3 + i % 2, (green, darker(green, 1.35))[i % 2])
            sheets.append(moved(leaf, (side * wide * 0.8, y + 0.06, 0), side * 0.55, (0, 0, 1)))
    sheets += [hill(0, 0.42, 0.07, 0.07, 5, accent), patch(0, -0.41, 0.3, 0.02, 2, (0.3, 0.3, 0.3))]
    return concat_shapes(*sheets)


@register("the head of a fox before hills")
def animal(*, sky, accent):
    fur, white, ink = (0.87, 0.47, 0.2), (0.98, 0.96, 0.92), (0.14, 0.12, 0.12)
    ears = [moved(patch(0, 0, 0.2, 0.26, 3, fur), (s * 0.2, 0.2, 0), -s * 0.5, (0, 0, 1)) for s in (-1, 1)]
    inner = [moved(patch(0, 0, 0.1, 0.16, 4, white), (s * 0.2, 0.2, 0), -s * 0.5, (0, 0, 1)) for s in (-1, 1)]
    return concat_shapes(
        patch(0, 0, 1, 1, 1, sky),
        patch(0, -0.36, 1, 0.28, 2, (0.5, 0.68, 0.4)),
        hill(0.24, -0.27, 0.24, 0.16, 3, (0.42, 0.6, 0.36)),
        *ears,
        *inner,
        hill(0, 0.0, 0.3, 0.26, 5, fur),
        *[hill(s * 0.17, -0.1, 0.14, 0.13, 6, white) for s in (-1, 1)],
        hill(0, -0.16, 0.12, 0.12, 7, white),
        hill(0, -0.17, 0.045, 0.04, 8, ink),
        *[hill(s * 0.12, 0.05, 0.032, 0.042, 8, ink) for s in (-1, 1)],
        hill(0.36, 0.36, 0.08, 0.1, 2, accent),
    )


@register("the roofs of a city in the evening")
def city(*, sky, accent):
    sheets = [patch(0, 0, 1, 1, 1, sky), hill(0.2, -0.02, 0.15, 0.19, 2, accent)]
    for i in range(11):
        tall = 0.22 + 0.06 * ((5 * i) % 7)
        tone = 0.25 + 0.035 * ((3 * i) % 4)
        sheets.append(patch(-0.45 + 0.09 * i, -0.5 + tall / 2, 0.086, tall, 3 + i % 2, (tone, tone * 1.05, tone * 1.2)))
        for k in range(3):
            lit = (0.98, 0.85, 0.5)
            sheets.append(patch(-0.45 + 0.09 * i, -0.44 + 0.07 * ((i + 2 * k) % 4), 0.025, 0.025, 6, lit))
    return concat_shapes(*sheets)


@register("a chart of bars and a rising line")
def chart(*, sky, accent):
    ink = (0.25, 0.3, 0.36)
    sheets = [patch(0, 0, 1, 1, 1, (0.97, 0.97, 0.96)), patch(-0.12, 0.38, 0.6, 0.05, 2, ink)]
    sheets += [patch(0, -0.36, 0.84, 0.012, 3, ink), patch(-0.42, -0.04, 0.01, 0.64, 3, ink)]
    for i in range(6):
        tall = 0.14 + 0.07 * i - 0.05 * (i % 3)
        sheets.append(patch(-0.33 + 0.13 * i, -0.35 + tall / 2, 0.08, tall, 2, (sky, accent)[i % 2]))
        sheets.append(hill(-0.33 + 0.13 * i, -0.1 + 0.07 * i, 0.018, 0.026, 4, (0.8, 0.25, 0.22)))
    return concat_shapes(*sheets)


@register("a jug and fruit on a table")
def still_life(*, sky, accent):
    return concat_shapes(
        patch(0, 0, 1, 1, 1, darker(sky, 0.5)),
        patch(0, -0.36, 1, 0.28, 2, (0.5, 0.34, 0.22)),
        hill(-0.17, -0.08, 0.14, 0.2, 3, (0.86, 0.83, 0.75)),
        patch(-0.17, 0.14, 0.11, 0.14, 3, (0.86, 0.83, 0.75)),
        hill(-0.17, 0.21, 0.08, 0.03, 4, (0.6, 0.57, 0.5)),
        hill(0.1, -0.2, 0.1, 0.12, 4, accent),
        hill(0.27, -0.22, 0.1, 0.11, 5, (0.72, 0.18, 0.16)),
        hill(0.18, -0.1, 0.085, 0.1, 3, (0.6, 0.68, 0.25)),
        hill(0.4, -0.26, 0.05, 0.06, 5, (0.35, 0.2, 0.4)),
    )


@register("circles and half circles in squares")
def geometric(*, sky, accent):
    colors = (sky, accent, (0.16, 0.24, 0.34), (0.93, 0.9, 0.82), (0.78, 0.36, 0.28))
    sheets = [patch(0, 0, 1, 1, 1, (0.95, 0.93, 0.88))]
    for i in range(4):
        for k in range(3):
            x, y = -0.36 + 0.24 * i, -0.31 + 0.31 * k
            sheets.append(patch(x, y, 0.23, 0.3, 2, colors[(2 * i + 3 * k) % 5]))
            sheets.append(hill(x, y, 0.1, 0.13, 3, colors[(2 * i + 3 * k + 1 + (i + k) % 3) % 5]))
    return concat_shapes(*sheets)


@register("trunks of birches in mist")
def forest(*, sky, accent):
    sheets = [patch(0, 0, 1, 1, 1, darker(sky, 0.85)), patch(0, -0.4, 1, 0.2, 2, (0.36, 0.45, 0.3))]
    for i in range(8):
        x, wide = -0.44 + 0.125 * i + 0.03 * (i % 3), 0.03 + 0.014 * (i % 3)
        sheets.append(patch(x, 0.06, wide, 0.88, 3 + i % 3, (0.9, 0.89, 0.85)))
        sheets += [patch(x, -0.2 + 0.17 * k + 0.04 * (i % 3), wide * 0.7, 0.012, 7, (0.2, 0.2, 0.2)) for k in range(4)]
    sheets += [hill(-0.4 + 0.16 * i, 0.46, 0.13, 0.12, 8, (0.8, 0.6 - 0.05 * (i % 3), 0.2)) for i in range(6)]
    return concat_shapes(*sheets)


@register("a figure that shows bones and organs, with labels")
def anatomy(*, sky, accent):
    skin, red, bone = (0.9, 0.72, 0.6), (0.8, 0.25, 0.22), (0.96, 0.94, 0.88)
    limbs = [moved(patch(0, 0, 0.06, 0.36, 2, skin), (s * 0.17, 0.02, 0), s * 0.25, (0, 0, 1)) for s in (-1, 1)]
    limbs += [patch(s * 0.06, -0.29, 0.07, 0.34, 2, skin) for s in (-1, 1)]
    ribs = [patch(0, 0.14 - 0.05 * k, 0.16 - 0.02 * k, 0.018, 5, bone) for k in range(4)]
    labels = [patch(s * 0.36, 0.3 - 0.17 * k, 0.16, 0.018, 2, (0.35, 0.38, 0.42)) for s in (-1, 1) for k in range(4)]
    return concat_shapes(
        patch(0, 0, 1, 1, 1, (0.95, 0.96, 0.95)),
        hill(0, 0.34, 0.08, 0.11, 3, skin),
        patch(0, 0.05, 0.22, 0.38, 3, skin),
        *limbs,
        patch(0, 0.06, 0.02, 0.36, 4, bone),
        *ribs,
        hill(-0.03, 0.11, 0.04, 0.05, 6, red),
        hill(0.03, -0.05, 0.07, 0.05, 6, accent),
        *labels,
    )


@register("a framed landscape painting of hills, a lake and a setting sun")
def painting(
    *,
    width=0.9,
    height=0.65,
    depth=0.035,
    sky=(0.55, 0.74, 0.88),
    accent=(0.96, 0.62, 0.25),
    frame="walnut",
    style="landscape",
):
    bar = 0.06 * min(width, height) / 0.65
    inside = (width - 2 * bar, height - 2 * bar)
    picture = moved(
        stretched(library_call(style, sky=sky, accent=accent), (inside[0], inside[1], 0.5)),
        (0, height / 2, depth * 0.3),
    )
    whole = concat_shapes(
        box((0, height / 2, depth * 0.15), (inside[0], inside[1], depth * 0.3), (0.9, 0.88, 0.82)),
        picture,
        library_call("picture_frame", width=width, height=height, depth=depth, bar=bar, frame=frame),
    )
    return moved(whole, (0, 0, -depth / 2))
