# /// asset
# word = "trampoline"
# synonyms = ["mini trampoline", "rebounder"]
# stands_for = ["bouncer"]
# category = "sport"
# support = "floor"
# colors = ["pad_color", "mat_color"]
# materials = ["legs"]
# ///
import math

from scene.language import *
from scene.language.modelling import moved, rod, stretched


@register("the jumping mat with its springs")
def jumping_mat(*, radius, y, mat_color):
    springs = loop(
        30,
        lambda i: rod(
            (radius * 0.8 * math.cos(i * 0.2094), y, radius * 0.8 * math.sin(i * 0.2094)),
            (radius * 0.97 * math.cos(i * 0.2094), y, radius * 0.97 * math.sin(i * 0.2094)),
            radius * 0.008,
            (0.7, 0.7, 0.72),
        ),
    )
    return concat_shapes(
        rod((0, y - 0.01, 0), (0, y + 0.004, 0), radius * 0.83, mat_color),
        springs,
        rod((0, y, 0), (0, y + 0.006, 0), radius * 0.3, (0.3, 0.3, 0.32)),
        rod((0, y, 0), (0, y + 0.007, 0), radius * 0.27, mat_color),
    )


@register("the padded rim")
def rim(*, radius, y, thick, pad_color):
    count = 30

    def part(i):
        a, b = 2 * math.pi * i / count, 2 * math.pi * (i + 1) / count
        tone = pad_color if (i // 5) % 2 == 0 else tuple(min(1.0, 0.6 * c + 0.4) for c in pad_color)
        return moved(
            stretched(
                rod((math.cos(a), 0, math.sin(a)), (math.cos(b), 0, math.sin(b)), 0.075, tone, {"roughness": 0.5}),
                (radius * 0.925, thick / 0.15, radius * 0.925),
            ),
            (0, y, 0),
        )

    return loop(count, part)


@register("the legs")
def legs_part(*, radius, y, legs):
    def one(i):
        a = i * math.pi / 3 + 0.3
        return concat_shapes(
            rod(
                (radius * 0.9 * math.cos(a), y, radius * 0.9 * math.sin(a)),
                (radius * 0.97 * math.cos(a), 0.0, radius * 0.97 * math.sin(a)),
                radius * 0.022,
                *surface(legs),
            ),
            rod(
                (radius * 0.97 * math.cos(a), 0, radius * 0.97 * math.sin(a)),
                (radius * 0.965 * math.cos(a), 0.04, radius * 0.965 * math.sin(a)),
                radius * 0.033,
                (0.08, 0.08, 0.09),
            ),
        )

    return loop(6, one)


@register("a round trampoline with a padded rim and legs")
def trampoline(*, width=1.5, height=0.38, pad_color=(0.2, 0.45, 0.8), mat_color=(0.1, 0.1, 0.11), legs="steel"):
    radius, thick = width / 2, 0.07
    y = height - thick / 2
    whole = concat_shapes(
        library_call("jumping_mat", radius=radius, y=y, mat_color=mat_color),
        library_call("rim", radius=radius, y=y, thick=thick, pad_color=pad_color),
        library_call("legs_part", radius=radius * 0.98, y=y, legs=legs),
    )
    size, low = compute_shape_sizes(whole), compute_shape_min(whole)
    return stretched(moved(whole, (0, -low[1], 0)), (width / size[0], height / size[1], width / size[2]))
