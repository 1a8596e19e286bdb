"""Walls as lines, and where along one there is room, against places tried one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import planar_rotation
from scenewright.scene.layout.search import WALLS, opening_span, walls_of
from scenewright.scene.layout.search.occupancy import HEIGHT_SLACK, Occupancy
from scenewright.scene.layout.search.planar import footprint_extent
from scenewright.scene.layout.search.walls import free_intervals
from scenewright.scene.model import Opening, Room
from tests.support.layout_cases import Thing, bodies_of_things
from tests.support.layout_oracles import TABLE_BOXES, floor_of, footprint, pieces, rectangle, shared_area, with_boxes

ROOM = Room(4.3, 3.1, 2.5, (Opening("door", "back", 0.5, 0.9, 2.0),))


@pytest.mark.parametrize("name", WALLS)
def test_a_body_at_a_wall_has_its_back_to_it_and_stands_inside(name):
    wall = walls_of(ROOM)[name]
    assert wall.length == (ROOM.depth if name in ("left", "right") else ROOM.width)
    offsets = np.array([-wall.length / 2 + 0.3, 0.0, 0.7])
    poses = wall.poses(offsets, 0.25, 0.8)
    floor = floor_of(ROOM)
    side = {"left": 0, "back": 1, "right": 2, "front": 3}[name]
    for pose, offset in zip(poses, offsets, strict=True):
        shape = footprint(np.array([0.3, 0.25]), pose)
        assert floor.buffer(1e-9).covers(shape)
        assert shape.bounds[side] == pytest.approx(floor.bounds[side])  # flush
        assert pose[1] == 0.8
        front = planar_rotation(pose[3]) @ np.array([0.0, 1.0])
        assert front == pytest.approx(wall.inward)
        # offsets of openings and of bodies run the same way: +x, or +z
        assert pose[[0, 2]] @ wall.along == pytest.approx(offset)


def test_the_open_ground_has_no_walls():
    assert walls_of(Room(20.0, 20.0, np.inf)) == {}


def test_an_opening_is_as_wide_as_it_is():
    assert opening_span(Opening("door", "back", 0.5, 0.9, 2.0)) == pytest.approx((0.05, 0.95))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(WALLS), st.booleans())
def test_free_stretches_are_where_a_strip_meets_nothing(seed, name, hangs):
    rng = np.random.default_rng(seed)
    things = {"new": Thing((0.5, 0.6, 0.4)), "table": Thing((1.6, 0.75, 0.9))}
    things |= {f"b{k}": Thing(tuple(rng.uniform(0.2, 1.2, 3))) for k in range(5)}
    bodies = with_boxes(bodies_of_things(things), 1, TABLE_BOXES)
    occupancy = Occupancy(bodies, exempt=[(0, 6)])
    yaw = np.pi / 2 * rng.integers(0, 4, 7)
    reach = np.array([ROOM.width, ROOM.depth]) / 2 - footprint_extent(bodies.half, yaw)
    at = rng.uniform(-1, 1, (7, 2)) * reach
    poses = np.column_stack([at[:, 0], rng.choice([0.0, 0.9], 7), at[:, 1], yaw])
    for b in range(7):
        occupancy.put(b, poses[b])
    occupancy.take(5)
    wall = walls_of(ROOM)[name]
    depth, low, high = float(rng.uniform(0.2, 0.8)), *((1.0, 1.6) if hangs else (0.0, 0.6))
    off = np.array([[-0.4, 0.3]]) if hangs else None
    free = free_intervals(wall, occupancy, depth=depth, low=low, high=high, skip=0, keep_off=off)
    assert (free[:, 1] > free[:, 0]).all()
    assert (free[1:, 0] >= free[:-1, 1]).all()
    assert free.min(initial=0.0) >= -wall.length / 2
    assert free.max(initial=0.0) <= wall.length / 2
    obstacles = [p for b in (1, 2, 3, 4) for p in pieces(bodies.boxes[b], poses[b])]
    cell = 0.01
    for at in np.arange(-wall.length / 2 + cell, wall.length / 2 - cell, 0.05):
        pose = wall.poses(np.array([at]), 0.0, 0.0)[0]
        strip = [(rectangle(pose, (-cell / 2, 0.0), (cell / 2, depth)), low, high)]
        taken = shared_area(strip, obstacles, slack=HEIGHT_SLACK) > 1e-9
        taken = taken or (hangs and at + cell / 2 > -0.4 and at - cell / 2 < 0.3)
        inside = bool(((free[:, 0] <= at - cell / 2 + 1e-9) & (free[:, 1] >= at + cell / 2 - 1e-9)).any())
        assert inside is not taken, at


def test_a_full_wall_has_no_stretch_and_a_bare_one_is_whole():
    bodies = bodies_of_things({"new": Thing((0.5, 0.6, 0.4)), "board": Thing((4.4, 0.5, 0.4))})
    occupancy = Occupancy(bodies)
    wall = walls_of(ROOM)["back"]
    assert free_intervals(wall, occupancy, depth=0.4, low=0.0, high=0.6, skip=0).tolist() == [[-2.15, 2.15]]
    occupancy.put(1, np.array([0.0, 0.0, -1.3, 0.0]))
    assert len(free_intervals(wall, occupancy, depth=0.4, low=0.0, high=0.6, skip=0)) == 0
    # above the board there is room
    assert len(free_intervals(wall, occupancy, depth=0.4, low=0.5, high=1.1, skip=0)) == 1
