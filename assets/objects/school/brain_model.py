# /// asset
# word = "brain model"
# synonyms = ["brain", "anatomical model", "model of a brain", "anatomy model"]
# phrase = "a model of the brain in two halves on a stand"
# category = "school"
# support = "surface"
# [colors]
# tissue = [0.93, 0.66, 0.65]
# [materials]
# stand = "black wood"
# ///
import itertools
import math

import numpy as np

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def turned(profile, color, material=None, slices=24):
    """A body of revolution; `profile` lists (radius, y) from the bottom up."""
    ys = np.linspace(profile[0][1], profile[-1][1], slices + 1)
    radii = np.interp((ys[1:] + ys[:-1]) / 2, [y for _, y in profile], [r for r, _ in profile])
    return loop(
        slices,
        lambda i: primitive_call(
            "cylinder",
            {"radius": radii[i], "p0": (0, ys[i], 0), "p1": (0, ys[i + 1], 0)},
            color=color,
            material=material,
        ),
    )


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at the bends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points[1:-1]
    ]
    return concat_shapes(*rods, *bends)


@register("one half, folded")
def hemisphere(*, size, side, tissue):
    dark = tuple(0.86 * c for c in tissue)
    core = ellipsoid((0, 0, side * size * 0.235), (size * 0.48, size * 0.36, size * 0.225), dark, {"roughness": 0.5})
    folds, count = [], 42
    for i in range(count):
        t = -0.92 + 1.84 * (i + 0.5) / count
        ring, a = math.sqrt(1 - t * t), i * 2.4
        at = (size * 0.44 * t, size * 0.325 * ring * math.cos(a), side * size * (0.235 + 0.19 * ring * math.sin(a)))
        pose = (
            translation_matrix(at)
            @ rotation_matrix(0.8 * math.sin(1.7 * i) + 0.4, (0, 0, 1), (0, 0, 0))
            @ rotation_matrix(0.6 * math.cos(2.1 * i), (0, 1, 0), (0, 0, 0))
        )
        folds.append(
            transform_shape(
                ellipsoid((0, 0, 0), (size * 0.135, size * 0.062, size * 0.062), tissue, {"roughness": 0.4}), pose
            )
        )
    return concat_shapes(core, *folds)


@register("the cerebellum and the stem")
def hind_brain(*, size, tissue):
    tone = tuple(0.82 * c for c in tissue)
    lobes = [
        ellipsoid(
            (-size * 0.34, -size * 0.27 - size * 0.028 * i, 0),
            (size * (0.17 - 0.008 * i), size * 0.02, size * (0.28 - 0.02 * i)),
            tone,
            {"roughness": 0.5},
        )
        for i in range(6)
    ]
    return concat_shapes(
        *lobes,
        tube(
            [(-size * 0.08, -size * 0.26, 0), (-size * 0.14, -size * 0.42, 0), (-size * 0.18, -size * 0.6, 0)],
            size * 0.075,
            (0.95, 0.82, 0.7),
        ),
    )


@register("the stand with its label")
def display_stand(*, size, height, stand):
    look = surface(stand)
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.12, 0), size * 0.42, *look),
        rod((0, height * 0.1, 0), (0, height, 0), size * 0.04, (0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.3}),
        box((0, height * 0.06, size * 0.42), (size * 0.3, height * 0.08, 0.004), *surface("brass")),
    )


@register("a model of the brain in two halves on a stand")
def brain_model(*, width=0.18, height=0.24, depth=0.17, tissue=(0.93, 0.66, 0.65), stand="black wood"):
    size = 0.17
    brain = concat_shapes(
        *[library_call("hemisphere", size=size, side=s, tissue=tissue) for s in (-1, 1)],
        library_call("hind_brain", size=size, tissue=tissue),
    )
    whole = concat_shapes(
        transform_shape(brain, translation_matrix((0, 0.18, 0))),
        library_call("display_stand", size=size, height=0.14, stand=stand),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)))
