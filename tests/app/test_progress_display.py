"""What a command shows while it works: nothing for a moment, then what it does, how far it is and how long it still takes."""

from __future__ import annotations

import time

import pytest

from scenewright.app.terminal.naming import running_command
from scenewright.app.terminal.output import Reporter, guarded
from scenewright.app.terminal.progress import ProgressDisplay, RemainingTime
from scenewright.renderers.blender.progress import SteadyProgress
from scenewright.scene.jobs import Job


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_remaining_time_follows_the_speed() -> None:
    left = RemainingTime()
    assert left.told(0.0) == ""
    for second in range(11):
        left.add(float(second), 0.01 * second)
    assert left.seconds(10.0) == pytest.approx(90.0)
    assert left.told(10.0) == "about 2 min left"
    for second in range(11, 61):  # four times as fast from here
        left.add(float(second), 0.1 + 0.04 * (second - 10) / 4.0)
    assert left.seconds(60.0) == pytest.approx(40.0)
    assert left.told(60.0) == "about 40 s left"


@pytest.mark.parametrize("told", [[(0.0, 0.5)], [(0.0, 0.0), (60.0, 0.0)], [(0.0, 0.1), (1.0, 0.2)]])
def test_nothing_is_said_of_what_nobody_knows(told: list[tuple[float, float]]) -> None:
    left = RemainingTime()
    for now, share in told:
        left.add(now, share)
    assert left.told(told[-1][0]) == ""


def test_lines_come_seconds_apart_with_the_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    display = ProgressDisplay("rendering", quiet=0.0, clock=clock)
    while not display.shown:
        time.sleep(0.01)
    for second in range(1, 21):
        clock.now = 100.0 + second
        display(second / 40.0, "sample\x1b[2J 3 of 9")
    display.stop()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "rendering ..."
    assert 3 <= len(lines) <= 5
    assert lines[-1].startswith("rendering: ")
    assert lines[-1].endswith(" s left")
    assert "\x1b" not in "".join(lines)


def test_a_command_says_what_it_does_before_its_first_job(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scenewright.app.terminal.output.QUIET_SECONDS", 0.05)
    running_command.set(None)  # tests before this one may have run commands in this thread
    reporter = Reporter(as_json=True)
    with guarded(reporter):
        time.sleep(0.3)
        with reporter.job("asking") as job:
            job.progress(0.5, "thinking")
            time.sleep(0.1)
        reporter.result({"answer": 1}, "")
    told = capsys.readouterr()
    assert told.err.splitlines()[0] == "starting ..."
    assert "asking" in told.err
    assert told.out == '{"schema": 1, "answer": 1}\n'


def test_a_quick_command_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    reporter = Reporter(as_json=False)
    with guarded(reporter):
        with reporter.job("asking") as job:
            job.progress(0.5, "thinking")
        reporter.result({}, "answer")
    assert capsys.readouterr() == ("answer\n", "")


def test_a_steady_bar_moves_between_two_reports_and_never_beyond() -> None:
    clock, shares = Clock(), []
    pace = SteadyProgress(Job(lambda share, _: shares.append(share)), clock=clock)
    pace.report(0.1, "sampling", 0.8, 10.0)
    for _ in range(60):
        clock.now += 0.25
        pace.tick()
    assert shares == sorted(shares)
    assert len(shares) >= 15
    assert shares[-1] == pytest.approx(0.8)
    pace.report(0.5, "sample 9 of 64", 0.8, 4.0)  # the bar is further already, and stays
    assert shares[-1] == pytest.approx(0.8)
    pace.report(0.9, "normals", 1.0, None)
    count = len(shares)
    clock.now += 60.0
    pace.tick()
    assert len(shares) == count
    assert shares[-1] == pytest.approx(0.9)
