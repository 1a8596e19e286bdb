"""What a worker cannot do to a server: end it, hold it up, or lose what was saved. The next command works."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from scenewright.app.session import Session
from scenewright.app.workers import RemoteSession, SceneWorkers, WorkerEnded, WorkerError, WorkerLimits
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing.edits import Move
from tests.support.command_line import run as run_command
from tests.support.locations import REPOSITORY, SOURCES
from tests.support.shared_templates import TEMPLATES_OF_TESTS
from tests.support.worker_scenes import ENDLESS, ended, family, move, scene_folder, until, worker_pids

LIMITS = WorkerLimits(preload=False)


@pytest.fixture
def strict(request: pytest.FixtureRequest) -> Iterator[SceneWorkers]:
    """Workers with the limits of the test's parameter."""
    made = SceneWorkers(replace(LIMITS, **request.param), templates=TEMPLATES_OF_TESTS)
    yield made
    made.close()


def pid_of(session: RemoteSession, workers: SceneWorkers) -> int:
    """The process of a session's worker."""
    before = set(worker_pids(workers))
    session.start()
    new = set(worker_pids(workers)) - before
    assert len(new) == 1
    return new.pop()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_crash_is_named_and_the_next_command_works(workers: SceneWorkers, tmp_path: Path, number: int) -> None:
    session = workers.open(scene_folder(tmp_path / "scene", ENDLESS), owner="anna")
    pid = pid_of(session, workers)
    with session.listen() as listener:
        threading.Timer(0.3, os.kill, (pid, number)).start()
        with pytest.raises(WorkerError, match=f"signal {int(number)}") as caught:
            session.run("evaluate")
        told = [e for e in listener.waiting() if isinstance(e, WorkerEnded)]
    assert caught.value.kind == "crash"
    assert caught.value.number in str(caught.value)
    assert [e.kind for e in told] == ["crash"]
    assert session.source() == ENDLESS
    session.close()


@pytest.mark.slow
def test_an_edit_that_is_killed_is_whole_or_not_there(session: RemoteSession, workers: SceneWorkers) -> None:
    rng = random.Random(13)
    assert session.where is not None
    session.edit([move("a", 0.01)])
    done = session.revision or 0
    for _ in range(6):
        session.edit([move("a", 0.01), move("b", 0.01)])  # all that an edit needs is warm now
        done += 1
        (pid,) = [p for p in worker_pids(workers) if psutil.Process(p).cwd() == str(session.where)]
        threading.Timer(rng.uniform(0.0, 0.15), kill, (pid,)).start()
        count, error = edits_until_killed(session)
        done += count
        assert error.kind == "crash"
        there = Session.open(session.where, writable=True)
        assert there.revision in (done, done + 1)
        done = there.revision
        # both moves of a batch, or neither
        x = {e.path: e.world_from_local[0, 3] for e in there.scene.entities() if e.path in ("row/a", "row/b")}
        assert x["row/a"] + 1.0 == pytest.approx(x["row/b"] + 0.01)
    assert session.edit([move("c")])["revision"] == done + 1


def edits_until_killed(session: RemoteSession) -> tuple[int, WorkerError]:
    """The number of edits that succeeded, and the error of the next one."""
    count = 0
    while True:
        try:
            session.edit([move("a", 0.01), move("b", 0.01)])
        except WorkerError as error:
            return count, error
        count += 1


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def test_listeners_hear_of_a_change_before_a_crash(session: RemoteSession, workers: SceneWorkers) -> None:
    pid = pid_of(session, workers)
    assert session.where is not None
    Session.open(session.where, writable=True).edit([])
    with session.listen() as listener:
        kill(pid)
        assert until(lambda: not psutil.pid_exists(pid))
        Session.open(session.where, writable=True).edit(
            [Move("c", (0.2, 0.0, 0.0))]
        )  # as if saved just before the crash
        session.source()
        (change,) = [e.change for e in listener.waiting() if hasattr(e, "change")]
    assert (change.revision, change.based_on, change.paths) == (2, 1, None)


