"""Efforts are counted in work: the same problem and seed give the same result on a slow, a busy and another machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import solve_scene
from scenewright.scene.layout.feasibility import narrow
from scenewright.scene.layout.search import Effort, effort, proposals, solve
from scenewright.scene.layout.search.exact import Verdict
from tests.support.counted_searches import BELOW, PROBLEMS, conflicts, furnished, packed, repaired, solved, torn, tried
from tests.support.crowded_programs import GRID
from tests.support.layout_oracles import JUDGE
from tests.support.locations import REPOSITORY


class Clock:
    """Runs ahead by so many seconds each time that it is read."""

    def __init__(self, step: float) -> None:
        self.step, self.now, self.read = step, 0.0, 0

    def monotonic(self) -> float:
        self.now += self.step
        self.read += 1
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch):
    """Sets the clock that the search goes by."""

    def going(step: float) -> Clock:
        made = Clock(step)
        monkeypatch.setattr(effort, "time", SimpleNamespace(monotonic=made.monotonic))
        return made

    return going


# -- an effort ------------------------------------------------------------------------------------------------------------------------


def test_effort_ends_when_used_up_and_its_parts_share_its_count():
    whole = Effort(100.0)
    part, half = whole.part(30.0), whole.part(share=0.5)
    assert (whole.left, part.left, half.left) == (100.0, 30.0, 50.0)
    part.charge(20.0)
    assert (whole.left, part.left, half.left) == (80.0, 10.0, 30.0)
    assert not any(e() for e in (whole, part, half))
    whole.charge(10.0)
    assert [e() for e in (whole, part, half)] == [False, True, False]
    assert part.left == 0.0
    assert whole.part(1e9).left == 70.0
    assert half.part(share=0.5).left == 10.0
    assert whole.spent == half.spent == 30.0
    half.charge(1e6)
    assert [e() for e in (whole, half)] == [True, True]
    assert whole.part()() is True
    assert whole.note == ""
    assert Effort(0.0)()
    assert not Effort()()


def test_an_effort_ends_when_it_is_cancelled_and_asks_no_more():
    answers = iter([False, True])
    whole = Effort(cancelled=lambda: next(answers))
    part = whole.part(10.0)
    assert [part(), part(), part(), whole(), whole.part()()] == [False, True, True, True, True]
    assert not whole.stopped_by_clock
    assert whole.note == ""


def test_the_clock_stops_all_parts_and_that_is_said(clock):
    clock(1.0)
    whole = Effort(seconds=3.5)
    part = whole.part(10.0)
    assert [part(), whole(), part()] == [False, False, False]
    assert part()
    assert whole()
    assert whole.stopped_by_clock
    assert whole.note.startswith("the search was stopped by the clock after 3.5 s")
    assert "another machine" in whole.note


def test_a_cancel_when_the_clock_is_over_is_not_the_clock(clock):
    clock(10.0)
    whole = Effort(cancelled=lambda: True, seconds=1.0)
    assert whole()
    assert not whole.stopped_by_clock


# -- the same on a slow machine --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_solver_finds_the_same_however_fast_the_clock_runs(name, clock):
    fast, slow = clock(0.0), None
    one = solved(name)
    assert fast.read > 20
    slow = clock(1e3)
    other = solved(name)
    assert slow.now > 1e4
    assert one.poses.tolist() == other.poses.tolist()
    assert one.failing.tolist() == other.failing.tolist()
    assert one.unplaced.tolist() == other.unplaced.tolist()
    assert (one.rounds, one.starts, one.effort) == (other.rounds, other.starts, other.effort)
    assert not other.stopped_by_clock


@pytest.mark.parametrize(("name", "units"), [("torn", 600.0), ("crowded", 1200.0)])
def test_the_same_conflicts_are_named_at_any_speed_of_the_clock(name, units, clock):
    clock(0.0)
    one, with_effort = conflicts(name, units)
    clock(1e3)
    other, again = conflicts(name, units)
    assert one == other
    assert with_effort.spent == again.spent
    assert not again.stopped_by_clock
    assert one[0]


@pytest.mark.parametrize("units", [60.0, 120.0, 10_000.0])
def test_the_same_numbers_are_changed_at_any_speed_of_the_clock(units, clock):
    clock(0.0)
    one = repaired(GRID, effort=Effort(units, seconds=BELOW))
    clock(1e3)
    other = repaired(GRID, effort=Effort(units, seconds=BELOW))
    assert one.source == other.source
    assert (one.evaluations, one.changes, one.left) == (other.evaluations, other.changes, other.left)
    assert not other.stopped_by_clock
    if units > 1000.0:
        assert one.left == ()


def test_a_packing_is_the_same_however_fast_the_clock_runs(clock):
    clock(0.0)
    one = packed(Effort(seconds=BELOW))
    clock(1e3)
    other = packed(Effort(seconds=BELOW))
    assert one.verdict is other.verdict
    assert {b: p.tolist() for b, p in one.poses.items()} == {b: p.tolist() for b, p in other.poses.items()}


def test_nothing_that_is_found_depends_on_how_python_hashes():
    script = "from tests.support.counted_searches import fingerprint; print(fingerprint())"
    answers = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", script], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True
        )
        answers.append(run.stdout)
    assert json.loads(answers[0]).keys() == {
        *PROBLEMS,
        "conflicts of torn",
        "conflicts of crowded",
        "packed",
        "numbers",
    }
    assert answers[0] == answers[1]


TORN = """\
from scene.language import *
def block(w, h, d): return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))

