"""Overlap of turned boxes in plan, against shapely: whether, how deep, which way apart; and the table of all boxes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout.search.planar import box_table, footprint_extent, separation, separation_axis
from tests.support.layout_cases import Thing, bodies_of_things
from tests.support.layout_oracles import L_BOXES, footprint, with_boxes

sides = st.floats(0.05, 2.0)
yaws = st.floats(-7.0, 7.0)
places = st.floats(-2.5, 2.5)


def posed(x: float, z: float, yaw: float) -> np.ndarray:
    return np.array([x, 0.0, z, yaw])


def separated(x: float, z: float, a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """What `separation` says of two boxes (half width, half depth, yaw), the second at (x, z) from the first."""
    return float(separation(np.array([x, z]), np.array(a[2]), np.array(a[:2]), np.array(b[2]), np.array(b[:2])))


@settings(max_examples=300, deadline=None)
@given(places, places, st.tuples(sides, sides, yaws), st.tuples(sides, sides, yaws))
def test_boxes_are_apart_where_shapely_finds_nothing_shared(x, z, a, b):
    one, other = footprint(np.array(a[:2]), posed(0, 0, a[2])), footprint(np.array(b[:2]), posed(x, z, b[2]))
    gap = separated(x, z, a, b)
    if gap > 1e-7:
        assert one.disjoint(other)
        assert gap <= one.distance(other) + 1e-9  # between corners the true distance is more
    elif gap < -1e-7:
        assert one.intersects(other)


@settings(max_examples=150, deadline=None)
@given(places, places, st.tuples(sides, sides, yaws), st.tuples(sides, sides, yaws))
def test_the_push_is_the_least_that_parts_them(x, z, a, b):
    gap, axis = separation_axis(
        np.array([[x, z]]), np.array([a[2]]), np.array([a[:2]]), np.array([b[2]]), np.array([b[:2]])
    )
    assert gap[0] == pytest.approx(separated(x, z, a, b), abs=1e-12)
    assert np.linalg.norm(axis[0]) == pytest.approx(1.0)
    if gap[0] >= -1e-6:
        return
    depth = -float(gap[0])
    one = footprint(np.array(a[:2]), posed(0, 0, a[2]))
    there = footprint(np.array(b[:2]), posed(*(np.array([x, z]) + axis[0] * (depth + 1e-7)), b[2]))
    assert one.intersection(there).area < 1e-9
    # a little less, whichever way, does not part them
    for turn in np.linspace(0.0, 2.0 * np.pi, 40):
        x1, z1 = x + 0.98 * depth * np.cos(turn), z + 0.98 * depth * np.sin(turn)
        assert one.intersection(footprint(np.array(b[:2]), posed(x1, z1, b[2]))).area > 0.0


def test_many_pairs_are_judged_as_each_alone():
    rng = np.random.default_rng(0)
    offset, half_a, half_b = rng.uniform(-2, 2, (5, 7, 2)), rng.uniform(0.1, 1, (5, 7, 2)), rng.uniform(0.1, 1, (7, 2))
    yaw_a, yaw_b = rng.uniform(-4, 4, (5, 7)), rng.uniform(-4, 4, (7,))
    together = separation(offset, yaw_a, half_a, np.broadcast_to(yaw_b, (5, 7)), np.broadcast_to(half_b, (5, 7, 2)))
    for i in range(5):
        for k in range(7):
            alone = separated(*offset[i, k], (*half_a[i, k], yaw_a[i, k]), (*half_b[k], yaw_b[k]))
            assert together[i, k] == pytest.approx(alone, abs=1e-12)


def test_boxes_within_each_other_are_as_deep_as_the_way_out():
    assert separated(0.3, 0.0, (1.0, 1.0, 0.0), (0.1, 0.1, 0.0)) == pytest.approx(-0.8)
    assert separated(0.0, 0.0, (1.0, 2.0, 0.0), (1.0, 2.0, 0.0)) == pytest.approx(-2.0)
    # from the same place every way out is as good, and one is named
    _, axis = separation_axis(np.zeros((1, 2)), np.zeros(1), np.ones((1, 2)), np.zeros(1), np.ones((1, 2)))
    assert np.linalg.norm(axis[0]) == pytest.approx(1.0)


@settings(max_examples=100, deadline=None)
@given(sides, sides, yaws)
def test_the_extent_is_that_of_the_corners(w, d, yaw):
    low_x, low_z, high_x, high_z = footprint(np.array([w, d]), posed(0, 0, yaw)).bounds
    extent = footprint_extent(np.array([w, d]), np.array(yaw))
    assert extent == pytest.approx([(high_x - low_x) / 2, (high_z - low_z) / 2])


def test_the_table_has_every_box_of_every_body_in_order():
    bodies = with_boxes(bodies_of_things({"a": Thing((2, 0.8, 2)), "b": Thing((1.0, 0.5, 0.4))}), 0, L_BOXES)
    zone = np.array([[-0.5, 0.04, 0.0], [0.5, 2.0, 1.0]])
    table = box_table(bodies, [zone[None]])
    assert table.start.tolist() == [0, 2, 3, 4]
    assert [table.count(b) for b in range(3)] == [2, 1, 1]
    for row, (low, high) in enumerate([*L_BOXES, bodies.boxes[1][0], zone]):
        assert table.centre[row] - table.half[row] == pytest.approx(low[[0, 2]])
        assert table.centre[row] + table.half[row] == pytest.approx(high[[0, 2]])
        assert (table.low[row], table.high[row]) == (low[1], high[1])
    assert table.bottom.tolist() == pytest.approx([0.0, 0.0, 0.04])
    assert table.top.tolist() == pytest.approx([0.8, 0.5, 2.0])
    # the circle about the origin holds every corner, and no smaller one does
    assert table.radius.tolist() == pytest.approx([np.sqrt(2), np.hypot(0.5, 0.2), np.hypot(0.5, 1.0)])