@pytest.mark.parametrize("strict", [{"memory_bytes": 500 << 20}], indirect=True)
def test_too_much_memory_is_one_named_error(strict: SceneWorkers, tmp_path: Path) -> None:
    session = strict.open(scene_folder(tmp_path / "scene"), owner="anna")
    with pytest.raises(WorkerError, match=r"more .*memory.*: ask for less") as caught:
        session.run("export", {"out": "much.ply", "splats": 30_000_000})
    assert caught.value.kind == "memory"
    assert session.edit([move()])["revision"] == 2
    assert not (tmp_path / "scene" / "much.ply").exists()


@pytest.mark.parametrize("strict", [{"seconds": {"evaluate": 0.5, "source": 0.5}}], indirect=True)
def test_work_over_its_time_is_stopped_and_named(strict: SceneWorkers, tmp_path: Path) -> None:
    endless = strict.open(scene_folder(tmp_path / "endless", ENDLESS), owner="anna")
    endless.start()
    began = time.monotonic()
    with pytest.raises(WorkerError, match=r"the evaluate took more than 0\.5 s") as caught:
        endless.run("evaluate")
    assert caught.value.kind == "time"
    hung = strict.open(scene_folder(tmp_path / "hung"), owner="anna")
    os.kill(pid_of(hung, strict), signal.SIGSTOP)  # as work that looks at nothing
    with pytest.raises(WorkerError, match=r"the source took more than 0\.5 s"):
        hung.source()
    assert time.monotonic() - began < 10.0
    assert "row" in hung.source()


@pytest.mark.parametrize("hangs", [False, True], ids=["stops", "hangs"])
def test_a_cancel_takes_effect_within_two_seconds(
    session: RemoteSession, workers: SceneWorkers, hangs: bool, tmp_path: Path
) -> None:
    asked = session if hangs else workers.open(scene_folder(tmp_path / "endless", ENDLESS), owner="anna")
    pid = pid_of(asked, workers)
    if hangs:
        os.kill(pid, signal.SIGSTOP)
    with asked.listen() as listener:
        caught: list[BaseException] = []

        def work() -> None:
            try:
                asked.run("evaluate")
            except ScenewrightError as error:
                caught.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        first = listener.get(10.0)
        time.sleep(0.3)
        began = time.monotonic()
        assert asked.cancel(first.job)  # type: ignore[union-attr]
        thread.join(10.0)
        assert time.monotonic() - began < 2.0
    assert isinstance(caught[0], JobCancelled)
    assert psutil.pid_exists(pid) is not hangs
    assert "register" in asked.source()


def test_a_template_that_died_is_replaced(tmp_path: Path) -> None:
    with closing(SceneWorkers(LIMITS)) as workers:
        session = workers.open(scene_folder(tmp_path / "scene"), owner="anna")
        session.edit([move()])
        pids = {r.kind: r.pid for r in workers.supervisor.report()}
        kill(pids["template of workers"] or 0)
        assert until(lambda: not worker_pids(workers))  # a worker ends with its template
        assert session.undo()["revision"] == 3


@pytest.mark.parametrize("strict", [{"idle_seconds": 0.3}], indirect=True)
def test_an_idle_worker_ends_and_comes_back(strict: SceneWorkers, tmp_path: Path) -> None:
    session = strict.open(scene_folder(tmp_path / "scene"), owner="anna")
    session.edit([move()])
    assert until(lambda: not worker_pids(strict))
    assert session.revision == 2
    session.undo(based_on=2)
    assert session.revision == 3


def test_what_a_worker_started_ends_with_it(session: RemoteSession, workers: SceneWorkers) -> None:
    pid = pid_of(session, workers)
    session.run("evaluate")  # its sandbox has a server and a child that waits
    started = family(pid)
    assert len(started) >= 3
    kill(pid)
    assert until(lambda: all(map(ended, started)), 5.0)


def test_closing_a_session_ends_its_worker(workers: SceneWorkers, tmp_path: Path) -> None:
    session = workers.open(scene_folder(tmp_path / "scene"))
    started = family(pid_of(session, workers))
    session.close()
    assert all(map(ended, started[:1]))
    assert until(lambda: all(map(ended, started)), 5.0)


