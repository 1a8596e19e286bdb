"""How the numbers of a program move its bodies: a Jacobian by finite differences of evaluations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.geometry import pose_matrices, standing_boxes
from scenewright.scene.language.editing import Allowed, NumberSlices, ProgramNumbers, first_difference
from scenewright.scene.layout.bodies import owners
from scenewright.scene.model import FloatArray, IntArray, Scene
from scenewright.scene.model.bounds import leaf_extents

__all__ = ["Motion", "MovedBodies", "ProgramMotion"]

_STEP = 0.01
_STILL = 1e-9
_TREE = ("paths", "_path_index", "_rows_by_segment", "_child_lists", "_ends", "leaf_rows")
"""Cached properties of a scene that depend on its tree alone."""


@dataclass(frozen=True, eq=False)
class Motion:
    """The effect of increasing a number by one. `rows`: (R,) rows that move within their parents. `velocity`: (R, 3) metres that their
    feet move, in the parent's frame. `turning`: (R,) radians about +y."""

    rows: IntArray
    velocity: FloatArray
    turning: FloatArray


class MovedBodies:
    """The bodies of a scene, and the scenes after small motions of them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        owner = owners(scene)
        self.rows: IntArray = np.unique(owner[owner >= 0]).astype(np.int32)
        self.owner = owner
        poses, sizes = standing_boxes(scene, self.rows)
        self.feet = poses[:, :3]
        self.volume = np.maximum(sizes, 0.01).prod(axis=1)
        self.radius = np.hypot(sizes[:, 0], sizes[:, 2]) / 2.0
        self.low, self.high = self._boxes()
        # rows that may move without changing the shape of a body: bodies and their ancestors
        self.carriers = np.zeros(len(scene), dtype=bool)
        for row in self.rows.tolist():
            self.carriers[list(_line_of(scene, row))] = True
        self._number = {row: i for i, row in enumerate(self.rows.tolist())}
        self._foot_in_parent = self._feet_in_parents()

    def _boxes(self) -> tuple[FloatArray, FloatArray]:
        """(B, 3) least and (B, 3) greatest corners of the axis-aligned boxes of the bodies in the world."""
        leaves = self.scene.leaf_rows[self.owner[self.scene.leaf_rows] >= 0]
        hulls = [None if a < 0 else self.scene.assets[a].hull for a in self.scene.nodes.asset[leaves].tolist()]
        low, high = leaf_extents(self.scene.nodes.primitive[leaves], self.scene.world_from_local[leaves], hulls)
        body = np.searchsorted(self.rows, self.owner[leaves])
        least, most = np.full((len(self.rows), 3), np.inf), np.full((len(self.rows), 3), -np.inf)
        np.minimum.at(least, body, low)
        np.maximum.at(most, body, high)
        return least, most

    def body_of(self, path: str) -> int | None:
        """Number of the body that a path names, or that contains what it names; None for none."""
        row = self.scene._path_index.get(path, -1)
        return next((self._number[r] for r in _line_of(self.scene, row) if r in self._number), None)

    def moved(self, motions: Iterable[tuple[Motion, float]]) -> Scene:
        """The predicted scene after changing numbers; `motions`: the motion and the change of each number."""
        n = len(self.scene)
        velocity, turning = np.zeros((n, 3)), np.zeros(n)
        for motion, by in motions:
            velocity[motion.rows] += by * motion.velocity
            turning[motion.rows] += by * motion.turning
        rows = np.flatnonzero(velocity.any(axis=1) | (turning != 0.0))
        local = self.scene.nodes.parent_from_local.copy()
        foot = self._foot_in_parent[rows]
        there = pose_matrices(np.concatenate([foot + velocity[rows], turning[rows, None]], axis=1))
        local[rows] = there @ pose_matrices(np.concatenate([-foot, np.zeros((len(rows), 1))], axis=1)) @ local[rows]
        moved = replace(self.scene, nodes=replace(self.scene.nodes, parent_from_local=local))
        # the tree is the same, so that cached properties of it stay valid
        vars(moved).update({name: vars(self.scene)[name] for name in _TREE if name in vars(self.scene)})
        return moved

    def foot_in_parent(self, rows: IntArray) -> FloatArray:
        """(R, 3) feet of carriers in the frames of their parents."""
        return self._foot_in_parent[rows]

    def _feet_in_parents(self) -> FloatArray:
        rows = np.flatnonzero(self.carriers)
        parent = self.scene.nodes.parent[rows]
        world = np.where((parent >= 0)[:, None, None], self.scene.world_from_local[np.maximum(parent, 0)], np.eye(4))
        feet = np.concatenate([standing_boxes(self.scene, rows)[0][:, :3], np.ones((len(rows), 1))], axis=1)
        local: FloatArray = np.full((len(self.scene), 3), np.nan)
        local[rows] = np.linalg.solve(world, feet[..., None])[:, :3, 0]
        return local

    def travel(self, other: Scene) -> tuple[FloatArray, FloatArray]:
        """(B, 3) how far each body's foot moved to another scene of the same tree, metres, and (B,) how far it turned, radians."""
        motion = other.world_from_local[self.rows] @ np.linalg.inv(self.scene.world_from_local[self.rows])
        feet = np.einsum("bij,bj->bi", motion[:, :3, :3], self.feet) + motion[:, :3, 3]
        return feet - self.feet, np.arctan2(motion[:, 0, 2], motion[:, 0, 0])

    def cost(self, other: Scene) -> float:
        """The sum of volume (cubic metres) times distance moved (metres) over all bodies; a turn counts as the motion of the rim."""
        shift, turn = self.travel(other)
        return float((self.volume * (np.linalg.norm(shift, axis=1) + self.radius * np.abs(turn))).sum())


