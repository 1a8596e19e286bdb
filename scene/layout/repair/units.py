"""Which bodies move together: a body, all that rest on it, and all that it is joined with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.layout.certify import FLOOR
from scenewright.scene.layout.model import Problem
from scenewright.scene.model import FloatArray

__all__ = ["Units", "carry"]


class Units:
    """The unit of each body: the bodies that move with it.

    `carrier`: (N,) the body that each rests on, -1 for none: the problem's parent, else the body with the most contacts. A body
    that also rests on the floor has none. `group`: the bodies joined with each, itself included. `members`: the unit of each,
    itself first.
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
        """A body and all that move with it, itself first."""
        members: dict[int, None] = {}
        waiting = [i]
        while waiting:
            one = waiting.pop(0)
            if one in members:
                continue
            members[one] = None
            waiting.extend(self.group[one])
            waiting.extend(np.flatnonzero(self.carrier == one).tolist())
        return tuple(k for k in members if not self.fixed[k] or k == i)

    def movable(self, i: int) -> bool:
        """Whether a body can move: neither it nor any body that it is joined with is fixed."""
        return not any(bool(self.fixed[k]) for k in self.group[i])


def carry(members: Sequence[int], poses: FloatArray, pose: FloatArray) -> dict[int, FloatArray]:
    """Number of a body -> pose (..., 4), for the members of a unit whose first goes to `pose` (..., 4); their relative poses stay."""
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
