"""Doors and windows of a room are beside each other, however many a wall has."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from scenewright.app.writers.embedded.description import UsualOpenings
from scenewright.app.writers.embedded.room_openings import room_openings
from scenewright.app.writers.embedded.roomplan import RoomPlan


@given(
    st.floats(2.0, 12.0),
    st.floats(2.0, 12.0),
    st.integers(1, 4),
    st.integers(1, 5),
    st.booleans(),
    st.sampled_from(["front", "right"]),
    st.floats(0.0, 1.0),
    st.floats(0.8, 3.0),
)
def test_no_window_is_in_a_door(
    width: float, depth: float, doors: int, windows: int, mirrored: bool, wall: str, along: float, wide: float
) -> None:
    plan = RoomPlan(round(width, 2), round(depth, 2), 2.6)
    usual = UsualOpenings(door=wall, along=along, wide=wide)
    found = room_openings(plan, "break room", [], doors=doors, windows=windows, mirrored=mirrored, usual=usual)
    assert [o for o in found if o.kind == "door"]
    for a, b in combinations(found, 2):
        if a.wall == b.wall and {a.kind, b.kind} == {"door", "window"}:
            assert abs(a.offset - b.offset) >= (a.width + b.width) / 2 - 1e-9
    for one in found:
        assert abs(one.offset) + one.width / 2 <= plan.length(one.wall) / 2 + 1e-9
