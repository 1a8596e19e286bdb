"""Jobs on disk: rows that outlive their process, progress, logs, and cancelling from another process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scenewright.app.jobs import JobTable
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job, JobState

WORK = """
import sys, time
from pathlib import Path
from scenewright.app.jobs import JobTable
from scenewright.scene.jobs import Job
job = Job(name="the wait")
with JobTable(Path(sys.argv[1])).track(job, kind="wait", scene="a/scene"):
    for n in range(600):
        job.tick(n / 600, f"step {n}")
        time.sleep(0.05)
"""


@pytest.fixture
def table(tmp_path: Path) -> JobTable:
    return JobTable(tmp_path / "jobs")


def until(ready: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def started(table: JobTable) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", WORK, str(table.folder)], stderr=subprocess.PIPE)
    until(lambda: any(r.share > 0 for r in table.list()))
    return process


def test_a_job_leaves_a_row_with_its_log_and_its_result(table: JobTable) -> None:
    job = Job()
    with table.track(job, kind="bake", scene="room") as tracked:
        (row,) = table.list()
        assert (row.state, row.kind, row.scene, row.pid) == (JobState.RUNNING, "bake", "room", os.getpid())
        job.progress(0.4, "walls")
        job.log("the floor has no texture")
        tracked.result["picture"] = "wall.png"
    row = table.get(row.id[:-2])
    assert (row.state, row.share, row.what) == (JobState.FINISHED, 1.0, "walls")
    assert row.result == {"picture": "wall.png"}
    assert row.ended is not None
    assert row.ended >= row.begun
    assert table.log(row.id).rstrip().endswith("the floor has no texture")
    assert {f.suffix for f in table.folder.iterdir()} == {".json", ".log"}


def test_how_a_job_failed_is_kept(table: JobTable) -> None:
    with pytest.raises(ValueError, match="no light"), table.track(Job(), kind="bake"):
        raise ValueError("no light")
    (row,) = table.list()
    assert (row.state, row.error) == (JobState.FAILED, "ValueError: no light")
    with pytest.raises(ScenewrightError, match="is failed: there is nothing to cancel"):
        table.cancel(row.id)


@pytest.mark.slow
def test_another_process_cancels_a_job_within_two_seconds(table: JobTable) -> None:
    process = started(table)
    (row,) = table.list()
    begun = time.monotonic()
    table.cancel(row.id)
    process.wait(timeout=20)
    assert time.monotonic() - begun < 2.0 + 1.0  # and what a Python takes to end
    assert table.get(row.id).state is JobState.CANCELLED


@pytest.mark.slow
def test_a_job_killed_with_its_process_is_lost_at_the_next_look(table: JobTable) -> None:
    process = started(table)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=20)
    (row,) = table.list()
    assert row.state is JobState.LOST
    assert "ended without a result" in (row.error or "")
    assert [r.state for r in table.follow(row.id)] == [JobState.LOST]


def test_followers_see_each_change_until_the_end(table: JobTable) -> None:
    job = Job()
    seen = []
    with table.track(job, kind="train"):
        (row,) = table.list()
        follower = threading.Thread(target=lambda: seen.extend(table.follow(row.id)))
        follower.start()
        until(lambda: bool(seen))
        job.progress(0.5, "half")
        time.sleep(0.6)
    follower.join(timeout=10)
    assert [r.state for r in seen][-1] is JobState.FINISHED
    assert any(r.share == 0.5 for r in seen)


def test_a_job_that_does_not_look_is_ended_by_other_means(table: JobTable) -> None:
    ended = threading.Event()
    with pytest.raises(JobCancelled), table.track(Job(), kind="bake", insist=ended.set):  # noqa: PT012
        table.cancel(table.list()[0].id)
        assert ended.wait(10.0)
        raise JobCancelled("ended")
    assert table.list()[0].state is JobState.CANCELLED


def test_a_job_that_is_cancelled_here_is_told_so(table: JobTable) -> None:
    job = Job(name="the bake")
    job.cancel()
    with pytest.raises(JobCancelled), table.track(job, kind="bake"):
        job.check()
    assert table.list()[0].state is JobState.CANCELLED


def test_old_rows_are_forgotten_and_strange_files_left_alone(table: JobTable) -> None:
    for _ in range(4):
        with table.track(Job(), kind="bake"):
            pass
    (table.folder / "notes.json").write_text("[1, 2]")
    (table.folder / "torn.json").write_text('{"id": "torn"')
    newest = table.list()[0]
    table.forget_old(keep=1)
    assert [r.id for r in table.list()] == [newest.id]
    assert (table.folder / "notes.json").exists()
    with pytest.raises(ScenewrightError, match="cannot be read"):
        table.get("torn")
    with pytest.raises(ScenewrightError, match="there is no job 'x'"):
        table.get("x")


def test_jobs_on_the_command_line(table: JobTable, tmp_path: Path) -> None:
    with table.track(Job(), kind="bake", scene="room") as tracked:
        tracked.log("a line")

    def scenewright(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from scenewright.app.cli import main; main()", "jobs", *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, env={**os.environ, "SCENEWRIGHT_HOME": str(tmp_path)}, timeout=60
        )

    rows = json.loads(scenewright("list", "--json").stdout)["jobs"]
    assert [(r["kind"], r["state"]) for r in rows] == [("bake", "finished")]
    assert "no job is running" in scenewright("list", "--running").stdout
    assert "a line" in scenewright("show", rows[0]["id"]).stdout
    assert "finished" in scenewright("follow", rows[0]["id"]).stderr
    refused = scenewright("cancel", rows[0]["id"])
    assert refused.returncode != 0
    assert "nothing to cancel" in refused.stderr
