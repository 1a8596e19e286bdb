# /// asset
# word = "cable reel"
# synonyms = ["cable drum", "extension reel", "cable spool", "extension cord reel", "wire reel"]
# category = "tools"
# support = "floor"
# colors = ["paint", "cable"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, fitted, hoop, pipe, rod, tube


@register("the tubular stand with its handle")
def stand():
    steel = ((0.15, 0.16, 0.17), {"metallic": 0.6, "roughness": 0.4})
    parts = []
    for s in (-1, 1):
        parts.append(pipe([(s * 0.13, 0.012, -0.13), (s * 0.13, 0.19, 0.0), (s * 0.13, 0.012, 0.13)], 0.011, *steel))
        parts.append(pipe([(s * 0.13, 0.19, 0), (s * 0.12, 0.4, -0.01), (s * 0.07, 0.44, -0.01)], 0.011, *steel))
    parts += [rod((-0.13, 0.012, z), (0.13, 0.012, z), 0.011, *steel) for z in (-0.13, 0.13)]
    parts.append(rod((-0.075, 0.44, -0.01), (0.075, 0.44, -0.01), 0.016, (0.06, 0.06, 0.06)))
    parts.append(rod((-0.13, 0.19, 0), (0.13, 0.19, 0), 0.012, *steel))
    return concat_shapes(*parts)


@register("the drum with its sockets")
def drum(*, paint):
    parts = [rod((s * 0.085, 0.19, 0), (s * 0.098, 0.19, 0), 0.15, paint, {"roughness": 0.4}) for s in (-1, 1)]
    parts.append(rod((0.09, 0.19, 0), (0.115, 0.19, 0), 0.085, (0.12, 0.12, 0.13)))
    for i in range(3):
        a = math.pi / 2 + 2 * math.pi * i / 3
        y, z = 0.19 + 0.045 * math.sin(a), 0.045 * math.cos(a)
        parts.append(rod((0.11, y, z), (0.12, y, z), 0.026, (0.32, 0.33, 0.35)))
        parts += [
            rod((0.118, y, z + t * 0.009), (0.1215, y, z + t * 0.009), 0.004, (0.02, 0.02, 0.02)) for t in (-1, 1)
        ]
    parts.append(rod((-0.1, 0.28, 0.0), (-0.15, 0.28, 0.0), 0.01, (0.06, 0.06, 0.06)))
    return concat_shapes(*parts)


@register("the wound cable with its plug")
def windings(*, cable):
    parts = [rod((-0.085, 0.19, 0), (0.085, 0.19, 0), 0.1, cable)]
    parts += [
        hoop(0.112, 0.0125, cable, center=(-0.072 + 0.024 * i, 0.19, 0), axis=(1, 0, 0), parts=24) for i in range(7)
    ]
    parts.append(
        tube([(0.02, 0.075, 0.04), (0.02, 0.05, 0.12), (0.02, 0.012, 0.18), (0.07, 0.012, 0.23)], 0.0105, cable)
    )
    parts.append(box((0.085, 0.018, 0.245), (0.035, 0.034, 0.05), (0.06, 0.06, 0.06)))
    parts += [
        rod((0.1 + s * 0.006, 0.018, 0.262), (0.11 + s * 0.006, 0.018, 0.285), 0.003, (0.8, 0.75, 0.5)) for s in (-1, 1)
    ]
    parts.append(ball((0.07, 0.014, 0.23), 0.012, cable))
    return concat_shapes(*parts)


@register("a cable reel with sockets on a stand")
def cable_reel(*, width=0.3, height=0.46, depth=0.43, paint=(0.95, 0.4, 0.05), cable=(0.1, 0.1, 0.11)):
    whole = concat_shapes(
        library_call("stand"), library_call("drum", paint=paint), library_call("windings", cable=cable)
    )
    return fitted(whole, width, height, depth)
