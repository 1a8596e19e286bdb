"""Repair in program space: small changes of a program's own numbers that take violations away.

For programs that put things by loops and arithmetic. A number that a loop shares moves all that the loop makes, so what was
regular stays so. Which numbers move which bodies, and how, is measured by evaluations
(:mod:`scenewright.scene.layout.program.number_motion`); changes are tried on the scene that these motions predict, and only
what is chosen is evaluated. The choice is greedy: the most violation taken away for the least motion, where a body weighs as
its volume, and for the fewest numbers.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.language.editing import Arrange, ArrangeResult, EditResult, Evaluate, ProgramNumbers, apply_edit
from scenewright.scene.layout.program.number_motion import MovedBodies, ProgramMotion
from scenewright.scene.layout.program.number_search import Found, NumberSearch, Violation, Violations, total
from scenewright.scene.layout.search import Effort, Stop, never
from scenewright.scene.model import Scene

__all__ = ["NumberChange", "Repair", "Violation", "Violations", "repair_program"]

_GAIN = 1e-4
"""Metres of violation that a change must take away."""

_EVALUATED, _EVALUATED_EACH = 20.0, 0.1
"""Units (:mod:`scenewright.scene.layout.search.effort`) that running the program takes, and more for each row of its scene."""

_EFFORT = 10_000.0
"""Units for a repair unless its caller says another number."""


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A number that was changed: its value before and after, and the line of the new text, from 1, that says it."""

    line: int
    old: float
    new: float
    text: str


@dataclass(frozen=True, slots=True)
class Repair(EditResult):
    """What a repair made.

    `changes`: of the program's numbers. `arranged`: what was written body by body for what these could not do; None where
    that was not needed, not asked for, or `refused`, with the reason. `left`: violations that remain. `evaluations`: how
    often the program ran. `stopped_by_clock`: the clock ended it, so that another machine may find something else.
    """

    changes: tuple[NumberChange, ...]
    arranged: ArrangeResult | None
    refused: str
    left: tuple[Violation, ...]
    evaluations: int
    seconds: float
    stopped_by_clock: bool = False

    @property
    def used(self) -> str:
        """'constants', 'arrange', 'constants and arrange' or 'nothing'."""
        used = ["constants"] * bool(self.changes) + ["arrange"] * (self.arranged is not None)
        return " and ".join(used) or "nothing"

    @property
    def operation(self) -> dict[str, Any]:
        """The repair as data, for a journal."""
        changes = [{"line": c.line, "old": c.old, "new": c.new} for c in self.changes]
        return {"kind": "repair", "changes": changes, "used": self.used}


class _Spent(Exception):
    """The budget is used up, or all is to stop."""


@dataclass
class _Budget:
    evaluate: Evaluate
    evaluations: int
    effort: Effort
    of_evaluating: float
    used: int = 0

    def charge(self, units: float) -> None:
        if self.used >= self.evaluations or self.effort():
            raise _Spent
        self.effort.charge(units)

    def __call__(self, source: str) -> Scene:
        self.charge(self.of_evaluating)
        self.used += 1
        return self.evaluate(source)


def repair_program(
    source: str,
    scene: Scene,
    violations: Violations,
    evaluate: Evaluate,
    *,
    heights: bool = False,
    arrange: Callable[[Scene], Arrange] | None = None,
    evaluations: int = 150,
    effort: Effort | float = _EFFORT,
    cancelled: Stop = never,
) -> Repair:
    """Change as few numbers of a program as little as will take its violations away.

    Args:
        source, scene: the text and what it evaluates to.
        violations: what is wrong with a scene: the paths of the bodies of each violation, and its depth in metres. It is
            asked often, also of scenes that are only predicted.
        evaluate: text to Scene, as :func:`scenewright.scene.language.running.program.evaluate` with seed and assets bound.
        heights: whether bodies may be lifted and lowered too; only where `violations` tells of what floats.
        arrange: the poses of what the numbers alone could not repair, asked once; without it the rest is left.
        evaluations, effort: the search ends when either is used up, with the best that it has. An effort as a number: of units.
        cancelled: asked all the time where `effort` is a number; an :class:`Effort` knows who cancels it.

    Returns:
        the best text found, which is `source` itself where no number helps.
    """
    begun = time.monotonic()
    effort = effort.part() if isinstance(effort, Effort) else Effort(effort, cancelled)
    budget = _Budget(evaluate, evaluations, effort, _EVALUATED + _EVALUATED_EACH * len(scene))
    state = _State(source, scene, violations)
    try:
        _search(state, budget, heights)
        _undo_needless(state, source, budget)
    except _Spent:
        pass
    arranged: ArrangeResult | None = None
    refused = ""
    if state.found and arrange is not None:
        try:
            arranged = _arranged(state, arrange, evaluate)
        except EditError as error:
            refused = str(error)
    how = "adjust" if arranged is not None and arranged.how == "adjust" else "literal"
    return Repair(
        source=state.source,
        scene=state.scene,
        how=how,
        path="",
        path_map={},
        changes=_changes(source, state.written),
        arranged=arranged,
        refused=refused,
        left=state.found,
        evaluations=budget.used + (arranged is not None),
        seconds=time.monotonic() - begun,
        stopped_by_clock=effort.stopped_by_clock,
    )


