"""What is called impossible is: no layout made by chance has it; and without any one member of a conflict it is gone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import Problem, Support
from scenewright.scene.layout.feasibility import find_conflicts
from scenewright.scene.layout.feasibility.conflicts import minimal
from scenewright.scene.layout.relations import holds, residual
from scenewright.scene.layout.search import WALLS, walls_of
from scenewright.scene.model import FloatArray, Opening, Room
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import (
    floor_of,
    footprint,
    in_doors,
    outside,
    overlaps,
    with_parents,
    without_body,
)

KINDS = (
    "near", "next_to", "far", "across", "left_of", "right_of", "in_front_of", "behind", "facing", "parallel", "aligned", "above",
    "under", "centered", "on", "inside",
)  # fmt: skip


def asked(problem: Problem, *relations: tuple[str, Any, Any, dict[str, Any]]) -> Problem:
    """The problem with relations; a wall that is named is among their parameters, as it is in a program's."""
    names = [p.rsplit("/", 1)[-1] for p in problem.bodies.path]
    made = problem_of({n: Thing((1, 1, 1)) for n in names}, *relations, room=problem.room).constraints
    walled = [
        replace(c, parameters={**c.parameters, "wall": c.target.wall}) if c.target is not None and c.target.wall else c
        for c in made
    ]
    return replace(problem, constraints=tuple(walled))


def says(problem: Problem) -> list[str]:
    return [c.says for c in find_conflicts(problem)]


# -- layouts by chance ----------------------------------------------------------------------------------------------------------


def by_chance(seed: int) -> tuple[Problem, FloatArray]:
    """A room furnished by chance, and the poses: as full as chance makes it, things at walls, in corners, on each other."""
    rng = np.random.default_rng(seed)
    room = Room(
        *rng.uniform(2.2, 4.5, 2).round(2),
        2.6,
        (Opening("door", "front", 0.1, 0.9, 2.0), Opening("door", "left", 0.6, 0.8, 2.0)),
    )
    walls = walls_of(room)
    things: dict[str, Thing] = {}
    poses: list[FloatArray] = []

    def fits(thing: Thing, pose: FloatArray) -> bool:
        trial = problem_of({**things, "new": thing}, room=room)
        at = np.stack([*poses, pose])
        return not (overlaps(trial, at) or outside(trial, at) or in_doors(trial, at))

    for k in range(40):
        size = rng.uniform(0.3, 1.4), rng.uniform(0.3, 2.2), rng.uniform(0.22, 1.8)
        hangs = rng.random() < 0.15
        wall = walls[str(rng.choice(WALLS))]
        if hangs:
            thing = Thing((size[0], 0.4, 0.05), support=Support.WALL)
            pose = wall.poses(rng.uniform(-0.5, 0.5, 1) * (wall.length - size[0]), 0.025, float(rng.uniform(0.8, 1.9)))[
                0
            ]
        else:
            thing = Thing(size)
            if rng.random() < 0.7:  # at a wall, often in its corner, a little off, a little turned
                span = (wall.length - size[0]) / 2
                offset = np.array([span * float(rng.choice([-1.0, 1.0, rng.uniform(-1, 1)]))])
                pose = wall.poses(offset, size[2] / 2 + float(rng.choice([0.0, 0.05])), 0.0)[0]
            else:
                pose = np.array([*rng.uniform(-2, 2, 1), 0.0, *rng.uniform(-2, 2, 1), rng.uniform(-3, 3)])
        if len(things) < 9 and fits(thing, pose):
            things[f"t{k}"] = thing
            poses.append(pose)
    # something stands on the largest
    made = list(things.values())
    tops = max(range(len(made)), key=lambda i: made[i].size[2])
    height = made[tops].size[1]
    things["cup"] = Thing((0.1, 0.1, 0.1), support=Support.SURFACE)
    poses.append(poses[tops] + np.array([0, height, 0, 0]))
    problem = with_parents(problem_of(things, room=room), {len(poses) - 1: tops})
    return problem, np.stack(poses)


