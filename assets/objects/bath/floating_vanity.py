# /// asset
# word = "floating vanity"
# synonyms = [
#     "wall-mounted vanity", "wall-hung vanity", "wall-mounted sink", "floating sink", "wall-mounted sink cabinet",
#     "wall hung sink",
# ]
# phrase = "a wall-hung vanity with a round vessel basin on top"
# category = "bath"
# support = "wall"
# clearance = {front = 0.7}
# [colors]
# paint = [0.725, 0.553, 0.345]
# top_color = [0.957, 0.953, 0.937]
# [materials]
# body = "oak"
# top = "white quartz"
# tap = "black metal"
# [variants]
# sinks = {"double sink" = 2, "dual sink" = 2, "double" = 2, "two sinks" = 2}
# width = {"double sink" = 1.5, "dual sink" = 1.5, "double" = 1.5, "two sinks" = 1.5, "small" = 0.7, "wide" = 1.4}
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def tube(points, radius, look):
    """A bent tube through `points`, round at its joints."""
    color, material = look
    pipes = [
        primitive_call("cylinder", {"radius": radius, "p0": points[i], "p1": points[i + 1]}, color, material)
        for i in range(len(points) - 1)
    ]
    joint = primitive_call("sphere", {"radius": radius}, color, material)
    return concat_shapes(*pipes, *[transform_shape(joint, translation_matrix(p)) for p in points[1:-1]])


def ring(radius, thickness, at, look, *, n=24, stretch=1.0):
    """A horizontal hoop around `at`, `stretch` times as deep as it is wide."""
    reach = radius + thickness * 0.9
    joint = reach / radius * math.tan(math.pi / n)
    segments = []
    for i in range(n):
        c, s = math.cos(2 * math.pi * i / n), math.sin(2 * math.pi * i / n)
        ends = [(at[0] + radius * (c - e * s), at[1], at[2] + stretch * radius * (s + e * c)) for e in (-joint, joint)]
        segments.append(rod(*ends, thickness, look))
    return concat_shapes(*segments)


def shell(bottom, top, height, at, look, *, thickness=0.006, n=28):
    """An open round wall; `bottom` and `top` are its half width and half depth there."""
    panel = primitive_call("cube", {"scale": 1.0}, color=look[0], material=look[1])
    walls = []
    for i in range(n):
        t, half = 2 * math.pi * (i + 0.5) / n, math.tan(math.pi / n)
        c, s = math.cos(t), math.sin(t)
        wide = [(2 * max(bottom[k], top[k]) + thickness) * half for k in (0, 1)]
        low, high = (bottom[0] * c, bottom[1] * s), (top[0] * c, top[1] * s)
        out = math.hypot(c / wide[0], s / wide[1])
        walls.append(
            transform_shape(
                panel,
                [
                    [-s * wide[0], high[0] - low[0], thickness * c / wide[0] / out, at[0] + (low[0] + high[0]) / 2],
                    [0, height, 0, at[1] + height / 2],
                    [c * wide[1], high[1] - low[1], thickness * s / wide[1] / out, at[2] + (low[1] + high[1]) / 2],
                    [0, 0, 0, 1],
                ],
            )
        )
    return concat_shapes(*walls)


@register("a drawer without a handle")
def drawer(width, height, look):
    return box((width, height, 0.02), (0, 0, 0), look)


@register("a vessel basin")
def vessel(look):
    return concat_shapes(
        shell((0.13, 0.13), (0.19, 0.19), 0.12, (0, 0, 0), look, thickness=0.012, n=24),
        rod((0, 0, 0), (0, 0.02, 0), 0.135, look),
        ring(0.19, 0.008, (0, 0.12, 0), look, n=24),
        rod((0, 0.02, 0), (0, 0.023, 0), 0.022, finish("chrome")),
    )


@register("a tall tap")
def tap(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), 0.026, look),
        tube([(0, 0, 0), (0, 0.27, 0), (0, 0.29, 0.03), (0, 0.29, 0.13), (0, 0.26, 0.14)], 0.012, look),
        rod((0.01, 0.1, 0), (0.06, 0.12, 0), 0.006, look),
    )


@register("a wall-hung vanity with a round vessel basin on top")
def floating_vanity(
    *,
    width=0.9,
    depth=0.48,
    height=0.74,
    sinks=1,
    body="oak",
    paint=None,
    top="white quartz",
    top_color=None,
    tap="black metal",
) -> Shape:
    wood, slab, metal = finish(body, paint), finish(top, top_color), finish(tap)
    dark = tuple(0.5 * c for c in wood[0]), wood[1]
    tall = 0.42
    parts = [
        box((width - 0.01, tall - 0.01, depth - 0.04), (0, 0.005, -0.018), dark),
        box((width, 0.03, depth), (0, tall, 0), slab),
    ]
    parts += [box((0.02, tall, depth - 0.01), (s * (width / 2 - 0.011), 0, -0.005), wood) for s in (-1, 1)] + [
        box((width - 0.02, 0.02, depth - 0.01), (0, 0, -0.005), wood)
    ]
    each = (width - 0.044) / sinks
    for i in range(sinks):
        x = each * (i - (sinks - 1) / 2)
        parts += [
            place("drawer", at=(x, 0.025 + 0.195 * k, depth / 2 - 0.022), width=each - 0.006, height=0.185, look=wood)
            for k in (0, 1)
        ]
        parts.append(
            transform_shape(
                library_call("vessel", look=finish("porcelain")), translation_matrix((x, tall + 0.03, 0.02))
            )
        )
        parts.append(transform_shape(library_call("tap", look=metal), translation_matrix((x, tall + 0.03, -0.19))))
    return fitted(concat_shapes(*parts), width, height, depth)
