"""What the search could not serve is narrowed down: without any one of the set's members the rest can be laid out."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import Problem
from scenewright.scene.layout.feasibility import find_conflicts, narrow, narrowing
from scenewright.scene.layout.feasibility.parts import without
from scenewright.scene.layout.search import Effort, Solution, proposals, solve
from scenewright.scene.model import Room
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import JUDGE, with_parents


def answer(problem: Problem, unplaced: Collection[int], failing: Collection[int]) -> Solution:
    def ints(values: Collection[int]) -> np.ndarray:
        return np.array(sorted(values), dtype=np.int32)

    return Solution(problem.bodies.initial, ints(unplaced), ints(failing), 0.0, 0, 1)


def related(count: int) -> Problem:
    """Relations between things in a row, each with the next."""
    things = {f"t{k}": Thing((0.3, 0.3, 0.3)) for k in range(count + 1)}
    return problem_of(things, *[("near", f"t{k}", f"t{k + 1}", {}) for k in range(count)])


def that_forbids(clashes: Collection[frozenset[int]]) -> Callable[[Problem, Effort], Solution]:
    """A solver to which some sets of relations, by their numbers in the program, cannot hold together."""

    def solved(problem: Problem, effort: Effort, tries: int = 1) -> Solution:
        there = {c.relation: k for k, c in enumerate(problem.constraints)}
        active = sorted((clash for clash in clashes if clash <= there.keys()), key=len)
        dropped: set[int] = set()
        for clash in active:
            dropped |= set() if clash & dropped else {max(clash)}
        for number in sorted(dropped):  # no more than needs be
            dropped -= {number} if all(clash & (dropped - {number}) for clash in active) else set()
        failing = {there[number] for number in dropped}
        return answer(problem, (), failing)

    return solved


@settings(max_examples=50, deadline=None)
@given(st.sets(st.frozensets(st.integers(0, 8), min_size=1, max_size=4), min_size=1, max_size=4))
def test_relations_are_narrowed_to_what_cannot_hold_together(clashes):
    problem = related(9)
    solved = that_forbids(clashes)
    found = narrow(problem, solved(problem, Effort()), solved, Effort())
    assert found
    for conflict in found:
        named = set(conflict.constraints)
        assert any(clash <= named for clash in clashes)
        for number in named:
            left = named - {number}
            assert not any(clash <= left for clash in clashes), (named, number)
        assert not conflict.proved
        assert all(problem.constraints[k].text in conflict.says for k in named)
        assert len(conflict.ways_out) == len(named)
        assert set(conflict.bodies) == {b for k in named for b in problem.constraints[k].bodies}


def that_holds_no_more_than(room: float) -> Callable[[Problem, Effort], Solution]:
    """A solver to which a floor holds so many square metres, in whatever way."""

    def solved(problem: Problem, effort: Effort, tries: int = 1) -> Solution:
        left, unplaced = room, set()
        for b, (w, d) in enumerate(problem.bodies.half):
            left -= 4.0 * w * d if problem.parent[b] < 0 else 0.0
            if left < -1e-9 and problem.parent[b] < 0:
                unplaced.add(b)
                left += 4.0 * w * d
        return answer(problem, unplaced, ())

    return solved


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=9), st.integers(1, 20), st.integers(0, 3))
def test_bodies_are_narrowed_down_to_what_has_no_room_together(sizes, room, carried):
    things = {f"t{k}": Thing((float(s), 0.5, 1.0)) for k, s in enumerate(sizes)}
    things |= {f"cup{k}": Thing((0.1, 0.1, 0.1)) for k in range(carried)}
    problem = with_parents(problem_of(things), {len(sizes) + k: 0 for k in range(carried)})
    solved = that_holds_no_more_than(float(room))
    solution = solved(problem, Effort())
    found = narrow(problem, solution, solved, Effort())
    assert bool(found) is (sum(sizes) > room)
    for conflict in found:
        taken = [sizes[b] for b in conflict.bodies]
        assert sum(taken) > room
        assert all(sum(taken) - size <= room for size in taken)
        assert not conflict.proved
        assert all(f"t{b}" in conflict.says for b in conflict.bodies)


def test_without_more_effort_a_set_is_whole_or_said_unknown():
    """Every layout that is tried takes a thousand units."""
    problem = related(9)
    clash = frozenset({0, 3, 4, 7})
    plain = that_forbids([clash])
    for thousands in range(1, 30):
        effort = Effort(1000.0 * thousands)

        def solved(trial: Problem, part: Effort, tries: int = 1, *, most: float = 500.0 * thousands) -> Solution:
            assert part.left <= most
            part.charge(1000.0)
            return plain(trial, part)

        (found,) = narrow(problem, plain(problem, Effort()), solved, effort)
        failing = set(plain(problem, Effort()).failing.tolist())
        if "before it was known" in found.says:
            assert set(found.constraints) == failing
            assert found.ways_out[0] == "lay it out again with more effort"
        else:
            assert clash <= set(found.constraints)
            assert len(found.constraints) <= 1 + narrowing.TELLING
        assert effort.spent <= 1000.0 * (thousands + 1)
    assert set(found.constraints) == clash


def test_without_effort_nothing_is_tried_and_all_unserved_named():
    problem = related(3)
    solution = that_forbids([frozenset({0, 1})])(problem, Effort())

    def never(trial: Problem, effort: Effort, tries: int = 1) -> Solution:
        raise AssertionError("tried")

    (found,) = narrow(problem, solution, never, Effort(0.0))
    assert set(found.constraints) == set(solution.failing.tolist())
    assert "before it was known" in found.says
    without_place, relation = narrow(problem, answer(problem, (2, 0), (1,)), never, Effort(0.0))
    assert {0, 2} <= set(without_place.bodies)
    assert relation.constraints == (1,)
    assert narrow(problem, answer(problem, (), ()), never, Effort()) == []


def test_things_leave_with_their_relation_and_others_renumber():
    things = {n: Thing((1.0, 0.5, 1.0)) for n in "abcd"}
    problem = problem_of(things, ("near", "c", "d", {}), ("symmetric", "a", ("c", "d"), {}), ("near", "a", "b", {}))
    seen: list[Problem] = []

    def solved(trial: Problem, effort: Effort, tries: int = 1) -> Solution:
        seen.append(trial)
        return that_holds_no_more_than(3.0)(trial, effort)

    (found,) = narrow(problem, solved(problem, Effort()), solved, Effort())
    assert set(found.bodies) == {0, 1, 2, 3}
    for trial in seen[1:]:
        names = [p.rsplit("/", 1)[-1] for p in trial.bodies.path]
        assert [len(trial.bodies.boxes), len(trial.parent), len(trial.surface)] == [len(names)] * 3
        assert [trial.constraints[k].text for k in range(len(trial.constraints))] == [
            c.text for c in problem.constraints if {"abcd"[b] for b in c.bodies} <= set(names)
        ]
        for c in trial.constraints:
            original = next(o for o in problem.constraints if o.text == c.text)
            assert [names[b] for b in c.bodies] == ["abcd"[b] for b in original.bodies]


# -- with the solver itself ------------------------------------------------------------------------------------------------------


def real(problem: Problem, effort: Effort, tries: int = 1) -> Solution:
    return solve(problem, JUDGE, proposals.sample, effort=effort.part(150.0), starts=1)


def test_blocks_that_no_bound_refuses_are_narrowed_by_solving():
    """Four squares fit by their area and not by their sides; a fifth thing is small and in nobody's way."""
    width = 0.9
    things = {f"b{k}": Thing((width, 0.5, width)) for k in range(4)} | {"bin": Thing((0.2, 0.3, 0.2))}
    problem = problem_of(things, room=Room(1.9 * width, 2.5 * width, 2.5))
    assert find_conflicts(problem) == []
    solution = real(problem, Effort())
    assert len(solution.unplaced)
    (found,) = narrow(problem, solution, real, Effort())
    assert 4 not in found.bodies
    assert len(found.bodies) == 3  # two side by side are too wide, three one behind the other too deep
    left_out = [b for b in range(5) if b not in found.bodies]
    for drop in found.bodies:
        alone = without(problem, [*left_out, drop])
        assert real(alone, Effort()).unplaced.tolist() == []


def test_relations_that_no_bound_refuses_are_narrowed_by_solving():
    things = {n: Thing((0.5, 0.5, 0.5)) for n in "abcd"}
    relations = [
        ("near", "d", "a", {}),
        ("next_to", "a", "b", {}),
        ("parallel", "c", "d", {}),
        ("in_corner", "a", None, {}),
        ("centered", "b", "room", {}),
    ]
    problem = problem_of(things, *relations, room=Room(6.0, 6.0, 2.5))
    solution = real(problem, Effort())
    assert len(solution.failing)
    found = narrow(problem, solution, real, Effort())
    assert {c.constraints for c in found} == {(1, 3, 4)}