def true_relations(problem: Problem, poses: FloatArray, rng: np.random.Generator, tries: int) -> Problem:
    """The problem with relations, of those tried, that hold at the poses."""
    names = [p.rsplit("/", 1)[-1] for p in problem.bodies.path]
    tried = []
    for _ in range(tries):
        a, b = rng.choice(names, 2, replace=False).tolist()
        kind = str(rng.choice(KINDS))
        given = {"axis": str(rng.choice(["x", "z"]))} if kind == "aligned" else {}
        if kind == "near":
            low = float(rng.uniform(0, 2))
            given = {"lo": low, "hi": low + float(rng.uniform(0.1, 1))}
        tried.append((kind, a, b, given))
    tried += [("against_wall", a, f"wall_{w}", {}) for a in names for w in WALLS]
    tried += [
        ("on_wall", n, None, {"height": round(float(p[1]), 2)})
        for n, p, s in zip(names, poses, problem.bodies.support, strict=True)
        if s is Support.WALL
    ]
    full = asked(problem, *tried)
    kept = [c for c in full.constraints if holds(c, residual(c, full, [poses[b] for b in c.bodies]))]
    return replace(full, constraints=tuple(replace(c, relation=k) for k, c in enumerate(kept)))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 100_000))
def test_a_layout_that_there_is_is_never_called_impossible(seed):
    problem, poses = by_chance(seed)
    problem = true_relations(problem, poses, np.random.default_rng(seed), 150)
    assert len(problem.constraints) > 3
    assert says(problem) == []


@settings(max_examples=200, deadline=None)
@given(st.floats(0.2, 5), st.floats(0.2, 5), st.floats(1, 4), st.floats(1, 4))
def test_a_body_is_too_large_exactly_where_no_turn_fits_it_in(width, depth, wide, deep):
    problem = problem_of({"slab": Thing((width, 0.5, depth))}, room=Room(wide, deep, 2.5))
    turns = np.linspace(0, np.pi / 2, 20_001)
    over_x = width * np.cos(turns) + depth * np.sin(turns) - wide
    over_z = width * np.sin(turns) + depth * np.cos(turns) - deep
    over = float(np.maximum(over_x, over_z).min())
    if over < 0.0:
        assert says(problem) == []
    elif over > 2e-3:
        (told,) = find_conflicts(problem)
        assert told.bodies == (0,)
        assert "slab" in told.says


def test_doors_whose_swings_share_a_corner_take_it_once():
    """Two doors at one corner: what both need is free once, and the rest of the floor can be full."""
    room = Room(2.0, 2.0, 2.5, (Opening("door", "back", -0.6, 0.8, 2.0), Opening("door", "left", -0.6, 0.8, 2.0)))
    things = {"a": Thing((1.19, 0.5, 1.99)), "b": Thing((0.79, 0.5, 1.19)), "c": Thing((0.1, 0.5, 0.1))}
    problem = problem_of(things, room=room)
    poses = np.array([[0.4, 0, 0, 0], [-0.6, 0, 0.4, 0.0], [-0.15, 0, -0.3, 0]])
    # without c this is a layout; with it, it is not: a and b alone are no conflict
    alone = without_body(problem, 2)
    assert overlaps(alone, poses[:2]) == outside(alone, poses[:2]) == in_doors(alone, poses[:2]) == []
    assert says(alone) == []


@pytest.mark.parametrize(("doors", "free"), [(1, 3.36), (2, 3.36), (3, 2.72)])
def test_what_doors_sweep_is_no_floor(doors, free):
    """Two doors at one corner sweep the same, a third one sweeps its own."""
    at = [("back", -0.6), ("left", -0.6), ("front", 0.5)]
    room = Room(2.0, 2.0, 2.5, tuple(Opening("door", wall, offset, 0.8, 2.0) for wall, offset in at[:doors]))
    for area, told in ((free - 0.01, 0), (free + 0.01, 1)):
        things = {f"b{k}": Thing((area / 4, 0.5, 1.0)) for k in range(4)}
        found = find_conflicts(problem_of(things, room=room))
        assert len(found) == told
        assert all(f"{free:.2f} m2" in c.says for c in found)


def test_a_bed_may_have_its_head_and_its_side_at_walls():
    things = {"bed": Thing((1.4, 0.5, 2.0))}
    problem = asked(
        problem_of(things), ("against_wall", "bed", "wall_back", {}), ("against_wall", "bed", "wall_left", {})
    )
    pose = np.array([-3.0 + 0.7, 0, -2.5 + 1.0, 0.0])
    assert all(holds(c, residual(c, problem, [pose])) for c in problem.constraints)
    assert says(problem) == []


def test_what_stands_on_an_inner_shelf_is_inside_and_on_at_once():
    shelf = Thing((1.0, 1.8, 0.4), (0, 0, -2.3), levels=(0.05, 0.9, 1.8))
    things = {"shelf": shelf, "box": Thing((0.3, 0.3, 0.3))}
    problem = with_parents(problem_of(things), {1: 0})
    poses = np.array([[0, 0, -2.3, 0], [0, 0.05, -2.3, 0]])
    both = asked(problem, ("on", "box", "shelf", {}), ("inside", "box", "shelf", {}), ("under", "box", "shelf", {}))
    true = [c for c in both.constraints if holds(c, residual(c, both, [poses[b] for b in c.bodies]))]
    assert len(true) >= 2
    assert says(replace(both, constraints=tuple(true))) == []


