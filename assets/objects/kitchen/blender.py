# /// asset
# word = "blender"
# synonyms = ["kitchen blender", "smoothie blender", "smoothie maker", "food blender", "liquidizer"]
# phrase = "a blender with a glass jug on a motor base"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.122, 0.125, 0.133]
# [materials]
# body = "black plastic"
# jug = "glass"
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


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, look):
    """A bent tube through `points`, round at its joints."""
    color, material = look
    pipes = [
        primitive_call("cylinder", {"radius": radius, "p0": points[i], "p1": points[i + 1]}, color, material)
        for i in range(len(points) - 1)
    ]
    joint = primitive_call("sphere", {"radius": radius}, color, material)
    return concat_shapes(*pipes, *[transform_shape(joint, translation_matrix(p)) for p in points[1:-1]])


def pad(size, at, look, edge=None):
    """A stuffed slab with a round rim, underside at `at`; `edge` is how far the rounding reaches inward."""
    w, h, d = size
    r = h / 2
    k = min((edge or r) / r, 0.98 * w / h, 0.98 * d / h)
    x, z = w / 2 / k - r, d / 2 / k - r
    parts = [box((2 * x, h, 2 * z), (0, -r, 0), look)]
    for s in (-1, 1):
        parts += [rod((-x, 0, s * z), (x, 0, s * z), r, look), rod((s * x, 0, -z), (s * x, 0, z), r, look)]
        parts += [ball((r, r, r), (s * x, 0, t * z), look) for t in (-1, 1)]
    return transform_shape(
        concat_shapes(*parts), translation_matrix((at[0], at[1] + r, at[2])) @ scale_matrix((k, 1, k), (0, 0, 0))
    )


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


@register("the glass jug with its handle")
def jug(look):
    return concat_shapes(
        shell((0.05, 0.05), (0.072, 0.072), 0.2, (0, 0, 0), look, thickness=0.005, n=16),
        rod((0, 0, 0), (0, 0.006, 0), 0.05, look),
        tube([(0.068, 0.18, 0), (0.11, 0.17, 0), (0.105, 0.07, 0), (0.056, 0.04, 0)], 0.009, look),
        *[
            box((0.02, 0.003, 0.002), (-0.02, 0.05 + 0.03 * i, 0.062 + 0.003 * i), finish("white paint"))
            for i in range(4)
        ],
    )


@register("the blades")
def blades(metal):
    return concat_shapes(
        *[
            transform_shape(box((0.07, 0.002, 0.012), (0, 0.018, 0), metal), rotation_matrix(a, (0, 1, 0), (0, 0, 0)))
            for a in (0.3, 1.87)
        ],
        rod((0, 0, 0), (0, 0.02, 0), 0.008, metal),
    )


@register("the lid")
def lid(look):
    return concat_shapes(rod((0, 0, 0), (0, 0.022, 0), 0.076, look), rod((0, 0.02, 0), (0, 0.045, 0), 0.028, look))


@register("the motor base with buttons")
def base(look, metal):
    steps = [rod((0, 0.02 + 0.012 * i, 0), (0, 0.033 + 0.012 * i, 0), 0.088 - 0.004 * i, look) for i in range(8)]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.022, 0), 0.092, look),
        *steps,
        rod((0, 0.055, 0.06), (0, 0.055, 0.09), 0.02, metal),
        *[rod((s * 0.045, 0.055, 0.055), (s * 0.047, 0.055, 0.078), 0.009, metal) for s in (-1, 1)],
    )


@register("a blender with a glass jug on a motor base")
def blender(*, width=0.21, depth=0.19, height=0.39, body="black plastic", paint=None, jug="glass") -> Shape:
    look, glass, metal = finish(body, paint), finish(jug), finish("chrome")
    parts = [
        library_call("base", look=look, metal=metal),
        transform_shape(library_call("jug", look=glass), translation_matrix((0, 0.118, 0))),
        transform_shape(library_call("blades", metal=metal), translation_matrix((0, 0.124, 0))),
        transform_shape(library_call("lid", look=look), translation_matrix((0, 0.318, 0))),
        rod((0, 0.126, 0), (0, 0.22, 0), 0.05, finish("pink paint")),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
