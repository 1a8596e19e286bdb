# /// asset
# word = "safety goggles"
# synonyms = ["goggles", "lab goggles", "protective goggles", "safety glasses", "chemistry goggles"]
# category = "school"
# support = "surface"
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, rod, stretched, tube


@register("the clear lens in its frame")
def lens(*, paint):
    frame, glass = [], []
    n = 26
    for i in range(n):
        a = math.pi * (0.08 + 0.84 * (i + 0.5) / n)
        x, z = 0.075 * math.cos(a), 0.045 * math.sin(a)
        notch = 0.02 * max(0.0, 1 - abs(x) / 0.02)
        piece = box((0, 0.036 + notch / 2, 0), (0.0088, 0.058 - notch, 0.002), *finish("glass"))
        glass.append(moved(piece, (x, 0, z), math.pi / 2 - a))
        frame += [
            moved(box((0, y, 0), (0.0105, 0.008, 0.01), paint, {"roughness": 0.4}), (x, 0, z), math.pi / 2 - a)
            for y in (0.006 + notch, 0.068)
        ]
    for s in (-1, 1):
        frame.append(ellipsoid((s * 0.074, 0.037, 0.01), (0.008, 0.036, 0.014), paint, {"roughness": 0.4}))
    return concat_shapes(*glass, *frame)


@register("the side vents")
def vents(*, paint):
    parts = []
    for x in (-0.058, -0.046, -0.034, 0.034, 0.046, 0.058):
        z = 0.045 * math.sqrt(1 - (x / 0.075) ** 2) - 0.006
        parts.append(rod((x, 0.068, z), (x, 0.076, z), 0.0045, paint))
    return concat_shapes(*parts)


@register("the elastic strap")
def strap():
    black = (0.09, 0.09, 0.1)
    half = [
        (0.078, 0.036, 0.0),
        (0.083, 0.033, -0.04),
        (0.07, 0.028, -0.085),
        (0.035, 0.024, -0.11),
        (0.0, 0.024, -0.118),
    ]
    one = stretched(tube([(x, 0, z) for x, _, z in half], 0.0025, black), (1, 3.6, 1))
    other = stretched(tube([(-x, 0, z) for x, _, z in half], 0.0025, black), (1, 3.6, 1))
    return concat_shapes(*[moved(side, (0, 0.03, 0)) for side in (one, other)])


@register("clear safety goggles with an elastic strap")
def safety_goggles(*, width=0.17, height=0.078, depth=0.17, paint=(0.25, 0.5, 0.75)):
    whole = concat_shapes(library_call("lens", paint=paint), library_call("vents", paint=paint), library_call("strap"))
    return fitted(whole, width, height, depth)
