"""The solver: what it returns is legal or named, the same every time, within its effort, and no more changed than must be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import Problem, Support
from scenewright.scene.layout.relations import holds, residual
from scenewright.scene.layout.search import Solution, proposals, solve
from scenewright.scene.model import Opening, Room
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import (
    JUDGE,
    TABLE_BOXES,
    in_doors,
    outside,
    overlaps,
    random_things,
    with_boxes,
    with_parents,
)


def solved(problem: Problem, **options) -> Solution:
    return solve(problem, JUDGE, proposals.sample, **options)


def legal(problem: Problem, solution: Solution) -> None:
    """Nothing that has a place meets anything, is outside or in a door's swing; and what fails is named."""
    bodies, poses = problem.bodies, solution.poses
    unplaced = set(solution.unplaced.tolist())
    assert poses.shape == (len(bodies), 4)
    assert np.isfinite(poses).all()
    assert [pair for pair in overlaps(problem, poses) if not set(pair) & unplaced] == []
    assert set(outside(problem, poses)) <= unplaced | set(np.flatnonzero(bodies.fixed).tolist())
    assert {b for b in in_doors(problem, poses) if not bodies.fixed[b]} <= unplaced
    assert (poses[bodies.fixed] == bodies.initial[bodies.fixed]).all()
    assert (poses[list(unplaced)] == bodies.initial[list(unplaced)]).all()
    failing = {
        k
        for k, c in enumerate(problem.constraints)
        if not set(c.bodies) & unplaced and not holds(c, residual(c, problem, [poses[b] for b in c.bodies])).all()
    }
    assert failing == set(solution.failing.tolist())


def dining(room: Room | None = None) -> Problem:
    """A table with chairs under it, a cupboard, a picture, a rug, a lamp, cups on the table, and a pillar, all in a heap."""
    things = {
        "table": Thing((1.6, 0.75, 0.9)),
        **{f"chair{k}": Thing((0.45, 0.65, 0.45)) for k in range(4)},
        "cupboard": Thing((1.2, 1.5, 0.45)),
        "picture": Thing((0.9, 0.6, 0.04), support=Support.WALL),
        "rug": Thing((2.4, 0.01, 1.8), support=Support.RUG),
        "lamp": Thing((0.4, 0.4, 0.4), support=Support.CEILING),
        "pillar": Thing((0.3, 2.7, 0.3), (1.5, 0, 1.2), 20, fixed=True),
        "cup": Thing((0.1, 0.1, 0.1), support=Support.SURFACE),
        "jug": Thing((0.15, 0.25, 0.15), support=Support.SURFACE),
    }
    relations = [
        ("around", [f"chair{k}" for k in range(4)], "table", {}),
        ("against_wall", "cupboard", None, {}),
        ("above", "picture", "cupboard", {}),
        ("on", "cup", "table", {}),
        ("on", "jug", "table", {}),
        ("near", "jug", "cup", {"hi": 0.3}),
        ("above", "lamp", "table", {}),
    ]
    problem = problem_of(things, *relations, **({"room": room} if room else {}))
    problem = with_parents(problem, {10: 0, 11: 0})
    return replace(problem, bodies=with_boxes(problem.bodies, 0, TABLE_BOXES))


# -- what comes out -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(2))
def test_a_dining_room_is_furnished_from_a_heap(seed):
    problem = dining()
    solution = solved(problem, seed=seed)
    legal(problem, solution)
    assert solution.unplaced.tolist() == []
    assert solution.failing.tolist() == []


@pytest.mark.parametrize(
    "room",
    [
        Room(3.217, 4.913, 2.31, (Opening("door", "right", 1.1, 0.83, 2.0), Opening("door", "back", -0.7, 0.7, 2.0))),
        Room(9.5, 2.6, 3.9, (Opening("door", "left", 0.0, 0.9, 2.1),)),
        Room(4.0, 4.0, 2.75),
    ],
)
def test_rooms_of_odd_sizes_are_furnished(room):
    problem = dining(room)
    pillar = problem.bodies.initial.copy()
    pillar[9] = 0.0, 0.0, room.depth / 2 - 0.4, 0.3
    problem = replace(problem, bodies=replace(problem.bodies, initial=pillar))
    solution = solved(problem, effort=15_000.0)
    legal(problem, solution)
    assert solution.unplaced.tolist() == []
    assert solution.failing.tolist() == []


@settings(max_examples=3, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(["as written", "empty"]))
def test_every_answer_is_legal_and_says_what_fails(seed, start):
    """Many things in small rooms, with relations that need not agree."""
    rng = np.random.default_rng(seed)
    room = Room(*rng.uniform(1.5, 4.0, 2), 2.5, (Opening("door", "front", 0.0, 0.7, 2.0),))
    things = random_things(rng, 8, room)
    names = list(things)
    relations = []
    for _ in range(5):
        a, b = rng.choice(names, 2, replace=False)
        relations.append(
            (str(rng.choice(["near", "far", "left_of", "behind", "facing", "parallel"])), str(a), str(b), {})
        )
    problem = problem_of(things, *relations, room=room)
    solution = solved(problem, effort=250.0, starts=2, from_program=start == "as written")
    legal(problem, solution)


