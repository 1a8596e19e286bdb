"""Plans the poses of many instances: which literal or ``adjust`` line moves each, parents first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.geometry import pose_matrices
from scenewright.scene.language.editing.adjust_lines import append_statement, find_line, new_line, short_path
from scenewright.scene.language.editing.place_literals import PlaceRuns, is_upright
from scenewright.scene.language.editing.place_numbers import PlaceNumbers
from scenewright.scene.language.editing.program_text import Splice
from scenewright.scene.language.editing.workbench import Workbench
from scenewright.scene.model import Adjust, Entity, FloatArray

__all__ = ["NEAR_DEGREES", "NEAR_METRES", "ArrangeTarget", "Plan", "plan_poses"]

NEAR_METRES = 5e-4
NEAR_DEGREES = 0.05
"""An instance that is as near as this to its target keeps its text."""


@dataclass(frozen=True, eq=False)
class ArrangeTarget:
    """An instance and its target: `pose` (4,) of its oriented box, and `world_from_local` (4, 4)."""

    row: int
    pose: FloatArray
    world_from_local: FloatArray


@dataclass(eq=False)
class Plan:
    """Changes to the text, and the scene that they should give.

    `ways`: 'literal' or 'adjust' by row, without rows that are near enough already. `expected`: (N, 4, 4) parent_from_local
    of every row of the scene afterwards.
    """

    expected: FloatArray
    splices: list[Splice] = field(default_factory=list)
    ways: dict[int, str] = field(default_factory=dict)

    def rows_by(self, way: str) -> set[int]:
        return {row for row, how in self.ways.items() if how == way}


@dataclass(frozen=True, eq=False)
class _Literal:
    """Changes of a ``place`` call, and the parent_from_local (4, 4) that they give."""

    splices: list[Splice]
    parent_from_local: FloatArray


def plan_poses(bench: Workbench, targets: Sequence[ArrangeTarget], barred: Collection[int] = ()) -> Plan:
    """The changes that move every instance to its target.

    Args:
        targets: in the order of their rows, so that parents come before their parts.
        barred: rows whose literals must not change.
    """
    return _Planner(bench, barred).plan(targets)


class _Planner:
    def __init__(self, bench: Workbench, barred: Collection[int]) -> None:
        self.bench = bench
        self.scene = bench.scene
        self.barred = barred
        self.runs = PlaceRuns.of(bench.scene)
        self.adjusts: dict[str, list[Adjust]] = defaultdict(list)
        for adjust in bench.scene.adjusts:
            if adjust.resolved is not None:
                self.adjusts[adjust.resolved].append(adjust)
        self.result = Plan(bench.scene.nodes.parent_from_local.copy())
        self.statements: list[str] = []
        self._worlds: dict[int, FloatArray] = {}
        self._turning: dict[int, bool] = {}

    def plan(self, targets: Sequence[ArrangeTarget]) -> Plan:
        for target in targets:
            parent = int(self.scene.nodes.parent[target.row])
            self._place(target, self._world(parent), self._is_turned(parent))
        if self.statements:
            after = ("adjust",) if self.scene.adjusts else ("relate",)
            lines = self.bench.text.newline.join(self.statements)
            self.result.splices.append(append_statement(self.bench.text, lines, after))
        return self.result

    def _world(self, row: int) -> FloatArray:
        """world_from_local (4, 4) of a row afterwards. Its ancestors must be planned already."""
        if row < 0:
            return np.eye(4)
        world = self._worlds.get(row)
        if world is None:
            world = self._world(int(self.scene.nodes.parent[row])) @ self.result.expected[row]
            self._worlds[row] = world
        return world

    def _is_turned(self, row: int) -> bool:
        """Whether an adjust turns or scales a row or an ancestor. It does so about the middle of that box, so a literal that
        changes inside the box would move all of it."""
        if row < 0:
            return False
        found = self._turning.get(row)
        if found is None:
            own = any(a.turn or a.scale != 1.0 for a in self.adjusts.get(self.scene.paths[row], ()))
            found = self._turning[row] = own or self._is_turned(int(self.scene.nodes.parent[row]))
        return found

    def _place(self, target: ArrangeTarget, world_from_parent: FloatArray, inside_turned: bool) -> None:
        row, entity = target.row, Entity(self.scene, target.row)
        # the motion in the world that remains after its ancestors have moved
        motion = target.world_from_local @ np.linalg.inv(world_from_parent @ entity.parent_from_local)
        foot = target.pose[:3]
        was = np.linalg.solve(motion, np.append(foot, 1.0))[:3]
        if np.linalg.norm(foot - was) < NEAR_METRES and abs(_degrees(motion)) < NEAR_DEGREES:
            return
        literal = None
        if row not in self.barred and not inside_turned:
            literal = self._literal(entity, world_from_parent, motion)
        if literal is not None:
            self._write("literal", row, literal.splices, literal.parent_from_local)
            return
        change = self.bench.adjust_to(entity, np.linalg.solve(world_from_parent, target.world_from_local))
        self._turning[row] = inside_turned or bool(change.terms["turn"] or change.terms["scale"])
        splices = []
        if change.line is not None:
            splices = [change.line.rewritten(change.terms)]
        else:
            statement = new_line(short_path(self.bench.bare, entity.path), change.terms)
            self.statements += [] if statement is None else [statement]
        self._write("adjust", row, splices, change.parent_from_local)

    def _write(self, way: str, row: int, splices: list[Splice], parent_from_local: FloatArray) -> None:
        self.result.ways[row] = way
        self.result.splices += splices
        self.result.expected[row] = parent_from_local

    def _literal(self, entity: Entity, world_from_parent: FloatArray, motion: FloatArray) -> _Literal | None:
        """The change of a place call that applies a rigid motion of the world to this instance alone; None where none can."""
        place = entity.place
        if place is None or self.runs.shared(entity) is not None:
            return None
        acting = self.adjusts.get(entity.path, [])
        if len(acting) > 1 or any(a.pose for a in acting):
            return None
        text = self.bench.text
        start = text.offset(place.span.line, place.span.column)
        stop = text.offset(place.span.end_line, place.span.end_column)
        numbers = PlaceNumbers(text.data[start:stop], start)
        if not numbers.is_plain:
            return None
        bare = self.bench.bare
        parent_from_running = bare.find(entity.path).parent_from_local @ np.linalg.inv(place.placed)
        world_from_running = world_from_parent @ parent_from_running
        if not is_upright(world_from_running):
            return None
        # An adjust that moves it by `slid` acts after the place call.
        slid = np.zeros(3)
        if acting and find_line(text, self.scene, entity.path) is not None:
            slid = np.array(acting[0].move)
        in_parent = np.linalg.solve(world_from_parent, motion @ world_from_parent)
        in_parent[:3, 3] += in_parent[:3, :3] @ slid - slid
        in_running = np.linalg.solve(parent_from_running, in_parent @ parent_from_running)
        at = np.array(place.at)
        moved = numbers.moved(in_running[:3, :3] @ at + in_running[:3, 3] - at)
        if moved is None:
            return None
        turned = numbers.turned(self._turn(numbers, place.turn, _degrees(in_running)))
        there, here = (pose_matrices(np.array([*p, 0.0])) for p in (at + moved.by, -at))
        motion = there @ pose_matrices(np.array([0.0, 0.0, 0.0, np.radians(float(turned.by))])) @ here
        motion = parent_from_running @ motion @ np.linalg.inv(parent_from_running)
        motion[:3, 3] += slid - motion[:3, :3] @ slid
        return _Literal([*moved.splices, *turned.splices], motion @ entity.parent_from_local)

    @staticmethod
    def _turn(numbers: PlaceNumbers, turn: float, degrees: float) -> float:
        """The change of a written turn that turns by `degrees`, and keeps the number within the circle that it was in."""
        limit = 180.0 if abs(turn) <= 180.0 else 360.0
        total = turn + degrees
        if numbers.turn_is_number and abs(total) > limit + 0.005:  # written angles have two decimals
            return degrees - 360.0 if total > 0.0 else degrees + 360.0
        return degrees


def _degrees(motion: FloatArray) -> float:
    """Angle of a motion (4, 4) about +y in degrees, from -180 to 180."""
    return float(np.degrees(np.arctan2(motion[0, 2], motion[0, 0])))
