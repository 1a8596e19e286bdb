"""A job tells how far it is, and whether it is to stop."""

from __future__ import annotations

import math
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job

SHARES = st.floats(allow_nan=True, allow_infinity=True)
PARTS = st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)).map(lambda pair: tuple(sorted(pair)))


def told_by(job: Job) -> list[tuple[float, str]]:
    told: list[tuple[float, str]] = []
    job.listen(lambda share, what: told.append((share, what)))
    return told


# -- progress -----------------------------------------------------------------------------------------------------------


def test_listeners_hear_the_share_and_what_is_done():
    first: list[tuple[float, str]] = []
    job = Job(lambda share, what: first.append((share, what)))
    second = told_by(job)
    job.progress(0.25, "reading")
    job.progress(1.0, "done")
    assert first == second == [(0.25, "reading"), (1.0, "done")]
    assert (job.share, job.what) == (1.0, "done")


def test_a_job_that_nobody_listens_to_keeps_where_it_is():
    job = Job()
    assert (job.share, job.what) == (0.0, "")
    job.progress(0.5, "half")
    job.log("a line")
    assert (job.share, job.what) == (0.5, "half")
    assert not job.cancelled()
    job.check()


def test_a_lesser_share_tells_only_what_is_done():
    job = Job()
    told = told_by(job)
    job.progress(0.6, "a")
    job.progress(0.2, "b")
    assert told == [(0.6, "a"), (0.6, "b")]


@given(st.lists(st.tuples(PARTS, SHARES)))
def test_whatever_is_told_shares_lie_in_0_to_1_and_never_go_back(steps):
    job = Job()
    told = told_by(job)
    for (begin, end), share in steps:
        job.part(begin, end).progress(share, "part")
        job.progress(share, "whole")
    shares = [share for share, _ in told]
    assert all(0.0 <= share <= 1.0 for share in shares)
    assert shares == sorted(shares)
    assert len(told) == 2 * len(steps)


@given(PARTS, PARTS, st.floats(0.0, 1.0))
def test_a_part_of_a_part_is_the_part_that_it_looks_like(outer, inner, share):
    (a, b), (c, d) = outer, inner
    nested, straight = Job(), Job()
    nested.part(a, b).part(c, d).progress(share, "x")
    straight.part(min(a + (b - a) * c, 1.0), min(a + (b - a) * d, 1.0)).progress(share, "x")
    assert nested.share == pytest.approx(straight.share)


@given(PARTS)
def test_a_part_goes_from_its_begin_to_its_end(ends):
    begin, end = ends
    job = Job()
    part = job.part(begin, end)
    part.progress(0.0, "begun")
    assert job.share == begin
    part.progress(1.0, "done")
    assert job.share == pytest.approx(end)
    assert part.share == 1.0


def test_listeners_of_a_part_hear_its_own_share():
    job = Job()
    whole, part = told_by(job), job.part(0.5, 1.0)
    own = told_by(part)
    part.progress(0.5, "x")
    assert own == [(0.5, "x")]
    assert whole == [(0.75, "x")]


@pytest.mark.parametrize("ends", [(-0.1, 0.5), (0.6, 0.5), (0.5, 1.1), (math.nan, 1.0)])
def test_a_part_lies_within_the_whole(ends):
    with pytest.raises(ValueError, match="a part goes from"):
        Job().part(*ends)


def test_what_a_listener_raises_ends_the_work():
    def listener(share: float, what: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Job(listener).part().progress(0.1, "x")


def test_many_threads_tell_one_job():
    job = Job()
    told = told_by(job)

    def work(part: Job) -> None:
        for n in range(200):
            part.tick(n / 200, "x")

    threads = [threading.Thread(target=work, args=(job.part(k / 8, (k + 1) / 8),)) for k in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shares = [share for share, _ in told]
    assert len(shares) == 8 * 200
    assert shares == sorted(shares)


# -- lines --------------------------------------------------------------------------------------------------------------


def test_what_parts_log_the_whole_logs():
    lines: list[str] = []
    job = Job(on_log=lines.append)
    job.log("a")
    job.part(0.2, 0.4).part().log("b")
    assert lines == ["a", "b"]


# -- the end ------------------------------------------------------------------------------------------------------------


def test_a_cancelled_job_ends_at_its_next_check():
    job = Job(name="the render")
    told = told_by(job)
    job.tick(0.1, "x")
    job.cancel()
    assert job.cancelled()
    assert job.event.is_set()
    for end in (job.check, lambda: job.tick(0.2, "y")):
        with pytest.raises(JobCancelled, match="the render was cancelled") as caught:
            end()
        assert caught.value.kind == "cancelled"
        assert isinstance(caught.value, ScenewrightError)
    assert told == [(0.1, "x")]  # a tick that ends the work tells nothing
    job.progress(0.3, "z")  # telling alone ends nothing
    assert told[-1] == (0.3, "z")


@pytest.mark.parametrize("which", ["whole", "part"])
def test_a_job_and_its_parts_are_cancelled_together(which):
    job = Job()
    part = job.part(0.0, 0.5, name="structure from motion")
    (job if which == "whole" else part).cancel()
    assert job.cancelled()
    assert part.cancelled()
    assert job.part().cancelled()  # a part that is made later, too
    with pytest.raises(JobCancelled, match="structure from motion was cancelled"):
        part.part().check()


def test_another_thread_waits_for_the_event():
    job = Job()
    seen = threading.Event()
    waiting = threading.Thread(target=lambda: (job.event.wait(), seen.set()))
    waiting.start()
    job.part().cancel()
    waiting.join(timeout=30.0)
    assert seen.is_set()


def test_an_event_that_is_there_already_cancels():
    event = threading.Event()
    job = Job(event=event)
    assert job.part().event is event
    event.set()
    assert job.cancelled()


def test_a_listener_may_cancel_its_job():
    job = Job()
    job.listen(lambda share, what: job.cancel() if share >= 0.5 else None)
    done = 0
    while not job.cancelled():
        done += 1
        job.progress(done / 10, "x")
    assert done == 5


def test_a_deadline_cancels(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    job = Job(seconds=20.0, name="the render")
    part = job.part()
    assert part.deadline == job.deadline == 120.0
    now[0] = 119.0
    assert part.remaining == 1.0
    assert not part.cancelled()
    part.check()
    now[0] = 121.0
    assert part.remaining == 0.0
    assert part.cancelled()
    with pytest.raises(JobCancelled, match="the render was stopped at the end of the 20 s that it had") as caught:
        part.check()
    assert caught.value.kind == "deadline"
    job.cancel()
    with pytest.raises(JobCancelled, match="the render was cancelled"):
        part.check()


def test_a_job_without_a_deadline_has_all_time():
    job = Job()
    assert job.remaining == job.deadline == math.inf


def test_a_quiet_job_says_nothing_and_stops_with_its_whole() -> None:
    said: list[str] = []
    whole = Job(lambda share, what: said.append(what), on_log=said.append, name="the render")
    quiet = whole.part(name="the light").quiet()
    quiet.progress(0.5, "rays")
    quiet.log("a line")
    assert (said, whole.share) == ([], 0.0)
    whole.cancel()
    with pytest.raises(JobCancelled, match="the light was cancelled"):
        quiet.check()
