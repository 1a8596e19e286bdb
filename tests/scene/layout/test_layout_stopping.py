"""A search ends soon after it is told to, wherever it is, and what it gives then is legal and says what is unserved."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Problem, check_scene, solve_scene
from scenewright.scene.layout.feasibility import eased, find_conflicts, narrow, narrowing
from scenewright.scene.layout.search import Effort, occupancy_of, proposals, solve
from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.layout.search.candidates import Candidates
from scenewright.scene.layout.search.construction import construct, insert
from scenewright.scene.layout.search.exact import Verdict, pack_floor
from scenewright.scene.layout.search.polish import polish
from scenewright.scene.layout.search.projection import project
from scenewright.scene.model import Room
from tests.support.asked_jobs import asking
from tests.support.layout_cases import Thing, problem_of
from tests.support.layout_oracles import JUDGE, arranged, overlaps, random_things


class After:
    """Says that it is over from its n-th call on, and counts the calls."""

    def __init__(self, calls: int) -> None:
        self.left, self.calls = calls, 0

    def __call__(self) -> bool:
        self.calls += 1
        return self.calls >= self.left


def stopped(problem: Problem, over: After, *, wished: bool = True) -> Arrangement:
    occupancy = occupancy_of(problem)
    source = Candidates(problem, occupancy, proposals.sample, np.random.default_rng(0), wished=wished)
    return Arrangement(problem, JUDGE, source, occupancy, Effort(cancelled=over))


def many(count: int = 30) -> Problem:
    room = Room(12.0, 12.0, 2.7)
    rng = np.random.default_rng(4)
    pairs = [("near", f"thing{k}", f"thing{k + 1}", {}) for k in range(0, count - 1, 2)]
    return problem_of(random_things(rng, count, room), *pairs, room=room)


def standing(arrangement: Arrangement) -> list[int]:
    """What stands, none of which meets another."""
    there = [b for b in range(arrangement.count) if arrangement.stands(b)]
    met = overlaps(arrangement.problem, arrangement.occupancy.poses[: arrangement.count])
    assert [pair for pair in met if set(pair) <= set(there)] == []
    return there


# -- the parts of the search ----------------------------------------------------------------------------------------------------


def test_construction_stops_between_two_bodies():
    problem = many()
    order = list(range(len(problem.bodies)))
    counts = []
    for calls in (1, 8, 20, 10**9):
        arrangement = stopped(problem, After(calls), wished=False)
        left = construct(arrangement, order, {}, 16)
        there = standing(arrangement)
        assert sorted([*left, *there]) == order
        counts.append(len(there))
    assert counts[0] == 0
    assert counts == sorted(set(counts))
    assert counts[1] < 8
    assert counts[-1] == len(order)


def test_a_body_under_way_at_a_stop_is_put_where_it_is_best():
    """Two relations that no pose serves both are worked on in three steps, each of which asks."""
    problem = problem_of(
        {"a": Thing((0.5, 0.5, 0.5), (-2, 0, 0)), "b": Thing((0.5, 0.5, 0.5)), "c": Thing((0.5, 0.5, 0.5), (2, 0, 0))},
        ("next_to", "b", "a", {}),
        ("next_to", "b", "c", {}),
    )
    asked = []
    for calls in (10**9, 1):
        over = After(calls)
        arrangement = stopped(problem, over)
        for b in (0, 2):
            arrangement.put(b, problem.bodies.initial[b])
        assert insert(arrangement, 1) is True
        assert standing(arrangement) == [0, 1, 2]
        asked.append(over.calls)
    assert asked[1] < asked[0]


@pytest.mark.parametrize("calls", [1, 5, 31, 45])
def test_projection_leaves_nothing_meeting_wherever_it_stops(calls):
    """All of a row meet their neighbours."""
    problem = problem_of({f"b{k}": Thing((0.6, 0.5, 0.6), (0.5 * k - 2.0, 0, 0)) for k in range(9)})
    over = After(calls)
    arrangement = stopped(problem, over)
    project(arrangement)
    there = standing(arrangement)
    assert len(there) < min(calls, 9)
    assert over.calls <= calls + 1  # the pushing asks once more
    whole = arranged(problem)
    project(whole)
    assert len(standing(whole)) == 9


def test_polish_stops_within_a_round_and_makes_nothing_worse():
    """What is taken up and not yet put again is where it was."""
    problem = many(12)
    apart = [replace(c, kind="far") for c in problem.constraints]
    problem = replace(problem, constraints=(*problem.constraints, *apart))
    for calls in range(1, 14):
        over = After(10**9)
        arrangement = stopped(problem, over, wished=False)
        construct(arrangement, list(range(12)), {}, 4)
        before = arrangement.total
        assert before > 0.0
        over.left = over.calls + calls
        rounds = polish(arrangement, rounds=10**6)
        assert rounds <= calls
        assert arrangement.total <= before
        standing(arrangement)


def test_an_exact_packing_stops_when_it_is_told_to():
    """Twenty and one squares where twenty fit, of sizes that do not come to an end by counting."""
    sizes = [0.51, 0.53, 0.55, 0.57, 0.59] * 8
    problem = problem_of({f"b{k}": Thing((s, 0.5, s)) for k, s in enumerate(sizes)}, room=Room(3.75, 3.4, 2.5))
    over = After(5)
    effort = Effort(cancelled=over)
    packing = pack_floor(problem, occupancy_of(problem), list(range(len(sizes))), units=1e6, effort=effort)
    assert packing.verdict is Verdict.UNKNOWN
    assert 5 <= over.calls < 200


def test_the_solver_names_what_it_had_no_time_for():
    problem = many()
    unplaced = []
    for calls in (1, 12, 25):
        over = After(calls)
        solution = solve(problem, JUDGE, proposals.sample, from_program=False, cancelled=over)
        assert over.calls == calls  # once over it is not asked again
        assert solution.starts == 1
        missing = set(solution.unplaced.tolist())
        assert (solution.poses[list(missing)] == problem.bodies.initial[list(missing)]).all()
        assert [pair for pair in overlaps(problem, solution.poses) if not set(pair) & missing] == []
        unplaced.append(len(missing))
    assert unplaced[0] == 30
    assert unplaced == sorted(unplaced, reverse=True)
    assert unplaced[1] > 0
    assert unplaced[2] < 30


def test_a_solver_without_effort_puts_nothing():
    problem = many()
    for units in (0.0, -1.0):
        solution = solve(problem, JUDGE, proposals.sample, effort=units)
        assert solution.unplaced.tolist() == list(range(30))
        assert solution.failing.tolist() == []


# -- what conflicts ---------------------------------------------------------------------------------------------------------------


def conflicting() -> Problem:
    big = {f"big{k}": Thing((9.0, 0.5, 9.0)) for k in range(2)}
    return problem_of(
        {**big, "a": Thing((1, 1, 1)), "b": Thing((1, 1, 1))}, ("near", "a", "b", {}), ("far", "a", "b", {})
    )


def test_bounds_are_tried_one_by_one_until_they_are_told_to_stop():
    problem = conflicting()
    counts = [len(find_conflicts(problem, After(calls))) for calls in (1, 2, 10**9)]
    assert counts == [0, 2, 3]
    assert eased(problem, After(1)) == [0, 1]
    assert eased(problem) == [0]


def test_narrowing_that_is_cancelled_names_all_that_is_unserved():
    problem = many(12)
    solution = solve(problem, JUDGE, proposals.sample, effort=0.0)
    for calls in (1, 2, 4):
        tried = itertools.count()

        def solved(part: Problem, effort: Effort, tried=tried):
            next(tried)
            return solve(part, JUDGE, proposals.sample, effort=0.0)

        (found,) = narrow(problem, solution, solved, Effort(cancelled=After(calls)))
        assert all(f"thing{b}" in found.says for b in range(12))
        assert next(tried) < calls


# -- all of it ----------------------------------------------------------------------------------------------------------------------

HALVED = """\
from scene.language import *
def block(w, h, d): return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))

