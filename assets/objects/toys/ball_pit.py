# /// asset
# word = "ball pit"
# synonyms = ["ball pool", "ball bath"]
# stands_for = ["play pool"]
# category = "toys"
# support = "floor"
# colors = ["pad_color", "first", "second", "third"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved, rod, rotated, stretched


@register("the padded round wall")
def padded_wall(*, radius, height, thick, pad_color):
    n = 28

    def part(i):
        a, b = 2 * math.pi * i / n, 2 * math.pi * (i + 1) / n
        r = radius - thick / 2
        panel = rotated(
            box(
                (r, height / 2, 0),
                (thick, height - thick * 0.5, 2 * radius * math.tan(math.pi / n)),
                pad_color,
                {"roughness": 0.9},
            ),
            -(a + b) / 2,
        )
        top = rod(
            (r * math.cos(a), height - thick / 2, r * math.sin(a)),
            (r * math.cos(b), height - thick / 2, r * math.sin(b)),
            thick * 0.52,
            pad_color,
            {"roughness": 0.9},
        )
        return concat_shapes(panel, top)

    return loop(n, part)


@register("the balls, heaped in the middle")
def balls(*, radius, level, size, first, second, third):
    tints = (first, second, third, (0.98, 0.97, 0.95), (0.45, 0.78, 0.55))
    spots, ring = [], 0
    r = 0.0
    while r < radius - size * 0.6:
        count = max(1, int(2 * math.pi * r / (size * 1.9)))
        spots += [
            (
                r * math.cos(2 * math.pi * k / count + ring),
                level + size * 0.9 * (1 - r / radius) + size * 0.35 * ((k + ring) % 3 - 1),
                r * math.sin(2 * math.pi * k / count + ring),
            )
            for k in range(count)
        ]
        r, ring = r + size * 1.75, ring + 1
    return concat_shapes(
        *[ellipsoid(p, (size,) * 3, tints[(i * 2 + i // 3) % 5], {"roughness": 0.35}) for i, p in enumerate(spots)]
    )


@register("a round padded ball pit full of coloured balls")
def ball_pit(
    *,
    width=1.2,
    height=0.42,
    pad_color=(0.75, 0.82, 0.88),
    first=(0.95, 0.35, 0.4),
    second=(0.98, 0.8, 0.3),
    third=(0.35, 0.65, 0.9),
):
    radius, thick = width / 2, width * 0.055
    wall = height * 0.83
    heap = library_call(
        "balls", radius=radius - thick, level=wall * 0.72, size=width * 0.055, first=first, second=second, third=third
    )
    floor = rod((0, 0, 0), (0, wall * 0.6, 0), radius - thick, darker(pad_color, 0.8))
    heap = moved(heap, (0, height - compute_shape_max(heap)[1], 0))
    whole = concat_shapes(
        library_call("padded_wall", radius=radius, height=wall, thick=thick, pad_color=pad_color), floor, heap
    )
    size, low = compute_shape_sizes(whole), compute_shape_min(whole)
    return stretched(moved(whole, (0, -low[1], 0)), (width / size[0], height / size[1], width / size[2]))
