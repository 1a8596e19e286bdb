# /// asset
# word = "table saw"
# synonyms = ["woodworking machine"]
# stands_for = [
#     "lathe", "wood lathe", "milling machine", "scroll saw",
#     "router table", "jointer", "planer machine", "cnc machine", "laser cutter", "metal lathe", "arbor press",
# ]
# category = "tools"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, fitted, moved, rod


@register("the stand with its cabinet")
def stand_part(*, paint):
    return concat_shapes(
        box((0, 0.44, 0), (0.5, 0.72, 0.5), paint, {"roughness": 0.35}),
        box((0, 0.04, 0), (0.6, 0.08, 0.6), (0.15, 0.15, 0.16)),
        moved(rod((0, 0, 0.25), (0, 0, 0.29), 0.1, (0.15, 0.15, 0.16)), (0.0, 0.55, 0)),
        rod((0.07, 0.6, 0.28), (0.07, 0.6, 0.34), 0.012, (0.8, 0.8, 0.8)),
        *[ball((-0.17, y, 0.253), 0.02, tone) for y, tone in ((0.7, (0.2, 0.7, 0.3)), (0.62, (0.85, 0.12, 0.1)))],
    )


@register("the table with its fence and blade")
def top_part():
    iron = ((0.6, 0.61, 0.63), {"metallic": 0.7, "roughness": 0.35})
    teeth = loop(
        28,
        lambda i: moved(
            box((0, 0.118, 0), (0.004, 0.012, 0.008), (0.85, 0.86, 0.88)), (0, 0.83, 0), i * math.pi / 14, (1, 0, 0)
        ),
    )
    return concat_shapes(
        box((0, 0.82, 0), (0.9, 0.04, 0.72), *iron),
        box((0, 0.841, 0), (0.016, 0.002, 0.32), (0.05, 0.05, 0.05)),
        rod((-0.0015, 0.83, 0), (0.0015, 0.83, 0), 0.115, (0.82, 0.83, 0.85), {"metallic": 0.9, "roughness": 0.25}),
        teeth,
        box((0.2, 0.87, 0), (0.05, 0.06, 0.72), *surface("aluminium")),
        box((0, 0.955, -0.05), (0.02, 0.04, 0.24), (0.9, 0.75, 0.1), {"opacity": 0.7}),
        rod((0, 0.84, -0.18), (0, 0.96, -0.16), 0.008, *surface("aluminium")),
    )


@register("a table saw on its stand")
def table_saw(*, width=0.9, height=1.0, depth=0.75, paint=(0.25, 0.45, 0.4)):
    whole = concat_shapes(library_call("stand_part", paint=paint), library_call("top_part"))
    return fitted(whole, width, height, depth)
