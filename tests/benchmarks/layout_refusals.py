"""Whether a room that cannot hold is refused, with the set that conflicts; and whether that set is minimal: without any one of
its members the rest is laid out."""

from __future__ import annotations

import time
from dataclasses import dataclass

from scenewright.scene.errors import LayoutError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import LayoutResult, solve_scene
from tests.benchmarks.layout_impossible import ImpossibleRoom

__all__ = ["Refusal", "refusal_of"]

Members = frozenset[int] | frozenset[str]


@dataclass(frozen=True)
class Refusal:
    """`named`: the set that is said to conflict: numbers of relations, or names of things. `right`: it is the one that is known.
    `minimal`: without any one member the rest was laid out. `unchanged`: the text. `proved`: by a bound, not by trying.
    `seconds`, `process`: until the answer, wall clock and processor."""

    reason: str
    refused: bool
    unchanged: bool
    right: bool
    minimal: bool
    proved: bool
    seconds: float
    process: float
    says: tuple[str, ...]
    named: Members

    @property
    def good(self) -> bool:
        return self.refused and self.unchanged and self.right and self.minimal


def refusal_of(room: ImpossibleRoom, limit: float) -> Refusal:
    """What the solver makes of a room with `limit` units of effort."""
    text = room.program()
    begun, process = time.perf_counter(), time.process_time()
    answer = _laid_out(text, limit)
    seconds, process = time.perf_counter() - begun, time.process_time() - process
    if isinstance(answer, LayoutError):
        says, proved, unchanged = (str(answer),), True, True
        named: Members = frozenset(k for k, r in enumerate(room.relations) if _plain(r) in says[0])
    else:
        says = tuple(c.says for c in answer.conflicts)
        proved = all(c.proved for c in answer.conflicts)
        unchanged = answer.source == text
        named = _named(answer) if len(answer.conflicts) == 1 else frozenset()
    minimal = bool(named) and all(_solved(room.program(without=member), limit) for member in sorted(named, key=str))
    return Refusal(
        room.reason, bool(says), unchanged, named in room.conflicts, minimal, proved, seconds, process, says, named
    )


def _laid_out(text: str, limit: float) -> LayoutResult | LayoutError:
    try:
        return solve_scene(text, evaluate_here(text), evaluate_here, written=False, effort=limit, settle=False)
    except LayoutError as error:
        return error


def _named(result: LayoutResult) -> Members:
    """The members of its one conflict: its relations, or where it has none its things."""
    conflict = result.conflicts[0]
    if conflict.constraints:
        return frozenset(result.problem.constraints[k].relation for k in conflict.constraints)
    return frozenset(result.problem.bodies.path[b].rsplit("/", 1)[-1] for b in conflict.bodies)


def _plain(relation: str) -> str:
    return relation.replace("'", "")


def _solved(text: str, limit: float) -> bool:
    answer = _laid_out(text, limit)
    return (
        isinstance(answer, LayoutResult)
        and not answer.conflicts
        and answer.certificate.certified
        and all(r.satisfied for r in answer.certificate.relations)
    )
