"""Repair in program space: remove violations by small changes of a program's own numbers.

This serves programs that place things by loops and arithmetic. A number that a loop shares moves all bodies of the loop, so that a
regular arrangement stays regular. Evaluations measure which numbers move which bodies, and how
(:mod:`scenewright.scene.layout.program.number_motion`); changes are tried on predicted scenes, and only the chosen change is
evaluated. The choice is greedy: the greatest reduction of violation for the least motion, weighted by volume, of the fewest numbers.
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
"""Units of effort (:mod:`scenewright.scene.layout.search.effort`) of running the program, and those for each row of its scene."""

_EFFORT = 10_000.0
"""Default units of effort of a repair."""


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A changed number: its value before and after, its line in the new text, from 1, and the text of that line."""

    line: int
    old: float
    new: float
    text: str


@dataclass(frozen=True, slots=True)
class Repair(EditResult):
    """The result of a repair.

    `changes`: of the program's numbers. `arranged`: the edit of single bodies that the numbers could not repair; None where that
    was not needed or not requested, or was refused. `refused`: the reason for that. `left`: violations that remain. `evaluations`: how
    often the program ran. `stopped_by_clock`: the clock ended it, so that the result may differ on another machine.
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
    """The budget is used up, or the repair was cancelled."""


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
    """Remove the violations of a program by changing as few of its numbers as little as possible.

    Args:
        source, scene: the text and its scene.
        violations: returns the violations of a scene: paths of the bodies, and depth in metres. It is called often, also for
            predicted scenes.
        evaluate: runs a text, as :func:`scenewright.scene.language.running.program.evaluate` with the same seed and assets.
        heights: also raise and lower bodies; only if `violations` includes floating bodies.
        arrange: returns poses for what the numbers alone could not repair; called once. Without it the rest is left.
        evaluations, effort: the search ends with its best result when either is used up. An effort may be a number of units.
        cancelled: checked all the time where `effort` is a number; an :class:`Effort` has its own.

    Returns:
        The best text; `source` itself where no number helps.
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
    if state.remaining and arrange is not None:
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
        left=state.remaining,
        evaluations=budget.used + (arranged is not None),
        seconds=time.monotonic() - begun,
        stopped_by_clock=effort.stopped_by_clock,
    )


class _State:
    """The best text so far, and the ties of numbers that were changed for it. `written`: the text before single bodies were arranged."""

    def __init__(self, source: str, scene: Scene, violations: Violations) -> None:
        self.violations = violations
        self.source = self.written = source
        self.scene = scene
        self.remaining: Found = tuple(violations(scene))
        self.ties: dict[frozenset[int], None] = {}

    def take(self, source: str, scene: Scene, remaining: Found) -> None:
        self.source = self.written = source
        self.scene, self.remaining = scene, remaining


def _search(state: _State, budget: _Budget, heights: bool) -> None:
    motion = ProgramMotion(state.source, MovedBodies(state.scene), budget, heights=heights)
    while state.remaining:
        changed = _improve(state, motion, budget.charge)
        if changed is None:
            return
        before = motion
        motion = ProgramMotion(state.source, MovedBodies(state.scene), budget, heights=heights)
        motion.keep(before, changed)


def _improve(state: _State, motion: ProgramMotion, charge: Callable[[float], None]) -> set[int] | None:
    """Apply the best change that an evaluation confirms, and return its numbers; None where there is none."""
    hopeless: set[frozenset[int]] = set()
    search = NumberSearch(motion, state.violations, hopeless, charge)
    for step in search.steps(state.remaining):
        text, _ = motion.numbers.changed(step.by)
        try:
            scene = motion.evaluate(text)
        except ProgramError:
            continue
        remaining = tuple(state.violations(scene)) if scene.paths == state.scene.paths else None
        if remaining is not None and total(remaining) < total(state.remaining) - _GAIN:
            state.take(text, scene, remaining)
            state.ties.update(dict.fromkeys(step.ties))
            return set(step.by)
    return None


def _undo_needless(state: _State, original: str, budget: _Budget) -> None:
    """Undo each change that later ones made needless; numbers that changed together are undone together."""
    for tie in state.ties if len(state.ties) > 1 else ():
        back = {i: -by for i, by in _differences(original, state.source).items() if i in tie}
        text, _ = ProgramNumbers(state.source).changed(back)
        try:
            scene = budget(text)
        except ProgramError:
            continue
        remaining = tuple(state.violations(scene))
        if total(remaining) <= total(state.remaining) + 1e-9:
            state.take(text, scene, remaining)


def _arranged(state: _State, arrange: Callable[[Scene], Arrange], evaluate: Evaluate) -> ArrangeResult:
    result = apply_edit(state.source, arrange(state.scene), evaluate, scene=state.scene)
    assert isinstance(result, ArrangeResult)
    state.source, state.scene = result.source, result.scene
    state.remaining = tuple(state.violations(result.scene))
    return result


def _differences(old: str, new: str) -> dict[int, float]:
    """Index of a number -> its value in `new` minus that in `old`; the texts must differ in numbers alone."""
    pairs = zip(ProgramNumbers(old).numbers, ProgramNumbers(new).numbers, strict=True)
    return {a.index: b.value - a.value for a, b in pairs if abs(b.value - a.value) > 1e-9}


def _changes(old: str, new: str) -> tuple[NumberChange, ...]:
    before, after = ProgramNumbers(old), ProgramNumbers(new)
    changed = (after.numbers[i] for i in _differences(old, new))
    return tuple(NumberChange(n.line, before.numbers[n.index].value, n.value, after.line_of(n.index)) for n in changed)
