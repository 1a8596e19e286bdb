"""Poses worth trying stand on what holds the body up and lie in the room; what a layout in the making costs is up to date."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import ConvexHull
from shapely.geometry import Point, Polygon

from scenewright.scene.layout import Problem, Support, SupportSurface
from scenewright.scene.layout.model import to_body_frame
from scenewright.scene.layout.relations import holds, residual, tolerance
from scenewright.scene.layout.search import walls_of
from scenewright.scene.layout.search.arrangement import ROUNDING
from scenewright.scene.layout.search.candidates import HANG_GAP, WALL_GAP
from scenewright.scene.layout.search.hanging import EYE_LEVEL
from scenewright.scene.model import FloatArray, Room
from tests.support.layout_cases import ROOM, Thing, problem_of
from tests.support.layout_oracles import arranged, floor_of, footprint, with_parents

THINGS = {
    "shelf": Thing((1.0, 1.8, 0.4), (-1, 0, -2.2), 0, levels=(0.05, 0.9, 1.8)),
    "desk": Thing((1.4, 0.75, 0.7), (1, 0, 1), 30),
    "chair": Thing((0.5, 0.9, 0.5), (0, 0, 0)),
    "picture": Thing((0.8, 0.6, 0.05), (0, 1.5, -2.4), 0, Support.WALL),
    "lamp": Thing((0.4, 0.5, 0.4), (0, 2, 0), 0, Support.CEILING),
    "rug": Thing((2.0, 0.02, 1.5), (0, 0, 0), 0, Support.RUG),
    "cup": Thing((0.1, 0.12, 0.1), (1, 0.75, 1), 0, Support.SURFACE),
}
NAMES = list(THINGS)
poses_anywhere = st.tuples(st.floats(-4, 4), st.floats(-0.5, 3.5), st.floats(-4, 4), st.floats(-4, 4))


def furnished(*relations: tuple, room: Room = ROOM) -> Problem:
    return with_parents(problem_of(THINGS, *relations, room=room), {6: 1})


def in_the_room(problem: Problem, body: int, poses: FloatArray) -> bool:
    floor = floor_of(problem.room).buffer(1e-6, join_style="mitre")
    return all(floor.covers(footprint(problem.bodies.half[body], pose)) for pose in poses)


@settings(max_examples=80, deadline=None)
@given(st.lists(poses_anywhere, min_size=1, max_size=8), st.sampled_from(range(6)))
def test_settled_poses_are_held_up_and_inside(given_poses, body):
    problem = furnished()
    found = arranged(problem).candidates.settled(body, np.array(given_poses))
    assert in_the_room(problem, body, found)
    height, support = problem.bodies.height[body], problem.bodies.support[body]
    if support is Support.CEILING:
        assert found[:, 1] == pytest.approx(ROOM.height - height)
    elif support is Support.WALL:
        assert ((found[:, 1] >= 0.0) & (found[:, 1] <= ROOM.height - height + 1e-9)).all()
        floor = floor_of(ROOM)
        for pose in found:
            shape = footprint(problem.bodies.half[body], pose)
            assert floor.exterior.intersection(shape.buffer(HANG_GAP + 1e-6)).length > 0.79  # its whole back
            front = Point(pose[0] + np.sin(pose[3]), pose[2] + np.cos(pose[3]))
            assert floor.covers(front)
    else:
        assert found[:, 1] == pytest.approx(0.0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1000), st.sampled_from(range(6)))
def test_what_stands_right_is_left_where_it_is(seed, body):
    problem = furnished()
    candidates = arranged(problem, seed=seed).candidates
    right = candidates.of(body, [], count=8)
    again = candidates.settled(body, right)
    assert again == pytest.approx(right, abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1000), st.lists(poses_anywhere, min_size=1, max_size=8))
def test_what_stands_on_a_turned_desk_has_its_whole_foot_on_it(seed, given_poses):
    problem = furnished()
    arrangement = arranged(problem, seed=seed)
    desk = np.array([0.4, 0.0, -0.3, 1.1])
    arrangement.put(1, desk)
    found = np.concatenate(
        [arrangement.candidates.settled(6, np.array(given_poses)), arrangement.candidates.of(6, [], count=8)]
    )
    assert len(found) > 8
    assert found[:, 1] == pytest.approx(0.75)
    top = footprint(problem.bodies.half[1], desk).buffer(1e-3 + 1e-6)
    assert all(top.covers(footprint(problem.bodies.half[6], pose)) for pose in found)


def test_a_shelf_has_places_on_each_high_level_or_the_meant_one():
    surfaces = tuple(SupportSurface(THINGS_TOP, y, room) for y, room in ((0.05, 0.8), (0.9, 0.1), (1.8, np.inf)))
    problem = with_parents(problem_of(THINGS), {6: 0})
    problem = replace(problem, bodies=replace(problem.bodies, surfaces=(surfaces, *problem.bodies.surfaces[1:])))
    arrangement = arranged(problem)
    arrangement.put(0, problem.bodies.initial[0])
    heights = set(np.round(arrangement.candidates.of(6, [], count=8)[:, 1], 6).tolist())
    assert heights == {0.05, 1.8}
    meant = problem.surface.copy()
    meant[6] = 0
    arrangement = arranged(replace(problem, surface=meant))
    arrangement.put(0, problem.bodies.initial[0])
    assert set(np.round(arrangement.candidates.of(6, [], count=8)[:, 1], 6).tolist()) == {0.05}


THINGS_TOP = np.array([[-0.5, -0.2], [0.5, -0.2], [0.5, 0.2], [-0.5, 0.2]])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1000))
def test_what_overhangs_its_table_has_its_middle_on_it(seed):
    rng = np.random.default_rng(seed)
    things = {"stool": Thing((0.4, 0.5, 0.3), (0, 0, 0)), "tray": Thing((0.7, 0.05, 0.25), (0, 0.5, 0))}
    problem = with_parents(problem_of(things), {1: 0})
    arrangement = arranged(problem, seed=seed)
    stool = np.array([*rng.uniform(-1, 1, 1), 0, *rng.uniform(-1, 1, 1), rng.uniform(-3, 3)])
    arrangement.put(0, stool)
    found = arrangement.candidates.of(1, [], count=16)
    assert len(found)
    local = to_body_frame(stool, found[:, :3])
    assert (np.abs(local[:, 0]) <= 0.2 + 1e-3).all()
    assert (np.abs(local[:, 2]) <= 0.15 + 1e-3).all()


def test_what_fits_on_its_table_one_way_round_lies_only_that_way():
    things = {"console": Thing((1.6, 0.5, 0.4), (0, 0, 0)), "bar": Thing((0.7, 0.07, 0.09), (0, 0.5, 0))}
    problem = with_parents(problem_of(things), {1: 0})
    arrangement = arranged(problem)
    arrangement.put(0, problem.bodies.initial[0])
    found = arrangement.candidates.of(1, [], [np.array([0.5, 0.5, 0.0, np.pi / 2])], count=16)
    top = footprint(problem.bodies.half[0], problem.bodies.initial[0]).buffer(3e-3)
    assert len(found)
    assert all(top.covers(footprint(problem.bodies.half[1], pose)) for pose in found)


@pytest.mark.parametrize(("headroom", "placed"), [(np.inf, True), (0.3, False)])
def test_what_is_too_deep_for_a_compartment_has_no_place_in_it(headroom, placed):
    top = np.array([[-0.4, -0.1], [0.4, -0.1], [0.4, 0.1], [-0.4, 0.1]])
    things = {"cupboard": Thing((0.8, 1.0, 0.3), (0, 0, 0)), "box": Thing((0.3, 0.2, 0.25), (0, 0.5, 0))}
    problem = with_parents(problem_of(things), {1: 0})
    surfaces = ((SupportSurface(top, 0.5, headroom),), *problem.bodies.surfaces[1:])
    arrangement = arranged(replace(problem, bodies=replace(problem.bodies, surfaces=surfaces)))
    arrangement.put(0, problem.bodies.initial[0])
    assert bool(len(arrangement.candidates.of(1, [], [problem.bodies.initial[1]], count=16))) is placed


def test_where_nothing_is_level_things_stand_on_the_highest_part():
    things = {"toy": Thing((0.3, 0.3, 0.4), (1, 0, 1), 90), "ball": Thing((0.1, 0.1, 0.1), (1, 0.3, 1))}
    problem = with_parents(problem_of(things), {1: 0})
    bodies = problem.bodies
    boxes = np.array([[[-0.15, 0.0, -0.2], [0.15, 0.2, 0.1]], [[-0.05, 0.1, 0.1], [0.05, 0.3, 0.2]]])  # a body, a head
    bodies = replace(bodies, boxes=(boxes, *bodies.boxes[1:]), surfaces=((), *bodies.surfaces[1:]))
    arrangement = arranged(replace(problem, bodies=bodies))
    arrangement.put(0, bodies.initial[0])
    found = arrangement.candidates.of(1, [], [bodies.initial[1]], count=8)
    assert found[0, :3] == pytest.approx([1.15, 0.3, 1.0])  # its front is to +x


def test_what_hangs_over_its_shelf_goes_through_no_wall():
    """A box deeper than the shelf that it stands on, at the wall."""
    things = {"shelf": Thing((0.8, 1.0, 0.25), (0, 0, -2.375)), "box": Thing((0.4, 0.3, 0.4), (0, 1.0, -2.4))}
    problem = with_parents(problem_of(things), {1: 0})
    arrangement = arranged(problem)
    arrangement.put(0, problem.bodies.initial[0])
    found = arrangement.candidates.of(1, [], [problem.bodies.initial[1]], count=16)
    assert len(found)
    assert in_the_room(problem, 1, found)
    top = footprint(problem.bodies.half[0], problem.bodies.initial[0]).buffer(1e-3)
    assert all(top.covers(Point(pose[0], pose[2])) for pose in found)  # held by its middle
    # on a shelf so narrow that its middle would be over the edge it has no place
    narrow = with_parents(problem_of({**things, "shelf": Thing((0.8, 1.0, 0.15), (0, 0, -2.425))}), {1: 0})
    arrangement = arranged(narrow)
    arrangement.put(0, narrow.bodies.initial[0])
    assert len(arrangement.candidates.of(1, [], [narrow.bodies.initial[1]], count=16)) == 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_surfaces_of_any_outline_hold_what_stands_on_them(seed):
    rng = np.random.default_rng(seed)
    points = rng.uniform(-1, 1, (int(rng.integers(3, 9)), 2)) + rng.uniform(-0.3, 0.3, 2)
    outline = points[ConvexHull(points).vertices]
    table = np.array([*rng.uniform(-0.5, 0.5, 1), 0, *rng.uniform(-0.5, 0.5, 1), rng.uniform(-3, 3)])
    c, s = np.cos(table[3]), np.sin(table[3])
    there = Polygon([(table[0] + c * x + s * z, table[2] - s * x + c * z) for x, z in outline])
    # such that whatever its turn it can stand in the middle
    half = (
        np.array([1.0, 0.7])
        * 0.8
        * there.exterior.distance(Point(np.mean(there.exterior.coords[:-1], axis=0)))
        / np.hypot(1, 0.7)
    )
    problem = with_parents(
        problem_of({"table": Thing((2.6, 0.7, 2.6)), "box": Thing((2 * half[0], 0.3, 2 * half[1]))}), {1: 0}
    )
    problem = replace(problem, bodies=replace(problem.bodies, surfaces=((SupportSurface(outline, 0.7),), ())))
    arrangement = arranged(problem, seed=seed)
    arrangement.put(0, table)
    found = arrangement.candidates.of(1, [], count=32)
    assert len(found) > 8
    assert found[:, 1] == pytest.approx(0.7)
    assert all(there.buffer(1.1e-3).covers(footprint(half, pose)) for pose in found)


def test_a_body_too_large_for_the_room_has_no_pose():
    problem = problem_of({"barge": Thing((9.0, 1.0, 7.0))})
    assert len(arranged(problem).candidates.of(0, [], [problem.bodies.initial[0]])) == 0


def test_along_walls_there_are_places_flush_with_the_neighbours():
    things = {"a": Thing((1.0, 1.0, 0.5)), "b": Thing((0.6, 1.0, 0.4))}
    problem = problem_of(things, ("against_wall", "b", "wall_back", {}))
    arrangement = arranged(problem, wished=False)
    wall = walls_of(ROOM)["back"]
    arrangement.put(0, wall.poses(np.array([0.3]), 0.25 + WALL_GAP, 0.0)[0])
    found = arrangement.candidates.of(1, list(problem.constraints), count=16)
    at_back = found[np.abs(found[:, 2] - (-2.5 + 0.2 + WALL_GAP)) < 1e-3]
    for flush in (0.3 - 0.5 - 0.3, 0.3 + 0.5 + 0.3, -3.0 + 0.3, 3.0 - 0.3):
        assert np.abs(at_back[:, 0] - flush).min() < 1e-3


def test_pictures_hang_where_they_are_asked_to_not_in_windows():
    asked = problem_of(THINGS, ("on_wall", "picture", None, {"height": 1.3}))
    found = arranged(asked).candidates.of(3, list(asked.constraints), count=32)
    assert residual(asked.constraints[0], asked, [found]).min() <= 0.01
    free = problem_of({**THINGS, "picture": Thing((0.8, 0.6, 0.05), (0, 0, 0), 0, Support.WALL)})
    found = arranged(free, wished=False).candidates.of(3, [], count=32)
    assert EYE_LEVEL in np.round(found[:, 1] + 0.3, 6)
    beside = (found[:, 1] < 0.9 + 1.2) & (found[:, 1] + 0.6 > 0.9)  # as high as the window
    at_left = found[beside & (np.abs(found[:, 0] + 3.0 - 0.025 - HANG_GAP) < 1e-9)]
    assert len(at_left)
    assert (np.abs(at_left[:, 2] - 0.5) >= 0.7 + 0.4 - 1e-9).all()  # the window is 1.4 m wide at z = 0.5


def test_without_walls_things_stand_on_the_ground():
    problem = problem_of(THINGS, room=Room(12.0, 12.0, np.inf))
    for body in (1, 2, 3):
        found = arranged(problem).candidates.of(body, [], count=8)
        assert len(found)
        assert found[:, 1] == pytest.approx(0.0)


# -- what a layout costs -----------------------------------------------------------------------------------------------------


RELATIONS = (
    ("near", "chair", "desk", {"lo": 0.0, "hi": 0.6}),
    ("facing", "chair", "desk", {}),
    ("against_wall", "shelf", None, {}),
    ("on", "cup", "desk", {}),
    ("left_of", "shelf", "desk", {}),
)


def plain_total(problem: Problem, poses: FloatArray, standing: set[int]) -> tuple[float, set[int]]:
    """Bodies that do not stand, and the relations that fail, or could when poses are rounded, among what stands."""
    failing = {
        k
        for k, c in enumerate(problem.constraints)
        if set(c.bodies) <= standing and residual(c, problem, [poses[b] for b in c.bodies]) > tolerance(c) - ROUNDING
    }
    return 1000.0 * (len(problem.bodies) - len(standing)), failing


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_costs_are_up_to_date_whatever_is_put_and_taken(seed):
    rng = np.random.default_rng(seed)
    problem = furnished(*RELATIONS)
    arrangement = arranged(problem, seed=seed)
    kept = None
    standing_before: set[int] = set()
    for step in range(12):
        body = int(rng.integers(len(problem.bodies)))
        if arrangement.stands(body) and rng.random() < 0.5:
            taken = arrangement.take(body)
            assert taken[0] == body
            assert (6 in taken) is (body == 6 or (body == 1 and 6 in standing_before))
        else:
            pose = np.array(
                [*rng.uniform(-3, 3, 1), 0.75 if body == 6 else 0.0, *rng.uniform(-2, 2, 1), rng.uniform(-3, 3)]
            )
            arrangement.put(body, pose)
        standing_before = {b for b in range(len(problem.bodies)) if arrangement.stands(b)}
        poses = arrangement.occupancy.poses
        missing, failing = plain_total(problem, poses, standing_before)
        assert set(arrangement.failing) == failing
        assert arrangement.missing == sorted(set(range(len(problem.bodies))) - standing_before)
        assert missing <= arrangement.total <= missing + 2.0 * len(failing) + 1e-9
        assert arrangement.total >= missing + len(failing)
        if step == 5:
            kept = arrangement.snapshot(), arrangement.total, standing_before, poses.copy()
    arrangement.restore(kept[0])
    assert arrangement.total == pytest.approx(kept[1])
    assert {b for b in range(len(problem.bodies)) if arrangement.stands(b)} == kept[2]
    assert (arrangement.occupancy.poses == kept[3]).all()


def test_candidates_cost_what_the_layout_would_with_them():
    problem = furnished(*RELATIONS)
    arrangement = arranged(problem)
    for body, pose in enumerate(problem.bodies.initial):
        arrangement.put(body, pose)
    tried = arrangement.candidates.of(2, [], count=12)
    relations = arrangement.judged(2)
    assert relations == [0, 1]
    others = arrangement.total - arrangement.cost[relations].sum()
    costs = arrangement.costs(2, tried, relations)
    for pose, cost in zip(tried, costs, strict=True):
        arrangement.put(2, pose)
        assert arrangement.total == pytest.approx(others + cost)
    arrangement.take(1)
    assert arrangement.judged(2) == []


def test_a_hard_relation_weighs_more_than_the_soft_ones():
    problem = furnished(*RELATIONS[:1])
    hard = replace(problem, constraints=(replace(problem.constraints[0], hard=True),))
    heavy = replace(problem, constraints=(replace(problem.constraints[0], weight=3.0),))
    totals = []
    for one in (problem, hard, heavy):
        arrangement = arranged(one)
        for body, pose in enumerate(one.bodies.initial):
            arrangement.put(body, pose)
        arrangement.put(2, np.array([-2.5, 0, -2, 0.0]))
        totals.append(arrangement.total)
    assert totals[1] == pytest.approx(20.0 * totals[0])
    assert totals[2] == pytest.approx(3.0 * totals[0])
    assert totals[0] > 1.0


@pytest.mark.parametrize(
    ("beyond", "fixed", "fails"), [(9.8e-3, False, True), (9.3e-3, False, False), (9.8e-3, True, False)]
)
def test_what_just_holds_is_mended_where_it_can_move(beyond, fixed, fails):
    """Rounding may undo what just holds."""
    things = {
        "chair": Thing((0.5, 0.9, 0.5), (0, 0, 0), fixed=fixed),
        "desk": Thing((1.4, 0.75, 0.7), (0, 0, 0.6 + 0.5 + beyond), fixed=fixed),
    }
    problem = problem_of(things, ("next_to", "chair", "desk", {}))
    assert holds(problem.constraints[0], residual(problem.constraints[0], problem, list(problem.bodies.initial)))
    arrangement = arranged(problem)
    for body in (0, 1):
        arrangement.put(body, problem.bodies.initial[body])
    assert bool(arrangement.failing) is fails
