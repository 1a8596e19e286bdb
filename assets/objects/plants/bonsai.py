# /// asset
# word = "bonsai"
# synonyms = ["bonsai tree", "miniature tree", "small tree in a pot"]
# category = "plants"
# support = "surface"
# colors = ["leaf", "tray"]
# ///
import itertools

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, tinted


@register("the shallow glazed tray with moss")
def bonsai_tray(*, width, depth, height, tray):
    feet = [
        box(
            (x * width * 0.4, height * 0.1, y * depth * 0.36),
            (width * 0.12, height * 0.2, depth * 0.14),
            tray,
            {"roughness": 0.2},
        )
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    return concat_shapes(
        *feet,
        box((0, height * 0.55, 0), (width * 0.94, height * 0.75, depth * 0.94), tray, {"roughness": 0.2}),
        box((0, height * 0.93, 0), (width, height * 0.14, depth), tray, {"roughness": 0.2}),
        box((0, height, 0), (width * 0.92, height * 0.06, depth * 0.9), *surface("soil")),
        ellipsoid((0, height, 0), (width * 0.36, height * 0.35, depth * 0.36), *surface("moss")),
    )


@register("the twisted trunk with its branches")
def trunk(*, path, radii):
    bark = (0.36, 0.25, 0.17)
    pieces = [rod(a, b, r, bark) for (a, b), r in zip(itertools.pairwise(path), radii, strict=True)]
    knees = [ellipsoid(p, (r * 1.04,) * 3, bark) for p, r in zip(path[1:], radii, strict=True)]
    return concat_shapes(*pieces, *knees)


@register("a cloud of leaves")
def cloud(*, size, leaf):
    rng = np.random.default_rng(4)
    puffs = [
        ellipsoid(
            (rng.uniform(-0.6, 0.6) * size, rng.uniform(0.0, 0.22) * size, rng.uniform(-0.5, 0.5) * size),
            (size * 0.4, size * 0.24, size * 0.4),
            tinted(leaf, rng.uniform(0.82, 1.15)),
            {"roughness": 0.95},
        )
        for _ in range(9)
    ]
    return concat_shapes(
        ellipsoid((0, size * 0.05, 0), (size * 0.85, size * 0.22, size * 0.7), leaf, {"roughness": 0.95}), *puffs
    )


@register("a bonsai tree with a twisted trunk in a shallow tray")
def bonsai(*, width=0.36, height=0.38, depth=0.24, leaf=(0.24, 0.45, 0.18), tray=(0.22, 0.32, 0.42)):
    base = height * 0.16
    spine = [(-0.02, 0.1), (0.06, 0.3), (-0.07, 0.47), (0.03, 0.62), (0.0, 0.8)]
    path = [(x * width, y * height, 0.01 * i) for i, (x, y) in enumerate(spine)]
    twigs = [((0.05, 0.31), (0.26, 0.46)), ((-0.06, 0.47), (-0.28, 0.58)), ((0.02, 0.6), (0.2, 0.7))]
    limbs = [
        library_call(
            "trunk", path=[(a[0] * width, a[1] * height, 0), (b[0] * width, b[1] * height, 0.02)], radii=[width * 0.02]
        )
        for a, b in twigs
    ]
    clouds = [(0.27, 0.47, 0.17), (-0.29, 0.59, 0.17), (0.2, 0.71, 0.13), (0.0, 0.83, 0.2)]
    whole = concat_shapes(
        library_call("bonsai_tray", width=width * 0.8, depth=depth * 0.8, height=base, tray=tray),
        library_call("trunk", path=path, radii=[width * r for r in (0.055, 0.045, 0.036, 0.028)]),
        *limbs,
        *[
            moved(library_call("cloud", size=size * width, leaf=leaf), (x * width, y * height, 0.015))
            for x, y, size in clouds
        ],
    )
    return fitted(whole, width, height, depth)
