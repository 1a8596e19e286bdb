"""Warm children: lent, recycled, ended in time, and never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from scenewright.renderers.base import RenderError
from scenewright.renderers.blender.install import candidates
from scenewright.scene.children import (
    ChildKind,
    ChildLimits,
    ChildProcess,
    ChildrenClosed,
    ChildTooLarge,
    Supervisor,
    default_supervisor,
)
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from tests.support.locations import SOURCES

ECHO = "import sys\nfor line in sys.stdin:\n    sys.stdout.write(line.upper())\n    sys.stdout.flush()\n"


class Echo(ChildProcess):
    """Answers a line with the same line in capitals."""

    def __init__(self) -> None:
        super().__init__(
            [sys.executable, "-S", "-c", ECHO], environment={}, folder=Path("/"), stdin=subprocess.PIPE, stderr=None
        )

    def ask(self, line: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise ChildProcessError("the echo is gone")
        return answer.decode().strip()

    def wait_for_ever(self) -> None:
        """As an asker does that hangs in a call and looks at no job."""
        assert self.process.stdout is not None
        if not self.process.stdout.readline():
            raise ChildProcessError("the echo is gone")


ECHOES = ChildKind("echoes", lambda settings, job: Echo(), ChildLimits(at_once=4, warm=2))


def limited(**limits: object) -> ChildKind[str, Echo]:
    return replace(ECHOES, limits=replace(ECHOES.limits, **limits))


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    made = Supervisor()
    yield made
    made.close()


def gone(pid: int | None) -> bool:
    try:
        return pid is None or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def until(ready: Callable[[], bool], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def pid_of(supervisor: Supervisor, kind: ChildKind[str, Echo] = ECHOES, settings: str = "") -> int:
    with supervisor.lend(kind, settings) as echo:
        assert echo.ask("hello") == "HELLO"
        return echo.pid


def test_a_child_stays_warm(supervisor: Supervisor) -> None:
    first = pid_of(supervisor)
    assert pid_of(supervisor) == first
    (report,) = supervisor.report()
    assert (report.kind, report.pid, report.users, report.requests) == ("echoes", first, 0, 2)
    assert report.resident_bytes is not None
    assert report.resident_bytes > 1 << 20


def test_other_settings_get_another_child(supervisor: Supervisor) -> None:
    assert pid_of(supervisor, settings="a") != pid_of(supervisor, settings="b")


def test_two_askers_get_a_child_each(supervisor: Supervisor) -> None:
    with supervisor.lend(ECHOES, "") as first, supervisor.lend(ECHOES, "") as second:
        assert first.pid != second.pid


def test_a_shared_child_serves_all(supervisor: Supervisor) -> None:
    shared = limited(shared=True)
    together = threading.Barrier(4)

    def work(_: int) -> tuple[int, int]:
        with supervisor.lend(shared, "") as echo:
            together.wait(20.0)
            users = supervisor.report()[0].users
            together.wait(20.0)
            return echo.pid, users

    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(work, range(4)))
    assert {users for _, users in found} == {4}
    assert len(found) == 1


def test_many_threads_never_share_a_child(supervisor: Supervisor) -> None:
    busy: set[int] = set()
    most: list[int] = []

    def work(number: int) -> str:
        with supervisor.lend(ECHOES, "") as echo:
            assert echo.pid not in busy
            busy.add(echo.pid)
            most.append(len(busy))
            answer = echo.ask(f"n{number}")
            busy.remove(echo.pid)
            return answer

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(40))) == [f"N{n}" for n in range(40)]
    assert max(most) <= 4
    assert len(supervisor.report()) <= 2


def test_who_finds_all_children_busy_waits_or_is_cancelled(supervisor: Supervisor) -> None:
    single = limited(at_once=1)
    job = Job(seconds=0.3, name="the wait")
    with supervisor.lend(single, ""):
        with pytest.raises(JobCancelled, match="the wait"), supervisor.lend(single, "", job=job):
            pytest.fail("there was no child to lend")
        waiting = threading.Thread(target=pid_of, args=(supervisor, single))
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
    waiting.join(5.0)
    assert not waiting.is_alive()


def test_a_child_of_other_settings_makes_room(supervisor: Supervisor) -> None:
    single = limited(at_once=1)
    first = pid_of(supervisor, single, "a")
    pid_of(supervisor, single, "b")
    assert gone(first)


def test_a_child_is_recycled_after_its_requests(supervisor: Supervisor) -> None:
    pids = [pid_of(supervisor, limited(requests=2)) for _ in range(5)]
    assert pids[0] == pids[1]
    assert len(set(pids)) == 3
    assert gone(pids[0])


def test_a_child_that_grew_too_large_is_recycled(supervisor: Supervisor) -> None:
    first = pid_of(supervisor, limited(resident_bytes=1 << 10))
    assert gone(first)
    assert supervisor.report() == []


GREEDY = """
import os, sys, time
if {forks} and os.fork():
    time.sleep(600)
