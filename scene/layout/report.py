"""What is to be said of a layout: what holds, what does not, what cannot, in one object for programs and for people."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.layout.certificate import Certificate, Slight, SlightKind, certify
from scenewright.scene.layout.certify import metres
from scenewright.scene.layout.changes import BodyMove, Fidelity, Offer, fidelity_of
from scenewright.scene.layout.feasibility import Conflict, find_conflicts
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.reading import read_problem
from scenewright.scene.model import Relation, Scene

if TYPE_CHECKING:
    from scenewright.scene.layout.layout import LayoutResult

__all__ = [
    "MOST_SHIFT_M",
    "MOST_TILT_DEG",
    "LayoutReport",
    "Unreadable",
    "check_scene",
    "moved_text",
    "report_of",
    "slight_text",
]

MOST_SHIFT_M, MOST_TILT_DEG = 0.02, 5.0
"""What a body may move and tilt as it settles."""

_TOLD_M, _TOLD_DEG = 5e-4, 0.1
"""What of a move is worth a word."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A relation that could not be read, and was left out.

    `number`: of the program's relations, from 1. `text`: as it is written, its names at least. `line`: of the program, None
    where that is not known. `in_part`: the rest of it was read (seven chairs of eight).
    """

    number: int
    text: str
    why: str
    line: int | None = None
    in_part: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "relation": self.text,
            "why": self.why,
            "line": self.line,
            "in_part": self.in_part,
        }


@dataclass(frozen=True, eq=False)
class LayoutReport:
    """`certificate`: of the scene as it is after the layout; after one that cannot be, or is only offered, as it was.

    `conflicts`: what cannot hold, with the bodies and relations of `problem`. `seconds`: by part. `moves`: what stands elsewhere
    than it was written. `offer`: a repair that changes much and waits to be taken. `relations`: the program's, in its order.
    """

    certificate: Certificate
    problem: Problem
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    moves: tuple[BodyMove, ...] = ()
    offer: Offer | None = None
    assemblies_changed: int = 0
    relations: Sequence[Relation] = ()

    @property
    def fidelity(self) -> Fidelity:
        """How much of the written poses is kept."""
        return fidelity_of(len(self.problem.bodies), self.moves, self.assemblies_changed)

    @property
    def kept(self) -> tuple[str, ...]:
        """Paths of the bodies that stand exactly as they were written."""
        moved = {m.path for m in self.moves}
        return tuple(p for p in self.problem.bodies.path if p not in moved)

    @property
    def joined(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Paths of bodies that keep their places to each other, with the reason."""
        return tuple((tuple(self.problem.bodies.path[b] for b in j.bodies), j.why) for j in self.problem.joined)

    @property
    def unreadable(self) -> tuple[Unreadable, ...]:
        """The relations that could not be read, in the program's order."""
        read = {c.relation for c in self.problem.constraints}
        return tuple(
            _unreadable(number, self.relations[number] if number < len(self.relations) else None, why, number in read)
            for number, why in sorted(self.problem.unread.items())
        )

    @property
    def readable(self) -> int:
        """How many relations were judged."""
        return sum(r.residual is not None for r in self.certificate.relations)

    @property
    def failing(self) -> int:
        """How many of the relations that could be read do not hold."""
        return sum(not r.satisfied for r in self.certificate.relations if r.residual is not None)

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
        """Whether nothing is wrong, every relation that can be read holds, and nothing falls."""
        return not self.conflicts and self.certificate.certified and not self.failing and not self.fell

    @property
    def complete(self) -> bool:
        """Whether it holds, every relation could be read, and no repair waits to be taken."""
        return self.holds and not self.problem.unread and self.offer is None

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
        ``moved``            list of ``{"path": str, "from": [x, y, z, yaw], "to": [x, y, z, yaw], "distance_m": float,
                             "turn_deg": float, "why": str}``, what moved furthest first; metres and degrees of the world, of
                             the centre of the bottom of the body's box
        ``kept``             paths of the bodies that stand as written
        ``joined``           list of ``{"paths": list, "why": str}``: what keeps its places to each other
        ``unreadable``       list of ``{"number": int, "relation": str, "why": str, "line": int | None, "in_part": bool}``:
                             relations that were left out; `number` counts from 1
        ``fidelity``         how much of the written poses is kept: ``bodies``, ``moved``, ``closed`` (moved by no more than
                             closes a gap), ``unmoved_share``, ``median_move_m``, ``largest_move_m``, ``largest_turn_deg``,
                             ``assemblies_changed``
        ``offered``          None, or a repair that was not taken since it changes much: ``{"why": str, "moves": as `moved`,
                             "remaining": list of str}``
        ``slight``           list: overlaps and gaps that are no violations, with how to close each
        ``floating_parts``   list: parts of bodies that touch nothing of the rest
        ===================  ==========================================================================================

        Beside these: ``holds`` (bool: nothing is wrong, and every relation that can be read holds), ``complete`` (bool: it holds,
        all could be read, and nothing is offered), ``certified`` (bool: no violations), ``doors_free`` (bool),
        ``in_bounds_by_rays`` (float), ``unreached`` (paths of what nobody gets to), ``violations`` (list of ``{"kind": str,
        "paths": list, "figure_m": float, "place": [x, y, z], "message": str}``) and ``notes`` (list of str).
        """
        return {
            "holds": self.holds,
            "complete": self.complete,
            **self.certificate.to_json(),
            "moved": [m.to_json() for m in self.moves],
            "kept": list(self.kept),
            "joined": [{"paths": list(paths), "why": why} for paths, why in self.joined],
            "unreadable": [u.to_json() for u in self.unreadable],
            "fidelity": self.fidelity.to_json(),
            "offered": None if self.offer is None else self.offer.to_json(),
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
        unread = len(self.problem.unread)
        beside = [f"{_counted(unread, 'relation', 'relations')} cannot be read"] if unread else []
        if self.conflicts:
            many = "" if len(self.conflicts) == 1 else f" (and {len(self.conflicts) - 1} conflicts more)"
            begin = "laid out but for this" if self.moves else "this cannot be laid out"
            return ", ".join([f"{begin}: {self.conflicts[0].says}{many}", *self._moved_in_short(), *beside])
        if self.holds:
            said = [f"{c.placed} of {c.requested} bodies placed"]
            said += [f"{self.readable} relations hold"] if self.readable else []
            return ", ".join([*said, *self._moved_in_short(), *beside])
        wrong = [_counted(len(c.violations), "violation", "violations")] if c.violations else []
        if self.failing:
            wrong.append(f"{self.failing} of {_counted(self.readable, 'relation', 'relations')} not met")
        if self.fell:
            wrong.append(_counted(len(self.fell), "body falls", "bodies fall"))
        told = f"the layout does not hold: {', '.join([*wrong, *self._moved_in_short(), *beside])}"
        return told if self.offer is None else f"{told}; {self.offered_text()}"

    def offered_text(self) -> str:
        """What waits to be taken, in half a sentence; '' where nothing does."""
        if self.offer is None:
            return ""
        count = f"{len(self.offer.moves)} of {_counted(len(self.problem.bodies), 'body', 'bodies')}"
        furthest = max((m.distance_m for m in self.offer.moves), default=0.0)
        left = (
            f", and leaves {_counted(len(self.offer.remaining), 'thing', 'things')} wrong"
            if self.offer.remaining
            else ""
        )
        return f"a repair that moves {count}, by {metres(furthest)} at most{left}, is offered and not taken"

    def _moved_in_short(self) -> list[str]:
        count = _counted(len(self.moves), "body", "bodies")
        return [f"{count} moved by {metres(self.fidelity.largest_move_m)} at most"] if self.moves else []


def moved_text(move: BodyMove) -> str:
    """A move for people: 'fridge 3.2 cm: 3 cm of it were inside the wall'."""
    rise = move.after[1] - move.before[1]
    how = []
    if move.distance_m >= _TOLD_M or move.turn_deg < _TOLD_DEG:
        upright = "" if abs(rise) <= 0.98 * move.distance_m else " up" if rise > 0.0 else " down"
        how.append(f"{metres(move.distance_m)}{upright}")
    if move.turn_deg >= _TOLD_DEG:
        how.append(f"turned {move.turn_deg:.3g} degrees")
    return f"{move.path.split('/', 1)[-1]} {', '.join(how)}{f': {move.why}' if move.why else ''}"


def slight_text(slight: Slight) -> str:
    """What is not quite right, for people: 'hearth overlaps floor by 2.0 mm'."""
    names = [p.split("/", 1)[-1] for p in slight.paths]
    others = ", ".join(names[1:]) or "the room"
    if slight.kind is SlightKind.GAP:
        return f"{names[0]} is {metres(slight.figure)} off what holds it{f' ({others})' if names[1:] else ''}"
    return f"{names[0]} overlaps {others} by {metres(slight.figure)}"


def report_of(result: LayoutResult) -> LayoutReport:
    """The report of what :func:`scenewright.scene.layout.layout.solve_scene` returned."""
    told = {f"relation {k}: {why}" for k, why in result.problem.unread.items()}  # `unreadable` says these
    return LayoutReport(
        result.certificate,
        result.problem,
        result.conflicts,
        tuple(n for n in result.notes if n not in told),
        result.seconds,
        result.moves,
        result.offer,
        result.assemblies_changed,
        result.scene.relations,
    )


def check_scene(
    scene: Scene,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    settle: bool = True,
    job: Job | None = None,
) -> LayoutReport:
    """Certify a scene as it is, and change nothing.

    Args:
        provider: where catalogue objects come from. `root`: the scene folder.
        settle: also let it settle under gravity.

    Raises:
        LayoutError: a size is no number, its supports run in a circle, or it holds too many bodies.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="certifying")
    begun = time.monotonic()
    job.tick(0.05, "reading bodies and relations")
    problem = read_problem(scene, provider, root)
    read = time.monotonic()
    job.tick(0.1, "certifying")
    certificate = certify(scene, provider=provider, root=root, problem=problem)
    seconds = {"read": read - begun, "certify": time.monotonic() - read}
    if settle:
        from scenewright.scene.layout.certify import settle as let_settle

        before = time.monotonic()
        job.tick(0.5, "letting it settle")
        settled = let_settle(scene, provider=provider, root=root, problem=problem, job=job.part(0.5))
        job.check()  # half of it is no finding
        certificate = certificate.settled(settled)
        seconds["settle"] = time.monotonic() - before
    report = LayoutReport(certificate, problem, (), problem.notes, seconds, relations=scene.relations)
    # what does not hold may not be able to
    return report if report.holds else replace(report, conflicts=tuple(find_conflicts(problem)))


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _unreadable(number: int, relation: Relation | None, why: str, in_part: bool) -> Unreadable:
    if relation is None:
        return Unreadable(number + 1, f"relation {number + 1}", why, in_part=in_part)
    names = [relation.arguments[n] for n in relation.paths if relation.arguments.get(n) is not None]
    text = f"{relation.kind}({', '.join(map(_written, names))})"
    return Unreadable(number + 1, text, why, None if relation.span is None else relation.span.line, in_part)


def _written(value: object) -> str:
    return f"[{', '.join(map(_written, value))}]" if isinstance(value, (list, tuple)) else repr(str(value))
