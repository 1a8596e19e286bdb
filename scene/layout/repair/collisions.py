"""Put bodies at tried poses, tell which of them collide there, and how far one must go to be clear of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.geometry import pose_matrices
from scenewright.scene.layout.certify import SINK, Evidence, Meeting, Solids, reach
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.repair.sweeps import first_gap, spans_of
from scenewright.scene.layout.repair.units import carry
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind

__all__ = ["CLEAR", "PosedCollisions", "Setting"]

CLEAR = 1e-3
"""Metres that bodies may intersect where a repair puts them, since touching is exact only to within rounding."""

_SLIGHT = 5e-3
"""Metres that bodies may intersect as they were written."""

_FEW_PIECES = 64
"""Pairs of pieces that are tested at a time."""

_EXACT = 5e-4
"""Metres of accuracy of a way out for shapes that are no boxes."""

_MOST_KNOWN = 50_000
"""Judged pairs of bodies at their poses that are remembered."""

_SWEPT = 10
"""Pairs of boxes that can be swept along one direction in the time of one distance measurement."""


@dataclass(frozen=True, eq=False)
class Setting:
    """Bodies at tried poses. `poses`: (N, 4). `low`, `high`: (N, 3) metres, corners of their exact axis-aligned boxes in the room."""

    poses: FloatArray
    low: FloatArray
    high: FloatArray


class PosedCollisions:
    """Collisions of the bodies of one problem. `solids`: the pieces of the bodies, then those of boxes that must stay free."""

    def __init__(self, evidence: Evidence, problem: Problem, solids: Solids) -> None:
        self.evidence, self.problem, self.solids = evidence, problem, solids
        self.count = len(evidence)
        self.bodies = problem.bodies
        self.home = problem.bodies.initial
        self.meeting = Meeting(self.solids)
        self.home_matrices = pose_matrices(self.home)
        self.from_home = _inverse(self.home_matrices)
        self.pairs = 0
        """Work so far: pairs of pieces whose distance was measured, and pieces whose top was sampled."""
        self._extents: dict[tuple[int, float], FloatArray] = {}
        self._excused: dict[tuple[int, int], float] = {}
        self._known: dict[tuple[int, int, float, bytes, bytes], tuple[bool, int]] = {}
        self._group = _groups(problem)
        linear = np.abs(self.solids.world_from_unit[:, :3, :3])
        straight = (linear > 1e-9).sum(axis=(1, 2)) == 3
        self.square = straight & (self.solids.kind == PrimitiveKind.CUBE)
        """(P,) bool, pieces that are axis-aligned boxes in the room."""

    # -- settings -----------------------------------------------------------------------------------------------------

    def at_home(self) -> Setting:
        low, high = self.evidence.low.copy(), self.evidence.high.copy()
        return Setting(self.home.copy(), low, high)

    def at(self, poses: FloatArray) -> Setting:
        """The setting of poses (N, 4)."""
        changed = np.flatnonzero(np.abs(poses - self.home).max(axis=1) > 1e-12)
        return self.moved(self.at_home(), {int(i): poses[i] for i in changed})

    def moved(self, setting: Setting, changes: Mapping[int, FloatArray]) -> Setting:
        """The same setting with some bodies at other poses: `changes` is number of a body -> pose (4,)."""
        poses, low, high = setting.poses.copy(), setting.low.copy(), setting.high.copy()
        for i, pose in changes.items():
            poses[i] = pose
            if self.solids.start[i + 1] > self.solids.start[i]:
                extent = self.extents(i, float(pose[3]))
                low[i], high[i] = pose[:3] + extent[0], pose[:3] + extent[1]
        return Setting(poses, low, high)

    def extents(self, i: int, yaw: float) -> FloatArray:
        """(2, 3) least and greatest corner of a body's exact axis-aligned box at a yaw, relative to its origin."""
        key = (i, round(yaw, 7))
        extents = self._extents.get(key)
        if extents is None:
            pieces = np.arange(self.solids.start[i], self.solids.start[i + 1], dtype=np.int32)
            turn = pose_matrices(np.array([0.0, 0.0, 0.0, yaw - self.home[i, 3]]))[:3, :3]
            axes = np.concatenate([-np.eye(3), np.eye(3)]) @ turn  # rows: turned back into the home frame
            far = reach(self.solids, pieces, np.broadcast_to(axes, (len(pieces), 6, 3))).max(axis=0)
            far = far - axes @ self.home[i, :3]
            extents = self._extents[key] = np.stack([-far[:3], far[3:]])
        return extents

    # -- collisions ---------------------------------------------------------------------------------------------------

    def tolerance(self, i: int, j: int) -> float:
        """Metres that two bodies may intersect; inf where their collisions are not judged."""
        key = (min(i, j), max(i, j))
        tolerance = self._excused.get(key)
        if tolerance is None:
            tolerance = self._excused[key] = self._tolerance(*key)
        return tolerance

    def _tolerance(self, i: int, j: int) -> float:
        evidence = self.evidence
        if self._group[i] >= 0 and self._group[i] == self._group[j]:
            return np.inf
        if self.bodies.fixed[i] and self.bodies.fixed[j]:
            return np.inf
        if (i, j) in evidence.inside or (j, i) in evidence.inside:
            return np.inf
        if evidence.rugs[i] != evidence.rugs[j]:
            return np.inf
        if evidence.loose[i] != evidence.loose[j]:
            lies, stands = (i, j) if evidence.loose[i] else (j, i)
            if evidence.low[stands, 1] >= evidence.low[lies, 1] - CLEAR:
                return np.inf  # it may stand on a magazine
        if (evidence.soft[i] or evidence.soft[j]) and self._sunk_in(i, j):
            return SINK
        return CLEAR

    def _sunk_in(self, i: int, j: int) -> bool:
        """Whether two bodies, as written, overlap no deeper than soft things may."""
        pose_i, pose_j = self.home[i], self.home[j]
        return self._pieces_meet(i, j, pose_i, pose_j, CLEAR) and not self._pieces_meet(i, j, pose_i, pose_j, SINK)

    def grant(self, i: int, j: int, depth: float) -> None:
        """Let two bodies intersect as deep as they slightly do as written, so that this does not hinder other moves."""
        key = (min(i, j), max(i, j))
        self._excused[key] = max(self.tolerance(i, j), min(depth, _SLIGHT))

    def meets(self, i: int, j: int, setting: Setting) -> bool:
        """Whether two bodies intersect deeper than they may."""
        allowed = self.tolerance(i, j)
        if not np.isfinite(allowed):
            return False
        apart = np.maximum(setting.low[i] - setting.high[j], setting.low[j] - setting.high[i])
        if (apart > -allowed).any():
            return False
        key = (i, j, allowed, setting.poses[i].tobytes(), setting.poses[j].tobytes())
        known = self._known.get(key)
        if known is None:
            before = self.pairs
            met = self._pieces_meet(i, j, setting.poses[i], setting.poses[j], allowed)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = met, self.pairs - before
        else:
            self.pairs += known[1]  # the effort does not depend on what is remembered
        return known[0]

    def _pieces_meet(self, i: int, j: int, pose_i: FloatArray, pose_j: FloatArray | None, allowed: float) -> bool:
        motion = pose_matrices(pose_i) @ self.from_home[i]
        if pose_j is not None:
            motion = self.home_matrices[j] @ _inverse(pose_matrices(pose_j)) @ motion
        solids = self.solids
        a = np.arange(solids.start[i], solids.start[i + 1], dtype=np.int32)
        b = np.arange(solids.start[j], solids.start[j + 1], dtype=np.int32)
        low_a, high_a = self._moved_boxes(a, motion)
        low_b, high_b = solids.low[b], solids.high[b]
        near = ((low_a < high_b.max(axis=0) - allowed) & (high_a > low_b.min(axis=0) + allowed)).all(axis=1)
        a, low_a, high_a = a[near], low_a[near], high_a[near]
        if not a.size:
            return False
        near = ((low_b < high_a.max(axis=0) - allowed) & (high_b > low_a.min(axis=0) + allowed)).all(axis=1)
        b, low_b, high_b = b[near], low_b[near], high_b[near]
        if not b.size:
            return False
        both = ((low_a[:, None] < high_b - allowed) & (high_a[:, None] > low_b + allowed)).all(axis=2)
        rows, columns = np.nonzero(both)
        if abs(motion[0, 0] - 1.0) < 1e-12 and rows.size:  # axis-aligned boxes are their own bounding boxes
            square = self.square[a[rows]] & self.square[b[columns]]
            if square.any():
                return True
        self.pairs += len(rows)
        for start in range(0, len(rows), _FEW_PIECES):
            part = slice(start, start + _FEW_PIECES)
            if self.meeting.any_meet(a[rows[part]], b[columns[part]], -0.5 * allowed, motion):
                return True
        return False

    def intersects(self, i: int, j: int, setting: Setting) -> bool:
        """Whether two bodies intersect at all, whatever their tolerance."""
        return self._pieces_meet(i, j, setting.poses[i], setting.poses[j], 0.0)

    def hits(
        self, members: Iterable[int], setting: Setting, *, ignored: Iterable[int] = (), first: Iterable[int] = ()
    ) -> Iterator[tuple[int, int]]:
        """(member, other) pairs that intersect deeper than they may, lazily; pairs with bodies of `first` come first."""
        inside = set(members)
        passed = inside | set(ignored)
        sooner = set(first)
        near = [
            (i, j)
            for i in inside
            if self.evidence.solids.filled[i]
            for j in np.flatnonzero(
                ((setting.low[i] < setting.high) & (setting.high[i] > setting.low)).all(axis=1)
            ).tolist()
            if j not in passed
        ]
        near.sort(key=lambda pair: pair[1] not in sooner)
        return (pair for pair in near if self.meets(*pair, setting))

    def is_clear(self, members: Iterable[int], setting: Setting, *, ignored: Iterable[int] = ()) -> bool:
        """Whether no body of a unit intersects another deeper than it may."""
        return next(self.hits(members, setting, ignored=ignored), None) is None

    # -- ways out -----------------------------------------------------------------------------------------------------

    def clear_after(
        self,
        members: Sequence[int],
        other: int,
        setting: Setting,
        ways: FloatArray,
        most: float,
        ample: tuple[float, float] = (np.inf, 1.0),
    ) -> FloatArray:
        """(D,) metres along unit directions (D, 3) after which a unit is first clear of another body; inf where that is over `most`.

        Args:
            ample: (metres, factor): a way that is longer than this, and than this many times the shortest, may be given as inf.
        """
        boxes: list[tuple[FloatArray, FloatArray]] = []
        every: list[tuple[FloatArray, FloatArray]] = []
        for m in members:
            allowed = self.tolerance(m, other)
            if not np.isfinite(allowed) or not self.evidence.solids.filled[m]:
                continue
            a, b, motion = self._near(m, other, setting, most)
            turn = self._back(other, setting)[:3, :3]
            self.pairs += len(a) * len(ways) // _SWEPT
            spans = spans_of(self.meeting, a, b, -0.5 * allowed, motion, ways @ turn.T)
            cubes = (self.solids.kind[a] == PrimitiveKind.CUBE) & (self.solids.kind[b] == PrimitiveKind.CUBE)
            every.append(spans)
            boxes.append((spans[0][cubes], spans[1][cubes]))
        if not every:
            return np.zeros(len(ways))
        least, far = (
            first_gap(np.concatenate([s[0] for s in some]), np.concatenate([s[1] for s in some]))
            for some in (boxes, every)
        )
        unsure = np.flatnonzero((far > least + _EXACT) & (least <= most))
        shortest = float(np.delete(far, unsure).min(initial=np.inf))
        for k in unsure[np.argsort(least[unsure], kind="stable")].tolist():
            if least[k] > max(ample[0], ample[1] * shortest):
                far[k] = np.inf
                continue
            far[k] = self._clear_between(members, other, setting, ways[k], float(least[k]), min(float(far[k]), most))
            shortest = min(shortest, float(far[k]))
        far[far > most] = np.inf
        return far

    def _clear_between(
        self, members: Sequence[int], other: int, setting: Setting, way: FloatArray, low: float, high: float
    ) -> float:
        """Metres along a direction, between `low` and `high`, after which a unit is clear: a round shape is so before its box."""

        def meets(far: float) -> bool:
            pose = setting.poses[members[0]] + np.append(far * way, 0.0)
            moved = self.moved(setting, carry(members, setting.poses, pose))
            return any(self.meets(m, other, moved) for m in members)

        if meets(
            high
        ):  # where the boxes part exactly where the round shapes do, rounding decides: ask a hair further on
            high += _EXACT
            if meets(high):
                return np.inf
        if not meets(low):
            return low
        while high - low > _EXACT:
            middle = 0.5 * (low + high)
            low, high = (middle, high) if meets(middle) else (low, middle)
        return high

    def _back(self, j: int, setting: Setting) -> FloatArray:
        """(4, 4) that takes body `j` from its pose in `setting` back to the written one."""
        return np.asarray(self.home_matrices[j] @ _inverse(pose_matrices(setting.poses[j])))

    def _near(self, i: int, j: int, setting: Setting, most: float) -> tuple[IntArray, IntArray, FloatArray]:
        """Pairs of pieces a[k] of body `i` and b[k] of body `j` that may overlap when the first moves by at most `most` metres; and
        the motion (4, 4) of the first relative to the written pose of the second."""
        solids = self.solids
        motion = self._back(j, setting) @ pose_matrices(setting.poses[i]) @ self.from_home[i]
        a = np.arange(solids.start[i], solids.start[i + 1], dtype=np.int32)
        b = np.arange(solids.start[j], solids.start[j + 1], dtype=np.int32)
        low_a, high_a = self._moved_boxes(a, motion)
        low_b, high_b = solids.low[b] - most, solids.high[b] + most
        rows, columns = np.nonzero(((low_a[:, None] < high_b) & (high_a[:, None] > low_b)).all(axis=2))
        return a[rows], b[columns], motion

    def _moved_boxes(self, pieces: IntArray, motion: FloatArray) -> tuple[FloatArray, FloatArray]:
        """(M, 3) least and (M, 3) greatest corners of the axis-aligned boxes of moved pieces."""
        solids = self.solids
        middle, half = (
            (solids.low[pieces] + solids.high[pieces]) / 2.0,
            (solids.high[pieces] - solids.low[pieces]) / 2.0,
        )
        middle = middle @ motion[:3, :3].T + motion[:3, 3]
        half = half @ np.abs(motion[:3, :3]).T
        return middle - half, middle + half


def _inverse(motion: FloatArray) -> FloatArray:
    """(..., 4, 4) inverses of rigid motions."""
    out = np.zeros_like(motion)
    out[..., :3, :3] = np.swapaxes(motion[..., :3, :3], -1, -2)
    out[..., :3, 3] = -np.einsum("...ij,...j->...i", out[..., :3, :3], motion[..., :3, 3])
    out[..., 3, 3] = 1.0
    return out


def _groups(problem: Problem) -> IntArray:
    """(N,) number of the joined group of each body, -1 for none."""
    group = np.full(len(problem.bodies), -1, dtype=np.int32)
    for number, joined in enumerate(problem.joined):
        group[list(joined.bodies)] = number
    return group
