# /// asset
# word = "vacuum cleaner"
# synonyms = ["vacuum", "hoover", "canister vacuum"]
# category = "tools"
# support = "floor"
# colors = ["shell", "trim"]
# ///
import itertools

import numpy as np

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod


@register("the canister on wheels")
def canister(*, length, height, width, shell, trim):
    look = (shell, {"roughness": 0.25})
    wheels = [
        concat_shapes(
            rod(
                (-length * 0.24, height * 0.36, z * width * 0.42),
                (-length * 0.24, height * 0.36, z * width * 0.52),
                height * 0.36,
                trim,
            ),
            rod(
                (-length * 0.24, height * 0.36, z * width * 0.5),
                (-length * 0.24, height * 0.36, z * width * 0.54),
                height * 0.16,
                (0.7, 0.7, 0.72),
            ),
        )
        for z in (-1, 1)
    ]
    handle = pipe(
        [
            (-length * 0.2, height * 0.86, 0),
            (-length * 0.12, height * 1.12, 0),
            (length * 0.1, height * 1.12, 0),
            (length * 0.2, height * 0.84, 0),
        ],
        height * 0.06,
        trim,
    )
    return concat_shapes(
        ellipsoid((0, height * 0.52, 0), (length / 2, height * 0.42, width * 0.44), *look),
        ellipsoid(
            (length * 0.12, height * 0.6, 0),
            (length * 0.3, height * 0.36, width * 0.36),
            (0.6, 0.66, 0.7),
            {"roughness": 0.1},
        ),
        box((0, height * 0.22, 0), (length * 0.7, height * 0.2, width * 0.7), trim),
        rod((length * 0.28, height * 0.1, 0), (length * 0.28, height * 0.2, 0), height * 0.12, trim),
        ellipsoid((length * 0.3, height * 0.1, 0), (height * 0.1,) * 3, trim),
        *wheels,
        handle,
    )


@register("the ribbed hose")
def hose(*, points, radius):
    rings = []
    count = 5
    for a, b in itertools.pairwise([np.array(p) for p in points]):
        rings += [
            rod(a + (b - a) * ((k + 0.1) / count), a + (b - a) * ((k + 0.6) / count), radius * 1.18, (0.25, 0.25, 0.27))
            for k in range(count)
        ]
    return concat_shapes(pipe(points, radius, (0.12, 0.12, 0.13)), *rings)


@register("the metal pipe with its grip and floor nozzle")
def wand(*, top, foot, radius, trim):
    top, foot = np.array(top), np.array(foot)
    steel = ((0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.25})
    back = tuple(top + (top - foot) * 0.12 + np.array((-0.12, 0.02, 0.0)))
    return concat_shapes(
        rod(foot, top, radius, *steel),
        rod(foot + (top - foot) * 0.5, foot + (top - foot) * 0.54, radius * 1.3, trim),
        pipe([tuple(top), tuple(top + (top - foot) * 0.09), back], radius * 1.3, trim),
        box((foot[0] + 0.02, 0.025, foot[2]), (0.12, 0.05, 0.28), trim),
        rod((foot[0] + 0.01, 0.04, foot[2]), tuple(foot + (top - foot) * 0.06), radius * 1.5, trim),
    )


@register("a canister vacuum cleaner with a hose and a floor nozzle")
def vacuum_cleaner(*, width=1.0, height=0.95, depth=0.34, shell=(0.75, 0.18, 0.2), trim=(0.15, 0.15, 0.17)):
    top, foot = (0.34, 0.82, 0.0), (0.72, 0.05, 0.0)
    path = [
        (0.14, 0.24, 0),
        (0.2, 0.42, 0.04),
        (0.08, 0.66, 0.06),
        (0.06, 0.86, 0.04),
        (0.2, 0.96, 0.0),
        (0.29, 0.93, 0.0),
    ]
    whole = concat_shapes(
        moved(library_call("canister", length=0.46, height=0.28, width=0.3, shell=shell, trim=trim), (-0.05, 0, 0)),
        library_call("hose", points=path, radius=0.019),
        library_call("wand", top=top, foot=foot, radius=0.016, trim=trim),
    )
    return fitted(whole, width, height, depth)
