"""Certify a layout by the exact geometry of the evaluated scene, independently of the solver.

A :class:`Violation` makes a layout wrong: a collision, a body outside the room, a body without support, a body in the way of a
door. An error of millimetres is a :class:`Slight`. Walkable floor, clearances, covered windows and relations are reported
as figures.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certify import (
    RAY_SHARE,
    Bounds,
    Collisions,
    Evidence,
    FloatingPart,
    FloorArea,
    KeptSpace,
    Settled,
    Slight,
    SlightKind,
    Supported,
    UnusualRest,
    Violation,
    ViolationKind,
    Walkable,
    covered_windows,
    evidence_of,
    find_collisions,
    free_floor,
    judge_assemblies,
    judge_bounds,
    judge_clearance,
    judge_doors,
    judge_navigation,
    judge_support,
    judge_windows,
    kept_spaces,
    unusual_rests,
)
from scenewright.scene.layout.model import AnchorKind, Bodies, Constraint, Problem, Support
from scenewright.scene.layout.relations import explain, holds, listed
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.model import FloatArray, Room, Scene
from scenewright.scene.short_repr import short_repr

__all__ = [
    "Certificate",
    "FloatingPart",
    "FloorArea",
    "KeptSpace",
    "LayoutFaults",
    "RelationResult",
    "Slight",
    "SlightKind",
    "UnusualRest",
    "Violation",
    "ViolationKind",
    "certify",
    "find_faults",
]


@dataclass(frozen=True, slots=True)
class RelationResult:
    """Whether one relation holds. `residual`: metres, None where the relation could not be read. `reason`: '' where it holds."""

    text: str
    satisfied: bool
    residual: float | None
    reason: str = ""
    hard: bool = False

    def to_json(self) -> dict[str, object]:
        residual = None if self.residual is None else round(self.residual, 4)
        return {"text": self.text, "satisfied": self.satisfied, "residual": residual, "reason": self.reason}


@dataclass(frozen=True, eq=False)
class Certificate:
    """The findings about one layout.

    `requested`: number of bodies. `placed`: those that are inside the room, supported and free of collision.
    `support`: share of bodies that are supported. `navigable`: share of the free floor that one can walk to from a door.
    `clearance`: share of the requested clearances that are free. `in_bounds_by_rays`: share of bodies of whose vertical rays
    at least 99 % hit the floor. `unreached`: paths of bodies that cannot be walked to. `walkable`: the raster of the floor.
    `slight`: overlaps and gaps too small to be violations. `floating_parts`: parts of a body that touch none of its other parts;
    these are no violations, since a layout does not change the inside of a body. `unusual`: bodies that stand on furniture though
    their kind stands on the floor. `spaces`: floor that should stay free, at doors, fronts and seats.
    """

    violations: tuple[Violation, ...]
    requested: int
    placed: int
    support: float
    navigable: float
    clearance: float
    in_bounds_by_rays: float
    relations: tuple[RelationResult, ...] = ()
    unreached: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    slight: tuple[Slight, ...] = ()
    floating_parts: tuple[FloatingPart, ...] = ()
    unusual: tuple[UnusualRest, ...] = ()
    spaces: tuple[KeptSpace, ...] = ()
    settle: Settled | None = None
    seconds: float = 0.0
    walkable: Walkable | None = field(default=None, repr=False)

    __repr__ = short_repr

    def of_kind(self, kind: ViolationKind) -> tuple[Violation, ...]:
        return tuple(v for v in self.violations if v.kind == kind)

    @property
    def certified(self) -> bool:
        """Whether there are no violations. Relations do not count here: they are wishes."""
        return not self.violations

    @property
    def collision_free(self) -> bool:
        return not self.of_kind(ViolationKind.COLLISION)

    @property
    def in_bounds(self) -> bool:
        return not self.of_kind(ViolationKind.BOUNDS)

    @property
    def doors_free(self) -> bool:
        return not self.of_kind(ViolationKind.DOOR)

    @property
    def windows_free(self) -> bool:
        return not self.of_kind(ViolationKind.WINDOW)

    @cached_property
    def free_floor(self) -> tuple[FloorArea, ...]:
        """The floor where a person fits, the largest area first."""
        return () if self.walkable is None else free_floor(self.walkable)

    def settled(self, settle: Settled) -> Certificate:
        """The same certificate with the result of settling under gravity."""
        return replace(self, settle=settle, notes=(*self.notes, *settle.notes))

    def to_json(self) -> dict[str, object]:
        """Plain values for a report."""
        return {
            "certified": self.certified,
            "collision_free": self.collision_free,
            "in_bounds": self.in_bounds,
            "in_bounds_by_rays": round(self.in_bounds_by_rays, 4),
            "placed": self.placed,
            "requested": self.requested,
            "relations": [r.to_json() for r in self.relations],
            "support": round(self.support, 4),
            "doors_free": self.doors_free,
            "windows_free": self.windows_free,
            "navigable": round(self.navigable, 4),
            "unreached": list(self.unreached),
            "clearance": round(self.clearance, 4),
            "settle": None if self.settle is None else self.settle.to_json(),
            "violations": [v.to_json() for v in self.violations],
            "slight": [s.to_json() for s in self.slight],
            "floating_parts": [f.to_json() for f in self.floating_parts],
            "unusual": [u.to_json() for u in self.unusual],
            "spaces": [s.to_json() for s in self.spaces],
            "floor": {
                "level": 0.0 if self.walkable is None else round(self.walkable.level, 4),
                "areas": [a.to_json() for a in self.free_floor],
            },
            "notes": list(self.notes),
            "seconds": round(self.seconds, 4),
        }


def certify(
    scene: Scene,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    bodies: Bodies | None = None,
    problem: Problem | None = None,
    job: Job | None = None,
) -> Certificate:
    """Judge the layout of an evaluated scene. A scene without a room stands on open ground: a floor and no walls.

    Args:
        provider: where catalogue objects come from; without one they are judged by their hulls.
        root: the scene folder.
        bodies: of this scene; by default those of `problem`, else of :func:`scenewright.scene.layout.bodies.reading.bodies_of`.
        problem: gives the relations to judge and the joined bodies; by default there are none.
        job: looked at between two judgements.

    Raises:
        LayoutError: a pose is not finite, or the bodies are of another scene.
        JobCancelled: the job was cancelled.
    """
    begun = time.perf_counter()
    job = job or Job()
    if bodies is None:
        bodies = problem.bodies if problem is not None else bodies_of(scene, provider=provider, root=root)
    joined = () if problem is None else problem.joined
    job.tick(0.0, "reading shapes")
    evidence = evidence_of(scene, provider=provider, bodies=bodies, room=_walled(scene.room), joined=joined)
    faults = _faults(evidence, problem, job.part(0.2, 0.7))
    collisions, bounds, support = faults.collisions, faults.bounds, faults.support
    job.tick(0.7, "judging clearance and ways")
    clearance = judge_clearance(evidence, support.below)
    job.check()
    walkable = judge_navigation(evidence)
    job.tick(0.9, "judging parts")
    assemblies = judge_assemblies(evidence)
    job.check()
    notes = (
        *evidence.solids.estimates,
        *collisions.notes(evidence),
        *covered_windows(evidence),
        *clearance.notes(evidence),
        *assemblies.notes,
    )
    if evidence.aloft.any():
        names = [bodies.path[i] for i in np.flatnonzero(evidence.aloft).tolist()]
        notes = (*notes, f"taken to be in the air by design: {listed(names)}")
    if not collisions.complete:
        notes = ("more bodies intersect than are listed: the search stopped at a thousand pairs", *notes)
    misplaced = {p for v in collisions.violations for p in v.paths} | {v.paths[0] for v in bounds.violations}
    misplaced |= {bodies.path[i] for i in np.flatnonzero(~support.held).tolist()}
    counted = evidence.solids.filled
    return Certificate(
        violations=faults.violations,
        requested=len(bodies),
        placed=len(bodies) - len(misplaced),
        support=float(support.held[counted].mean()) if counted.any() else 1.0,
        navigable=walkable.share,
        clearance=clearance.share,
        in_bounds_by_rays=float((bounds.ray_share[counted] >= RAY_SHARE).mean()) if counted.any() else 1.0,
        relations=faults.relations,
        unreached=tuple(bodies.path[int(i)] for i in walkable.unreached),
        notes=notes,
        floating_parts=assemblies.floating,
        unusual=unusual_rests(evidence, support),
        spaces=kept_spaces(evidence, clearance, support.below),
        slight=(*collisions.slight, *bounds.slight, *support.slight),
        seconds=time.perf_counter() - begun,
        walkable=walkable,
    )


@dataclass(frozen=True, eq=False)
class LayoutFaults:
    """What is wrong with a layout: the part of a certificate that is no figure. `relations`: one for each relation, whether it holds."""

    collisions: Collisions
    bounds: Bounds
    support: Supported
    openings: tuple[Violation, ...]
    relations: tuple[RelationResult, ...] = ()

    @property
    def violations(self) -> tuple[Violation, ...]:
        return (*self.collisions.violations, *self.bounds.violations, *self.support.violations, *self.openings)


def find_faults(
    scene: Scene, problem: Problem, *, provider: AssetProvider | None = None, job: Job | None = None
) -> LayoutFaults:
    """What :func:`certify` finds wrong, without its figures, in a third of the time.

    Args:
        problem: of this scene.
        provider: where catalogue objects come from; without one they are judged by their hulls.
        job: looked at between two judgements.

    Raises:
        LayoutError: a pose is not finite, or the problem is of another scene.
        JobCancelled: the job was cancelled.
    """
    room = _walled(scene.room)
    evidence = evidence_of(scene, provider=provider, bodies=problem.bodies, room=room, joined=problem.joined)
    return _faults(evidence, problem, job or Job())


def _faults(evidence: Evidence, problem: Problem | None, job: Job) -> LayoutFaults:
    job.tick(0.0, "finding collisions")
    collisions = find_collisions(evidence)
    job.tick(0.6, "judging bounds and support")
    bounds = judge_bounds(evidence)
    job.check()
    support = judge_support(evidence)
    job.tick(0.95, "judging doors and relations")
    relations = () if problem is None else _relations(problem, _poses(evidence), support)
    openings = (*judge_doors(evidence), *judge_windows(evidence))
    return LayoutFaults(collisions, bounds, support, openings, relations)


def _resting(problem: Problem, below: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Pairs of bodies that touch: (body, body that it rests on or is joined with)."""
    pairs = {(i, j) for i, others in enumerate(below) for j in others}
    pairs |= {(i, j) for joined in problem.joined for i in joined.bodies for j in joined.bodies if i != j}
    return pairs


