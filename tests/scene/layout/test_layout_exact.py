"""Exact packing of crowded floors: what it places is legal, and what it calls impossible no search over all places finds."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import Problem
from scenewright.scene.layout.relations import holds, residual
from scenewright.scene.layout.search import occupancy_of
from scenewright.scene.layout.search.exact import Packing, Verdict, pack_floor
from scenewright.scene.model import Opening, Room
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import in_doors, outside, overlaps

EMPTY = Room(3.0, 2.4, 2.5)


def packed(problem: Problem, **options) -> Packing:
    movable = np.flatnonzero(~problem.bodies.fixed).tolist()
    return pack_floor(problem, occupancy_of(problem), movable, **options)


def blocks(
    sizes: list[tuple[float, float]], room: Room = EMPTY, *relations: tuple, fixed: dict[str, Thing] | None = None
) -> Problem:
    things = {f"b{k}": Thing((w, 0.5, d)) for k, (w, d) in enumerate(sizes)}
    return problem_of({**things, **(fixed or {})}, *relations, room=room)


def poses_of(problem: Problem, found: Packing) -> np.ndarray:
    poses = problem.bodies.initial.copy()
    for body, pose in found.poses.items():
        poses[body] = pose
    return poses


def brute_force(sizes: list[tuple[int, int]], width: int, depth: int) -> bool:
    """Whether rectangles of whole steps fit side by side into a floor, turned by quarters: every corner is tried. (Pushed
    left and down as far as they go, each rests on the wall or on another, so whole steps are enough.)"""

    def put(at: int, taken: list[tuple[int, int, int, int]]) -> bool:
        if at == len(sizes):
            return True
        for w, d in {sizes[at], sizes[at][::-1]}:
            for x, z in product(range(width - w + 1), range(depth - d + 1)):
                if all(x + w <= a or x >= c or z + d <= b or z >= e for a, b, c, e in taken) and put(
                    at + 1, [*taken, (x, z, x + w, z + d)]
                ):
                    return True
        return False

    return put(0, [])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=2, max_size=4),
    st.integers(3, 6),
    st.integers(3, 5),
)
def test_it_places_exactly_what_fits(sizes, width, depth):
    step = 0.4
    problem = blocks([(step * w, step * d) for w, d in sizes], Room(step * width, step * depth, 2.5))
    found = packed(problem, units=20_000.0)
    expected = Verdict.PLACED if brute_force(sizes, width, depth) else Verdict.IMPOSSIBLE
    assert found.verdict is expected
    if found.verdict is Verdict.PLACED:
        poses = poses_of(problem, found)
        assert overlaps(problem, poses) == []
        assert outside(problem, poses) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_what_it_places_clears_what_stands_and_leaves_doors_free(seed):
    rng = np.random.default_rng(seed)
    room = Room(
        round(float(rng.uniform(2.5, 4.0)), 3),
        round(float(rng.uniform(2.5, 4.0)), 3),
        2.5,
        (Opening("door", "left", 0.3, 0.9, 2.0),),
    )
    fixed = {
        "pillar": Thing((0.4, 2.5, 0.3), (0.4, 0, -0.2), float(rng.uniform(-90, 90)), fixed=True),
        "lamp": Thing((1.0, 0.3, 1.0), (-0.6, 2.0, 0.6), 0, fixed=True),  # hangs above everything
    }
    problem = blocks([tuple(rng.uniform(0.3, 1.1, 2)) for _ in range(5)], room, fixed=fixed)
    found = packed(problem)
    assert set(found.poses) == (set(range(5)) if found.verdict is Verdict.PLACED else set())
    if found.verdict is Verdict.PLACED:
        poses = poses_of(problem, found)
        assert overlaps(problem, poses) == []
        assert outside(problem, poses) == []
        assert in_doors(problem, poses) == []
        assert poses[:5, 1].tolist() == [0.0] * 5


def test_walls_are_kept_to_where_a_relation_says_so():
    asked = [
        ("against_wall", f"b{k}", wall, {})
        for k, wall in enumerate(["wall_back", "wall_left", "wall_right", "wall_front", None])
    ]
    problem = blocks([(0.9, 0.4), (0.8, 0.5), (0.7, 0.4), (1.0, 0.45), (0.5, 0.5)], EMPTY, *asked)
    walled = [replace(c, parameters={"wall": c.target.wall} if c.target else {}) for c in problem.constraints]
    problem = replace(problem, constraints=tuple(walled))
    found = packed(problem)
    assert found.verdict is Verdict.PLACED
    poses = poses_of(problem, found)
    for c in problem.constraints:
        assert holds(c, residual(c, problem, [poses[b] for b in c.bodies]))
    assert overlaps(problem, poses) == []
    assert outside(problem, poses) == []


def test_a_wall_that_is_too_short_is_proved_to_be():
    asked = [("against_wall", f"b{k}", "wall_back", {}) for k in range(4)]
    problem = blocks([(0.8, 0.4)] * 4, EMPTY, *asked)
    problem = replace(problem, constraints=tuple(replace(c, parameters={"wall": "back"}) for c in problem.constraints))
    assert packed(problem, units=20_000.0).verdict is Verdict.IMPOSSIBLE
    three = replace(problem, constraints=problem.constraints[:3])
    assert packed(three, units=20_000.0).verdict is Verdict.PLACED


def test_things_stay_where_they_are_wished_where_there_is_room():
    problem = blocks([(0.5, 0.5), (0.6, 0.4), (0.4, 0.4)])
    wishes = {0: np.array([-1.0, 0, 0.5, 0]), 1: np.array([0.5, 0, -0.5, 0]), 2: np.array([1.0, 0, 0.8, 0])}
    poses = poses_of(problem, packed(problem, wishes=wishes, units=20_000.0))
    for body, wish in wishes.items():
        assert poses[body, [0, 2]] == pytest.approx(wish[[0, 2]], abs=0.006)
    # two in one spot part by no more than they must
    same = {0: np.array([0.0, 0, 0, 0]), 2: np.array([0.0, 0, 0, 0])}
    poses = poses_of(problem, packed(problem, wishes=same, units=20_000.0))
    assert np.abs(poses[0] - poses[2])[[0, 2]].sum() == pytest.approx(0.45, abs=0.011)


def test_the_same_floor_is_packed_the_same_every_time():
    problem = blocks([(0.9, 0.4), (0.8, 0.5), (0.7, 0.4), (1.0, 0.45), (0.5, 0.5)])
    first, second = (poses_of(problem, packed(problem, seed=3, units=20_000.0)) for _ in range(2))
    assert first.tolist() == second.tolist()


def test_without_effort_nothing_is_known():
    found = packed(blocks([(0.37, 0.43)] * 40), units=1e-3)
    assert found.verdict is Verdict.UNKNOWN
    assert found.poses == {}


def test_rooms_of_no_whole_centimetres_are_kept_to():
    for extra in (0.0, 0.003, 0.0049, 0.0099):
        room = Room(2.0 + extra, 1.5 + extra, 2.5)
        problem = blocks([(0.5, 1.0), (0.5, 1.0), (1.0, 0.5), (1.0, 0.5)], room)
        found = packed(problem, units=20_000.0)
        assert found.verdict is Verdict.PLACED
        poses = poses_of(problem, found)
        assert outside(problem, poses) == []
        assert overlaps(problem, poses) == []


def test_fronts_look_into_the_room():
    problem = blocks([(1.4, 0.4)] * 4, Room(3.0, 3.0, 2.5))
    poses = poses_of(problem, packed(problem, units=20_000.0))
    for x, _, z, yaw in poses:
        front = np.array([np.sin(yaw), np.cos(yaw)])
        assert front @ np.array([x, z]) <= 0.006
