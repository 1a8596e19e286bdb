# /// asset
# word = "ship wheel"
# synonyms = ["ship's wheel", "ships wheel", "ship steering wheel", "helm", "boat wheel", "nautical wheel", "captain's wheel"]
# stands_for = ["steering wheel", "wagon wheel"]
# category = "decor"
# support = "wall"
# colors = ["paint"]
# materials = ["wood", "hub"]
# ///
import math

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, hoop, lathe, moved, rod, rotated, tinted


@register("a spoke that ends in a turned handle")
def spoke(*, look):
    return lathe(
        [(0.02, 0.05), (0.012, 0.09), (0.018, 0.14), (0.013, 0.2), (0.02, 0.24), (0.02, 0.31), (0.011, 0.33),
         (0.012, 0.345), (0.019, 0.39), (0.014, 0.44), (0.02, 0.462), (0.008, 0.475)],
        *look,
        slices=30,
    )  # fmt: skip


@register("the wooden rim with its brass ring")
def rim(*, look, metal):
    blocks = []
    for i in range(32):
        a = 2 * math.pi * (i + 0.5) / 32
        tone = tinted(look[0], 1.0 if (i // 4) % 2 else 1.14)
        block = box((0, 0, 0), (0.058, 0.0575, 0.034), tone, look[1])
        blocks.append(moved(block, (0.275 * math.cos(a), 0.275 * math.sin(a), 0), a, (0, 0, 1)))
    return concat_shapes(
        *blocks,
        *[hoop(r, 0.004, *metal, center=(0, 0, 0.0165), axis=(0, 0, 1), parts=40) for r in (0.256, 0.294)],
        *[
            ellipsoid((0.275 * math.cos(a), 0.275 * math.sin(a), 0.018), (0.009, 0.009, 0.005), *metal)
            for a in np.linspace(0, 2 * math.pi, 9)[:-1] + math.pi / 8
        ],
    )


@register("the hub with its brass boss")
def hub_part(*, look, metal):
    return concat_shapes(
        rod((0, 0, -0.03), (0, 0, 0.026), 0.082, *look),
        rod((0, 0, 0.02), (0, 0, 0.032), 0.062, *metal),
        rod((0, 0, 0.03), (0, 0, 0.044), 0.026, *metal),
        ellipsoid((0, 0, 0.044), (0.02, 0.02, 0.014), *metal),
        *[
            ellipsoid((0.045 * math.cos(a), 0.045 * math.sin(a), 0.032), (0.006, 0.006, 0.004), tinted(metal[0], 0.6))
            for a in np.linspace(0, 2 * math.pi, 7)[:-1]
        ],
    )


@register("a wooden ship's wheel with eight turned handles and a brass hub")
def ship_wheel(*, width=0.8, height=0.8, depth=0.08, paint=None, wood="walnut", hub="brass"):
    look, metal = finish(wood, paint), finish(hub)
    whole = concat_shapes(
        *[rotated(library_call("spoke", look=look), i * math.pi / 4, (0, 0, 1)) for i in range(8)],
        library_call("rim", look=look, metal=metal),
        library_call("hub_part", look=look, metal=metal),
    )
    low, size = compute_shape_min(whole), compute_shape_sizes(whole)
    fit = scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2])))
