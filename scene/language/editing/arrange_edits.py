"""Moves many instances to given poses in one edit.

Each pose is written in its best form. The text with all of them is evaluated once and compared with the scene before. Where a
literal moved other instances, ``adjust`` lines are tried instead. An instance that still misses its pose stays where it was
and is named in the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.geometry import pose_matrices, standing_poses
from scenewright.scene.language.editing.arrange_plan import ArrangeTarget, Plan, plan_poses
from scenewright.scene.language.editing.comparison import EXACT, Allowed, first_difference, relation_key
from scenewright.scene.language.editing.edits import Arrange
from scenewright.scene.language.editing.place_literals import PlaceLiterals
from scenewright.scene.language.editing.workbench import ArrangeResult, Workbench, check_finite
from scenewright.scene.model import Entity, Scene

__all__ = ["arranged"]

_SLACK = 2e-4
"""Greatest difference between a written and a planned pose, in metres and radians."""


@dataclass(frozen=True, eq=False)
class _Outcome:
    """An evaluated plan. `wrong`: rows that miss their planned pose. `broken`: what else differs, '' where nothing does."""

    source: str
    scene: Scene | None
    wrong: tuple[int, ...] = ()
    broken: str = ""

    @property
    def fine(self) -> bool:
        return self.scene is not None and not self.wrong and not self.broken


def arranged(bench: Workbench, edit: Arrange) -> ArrangeResult:
    """Write an arrangement into the text.

    Raises:
        PathError: a path names nothing, or several instances.
        EditError: an instance has two poses, a number is not finite, or no pose could be written; the message says why.
    """
    targets = _targets(bench, edit)
    barred: set[int] = set()
    plan, outcome = _tried(bench, targets, barred)
    for blame in (_suspects, _suspects, _every_literal):
        if outcome.fine or not plan.rows_by("literal"):
            break
        barred |= blame(bench, plan, outcome)
        plan, outcome = _tried(bench, targets, barred)
    failed: dict[int, str] = {}
    if not outcome.fine:
        failed = {t.row: "its pose would not come out as wished" for t in targets if t.row in outcome.wrong}
        if outcome.broken or len(failed) < len(outcome.wrong):
            raise EditError(f"arrange was refused, nothing is changed: {_reason(bench, outcome, failed)}")
        plan, outcome = _tried(bench, [t for t in targets if t.row not in failed], barred)
        if not outcome.fine or not plan.ways:
            raise EditError(f"arrange was refused, nothing is changed: {_reason(bench, outcome, failed)}")
    assert outcome.scene is not None
    paths = bench.scene.paths
    return ArrangeResult(
        source=outcome.source,
        scene=outcome.scene,
        how="adjust" if "adjust" in plan.ways.values() else "literal",
        path="",
        path_map={},
        ways={paths[row]: way for row, way in plan.ways.items()},
        failed={paths[row]: reason for row, reason in failed.items()},
        reread=_reread(bench.scene, outcome.scene),
    )


def _targets(bench: Workbench, edit: Arrange) -> list[ArrangeTarget]:
    poses = np.array([[*p.at, p.yaw] for p in edit.poses], dtype=np.float64).reshape(-1, 4)
    check_finite(poses)
    rows = [bench.scene.find(p.path).index for p in edit.poses]
    twice = next((r for i, r in enumerate(rows) if r in rows[:i]), None) if len(set(rows)) < len(rows) else None
    if twice is not None:
        raise EditError(f"arrange names '{bench.scene.paths[twice]}' twice: give it one pose")
    now = standing_poses(bench.scene, rows)
    targets = pose_matrices(poses) @ np.linalg.inv(pose_matrices(now)) @ bench.scene.world_from_local[rows]
    order = np.argsort(rows, kind="stable").tolist()
    return [ArrangeTarget(rows[i], poses[i], targets[i]) for i in order]


def _tried(bench: Workbench, targets: Sequence[ArrangeTarget], barred: set[int]) -> tuple[Plan, _Outcome]:
    plan = plan_poses(bench, targets, barred)
    if not plan.splices:
        return plan, _Outcome(bench.text.source, bench.scene)
    source = bench.text.spliced(plan.splices)
    try:
        scene = bench.evaluate(source)
    except ProgramError as error:
        return plan, _Outcome(source, None, broken=f"the new program would fail: {error}")
    if scene.paths != bench.scene.paths:
        return plan, _Outcome(source, scene, broken="instances would appear or get lost")
    rows = range(len(scene))
    broken = first_difference(bench.scene, scene, [(i, i) for i in rows], Allowed(moved=frozenset(rows))) or ""
    if len(scene.relations) != len(bench.scene.relations):
        broken = broken or "a relation would be lost or appear"
    return plan, _Outcome(source, scene, _misplaced(bench.scene, scene, plan), broken)


def _misplaced(old: Scene, new: Scene, plan: Plan) -> tuple[int, ...]:
    """Rows whose pose in their parent is not the planned one."""
    local = new.nodes.parent_from_local
    wrong = np.abs(local - plan.expected).max(axis=(1, 2)) > EXACT
    written = np.array(sorted(plan.ways), dtype=np.int64)
    off = local[written] @ np.linalg.inv(plan.expected[written])
    foot = standing_poses(old, written)
    foot[:, 3] = 1.0
    in_parent = np.einsum("kij,kj->ki", plan.expected[written] @ np.linalg.inv(old.world_from_local[written]), foot)
    shift = np.einsum("kij,kj->ki", off, in_parent) - in_parent
    turn = np.abs(off[:, :3, :3] - np.eye(3)).max(axis=(1, 2))
    wrong[written] = (np.abs(shift).max(axis=1) > _SLACK) | (turn > _SLACK)
    return tuple(np.flatnonzero(wrong).tolist())


def _suspects(bench: Workbench, plan: Plan, outcome: _Outcome) -> set[int]:
    """Rows whose literals may have moved other instances."""
    literal = plan.rows_by("literal")
    if outcome.broken or not outcome.wrong:
        return literal
    found: set[int] = set()
    unexplained = False
    for row in outcome.wrong:
        # place puts the bottom centre of a box at a point: a part that moves changes the box, so everything in it moves
        inside = {r for r in literal if row < r < bench.scene.subtree_end(row)}
        found |= inside or ({row} & literal)
        unexplained = unexplained or not inside
    if unexplained:
        found |= {r for r in literal if _is_measured(bench, Entity(bench.scene, r))}
    return found or literal


def _is_measured(bench: Workbench, entity: Entity) -> bool:
    """Whether the text may use the result of a place call for more than the scene, such as measuring it."""
    call = None if entity.place is None else bench.text.call_at(entity.place.span)
    return call is None or PlaceLiterals(bench.text, call, np.eye(4)).removed() is None


def _every_literal(bench: Workbench, plan: Plan, outcome: _Outcome) -> set[int]:
    return plan.rows_by("literal")


def _reason(bench: Workbench, outcome: _Outcome, failed: dict[int, str]) -> str:
    if outcome.broken:
        return outcome.broken
    others = [bench.scene.paths[r] for r in outcome.wrong if r not in failed]
    if others:
        return f"the pose of '{others[0]}' would change too"
    named = ", ".join(f"'{bench.scene.paths[r]}'" for r in list(failed)[:4])
    return f"the pose of {named} would not come out as wished"


def _reread(old: Scene, new: Scene) -> tuple[int, ...]:
    """Indices of relations that mean other instances now: of several that match a name, the nearest counts."""
    pairs = zip(old.relations, new.relations, strict=True)
    return tuple(i for i, (a, b) in enumerate(pairs) if relation_key(a, {}) != relation_key(b, {}))
