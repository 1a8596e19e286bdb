"""Repair written poses fault by fault, each by the least change, until the certificate finds none."""

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
_ORDER = (
    ViolationKind.BOUNDS,
    ViolationKind.SUPPORT,
    ViolationKind.WINDOW,
    ViolationKind.COLLISION,
    ViolationKind.DOOR,
)
_HOLDING = (RelationName.ON, RelationName.INSIDE, RelationName.ON_WALL, RelationName.HANGING)

_MOVES_ALONG = "it moves along"
"""The reason of a body that moves with its carrier."""

_TIMES = 3
"""How often a repair of one fault is attempted."""

_ALONG = CLOSED_M
"""Metres, and radians, within which a body kept its pose relative to its carrier."""

_EXPLAINED, _EXPLAINING = 4, 100
"""Faults whose blockers are searched, and poses that are judged for each body that may be a blocker."""


@dataclass(frozen=True, eq=False)
class Repaired:
    """The result of a repair.

    `poses`: (N, 4). `reasons`: number of a moved body -> why. `unresolved`: a function that finds out what could not be repaired
    and what is in the way. `far`: texts of relations that would need a move over half a metre, and were left failing.
    `certificate`: of the scene at these poses. `tried`: poses that were judged. `exhausted`: the effort ran out. `along`: numbers
    of bodies that only moved with their carrier."""

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
    """Move as few bodies as little as possible, so that there are no violations and relations hold.

    Args:
        pinned: numbers of bodies that must not move.
        unserved: numbers of constraints that are ignored.
        conflicting: numbers of the bodies of these constraints; faults among them alone are ignored.
        closable: numbers of bodies whose slight gaps and overlaps are closed; None: all.
        begin: a repair to continue from; costs still count from the written poses.
        far_moves: also move bodies over half a metre; without it a fault that needs such a move stays.
        cancelled: asked between faults; when true, the best state so far is returned.
        job: gets the progress.
    """
    tools = Tools.of(scene, problem, provider, pinned, far_moves, cancelled)
    posed = PosedScene(scene, problem, provider)
    repair = _Repair(tools, posed, frozenset(unserved), frozenset(conflicting), job or Job())
    return repair.run(begin, closable)


