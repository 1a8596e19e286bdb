"""The report's floor: where a person fits, what cannot be reached, and what should stay free before doors, fronts and seats."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from scenewright.scene.layout.certify import RADIUS, Walkable
from scenewright.scene.layout.certify.free_floor import FloorArea, free_floor
from scenewright.scene.layout.certify.navigation import grown
from tests.support.certified_rooms import judged

CELL = 0.05


def polygon_of(area: FloorArea) -> Any:
    return shapely.Polygon(area.outline, area.holes)


def walkable_of(blocked: np.ndarray, seed: tuple[int, int] | None) -> Walkable:
    """The floor of a room with these cells blocked, of which the part at a cell can be reached."""
    from scipy import ndimage

    step = np.array([CELL, CELL])
    free = ~grown(np.pad(blocked, 1, constant_values=True), step, RADIUS)[1:-1, 1:-1]
    label, _ = ndimage.label(free, structure=np.ones((3, 3)))
    walked = np.zeros_like(free) if seed is None else (label == label[seed]) & free
    return Walkable(
        1.0, float(free.sum() * CELL**2), free, walked, np.array([-1.0, 0.5]), CELL, np.zeros(0, np.int32), step
    )


@st.composite
def floors(draw: st.DrawFn) -> Walkable:
    shape = draw(st.tuples(st.integers(12, 30), st.integers(12, 30)))
    blocked = np.zeros(shape, dtype=bool)
    for _ in range(draw(st.integers(0, 6))):
        i, j = draw(st.integers(0, shape[0] - 1)), draw(st.integers(0, shape[1] - 1))
        blocked[i : i + draw(st.integers(1, 12)), j : j + draw(st.integers(1, 12))] = True
    return walkable_of(blocked, (draw(st.integers(0, shape[0] - 1)), draw(st.integers(0, shape[1] - 1))))


@settings(deadline=None, max_examples=20)
@given(floors())
def test_the_areas_cover_where_a_person_can_stand(floor: Walkable) -> None:
    areas = free_floor(floor)
    for wanted, is_reached in ((floor.walkable, True), (floor.free & ~floor.walkable, False)):
        middles = floor.origin + (np.argwhere(wanted) + 0.5) * floor.step
        shape = shapely.union_all([polygon_of(a) for a in areas if a.reached is is_reached])
        others = shapely.union_all([polygon_of(a) for a in areas if a.reached is not is_reached])
        points = shapely.points(middles)
        assert shapely.covers(shapely.buffer(shape, 1e-3), points).all()
        assert not shapely.contains_properly(others, points).any()


@settings(deadline=None, max_examples=20)
@given(floors())
def test_the_areas_are_sound_apart_and_inside_the_room(floor: Walkable) -> None:
    areas = free_floor(floor)
    shapes = [polygon_of(a) for a in areas]
    assert all(shapely.is_valid(shapely.buffer(s, 0)) for s in shapes)
    assert [a.area for a in areas] == sorted((a.area for a in areas), reverse=True)
    low, high = floor.origin, floor.origin + floor.step * floor.free.shape
    room = shapely.buffer(shapely.box(*low, *high), 1e-3)
    assert all(room.covers(s) for s in shapes)
    for n, one in enumerate(shapes):
        for other in shapes[:n]:
            assert one.intersection(other).area < 0.02 * min(one.area, other.area) + 2e-3
    # a person is a disc: nothing of the areas is further from where their middle may be, to a cell and a half
    middles, everywhere = (
        floor.origin + (np.argwhere(cells) + 0.5) * floor.step for cells in (floor.free, np.ones_like(floor.free))
    )
    for shape in shapes:
        points = np.concatenate([everywhere[shapely.contains_xy(shape, everywhere)], shapely.get_coordinates(shape)])
        assert cKDTree(middles).query(points)[0].max() < RADIUS + 1.5 * CELL


def test_a_fence_makes_an_island_that_cannot_be_reached() -> None:
    certificate = judged("block(4, 1, 0.1), at=(0, 0, -0.5), name='fence'")
    near, far = certificate.free_floor
    assert (near.reached, far.reached) == (True, False)
    assert polygon_of(near).contains(shapely.Point(0, 1))
    assert polygon_of(far).contains(shapely.Point(0, -1.5))
    assert near.area == pytest.approx(4 * 2.45, abs=0.4)
    assert far.area == pytest.approx(4 * 1.45, abs=0.4)
    values: Any = certificate.to_json()["floor"]
    assert values["level"] == 0.0
    assert [a["reached"] for a in values["areas"]] == [True, False]


def test_furniture_is_a_hole_and_a_rug_is_none() -> None:
    (floor,) = judged("block(1, 0.7, 0.6), at=(0, 0, -0.3), name='desk'").free_floor
    (hole,) = floor.holes
    assert shapely.Polygon(hole).area == pytest.approx(0.6, abs=0.1)
    assert not judged("block(1, 0.01, 0.6), at=(0, 0, -0.3), name='rug'").free_floor[0].holes


def test_no_floor_is_free_in_a_room_that_is_full() -> None:
    assert judged("block(3.9, 1, 3.9), at=(0, 0, 0), name='crate'").free_floor == ()


def test_a_door_and_a_front_say_what_stands_in_them() -> None:
    certificate = judged(
        "block(1.2, 1.9, 0.6), at=(0, 0, -1.7), name='wardrobe'",
        "block(0.5, 0.5, 0.5), at=(0, 0, -1.1), name='crate'",
        "block(0.4, 0.4, 0.4), at=(0.1, 0, 1.6), name='box'",
    )
    by_what = {(s.path, s.what): s for s in certificate.spaces}
    door, front = by_what["", "door"], by_what["scene/wardrobe", "front"]
    assert (door.kept, door.inside) == (False, ("scene/box",))
    assert (front.kept, front.inside) == (False, ("scene/crate",))
    assert shapely.Polygon(door.corners).equals(shapely.box(-0.45, 1.1, 0.45, 2.0))
    assert shapely.Polygon(front.corners).normalize().equals_exact(shapely.box(-0.6, -1.4, 0.6, -0.7).normalize(), 1e-9)
    free = judged("block(1.2, 1.9, 0.6), at=(0, 0, -1.7), name='wardrobe'")
    assert all(s.kept and not s.inside for s in free.spaces)
    assert len(free.spaces) == 2


@settings(deadline=None, max_examples=8)
@given(st.floats(-180, 180), st.floats(-0.5, 0.5), st.floats(-0.5, 0.3))
def test_a_front_turns_with_its_body(turn: float, x: float, z: float) -> None:
    certificate = judged(f"block(0.8, 1.2, 0.4), at=({x}, 0, {z}), turn={turn}, name='wardrobe'")
    (front,) = [s for s in certificate.spaces if s.what == "front"]
    yaw = np.deg2rad(turn)
    middle = np.array([x, z]) + (0.2 + 0.35) * np.array([np.sin(yaw), np.cos(yaw)])
    assert np.allclose(np.mean(front.corners, axis=0), middle, atol=1e-6)
    assert shapely.Polygon(front.corners).area == pytest.approx(0.8 * 0.7)


def test_to_sit_down_one_needs_room_before_or_behind() -> None:
    table = "table(1.2, 0.75, 0.8), at=(0, 0, 0), name='table'"

    def seat(*things: str) -> Any:
        (found,) = [s for s in judged(table, *things).spaces if s.what == "seat"]
        return found

    chair = "block(0.4, 0.45, 0.4), at=({x}, 0, {z}), turn={turn}, name='chair'"
    alone = seat(chair.format(x=1.4, z=-1.4, turn=0))
    assert np.mean(alone.corners, axis=0) == pytest.approx((1.4, -1.0))
    assert alone.kept
    at_table = seat(chair.format(x=0, z=-0.5, turn=0))  # it faces the table: it is pulled back
    assert np.mean(at_table.corners, axis=0) == pytest.approx((0, -0.9))
    assert at_table.kept
    blocked = seat(chair.format(x=0, z=-0.5, turn=0), "block(0.6, 0.6, 0.5), at=(0, 0, -1.0), name='crate'")
    assert not blocked.kept
    assert "scene/crate" in blocked.inside or "scene/table" in blocked.inside
