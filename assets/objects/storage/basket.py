# /// asset
# word = "basket"
# synonyms = [
#     "storage basket", "blanket basket", "seagrass basket", "log basket", "bread basket", "gift basket",
#     "hamper basket", "baguette basket",
# ]
# stands_for = ["picnic basket", "shopping basket"]
# phrase = "a round woven basket with two handles"
# category = "storage"
# support = "floor"
# [colors]
# paint = [0.663, 0.486, 0.282]
# [materials]
# weave = "wicker"
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


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


@register("one woven coil")
def coil(radius, y, look):
    return ring(radius, 0.0245, (0, y, 0), look, n=18)


@register("a loop handle")
def handle(look):
    points = [(0, 0, -0.06), (0.01, 0.06, -0.045), (0.01, 0.075, 0), (0.01, 0.06, 0.045), (0, 0, 0.06)]
    return tube(points, 0.012, look)


@register("a round woven basket with two handles")
def basket(*, width=0.4, depth=0.36, height=0.36, weave="wicker", paint=None) -> Shape:
    cane = finish(weave, paint)
    pale = tuple(0.8 * c + 0.14 for c in cane[0]), cane[1]
    dark = tuple(0.55 * c for c in cane[0]), cane[1]
    parts = [rod((0, 0, 0), (0, 0.02, 0), 0.14, cane)]
    n = 7
    for i in range(n):
        f = i / (n - 1)
        radius = 0.135 + 0.028 * math.sin(math.pi * (0.15 + 0.7 * f))
        parts.append(library_call("coil", radius=radius, y=0.024 + 0.042 * i, look=pale if i in (2, 4) else cane))
    parts.append(rod((0, 0.02, 0), (0, 0.24, 0), 0.135, dark))
    right = transform_shape(library_call("handle", look=cane), translation_matrix((0.155, 0.265, 0)))
    parts += [right, transform_shape(right, reflection_matrix((0, 0, 0), (1, 0, 0)))]
    return fitted(concat_shapes(*parts), width, height, depth)
