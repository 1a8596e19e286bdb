# /// asset
# word = "toilet brush"
# synonyms = ["toilet brush holder", "loo brush", "wc brush"]
# phrase = "a toilet brush in its holder"
# category = "bath"
# support = "floor"
# [colors]
# paint = [0.957, 0.953, 0.937]
# [materials]
# holder = "white ceramic"
# handle = "chrome"
# ///
import math

from scene.language import *


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


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


def finish(word, paint=None):
    """The look of a material: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the holder")
def holder(look):
    return concat_shapes(
        shell((0.05, 0.05), (0.056, 0.056), 0.14, (0, 0, 0), look, thickness=0.006, n=24),
        rod((0, 0, 0), (0, 0.01, 0), 0.05, look),
        ring(0.056, 0.005, (0, 0.14, 0), look, n=24),
    )


@register("the brush, lifted a little")
def brush(handle, bristles):
    spikes = [
        rod((0, y, 0), (0.036 * math.cos(a + y * 40), y - 0.008, 0.036 * math.sin(a + y * 40)), 0.003, bristles)
        for y in (0.12, 0.145, 0.17, 0.195)
        for a in [math.pi / 6 * i for i in range(12)]
    ]
    return concat_shapes(
        rod((0, 0.05, 0), (0, 0.44, 0), 0.008, handle),
        ball((0.016, 0.03, 0.016), (0, 0.44, 0), handle),
        rod((0, 0.1, 0), (0, 0.2, 0), 0.022, bristles),
        rod((0, 0.205, 0), (0, 0.215, 0), 0.044, handle),
        *spikes,
    )


@register("a toilet brush in its holder")
def toilet_brush(
    *, width=0.125, depth=0.125, height=0.47, holder="white ceramic", paint=None, handle="chrome"
) -> Shape:
    look, metal = finish(holder, paint), finish(handle)
    return fitted(
        concat_shapes(
            library_call("holder", look=look), library_call("brush", handle=metal, bristles=finish("white plastic"))
        ),
        width,
        height,
        depth,
    )