taken = bytearray(b"x" * {megabytes} * 1_000_000)
sys.stdout.write("taken\\n")
sys.stdout.flush()
time.sleep(600)
"""
"""Takes memory, itself or in a process that it starts, and never answers again."""


class Greedy(ChildProcess):
    def __init__(self, megabytes: int, forks: bool) -> None:
        code = GREEDY.format(megabytes=megabytes, forks=int(forks))
        super().__init__([sys.executable, "-S", "-c", code], environment={}, folder=Path("/"), stderr=None)

    def wait(self) -> None:
        assert self.process.stdout is not None
        if len(self.process.stdout.read()) < 10_000:
            raise ChildProcessError("it is gone")


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("forks", [False, True])
def test_a_child_past_its_memory_is_ended_at_its_work(supervisor: Supervisor, forks: bool, shared: bool) -> None:
    limits = ChildLimits(most_bytes=100_000_000, shared=shared)
    kind = ChildKind("greedy", lambda megabytes, job: Greedy(megabytes, forks), limits)
    started: list[psutil.Process] = []

    def borrow() -> None:
        with supervisor.lend(kind, 300) as child:
            started.append(psutil.Process(child.pid))
            child.wait()

    with pytest.raises(ChildTooLarge, match=r"more than 0\.0931 GB"):
        borrow()
    assert until(lambda: all(gone(p.pid) for p in started))
    with supervisor.lend(kind, 10) as small:
        time.sleep(0.5)
        assert small.alive()


def test_a_child_that_nobody_asks_is_ended(supervisor: Supervisor) -> None:
    before = threading.active_count()
    first = pid_of(supervisor, limited(idle_seconds=0.3))
    assert not gone(first)
    assert until(lambda: gone(first))
    assert until(lambda: threading.active_count() <= before)  # nobody is looked after any longer


def test_more_warm_children_than_allowed_are_ended() -> None:
    supervisor = Supervisor(warm=3)
    pids = [pid_of(supervisor, replace(ECHOES, name=name)) for name in "abcd"]
    assert [gone(pid) for pid in pids] == [True, False, False, False]
    supervisor.close()
    assert all(gone(pid) for pid in pids)


def test_one_shot_children_are_not_kept(supervisor: Supervisor) -> None:
    assert gone(pid_of(supervisor, limited(warm=0)))


def test_a_child_that_crashed_is_replaced(supervisor: Supervisor) -> None:
    with pytest.raises(ChildProcessError, match="the echo is gone"), supervisor.lend(ECHOES, "") as echo:  # noqa: PT012
        os.kill(echo.pid, signal.SIGKILL)
        echo.wait_for_ever()
    assert supervisor.report() == []
    assert pid_of(supervisor) != echo.pid


def test_an_error_that_is_harmless_leaves_the_child(supervisor: Supervisor) -> None:
    kind = replace(ECHOES, harmless=(ZeroDivisionError,))
    first = pid_of(supervisor, kind)
    with pytest.raises(ZeroDivisionError), supervisor.lend(kind, ""):
        raise ZeroDivisionError
    assert pid_of(supervisor, kind) == first


def test_a_child_that_died_while_it_waited_is_replaced(supervisor: Supervisor) -> None:
    first = pid_of(supervisor)
    os.kill(first, signal.SIGKILL)
    assert until(lambda: gone(first))
    assert pid_of(supervisor) != first


def test_a_child_that_cannot_start_leaves_room(supervisor: Supervisor) -> None:
    def fail(settings: str, job: Job) -> Echo:
        raise ChildProcessError("no such luck")

    broken = ChildKind("broken", fail, ChildLimits(at_once=1))
    for _ in range(2):
        with pytest.raises(ChildProcessError, match="no such luck"), supervisor.lend(broken, ""):
            pytest.fail("it did not start")


@pytest.mark.parametrize("by", ["cancel", "deadline"])
def test_a_child_whose_job_ended_is_killed(supervisor: Supervisor, by: str) -> None:
    job = Job(name="the echo", seconds=0.3 if by == "deadline" else 60.0)
    if by == "cancel":
        threading.Timer(0.3, job.cancel).start()
    begun = time.monotonic()
    with pytest.raises(JobCancelled, match="the echo was"), supervisor.lend(ECHOES, "", job=job) as echo:
        echo.wait_for_ever()
    assert time.monotonic() - begun < 2.0
    assert gone(echo.pid)


def test_a_discarded_child_is_not_lent_again(supervisor: Supervisor) -> None:
    with supervisor.lend(ECHOES, "") as echo:
        supervisor.discard(echo)
    assert gone(echo.pid)
    assert pid_of(supervisor) != echo.pid


def test_a_closed_supervisor_can_be_asked_again(supervisor: Supervisor) -> None:
    first = pid_of(supervisor)
    supervisor.close()
    assert gone(first)
    assert pid_of(supervisor) != first


def test_a_child_that_starts_while_all_are_closed_is_ended(supervisor: Supervisor) -> None:
    starting, go_on = threading.Event(), threading.Event()
    started: list[Echo] = []

    def start(settings: str, job: Job) -> Echo:
        starting.set()
        assert go_on.wait(5.0)
        started.append(Echo())
        return started[0]

    slow = replace(ECHOES, start=start)
    with ThreadPoolExecutor(1) as pool:

        def borrow() -> None:
            with supervisor.lend(slow, "a"):
                raise AssertionError("a child was lent that is closed")

        asked = pool.submit(borrow)
        assert starting.wait(5.0)
        supervisor.close()
        go_on.set()
        with pytest.raises(ChildrenClosed, match="echoes"):
            asked.result(10.0)
    assert gone(started[0].pid)


def test_the_default_supervisor_is_one_and_can_be_reset() -> None:
    assert default_supervisor() is default_supervisor()
    default_supervisor().close()
    assert default_supervisor().report() == []


def test_a_fork_begins_without_children(supervisor: Supervisor) -> None:
    first = pid_of(supervisor)
    reader, writer = os.pipe()
    forked = os.fork()
    if forked == 0:
        try:
            supervisor.close()
            second = pid_of(supervisor)
            supervisor.close()
            os.write(writer, f"{second} {gone(second)}".encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(forked, 0)
    second, ended = os.read(reader, 100).decode().split()
    os.close(reader)
    assert int(second) != first
    assert ended == "True"
    assert pid_of(supervisor) == first


# Each kind of child that stays, or works for long: its host starts it, says its number and hangs.
HOSTS = {
    "programs": """
