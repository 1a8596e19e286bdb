"""Putting bodies one by one, and taking some up again: nothing meets, fixed things stay, and polish makes nothing worse."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import Problem, Support
from scenewright.scene.layout.search import Effort
from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.layout.search.construction import construct, insert, order_of
from scenewright.scene.layout.search.polish import polish
from scenewright.scene.model import Room
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import arranged, in_doors, outside, overlaps, random_things, with_parents


def laid(arrangement: Arrangement) -> None:
    """Nothing that stands meets anything, is outside, or in a door's swing; what is fixed is where it was."""
    problem = arrangement.problem
    bodies = problem.bodies
    poses = arrangement.occupancy.poses[: len(bodies)].copy()
    missing = arrangement.missing
    met = [pair for pair in overlaps(problem, poses) if not set(pair) & set(missing)]
    assert met == []
    assert set(outside(problem, poses)) <= set(missing)
    assert {b for b in in_doors(problem, poses) if not bodies.fixed[b]} <= set(missing)
    assert (poses[bodies.fixed] == bodies.initial[bodies.fixed]).all()


def asked(seed: int, count: int = 9) -> Problem:
    """Things with relations between them that mostly can hold, some carried, one fixed."""
    rng = np.random.default_rng(seed)
    things = {"desk": Thing((1.4, 0.75, 0.7)), "pillar": Thing((0.3, 2.7, 0.3), (1.0, 0, -0.5), fixed=True)}
    things |= random_things(rng, count - 4)
    things["cup"] = Thing((0.1, 0.1, 0.1), (0, 0.75, 0), 0, Support.SURFACE)
    things["lamp"] = Thing((0.2, 0.4, 0.2), (0, 0.75, 0), 0, Support.SURFACE)
    names = [n for n in things if n.startswith("thing")]
    relations = [("against_wall", "desk", None, {})]
    for name in names:
        kind = str(rng.choice(["near", "left_of", "facing", "far", "behind", "parallel"]))
        relations.append(
            (kind, name, str(rng.choice(["desk", "pillar", names[0] if name != names[0] else "desk"])), {})
        )
    n = len(things)
    return with_parents(problem_of(things, *relations), {n - 2: 0, n - 1: 0})


# -- the order --------------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_carriers_and_what_others_refer_to_come_first(seed):
    rng = np.random.default_rng(seed)
    n = 10
    things = {f"t{k}": Thing((0.5, 0.5, 0.5)) for k in range(n)}
    relations = [("near", f"t{b}", f"t{a}", {}) for a, b in [sorted(rng.choice(n, 2, replace=False)) for _ in range(8)]]
    problem = with_parents(
        problem_of(things, *relations), {int(b): int(rng.integers(b)) for b in rng.integers(1, n, 4)}
    )
    chosen = [int(b) for b in rng.choice(n, 7, replace=False)]
    order = order_of(problem, chosen)
    assert sorted(order) == sorted(chosen)
    at = {b: k for k, b in enumerate(order)}
    for b in chosen:
        if int(problem.parent[b]) in at:
            assert at[int(problem.parent[b])] < at[b]
    for c in problem.constraints:
        if c.items[0] in at and c.target.body in at:
            assert at[c.target.body] < at[c.items[0]]


def test_circles_of_relations_keep_carriers_before_their_load():
    things = {f"t{k}": Thing((0.5, 0.5, 0.5)) for k in range(4)}
    circle = [("near", "t0", "t1", {}), ("near", "t1", "t2", {}), ("near", "t2", "t0", {}), ("near", "t3", "t0", {})]
    problem = with_parents(problem_of(things, *circle), {1: 0, 2: 1})
    order = order_of(problem, range(4))
    assert sorted(order) == [0, 1, 2, 3]
    assert order.index(0) < order.index(1) < order.index(2)


def test_the_bound_come_before_the_free_and_the_large_first():
    """Among the free, the large come before the small."""
    things = {
        "small": Thing((0.3, 0.5, 0.3)),
        "large": Thing((2, 0.5, 1)),
        "tied": Thing((0.4, 0.5, 0.4)),
        "bound": Thing((0.2, 0.5, 0.2)),
        "picture": Thing((0.5, 0.5, 0.05), support=Support.WALL),
    }
    problem = problem_of(
        things, ("near", "tied", "large", {}), ("in_corner", "bound", None, {}), ("on_wall", "picture", None, {})
    )
    assert order_of(problem, range(5)) == [3, 4, 1, 2, 0]


# -- one by one -------------------------------------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_what_is_put_meets_nothing_and_the_rest_is_named(seed, wished):
    problem = asked(seed)
    arrangement = arranged(problem, seed=seed, wished=wished)
    left = construct(arrangement, order_of(problem, np.flatnonzero(~problem.bodies.fixed).tolist()), {}, 16)
    assert sorted(left) == arrangement.missing
    laid(arrangement)