def test_the_open_ground_is_furnished_too():
    rng = np.random.default_rng(0)
    room = Room(12.0, 12.0, np.inf)
    problem = problem_of(random_things(rng, 12, room), ("near", "thing0", "thing1", {}), room=room)
    solution = solved(problem)
    legal(problem, solution)
    assert solution.unplaced.tolist() == []


def test_what_does_not_fit_keeps_the_programs_pose_and_is_named():
    things = {f"b{k}": Thing((0.9, 0.5, 0.9), (0.1 * k, 0, 0), 10 * k) for k in range(5)}
    problem = problem_of(things, room=Room(2.0, 2.0, 2.5))
    solution = solved(problem, effort=300.0)
    legal(problem, solution)
    assert len(solution.unplaced) == 1


def test_a_full_floor_is_packed_exactly():
    """Six squares on a floor that holds six: not to be found by chance."""
    things = {f"b{k}": Thing((0.99, 0.5, 0.99), (0, 0, 0.3 * k)) for k in range(6)}
    problem = problem_of(things, room=Room(3.0, 2.0, 2.5))
    solution = solved(problem, effort=12_000.0, starts=1)
    legal(problem, solution)
    assert solution.unplaced.tolist() == []


def test_no_bodies_and_only_fixed_ones_are_a_layout():
    nothing = problem_of({"a": Thing((1, 1, 1), fixed=True), "b": Thing((1, 1, 1), (0.2, 0, 0), fixed=True)})
    solution = solved(nothing)
    assert solution.poses.tolist() == nothing.bodies.initial.tolist()
    assert solution.unplaced.tolist() == []


def test_chairs_come_to_stand_around_their_table_at_once():
    """Of an arrangement what stands already is enough to know where the next one goes."""
    for count in (3, 6):
        chairs = [f"chair{k}" for k in range(count)]
        things = {"table": Thing((1.6, 0.75, 0.9)), **dict.fromkeys(chairs, Thing((0.45, 0.9, 0.45)))}
        problem = problem_of(things, ("around", chairs, "table", {}))
        solution = solved(problem, starts=1)
        legal(problem, solution)
        assert solution.failing.tolist() == []
        assert solution.rounds < 20


# -- no more than must be -----------------------------------------------------------------------------------------------------


def test_what_is_right_already_is_given_back_to_the_last_digit():
    problem = dining()
    found = solved(problem, seed=0)
    right = replace(problem, bodies=replace(problem.bodies, initial=found.poses))
    again = solved(right, seed=10)
    assert again.failing.tolist() == again.unplaced.tolist() == []
    assert again.poses == pytest.approx(found.poses, abs=1e-12)
    assert again.rounds == 0


def test_one_thing_in_the_way_moves_and_the_others_stay():
    problem = dining()
    found = solved(problem, seed=1).poses
    # the cupboard is shoved into the pillar
    moved = found.copy()
    moved[5] = 1.4, 0.0, 1.2, 0.4
    again = solved(replace(problem, bodies=replace(problem.bodies, initial=moved)), seed=1)
    assert again.failing.tolist() == again.unplaced.tolist() == []
    same = np.abs(again.poses - found).max(axis=1) < 1e-9
    assert same[[0, 1, 2, 3, 4, 7, 9, 10, 11]].all()
    assert not same[5] or np.abs(again.poses[5] - moved[5]).max() > 0.01


# -- the same every time, and with what effort there is -------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_poses_and_another_others():
    problem = dining()
    first, second, other = (solved(problem, seed=s).poses for s in (5, 5, 6))
    assert first.tolist() == second.tolist()
    assert first.tolist() != other.tolist()


def impossible(count: int) -> Problem:
    """Pairs that are to be far from each other and near: the search has no reason to end."""
    rng = np.random.default_rng(1)
    room = Room(8.0, 8.0, 2.5)
    things = random_things(rng, count, room)
    pairs = [(kind, f"thing{k}", f"thing{k + 1}", {}) for k in range(0, count - 1, 2) for kind in ("far", "near")]
    return problem_of(things, *pairs, room=room)


def test_the_search_ends_when_its_effort_is_used_up():
    solution = solved(impossible(30), effort=500.0)
    legal(impossible(30), solution)
    assert 500.0 <= solution.effort < 550.0
    assert not solution.stopped_by_clock


def test_the_search_ends_soon_after_it_is_cancelled():
    problem = impossible(30)
    calls = iter(range(10**9))
    cancelled = solved(problem, cancelled=lambda: next(calls) >= 3)
    legal(problem, cancelled)
    assert next(calls) < 20  # no further start is made
    assert cancelled.starts == 1
    assert not cancelled.stopped_by_clock
    nothing = solved(problem, cancelled=lambda: True)
    legal(problem, nothing)
    assert nothing.effort < 20.0
