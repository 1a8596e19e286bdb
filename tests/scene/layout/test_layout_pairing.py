"""What belongs together is put with a view to each other."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from scenewright.scene.layout import Support
from scenewright.scene.layout.search import proposals, solve
from scenewright.scene.layout.search.construction import insert
from scenewright.scene.layout.search.pairing import put_turning_out, put_with_a_view_to
from scenewright.scene.layout.search.polish import put_as_meant
from scenewright.scene.model import Opening, Room
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import JUDGE, arranged

HALL = Room(60.0, 40.0, 2.7, (Opening("door", "front", 0.0, 0.9, 2.0),))
PAIR = {"sandbox": Thing((1.5, 0.3, 1.5)), "tree": Thing((0.6, 1.4, 0.5))}
ASKED = (
    ("against_wall", "sandbox", "wall_left", {}),
    ("against_wall", "tree", "wall_front", {}),
    ("next_to", "tree", "sandbox", {}),
)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 0)])
def test_two_at_two_walls_meet_in_the_corner(seed, first, second):
    """One by one they would stand anywhere along walls of 40 and 60 metres."""
    problem = problem_of(PAIR, *ASKED, room=HALL)
    arrangement = arranged(problem, seed=seed, wished=False)
    assert put_with_a_view_to(arrangement, first, [second], 96)[0] == []
    assert insert(arrangement, second, count=96)
    assert arrangement.failing == []


def test_what_is_in_the_corner_is_turned_out_with_its_load():
    corner = {
        **PAIR,
        "chest": Thing((2.5, 0.5, 2.5), (-28.7, 0, 18.7)),
        "lamp": Thing((0.3, 0.4, 0.3), (-28.7, 0.5, 18.7), support=Support.SURFACE),
        "bench": Thing((1.5, 0.5, 0.5), (5, 0, 5)),
    }
    problem = problem_of(corner, *ASKED, ("on", "lamp", "chest", {}), room=HALL)
    problem.parent[3] = 2
    arrangement = arranged(problem, wished=False)
    for body in (2, 3, 4):
        arrangement.put(body, problem.bodies.initial[body])
    assert put_with_a_view_to(arrangement, 0, [1], 192)[0] == [2, 3]
    assert not arrangement.stands(3)
    assert arrangement.stands(0)
    assert arrangement.stands(4)
    assert not (arrangement.occupancy.depths(0, arrangement.occupancy.poses[:1]) > 0.0).any()


def test_nothing_is_changed_where_what_is_in_the_way_stays_there():
    things = {**PAIR, "pillar": Thing((59.9, 2.0, 39.9), (0, 0, 0), fixed=True)}
    problem = problem_of(things, *ASKED, room=HALL)
    arrangement = arranged(problem, wished=False)
    before = arrangement.snapshot()
    assert put_with_a_view_to(arrangement, 0, [1], 24) is None
    assert (arrangement.occupancy.standing == before.standing).all()


@pytest.mark.parametrize("kind", ["next_to", "near"])
def test_what_hangs_near_something_low_hangs_low(kind):
    """At the height of the eyes it would be half a metre above the crate by that alone."""
    things = {
        "crate": Thing((0.6, 0.5, 0.6), (0, 0, -19.6), fixed=True),
        "calendar": Thing((0.3, 0.3, 0.02), support=Support.WALL),
    }
    problem = problem_of(things, (kind, "calendar", "crate", {"hi": 0.4} if kind == "near" else {}), room=HALL)
    arrangement = arranged(problem, wished=False)
    arrangement.put(0, problem.bodies.initial[0])
    assert insert(arrangement, 1, count=96)
    assert arrangement.failing == []
    assert arrangement.occupancy.poses[1, 1] == pytest.approx(0.5 + (0.25 if kind == "next_to" else 0.2))
    assert np.isclose(arrangement.occupancy.poses[1, 2], -20.0, atol=0.05)


@pytest.mark.parametrize("seed", range(2))
def test_a_chain_from_wall_to_wall_goes_round_the_corner(seed):
    """Which of two walls the ends are at is told to the first by way of what stands between them."""
    things = {"copier": Thing((0.6, 1.1, 0.6)), "rack": Thing((0.4, 0.9, 0.3)), "mirror": Thing((0.6, 1.7, 0.3))}
    asked = (
        ("against_wall", "copier", "wall_left", {}),
        ("near", "copier", "rack", {"hi": 1.5}),
        ("next_to", "mirror", "rack", {}),
        ("against_wall", "mirror", "wall_back", {}),
    )
    arrangement = arranged(problem_of(things, *asked, room=HALL), seed=seed, wished=False)
    turned_out, meant = put_with_a_view_to(arrangement, 0, [2, 1], 192)
    assert turned_out == []
    assert list(meant) == [1, 2]
    for body, pose in meant.items():
        assert insert(arrangement, body, [pose], 192)
    assert np.linalg.norm(arrangement.occupancy.poses[:3, [0, 2]] - [-30.0, -20.0], axis=1).max() < 5.0
    assert len(arrangement.failing) <= 1


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("between", [2, 4])
def test_a_longer_chain_is_found_in_a_few_rounds(seed, between):
    """None of the things between the walls is tied to one: each goes where the next can follow."""
    line = ["chair", *(f"stool{k}" for k in range(between)), "stand"]
    things = {name: Thing((0.6, 0.8, 0.6)) for name in line}
    asked = [("near", b, a, {"lo": 0.0, "hi": 1.0}) for a, b in itertools.pairwise(line)]
    ends = [("against_wall", "chair", "wall_right", {}), ("against_wall", "stand", "wall_front", {})]
    found = solve(problem_of(things, *asked, *ends, room=HALL), JUDGE, proposals.sample, seed=seed, patience=48)
    assert len(found.failing) == 0


def test_what_is_spared_is_not_turned_out():
    things = {"chest": Thing((1, 0.5, 1), (0, 0, 0)), "stool": Thing((0.4, 0.5, 0.4), (5, 0, 0))}
    problem = problem_of(things, room=HALL)
    arrangement = arranged(problem, wished=False)
    arrangement.put(0, problem.bodies.initial[0])
    assert put_turning_out(arrangement, 1, np.array([0.2, 0, 0, 0]), spared=[0]) is None
    assert arrangement.stands(0)
    assert not arrangement.stands(1)
    assert put_turning_out(arrangement, 1, np.array([0.2, 0, 0, 0])) == [0]
    assert arrangement.stands(1)


@pytest.mark.parametrize("moved", [False, True])
def test_what_was_meant_to_stand_on_something_leaves_with_it(moved):
    """It does not stay in the air where that was."""
    things = {
        "table": Thing((1.0, 0.7, 1.0), (0, 0, 0)),
        "lamp": Thing((0.2, 0.4, 0.2), (0.1, 0.7, 0.1), support=Support.SURFACE),
    }
    problem = problem_of(things, room=HALL)
    problem.parent[1] = 0
    arrangement = arranged(problem, wished=False)
    arrangement.put(0, problem.bodies.initial[0] + ([8.0, 0, 0, 0] if moved else 0.0))
    put = put_as_meant(arrangement, 1, problem.bodies.initial[1], [])
    assert put == (None if moved else [])
    assert arrangement.stands(1) is not moved
