"""What moves along with a body: what rests on it, and what it is joined with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.layout.certify import FLOOR
from scenewright.scene.layout.model import Problem
from scenewright.scene.model import FloatArray

__all__ = ["Units", "carry"]


class Units:
    """`carrier`: (N,) the body that each rests on, -1: as the problem says, else by most of its contacts.

    What rests on the floor as well is carried by nobody.
    """

    def __init__(self, problem: Problem, rests_on: Sequence[dict[int, int]]) -> None:
        bodies = problem.bodies
        self.fixed = bodies.fixed
        self.carrier = problem.parent.copy()
        for i, below in enumerate(rests_on):
            others = {j: k for j, k in below.items() if j not in (FLOOR, i)}
            if self.carrier[i] < 0 and others and FLOOR not in below:
                self.carrier[i] = max(others, key=lambda j: (others[j], -j))
        self._break_circles()
        self.group: list[tuple[int, ...]] = [(i,) for i in range(len(bodies))]
        for joined in problem.joined:
            for i in joined.bodies:
                self.group[i] = joined.bodies
        self.members: list[tuple[int, ...]] = [self._members(i) for i in range(len(bodies))]

    def _break_circles(self) -> None:
        for start in range(len(self.carrier)):
            seen = {start}
            at = int(self.carrier[start])
            while at >= 0:
                if at in seen:
                    self.carrier[start] = -1
                    break
                seen.add(at)
                at = int(self.carrier[at])

    def _members(self, i: int) -> tuple[int, ...]:
        """A body and all that goes where it goes, itself first."""
        found: dict[int, None] = {}
        waiting = [i]
        while waiting:
            one = waiting.pop(0)
            if one in found:
                continue
            found[one] = None
            waiting.extend(self.group[one])
            waiting.extend(np.flatnonzero(self.carrier == one).tolist())
        return tuple(k for k in found if not self.fixed[k] or k == i)

    def movable(self, i: int) -> bool:
        """Whether a body can be moved: neither it nor what it is joined with is fixed."""
        return not any(bool(self.fixed[k]) for k in self.group[i])


def carry(members: Sequence[int], poses: FloatArray, pose: FloatArray) -> dict[int, FloatArray]:
    """The poses (..., 4) of members of a unit when the first of them goes to a pose (..., 4): all keep their places to each other."""
    first = poses[members[0]]
    pose = np.array(pose, dtype=np.float64)
    out = {members[0]: pose}
    if len(members) == 1:
        return out
    x, y, z, turn = pose[..., 0], pose[..., 1], pose[..., 2], pose[..., 3] - first[3]
    c, s = np.cos(turn), np.sin(turn)
    for k in members[1:]:
        dx, dy, dz = (poses[k, :3] - first[:3]).tolist()
        out[k] = np.stack([x + c * dx + s * dz, y + dy, z - s * dx + c * dz, poses[k, 3] + turn], axis=-1)
    return out
