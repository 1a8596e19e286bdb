# /// asset
# word = "bike rack"
# synonyms = [
#     "rack of bikes", "bicycle rack", "rack of bicycles", "bike stand with bikes", "row of bikes", "cycle rack",
#     "bike parking", "bicycle stand",
# ]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# [variants.filled]
# "empty" = false
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, fitted, hoop, moved, rod, tube


@register("a bicycle")
def parked_bike(*, tone):
    frame, black, steel = (tone, {"roughness": 0.3}), ((0.05, 0.05, 0.06), {"roughness": 0.8}), surface("chrome")
    parts = []
    for z in (-0.52, 0.52):
        parts.append(hoop(0.33, 0.018, *black, center=(0, 0.35, z), axis=(1, 0, 0), parts=28))
        parts.append(hoop(0.305, 0.008, *steel, center=(0, 0.35, z), axis=(1, 0, 0), parts=28))
        parts.append(rod((-0.04, 0.35, z), (0.04, 0.35, z), 0.02, *steel))
        for k in range(8):
            a = math.pi * k / 8
            parts.append(
                rod(
                    (0, 0.35 - 0.3 * math.cos(a), z - 0.3 * math.sin(a)),
                    (0, 0.35 + 0.3 * math.cos(a), z + 0.3 * math.sin(a)),
                    0.0022,
                    *steel,
                )
            )
    crank, seat, head = (0, 0.32, 0.08), (0, 0.8, 0.2), (0, 0.82, -0.36)
    parts += [
        rod(crank, seat, 0.017, *frame), rod(seat, head, 0.017, *frame), rod(crank, (0, 0.68, -0.4), 0.018, *frame),
        rod(head, (0, 0.66, -0.41), 0.021, *frame), rod((0, 0.66, -0.41), (0, 0.35, -0.52), 0.014, *frame),
        rod((0.02, 0.35, 0.52), crank, 0.011, *frame), rod((0.02, 0.35, 0.52), (0.01, 0.74, 0.19), 0.01, *frame),
        rod(seat, (0, 0.88, 0.22), 0.013, *steel), ellipsoid((0, 0.9, 0.24), (0.06, 0.03, 0.13), *black),
        rod(head, (0, 0.95, -0.4), 0.013, *steel),
        tube([(-0.28, 0.98, -0.26), (-0.2, 0.97, -0.4), (0.2, 0.97, -0.4), (0.28, 0.98, -0.26)], 0.012, *steel),
        *[rod((s * 0.28, 0.98, -0.27), (s * 0.29, 0.985, -0.16), 0.018, *black) for s in (-1, 1)],
        rod((0.035, 0.32, 0.08), (0.045, 0.32, 0.08), 0.09, *steel),
        rod((0.05, 0.2, 0.08), (0.14, 0.2, 0.08), 0.02, *black), rod((-0.05, 0.44, 0.08), (-0.14, 0.44, 0.08), 0.02, *black),
    ]  # fmt: skip
    return concat_shapes(*parts)


@register("the rack of bent steel tubes on its rails")
def tube_rack(*, count):
    steel = surface("galvanized steel")
    wide = 0.55 * count
    parts = [rod((-wide / 2, 0.025, z), (wide / 2, 0.025, z), 0.022, *steel) for z in (-0.75, -0.2)]
    for i in range(count):
        for s in (-0.045, 0.045):
            x = (i - (count - 1) / 2) * 0.55 + s
            parts.append(
                tube(
                    [(x, 0.03, -0.2), (x, 0.42, -0.34), (x, 0.46, -0.52), (x, 0.4, -0.68), (x, 0.03, -0.75)],
                    0.011,
                    *steel,
                )
            )
    return concat_shapes(*parts)


@register("a rack with bicycles")
def bike_rack(*, width=2.3, height=1.02, depth=1.75, paint=(0.8, 0.2, 0.18), filled=True):
    tones = (paint, (0.15, 0.35, 0.55), (0.93, 0.75, 0.25), (0.2, 0.42, 0.32))
    bikes = (
        [moved(library_call("parked_bike", tone=tones[i]), ((i - 1.5) * 0.55, 0, 0)) for i in range(4)]
        if filled
        else []
    )
    return fitted(
        concat_shapes(library_call("tube_rack", count=4), *bikes),
        width,
        height if filled else 0.47,
        depth if filled else 0.6,
    )
