"""Edits of an instance's pose: move, turn, scale."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.comparison import Allowed, Pairs
from scenewright.scene.language.editing.edits import Move, Scale, Turn
from scenewright.scene.language.editing.workbench import Candidate, Workbench, check_finite
from scenewright.scene.model import Entity, FloatArray, Scene
from scenewright.scene.model.bounds import bounds_in_frame

__all__ = ["pose_candidates"]


def pose_candidates(bench: Workbench, entity: Entity, edit: Move | Turn | Scale) -> Iterator[Candidate]:
    row = entity.index
    target = _target_pose(bench, entity, edit)
    size = float(np.abs(entity.local_bounds).max() * np.abs(target[:3, :3]).max())
    slack = 2e-4 * max(1.0, size)

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        found = scene.nodes.parent_from_local[dict(pairs)[row]]
        far = np.abs(found - target)
        if far[:3, :3].max() > 2e-4 * max(1.0, float(np.abs(target[:3, :3]).max())) or far[:3, 3].max() > slack:
            return "the pose would not come out as wished"
        return None

    allowed = Allowed(moved=frozenset({row}))
    literals = None if isinstance(edit, Scale) else bench.literals(entity, upright=True)
    if literals is not None:
        if isinstance(edit, Move):
            delta = _world(bench.scene, row, target)[:3, 3] - entity.world_from_local[:3, 3]
            splices = literals.moved(delta)
        else:
            assert isinstance(edit, Turn)
            splices = literals.turned(edit.degrees)
        if splices is None:
            bench.reasons.append("the place(...) call has no literal to change")
        else:
            yield Candidate("literal", splices, goal, allowed)
    yield Candidate("adjust", bench.adjusted(entity, target), goal, allowed)


def _target_pose(bench: Workbench, entity: Entity, edit: Move | Turn | Scale) -> FloatArray:
    """parent_from_local (4, 4) after the edit."""
    local = entity.parent_from_local
    parent = entity.parent
    world_from_parent = np.eye(4) if parent is None else parent.world_from_local
    box = bounds_in_frame(bench.scene, entity.index, bench.scene.parent_frame(entity.index))
    base = np.array([(box[0, 0] + box[1, 0]) / 2.0, box[0, 1], (box[0, 2] + box[1, 2]) / 2.0])
    change = np.eye(4)
    if isinstance(edit, Move):
        if (edit.by is None) == (edit.to is None):
            raise EditError("move takes either `by` or `to`, and not both")
        if edit.by is not None:
            by = np.array(edit.by, dtype=np.float64)
        else:
            world = entity.bounds
            by = np.array(edit.to, dtype=np.float64) - [world[:, 0].mean(), world[0, 1], world[:, 2].mean()]
        check_finite(by)
        change[:3, 3] = np.linalg.solve(world_from_parent[:3, :3], by)
    elif isinstance(edit, Turn):
        check_finite(np.array(edit.degrees))
        place = entity.place
        if place is not None:
            since = local @ np.linalg.inv(place.placed)
            base = since[:3, :3] @ np.array(place.at) + since[:3, 3]
        angle = np.radians(edit.degrees)
        c, s = float(np.cos(angle)), float(np.sin(angle))
        change[:3, :3] = [[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]]
        change[:3, 3] = base - change[:3, :3] @ base
    else:
        factors = np.broadcast_to(np.array(edit.factor, dtype=np.float64), (3,))
        check_finite(factors)
        if (factors <= 0.0).any():
            raise EditError(f"scale of '{entity.path}' must be greater than 0, not {edit.factor}")
        change[:3, :3] = np.diag(factors)
        change[:3, 3] = base - factors * base
    moved: FloatArray = change @ local
    return moved


def _world(scene: Scene, row: int, parent_from_local: FloatArray) -> FloatArray:
    parent = int(scene.nodes.parent[row])
    world: FloatArray = parent_from_local if parent < 0 else scene.world_from_local[parent] @ parent_from_local
    return world