@register('a room')
def scene():
    return concat_shapes(
        room(6, 6, 2.5),
        place(block(0.5, 0.5, 0.5), at=(0, 0, 0), name='a'),
        place(block(0.5, 0.5, 0.5), at=(0.1, 0, 0), name='b'),
        place(block(0.5, 0.5, 0.5), at=(2, 0, 0), name='c'),
    )

relate(next_to('a', 'b'), in_corner('a'), centered('b', 'room'), near('c', 'a'))
"""


def test_a_layout_is_the_same_however_fast_the_clock_runs(clock):
    scene = evaluate_here(TORN)
    found = []
    for step in (0.0, 0.05):
        clock(step)
        result = solve_scene(TORN, scene, evaluate_here, written=False, settle=False, best_effort=True, effort=250.0)
        found.append((result.source, [(c.bodies, c.constraints, c.says) for c in result.conflicts], result.notes))
    assert found[0] == found[1]
    assert found[0][1]
    assert found[0][2] == ()


# -- stopped ---------------------------------------------------------------------------------------------------------------------------


def test_a_solver_that_the_clock_stops_says_so(clock):
    clock(1.0)
    solution = solve(torn(), JUDGE, proposals.sample, effort=Effort(seconds=100.0))
    assert solution.stopped_by_clock
    assert solution.starts == 1


def test_a_packing_that_the_clock_stops_is_ended_and_known_to_be(clock):
    clock(1.0)
    whole = Effort(seconds=3.0)
    assert packed(whole).verdict is Verdict.UNKNOWN
    assert whole.stopped_by_clock


@pytest.mark.parametrize("seconds", [0.5, 30.0])
def test_a_conflict_search_that_the_clock_stops_names_what_fails(seconds, clock):
    """It says that the clock stopped it."""
    problem = torn()
    solution = solved("torn")
    assert len(solution.failing)
    clock(1.0)
    whole = Effort(seconds=seconds)
    found = narrow(problem, solution, tried, whole)
    assert whole.stopped_by_clock
    assert whole.note
    assert set(solution.failing.tolist()) <= {k for c in found for k in c.constraints}
    assert seconds > 2.0 or all("before it was known" in c.says for c in found)


def test_numbers_whose_search_the_clock_stops_say_so(clock):
    clock(1.0)
    repair = repaired(GRID, effort=Effort(seconds=10.0))
    assert repair.stopped_by_clock
    assert repair.left


def test_a_layout_that_the_clock_stops_has_a_note_of_it(clock):
    clock(30.0)
    result = solve_scene(TORN, evaluate_here(TORN), evaluate_here, written=False, settle=False)
    (note,) = result.notes
    assert note.startswith("the search was stopped by the clock after 600 s")
    assert result.conflicts


class Asked:
    """Cancels at the n-th time that it is asked, and keeps with how much effort it was asked each time."""

    def __init__(self, at: float) -> None:
        self.at, self.spent = at, [0.0]
        self.whole = Effort(cancelled=self)

    def __call__(self) -> bool:
        self.spent.append(self.whole.spent)
        return len(self.spent) > self.at

    @property
    def longest(self) -> float:
        """Units between one time and the next, and from the last to the end."""
        return float(np.diff([*self.spent, self.whole.spent]).max())


@pytest.mark.parametrize("at", [1, 5, 40])
def test_a_search_that_is_cancelled_does_little_more(at):
    """It is asked every few units of work, and nothing is begun after that."""
    asked = Asked(at)
    solution = solve(furnished(), JUDGE, proposals.sample, effort=asked.whole)
    assert asked.longest < 40.0
    assert not solution.stopped_by_clock
    asked = Asked(at)
    narrow(torn(), solved("torn"), tried, asked.whole)
    assert asked.longest < 40.0
    asked = Asked(at)
    repair = repaired(GRID, effort=asked.whole)
    assert asked.longest < 40.0
    assert not repair.stopped_by_clock