def _hangs_below(problem: Problem, constraint: Constraint, poses: FloatArray) -> bool:
    """Whether all items of an ``under`` hang from its target; then it holds though a hook reaches over the rail that it hangs on."""
    target, bodies = constraint.target, problem.bodies
    if target is None or target.kind is not AnchorKind.BODY:
        return False
    group = next((j.bodies for j in problem.joined if target.body in j.bodies), ())
    middle = poses[:, 1] + 0.5 * bodies.height
    return all(
        i in group and bodies.support[i] is Support.HELD and middle[i] < poses[target.body, 1] for i in constraint.items
    )


def _walled(room: Room | None) -> Room | None:
    return room if room is not None and np.isfinite([room.width, room.depth, room.height]).all() else None


def _poses(evidence: Evidence) -> FloatArray:
    """(N, 4) poses of the bodies in the scene."""
    m = evidence.world_from_body
    return np.column_stack([m[:, :3, 3], np.arctan2(m[:, 0, 2], m[:, 2, 2])])


def _relations(problem: Problem, poses: FloatArray, support: Supported) -> tuple[RelationResult, ...]:
    out = []
    resting = _resting(problem, support.below)
    values = residuals(problem, poses) if problem.constraints else np.zeros(0)
    for constraint, value in zip(problem.constraints, values.tolist(), strict=True):
        satisfied = bool(holds(constraint, np.array(value)))
        target = constraint.target
        if (
            constraint.kind == RelationName.ON
            and not satisfied
            and target is not None
            and target.kind is AnchorKind.BODY
        ):
            # a hill, a cradle or a hook has no level surface, but the body rests on it
            satisfied = (constraint.items[0], target.body) in resting
        if constraint.kind == RelationName.HANGING and not satisfied:  # from a rail, a hook, a branch
            satisfied = bool(support.held[constraint.items[0]]) and not support.below[constraint.items[0]]
        if constraint.kind == RelationName.UNDER and not satisfied:
            satisfied = _hangs_below(problem, constraint, poses)
        reason = "" if satisfied else explain(constraint, problem, poses)
        out.append(RelationResult(constraint.text, satisfied, value, reason, constraint.hard))
    out.extend(RelationResult(f"relation {n + 1}", False, None, why) for n, why in sorted(problem.unread.items()))
    return tuple(out)
