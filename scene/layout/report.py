"""What is to be said of a layout: what holds, what does not, what cannot, in one object for programs and for people."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from scene.asset_provider import AssetProvider
from scene.layout.bodies.reading import bodies_of
from scene.layout.certificate import Certificate, certify
from scene.layout.changes import Fidelity, Move, Offer, fidelity_of
from scene.layout.feasibility.conflicts import Conflict, find_conflicts
from scene.layout.forest import problem_of
from scene.layout.model import Problem
from scene.model import Scene

if TYPE_CHECKING:
    from scene.layout.layout import LayoutResult

__all__ = ["MOST_SHIFT_M", "MOST_TILT_DEG", "LayoutReport", "check_scene", "report_of"]

MOST_SHIFT_M, MOST_TILT_DEG = 0.02, 5.0
"""What a body may move and tilt as it settles."""


@dataclass(frozen=True, eq=False)
class LayoutReport:
    """`certificate`: of the scene as it is after the layout; after one that cannot be, as it was. `conflicts`: what cannot hold,
    with the bodies and relations of `problem`. `seconds`: by part."""

    certificate: Certificate
    problem: Problem
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    offer: Offer | None = None

    @property
    def fidelity(self) -> Fidelity:
        """How much of the written poses is kept."""
        return fidelity_of(len(self.problem.bodies), self.moves)

    @property
    def failing(self) -> int:
        """How many relations do not hold."""
        return sum(not r.satisfied for r in self.certificate.relations)

    @property
    def restless(self) -> tuple[str, ...]:
        """Paths of bodies that move or tilt more than a little as they settle, those that move furthest first."""
        settle = self.certificate.settle
        if settle is None:
            return ()
        moves = (settle.shift > MOST_SHIFT_M) | (settle.tilt > MOST_TILT_DEG)
        order = np.argsort(-settle.shift, kind="stable")
        return tuple(settle.paths[i] for i in order.tolist() if moves[i])

    @property
    def fell(self) -> tuple[str, ...]:
        """Paths of bodies that dropped or toppled as they settled."""
        return () if self.certificate.settle is None else self.certificate.settle.fell

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong, every relation holds, and nothing falls."""
        return not self.conflicts and self.certificate.certified and not self.failing and not self.fell

    @property
    def total_seconds(self) -> float:
        """Of everything but the settling."""
        return sum(v for k, v in self.seconds.items() if k != "settle")

    def to_json(self) -> dict[str, Any]:
        """Plain values.

        ===================  ==========================================================================================
        ``collision_free``   bool: no two bodies intersect
        ``in_bounds``        bool: none leaves the room
        ``placed``           int, of ``requested``: bodies that stand where they can, inside, held up, free of collision
        ``relations``        list of ``{"text": str, "satisfied": bool, "residual": float | None, "reason": str}``; residual in
                             metres, None where the relation cannot be read; reason '' where it holds
        ``support``          float, 0 to 1: share of the bodies that something holds up
        ``navigable``        float, 0 to 1: share of the free floor that one can walk to from a door
        ``clearance``        float, 0 to 1: share of the clearances asked for that are free
        ``settle``           ``{"max_shift_m": float, "max_tilt_deg": float, "fell": list of paths}``; None where it was not
                             asked for, or there is nothing laid out
        ``seconds``          float: of everything but the settling; ``seconds_by_part`` has it by part
        ``conflicts``        list of ``{"says": str, "bodies": list of paths, "relations": list of str, "ways_out": list of str,
                             "proved": bool}``
        ===================  ==========================================================================================

        Beside these: ``holds`` (bool: nothing is wrong at all), ``certified`` (bool: no violations), ``doors_free`` (bool),
        ``in_bounds_by_rays`` (float), ``unreached`` (paths of what nobody gets to), ``violations`` (list of ``{"kind": str,
        "paths": list, "figure_m": float, "place": [x, y, z], "message": str}``) and ``notes`` (list of str).
        """
        return {
            "holds": self.holds,
            **self.certificate.to_json(),
            "conflicts": [self.conflict_json(c) for c in self.conflicts],
            "notes": [*self.certificate.notes, *self.notes],
            "seconds": round(self.total_seconds, 4),
            "seconds_by_part": {k: round(v, 4) for k, v in self.seconds.items()},
        }

    def conflict_json(self, conflict: Conflict) -> dict[str, Any]:
        return {
            "says": conflict.says,
            "bodies": [self.problem.bodies.path[b] for b in conflict.bodies],
            "relations": self.relations_of(conflict),
            "ways_out": list(conflict.ways_out),
            "proved": conflict.proved,
        }

    def relations_of(self, conflict: Conflict) -> list[str]:
        """The relations of a conflict, as written."""
        return [self.problem.constraints[k].text for k in conflict.constraints]

    def summary(self) -> str:
        """One line for people."""
        c = self.certificate
        if self.conflicts:
            many = "" if len(self.conflicts) == 1 else f" (and {len(self.conflicts) - 1} conflicts more)"
            return f"this cannot be laid out: {self.conflicts[0].says}{many}"
        if self.holds:
            told = f"{c.placed} of {c.requested} bodies placed"
            return f"{told}, {len(c.relations)} relations hold" if c.relations else told
        wrong = [_counted(len(c.violations), "violation", "violations")] if c.violations else []
        if self.failing:
            wrong.append(f"{self.failing} of {_counted(len(c.relations), 'relation', 'relations')} not met")
        if self.fell:
            wrong.append(_counted(len(self.fell), "body falls", "bodies fall"))
        return f"the layout does not hold: {', '.join(wrong)}"


def report_of(result: LayoutResult) -> LayoutReport:
    """The report of what :func:`scene.layout.layout.solve_scene` returned."""
    return LayoutReport(
        result.certificate,
        result.problem,
        result.conflicts,
        result.notes,
        result.seconds,
        result.moves,
        result.offer,
    )


def check_scene(
    scene: Scene, *, provider: AssetProvider | None = None, root: Path | None = None, settle: bool = True
) -> LayoutReport:
    """Certify a scene as it is, and change nothing.

    Args:
        provider: where catalogue objects come from. `root`: the scene folder.
        settle: also let it settle under gravity.

    Raises:
        LayoutError: it has no room, a size is no number, its supports run in a circle, or it holds too many bodies.
    """
    begun = time.monotonic()
    problem = problem_of(scene, bodies_of(scene, provider=provider, root=root))
    read = time.monotonic()
    certificate = certify(scene, provider=provider, root=root, problem=problem)
    seconds = {"read": read - begun, "certify": time.monotonic() - read}
    if settle:
        from scene.layout.certify.physics import settle as let_settle

        before = time.monotonic()
        certificate = certificate.settled(let_settle(scene, provider=provider, root=root, bodies=problem.bodies))
        seconds["settle"] = time.monotonic() - before
    report = LayoutReport(certificate, problem, (), problem.notes, seconds)
    # what does not hold may not be able to
    return report if report.holds else replace(report, conflicts=tuple(find_conflicts(problem)))


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
