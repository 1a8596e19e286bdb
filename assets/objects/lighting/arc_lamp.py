# /// asset
# word = "arc lamp"
# synonyms = [
#     "arc floor lamp", "arched floor lamp", "arch floor lamp", "arch lamp", "curved floor lamp", "arching lamp",
#     "overhanging lamp",
# ]
# phrase = "an arc lamp: a long bow with a dome shade, on a marble foot"
# category = "lighting"
# support = "floor"
# [colors]
# paint = [0.788, 0.647, 0.353]
# [materials]
# stem = "brass"
# foot = "marble"
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


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


@register("the bow")
def bow(look):
    turns = [math.pi * (0.02 + 0.8 * i / 40) for i in range(41)]
    points = [(-0.55, 0.1, 0), (-0.55, 0.9, 0)]
    points += [(0.05 - 0.6 * math.cos(a), 0.9 + 0.98 * math.sin(a), 0) for a in turns]
    return tube(points, 0.014, look)


@register("the dome shade with its bulb")
def dome(look):
    return concat_shapes(
        ball((0.19, 0.13, 0.19), (0, 0.03, 0), look),
        ball((0.09, 0.06, 0.09), (0, -0.06, 0), finish("lamp glow")),
        rod((0, 0.14, 0), (0, 0.2, 0), 0.025, look),
    )


@register("an arc lamp: a long bow with a dome shade, on a marble foot")
def arc_lamp(*, width=1.25, depth=0.38, height=1.9, stem="brass", paint=None, foot="marble") -> Shape:
    metal, stone = finish(stem, paint), finish(foot)
    parts = [
        # slabs that outweigh the shade
        *[rod((-0.55, 0.03 * k, 0), (-0.55, 0.03 * k + 0.028, 0), 0.27 - 0.012 * k, stone) for k in range(4)],
        rod((-0.55, 0.11, 0), (-0.55, 0.15, 0), 0.03, metal),
        library_call("bow", look=metal),
    ]
    end = 0.05 - 0.6 * math.cos(math.pi * 0.82), 0.9 + 0.98 * math.sin(math.pi * 0.82)
    parts.append(transform_shape(library_call("dome", look=metal), translation_matrix((end[0], end[1] - 0.19, 0))))
    return fitted(concat_shapes(*parts), width, height, depth)
