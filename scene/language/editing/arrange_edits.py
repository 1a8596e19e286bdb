"""Bringing many instances to poses in one edit.

Each is written in its best form, all in one text, which is evaluated once and held against the scene before. What a
literal moved that was not meant is tried again with ``adjust`` lines; what does not come out as wished even so is left
where it was and named in the result.
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
"""How far a written pose may be from the planned one: metres, and radians."""


@dataclass(frozen=True, eq=False)
class _Outcome:
    """An evaluated plan: `wrong` rows stand elsewhere than planned; `broken` says what else differs, '' where nothing does."""

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
        EditError: two poses for one instance, a number that is not finite, or nothing could be written; the reason is told.
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
            raise EditError(f"arrange was refused, nothing is changed: {_told(bench, outcome, failed)}")
        plan, outcome = _tried(bench, [t for t in targets if t.row not in failed], barred)
        if not outcome.fine or not plan.ways:
            raise EditError(f"arrange was refused, nothing is changed: {_told(bench, outcome, failed)}")
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
    wanted = pose_matrices(poses) @ np.linalg.inv(pose_matrices(now)) @ bench.scene.world_from_local[rows]
    order = np.argsort(rows, kind="stable").tolist()
    return [ArrangeTarget(rows[i], poses[i], wanted[i]) for i in order]


def _tried(bench: Workbench, targets: Sequence[ArrangeTarget], barred: set[int]) -> tuple[Plan, _Outcome]:
    plan = plan_poses(bench, targets, barred)
    if not plan.splices:
        return plan, _Outcome(bench.text.source, bench.scene)
    source = bench.text.spliced(plan.splices)
    try:
        scene = bench.evaluate(source)
    except ProgramError as error:
        return plan, _Outcome(source, None, broken=f"the text would fail: {error}")
    if scene.paths != bench.scene.paths:
        return plan, _Outcome(source, scene, broken="other instances would be there")
    rows = range(len(scene))
    broken = first_difference(bench.scene, scene, [(i, i) for i in rows], Allowed(moved=frozenset(rows))) or ""
    if len(scene.relations) != len(bench.scene.relations):
        broken = broken or "a relation would be lost or appear"
    return plan, _Outcome(source, scene, _misplaced(bench.scene, scene, plan), broken)


def _misplaced(old: Scene, new: Scene, plan: Plan) -> tuple[int, ...]:
    """Rows whose pose in their parent is not the planned one."""
    found = new.nodes.parent_from_local
    wrong = np.abs(found - plan.expected).max(axis=(1, 2)) > EXACT
    written = np.array(sorted(plan.ways), dtype=np.int64)
    off = found[written] @ np.linalg.inv(plan.expected[written])
    foot = standing_poses(old, written)
    foot[:, 3] = 1.0
    in_parent = np.einsum("kij,kj->ki", plan.expected[written] @ np.linalg.inv(old.world_from_local[written]), foot)
    shift = np.einsum("kij,kj->ki", off, in_parent) - in_parent
    turn = np.abs(off[:, :3, :3] - np.eye(3)).max(axis=(1, 2))
    wrong[written] = (np.abs(shift).max(axis=1) > _SLACK) | (turn > _SLACK)
    return tuple(np.flatnonzero(wrong).tolist())


def _suspects(bench: Workbench, plan: Plan, outcome: _Outcome) -> set[int]:
    """Rows whose literals may have moved what was not meant."""
    literal = plan.rows_by("literal")
    if outcome.broken or not outcome.wrong:
        return literal
    found: set[int] = set()
    unexplained = False
    for row in outcome.wrong:
        # a place call puts the middle of a box somewhere: where a part of that box moves, all of it does
        inside = {r for r in literal if row < r < bench.scene.subtree_end(row)}
        found |= inside or ({row} & literal)
        unexplained = unexplained or not inside
    if unexplained:
        found |= {r for r in literal if _is_measured(bench, Entity(bench.scene, r))}
    return found or literal


def _is_measured(bench: Workbench, entity: Entity) -> bool:
    """Whether the text may do more with a place call than put what it makes into the scene."""
    call = None if entity.place is None else bench.text.call_at(entity.place.span)
    return call is None or PlaceLiterals(bench.text, call, np.eye(4)).removed() is None


def _every_literal(bench: Workbench, plan: Plan, outcome: _Outcome) -> set[int]:
    return plan.rows_by("literal")


def _told(bench: Workbench, outcome: _Outcome, failed: dict[int, str]) -> str:
    if outcome.broken:
        return outcome.broken
    others = [bench.scene.paths[r] for r in outcome.wrong if r not in failed]
    if others:
        return f"the pose of '{others[0]}' would change too"
    named = ", ".join(f"'{bench.scene.paths[r]}'" for r in list(failed)[:4])
    return f"the pose of {named} would not come out as wished"


def _reread(old: Scene, new: Scene) -> tuple[int, ...]:
    """Numbers of relations that mean other instances than before: a name that fits several means the nearest."""
    pairs = zip(old.relations, new.relations, strict=True)
    return tuple(i for i, (a, b) in enumerate(pairs) if relation_key(a, {}) != relation_key(b, {}))
