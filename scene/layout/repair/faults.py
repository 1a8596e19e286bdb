"""Plan the least change for each violation: a collision, a body outside the room, without support, or in the way of a door."""

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
"""Metres around a body in which poses are tried, first and last."""

_A_LITTLE = 0.1
"""Metres by which the written height of a body on its support may be wrong."""

_WISHED = 12
"""Poses of one failing relation that are also tried for a fault."""

_BESIDE = 0.4
"""Metres around a body in which a place at about its height is tried."""

_FURTHER = (0.0, 0.05, 0.15, 0.3, 0.6)
"""Metres that a body is moved further along its wall than to the edge of a window."""

_FALLS = 0.3
"""Extra cost, in metres, of coming down on a different, lower support."""

_ALOFT = 0.3
"""Metres above the floor from which an unsupported body may be meant to hang."""

_BLOCKERS, _REACH = 6, 0.8
"""Bodies near a fault that are left out in turn to see whether they are in the way, and the distance in metres that counts as near."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A fault that could not be repaired. `says`: for people. `bodies`: numbers of its bodies. `blockers`: numbers of bodies of which
    any one is in the way."""

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
        """The least change that mends a violation, and its reason; '' where there is nothing to do now.

        Args:
            ignored: bodies that are treated as absent.
            far: also try poses up to `_FAR` metres away.
        """
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
        if kind is ViolationKind.WINDOW:
            plan = self.near_or_far(
                setting, movers, self.beside_window, passed, far, lambda b, s: not self.tools.stage.in_opening(body, s)
            )
            return plan, _past(violation.message)
        if "which nothing holds up" in violation.message:
            return None, ""  # its support is repaired first
        movers = [m for m in movers if m == body] or movers
        movers = [self.hanger(m) for m in movers]
        plan = self.tools.mender.best(setting, movers, self.supported, radius=0.0, ignored=passed)
        if plan is None or abs(plan.poses[body][1] - setting.poses[body, 1]) > _A_LITTLE:
            # a place beside, at about this height, is nearer to what was meant than one far below
            beside = self.tools.mender.best(setting, movers, self.landed_about, radius=0.0, ignored=passed)
            if beside is not None and (plan is None or beside.cost < plan.cost + _FALLS):
                plan = beside
        if plan is None and far:
            plan = self.tools.mender.best(setting, movers, self.supported, radius=_FAR, ignored=passed)
        return plan, _past(violation.message)

    def lands_near(self, violation: Violation, setting: Setting) -> bool:
        """Whether an unsupported body comes to rest a little lower or higher, so that its place is as meant."""
        body = self.tools.number[violation.paths[0]]
        poses = landed(self.tools.stage, setting, self.tools.units.members[body])
        return any(abs(p[1] - setting.poses[body, 1]) <= _A_LITTLE for p in poses)

    def hanger(self, body: int) -> int:
        """Of the bodies joined with `body`, the one that hangs on a wall or from the ceiling: it decides where the group may go."""
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
                proposed = apart(self.tools.stage, s, members, other, _FAR)
                if members[0] in (i, j) and self.above(members[0], other, s):
                    proposed += landed(self.tools.stage, s, members)
                if self.tools.stage.bodies.support[members[0]] is Support.WALL:
                    proposed += to_wall(self.tools.stage, s, members)
                return proposed + turned(s, members[0], [other]) + self.wished(members[0], s)

            return poses

        plan = self.near_or_far(setting, movers, starts, ignored, far)
        deep = metres(violation.figure)
        if plan is None:
            return None, "intersects"
        mover = plan.movers[0]
        other = j if i in units[mover] else i
        return plan, f"it intersected {self.tools.name(other)} by {deep}"

    def wished(self, body: int, setting: Setting) -> list[FloatArray]:
        """Poses at which a failing relation of a body holds, since one move may mend both."""
        proposed: list[FloatArray] = []
        for k, c in enumerate(self.tools.problem.constraints):
            if k not in self.tools.mender.holding and c.items == (body,) and c.kind != RelationName.CLEAR:
                poses = poses_for(self.tools.problem, self.tools.costs, k, body, setting)
                proposed += self.tools.reachable(poses, body)[:_WISHED]
        return proposed

    def above(self, body: int, other: int, setting: Setting) -> bool:
        """Whether a body may be meant to stand on another: its bottom is in the upper half of the other, or higher."""
        low, base, top = setting.low[body, 1], setting.low[other, 1], setting.high[other, 1]
        return bool(low > base + 0.01 and low > 0.5 * (base + top) - 0.05)

    def inward(self, body: int) -> Starts:
        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            proposed = pushed_in(self.tools.stage, setting, members)
            for pose in turned(setting, body, []):
                proposed.append(pose)
                moved = self.tools.stage.moved(setting, carry(members, setting.poses, pose))
                proposed += pushed_in(self.tools.stage, moved, members)
            return proposed

        return poses

    def beside_window(self, body: int) -> Starts:
        """Places on the same wall beside, above and below the openings that a body hangs over, and further along."""

        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            stage = self.tools.stage
            proposed: list[FloatArray] = []
            for step in stage.off_openings(body, setting):
                length = float(np.linalg.norm(step))
                for further in _FURTHER:
                    pose = setting.poses[members[0]].copy()
                    pose[:3] += step * (1.0 + further / length)
                    proposed.append(pose)
            return proposed

        return poses

    def supported(self, body: int) -> Starts:
        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            proposed = landed(self.tools.stage, setting, members)
            if self.tools.stage.hangs(body):
                proposed += to_wall(self.tools.stage, setting, members)
            if setting.low[body, 1] > _ALOFT and self.tools.stage.could_hang(body):
                proposed += onto_boards(self.tools.stage, setting, members)
                if not self.tools.stage.lies_flat(body):
                    proposed += below_others(self.tools.stage, setting, members)
            carrier = int(self.tools.units.carrier[body])
            if carrier >= 0:
                proposed += onto(self.tools.stage, setting, members, carrier)
            over = self.over_most(body, setting)
            if over >= 0 and over != carrier:
                proposed += onto(self.tools.stage, setting, members, over)
            return proposed

        return poses

    def landed_about(self, body: int) -> Starts:
        """Places around a body, lowered there onto what is below: beside an edge there may be a level one."""

        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            proposed: list[FloatArray] = []
            for pose in rings(setting.poses[body], _BESIDE, 8):
                moved = self.tools.stage.moved(setting, carry(members, setting.poses, pose))
                proposed += landed(self.tools.stage, moved, members, _A_LITTLE)
                proposed.append(pose)
            return proposed

        return poses

    def over_most(self, body: int, setting: Setting) -> int:
        """The body that lies below most of `body`; -1 for the floor."""
        low = float(setting.low[body, 1])
        _, under, top, owner = self.tools.stage.beds(body, setting, low + 0.1)
        near = (owner >= 0) & (under - top < 0.3)
        return int(np.bincount(owner[near]).argmax()) if near.any() else -1

    def explained(self, violation: Violation, setting: Setting) -> Unresolved:
        """Why a violation could not be repaired: which bodies are in the way, found by leaving each out."""
        numbers = self.tools.named(violation)
        blockers: list[int] = []
        if self.plan(violation, setting, far=False)[0] is not None:
            return Unresolved(violation.message, numbers)  # it could be repaired alone, but not with the other repairs
        for k in self.near(numbers, setting)[:_BLOCKERS]:
            plan, _ = self.plan(violation, setting, ignored=[k], far=False)
            if plan is not None:
                blockers.append(k)
        says = violation.message
        if blockers:
            names = ", ".join(self.tools.name(b) for b in blockers)
            says += f"; in the way: {names}"
        elif not self.tools.mender.movers(numbers):
            says += "; none of these bodies may be moved"
        return Unresolved(says, numbers, tuple(blockers))

    def near(self, bodies: Sequence[int], setting: Setting) -> list[int]:
        """Numbers of other bodies near `bodies`, nearest first."""
        low, high = setting.low[list(bodies)].min(axis=0), setting.high[list(bodies)].max(axis=0)
        gap = np.maximum(np.maximum(setting.low - high, low - setting.high), 0.0).max(axis=1)
        gap[list(bodies)] = np.inf
        order = np.argsort(gap, kind="stable")
        return [int(k) for k in order if gap[k] <= _REACH and not self.tools.problem.bodies.building[k]]


_PAST = (
    ("leaves ", "left "),
    ("stands ", "stood "),
    ("hangs ", "hung "),
    ("floats ", "floated "),
    ("touches ", "touched "),
    ("rests ", "rested "),
    ("would tip: its weight is ", "would have tipped: its weight was "),
)


def _past(message: str) -> str:
    """The message of a violation in the past tense, about the body that was moved: 'it left the room ...'."""
    predicate = message.split(" ", 1)[-1]
    for now, then in _PAST:
        if predicate.startswith(now):
            return f"it {then}{predicate[len(now) :]}"
    return message
