"""Which bodies are placed where, and how deep a body would intersect them, at many poses at once.

Bodies are placed and removed. A circle test over all placed bodies picks the neighbours; then their boxes are compared exactly. Pairs
that may intersect (a rug and a body on it, a body and the one that it lies in) are exempt. Keep-out zones (the swing of a door) are
boxes that are only obstacles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.model import Bodies, Numbers
from scenewright.scene.layout.search.planar import box_table, separation, separation_axis
from scenewright.scene.model import FloatArray

BoolArray = npt.NDArray[np.bool_]

__all__ = ["HEIGHT_SLACK", "Clash", "FloorZone", "Occupancy"]

HEIGHT_SLACK = 1e-3
"""Metres that two height intervals may overlap, since a body touches what it stands on."""


@dataclass(frozen=True, eq=False)
class FloorZone:
    """A box that must stay free of bodies. `box`: (2, 3) in the frame at `pose` (4,). `name`: for messages."""

    box: FloatArray
    pose: FloatArray
    name: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two intersecting bodies. `depth`: of the boxes that intersect deepest, metres. `push`: (2,) moves b out of a, (x, z) metres."""

    a: int
    b: int
    depth: float
    push: tuple[float, float]


class Occupancy:
    """Poses of bodies in a room. `poses`: (N + zones, 4). `standing`: (N + zones,) bool, the placed ones.

    `box_low`, `box_high`: (T, 3) corners of axis-aligned boxes in the room around each box of each body. `box_body`: (T,) its body.
    """

    def __init__(
        self,
        bodies: Bodies,
        *,
        zones: Sequence[FloorZone] = (),
        exempt: Iterable[tuple[int, int]] = (),
        slack: float = 0.0,
    ) -> None:
        """
        Args:
            exempt: pairs that may intersect.
            slack: metres of horizontal penetration depth that are no clash.
        """
        self.bodies = bodies
        self.count = len(bodies)
        self.zones = tuple(zones)
        self.slack = slack
        self.table = box_table(bodies, [z.box[None] for z in zones])
        total = self.count + len(zones)
        self.poses = np.zeros((total, 4))
        self.standing = np.zeros(total, dtype=bool)
        self.box_low = np.zeros((len(self.table.low), 3))
        self.box_high = np.zeros((len(self.table.low), 3))
        self.box_body = np.repeat(np.arange(total), np.diff(self.table.start))
        for k, zone in enumerate(zones):
            self.put(self.count + k, zone.pose)
        self._exempt: dict[int, set[int]] = {}
        for a, b in exempt:
            self._exempt.setdefault(a, set()).add(b)
            self._exempt.setdefault(b, set()).add(a)

    def put(self, body: int, pose: FloatArray) -> None:
        self.poses[body] = pose
        self.standing[body] = True
        rows = slice(int(self.table.start[body]), int(self.table.start[body + 1]))
        self._lay(rows, pose)

    def restore(self, poses: FloatArray, standing: BoolArray) -> None:
        """Restore the poses and `standing` of all bodies and zones."""
        moved = (poses != self.poses).any(axis=1)
        self.poses[:] = poses
        self.standing[:] = standing
        rows = np.flatnonzero(moved[self.box_body])
        self._lay(rows, poses[self.box_body[rows]])

    def _lay(self, rows: Numbers | slice, pose: FloatArray) -> None:
        """Update the axis-aligned boxes of the given rows."""
        table = self.table
        c, s = np.cos(pose[..., 3]), np.sin(pose[..., 3])
        centre, half = table.centre[rows], table.half[rows]
        x = pose[..., 0] + c * centre[:, 0] + s * centre[:, 1]
        z = pose[..., 2] - s * centre[:, 0] + c * centre[:, 1]
        c, s = np.abs(c), np.abs(s)
        reach_x, reach_z = c * half[:, 0] + s * half[:, 1], s * half[:, 0] + c * half[:, 1]
        y = pose[..., 1]
        self.box_low[rows] = np.column_stack([x - reach_x, y + table.low[rows], z - reach_z])
        self.box_high[rows] = np.column_stack([x + reach_x, y + table.high[rows], z + reach_z])

    def take(self, body: int) -> None:
        self.standing[body] = False

    def exempt_of(self, body: int) -> set[int]:
        """Numbers of the bodies that a body may intersect."""
        return self._exempt.get(body, set())

    def neighbours(self, body: int, candidates: FloatArray) -> Numbers:
        """Numbers of the placed bodies and zones that are near any of the poses (C, 4) of a body."""
        table = self.table
        able = self.standing.copy()
        able[body] = False
        for other in self.exempt_of(body):
            able[other] = False
        rows = np.flatnonzero(able)
        reach = table.radius[rows] + table.radius[body]
        low, high = candidates[:, [0, 2]].min(axis=0), candidates[:, [0, 2]].max(axis=0)
        at = self.poses[rows][:, [0, 2]]
        near = ((at >= low - reach[:, None]) & (at <= high + reach[:, None])).all(axis=1)
        bottom = candidates[:, 1].min() + table.bottom[body]
        top = candidates[:, 1].max() + table.top[body]
        near &= (self.poses[rows, 1] + table.bottom[rows] < top) & (self.poses[rows, 1] + table.top[rows] > bottom)
        neighbours: Numbers = rows[near]
        return neighbours

    def depths(self, body: int, candidates: FloatArray, among: Numbers | None = None) -> FloatArray:
        """(C,) the greatest penetration depth of the body at each candidate pose (C, 4); 0 where it is free."""
        depth = np.zeros(len(candidates))
        candidate, _, deep = self.pairs(body, candidates, among)
        np.maximum.at(depth, candidate, deep)
        return depth

    def pairs(
        self, body: int, candidates: FloatArray, among: Numbers | None = None
    ) -> tuple[Numbers, Numbers, FloatArray]:
        """All clashes of a body at candidate poses (C, 4): index of the candidate, other body, depth > 0; (K,) each."""
        others = self.neighbours(body, candidates) if among is None else among
        candidate, other, mine, theirs = self._box_pairs(body, candidates, others)
        if candidate.size == 0:
            return candidate, other, np.zeros(0)
        offset, yaw_a, yaw_b = self._relative(candidates[candidate], mine, self.poses[other], theirs)
        gap = separation(offset, yaw_a, self.table.half[mine], yaw_b, self.table.half[theirs])
        deep = gap < -self.slack - 1e-9
        return candidate[deep], other[deep], -gap[deep]

    def clashes(self, body: int) -> list[Clash]:
        """The clashes of a placed body, one for each other body."""
        pose = self.poses[body][None]
        candidate, other, mine, theirs = self._box_pairs(body, pose, self.neighbours(body, pose))
        if candidate.size == 0:
            return []
        offset, yaw_a, yaw_b = self._relative(pose[candidate], mine, self.poses[other], theirs)
        gap, axis = separation_axis(offset, yaw_a, self.table.half[mine], yaw_b, self.table.half[theirs])
        deepest: dict[int, Clash] = {}
        for k in np.flatnonzero(gap < -self.slack - 1e-9):
            b, depth = int(other[k]), float(-gap[k])
            if b not in deepest or deepest[b].depth < depth:
                deepest[b] = Clash(body, b, depth, (float(axis[k, 0] * depth), float(axis[k, 1] * depth)))
        return list(deepest.values())

    def _relative(
        self, pose_a: FloatArray, box_a: Numbers, pose_b: FloatArray, box_b: Numbers
    ) -> tuple[FloatArray, FloatArray, FloatArray]:
        centre_a = pose_a[:, [0, 2]] + _turned(pose_a[:, 3], self.table.centre[box_a])
        centre_b = pose_b[:, [0, 2]] + _turned(pose_b[:, 3], self.table.centre[box_b])
        return centre_b - centre_a, pose_a[:, 3], pose_b[:, 3]

    def _box_pairs(
        self, body: int, candidates: FloatArray, others: Numbers
    ) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Pairs of boxes whose height intervals and bodies' circles overlap: candidate, other body, row of either box; (K,) each."""
        table = self.table
        x = candidates[:, 0, None] - self.poses[others, 0]
        z = candidates[:, 2, None] - self.poses[others, 2]
        reach = table.radius[body] + table.radius[others]
        candidate, which = np.nonzero(x * x + z * z < reach * reach)
        other = others[which]
        first, count = table.start[other], table.start[other + 1] - table.start[other]
        mine_first, mine_count = int(table.start[body]), table.count(body)
        # each pair (candidate, other) is repeated for every pair of boxes of the two
        each = count * mine_count
        pair = np.repeat(np.arange(candidate.size), each)
        inner = np.arange(int(each.sum())) - np.repeat(np.cumsum(each) - each, each)
        mine = mine_first + inner % mine_count
        theirs = first[pair] + inner // mine_count
        candidate, other = candidate[pair], other[pair]
        y, other_y = candidates[candidate, 1], self.poses[other, 1]
        shared = np.minimum(y + table.high[mine], other_y + table.high[theirs]) - np.maximum(
            y + table.low[mine], other_y + table.low[theirs]
        )
        meet = shared > HEIGHT_SLACK
        return candidate[meet], other[meet], mine[meet], theirs[meet]


def _turned(yaw: FloatArray, points: FloatArray) -> FloatArray:
    """(K, 2) points (x, z) of bodies' frames, turned by yaw (K,)."""
    c, s = np.cos(yaw), np.sin(yaw)
    x, z = points[:, 0], points[:, 1]
    return np.column_stack([c * x + s * z, c * z - s * x])
