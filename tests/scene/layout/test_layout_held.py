"""Furniture that stays while other things are put anew is in the way as a wall is, and no wall."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scenewright.scene.layout import Problem
from scenewright.scene.layout.feasibility import find_conflicts
from scenewright.scene.layout.feasibility.parts import of_bodies
from scenewright.scene.layout.passages import Passage, kept_free
from scenewright.scene.layout.relations import holds, residual
from scenewright.scene.layout.search import proposals, solve
from scenewright.scene.layout.staying import held
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import JUDGE


def beside_a_bookcase(*, fixed: bool = False, **more: Thing) -> Problem:
    """A desk with its back at a high, narrow bookcase in the middle of a room."""
    things = {
        "bookcase": Thing((1.6, 2.0, 0.3), (0, 0, 0), fixed=fixed),
        "desk": Thing((1.4, 0.75, 0.7), (0, 0, 0.52)),
        **more,
    }
    return problem_of(things, ("against_wall", "desk", None, {}))


def stands_at_a_wall(problem: Problem) -> bool:
    (constraint,) = problem.constraints
    return bool(
        holds(constraint, residual(constraint, problem, [problem.bodies.initial[b] for b in constraint.bodies]))
    )


def only(problem: Problem, *free: int) -> Problem:
    return held(problem, np.isin(np.arange(len(problem.bodies)), free))


def test_a_partition_is_a_wall_and_a_held_bookcase_is_none():
    assert stands_at_a_wall(beside_a_bookcase(fixed=True))
    assert not stands_at_a_wall(beside_a_bookcase())
    assert not stands_at_a_wall(only(beside_a_bookcase(), 1))
    assert stands_at_a_wall(only(beside_a_bookcase(fixed=True), 1))


def test_holding_twice_holds_and_leaves_the_building_as_it_is():
    problem = beside_a_bookcase(pillar=Thing((0.3, 2.7, 0.3), (2, 0, 2), fixed=True))
    once = only(problem, 1)
    twice = only(once)
    assert problem.bodies.building.tolist() == [False, False, True]
    for found, fixed in ((once, [True, False, True]), (twice, [True, True, True])):
        assert found.bodies.fixed.tolist() == fixed
        assert found.bodies.building.tolist() == [False, False, True]
    part = of_bodies(once, [1], ())
    assert part.bodies.fixed.tolist() == [True, False, True]
    assert part.bodies.building.tolist() == [False, False, True]


def test_a_way_that_is_kept_free_is_no_part_of_the_building():
    problem = only(beside_a_bookcase(), 1)
    with_way = kept_free(problem, Passage(np.array([2.0, 0.0, 0.0, 0.0]), np.array([0.5, 0.25])))
    assert with_way.bodies.fixed.tolist() == [True, False, True]
    assert with_way.bodies.building.tolist() == [False, False, False]
    assert not stands_at_a_wall(with_way)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_put_anew_goes_to_a_wall_of_the_room(seed):
    problem = only(beside_a_bookcase(), 1)
    solution = solve(problem, JUDGE, proposals.sample, seed=seed)
    assert solution.failing.tolist() == solution.unplaced.tolist() == []
    assert solution.poses[0].tolist() == problem.bodies.initial[0].tolist()
    x, _, z, _ = solution.poses[1]
    room = problem.room
    assert min(room.width / 2 - abs(x), room.depth / 2 - abs(z)) < 0.5


def test_bounds_on_walls_hold_beside_what_is_held():
    problem = beside_a_bookcase()
    (constraint,) = problem.constraints
    centred = replace(constraint, kind="centered", target=None)
    room = problem_of({"a": Thing((1, 1, 1))}, ("centered", "a", "room", {})).constraints[0]
    both = replace(problem, constraints=(constraint, replace(centred, target=room.target)))
    assert len(find_conflicts(both)) == len(find_conflicts(only(both, 1))) == 1
    assert find_conflicts(replace(both, bodies=beside_a_bookcase(fixed=True).bodies)) == []