@register('a room')
def scene():
    return concat_shapes(
        room(5.0, 4.0, 2.6, doors=[('front', -1.5, 0.9, 2.0)]),
        place(block(0.5, 1.0, 2.0), at=(0.5, 0, 1), name='cupboard'),
        place(block(0.5, 1.0, 1.9), at=(0.5, 0, -1), name='sideboard'),
        place(block(0.5, 0.5, 0.5), at=(2, 0, 0), name='stool'),
    )
"""


def test_a_cancelled_layout_keeps_the_program_and_names_faults():
    text = HALVED.replace("at=(2, 0, 0)", "at=(0.5, 0, 0.9)")
    scene = evaluate_here(text)
    for calls in (1, 3, 9):
        result = solve_scene(text, scene, evaluate_here, written=False, job=asking(After(calls)))
        assert result.source == text
        assert result.conflicts
        assert result.certificate.violations
        assert result.certificate.settle is None


@pytest.mark.parametrize(
    "step", ["reading shapes", "finding collisions", "judging bounds and support", "judging parts"]
)
def test_a_check_ends_at_each_of_its_steps(step: str):
    scene = evaluate_here(HALVED)
    job = Job()
    seen = []

    def cancel_at(_share: float, what: str) -> None:
        seen.append(what)
        if what == step:
            job.cancel()

    job.listen(cancel_at)
    with pytest.raises(JobCancelled):
        check_scene(scene, settle=False, job=job)
    assert seen[-1] == step


def test_no_more_ways_are_opened_once_it_is_cancelled():
    scene = evaluate_here(HALVED)
    opened = solve_scene(HALVED, scene, evaluate_here, written=False, settle=False)
    assert opened.source != HALVED
    told: list[str] = []
    stop = solve_scene(
        HALVED,
        scene,
        evaluate_here,
        written=False,
        settle=False,
        job=asking(lambda: "opening a way through" in told, lambda share, text: told.append(text)),
    )
    assert told.count("opening a way through") == 1
    assert stop.source == HALVED
    assert stop.conflicts == ()
    assert stop.certificate.navigable < 0.95


def test_without_effort_narrowing_takes_no_problem_apart(monkeypatch):
    """Which would take longer than all that is left of it to do."""

    def never(*given):
        raise AssertionError("taken apart")

    problem = many(12)
    solution = solve(problem, JUDGE, proposals.sample, effort=0.0)
    failing = replace(solution, failing=np.arange(len(problem.constraints), dtype=np.int32))
    monkeypatch.setattr(narrowing, "without", never)
    monkeypatch.setattr(narrowing, "of_bodies", never)
    for effort in (Effort(0.0), Effort(cancelled=lambda: True)):
        bodies, relations = narrowing.narrow(problem, failing, never, effort)
        assert set(bodies.bodies) == set(range(12))
        assert relations.constraints == tuple(range(len(problem.constraints)))
        assert narrowing.hopeless(problem, failing, never, effort) == []