class _State:
    """The best text so far, and the sets of numbers that were changed for it. `written`: the same before anything was
    arranged."""

    def __init__(self, source: str, scene: Scene, violations: Violations) -> None:
        self.violations = violations
        self.source = self.written = source
        self.scene = scene
        self.found: Found = tuple(violations(scene))
        self.ties: dict[frozenset[int], None] = {}

    def take(self, source: str, scene: Scene, found: Found) -> None:
        self.source = self.written = source
        self.scene, self.found = scene, found


def _search(state: _State, budget: _Budget, heights: bool) -> None:
    motion = ProgramMotion(state.source, MovedBodies(state.scene), budget, heights=heights)
    while state.found:
        changed = _improve(state, motion, budget.charge)
        if changed is None:
            return
        before = motion
        motion = ProgramMotion(state.source, MovedBodies(state.scene), budget, heights=heights)
        motion.keep(before, changed)


def _improve(state: _State, motion: ProgramMotion, charge: Callable[[float], None]) -> set[int] | None:
    """Take the best change that an evaluation confirms, and name its numbers; None where there is none."""
    hopeless: set[frozenset[int]] = set()
    search = NumberSearch(motion, state.violations, hopeless, charge)
    for step in search.steps(state.found):
        text, _ = motion.numbers.changed(step.by)
        try:
            scene = motion.evaluate(text)
        except ProgramError:
            continue
        found = tuple(state.violations(scene)) if scene.paths == state.scene.paths else None
        if found is not None and total(found) < total(state.found) - _GAIN:
            state.take(text, scene, found)
            state.ties.update(dict.fromkeys(step.ties))
            return set(step.by)
    return None


def _undo_needless(state: _State, original: str, budget: _Budget) -> None:
    """Take back each change that the later ones made needless; numbers that changed together stay together."""
    for tie in state.ties if len(state.ties) > 1 else ():
        back = {i: -by for i, by in _differences(original, state.source).items() if i in tie}
        text, _ = ProgramNumbers(state.source).changed(back)
        try:
            scene = budget(text)
        except ProgramError:
            continue
        found = tuple(state.violations(scene))
        if total(found) <= total(state.found) + 1e-9:
            state.take(text, scene, found)


def _arranged(state: _State, arrange: Callable[[Scene], Arrange], evaluate: Evaluate) -> ArrangeResult:
    result = apply_edit(state.source, arrange(state.scene), evaluate, scene=state.scene)
    assert isinstance(result, ArrangeResult)
    state.source, state.scene = result.source, result.scene
    state.found = tuple(state.violations(result.scene))
    return result


def _differences(old: str, new: str) -> dict[int, float]:
    """How much greater each number of a text is than in another that differs from it in numbers alone."""
    pairs = zip(ProgramNumbers(old).numbers, ProgramNumbers(new).numbers, strict=True)
    return {a.index: b.value - a.value for a, b in pairs if abs(b.value - a.value) > 1e-9}


def _changes(old: str, new: str) -> tuple[NumberChange, ...]:
    before, after = ProgramNumbers(old), ProgramNumbers(new)
    changed = (after.numbers[i] for i in _differences(old, new))
    return tuple(NumberChange(n.line, before.numbers[n.index].value, n.value, after.line_of(n.index)) for n in changed)