def test_a_pose_that_is_kept_is_taken_where_it_is_free():
    problem = asked(3)
    arrangement = arranged(problem)
    kept = np.array([-1.0, 0.0, 0.4, 0.3])
    free = problem_of({"a": Thing((0.5, 0.5, 0.5), tuple(kept[:3].tolist()), float(np.rad2deg(kept[3])))})
    arrangement = arranged(free)
    assert insert(arrangement, 0, [kept]) is True
    assert arrangement.occupancy.poses[0] == pytest.approx(kept)


def test_what_stands_on_something_waits_for_it():
    problem = asked(3)
    arrangement = arranged(problem)
    cup = len(problem.bodies) - 2
    assert insert(arrangement, cup) is False
    assert insert(arrangement, 0) is True
    assert insert(arrangement, cup) is True


def test_who_is_turned_out_is_named_with_its_load_never_fixed():
    room = Room(1.3, 1.3, 2.5)
    things = {
        "first": Thing((0.9, 0.5, 0.9)),
        "cup": Thing((0.1, 0.1, 0.1), (0, 0.5, 0)),
        "second": Thing((0.8, 0.5, 0.8)),
    }
    problem = with_parents(problem_of(things, room=room), {1: 0})
    arrangement = arranged(problem)
    assert construct(arrangement, [0, 1], {}, 16) == []
    assert insert(arrangement, 2) is False
    taken = insert(arrangement, 2, evict=True)
    assert taken == [0, 1]
    assert arrangement.missing == [0, 1]
    fixed = with_parents(problem_of({**things, "first": replace(things["first"], fixed=True)}, room=room), {1: 0})
    arrangement = arranged(fixed)
    assert insert(arrangement, 2, evict=True) is False
    assert arrangement.missing == [1, 2]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_turning_out_leaves_nothing_that_meets(seed):
    problem = asked(seed, 12)
    arrangement = arranged(problem, seed=seed)
    movable = np.flatnonzero(~problem.bodies.fixed).tolist()
    construct(arrangement, order_of(problem, movable), {}, 8)
    rng = np.random.default_rng(seed)
    for body in rng.choice(movable, 6).tolist():
        before = set(arrangement.missing)
        lifted = arrangement.take(body) if arrangement.stands(body) else []
        result = insert(arrangement, body, count=8, evict=True)
        out = result if isinstance(result, list) else []
        assert set(arrangement.missing) == (before | set(lifted) | set(out)) - (
            {body} if result is not False else set()
        )
        laid(arrangement)


# -- taking up again -----------------------------------------------------------------------------------------------------------


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000))
def test_polish_never_makes_a_layout_worse(seed):
    problem = asked(seed, 10)
    arrangement = arranged(problem, seed=seed, wished=bool(seed % 2))
    construct(arrangement, order_of(problem, np.flatnonzero(~problem.bodies.fixed).tolist()), {}, 4)
    totals = [arrangement.total]
    for _ in range(6):
        polish(arrangement, rounds=2)
        totals.append(arrangement.total)
        laid(arrangement)
    assert totals == sorted(totals, reverse=True)
    # what it costs is what it would cost if it were worked out anew
    worked_out = arrangement.total
    arrangement.judge_again(range(len(problem.constraints)))
    assert arrangement.total == pytest.approx(worked_out)


def test_polish_brings_together_what_is_to_be_together():
    things = {"desk": Thing((1.2, 0.75, 0.6), (-2, 0, -2)), "chair": Thing((0.5, 0.9, 0.5), (2, 0, 1))}
    problem = problem_of(things, ("near", "chair", "desk", {"hi": 0.4}), ("facing", "chair", "desk", {}))
    arrangement = arranged(problem)
    for body, pose in enumerate(problem.bodies.initial):
        arrangement.put(body, pose)
    assert len(arrangement.failing) == 2
    rounds = polish(arrangement, rounds=50)
    assert arrangement.total == 0.0
    assert rounds < 50
    laid(arrangement)


def test_polish_ends_when_all_holds_or_it_may_not_go_on():
    """It may not where no effort is left or the caller says so."""
    problem = problem_of({"a": Thing((1, 1, 1)), "b": Thing((1, 1, 1), (2, 0, 0))}, ("far", "a", "b", {}))
    arrangement = arranged(problem)
    for body, pose in enumerate(problem.bodies.initial):
        arrangement.put(body, pose)
    assert polish(arrangement, rounds=9, over=Effort(0.0)) == 0
    assert polish(arrangement, rounds=9, over=lambda: True) == 0
    answers = iter([False, False, True])
    rounds = polish(arrangement, rounds=9, over=lambda: next(answers))
    assert rounds == 2 or (rounds < 2 and arrangement.total == 0.0)
    arrangement.put(0, np.array([-2.5, 0.0, -1.9, 0.0]))
    arrangement.put(1, np.array([2.5, 0.0, 0.0, 0.0]))
    assert arrangement.total == 0.0
    assert polish(arrangement, rounds=9) == 0


def test_polish_leaves_relations_between_fixed_things():
    things = {"a": Thing((1, 1, 1), fixed=True), "b": Thing((1, 1, 1), (2, 0, 0), fixed=True)}
    problem = problem_of(things, ("far", "a", "b", {}))
    arrangement = arranged(problem)
    arrangement.judge_again([0])
    assert polish(arrangement, rounds=5) == 5
    laid(arrangement)
