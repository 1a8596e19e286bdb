"""Rooms as the benches make them: those that hold a layout are laid out, those that cannot are refused with the reason."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.layout import Support
from scenewright.scene.layout.search import occupancy_of, proposals, solve
from scenewright.scene.layout.search.candidates import HANG_GAP
from scenewright.scene.layout.search.exact import Verdict, pack_floor
from scenewright.scene.model import Opening, Room
from tests.benchmarks.layout_impossible import ROOMS
from tests.benchmarks.layout_refusals import refusal_of
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import JUDGE
from tests.support.samples import some_of

SEARCHED = (
    "two rugs",
    "two by two in three and a half",
    "five large ones and four corners",
    "two in the middle",
    "eight wide chairs about a small table",
    "a table in what is to stay clear",
    "two that do not go side by side",
)
"""What no bound shows: these take work, those in the middle of the list the most."""

BOUND = [r for r in ROOMS if r.reason not in SEARCHED]


@pytest.mark.parametrize("room", some_of(BOUND, 12), ids=lambda r: r.reason)
def test_what_cannot_hold_is_refused_with_what_conflicts_alone(room):
    refusal = refusal_of(room, 20_000.0)
    assert refusal.refused
    assert refusal.unchanged
    assert refusal.right, (refusal.says, refusal.named)
    assert refusal.minimal, refusal.named


@pytest.mark.slow
@pytest.mark.parametrize("reason", some_of(SEARCHED, 2))
def test_what_no_bound_shows_is_refused_too(reason):
    (room,) = [r for r in ROOMS if r.reason == reason]
    refusal = refusal_of(room, 30_000.0)
    assert refusal.good, (refusal.says, refusal.named)


def test_there_are_fifty_rooms_for_as_many_reasons():
    assert len({r.reason for r in ROOMS}) == len(ROOMS) == 50


@pytest.mark.parametrize("seed", range(2))
def test_nothing_is_hung_where_the_wall_has_a_hole(seed):
    """A wall that is nearly all window leaves the hooks the other walls and what is beside it."""
    room = Room(
        4.0, 3.0, 2.6, (Opening("window", "back", 0.0, 3.8, 1.2, 0.9), Opening("window", "left", 0.0, 2.8, 1.2, 0.9))
    )
    hooks = {f"hook{k}": Thing((0.1, 0.15, 0.08), support=Support.WALL) for k in range(12)}
    problem = problem_of(hooks, *[("on_wall", name, None, {"height": 1.5}) for name in hooks], room=room)
    solution = solve(problem, JUDGE, proposals.sample, seed=seed)
    assert not len(solution.failing)
    assert not len(solution.unplaced)
    for x, _, z, yaw in solution.poses:
        at_back, at_left = abs(np.cos(yaw) - 1.0) < 1e-6, abs(np.sin(yaw) - 1.0) < 1e-6
        assert not (at_back and abs(x) + 0.05 < 1.9)
        assert not (at_left and abs(z) + 0.05 < 1.4)


def test_blinds_stay_in_their_window():
    room = Room(4.0, 3.0, 2.6, (Opening("window", "back", 0.0, 1.6, 1.2, 0.9),))
    blinds = {"blinds": Thing((1.2, 1.0, 0.06), at=(0.0, 1.0, -1.47), support=Support.WALL)}
    solution = solve(problem_of(blinds, room=room), JUDGE, proposals.sample)
    assert np.allclose(solution.poses[0], [0.0, 1.0, -1.47, 0.0], atol=HANG_GAP + 1e-9)


def test_the_floor_is_packed_below_what_hangs_in_two_rows():
    """Two rows of pictures lie over each other in plan; cupboards stand before none of them."""
    room = Room(3.0, 3.0, 2.7)
    things = {f"cupboard{k}": Thing((1.0, 2.3, 0.6)) for k in range(4)}
    for wall, z in (("low", 1.0), ("high", 1.7)):
        things[wall] = Thing((1.0, 0.4, 0.05), at=(0.0, z, -1.475), support=Support.WALL)
    problem = problem_of(things, room=room)
    occupancy = occupancy_of(problem)
    for body in (4, 5):
        occupancy.put(body, problem.bodies.initial[body])
    packing = pack_floor(problem, occupancy, [0, 1, 2, 3], units=10_000.0)
    assert packing.verdict is Verdict.PLACED
    for body, pose in packing.poses.items():
        assert (occupancy.depths(body, pose[None]) <= 1e-9).all()


def test_a_chain_moves_along_with_what_is_bound_to_a_wall():
    """Each stands next to the one before, the last across the room from where the first is to be: all of them have to move."""
    things = {f"box{k}": Thing((0.6, 0.6, 0.6), at=(-4.0 + 0.8 * k, 0.0, -3.0)) for k in range(4)}
    near = [("next_to", f"box{k + 1}", f"box{k}", {}) for k in range(3)]
    problem = problem_of(
        things, ("against_wall", "box3", "wall_right", {"wall": "right"}), *near, room=Room(10.0, 8.0, 2.7)
    )
    solution = solve(problem, JUDGE, proposals.sample, seed=1)
    assert not len(solution.failing)
    assert not len(solution.unplaced)


def test_three_things_leave_a_wall_to_the_two_asked_there():
    things = {"bookshelf": Thing((1.7, 2.0, 0.4)), "wardrobe": Thing((1.8, 2.1, 0.6)), "desk": Thing((1.4, 0.75, 0.7))}
    wall = {"wall": "back"}
    problem = problem_of(
        things,
        ("against_wall", "bookshelf", "wall_back", wall),
        ("against_wall", "wardrobe", "wall_back", wall),
        room=Room(4.2, 3.8, 2.6),
    )
    for seed in range(2):
        assert not len(solve(problem, JUDGE, proposals.sample, seed=seed).failing)
