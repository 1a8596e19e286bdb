"""The report of a layout, as text and as JSON: what holds, what does not, and what cannot."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

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
from scenewright.scene.printing import cut

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
"""How far a body may move (metres) and tilt (degrees) as it settles."""

_SHOWN_M, _SHOWN_DEG = 5e-4, 0.1
"""The smallest distance and turn that the text of a move names."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A relation that could not be read, and was left out.

    `number`: its place among the program's relations, from 1. `text`: the relation with its names, as written. `line`: in the
    program; None if unknown. `in_part`: only some of its names could not be read (one chair of eight).
    """

    number: int
    text: str
    why: str
    line: int | None = None
    in_part: bool = False

    def to_json(self) -> dict[str, object]:
        return {
            "number": self.number,
            "relation": self.text,
            "why": self.why,
            "line": self.line,
            "in_part": self.in_part,
        }


@dataclass(frozen=True, eq=False)
class LayoutReport:
    """What a layout, or a check of one, found.

    `certificate`: judges the scene after the layout; the scene as it was where nothing could be changed or a repair is only
    offered. `conflicts`: what cannot hold, by numbers of bodies and constraints of `problem`. `seconds`: by part. `moves`: the
    bodies that moved. `offer`: a repair that changes much and was not applied. `relations`: of the program, in its order.
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

    def __repr__(self) -> str:
        return cut(f"LayoutReport({self.summary()}", 159) + ")"

    @property
    def fidelity(self) -> Fidelity:
        """How many of the written poses are kept."""
        return fidelity_of(len(self.problem.bodies), self.moves, self.assemblies_changed)

    @property
    def kept(self) -> tuple[str, ...]:
        """Paths of the bodies that stand exactly as they were written."""
        moved = {m.path for m in self.moves}
        return tuple(p for p in self.problem.bodies.path if p not in moved)

    @property
    def joined(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Groups of bodies that keep their relative poses: the paths of each, and the reason."""
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
        """Paths of bodies that settle by more than `MOST_SHIFT_M` or `MOST_TILT_DEG`, the furthest move first."""
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
        """Whether there are no violations and no conflicts, every relation that can be read holds, and nothing falls."""
        return not self.conflicts and self.certificate.certified and not self.failing and not self.fell

    @property
    def complete(self) -> bool:
        """Whether it holds, every relation could be read, and no repair is offered."""
        return self.holds and not self.problem.unread and self.offer is None

    @property
    def total_seconds(self) -> float:
        """Seconds of everything but the settling."""
        return sum(v for k, v in self.seconds.items() if k != "settle")

    def to_json(self) -> dict[str, object]:
        """Plain values.

        ===================  ==========================================================================================
        ``collision_free``   bool: no two bodies intersect
        ``in_bounds``        bool: no body leaves the room
        ``placed``           int, of ``requested``: bodies that are inside, supported and free of collision
        ``relations``        list of ``{"text": str, "satisfied": bool, "residual": float | None, "reason": str}``; residual in
                             metres, None where the relation cannot be read; reason '' where it holds
        ``support``          float, 0 to 1: share of the bodies that are supported
        ``navigable``        float, 0 to 1: share of the free floor that one can walk to from a door
        ``clearance``        float, 0 to 1: share of the requested clearances that are free
        ``settle``           ``{"max_shift_m": float, "max_tilt_deg": float, "fell": list of paths}``; None where no settling was
                             asked for, or nothing was laid out
        ``seconds``          float: of everything but the settling; ``seconds_by_part`` has the seconds of each part
        ``conflicts``        list of ``{"says": str, "bodies": list of paths, "relations": list of str, "ways_out": list of str,
                             "proved": bool}``
        ``moved``            list of ``{"path": str, "from": [x, y, z, yaw], "to": [x, y, z, yaw], "distance_m": float,
                             "turn_deg": float, "why": str}``, the furthest move first; metres and degrees in the world frame, of
                             the centre of the bottom of the body's box
        ``kept``             paths of the bodies that stand as written
        ``joined``           list of ``{"paths": list, "why": str}``: bodies that keep their relative poses
        ``unreadable``       list of ``{"number": int, "relation": str, "why": str, "line": int | None, "in_part": bool}``:
                             relations that were left out; `number` counts from 1
        ``fidelity``         how many of the written poses are kept: ``bodies``, ``moved``, ``closed`` (moved by so little that it
                             only closes a gap), ``unmoved_share``, ``median_move_m``, ``largest_move_m``, ``largest_turn_deg``,
                             ``assemblies_changed``
        ``offered``          None, or a repair that was not applied since it changes much: ``{"why": str, "moves": as `moved`,
                             "remaining": list of str}``
        ``slight``           list: overlaps and gaps too small to be violations, with how to close each
        ``floating_parts``   list: parts of bodies that touch no other part
        ``unusual``          list of ``{"paths": [the body, what it stands on], "message": str}``: a floor lamp on a sofa; a warning
        ``floor``            ``{"level": float, "areas": [{"reached": bool, "area_m2": float, "outline": [[x, z], ...], "holes":
                             list of outlines}]}``: where a person fits, to 5 cm, and whether they can walk there; world frame
        ``spaces``           list of ``{"path": str, "what": str, "polygon": [[x, z], ...], "free": float, "kept": bool,
                             "inside": list of paths}``: floor that should stay free. `what`: 'door' (path ''), 'front', 'back',
                             'left', 'right', or 'seat': room to sit down
        ===================  ==========================================================================================

        Also: ``holds`` (bool: see :attr:`holds`), ``complete`` (bool: see :attr:`complete`), ``certified`` (bool: no violations),
        ``doors_free`` and ``windows_free`` (bool), ``in_bounds_by_rays`` (float), ``unreached`` (paths of bodies that cannot be walked to),
        ``violations`` (list of ``{"kind": str, "paths": list, "figure_m": float, "place": [x, y, z], "message": str}``) and
        ``notes`` (list of str).
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

    def conflict_json(self, conflict: Conflict) -> dict[str, object]:
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
        unread_part = [f"{_counted(unread, 'relation', 'relations')} cannot be read"] if unread else []
        if self.conflicts:
            more = "" if len(self.conflicts) == 1 else f" (and {len(self.conflicts) - 1} more conflicts)"
            begin = "laid out but for this" if self.moves else "this cannot be laid out"
            return ", ".join([f"{begin}: {self.conflicts[0].says}{more}", *self._moved_in_short(), *unread_part])
        if self.holds:
            good = [f"{c.placed} of {c.requested} bodies placed"]
            good += [f"{self.readable} relations hold"] if self.readable else []
            if c.unusual:
                good.append(
                    f"{_counted(len(c.unusual), 'thing stands', 'things stand')} where such things usually do not"
                )
            return ", ".join([*good, *self._moved_in_short(), *unread_part])
        wrong = [_counted(len(c.violations), "violation", "violations")] if c.violations else []
        if self.failing:
            wrong.append(f"{self.failing} of {_counted(self.readable, 'relation', 'relations')} not met")
        if self.fell:
            wrong.append(_counted(len(self.fell), "body falls", "bodies fall"))
        sentence = f"the layout does not hold: {', '.join([*wrong, *self._moved_in_short(), *unread_part])}"
        return sentence if self.offer is None else f"{sentence}; {self.offered_text()}"

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
    if move.distance_m >= _SHOWN_M or move.turn_deg < _SHOWN_DEG:
        upright = "" if abs(rise) <= 0.98 * move.distance_m else " up" if rise > 0.0 else " down"
        how.append(f"{metres(move.distance_m)}{upright}")
    if move.turn_deg >= _SHOWN_DEG:
        how.append(f"turned {move.turn_deg:.3g} degrees")
    return f"{move.path.split('/', 1)[-1]} {', '.join(how)}{f': {move.why}' if move.why else ''}"


def slight_text(slight: Slight) -> str:
    """A small overlap or gap for people: 'hearth overlaps floor by 2.0 mm'."""
    names = [p.split("/", 1)[-1] for p in slight.paths]
    others = ", ".join(names[1:]) or "the room"
    if slight.kind is SlightKind.GAP:
        return f"{names[0]} is {metres(slight.figure)} off what holds it{f' ({others})' if names[1:] else ''}"
    return f"{names[0]} overlaps {others} by {metres(slight.figure)}"


def report_of(result: LayoutResult) -> LayoutReport:
    """The report of what :func:`scenewright.scene.layout.layout.solve_scene` returned."""
    unread = {f"relation {k}: {why}" for k, why in result.problem.unread.items()}  # `unreadable` lists these
    return LayoutReport(
        result.certificate,
        result.problem,
        result.conflicts,
        tuple(n for n in result.notes if n not in unread),
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
    apart: Collection[str] = (),
    job: Job | None = None,
) -> LayoutReport:
    """Certify a scene as it is, without changing it.

    Args:
        provider: where catalogue objects come from.
        root: the scene folder.
        settle: also let it settle under gravity.
        apart: paths of bodies that count as bodies of their own, although they touch others: what moves.

    Raises:
        LayoutError: a size is no number, its supports run in a circle, or it holds too many bodies, or too many in one place.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="certifying")
    begun = time.monotonic()
    job.tick(0.05, "reading bodies and relations")
    problem = read_problem(scene, provider, root, apart=apart, job=job)
    read = time.monotonic()
    job.tick(0.1, "certifying")
    certificate = certify(scene, provider=provider, root=root, problem=problem, job=job.part(0.1, 0.5))
    seconds = {"read": read - begun, "certify": time.monotonic() - read}
    if settle:
        from scenewright.scene.layout.certify import settle as let_settle

        before = time.monotonic()
        job.tick(0.5, "letting it settle")
        settled = let_settle(scene, provider=provider, root=root, problem=problem, job=job.part(0.5))
        job.check()  # a settling that was cut short says nothing
        certificate = certificate.settled(settled)
        seconds["settle"] = time.monotonic() - before
    report = LayoutReport(certificate, problem, (), problem.notes, seconds, relations=scene.relations)
    # conflicts explain why something may not be able to hold
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
