"""The repair of written poses: fault after fault, each by the least change, until the certificate finds none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import numpy.typing as npt

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.certificate import Certificate
from scenewright.scene.layout.certify import Violation, ViolationKind
from scenewright.scene.layout.changes import CLOSED_M
from scenewright.scene.layout.model import Problem, wrapped
from scenewright.scene.layout.repair.closing import closed
from scenewright.scene.layout.repair.collisions import Setting
from scenewright.scene.layout.repair.faults import Faults, Unresolved
from scenewright.scene.layout.repair.judging import PosedScene
from scenewright.scene.layout.repair.mending import MovePlan
from scenewright.scene.layout.repair.related import holds_at
from scenewright.scene.layout.repair.tools import Tools
from scenewright.scene.layout.repair.units import carry
from scenewright.scene.layout.repair.wishes import Wishes
from scenewright.scene.layout.search import Stop, never
from scenewright.scene.model import FloatArray, Scene

__all__ = ["Repaired", "Unresolved", "repair_poses"]

_ROUNDS = 8
_ORDER = (ViolationKind.BOUNDS, ViolationKind.SUPPORT, ViolationKind.COLLISION, ViolationKind.DOOR)
_HOLDING = (RelationName.ON, RelationName.INSIDE, RelationName.ON_WALL, RelationName.HANGING)

_TIMES = 3
"""How often one fault is mended."""

_ALONG = CLOSED_M
"""Metres, and radians, within which a body kept its place on what carries it."""

_EXPLAINED, _EXPLAINING = 4, 100
"""Faults of which it is found out what is in the way, and poses that are judged for that without each body near by."""


@dataclass(frozen=True, eq=False)
class Repaired:
    """`poses`: (N, 4). `reasons`: why each body that was moved was, by number. `unresolved`: finds out, when it is called, what could
    not be repaired and what is in the way. `far`: texts of relations that hold only after moves over half a metre, left alone
    here. `certificate`: of the scene at these poses. `exhausted`: the effort ran out. `along`: numbers of bodies that only went
    where what carries them went."""

    poses: FloatArray
    reasons: dict[int, str]
    unresolved: Callable[[], tuple[Unresolved, ...]]
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
    unserved: Iterable[int] = (),
    conflicting: Iterable[int] = (),
    closable: Iterable[int] | None = None,
    begin: Repaired | None = None,
    far_moves: bool = False,
    cancelled: Stop = never,
    job: Job | None = None,
) -> Repaired:
    """Move as few bodies as little as can be, so that nothing violates and relations hold.

    Args:
        pinned: numbers of bodies that stay. `unserved`: of relations that nothing is moved for.
        conflicting: numbers of bodies that those are about: what is wrong between them alone is left as it is.
        closable: numbers of bodies whose slight gaps and overlaps are closed; None: all.
        begin: a repair to go on from; costs count from the written poses all the same.
        far_moves: move bodies over half a metre, too; without that what asks for such a move is left as it is.
        cancelled: asked between faults; what there is then is returned. `job`: told how far the repair is.
    """
    tools = Tools.of(scene, problem, provider, pinned, far_moves, cancelled)
    posed = PosedScene(scene, problem, provider)
    repair = _Repair(tools, posed, frozenset(unserved), frozenset(conflicting), job or Job())
    return repair.run(begin, closable)


@dataclass(frozen=True, eq=False)
class _State:
    """A setting, its certificate, and why each body was moved and which were chosen to move until then."""

    setting: Setting
    certificate: Certificate
    reasons: dict[int, str] = field(default_factory=dict)
    chosen: frozenset[int] = frozenset()


class _Repair:
    def __init__(
        self,
        tools: Tools,
        posed: PosedScene,
        unserved: frozenset[int],
        conflicting: frozenset[int],
        job: Job,
    ) -> None:
        self.tools, self.posed, self.job = tools, posed, job
        self.unserved, self.conflicting = unserved, conflicting
        self.problem, self.home = tools.problem, tools.problem.bodies.initial
        self.faults, self.wishes = Faults(tools), Wishes(tools)
        self.reasons: dict[int, str] = {}
        self.chosen: set[int] = set()
        self.unresolved: dict[object, Unresolved] = {}
        self.far: dict[int, None] = {}
        self.times: dict[object, int] = {}

    def run(self, begin: Repaired | None, closable: Iterable[int] | None) -> Repaired:
        stage, mender = self.tools.stage, self.tools.mender
        certificate = self.posed.certificate(self.home)
        mender.grant(certificate, self.tools.number)
        setting = stage.at_home()
        if begin is not None:
            setting, certificate = stage.at(begin.poses), begin.certificate
            self.reasons.update(begin.reasons)
            self.chosen.update(set(np.flatnonzero(self.moved(setting)).tolist()) - begin.along)
        best = self.repaired(setting, certificate)
        self.reasons, self.chosen = dict(best.reasons), set(best.chosen)
        setting, certificate = best.setting, best.certificate
        setting, closings = closed(mender, setting, certificate, self.tools.number, closable)
        if closings:
            after = self.posed.certificate(setting.poses)
            if self.worth(after) <= self.worth(certificate):
                certificate = after
                for i, why in closings.items():
                    self.reasons.setdefault(i, why)
                self.chosen.update(closings)
            else:
                setting = best.setting
        moved = self.moved(setting)
        return Repaired(
            setting.poses,
            {i: w for i, w in self.reasons.items() if moved[i]},
            partial(self.left, certificate, setting, dict(self.unresolved)),
            tuple(self.problem.constraints[k].text for k in self.far),
            certificate,
            mender.tried,
            self.tools.exhausted,
            self.along(setting.poses, moved),
        )

    def repaired(self, setting: Setting, certificate: Certificate) -> _State:
        """The best of what there is after each round."""
        best = self.state(setting, certificate)
        again = True
        for turn in range(_ROUNDS):
            self.job.progress(min(0.9, turn / _ROUNDS), "repairing")
            setting, progress = self.mended(setting, certificate)
            if progress:
                certificate = self.posed.certificate(setting.poses)
                if self.worth(certificate) < self.worth(best.certificate):
                    best = self.state(setting, certificate)
                if self.worth(certificate) == (0, 0) or self.tools.stopped:
                    break
            elif again and self.unresolved and not self.tools.stopped:
                again, self.unresolved = False, {}  # what was given up may go now that other things stand elsewhere
            else:
                break
        return best

    def state(self, setting: Setting, certificate: Certificate) -> _State:
        return _State(setting, certificate, dict(self.reasons), frozenset(self.chosen))

    def moved(self, setting: Setting) -> npt.NDArray[np.bool_]:
        moved: npt.NDArray[np.bool_] = np.abs(setting.poses - self.home).max(axis=1) > 1e-9
        return moved

    def worth(self, certificate: Certificate) -> tuple[int, int]:
        """Violations and readable relations that fail, of bodies that stand somewhere."""
        wrong = sum(not self.about_absent(v) for v in certificate.violations)
        failing = sum(
            not r.satisfied and not self.tools.absent.intersection(c.bodies)
            for c, r in zip(self.problem.constraints, certificate.relations, strict=False)
        )
        return wrong, failing

    def about_absent(self, violation: Violation) -> bool:
        return not self.tools.absent.isdisjoint(self.tools.named(violation))

    # -- a round ------------------------------------------------------------------------------------------------------

    def mended(self, setting: Setting, certificate: Certificate) -> tuple[Setting, bool]:
        """The setting after one go at each fault that is not given up, and whether anything moved."""
        before = setting
        violations = [
            v
            for v in certificate.violations
            if not self.about_absent(v) and not self.conflicting.issuperset(self.tools.named(v))
        ]
        self.tools.mender.floating = frozenset(
            body
            for v in violations
            if v.kind is ViolationKind.SUPPORT
            for body in self.tools.named(v)[:1]
            if v.paths[0] in self.tools.number
        )
        for violation in sorted(violations, key=lambda v: (_ORDER.index(v.kind), float(v.place[1]), v.paths)):
            if self.tools.stopped:
                return setting, setting is not before
            if (violation.kind, violation.paths) not in self.unresolved:
                setting = self.without(violation, setting)
        if setting is not before:
            return setting, True  # relations are looked at when nothing else moves any more
        for k in self.failing(certificate):
            if self.tools.stopped:
                break
            if k in self.unresolved or holds_at(self.problem, k, setting.poses):
                continue
            if self.tools.far_moves and self.problem.constraints[k].kind == RelationName.CLEAR:
                continue  # free space before a thing is not worth a new arrangement
            setting = self.related(k, setting)
        return setting, setting is not before

    def without(self, violation: Violation, setting: Setting) -> Setting:
        """The setting in which a fault is mended; the same where it is given up."""
        key = (violation.kind, violation.paths)
        if violation.kind is ViolationKind.SUPPORT:
            said = self.said_to_hold(violation, setting)
            if said is not None and not self.faults.lands_near(violation, setting):
                after = self.related(said, setting)
                if after is not setting:
                    return after
        mender = self.tools.mender
        mender.trusting = False
        plan, why = self.faults.plan(violation, setting)
        if plan is None and why and key not in self.times and violation.kind is ViolationKind.SUPPORT:
            mender.trusting = True
            plan, why = self.faults.plan(violation, setting)
            mender.trusting = False
        if plan is None and not why:
            return setting
        self.times[key] = self.times.get(key, 0) + (plan is not None)
        if plan is None or self.times[key] > _TIMES or _stays(plan, setting):
            # in vain, or the certificate does not think that it is mended
            self.unresolved[key] = Unresolved(violation.message, self.tools.named(violation))
            return setting
        return self.taken(setting, plan, why)

    def related(self, k: int, setting: Setting) -> Setting:
        """The setting in which relation k holds; the same where no way was found."""
        c = self.problem.constraints[k]
        plans = self.wishes.plans(k, setting)
        if not plans:
            self.unresolved[k] = Unresolved(f"{c.text} does not hold", c.bodies)
            if not self.tools.far_moves:
                self.far[k] = None
        for plan in plans:
            setting = self.taken(setting, plan, f"{c.text} did not hold")
        return setting

    def taken(self, setting: Setting, plan: MovePlan, why: str) -> Setting:
        self.chosen.update(plan.movers)
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
                carrier = next((m for m in plan.movers if i in self.tools.units.members[m]), None)
                told = "it goes along"
                self.reasons[i] = told if carrier is None else f"{told} with {self.tools.name(carrier)}"
        return self.tools.stage.moved(setting, plan.poses)

    def failing(self, certificate: Certificate) -> list[int]:
        """Relations that do not hold and are to be served, hard ones first, then by weight."""
        constraints = self.problem.constraints
        found = [
            k
            for k, r in enumerate(certificate.relations[: len(constraints)])
            if not r.satisfied
            and r.residual is not None
            and k not in self.unserved
            and not self.tools.absent.intersection(constraints[k].bodies)
        ]
        return sorted(found, key=lambda k: (not constraints[k].hard, -constraints[k].weight, k))

    def said_to_hold(self, violation: Violation, setting: Setting) -> int | None:
        """The relation that says what holds up a body that nothing holds, and does not hold itself: that is what is wanted."""
        body = self.tools.number.get(violation.paths[0], -1)
        for k, c in enumerate(self.problem.constraints):
            if k in self.unserved or c.kind not in _HOLDING or body not in c.items:
                continue
            if not holds_at(self.problem, k, setting.poses) and not (k in self.unresolved and self.tools.far_moves):
                return k
        return None

    # -- what is told --------------------------------------------------------------------------------------------------

    def along(self, poses: FloatArray, moved: npt.NDArray[np.bool_]) -> frozenset[int]:
        """Bodies that moved, and stand to what carries them as they were written, or were not chosen to move."""
        found = set(np.flatnonzero(moved).tolist()) - self.chosen
        for i in np.flatnonzero(moved).tolist():
            carrier = int(self.tools.units.carrier[i])
            if carrier >= 0 and moved[carrier]:
                with_it = carry((carrier, i), self.home, poses[carrier])[i]
                turn = float(wrapped(poses[i, 3] - with_it[3]))
                if np.abs(poses[i, :3] - with_it[:3]).max() <= _ALONG and abs(turn) <= _ALONG:
                    found.add(i)
        return frozenset(found)

    def left(
        self, certificate: Certificate, setting: Setting, unresolved: dict[object, Unresolved]
    ) -> tuple[Unresolved, ...]:
        """What of the faults that were given up is still there, and of the first what is in the way."""
        still: dict[object, Violation] = {(v.kind, v.paths): v for v in certificate.violations}
        self.tools.mender.effort, self.tools.mender.trusting = _EXPLAINING, False
        for key in [key for key in unresolved if key in still][:_EXPLAINED]:
            if not self.tools.cancelled():
                unresolved[key] = self.faults.explained(still[key], setting)
        failing = {
            k
            for k, r in enumerate(certificate.relations[: len(self.problem.constraints)])
            if not r.satisfied and r.residual is not None
        }
        return tuple(u for key, u in unresolved.items() if key in still or key in failing)


def _stays(plan: MovePlan, setting: Setting) -> bool:
    """Whether a plan leaves everything where it is."""
    return all(np.abs(pose - setting.poses[i]).max() < 1e-9 for i, pose in plan.poses.items())


def _start(why: str) -> str:
    """The words of a reason before its first figure."""
    return re.split(r"\d", why, maxsplit=1)[0]
