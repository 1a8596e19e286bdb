# /// asset
# word = "model railway"
# synonyms = [
#     "toy train with tracks", "train with tracks", "toy railway", "model railroad", "toy train on tracks",
#     "train set", "model train set", "toy train set", "toy train track", "toy train tracks",
#     "oval train track", "train tracks", "electric train set", "toy train on a track", "wooden train tracks",
#     "toy train with a track", "toy railroad", "model train layout", "train set with tracks", "railway set",
# ]
# category = "toys"
# support = "floor"
# colors = ["engine_color", "second", "third"]
# materials = ["sleepers"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, cone, darker, fitted, moved, rod, rotated

LONG, ROUND = 0.36, 0.3
"""Half the straight part, and the radius of the bends."""


def along(share):
    """The place (x, z) and the direction of the oval track at a share of its length."""
    straight, bend = 2 * LONG, math.pi * ROUND
    at = share % 1.0 * 2 * (straight + bend)
    if at < straight:
        return at - LONG, ROUND, 0.0
    if at < straight + bend:
        a = (at - straight) / ROUND
        return LONG + ROUND * math.sin(a), ROUND * math.cos(a), a
    if at < 2 * straight + bend:
        return LONG - (at - straight - bend), -ROUND, math.pi
    a = (at - 2 * straight - bend) / ROUND
    return -LONG - ROUND * math.sin(a), -ROUND * math.cos(a), math.pi + a


@register("the oval track of sleepers and two rails")
def oval_track(*, sleepers):
    wood, count = surface(sleepers), 72
    parts = []
    for i in range(count):
        x, z, turn = along(i / count)
        parts.append(moved(box((0, 0.004, 0), (0.016, 0.008, 0.085), *wood), (x, 0, z), turn))
        x2, z2, turn2 = along((i + 1) / count)
        for s in (-1, 1):
            ends = [
                (px + s * 0.024 * math.sin(t), 0.012, pz + s * 0.024 * math.cos(t))
                for px, pz, t in ((x, z, turn), (x2, z2, turn2))
            ]
            parts.append(rod(*ends, 0.0045, (0.5, 0.51, 0.54), {"metallic": 0.7, "roughness": 0.35}))
    return concat_shapes(*parts)


@register("the steam engine, which goes towards +x")
def steam_engine(*, engine_color):
    look, dark, brass = (engine_color, {"roughness": 0.3}), (0.1, 0.1, 0.11), (0.9, 0.72, 0.3)
    return concat_shapes(
        box((0, 0.034, 0), (0.15, 0.012, 0.046), dark),
        rod((-0.02, 0.064, 0), (0.072, 0.064, 0), 0.025, *look),
        rod((0.072, 0.064, 0), (0.078, 0.064, 0), 0.026, dark),
        ball((0.08, 0.066, 0), 0.011, (1.0, 0.9, 0.5), {"emission": 0.8}),
        block((-0.045, 0.04, 0), (0.055, 0.065, 0.056), *look),
        block((-0.045, 0.105, 0), (0.068, 0.007, 0.066), dark),
        *[box((-0.045, 0.085, s * 0.0285), (0.03, 0.026, 0.002), (0.75, 0.88, 0.95)) for s in (-1, 1)],
        rod((0.048, 0.085, 0), (0.048, 0.115, 0), 0.008, dark),
        cone((0.048, 0.125, 0), (0.048, 0.095, 0), 0.015, dark),
        ball((0.012, 0.09, 0), 0.011, brass),
        *[
            rod((x, 0.03, s * 0.022), (x, 0.03, s * 0.03), 0.016, (0.75, 0.1, 0.1))
            for x in (-0.05, -0.01, 0.03)
            for s in (-1, 1)
        ],
        *[box((-0.01, 0.03, s * 0.032), (0.1, 0.006, 0.003), brass) for s in (-1, 1)],
        moved(rotated(box((0, 0, 0), (0.03, 0.008, 0.05), dark), -0.5, (0, 0, 1)), (0.082, 0.028, 0)),
    )


