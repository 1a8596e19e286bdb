"""Clauses on what moves: a movement is shown where the frames of the scene differ in what makes it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.app.clauses.clause import Clause
from scenewright.app.clauses.evidence import ClauseEvidence
from scenewright.app.writers.asked import AskedMotion
from scenewright.scene.model import Scene

__all__ = ["motion_clauses"]

_MOVED = 1e-6
"""Least difference of two matrices that is a movement."""


def motion_clauses(evidence: ClauseEvidence) -> Iterator[Clause]:
    """The clauses on the movements that a text states."""
    for motion in evidence.asked.motions:
        why = motion.why or _why_still(evidence, motion)
        yield Clause("motion", motion.says, not why, why, motion.says)


def _why_still(evidence: ClauseEvidence, motion: AskedMotion) -> str:
    """Why a movement is not shown; '' where it is."""
    scene = evidence.scene
    if scene.frames == 1:
        return "the scene has no frames"
    nodes = [n for thing in motion.things for n in evidence.instances[thing]]
    rows = [evidence.graph.nodes[n].row for n in nodes] if motion.things else _doors(scene)
    paths = [scene.paths[row] for row in rows]
    return "" if any(_moves(scene, path) for path in paths) else "nothing of it moves in the frames"


def _doors(scene: Scene) -> list[int]:
    """The rows of the doors of the room."""
    return [row for row, path in enumerate(scene.paths) if path.rpartition("/")[2].partition("[")[0] == "door"]


def _moves(scene: Scene, path: str) -> bool:
    """Whether an instance, or what it is made of, differs in a later frame."""
    before = _state(scene, path)
    return any(not _same(before, _state(scene.frame(number), path)) for number in range(1, scene.frames))


def _same(one: tuple[list[int], np.ndarray], other: tuple[list[int], np.ndarray]) -> bool:
    if one[0] != other[0]:
        return False
    return bool(np.abs(one[1] - other[1]).max(initial=0.0) <= _MOVED)


def _state(frame: Scene, path: str) -> tuple[list[int], np.ndarray]:
    """The objects of the catalogue below an instance, and where all of it is."""
    if path not in frame.paths:
        return [], np.zeros((0, 4, 4))
    row = frame.paths.index(path)
    stop = frame.subtree_end(row)
    return frame.nodes.asset[row:stop].tolist(), np.asarray(frame.world_from_local[row:stop])