class ProgramMotion:
    """The motions of the numbers of one text, each measured when it is first needed.

    `heights`: also use numbers that lift bodies.
    """

    def __init__(self, source: str, bodies: MovedBodies, evaluate: Callable[[str], Scene], *, heights: bool) -> None:
        self.numbers = ProgramNumbers(source)
        self.bodies = bodies
        self.evaluate = evaluate
        self.heights = heights
        self.known: dict[int, Motion | None] = {}
        self._slices = NumberSlices(self.numbers)
        self._behind: dict[tuple[object, ...], frozenset[int]] = {}
        scene = bodies.scene
        self._of_body = [self._slice(int(row)) for row in bodies.rows]
        self._reach: dict[int, set[int]] = {}
        for row, indices in zip(bodies.rows.tolist(), self._of_body, strict=True):
            for index in indices:
                self._reach.setdefault(index, set()).update(r for r in _line_of(scene, row) if r > 0)

    def keep(self, other: ProgramMotion, changed: Iterable[int]) -> None:
        """Take over measured motions from another version of the text, for numbers that move none of the bodies that the `changed`
        numbers move."""
        touched: set[int] = set().union(*(self._reach.get(i, set()) for i in changed))
        self.known.update({i: m for i, m in other.known.items() if not self._reach.get(i, set()) & touched})

    def tied(self, index: int) -> tuple[tuple[int, float], ...]:
        """Numbers in the loops of the same function with the same absolute value, which probably belong together: each with 1, or -1
        for the opposite sign. This one comes first."""
        number = self.numbers.numbers[index]
        if number.value == 0.0 or number.loops is None:
            return ((index, 1.0),)
        others = (self.numbers.numbers[i] for i in sorted(self._reach) if i != index)
        alike = [o for o in others if abs(o.value) == abs(number.value) and o.loops is number.loops]
        return ((index, 1.0), *((o.index, 1.0 if o.value == number.value else -1.0) for o in alike))

    def combined(self, tie: Iterable[tuple[int, float]]) -> Motion | None:
        """The motion of a group of numbers that change together; None where one of them has none."""
        parts = [(self.known.get(i), factor) for i, factor in tie]
        if any(m is None for m, _ in parts):
            return None
        known = [(m, factor) for m, factor in parts if m is not None]
        rows, at = np.unique(np.concatenate([m.rows for m, _ in known]), return_inverse=True)
        velocity, turning = np.zeros((len(rows), 3)), np.zeros(len(rows))
        np.add.at(velocity, at, np.concatenate([f * m.velocity for m, f in known]))
        np.add.at(turning, at, np.concatenate([f * m.turning for m, f in known]))
        return Motion(rows, velocity, turning)

    def behind(self, bodies: Iterable[int]) -> list[int]:
        """Indices of the program's numbers that may move the given bodies."""
        return sorted(set().union(*(self._of_body[b] for b in bodies)))

    def measure(self, indices: Sequence[int]) -> None:
        """Measure the motions of numbers. Numbers that move different bodies share one evaluation."""
        groups: list[list[int]] = []
        reached: list[set[int]] = []
        for index in indices:
            if index in self.known:
                continue
            reach = self._reach.get(index, set())
            fitting = next((i for i, other in enumerate(reached) if not other & reach), len(groups))
            if fitting == len(groups):
                groups.append([])
                reached.append(set())
            groups[fitting].append(index)
            reached[fitting] |= reach
        for group in groups:
            if not self._measure(group) and len(group) > 1:
                for index in group:
                    self._measure([index])

    def predicted(self, by: Mapping[int, float]) -> Scene:
        """The predicted scene after changes of numbers; `by`: index of a number -> its change."""
        return self.bodies.moved((m, delta) for i, delta in by.items() if (m := self.known.get(i)) is not None)

    def _measure(self, group: list[int]) -> bool:
        """Measure a group of numbers in one evaluation; False where the effects of single numbers cannot be told apart."""
        text, by = self.numbers.changed({i: _STEP * max(1.0, abs(self.numbers.numbers[i].value)) for i in group})
        self.known.update(dict.fromkeys(group))
        try:
            scene = self.evaluate(text)
        except ProgramError:
            return False
        if self._other(scene):
            return False
        old, new = self.bodies.scene.nodes.parent_from_local, scene.nodes.parent_from_local
        changed = np.flatnonzero(np.abs(new - old).max(axis=(1, 2)) > _STILL)
        owned = [(row, row if self.bodies.carriers[row] else int(self.bodies.owner[row])) for row in changed.tolist()]
        if len(group) > 1 and any(sum(body in self._reach[i] for i in group) != 1 for _, body in owned):
            return False
        for index in group:
            rows = [row for row, body in owned if len(group) == 1 or body in self._reach[index]]
            self.known[index] = self._motion(np.array(rows, dtype=np.int32), new, by.get(index, 0.0))
        return True

    def _motion(self, rows: IntArray, new: FloatArray, by: float) -> Motion | None:
        """The motion, for a change `by` of a number, that moved rows to `new`; None where that changes a shape, or tilts or lifts a
        body."""
        if not len(rows) or by == 0.0 or not self.bodies.carriers[rows].all():
            return None
        moved = new[rows] @ np.linalg.inv(self.bodies.scene.nodes.parent_from_local[rows])
        turn = np.arctan2(moved[:, 0, 2], moved[:, 0, 0])
        upright = pose_matrices(np.concatenate([np.zeros((len(rows), 3)), turn[:, None]], axis=1))
        if np.abs(moved[:, :3, :3] - upright[:, :3, :3]).max() > 1e-6:
            return None
        foot = self.bodies.foot_in_parent(rows)
        shift = np.einsum("rij,rj->ri", moved[:, :3, :3], foot) + moved[:, :3, 3] - foot
        if not self.heights and np.abs(shift[:, 1]).max() > 1e-6:
            return None
        return Motion(rows, shift / by, turn / by)

    def _other(self, scene: Scene) -> bool:
        """Whether a scene differs in more than poses."""
        old = self.bodies.scene
        if scene.paths != old.paths or scene.room != old.room:
            return True
        rows = range(len(scene))
        return first_difference(old, scene, [(i, i) for i in rows], Allowed(moved=frozenset(rows))) is not None

    def _slice(self, row: int) -> frozenset[int]:
        scene = self.bodies.scene
        key: list[object] = []
        for above in _line_of(scene, row):
            entity = scene.entity(above)
            key += [entity.span, None if entity.place is None else entity.place.span]
        indices = self._behind.get(tuple(key))
        if indices is None:
            indices = self._behind[tuple(key)] = frozenset(self._slices.behind(scene, row))
        return indices


def _line_of(scene: Scene, row: int) -> Iterator[int]:
    """A row and its ancestors, up to the root."""
    while row >= 0:
        yield row
        row = int(scene.nodes.parent[row])