@register("a coach with windows, or an open wagon with its load")
def coach(*, tone, load):
    wheels = [
        rod((x, 0.028, s * 0.022), (x, 0.028, s * 0.028), 0.013, (0.12, 0.12, 0.13))
        for x in (-0.04, 0.04)
        for s in (-1, 1)
    ]
    body = [box((0, 0.04, 0), (0.13, 0.014, 0.048), (0.12, 0.12, 0.13)), *wheels]
    if load:
        lumps = [
            ball(
                (-0.045 + 0.018 * (i % 6), 0.07 + 0.004 * (i % 3), -0.012 + 0.012 * (i // 6)), 0.011, (0.12, 0.11, 0.11)
            )
            for i in range(18)
        ]
        return concat_shapes(*body, block((0, 0.046, 0), (0.128, 0.024, 0.052), tone, {"roughness": 0.4}), *lumps)
    panes = [
        box((-0.045 + 0.03 * i, 0.082, s * 0.0265), (0.02, 0.022, 0.002), (0.95, 0.9, 0.7))
        for i in range(4)
        for s in (-1, 1)
    ]
    return concat_shapes(
        *body,
        block((0, 0.046, 0), (0.128, 0.058, 0.052), tone, {"roughness": 0.4}),
        block((0, 0.104, 0), (0.136, 0.008, 0.06), darker(tone, 0.5)),
        *panes,
    )


@register("a small station, a tree and a signal")
def scenery():
    trees = [
        concat_shapes(
            rod((x, 0, z), (x, 0.05, z), 0.008, (0.4, 0.26, 0.15)),
            cone((x, 0.03, z), (x, 0.12, z), 0.035, (0.18, 0.42, 0.2)),
            cone((x, 0.075, z), (x, 0.15, z), 0.027, (0.2, 0.47, 0.22)),
        )
        for x, z in ((-0.25, 0.05), (-0.3, -0.06), (0.3, -0.02))
    ]
    house = concat_shapes(
        block((0.02, 0, -0.05), (0.16, 0.08, 0.1), (0.93, 0.87, 0.74)),
        *[
            moved(
                rotated(box((0, 0, 0), (0.19, 0.008, 0.075), (0.62, 0.2, 0.14)), s * 0.6, (1, 0, 0)),
                (0.02, 0.098, -0.05 + s * 0.03),
            )
            for s in (-1, 1)
        ],
        block((0.02, 0, 0.002), (0.028, 0.05, 0.004), (0.35, 0.2, 0.12)),
        *[box((0.02 + s * 0.05, 0.045, 0.001), (0.025, 0.028, 0.003), (0.6, 0.8, 0.9)) for s in (-1, 1)],
        block((0.02, 0, 0.05), (0.24, 0.012, 0.05), (0.7, 0.68, 0.64)),
    )
    return concat_shapes(*trees, house)


@register("a model railway: a steam train on an oval track around a station")
def model_railway(
    *,
    width=1.4,
    height=0.16,
    depth=0.72,
    engine_color=(0.1, 0.32, 0.2),
    second=(0.7, 0.14, 0.12),
    third=(0.15, 0.3, 0.6),
    sleepers="walnut",
):
    train = []
    for k, part in enumerate(
        (
            library_call("steam_engine", engine_color=engine_color),
            library_call("coach", tone=darker(engine_color, 0.9), load=True),
            library_call("coach", tone=second, load=False),
            library_call("coach", tone=third, load=False),
        )
    ):
        x, z, turn = along(0.27 - 0.046 * k)
        train.append(moved(part, (x, 0, z), turn))
    return fitted(
        concat_shapes(library_call("oval_track", sleepers=sleepers), library_call("scenery"), *train),
        width,
        height,
        depth,
    )