from scenewright.scene.language.running.sandbox import default_sandbox
default_sandbox().warm()
""",
    "Blender": """
from scenewright.renderers.blender.install import find_blender
find_blender()
""",
    "scene workers": """
from scenewright.app.workers import SceneWorkers, WorkerLimits
workers = SceneWorkers(WorkerLimits(preload=False))
workers.open(None).run("renderers")
from scenewright.scene.children import default_supervisor
default_supervisor().report = workers.supervisor.report
""",
    "file readers": """
import threading
from pathlib import Path
from scenewright.scene.errors import SplatError
from scenewright.scene.children.parser.host import answer_of
worker = Path(FOLDER) / "worker.py"
worker.write_text("import sys\\nsys.path.append(" + repr(READERS) + ")\\nimport child_limits\\nchild_limits.bound_resources(1 << 32, 60)\\n"
    "open('ready', 'w').close()\\nwhile True: pass\\n")
ask = lambda: answer_of(worker, [], about="x", folder=Path(FOLDER), seconds=60, error=SplatError)
threading.Thread(target=ask, daemon=True).start()
while not (Path(FOLDER) / "ready").exists():
    time.sleep(0.05)
""",
}


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["killed", "exits"])
@pytest.mark.parametrize(
    "kind", ["programs", pytest.param("Blender", marks=pytest.mark.blender), "file readers", "scene workers"]
)
def test_no_child_outlives_its_host(kind: str, ending: str, tmp_path: Path) -> None:
    if kind == "Blender":
        try:
            candidates()[0]
        except (IndexError, RenderError):
            pytest.skip("there is no Blender here")
    readers = SOURCES / "scenewright" / "scene" / "children" / "parser"
    script = (
        f"import time\nFOLDER, READERS = {str(tmp_path)!r}, {str(readers)!r}\n{HOSTS[kind]}\n"
        "from scenewright.scene.children import default_supervisor\n"
        "print(*[r.pid for r in default_supervisor().report()], flush=True)\n"
        + ("time.sleep(600)\n" if ending == "killed" else "")
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as host:
        assert host.stdout is not None
        pids = [int(word) for word in host.stdout.readline().split()]
        assert pids
        children = [c.pid for c in psutil.Process(host.pid).children(recursive=True)] if ending == "killed" else []
        if ending == "killed":
            host.kill()
        host.wait(60)
    assert until(lambda: all(gone(pid) for pid in (*pids, *children)), 10.0)
