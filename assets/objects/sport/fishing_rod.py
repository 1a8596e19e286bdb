# /// asset
# word = "fishing rod"
# synonyms = ["fishing pole", "angling rod", "fishing rod and reel", "fly rod"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import ball, beam, disc, fitted, hoop, pipe, rod, tube

BLACK = (0.08, 0.08, 0.09)


@register("the rod with its rings, bent at the tip")
def blank(*, paint):
    points = [(0.0, 0.35, 0.0)] + [(0.0, 0.35 + 1.75 * t, 0.42 * t**2.6) for t in [i / 14 for i in range(1, 15)]]
    parts = [
        rod(a, b, 0.0085 - 0.0005 * i, paint, {"roughness": 0.2}) for i, (a, b) in enumerate(itertools.pairwise(points))
    ]
    for i in (3, 6, 9, 12, 14):
        x, y, z = points[i]
        parts.append(hoop(0.016 - 0.0007 * i, 0.0022, (0.8, 0.81, 0.83), center=(x, y, z + 0.02), parts=14))
        parts.append(rod((x, y - 0.004, z), (x, y + 0.004, z), 0.01, BLACK))
    return concat_shapes(*parts)


@register("the cork handle and the reel")
def handle():
    cork = (0.78, 0.6, 0.4)
    return concat_shapes(
        rod((0, 0.02, 0), (0, 0.2, 0), 0.0165, cork),
        rod((0, 0, 0), (0, 0.025, 0), 0.019, BLACK),
        rod((0, 0.2, 0), (0, 0.34, 0), 0.0135, BLACK),
        rod((0, 0.34, 0), (0, 0.44, 0), 0.0155, cork),
        beam((0, 0.27, 0.012), (0, 0.27, 0.075), (0.014, 0.02), BLACK),
        rod((0, 0.235, 0.09), (0, 0.285, 0.09), 0.03, (0.7, 0.71, 0.73), {"metallic": 0.8, "roughness": 0.3}),
        rod((0, 0.285, 0.09), (0, 0.32, 0.09), 0.036, (0.25, 0.27, 0.3)),
        rod((0, 0.292, 0.09), (0, 0.313, 0.09), 0.038, (0.85, 0.88, 0.8)),
        pipe([(-0.03, 0.26, 0.09), (-0.06, 0.26, 0.09), (-0.06, 0.22, 0.12)], 0.005, (0.7, 0.71, 0.73)),
        ball((-0.06, 0.215, 0.122), 0.011, BLACK),
    )


@register("the line with a float and a hook")
def line():
    top = (0.0, 2.1, 0.42)
    hook = [
        (0.0, 0.5 + 0.02 * math.sin(a), 0.45 + 0.02 * math.cos(a))
        for a in [math.pi + math.pi * i / 6 for i in range(7)]
    ]
    return concat_shapes(
        rod(top, (0, 0.84, 0.44), 0.0014, (0.85, 0.87, 0.9)),
        ball((0, 0.82, 0.44), 0.024, (0.9, 0.15, 0.1)),
        ball((0, 0.8, 0.44), 0.0235, (0.96, 0.96, 0.96)),
        rod((0, 0.84, 0.44), (0, 0.875, 0.44), 0.004, (0.95, 0.8, 0.1)),
        rod((0, 0.8, 0.44), (0, 0.53, 0.43), 0.0014, (0.85, 0.87, 0.9)),
        tube([(0, 0.54, 0.43), *hook], 0.0026, (0.7, 0.71, 0.73)),
    )


@register("a small stand")
def stand():
    return concat_shapes(disc((0, 0, 0.02), (0.12, 0.12), 0.012, (0.3, 0.31, 0.33)))


@register("a fishing rod with a reel, a float and a hook")
def fishing_rod(*, width=0.24, height=2.12, depth=0.6, paint=(0.1, 0.25, 0.35)):
    return fitted(
        concat_shapes(
            library_call("stand"), library_call("handle"), library_call("blank", paint=paint), library_call("line")
        ),
        width,
        height,
        depth,
    )
