"""The repair of written poses: fault after fault, each by the least change, until the certificate finds none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from scene.asset_provider import AssetProvider
from scene.layout.certificate import Certificate
from scene.layout.certify.evidence import evidence_of, metres
from scene.layout.certify.violations import Violation, ViolationKind
from scene.layout.changes import BIG_MOVE_M
from scene.layout.model import Problem, Support
from scene.layout.relations.residuals import residual
from scene.layout.repair.change import Costs
from scene.layout.repair.closing import closed
from scene.layout.repair.judging import PosedScene
from scene.layout.repair.mending import Mender, Plan, Starts
from scene.layout.repair.places import apart, landed, onto, pushed_in, rings, to_wall, turned
from scene.layout.repair.related import holds_at, improving, poses_for, several
from scene.layout.repair.stage import Setting, Stage
from scene.layout.repair.units import Units, carry
from scene.layout.search.effort import Stop, never
from scene.model import FloatArray, Scene

__all__ = ["Repaired", "Unresolved", "repair_poses"]

_ROUNDS = 8
_NEAR, _FAR = 0.4, 3.0
"""Metres about a body in which places are tried, first and last."""

_A_LITTLE = 0.1
"""Metres by which the height of what stands on something may be written wrong."""

_FURTHEST = 1.5
"""Metres over which a relation of several things is not worth moving them one by one: then it is wrong, or the whole scene."""

_WISHED = 12
"""Poses of one relation that are tried for a fault besides."""

_BESIDE = 0.4
"""Metres about a body in which a place is looked for where it stands."""

_FALLS = 0.3
"""Metres that it costs to come to stand on something else, further down."""

_EFFORT, _EFFORT_EACH = 3_000, 80
"""Poses that are judged in one repair at most, and more for each body."""

_ORDER = (ViolationKind.BOUNDS, ViolationKind.SUPPORT, ViolationKind.COLLISION, ViolationKind.DOOR)
_BLOCKERS = 6
_REACH = 0.8
_SWEEPS = 3
_HOLDING = ("on", "inside", "on_wall", "hanging")


@dataclass(frozen=True, slots=True)
class Unresolved:
    """What could not be repaired. `says`: for people. `bodies`: numbers of those that it is about; `blockers`: of those without
    any one of which it could."""

    says: str
    bodies: tuple[int, ...]
    blockers: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Repaired:
    """`poses`: (N, 4). `reasons`: why each body that was moved was, by number. `far`: texts of relations that hold only after
    moves over half a metre, left alone here. `certificate`: of the scene at these poses. `exhausted`: the effort ran out."""

    poses: FloatArray
    reasons: dict[int, str]
    unresolved: tuple[Unresolved, ...]
    far: tuple[str, ...]
    certificate: Certificate
    tried: int
    exhausted: bool = False
    along: frozenset[int] = frozenset()


def repair_poses(
    scene: Scene,
    problem: Problem,
    *,
    provider: AssetProvider | None = None,
    pinned: Iterable[int] = (),
    closable: Iterable[int] | None = None,
    begin: Repaired | None = None,
    far_moves: bool = False,
    cancelled: Stop = never,
    tell: Callable[[float, str], None] | None = None,
) -> Repaired:
    """Move as few bodies as little as can be, so that nothing violates and relations hold.

    Args:
        pinned: numbers of bodies that stay. `closable`: of those whose slight gaps and overlaps are closed; None: all.
        begin: a repair to go on from; costs count from the written poses all the same.
        far_moves: serve also the soft relations that ask for moves over half a metre.
        cancelled: asked between faults; what there is then is returned.
    """
    return _Repair(scene, problem, provider, pinned, far_moves, cancelled, tell or (lambda share, text: None)).run(
        begin, closable
    )


class _Repair:
    def __init__(
        self,
        scene: Scene,
        problem: Problem,
        provider: AssetProvider | None,
        pinned: Iterable[int],
        far_moves: bool,
        cancelled: Stop,
        tell: Callable[[float, str], None],
    ) -> None:
        self.problem, self.bodies = problem, problem.bodies
        self.posed = PosedScene(scene, problem, provider)
        room = scene.room
        evidence = evidence_of(scene, provider=provider, bodies=problem.bodies, room=room)
        self.stage = Stage(evidence, problem)
        self.units = Units(problem, self.stage.carriers())
        self.costs = Costs(self.stage, self.units, problem)
        self.mender = Mender(self.stage, self.units, self.costs, pinned)
        self.far_moves, self.cancelled, self.tell = far_moves, cancelled, tell
        self.most = _EFFORT + _EFFORT_EACH * len(problem.bodies)
        self.number = {path: i for i, path in enumerate(problem.bodies.path)}
        self.reasons: dict[int, str] = {}
        self.unresolved: dict[object, Unresolved] = {}
        self.far: dict[int, None] = {}
        self.moved_themselves: set[int] = set()
        self.absent = frozenset(
            [] if problem.bodies.guessed is None else np.flatnonzero(problem.bodies.guessed).tolist()
        )

    def run(self, begin: Repaired | None, closable: Iterable[int] | None) -> Repaired:
        certificate = self.posed.certificate(self.bodies.initial)
        self.mender.grant(certificate, self.number)
        setting = self.stage.at_home()
        if begin is not None:
            setting, certificate = self.stage.at(begin.poses), begin.certificate
            self.reasons.update(begin.reasons)
            moved = np.flatnonzero(np.abs(begin.poses - self.bodies.initial).max(axis=1) > 1e-9).tolist()
            self.moved_themselves.update(set(moved) - begin.along)
        best, best_worth = (setting, certificate), self.worth(certificate)
        for turn in range(_ROUNDS):
            self.tell(min(0.9, turn / _ROUNDS), "repairing")
            setting, progress = self.mended(setting, certificate)
            if not progress or self.stopped:
                break
            certificate = self.posed.certificate(setting.poses)
            worth = self.worth(certificate)
            if worth < best_worth:
                best, best_worth = (setting, certificate), worth
            if not worth[0] and not worth[1]:
                break
        setting, certificate = best
        setting, closings = closed(self.mender, setting, certificate, self.number, closable)
        if closings:
            after = self.posed.certificate(setting.poses)
            if self.worth(after) <= best_worth:
                certificate = after
                for i in closings:
                    self.reasons.setdefault(i, closings[i])
                self.moved_themselves.update(closings)
            else:
                setting, closings = best[0], {}
        moved = np.abs(setting.poses - self.bodies.initial).max(axis=1) > 1e-9
        return Repaired(
            setting.poses,
            {i: w for i, w in self.reasons.items() if moved[i]},
            self.left(certificate),
            tuple(self.problem.constraints[k].text for k in self.far),
            certificate,
            self.mender.tried,
            self.mender.tried >= self.most,
            frozenset(np.flatnonzero(moved).tolist()) - self.moved_themselves,
        )

    @property
    def stopped(self) -> bool:
        return self.mender.tried >= self.most or self.cancelled()

    def worth(self, certificate: Certificate) -> tuple[int, int]:
        """Violations and readable relations that fail, of bodies that stand somewhere."""
        wrong = sum(not self.about_absent(v) for v in certificate.violations)
        failing = sum(
            not r.satisfied and not self.absent.intersection(c.bodies)
            for c, r in zip(self.problem.constraints, certificate.relations, strict=False)
        )
        return wrong, failing

    def about_absent(self, violation: Violation) -> bool:
        return any(self.number.get(p, -1) in self.absent for p in violation.paths)

    def left(self, certificate: Certificate) -> tuple[Unresolved, ...]:
        """What of the faults that were given up is still there."""
        still = {(v.kind, v.paths) for v in certificate.violations}
        failing = {
            k
            for k, r in enumerate(certificate.relations[: len(self.problem.constraints)])
            if not r.satisfied and r.residual is not None
        }
        return tuple(u for key, u in self.unresolved.items() if key in still or key in failing)

    # -- a round ------------------------------------------------------------------------------------------------------

    def mended(self, setting: Setting, certificate: Certificate) -> tuple[Setting, bool]:
        """The setting after one go at each fault that is not given up."""
        progress = False
        faults = sorted(
            (v for v in certificate.violations if not self.about_absent(v)),
            key=lambda v: (_ORDER.index(v.kind), float(v.place[1]), v.paths),
        )
        for violation in faults:
            if self.stopped:
                return setting, progress
            key = (violation.kind, violation.paths)
            if key in self.unresolved:
                continue
            if violation.kind is ViolationKind.SUPPORT:
                held_by = self.held_by(violation, setting)
                if held_by is not None and not self.lands_near(violation, setting):
                    after = self.related(held_by, setting)
                    progress |= after is not setting
                    setting = after
                    continue
            plan, why = self.plan_for(violation, setting)
            if plan is None:
                if why:
                    self.unresolved[key] = self.given_up(violation, setting)
                continue
            setting = self.taken(setting, plan, why)
            progress = True
        if progress and faults:
            return setting, True  # relations are looked at when nothing else moves any more
        for k in self.failing(certificate):
            if self.stopped:
                break
            if k in self.unresolved or holds_at(self.problem, k, setting.poses):
                continue
            if self.far_moves and self.problem.constraints[k].kind == "clear":
                continue  # free space before a thing is not worth a new arrangement
            before = setting
            setting = self.related(k, setting)
            progress |= setting is not before
        return setting, progress

    def taken(self, setting: Setting, plan: Plan, why: str) -> Setting:
        self.moved_themselves.update(plan.movers)
        for i in plan.movers:
            told = self.reasons.get(i, "")
            if told.startswith("it goes along"):
                told = ""
            if not told:
                self.reasons[i] = why
            elif _start(why) not in told:  # the same fault again, with what is left of it, is not told twice
                self.reasons[i] = f"{told}; {why}"
        for i in plan.poses:
            if i not in plan.movers and i not in self.reasons:
                carrier = next((m for m in plan.movers if i in self.units.members[m]), None)
                self.reasons[i] = "it goes along" if carrier is None else f"it goes along with {self.name(carrier)}"
        return self.stage.moved(setting, plan.poses)

    def name(self, body: int) -> str:
        return self.bodies.path[body].split("/", 1)[-1]

    def failing(self, certificate: Certificate) -> list[int]:
        """Relations that do not hold, hard ones first, then by weight."""
        constraints = self.problem.constraints
        found = [
            k
            for k, r in enumerate(certificate.relations[: len(constraints)])
            if not r.satisfied and r.residual is not None and not self.absent.intersection(constraints[k].bodies)
        ]
        return sorted(found, key=lambda k: (not constraints[k].hard, -constraints[k].weight, k))

    def held_by(self, violation: Violation, setting: Setting) -> int | None:
        """The relation that says what holds up a body that nothing holds, and does not hold itself: that is what is wanted."""
        body = self.number.get(violation.paths[0], -1)
        for k, c in enumerate(self.problem.constraints):
            if c.kind in _HOLDING and body in c.items and not holds_at(self.problem, k, setting.poses):
                if k in self.unresolved and self.far_moves:
                    continue
                return k
        return None

    def lands_near(self, violation: Violation, setting: Setting) -> bool:
        """Whether what floats comes to rest a little lower or higher: then it is where it was meant to be."""
        body = self.number[violation.paths[0]]
        poses = landed(self.stage, setting, self.units.members[body])
        return any(abs(p[1] - setting.poses[body, 1]) <= _A_LITTLE for p in poses)

    # -- violations ---------------------------------------------------------------------------------------------------

    def plan_for(
        self, violation: Violation, setting: Setting, ignored: Iterable[int] = (), far: bool = True
    ) -> tuple[Plan | None, str]:
        """The least change that mends a violation, and why it is made; '' where there is nothing to do now."""
        numbers = [self.number[p] for p in violation.paths if p in self.number]
        if not numbers:
            return None, ""
        kind = violation.kind
        passed = {*self.absent, *ignored}
        if kind is ViolationKind.COLLISION:
            return self.parted(numbers[0], numbers[1], violation, setting, passed, far)
        body = numbers[0]
        movers = self.mender.movers([body])
        if kind is ViolationKind.BOUNDS:
            if max(self.stage.outside(body, setting)) <= 1e-3:
                return None, ""
            plan = self.tried(setting, movers, self.inward, passed, far)
            return plan, _past(violation.message)
        if kind is ViolationKind.DOOR:
            plan = self.tried(
                setting,
                movers,
                lambda b: lambda s, m: [],
                passed,
                far,
                lambda b, s: not any(self.stage.blocks_door(m, s) for m in self.units.members[b]),
            )
            return plan, _past(violation.message)
        if "which nothing holds up" in violation.message:
            return None, ""  # what it stands on is mended first
        movers = [m for m in movers if m == body] or movers
        plan = self.mender.best(setting, movers, self.supported, radius=0.0, ignored=passed)
        if plan is None or abs(plan.poses[body][1] - setting.poses[body, 1]) > _A_LITTLE:
            # beside what it stood on is nearer to what was meant than far below
            beside = self.mender.best(setting, movers, self.landed_about, radius=0.0, ignored=passed)
            if beside is not None and (plan is None or beside.cost < plan.cost + _FALLS):
                plan = beside
        if plan is None and far:
            plan = self.mender.best(setting, movers, self.supported, radius=_FAR, ignored=passed)
        return plan, _past(violation.message)

    def tried(
        self,
        setting: Setting,
        movers: Sequence[int],
        starts: Callable[[int], Starts],
        ignored: Iterable[int],
        far: bool,
        wanted: Callable[[int, Setting], bool] | None = None,
    ) -> Plan | None:
        passed = tuple(ignored)
        plan = self.mender.best(setting, movers, starts, radius=_NEAR, wanted=wanted, ignored=passed)
        if plan is None and far:
            plan = self.mender.best(setting, movers, starts, radius=_FAR, wanted=wanted, ignored=passed)
        return plan

    def parted(
        self, i: int, j: int, violation: Violation, setting: Setting, ignored: Iterable[int], far: bool
    ) -> tuple[Plan | None, str]:
        """The least change after which two bodies do not intersect."""
        if not self.stage.meets(i, j, setting):
            return None, ""
        units = self.units.members
        movers = [m for m in self.mender.movers([i, j]) if not (i in units[m] and j in units[m])]

        def starts(b: int) -> Starts:
            other = j if i in units[b] else i

            def poses(s: Setting, members: Sequence[int]) -> list[FloatArray]:
                found = apart(self.stage, s, members, other, _FAR)
                if members[0] in (i, j) and self.above(members[0], other, s):
                    found += landed(self.stage, s, members)
                if self.stage.bodies.support[members[0]] is Support.WALL:
                    found += to_wall(self.stage, s, members)
                return found + turned(s, members[0], [other]) + self.wished(members[0], s)

            return poses

        plan = self.tried(setting, movers, starts, ignored, far)
        deep = metres(violation.figure)
        if plan is None:
            return None, "intersects"
        mover = plan.movers[0]
        other = j if i in units[mover] else i
        return plan, f"it intersected {self.name(other)} by {deep}"

    def wished(self, body: int, setting: Setting) -> list[FloatArray]:
        """Poses at which a relation of a body holds that does not: one move may mend both."""
        found: list[FloatArray] = []
        for k, c in enumerate(self.problem.constraints):
            if k not in self.mender.holding and c.items == (body,) and c.kind != "clear":
                poses = poses_for(self.problem, self.costs, k, body, setting)
                found += self.reachable(poses, body)[:_WISHED]
        return found

    def above(self, body: int, other: int, setting: Setting) -> bool:
        """Whether a body may have been meant to stand on another: it begins higher, and in its upper half."""
        low, base, top = setting.low[body, 1], setting.low[other, 1], setting.high[other, 1]
        return bool(low > base + 0.01 and low > 0.5 * (base + top) - 0.05)

    def inward(self, body: int) -> Starts:
        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            found = pushed_in(self.stage, setting, members)
            for pose in turned(setting, body, []):
                found.append(pose)
                moved = self.stage.moved(setting, carry(members, setting.poses, pose))
                found += pushed_in(self.stage, moved, members)
            return found

        return poses

    def supported(self, body: int) -> Starts:
        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            found = landed(self.stage, setting, members)
            if self.stage.hangs(body):
                found += to_wall(self.stage, setting, members)
            carrier = int(self.units.carrier[body])
            if carrier >= 0:
                found += onto(self.stage, setting, members, carrier)
            over = self.over_most(body, setting)
            if over >= 0 and over != carrier:
                found += onto(self.stage, setting, members, over)
            return found

        return poses

    def landed_about(self, body: int) -> Starts:
        """Places around where a body is, at each of which it is let down: there may be a level one beside an edge."""

        def poses(setting: Setting, members: Sequence[int]) -> list[FloatArray]:
            found: list[FloatArray] = []
            for pose in rings(setting.poses[body], _BESIDE, 8):
                moved = self.stage.moved(setting, carry(members, setting.poses, pose))
                found += [p for p in landed(self.stage, moved, members) if abs(p[1] - pose[1]) <= _A_LITTLE]
                found.append(pose)
            return found

        return poses

    def over_most(self, body: int, setting: Setting) -> int:
        """The body that most of what is below a body belongs to; -1 for the floor."""
        low = float(setting.low[body, 1])
        _, under, top, owner = self.stage.beds(body, setting, low + 0.1)
        near = (owner >= 0) & (under - top < 0.3)
        return int(np.bincount(owner[near]).argmax()) if near.any() else -1

    # -- what cannot be ------------------------------------------------------------------------------------------------

    def given_up(self, violation: Violation, setting: Setting) -> Unresolved:
        """Why a violation stays: which bodies are in the way, found by leaving each out."""
        numbers = tuple(self.number[p] for p in violation.paths if p in self.number)
        blockers: list[int] = []
        if len(self.unresolved) < _BLOCKERS:
            for k in self.near(numbers, setting)[:_BLOCKERS]:
                plan, _ = self.plan_for(violation, setting, ignored=[k], far=False)
                if plan is not None:
                    blockers.append(k)
        says = violation.message
        if blockers:
            names = ", ".join(self.name(b) for b in blockers)
            says += f"; in the way: {names}"
        elif not self.mender.movers(numbers):
            says += "; nothing of it may be moved"
        return Unresolved(says, numbers, tuple(blockers))

    def near(self, bodies: Sequence[int], setting: Setting) -> list[int]:
        """What else stands near some bodies, nearest first."""
        low, high = setting.low[list(bodies)].min(axis=0), setting.high[list(bodies)].max(axis=0)
        gap = np.maximum(np.maximum(setting.low - high, low - setting.high), 0.0).max(axis=1)
        gap[list(bodies)] = np.inf
        order = np.argsort(gap, kind="stable")
        return [int(k) for k in order if gap[k] <= _REACH and not self.bodies.building[k]]

    # -- relations ----------------------------------------------------------------------------------------------------

    def related(self, k: int, setting: Setting) -> Setting:
        """The setting in which relation k holds, by the least change; the same setting where none was found."""
        c = self.problem.constraints[k]
        if several(self.problem, k):
            after = self.arranged(k, setting)
        else:
            plan: Plan | None = None
            others = [] if c.kind == "clear" else [b for b in c.bodies if b not in c.items]
            for named in (c.items[:1] if c.kind == "clear" else c.items, others):
                # what the relation is about moves; what it refers to, where that cannot
                plan = plan or self.mender.best(
                    setting,
                    [m for m in named if m in self.mender.movers([m])],
                    lambda b: lambda s, members: self.reachable(poses_for(self.problem, self.costs, k, b, s), b),
                    radius=0.0,
                    wanted=lambda b, s: holds_at(self.problem, k, s.poses),
                    ignored=self.absent,
                    wish=not c.hard,
                )
            after = None if plan is None else self.taken(setting, plan, f"{c.text} did not hold")
        if after is None:
            self.unresolved[k] = Unresolved(f"{c.text} does not hold", c.bodies)
            if not self.far_moves:
                self.far[k] = None
            return setting
        return after

    def reachable(self, poses: list[FloatArray], body: int, furthest: float = np.inf) -> list[FloatArray]:
        home = self.bodies.initial[body]
        if self.far_moves:
            return [p for p in poses if np.linalg.norm(p[:3] - home[:3]) <= furthest]
        edge = np.linalg.norm(self.bodies.half[body])
        return [
            p
            for p in poses
            if np.linalg.norm(p[:3] - home[:3]) <= BIG_MOVE_M
            and 2.0 * edge * abs(np.sin((p[3] - home[3]) / 2.0)) <= BIG_MOVE_M
        ]

    def arranged(self, k: int, setting: Setting) -> Setting | None:
        """One item after the other of a relation of several, that which gains most for what it costs, until it holds."""
        c = self.problem.constraints[k]
        now = setting
        for _ in range(_SWEEPS * len(c.items)):
            plans: list[Plan] = []
            for b in c.items:
                if b not in self.mender.movers([b]) or self.stopped:
                    continue
                plan = self.mender.plan(
                    now,
                    b,
                    lambda s, members, b=b: self.reachable(improving(self.problem, self.costs, k, b, s), b, _FURTHEST),  # type: ignore[misc]
                    frozenset(),
                    0,
                    np.inf,
                    0.0,
                    None,
                    self.absent,
                )
                if plan is not None:
                    plans.append(plan)
            if not plans:
                return None
            best = min(plans, key=lambda p: p.cost + 2.0 * self.remaining(k, now, p))
            if self.remaining(k, now, best) >= self.remaining(k, now, None) - 1e-4:
                return None
            now = self.taken(now, best, f"{c.text} did not hold")
            if holds_at(self.problem, k, now.poses):
                return now
        return None

    def remaining(self, k: int, setting: Setting, plan: Plan | None) -> float:
        c = self.problem.constraints[k]
        poses = setting.poses if plan is None else self.stage.moved(setting, plan.poses).poses
        return max(0.0, float(residual(c, self.problem, [poses[b] for b in c.bodies])))


def _start(why: str) -> str:
    """The words of a reason before its first figure."""
    return re.split(r"\d", why, maxsplit=1)[0]


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