def test_things_over_a_narrow_shelf_take_no_more_than_it_has():
    """Three boxes deeper than a board, side by side, each held by its middle."""
    things = {"board": Thing((1.0, 1.0, 0.2))} | {f"box{k}": Thing((0.32, 0.3, 0.35)) for k in range(3)}
    problem = with_parents(problem_of(things), {1: 0, 2: 0, 3: 0})
    poses = np.array([[0, 0, 0, 0], *[[x, 1.0, 0, 0] for x in (-0.33, 0.0, 0.33)]])
    assert overlaps(problem, poses) == []
    assert says(problem) == []


# -- what is impossible ---------------------------------------------------------------------------------------------------------


ROOM = Room(4.2, 4.0, 2.5, (Opening("door", "front", 0.0, 0.9, 2.0),))


def cabinets(count: int, width: float = 1.7) -> Problem:
    names = [f"cabinet{k}" for k in range(count)]
    problem = problem_of(dict.fromkeys(names, Thing((width, 1.0, 0.5))), room=ROOM)
    return asked(problem, *[("against_wall", n, "wall_back", {}) for n in names])


IMPOSSIBLE: dict[str, tuple[Problem, set[int], set[int]]] = {
    "wall": (cabinets(4), {0, 1, 2, 3}, {0, 1, 2, 3}),
    "floor": (problem_of({f"b{k}": Thing((1.2, 0.8, 1.2), at=(k, 0, 0)) for k in range(12)}, room=ROOM), set(range(12)), set()),
    "top": (
        with_parents(problem_of({"desk": Thing((1, 0.7, 0.5)), **{f"p{k}": Thing((0.45, 0.1, 0.45)) for k in range(4)}}), dict.fromkeys(range(1, 5), 0)),
        {1, 2, 3, 4}, set(),
    ),
    "sides": (asked(problem_of({"a": Thing((0.5, 1, 0.5)), "b": Thing((0.5, 1, 0.5))}), ("left_of", "a", "b", {}), ("right_of", "a", "b", {})), {0, 1}, {0, 1}),
    "two walls": (asked(problem_of({"a": Thing((1.0, 1, 0.5))}), ("against_wall", "a", "wall_left", {}), ("against_wall", "a", "wall_back", {})), {0}, {0, 1}),
    "chain": (
        asked(
            problem_of({n: Thing((0.4, 0.4, 0.4)) for n in "abc"}, room=Room(9, 9, 2.5)),
            ("near", "a", "b", {"hi": 0.5}), ("far", "a", "c", {}), ("near", "c", "b", {"hi": 0.5}),
        ),
        {0, 1, 2}, {0, 1, 2},
    ),
    "room": (asked(problem_of({n: Thing((0.4, 0.4, 0.4)) for n in "ab"}, room=Room(2, 2, 2)), ("far", "a", "b", {})), {0, 1}, {0}),
}  # fmt: skip


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_what_cannot_hold_is_named_with_nothing_too_much(case):
    problem, bodies, relations = IMPOSSIBLE[case]
    found = find_conflicts(problem)
    assert found
    for conflict in found:
        assert conflict.proved
        assert set(conflict.bodies) <= bodies
        assert set(conflict.constraints) <= relations
        assert bool(conflict.constraints) is bool(relations)
        assert conflict.says
        assert conflict.ways_out
    # without any one of its members the conflict is gone
    (first, *_) = found
    for number in first.constraints:
        left = tuple(c for k, c in enumerate(problem.constraints) if k != number)
        assert all(c.says != first.says for c in find_conflicts(replace(problem, constraints=left)))
    chosen = set(first.bodies)
    alone = problem
    for b in reversed(range(len(problem.bodies))):
        if b not in chosen and not relations and b not in problem.parent:
            alone = without_body(alone, b)
    if not relations:
        assert find_conflicts(alone)
        for b in range(len(alone.bodies)):
            if b not in alone.parent:
                assert find_conflicts(without_body(alone, b)) == []


def test_three_of_four_cabinets_are_one_too_many_for_a_wall():
    (found,) = find_conflicts(cabinets(4))
    assert len(found.bodies) == len(found.constraints) == 3
    assert "5.10 m" in found.says
    assert "4.20 m" in found.says
    assert find_conflicts(cabinets(2)) == []
    # the way out that names a length is enough
    wide = replace(cabinets(3), room=replace(ROOM, width=5.12))
    assert find_conflicts(wide) == []


