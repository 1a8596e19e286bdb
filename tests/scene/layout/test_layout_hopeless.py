"""What cannot be served at all is found among few bodies, while it is searched for; and is worked on no more."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import Problem, Support
from scenewright.scene.layout.feasibility import hopeless, untold
from scenewright.scene.layout.feasibility.parts import carriers, freed, of_bodies, without
from scenewright.scene.layout.search import Effort, Solution, proposals, solve
from scenewright.scene.model import Room
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import JUDGE, arranged, with_parents

CUP = Thing((0.1, 0.1, 0.1), support=Support.SURFACE)


def trial(problem: Problem, effort: Effort, tries: int = 1) -> Solution:
    return solve(problem, JUDGE, proposals.sample, effort=effort, starts=2, patience=12 * tries)


def answer(problem: Problem, unplaced: list[int], failing: list[int]) -> Solution:
    poses = problem.bodies.initial
    return Solution(poses, np.array(unplaced, np.int32), np.array(failing, np.int32), 0.0, 0, 1)


def looked(problem: Problem, unplaced: list[int], failing: list[int], **options):
    return hopeless(problem, answer(problem, unplaced, failing), trial, Effort(), **options)


# -- parts of a problem -------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-1, 6), min_size=8, max_size=8), st.sets(st.integers(0, 7), min_size=1), st.data())
def test_a_part_holds_its_carriers_and_asks_the_same_of_them(on, chosen, data):
    parents = {b: p for b, p in enumerate(on) if 0 <= p < b}
    things = {f"t{k}": Thing((0.5, 0.1 + 0.1 * k, 0.5), (k, 0, 0), fixed=k == 7) for k in range(8)}
    problem = with_parents(
        problem_of(things, ("near", "t1", "t2", {}), ("aligned", "t0", "t3", {"axis": "x"})), parents
    )
    problem.bodies.fixed[7] = data.draw(st.booleans())
    there = carriers(problem, chosen)
    assert chosen <= there
    assert all(int(problem.parent[b]) in there | {-1} for b in there)
    asked = [c for c in problem.constraints if set(c.bodies) <= there]
    part = of_bodies(problem, chosen, asked)
    names = [p.rsplit("/", 1)[-1] for p in part.bodies.path]
    assert {f"t{b}" for b in there} <= set(names) <= {f"t{b}" for b in there} | {"t7"}
    for b, name in enumerate(names):
        old = int(name[1:])
        if old not in there:
            assert part.bodies.fixed[b]
            continue
        assert part.bodies.height[b] == problem.bodies.height[old]
        assert part.parent[b] == (-1 if problem.parent[old] < 0 else names.index(f"t{problem.parent[old]}"))
    for mine, theirs in zip(part.constraints, asked, strict=True):
        assert [names[b] for b in mine.bodies] == [f"t{b}" for b in theirs.bodies]
        assert mine.text == theirs.text


def test_what_is_left_out_takes_its_load_and_its_relations_along():
    things = {n: Thing((0.5, 0.5, 0.5)) for n in "abcd"}
    problem = with_parents(problem_of(things, ("near", "a", "b", {}), ("near", "c", "d", {})), {1: 0, 2: 1})
    left = without(problem, [0])
    assert left.bodies.path == ("scene/d",)
    assert left.constraints == ()
    assert [c.text for c in without(problem, [3]).constraints] == ["near(a, b)"]


def test_a_relation_frees_a_body_from_its_carrier():
    things = {"shelf": Thing((1, 1, 1)), "desk": Thing((1, 1, 1)), "cup": CUP}
    problem = problem_of(things, ("on", "cup", "desk", {}), ("in_front_of", "cup", "shelf", {}))
    problem = with_parents(problem, {2: 0})
    on, before = problem.constraints
    assert freed(problem, 2, on).parent.tolist() == [-1, -1, 1]
    floored = freed(problem, 2, before)
    assert floored.parent.tolist() == [-1, -1, -1]
    assert floored.bodies.support[2] is Support.FLOOR
    assert problem.parent.tolist() == [-1, -1, 0]


# -- what is hopeless ---------------------------------------------------------------------------------------------------------


def furnished(*relations: tuple, parents: dict[int, int] | None = None) -> Problem:
    things = {
        "cabinet": Thing((1.0, 0.9, 0.5), (-2, 0, -2)),
        "shelf": Thing((1.0, 1.2, 0.4), (1, 0, -2)),
        "bottle": Thing((0.1, 0.3, 0.1), (-2, 0.9, -2), support=Support.SURFACE),
        "chair": Thing((0.5, 0.9, 0.5), (0, 0, 1)),
        "stool": Thing((0.4, 0.5, 0.4), (1, 0, 1)),
    }
    return with_parents(problem_of(things, *relations), {2: 0} if parents is None else parents)


def test_relations_that_put_one_thing_in_two_places_conflict():
    problem = furnished(("near", "chair", "stool", {}), ("on", "bottle", "cabinet", {}), ("on", "bottle", "shelf", {}))
    (found,) = looked(problem, [], [2])
    assert found.constraints == (1, 2)
    assert not found.proved
    problem = furnished(("on", "bottle", "cabinet", {}), ("in_front_of", "bottle", "cabinet", {}))
    (found,) = looked(problem, [], [1])
    assert found.constraints == (0, 1)
    assert found.ways_out == ("drop on(bottle, cabinet)", "drop in_front_of(bottle, cabinet)")


def test_what_cannot_hold_by_itself_is_told_alone():
    problem = furnished(("far", "chair", "stool", {}), ("hanging", "cabinet", None, {}))
    (found,) = looked(problem, [], [0, 1])
    assert found.constraints == (1,)


def test_what_can_hold_is_not_hopeless():
    """Other relations are asked only at the second look."""
    three = (
        ("next_to", "chair", "stool", {}),
        ("centered", "stool", "room", {}),
        ("in_corner", "chair", None, {}),
        ("near", "shelf", "chair", {"lo": 0.0, "hi": 6.0}),
    )
    problem = furnished(*three)
    assert looked(problem, [], [2]) == []
    (found,) = looked(problem, [], [2], alone=False)
    assert found.constraints == (0, 1, 2)
    assert looked(furnished(*three[:2]), [], [0, 1], alone=False) == []
    assert looked(problem, [], [2], alone=False, known=[found]) == []


def test_a_full_carrier_is_told_with_all_that_find_no_place():
    cups = {f"cup{k}": Thing((0.4, 0.1, 0.3), support=Support.SURFACE) for k in range(4)}
    things = {"table": Thing((2, 0.7, 1)), "tray": Thing((0.5, 0.05, 0.5)), **cups, "mug": CUP}
    problem = with_parents(problem_of(things), dict.fromkeys(range(2, 6), 1) | {6: 0})
    (found,) = looked(problem, [4, 5], [])
    assert len(found.bodies) == 2
    assert set(found.bodies) <= {2, 3, 4, 5}
    assert "on tray" in found.says
    assert all(f"cup{k - 2}" in found.says for k in (4, 5))
    assert untold(problem, answer(problem, [4, 5, 6], []), [found]) == [6]
    assert looked(problem, [6], []) == []  # there is room for it
    assert looked(problem_of(things), [4, 5], []) == []  # of the floor nothing is said here


def test_what_holds_with_more_tries_is_not_hopeless():
    problem = furnished(("near", "chair", "stool", {}), ("hanging", "cabinet", None, {}))
    asked: list[int] = []

    def lazy(part: Problem, effort: Effort, tries: int = 1) -> Solution:
        asked.append(tries)
        return answer(part, [], [] if tries > 1 else [0])

    assert hopeless(problem, answer(problem, [], [1]), lazy, Effort()) == []
    assert asked[0] == 1
    assert asked[-1] > 1


def test_without_effort_nothing_is_called_hopeless():
    problem = furnished(("on", "bottle", "cabinet", {}), ("on", "bottle", "shelf", {}))
    assert hopeless(problem, answer(problem, [2], [1]), trial, Effort(0.0)) == []


# -- in the search ----------------------------------------------------------------------------------------------------------------


def test_what_is_given_up_weighs_next_to_nothing_and_is_reported():
    problem = furnished(("near", "chair", "stool", {}), ("far", "chair", "stool", {}))
    arrangement = arranged(problem)
    for b, pose in enumerate(problem.bodies.initial):
        arrangement.put(b, pose)
    assert arrangement.unserved == ([], [1])
    before = arrangement.total
    arrangement.give_up([], [1])
    arrangement.give_up([], [1])
    assert arrangement.unserved == ([], [])
    assert arrangement.failing == [1]
    assert 0.0 < arrangement.total == pytest.approx(1e-3 * before)
    arrangement.take(3)
    assert arrangement.unserved == ([3], [])
    arrangement.give_up([3], [])
    assert arrangement.unserved == ([], [])
    assert arrangement.missing == [3]


def test_the_solver_ends_when_all_that_is_left_is_hopeless():
    """It asks what is hopeless where it gets no further."""
    problem = furnished(
        ("near", "chair", "stool", {}), ("far", "chair", "stool", {}), ("in_corner", "cabinet", None, {})
    )
    asked: list[tuple[list[int], int]] = []

    def look(solution: Solution, number: int) -> tuple[list[int], list[int]]:
        asked.append((solution.failing.tolist(), number))
        return [], solution.failing.tolist() if number else []

    solution = solve(problem, JUDGE, proposals.sample, effort=np.inf, hopeless=look)
    assert [number for _, number in asked] == [0, 1]
    assert solution.starts == 1
    assert solution.failing.tolist() == asked[-1][0]
    assert len(solution.failing) == 1
    assert set(solution.failing.tolist()) < {0, 1}


def test_what_is_not_hopeless_is_searched_for_in_further_starts():
    problem = problem_of(
        {"a": Thing((0.9, 0.5, 0.9)), "b": Thing((0.9, 0.5, 0.9)), "c": Thing((0.9, 0.5, 0.9))},
        room=Room(1.7, 1.7, 2.5),
    )
    asked = []
    solution = solve(
        problem, JUDGE, proposals.sample, effort=np.inf, hopeless=lambda found, number: asked.append(number) or ([], [])
    )
    assert len(solution.unplaced) == 2
    assert solution.starts == 3
    assert asked == [0, 1]


def test_the_solver_that_serves_everything_asks_nothing():
    def never(solution: Solution, number: int) -> tuple[list[int], list[int]]:
        raise AssertionError("asked")

    problem = furnished(("near", "chair", "stool", {}), ("in_corner", "cabinet", None, {}))
    assert solve(problem, JUDGE, proposals.sample, hopeless=never).failing.tolist() == []


def test_what_the_program_alone_stands_a_thing_on_is_said():
    problem = furnished(("in_front_of", "bottle", "cabinet", {}))
    (found,) = looked(problem, [], [0])
    assert found.constraints == (0,)
    assert found.says.endswith("while bottle stands on cabinet")
    assert "stand bottle elsewhere than on cabinet" in found.ways_out