@pytest.mark.slow
def test_no_worker_outlives_a_server_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys, time\nfrom scenewright.app.workers import SceneWorkers, WorkerLimits\n"
        "workers = SceneWorkers(WorkerLimits(preload=False))\n"
        f"session = workers.open({str(scene_folder(tmp_path / 'scene'))!r})\nsession.run('evaluate')\n"
        "print('ready', flush=True)\ntime.sleep(600)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment, cwd=REPOSITORY
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == b"ready\n"
        started = family(server.pid)[1:]
        assert len(started) >= 4
        server.kill()
    assert until(lambda: all(map(ended, started)))


# -- owners -----------------------------------------------------------------------------------------------------------


def test_owners_see_only_their_own_data(workers: SceneWorkers, tmp_path: Path) -> None:
    for owner in ("anna", "bert"):
        (tmp_path / owner).mkdir()
        (tmp_path / owner / "packs.toml").write_text(f"schema = 1\n[[pack]]\nfolder = '/nowhere/of_{owner}'\n")
    for owner, other in (("anna", "bert"), ("bert", "anna")):
        free = workers.open(None, owner=owner, data_dir=tmp_path / owner)
        seen = str(free.run("packs"))
        assert f"of_{owner}" in seen
        assert f"of_{other}" not in seen
        free.close()


def test_a_worker_has_no_key_of_the_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "a-secret-of-the-server")
    monkeypatch.setenv("SCENEWRIGHT_KERNEL", "none")
    with_keys = SceneWorkers(LIMITS)
    session = with_keys.open(scene_folder(tmp_path / "scene"))
    for process in family(pid_of(session, with_keys)):
        environment = process.environ()
        assert "OPENAI_API_KEY" not in environment
        assert "SCENEWRIGHT_KERNEL" not in environment
    with_keys.close()


def test_keys_reach_one_command_in_a_worker_of_its_own(session: RemoteSession, workers: SceneWorkers) -> None:
    session.start()
    before = worker_pids(workers)
    named = {"SCENEWRIGHT_BLENDER": "/nowhere/named-by-the-key"}  # a variable whose effect can be seen
    assert "named-by-the-key" in str(session.run("renderers", keys=named))
    assert "named-by-the-key" not in str(session.run("renderers"))
    assert worker_pids(workers) == before


@pytest.mark.parametrize("strict", [{"workers_per_owner": 2}], indirect=True)
def test_one_owner_has_no_more_workers_than_allowed(strict: SceneWorkers, tmp_path: Path) -> None:
    opened = [strict.open(scene_folder(tmp_path / f"scene_{n}"), owner="anna") for n in range(3)]
    other = strict.open(scene_folder(tmp_path / "other"), owner="bert")
    for session in (other, *opened, opened[0]):
        assert session.edit([move()])["revision"] >= 2
        assert len(worker_pids(strict)) <= 3
    assert opened[0].revision == 3


@pytest.mark.parametrize("strict", [{"commands_per_owner": 1}], indirect=True)
def test_commands_of_one_owner_wait_and_hold_up_no_other(strict: SceneWorkers, tmp_path: Path) -> None:
    endless = strict.open(scene_folder(tmp_path / "endless", ENDLESS), owner="anna")
    waiting = strict.open(scene_folder(tmp_path / "waiting"), owner="anna")
    other = strict.open(scene_folder(tmp_path / "other"), owner="bert")
    job = Job()

    def work() -> None:
        with pytest.raises(JobCancelled):
            endless.run("evaluate", job=job)

    thread = threading.Thread(target=work)
    with endless.listen() as listener:
        thread.start()
        assert listener.get(10.0) is not None
        time.sleep(0.2)
        other.source()
        with pytest.raises(WorkerError, match="commands of this owner wait") as caught:
            waiting.run("history", seconds=0.3)
        assert caught.value.kind == "busy"
        job.cancel()
        thread.join(10.0)
    assert waiting.source()


# -- the command line -------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of the kernel")
def test_a_command_can_be_held_to_its_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    where = scene_folder(tmp_path / "scene")
    monkeypatch.setenv("SCENEWRIGHT_MEMORY", "1")
    done = run_command("export", str(where), str(tmp_path / "much.ply"), "--splats", "60000000", code=70)
    assert "the work took more memory than it may: ask for less" in done.stderr
    assert not (tmp_path / "much.ply").exists()
    run_command("evaluate", str(where))
