# /// asset
# word = "laundry hamper"
# synonyms = ["hamper", "laundry basket", "laundry bin", "clothes hamper", "dirty clothes basket", "washing basket"]
# phrase = "a slatted laundry hamper with clothes hanging out"
# category = "storage"
# support = "floor"
# [colors]
# paint = [0.827, 0.698, 0.431]
# [materials]
# body = "bamboo"
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


@register("the slatted wall")
def wall(height, look):
    return shell((0.17, 0.17), (0.21, 0.21), height, (0, 0, 0), look, thickness=0.008, n=20)


@register("the linen lining")
def lining(height, look):
    return shell((0.16, 0.16), (0.2, 0.2), height, (0, 0, 0), look, thickness=0.004, n=20)


@register("clothes heaped on top")
def clothes():
    heap = [
        (0.0, 0.02, 0.05, 0.12, "white cotton"),
        (-0.08, 0.0, -0.04, 0.1, "blue cotton"),
        (0.09, 0.01, -0.05, 0.1, "red cotton"),
        (0.03, 0.05, -0.02, 0.09, "gray cotton"),
    ]
    return concat_shapes(*[ball((r, r * 0.55, r * 0.9), (x, y, z), finish(word)) for x, y, z, r, word in heap])


@register("a slatted laundry hamper with clothes hanging out")
def laundry_hamper(*, width=0.44, depth=0.44, height=0.66, body="bamboo", paint=None) -> Shape:
    cane = finish(body, paint)
    cloth = finish("cream linen")
    tall = 0.56
    parts = [
        library_call("wall", height=tall, look=cane),
        library_call("lining", height=tall, look=cloth),
        rod((0, 0, 0), (0, 0.02, 0), 0.168, cane),
    ]
    parts += [
        ring(r, 0.011, (0, y, 0), cane, n=20) for r, y in ((0.172, 0.02), (0.19, tall * 0.5), (0.21, tall - 0.005))
    ]
    heap = library_call("clothes")
    parts.append(transform_shape(heap, translation_matrix((0, tall - 0.03, 0))))
    sleeve = finish("white cotton")
    parts += [
        box((0.13, 0.16, 0.012), (0.06, tall - 0.14, 0.226), sleeve),
        box((0.13, 0.012, 0.09), (0.06, tall + 0.012, 0.187), sleeve),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
