"""Edits of an instance's pose: move, turn, scale."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.scene.errors import EditError
from scenewright.scene.geometry import standing_boxes, standing_poses
from scenewright.scene.language.editing.comparison import Allowed, Pairs
from scenewright.scene.language.editing.edits import Move, Scale, Turn
from scenewright.scene.language.editing.place_literals import PlaceLiterals
from scenewright.scene.language.editing.program_text import Splice
from scenewright.scene.language.editing.workbench import Candidate, Workbench, check_finite
from scenewright.scene.model import Entity, FloatArray, Scene
from scenewright.scene.model.bounds import bounds_in_frame

__all__ = ["pose_candidates"]

_SAME_POINT = 1e-3
"""Metres within which the middle of a box is the point that the thing is placed at."""

_UNDER = 0.02
"""Metres that the point of a ``place`` call may lie beside the box of what it places."""


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
            splices = _turned_literals(literals, entity, edit, target)
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
        base = _turning_point(bench.scene, entity, edit)
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


def _turning_point(scene: Scene, entity: Entity, edit: Turn) -> FloatArray:
    """A point (3,) of the line that an instance turns about, in its parent's frame."""
    placed = _placed_point(entity)
    if edit.about is None:
        return placed if placed is not None and _lies_under(scene, entity, placed) else _middle(scene, entity)
    if edit.about == "place":
        if placed is None:
            raise EditError(f"'{entity.path}' has no place(...) call: turn it about its middle")
        return placed
    middle = _middle(scene, entity)
    # what was made about the point that it is placed at keeps it, and its place stays as it is written
    return placed if placed is not None and np.hypot(*(middle - placed)[[0, 2]]) < _SAME_POINT else middle


def _placed_point(entity: Entity) -> FloatArray | None:
    """The point (3,) of an instance's ``place`` call in its parent's frame, as what acted since has moved it."""
    place = entity.place
    if place is None:
        return None
    since = entity.parent_from_local @ np.linalg.inv(place.placed)
    point: FloatArray = since[:3, :3] @ np.array(place.at) + since[:3, 3]
    return point


def _middle(scene: Scene, entity: Entity) -> FloatArray:
    """The middle (3,) of the bottom of an instance's box, in its parent's frame."""
    world = np.append(standing_poses(scene, [entity.index])[0, :3], 1.0)
    middle: FloatArray = np.linalg.solve(_world_from_parent(entity), world)[:3]
    return middle


def _world_from_parent(entity: Entity) -> FloatArray:
    """(4, 4) the parent's frame in the world; for the root the world itself."""
    return np.eye(4) if entity.parent is None else entity.parent.world_from_local


def _lies_under(scene: Scene, entity: Entity, point: FloatArray) -> bool:
    """Whether a point of the parent's frame lies under or over the box of an instance, seen from above; of what has no shape always."""
    poses, sizes = standing_boxes(scene, [entity.index])
    away = (_world_from_parent(entity) @ np.append(point, 1.0))[:3] - poses[0, :3]
    c, s = np.cos(poses[0, 3]), np.sin(poses[0, 3])
    x, z = c * away[0] - s * away[2], s * away[0] + c * away[2]
    half = 0.5 * sizes[0] + _UNDER
    return not sizes.any() or bool(abs(x) <= half[0] and abs(z) <= half[2])


def _turned_literals(literals: PlaceLiterals, entity: Entity, edit: Turn, target: FloatArray) -> list[Splice] | None:
    """Changes of ``turn``, and of ``at`` where the instance turns about another point than that."""
    splices = literals.turned(edit.degrees)
    placed, parent = _placed_point(entity), entity.parent
    if placed is None:
        return splices
    moved = target @ np.linalg.inv(entity.parent_from_local)
    away = moved[:3, :3] @ placed + moved[:3, 3] - placed
    if np.abs(away).max() < _SAME_POINT:
        return splices
    frame = np.eye(3) if parent is None else parent.world_from_local[:3, :3]
    shifted = literals.moved(frame @ away)
    return None if shifted is None else [*shifted, *splices]


def _world(scene: Scene, row: int, parent_from_local: FloatArray) -> FloatArray:
    parent = int(scene.nodes.parent[row])
    world: FloatArray = parent_from_local if parent < 0 else scene.world_from_local[parent] @ parent_from_local
    return world
