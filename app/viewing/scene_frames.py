"""The frames of an animation as motions of the first one, for a page that shows that."""

from __future__ import annotations

from typing import Any

import numpy as np

from scenewright.app.viewing.scene_steps import row_motions
from scenewright.scene.model import Scene

__all__ = ["frame_motions"]

_MOST_MOTIONS = 40_000
"""Of one answer. A page asks on for the frames that are left."""


def frame_motions(scene: Scene, first: int, count: int) -> dict[str, Any]:
    """The motions of some frames, as JSON values.

    `motions`: for each frame from `first` the rows that move otherwise than what they are part of, as in a step; None where the frame
    has other things than the first. There is at least one frame in it, and fewer than `count` where they would be too long.
    `looks`: numbers of frames in which a colour or a material differs from the first frame, which motions do not show.

    Args:
        first: number of a frame, from 0.
        count: most frames of the answer.

    Raises:
        IndexError: there is no frame `first`.
    """
    motions: list[list[dict[str, Any]] | None] = []
    looks: list[int] = []
    told = 0
    for number in range(first, min(first + max(count, 1), scene.frames)):
        frame = scene.frame(number)
        found = row_motions(scene, frame) if _same_things(scene, frame) else None
        told += len(found or ())
        if motions and told > _MOST_MOTIONS:
            break
        motions.append(found)
        if found is None or _other_looks(scene, frame):
            looks.append(number)
    if not motions:
        raise IndexError(f"there is no frame {first}: the program has {scene.frames}, counted from 0")
    return {"frames": scene.frames, "first": first, "motions": motions, "looks": looks}


def _same_things(one: Scene, other: Scene) -> bool:
    a, b = one.nodes, other.nodes
    return len(one) == len(other) and all(
        np.array_equal(here, there)
        for here, there in ((a.parent, b.parent), (a.kind, b.kind), (a.primitive, b.primitive), (a.asset, b.asset))
    )


def _other_looks(one: Scene, other: Scene) -> bool:
    a, b = one.nodes, other.nodes
    return not (np.array_equal(a.color, b.color, equal_nan=True) and np.array_equal(a.material, b.material))