@dataclass(frozen=True, eq=False)
class _State:
    """A setting, its certificate, and until then the reason of each move and the bodies that were chosen to move."""

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
        """The state with the fewest faults among those after each round."""
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
                again, self.unresolved = (
                    False,
                    {},
                )  # faults that were given up may be repairable now that other bodies moved
            else:
                break
        return best

    def state(self, setting: Setting, certificate: Certificate) -> _State:
        return _State(setting, certificate, dict(self.reasons), frozenset(self.chosen))

    def moved(self, setting: Setting) -> npt.NDArray[np.bool_]:
        moved: npt.NDArray[np.bool_] = np.abs(setting.poses - self.home).max(axis=1) > 1e-9
        return moved

    def worth(self, certificate: Certificate) -> tuple[int, int]:
        """Number of violations, and of readable relations that fail, without bodies that have no pose yet."""
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
        """The setting after one attempt at each fault that is not given up, and whether anything moved."""
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
            return setting, True  # relations come when no violation can be repaired any more
        for k in self.failing(certificate):
            if self.tools.stopped:
                break
            if k in self.unresolved or holds_at(self.problem, k, setting.poses):
                continue
            if self.tools.far_moves and self.problem.constraints[k].kind == RelationName.CLEAR:
                continue  # free space in front of a body is not worth far moves
            setting = self.related(k, setting)
        return setting, setting is not before

    def without(self, violation: Violation, setting: Setting) -> Setting:
        """The setting after the repair of a violation; the same setting where it is given up."""
        key = (violation.kind, violation.paths)
        if violation.kind is ViolationKind.SUPPORT:
            relation = self.support_relation(violation, setting)
            if relation is not None and not self.faults.lands_near(violation, setting):
                after = self.related(relation, setting)
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
            # no plan, or the certificate still finds the fault after the plans
            self.unresolved[key] = Unresolved(violation.message, self.tools.named(violation))
            return setting
        return self.taken(setting, plan, why)

    def related(self, k: int, setting: Setting) -> Setting:
        """The setting in which relation k holds; the same setting where no plan was found."""
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
            earlier = self.reasons.get(i, "")
            if not earlier or earlier.startswith(_MOVES_ALONG):
                self.reasons[i] = why
            elif _start(why) not in earlier:  # a fault that took two moves is named once
                self.reasons[i] = f"{earlier}; {why}"
        for i in plan.poses:
            if i not in plan.movers and i not in self.reasons:
                carrier = next((m for m in plan.movers if i in self.tools.units.members[m]), None)
                self.reasons[i] = _MOVES_ALONG if carrier is None else f"{_MOVES_ALONG} with {self.tools.name(carrier)}"
        return self.tools.stage.moved(setting, plan.poses)

    def failing(self, certificate: Certificate) -> list[int]:
        """Numbers of the relations that fail and are to be mended, hard ones first, then by weight."""
        constraints = self.problem.constraints
        failing = [
            k
            for k, r in enumerate(certificate.relations[: len(constraints)])
            if not r.satisfied
            and r.residual is not None
            and k not in self.unserved
            and not self.tools.absent.intersection(constraints[k].bodies)
        ]
        return sorted(failing, key=lambda k: (not constraints[k].hard, -constraints[k].weight, k))

    def support_relation(self, violation: Violation, setting: Setting) -> int | None:
        """The number of a failing relation that names the support of an unsupported body; mending it is what the program asks for."""
        body = self.tools.number.get(violation.paths[0], -1)
        for k, c in enumerate(self.problem.constraints):
            if k in self.unserved or c.kind not in _HOLDING or body not in c.items:
                continue
            if not holds_at(self.problem, k, setting.poses) and not (k in self.unresolved and self.tools.far_moves):
                return k
        return None

    # -- the result ----------------------------------------------------------------------------------------------------

    def along(self, poses: FloatArray, moved: npt.NDArray[np.bool_]) -> frozenset[int]:
        """Bodies that moved but were not chosen to, or that kept their pose relative to their carrier."""
        along = set(np.flatnonzero(moved).tolist()) - self.chosen
        for i in np.flatnonzero(moved).tolist():
            carrier = int(self.tools.units.carrier[i])
            if carrier >= 0 and moved[carrier]:
                with_it = carry((carrier, i), self.home, poses[carrier])[i]
                turn = float(wrapped(poses[i, 3] - with_it[3]))
                if np.abs(poses[i, :3] - with_it[:3]).max() <= _ALONG and abs(turn) <= _ALONG:
                    along.add(i)
        return frozenset(along)

    def left(
        self, certificate: Certificate, setting: Setting, unresolved: dict[object, Unresolved]
    ) -> tuple[Unresolved, ...]:
        """The faults that were given up and remain; for the first few also what is in the way."""
        remaining: dict[object, Violation] = {(v.kind, v.paths): v for v in certificate.violations}
        self.tools.mender.effort, self.tools.mender.trusting = _EXPLAINING, False
        for key in [key for key in unresolved if key in remaining][:_EXPLAINED]:
            if not self.tools.cancelled():
                unresolved[key] = self.faults.explained(remaining[key], setting)
        failing = {
            k
            for k, r in enumerate(certificate.relations[: len(self.problem.constraints)])
            if not r.satisfied and r.residual is not None
        }
        return tuple(u for key, u in unresolved.items() if key in remaining or key in failing)


def _stays(plan: MovePlan, setting: Setting) -> bool:
    """Whether a plan moves nothing."""
    return all(np.abs(pose - setting.poses[i]).max() < 1e-9 for i, pose in plan.poses.items())


def _start(why: str) -> str:
    """The words of a reason before its first figure."""
    return re.split(r"\d", why, maxsplit=1)[0]
