"""Pushing apart: what is right stays, what is left standing meets nothing, and nobody is moved far, out of the room or when fixed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import Problem, Support
from scenewright.scene.layout.model import to_body_frame
from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.layout.search.projection import project
from tests.support.layout_cases import ROOM, Thing, problem_of
from tests.support.layout_oracles import (
    L_BOXES,
    TABLE_BOXES,
    arranged,
    in_doors,
    outside,
    overlaps,
    random_things,
    with_boxes,
    with_parents,
)

REACH = 0.75
"""Metres that a body is pushed at most."""


def messy(seed: int, count: int = 8) -> Problem:
    """Things about a room that intersect here and there: some fixed, one a table, one an L, a cup on the table, a rug."""
    rng = np.random.default_rng(seed)
    things = {"table": Thing((1.6, 0.75, 0.9), tuple(rng.uniform(-1, 1, 3) * (2, 0, 1.5)), float(rng.uniform(-90, 90)))}
    things["sofa"] = Thing((2.0, 0.8, 2.0), tuple(rng.uniform(-1, 1, 3) * (2, 0, 1.5)), float(rng.choice([0, 90])))
    things |= random_things(rng, count)
    things["pillar"] = Thing((0.4, 2.7, 0.4), tuple(rng.uniform(-1, 1, 3) * (2, 0, 1.5)), 0, fixed=True)
    things["rug"] = Thing((2, 0.02, 1.5), (0.5, 0, 0), 20, Support.RUG)
    at = things["table"].at
    things["cup"] = Thing((0.1, 0.1, 0.1), (at[0] + 0.1, 0.75, at[2]), 0, Support.SURFACE)
    problem = with_parents(problem_of(things), {len(things) - 1: 0})
    bodies = with_boxes(with_boxes(problem.bodies, 0, TABLE_BOXES), 1, L_BOXES)
    return replace(problem, bodies=bodies)


def projected(problem: Problem) -> Arrangement:
    arrangement = arranged(problem)
    project(arrangement)
    return arrangement


def parts_of(problem: Problem, chosen: list[int]) -> tuple[Problem, list[int]]:
    """Some bodies alone, for the oracles."""
    bodies = problem.bodies
    number = {b: k for k, b in enumerate(chosen)}
    alone = replace(
        bodies,
        row=bodies.row[chosen],
        path=tuple(bodies.path[b] for b in chosen),
        half=bodies.half[chosen],
        height=bodies.height[chosen],
        initial=bodies.initial[chosen],
        support=tuple(bodies.support[b] for b in chosen),
        fixed=bodies.fixed[chosen],
        boxes=tuple(bodies.boxes[b] for b in chosen),
        surfaces=tuple(bodies.surfaces[b] for b in chosen),
    )
    parent = np.array([number.get(int(problem.parent[b]), -1) for b in chosen], dtype=np.int32)
    return replace(problem, bodies=alone, parent=parent, surface=problem.surface[chosen]), chosen


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_what_is_left_standing_meets_nothing_and_is_inside(seed):
    problem = messy(seed)
    arrangement = projected(problem)
    standing = [b for b in range(len(problem.bodies)) if arrangement.stands(b)]
    poses = arrangement.occupancy.poses[standing]
    alone, _ = parts_of(problem, standing)
    assert overlaps(alone, poses) == []
    assert outside(alone, poses) == []
    assert [b for b in in_doors(alone, poses) if not alone.bodies.fixed[b]] == []
    moved = np.hypot(*(poses - problem.bodies.initial[standing])[:, [0, 2]].T)
    # onto its support, then apart; what is carried goes with its carrier besides
    assert moved[alone.parent < 0].max() <= np.sqrt(2) * REACH + 1e-9
    assert poses[:, 3] == pytest.approx(problem.bodies.initial[standing, 3])  # nothing is turned
    assert (poses[alone.bodies.fixed] == alone.bodies.initial[alone.bodies.fixed]).all()


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_a_layout_that_is_right_stays_as_it_is(seed):
    problem = messy(seed)
    arrangement = projected(problem)
    standing = [b for b in range(len(problem.bodies)) if arrangement.stands(b)]
    alone, _ = parts_of(problem, standing)
    right = replace(alone, bodies=replace(alone.bodies, initial=arrangement.occupancy.poses[standing]))
    again = projected(right)
    assert again.missing == []
    assert again.occupancy.poses[: len(standing)] == pytest.approx(right.bodies.initial, abs=1e-12)


def total_overlap(problem: Problem, arrangement: Arrangement) -> float:
    """Metres of depth in all between what stands."""
    return sum(
        c.depth for b in range(len(problem.bodies)) if arrangement.stands(b) for c in arrangement.occupancy.clashes(b)
    )


@example(461)  # two that meet by a few micrometres at last
@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_things_that_hardly_meet_are_parted_and_not_taken_up(seed):
    """Blocks in a row on a wide floor, each a little into the next: there is room for all."""
    rng = np.random.default_rng(seed)
    widths = rng.uniform(0.3, 0.6, 5)
    middles = np.cumsum(widths) - widths / 2 - widths.sum() / 2
    overlap = rng.uniform(0.0, 0.04, 5).cumsum()
    things = {
        f"b{k}": Thing((w, 0.5, 0.4), (x - o, 0, 0.0)) for k, (w, x, o) in enumerate(zip(widths, middles, overlap))
    }
    problem = problem_of(things)
    before = arranged(problem)
    for b, pose in enumerate(problem.bodies.initial):
        before.put(b, pose)
    arrangement = projected(problem)
    assert arrangement.missing == []
    assert total_overlap(problem, arrangement) == 0.0 <= total_overlap(problem, before)
    moved = np.hypot(*(arrangement.occupancy.poses[:5] - problem.bodies.initial)[:, [0, 2]].T)
    assert moved.max() <= 0.3


def test_a_chair_is_pushed_out_of_a_cupboard_but_not_of_a_table():
    things = {
        "table": Thing((1.6, 0.75, 0.9), (-1.5, 0, 0)),
        "tucked": Thing((0.4, 0.65, 0.4), (-1.5, 0, 0.2), 30),
        "cupboard": Thing((1.0, 1.8, 0.5), (1.5, 0, 0), fixed=True),
        "pushed": Thing((0.4, 0.65, 0.4), (1.5, 0, 0.4)),
    }
    problem = problem_of(things)
    problem = replace(problem, bodies=with_boxes(problem.bodies, 0, TABLE_BOXES))
    arrangement = projected(problem)
    assert arrangement.missing == []
    poses = arrangement.occupancy.poses[:4]
    assert poses[:3].tolist() == problem.bodies.initial[:3].tolist()
    assert poses[3, 0] == pytest.approx(1.5)
    assert 0.45 <= poses[3, 2] <= 0.46  # the least push is straight away from the cupboard


def test_what_a_table_carries_is_carried_along():
    things = {
        "pillar": Thing((0.6, 2.7, 0.6), (0, 0, 0), fixed=True),
        "table": Thing((1.2, 0.7, 0.8), (0.7, 0, 0.0)),
        "tray": Thing((0.4, 0.05, 0.3), (0.8, 0.7, 0.1), 40),
        "cup": Thing((0.1, 0.1, 0.1), (0.85, 0.75, 0.1)),
    }
    problem = with_parents(problem_of(things), {2: 1, 3: 2})
    arrangement = projected(problem)
    assert arrangement.missing == []
    poses, initial = arrangement.occupancy.poses, problem.bodies.initial
    shift = poses[1, :3] - initial[1, :3]
    assert np.hypot(shift[0], shift[2]) >= 0.2 - 1e-9
    for body in (2, 3):
        assert poses[body, :3] - initial[body, :3] == pytest.approx(shift, abs=1e-9)


def test_what_is_far_from_its_support_waits_to_be_put_anew():
    things = {
        "shelf": Thing((1.0, 1.0, 0.4), (-1, 0, -2.2)),
        "vase": Thing((0.2, 0.3, 0.2), (2, 1.0, 2), 0, Support.SURFACE),
        "picture": Thing((0.8, 0.6, 0.05), (0, 1.4, 0), 0, Support.WALL),
        "crate": Thing((0.5, 0.5, 0.5), (4.5, 0, 0)),
        "stool": Thing((0.4, 0.5, 0.4), (3.0, 0, 0)),
    }
    problem = with_parents(problem_of(things), {1: 0})
    arrangement = projected(problem)
    assert arrangement.missing == [1, 2, 3]
    # half through the wall: moved inside, all but flush
    assert arrangement.occupancy.poses[4, 0] == pytest.approx(ROOM.width / 2 - 0.2, abs=1e-3)


def test_a_cup_stays_on_its_table_as_it_is_pushed():
    things = {
        "table": Thing((1.0, 0.7, 0.6), (0, 0, 0), 35),
        "laptop": Thing((0.4, 0.03, 0.3), (0, 0.7, 0), 35, Support.SURFACE),
        "cup": Thing((0.1, 0.1, 0.1), (0.15, 0.7, 0.05), 0, Support.SURFACE),
    }
    problem = with_parents(problem_of(things), {1: 0, 2: 0})
    arrangement = projected(problem)
    assert arrangement.missing == []
    poses = arrangement.occupancy.poses[:3]
    assert overlaps(problem, poses) == []
    local = to_body_frame(poses[0], poses[1:3, :3])
    assert (np.abs(local[:, 0]) < 0.5).all()
    assert (np.abs(local[:, 2]) < 0.3).all()
    assert local[:, 1] == pytest.approx(0.7)
