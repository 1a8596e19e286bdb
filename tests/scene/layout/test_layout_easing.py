"""What is let go of where not everything can hold: the least of each conflict, never what holds a body up."""

from __future__ import annotations

from dataclasses import replace

from scenewright.scene.layout.feasibility import eased, find_conflicts, with_constraints
from tests.support.layout_cases import Thing, problem_of

THINGS = {n: Thing((0.5, 0.5, 0.5)) for n in "abcd"}


def test_a_problem_that_can_hold_keeps_everything():
    problem = problem_of(THINGS, ("near", "a", "b", {}), ("next_to", "c", "d", {}))
    assert eased(problem) == [0, 1]


def test_each_conflict_loses_its_lightest_and_last_soft_relation():
    problem = problem_of(
        THINGS,
        ("next_to", "a", "b", {}),
        ("far", "a", "b", {}),
        ("near", "c", "d", {}),
        ("next_to", "c", "b", {}),
        ("far", "c", "b", {}),
    )
    assert eased(problem) == [0, 2, 3]  # the last of equals
    hard, far, near, light, last = problem.constraints
    said = (replace(hard, hard=True), replace(far, weight=3.0), near, replace(light, weight=0.5), last)
    problem = replace(problem, constraints=said)
    assert find_conflicts(problem)
    kept = eased(problem)
    assert kept == [0, 2, 4]  # hard before heavy, light before last
    assert find_conflicts(with_constraints(problem, kept)) == []


def test_what_holds_a_body_up_stays_though_it_conflicts():
    problem = problem_of(THINGS, ("on", "a", "b", {}), ("on", "b", "a", {}))
    assert eased(problem) == [0, 1]