def test_a_door_parts_a_wall():
    names = ["a", "b"]
    at_front = asked(
        problem_of(dict.fromkeys(names, Thing((1.7, 1.0, 0.5))), room=ROOM),
        *[("against_wall", n, "wall_front", {}) for n in names],
    )
    (found,) = find_conflicts(at_front)
    assert "2 pieces" in found.says
    narrow = asked(
        problem_of(dict.fromkeys(names, Thing((1.6, 1.0, 0.5))), room=ROOM),
        *[("against_wall", n, "wall_front", {}) for n in names],
    )
    assert find_conflicts(narrow) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=7), st.integers(1, 30))
def test_a_minimal_set_is_impossible_and_none_of_its_subsets_is(sizes, most):
    def impossible(chosen):
        return sum(sizes[k] for k in chosen) > most

    members = sorted(range(len(sizes)), key=lambda k: sizes[k])
    if not impossible(members):
        return
    kept = minimal(members, impossible)
    assert impossible(kept)
    assert all(len(kept) == 1 or not impossible([k for k in kept if k != one]) for one in kept)


def test_what_stands_right_is_inside_by_the_oracle_too():
    """The makers of layouts by chance make some that are tight, and none that is wrong."""
    fills = []
    for seed in range(6):
        problem, poses = by_chance(seed)
        assert overlaps(problem, poses) == outside(problem, poses) == []
        area = sum(footprint(h, p).area for h, p in zip(problem.bodies.half[:-1], poses[:-1], strict=True))
        fills.append(area / floor_of(problem.room).area)
    assert max(fills) > 0.3


def metres_in(way: str) -> list[float]:
    return [float(n) for n in re.findall(r"\d+\.\d+", way)]


def with_door(problem: Problem, offset: float, width: float | None = None) -> Problem:
    """A door of a metre in the front wall."""
    door = Opening("door", "front", offset, 1.0, 2.0)
    room = problem.room
    return replace(problem, room=Room(width or room.width, room.depth, room.height, (door,)))


def test_the_ways_out_of_a_wall_in_pieces_are_enough():
    one = problem_of({"sideboard": Thing((1.8, 1.0, 0.5))}, room=Room(4.2, 4.0, 2.6))
    one = with_door(asked(one, ("against_wall", "sideboard", "wall_front", {})), 0.0)
    (found,) = find_conflicts(one)
    assert found.ways_out[-1] == "move the doors of the front wall to one end"
    assert find_conflicts(with_door(one, 1.6)) == []
    names = ("a", "b", "c")
    three = problem_of({n: Thing((1.4, 1.0, 0.5)) for n in names}, room=Room(4.2, 4.0, 2.6))
    three = with_door(asked(three, *[("against_wall", n, "wall_front", {}) for n in names]), 0.0)
    (found,) = find_conflicts(three)
    (length,) = metres_in(found.ways_out[-1])
    assert found.ways_out[-1].endswith("m long, with its doors at one end")
    assert find_conflicts(with_door(three, length / 2 - 0.5, length)) == []


@pytest.mark.parametrize(
    "size", [(5.0, 1.0, 4.5), (4.4, 0.9, 1.6), (1.0, 3.0, 1.0)], ids=["large", "fits neither way", "high"]
)
def test_the_room_that_a_way_out_asks_for_is_large_enough(size):
    problem = problem_of({"crate": Thing(size)}, room=Room(4.2, 3.0, 2.6))
    (found,) = find_conflicts(problem)
    sides = metres_in(found.ways_out[0])
    room = Room(*sides, 2.6) if len(sides) == 2 else Room(4.2, 3.0, *sides)
    assert find_conflicts(replace(problem, room=room)) == []


def test_the_row_and_the_place_that_ways_out_ask_for_suffice():
    things = {n: Thing((1.5, 1.0, 1.5)) for n in "abc"}
    problem = problem_of(things, ("spaced", list("abc"), None, {"axis": "x"}), room=Room(4.2, 5.0, 2.6))
    (found,) = find_conflicts(problem)
    (length,) = metres_in(found.ways_out[0])
    assert find_conflicts(replace(problem, room=Room(length, 5.0, 2.6))) == []
    problem = problem_of(
        {"tv": Thing((1.2, 0.7, 0.3))}, ("clear", "tv", None, {"front": 4.5}), room=Room(4.0, 3.6, 2.6)
    )
    (found,) = find_conflicts(problem)
    assert find_conflicts(replace(problem, room=Room(*metres_in(found.ways_out[0]), 2.6))) == []
