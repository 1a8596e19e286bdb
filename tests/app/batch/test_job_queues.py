"""The queue between a batch and its engine."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import given, settings

from scenewright.app.batch.attempts import Attempt, AttemptResult
from scenewright.app.batch.job_queue import JobQueue
from scenewright.app.batch.planning import JobLimits, PlannedJob


def jobs_of(count: int) -> list[PlannedJob]:
    return [
        PlannedJob(f"{n:08x}", f"job-{n}", ({"kind": "brief"},), None, JobLimits(), f"line {n}") for n in range(count)
    ]


class Ends:
    """Counts how jobs ended. It fails at the `fails_at`-th end, as a manifest on a full disk does."""

    def __init__(self, fails_at: int | None = None) -> None:
        self.starts: list[str] = []
        self.final: list[str] = []
        self.retried: list[str] = []
        self._fails_at = fails_at

    def started(self, attempt: Attempt) -> None:
        self.starts.append(attempt.job.key)

    def ended(self, attempt: Attempt, result: AttemptResult, folder: Path | None, *, again: bool) -> None:
        (self.retried if again else self.final).append(attempt.job.key)
        if self._fails_at == len(self.final):
            raise OSError("the disk is full")


def queue_of(count: int, ends: Ends, attempts: int = 3) -> JobQueue:
    return JobQueue(jobs_of(count), ends, first_attempt=lambda j: Attempt(j, 1, 60.0, None), most_attempts=attempts)


@settings(max_examples=40)
@given(st.integers(0, 20), st.integers(1, 4), st.integers(1, 4), st.integers(0, 10_000))
def test_each_job_ends_once_however_often_workers_are_lost(count: int, workers: int, attempts: int, seed: int) -> None:
    ends = Ends()
    queue = queue_of(count, ends, attempts)
    chance = random.Random(seed)

    def work() -> None:
        while (attempt := queue.take()) is not None:
            lost = chance.random() < 0.4
            queue.ended(attempt, AttemptResult(0.0, "", kind="crash" if lost else "", again=lost))

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20.0)
    assert not any(t.is_alive() for t in threads)
    assert sorted(ends.final) == sorted(j.key for j in jobs_of(count))
    assert len(ends.starts) == len(ends.final) + len(ends.retried)
    assert queue.done


def test_a_job_is_tried_so_often_and_no_more() -> None:
    ends = Ends()
    queue = queue_of(1, ends, attempts=3)
    numbers = []
    while (attempt := queue.take()) is not None:
        numbers.append(attempt.number)
        queue.ended(attempt, AttemptResult(0.0, "", kind="crash", again=True))
    assert numbers == [1, 2, 3]
    assert (len(ends.retried), len(ends.final)) == (2, 1)


def test_a_worker_takes_what_fits_it() -> None:
    queue = queue_of(4, Ends())
    taken = queue.take(lambda job: job.label == "job-2")
    assert taken is not None
    assert taken.job.label == "job-2"
    assert queue.take(lambda job: job.label == "job-2", wait=False) is None


def test_nothing_is_begun_after_the_manifest_failed() -> None:
    ends = Ends(fails_at=2)
    queue = queue_of(5, ends)
    while (attempt := queue.take()) is not None:
        queue.ended(attempt, AttemptResult(0.0, ""))
    assert len(ends.starts) == 2
    assert isinstance(queue.error, OSError)
    assert queue.done
