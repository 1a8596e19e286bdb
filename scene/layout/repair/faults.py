"""Faults of a layout and the least changes that mend them: what intersects, leaves the room, floats, or stands before a door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.certify import Violation, ViolationKind, metres
from scenewright.scene.layout.model import Support
from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.repair.hung_up import below_others, onto_boards
from scenewright.scene.layout.repair.mending import MovePlan, Starts
from scenewright.scene.layout.repair.places import apart, landed, onto, pushed_in, rings, to_wall, turned
from scenewright.scene.layout.repair.related import poses_for
from scenewright.scene.layout.repair.tools import Tools
from scenewright.scene.layout.repair.units import carry
from scenewright.scene.model import FloatArray

__all__ = ["Faults", "Unresolved"]

_NEAR, _FAR = 0.4, 3.0
"""Metres about a body in which places are tried, first and last."""

_A_LITTLE = 0.1
"""Metres by which the height of what stands on something may be written wrong."""

_WISHED = 12
"""Poses of one relation that are tried for a fault besides."""

_BESIDE = 0.4
"""Metres about a body in which a place is looked for where it stands."""

_FALLS = 0.3
"""Metres that it costs to come to stand on something else, further down."""

_ALOFT = 0.3
"""Metres above the floor from which what floats may be meant to hang."""

_BLOCKERS, _REACH = 6, 0.8
"""Bodies near a fault that are left out in turn, to see whether they are in the way, and metres up to which they are near."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """What could not be repaired. `says`: for people. `bodies`: numbers of those that it is about; `blockers`: of those without
    any one of which it could."""

    says: str
    bodies: tuple[int, ...]
    blockers: tuple[int, ...] = ()


class Faults:
    """Plans for violations of the certificate."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools

    def plan(
        self, violation: Violation, setting: Setting, ignored: Iterable[int] = (), far: bool = True
    ) -> tuple[MovePlan | None, str]:
        """The least change that mends a violation, and why it is made; '' where there is nothing to do now."""
        numbers = [self.tools.number[p] for p in violation.paths if p in self.tools.number]
        if not numbers:
            return None, ""
        kind = violation.kind
        passed = {*self.tools.absent, *ignored}
        self.tools.mender.fault = frozenset(numbers[:2]) if kind is ViolationKind.COLLISION else frozenset()
        if kind is ViolationKind.COLLISION:
            return self.parted(numbers[0], numbers[1], violation, setting, passed, far)
        body = numbers[0]
        movers = self.tools.mender.movers([body])
        if kind is ViolationKind.BOUNDS:
            if max(self.tools.stage.outside(body, setting)) <= 1e-3:
                return None, ""
            plan = self.near_or_far(setting, movers, self.inward, passed, far)
            return plan, _past(violation.message)
        if kind is ViolationKind.DOOR:
            plan = self.near_or_far(
                setting,
                movers,
                lambda b: lambda s, m: [],
                passed,
                far,
                lambda b, s: not any(self.tools.stage.blocks_door(m, s) for m in self.tools.units.members[b]),
            )
            return plan, _past(violation.message)
        if "which nothing holds up" in violation.message:
            return None, ""  # what it stands on is mended first
        movers = [m for m in movers if m == body] or movers
        movers = [self.hanger(m) for m in movers]
        plan = self.tools.mender.best(setting, movers, self.supported, radius=0.0, ignored=passed)
        if plan is None or abs(plan.poses[body][1] - setting.poses[body, 1]) > _A_LITTLE:
            # beside what it stood on is nearer to what was meant than far below
            beside = self.tools.mender.best(setting, movers, self.landed_about, radius=0.0, ignored=passed)
            if beside is not None and (plan is None or beside.cost < plan.cost + _FALLS):
                plan = beside
        if plan is None and far:
            plan = self.tools.mender.best(setting, movers, self.supported, radius=_FAR, ignored=passed)
        return plan, _past(violation.message)

    def lands_near(self, violation: Violation, setting: Setting) -> bool:
        """Whether what floats comes to rest a little lower or higher: then it is where it was meant to be."""
        body = self.tools.number[violation.paths[0]]
        poses = landed(self.tools.stage, setting, self.tools.units.members[body])
        return any(abs(p[1] - setting.poses[body, 1]) <= _A_LITTLE for p in poses)

    def hanger(self, body: int) -> int:
        """Of what a body is joined with, that which hangs on a wall or from the ceiling: it says where all of it may go."""
        group = self.tools.units.group[body]
        if self.tools.stage.hangs(body):
            return body
        return next((b for b in group if self.tools.stage.hangs(b)), body)

    def near_or_far(
        self,
        setting: Setting,
        movers: Sequence[int],
        starts: Callable[[int], Starts],
        ignored: Iterable[int],
        far: bool,
        wanted: Callable[[int, Setting], bool] | None = None,
    ) -> MovePlan | None:
        passed = tuple(ignored)
        plan = self.tools.mender.best(setting, movers, starts, radius=_NEAR, wanted=wanted, ignored=passed)
        if plan is None and far:
            plan = self.tools.mender.best(setting, movers, starts, radius=_FAR, wanted=wanted, ignored=passed)
        return plan

    def parted(
        self, i: int, j: int, violation: Violation, setting: Setting, ignored: Iterable[int], far: bool
    ) -> tuple[MovePlan | None, str]:
        """The least change after which two bodies do not intersect."""
        if not self.tools.stage.meets(i, j, setting):
            return None, ""
        units = self.tools.units.members
        movers = [m for m in self.tools.mender.movers([i, j]) if not (i in units[m] and j in units[m])]

        def starts(b: int) -> Starts:
            other = j if i in units[b] else i

            def poses(s: Setting, members: Sequence[int]) -> list[FloatArray]:
                found = apart(self.tools.stage, s, members, other, _FAR)
                if members[0] in (i, j) and self.above(members[0], other, s):
                    found += landed(self.tools.stage, s, members)
                if self.tools.stage.bodies.support[members[0]] is Support.WALL:
                    found += to_wall(self.tools.stage, s, members)
                return found + turned(s, members[0], [other]) + self.wished(members[0], s)

            return poses

        plan = self.near_or_far(setting, movers, starts, ignored, far)
        deep = metres(violation.figure)
        if plan is None:
            return None, "intersects"
        mover = plan.movers[0]
        other = j if i in units[mover] else i
        return plan, f"it intersected {self.tools.name(other)} by {deep}"

    def wished(self, body: int, setting: Setting) -> list[FloatArray]:
        """Poses at which a relation of a body holds that does not: one move may mend both."""
        found: list[FloatArray] = []
        for k, c in enumerate(self.tools.problem.constraints):
            if k not in self.tools.mender.holding and c.items == (body,) and c.kind != RelationName.CLEAR:
                poses = poses_for(self.tools.problem, self.tools.costs, k, body, setting)
                found += self.tools.reachable(poses, body)[:_WISHED]
        return found

    def above(self, body: int, other: int, setting: Setting) -> bool:
        """Whether a body may have been meant to stand on another: it begins higher, and in its upper half."""
        low, base, top = setting.low[body, 1], setting.low[other, 1], setting.high[other, 1]
        return bool(low > base + 0.01 and low > 0.5 * (base + top) - 0.05)

    def inward(self, body: int) -> Starts:
        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            found = pushed_in(self.tools.stage, setting, members)
            for pose in turned(setting, body, []):
                found.append(pose)
                moved = self.tools.stage.moved(setting, carry(members, setting.poses, pose))
                found += pushed_in(self.tools.stage, moved, members)
            return found

        return poses

    def supported(self, body: int) -> Starts:
        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            found = landed(self.tools.stage, setting, members)
            if self.tools.stage.hangs(body):
                found += to_wall(self.tools.stage, setting, members)
            if setting.low[body, 1] > _ALOFT and self.tools.stage.could_hang(body):
                found += onto_boards(self.tools.stage, setting, members)
                if not self.tools.stage.lies_flat(body):
                    found += below_others(self.tools.stage, setting, members)
            carrier = int(self.tools.units.carrier[body])
            if carrier >= 0:
                found += onto(self.tools.stage, setting, members, carrier)
            over = self.over_most(body, setting)
            if over >= 0 and over != carrier:
                found += onto(self.tools.stage, setting, members, over)
            return found

        return poses

    def landed_about(self, body: int) -> Starts:
        """Places around where a body is, at each of which it is let down: there may be a level one beside an edge."""

        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            found: list[FloatArray] = []
            for pose in rings(setting.poses[body], _BESIDE, 8):
                moved = self.tools.stage.moved(setting, carry(members, setting.poses, pose))
                found += [p for p in landed(self.tools.stage, moved, members) if abs(p[1] - pose[1]) <= _A_LITTLE]
                found.append(pose)
            return found

        return poses

    def over_most(self, body: int, setting: Setting) -> int:
        """The body that most of what is below a body belongs to; -1 for the floor."""
        low = float(setting.low[body, 1])
        _, under, top, owner = self.tools.stage.beds(body, setting, low + 0.1)
        near = (owner >= 0) & (under - top < 0.3)
        return int(np.bincount(owner[near]).argmax()) if near.any() else -1

    def explained(self, violation: Violation, setting: Setting) -> Unresolved:
        """Why a violation stays: which bodies are in the way, found by leaving each out."""
        numbers = self.tools.named(violation)
        blockers: list[int] = []
        if self.plan(violation, setting, far=False)[0] is not None:
            return Unresolved(violation.message, numbers)  # it is in the way of something else
        for k in self.near(numbers, setting)[:_BLOCKERS]:
            plan, _ = self.plan(violation, setting, ignored=[k], far=False)
            if plan is not None:
                blockers.append(k)
        says = violation.message
        if blockers:
            names = ", ".join(self.tools.name(b) for b in blockers)
            says += f"; in the way: {names}"
        elif not self.tools.mender.movers(numbers):
            says += "; nothing of it may be moved"
        return Unresolved(says, numbers, tuple(blockers))

    def near(self, bodies: Sequence[int], setting: Setting) -> list[int]:
        """What else stands near some bodies, nearest first."""
        low, high = setting.low[list(bodies)].min(axis=0), setting.high[list(bodies)].max(axis=0)
        gap = np.maximum(np.maximum(setting.low - high, low - setting.high), 0.0).max(axis=1)
        gap[list(bodies)] = np.inf
        order = np.argsort(gap, kind="stable")
        return [int(k) for k in order if gap[k] <= _REACH and not self.tools.problem.bodies.building[k]]


_PAST = (
    ("leaves ", "left "),
    ("stands ", "stood "),
    ("floats ", "floated "),
    ("touches ", "touched "),
    ("rests ", "rested "),
    ("would tip: its weight is ", "would have tipped: its weight was "),
)


def _past(message: str) -> str:
    """The message of a violation, told of the body that was moved since: 'it left the room ...'."""
    told = message.split(" ", 1)[-1]
    for now, then in _PAST:
        if told.startswith(now):
            return f"it {then}{told[len(now) :]}"
    return message
