"""What became of the things of a change: which of them are new, and which only stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.app.agent.embedded.work import Work
from scenewright.scene.geometry import standing_poses

__all__ = ["added_of", "moved_of"]

_STILL = 1e-3
"""Metres up to which a thing stands where it stood."""
_OTHERWISE = frozenset(("recolour", "resize", "rename", "replace", "turn"))
"""Changes of a thing that are more than another place."""


def _former(work: Work) -> dict[str, str]:
    return {new: old for old, new in work.draft.renamed.items() if new is not None}


def added_of(work: Work, paths: Sequence[str]) -> tuple[str, ...]:
    """Those of some things that were not in the scene before the change."""
    former, before = _former(work), set(work.draft.before.paths)
    return tuple(p for p in paths if p not in former and (p not in before or work.draft.renamed.get(p, p) != p))


def moved_of(work: Work, paths: Sequence[str]) -> tuple[str, ...]:
    """Those of some things that stand elsewhere, and are as they were in all else."""
    former, added = _former(work), set(added_of(work, paths))
    other = {path for act in work.memory.acts if act.kind in _OTHERWISE for path in act.paths}
    moved = []
    for path in paths:
        if path in added or path in other:
            continue
        was = work.draft.before.find(former.get(path, path)).index
        at = [
            standing_poses(s, [i])[0][:3]
            for s, i in ((work.draft.before, was), (work.draft.scene, work.draft.scene.find(path).index))
        ]
        if np.abs(at[1] - at[0]).max() > _STILL:
            moved.append(path)
    return tuple(moved)
