"""The host stays well whatever the program does, and says in one message what happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scenewright.scene.children.kernel import KernelLevel, KernelReport, check_level
from scenewright.scene.errors import BudgetError, ConfinementError, PolicyError, ProgramError, ScenewrightError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running import evaluate, what_holds
from scenewright.scene.language.running.sandbox import Sandbox
from scenewright.scene.language.running.servers import ForkServer
from tests.support.locations import REPOSITORY, SOURCES

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these look at Linux's kernel and /proc")
MODULES = ("os", "signal", "ctypes", "time", "socket", "resource")
SHORT = Budgets(wall_seconds=1.5, cpu_seconds=5, memory_bytes=200 << 20, output_bytes=200_000)


@pytest.fixture(scope="module", params=["fork", "spawn"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with Sandbox(entry="tests.support.sandbox_entry:run", modules=MODULES, spawn=request.param == "spawn") as made:
        yield made


@pytest.fixture(scope="module")
def forking() -> Iterator[Sandbox]:
    with Sandbox(entry="tests.support.sandbox_entry:run", modules=MODULES) as made:
        yield made


def run(sandbox: Sandbox, source: str, **options: Any) -> bytes:
    """Without policy and kernel, unless told: the host has to hold against any code."""
    settings = {"budgets": SHORT, "kernel": KernelLevel.NONE, "policy": False, **options}
    return sandbox.run({"source": source}, **settings)


def failure(sandbox: Sandbox, source: str, **options: Any) -> ProgramError:
    with pytest.raises(ProgramError) as caught:
        run(sandbox, source, **options)
    assert run(sandbox, "result = b'alive'", budgets=Budgets()) == b"alive"
    return caught.value


BUDGET_BREAKERS = {
    "loop": ("x = 0\nfor i in range(10**9):\n    x += i\n", "time", {2, 3}),
    "c call": ("x = 3\ny = 10**10**8\n", "time", {2}),
    "sleep": ("import time\ntime.sleep(100)\n", "time", {2}),
    "ignored signals": (
        "import signal\nfor n in (1, 2, 3, 15, signal.SIGALRM):\n    signal.signal(n, signal.SIG_IGN)\nwhile True:\n    pass\n",
        "time",
        {4, 5},
    ),
    "catches everything": (
        "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass\n",
        "time",
        {3, 4},
    ),
    "memory": ("x = []\nwhile True:\n    x.append(bytearray(10**6))\n", "memory", {3}),
    "numpy memory": ("import numpy as np\nx = np.ones(10**9)\n", "memory", {2}),
    "flood": ("while True:\n    print('x' * 1000)\n", "output", {2}),
    "raw flood": ("import os\nwhile True:\n    os.write(2, b'x' * 10000)\n", "output", {2, 3, None}),
    "recursion": ("def f(n):\n    return f(n + 1)\nf(0)\n", "recursion", {2}),
}


@pytest.mark.parametrize(("source", "kind", "lines"), BUDGET_BREAKERS.values(), ids=BUDGET_BREAKERS.keys())
def test_a_budget_that_is_broken_is_named_with_its_line(
    sandbox: Sandbox, source: str, kind: str, lines: set[int]
) -> None:
    # a budget other than time has time enough to be broken on a busy machine
    budgets = SHORT if kind == "time" else replace(SHORT, wall_seconds=30.0, cpu_seconds=30)
    error = failure(sandbox, source, budgets=budgets)
    assert isinstance(error, BudgetError)
    assert error.kind == kind
    assert error.line in lines


DEATHS = {
    "segmentation fault": ("import ctypes\n\nctypes.string_at(0)\n", "crash", "SIGSEGV"),
    "abort": ("import os\nos.abort()\n", "crash", "SIGABRT"),
    "exit": ("import os\nos._exit(7)\n", "exit", "exit code 7"),
    "killed": ("import os\nos.kill(os.getpid(), 9)\n", "killed", "killed"),
}


@pytest.mark.parametrize(("source", "kind", "word"), DEATHS.values(), ids=DEATHS.keys())
def test_a_child_that_dies_is_named(sandbox: Sandbox, source: str, kind: str, word: str) -> None:
    error = failure(sandbox, source)
    assert isinstance(error, ConfinementError)
    assert error.kind == kind
    assert word in error.message
    if kind == "crash":
        assert error.line == source.count("\n")


def test_the_cpu_budget_names_the_line(forking: Sandbox) -> None:
    budgets = Budgets(wall_seconds=30, cpu_seconds=1)
    for source, line in (("x = 0\nwhile True: x += 1\n", 2), ("x = 1\nsum(range(10**12))\n", 2)):
        error = failure(forking, source, budgets=budgets)
        assert (error.kind, error.line) == ("time", line)
        assert "processor time" in error.message


def test_what_is_no_program_exception_is_still_one_message(sandbox: Sandbox) -> None:
    assert failure(sandbox, "x = 1\nraise SystemExit(3)").line == 2
    assert failure(sandbox, "raise KeyboardInterrupt").line == 1
    error = failure(sandbox, "class Odd(BaseException):\n    pass\nraise Odd('what')")
    assert (error.line, error.message) == (3, "Odd: what")


CHANNEL_ABUSES = {
    "noise": "import os\nos.write(3, b'x' * 100)\nwhile True: pass",
    "a frame without end": "import os\nos.write(3, b'\\x05\\xff\\xff\\xff\\xff')\nwhile True: os.write(3, b'x' * 65536)",
    "a host's frame": "import os\nos.write(3, b'\\x03\\x00\\x00\\x00\\x00')\nwhile True: pass",
    "an odd error": "import os\nos.write(3, b'\\x06\\x00\\x00\\x00\\x02[]')\nwhile True: pass",
    "json bombs": "import os\nos.write(3, b'\\x06\\x00\\x00\\xff\\xff' + b'[' * 65535)\nwhile True: pass",
    "a question nobody answers": "ask({'ask': 'anything'})",
    "closed pipes": "import os\nos.closerange(0, 10)\nos._exit(0)",
    "a closed channel": "import os\nos.close(3)\nwhile True: pass",
    "a forged crash report": "import os\nos.write(4, b'x' * 100000)\nwhile True: pass",
}


@pytest.mark.parametrize("source", CHANNEL_ABUSES.values(), ids=CHANNEL_ABUSES.keys())
def test_abuse_of_the_channel_ends_the_program_only(forking: Sandbox, source: str) -> None:
    assert isinstance(failure(forking, source), (ConfinementError, BudgetError))


def test_a_result_that_is_too_large(sandbox: Sandbox) -> None:
    error = failure(sandbox, "result = b'x' * 100_000", budgets=Budgets(result_bytes=10_000))
    assert (type(error), error.kind) == (BudgetError, "result")


def test_a_large_result_comes_whole(sandbox: Sandbox) -> None:
    assert run(sandbox, "result = bytes(range(256)) * 40_000", budgets=Budgets()) == bytes(range(256)) * 40_000


def test_prints_are_handed_over(sandbox: Sandbox) -> None:
    printed: list[str] = []
    run(sandbox, "import sys\nprint('one')\nprint('é \\ud800', file=sys.stderr)", printed=printed.append)
    assert printed == ["one\né \\ud800\n"]


def test_there_is_nothing_to_read_from(forking: Sandbox) -> None:
    assert failure(forking, "input()").line == 1


# -- questions --------------------------------------------------------------------------------------------------------


def test_questions_are_answered(sandbox: Sandbox) -> None:
    def answer(question: Mapping[str, Any]) -> dict[str, Any]:
        return {"double": question["n"] * 2}

    source = "result = [ask({'n': i})['double'] for i in range(20)]"
    assert run(sandbox, source, answer=answer) == repr([2 * i for i in range(20)]).encode()


def test_the_wait_for_an_answer_is_not_charged(sandbox: Sandbox) -> None:
    def answer(_: Mapping[str, Any]) -> dict[str, Any]:
        time.sleep(1.0)
        return {"ok": 1}

    assert run(sandbox, "result = ask({})['ok']", answer=answer) == b"1"


def test_an_answer_that_fails_reaches_the_program_as_its_error(sandbox: Sandbox) -> None:
    def answer(_: Mapping[str, Any]) -> dict[str, Any]:
        raise ProgramError("there is no such thing", kind="asset")

    error = failure(sandbox, "x = 1\nask({})", answer=answer)
    assert (error.message, error.kind, error.line) == ("there is no such thing", "asset", 2)
    caught = "try:\n    ask({})\nexcept Exception as error:\n    result = type(error).__name__"
    assert run(sandbox, caught, answer=answer) == b"'ProgramError'"


def test_a_malformed_question_is_the_programs_fault(sandbox: Sandbox) -> None:
    error = failure(sandbox, "ask({'other': 1})", answer=lambda question: {"n": question["n"]})
    assert (type(error), error.kind) == (ConfinementError, "wire")


def test_questions_without_end_are_a_budget(sandbox: Sandbox) -> None:
    error = failure(sandbox, "while True:\n    ask({})", answer=lambda _: {}, budgets=Budgets(assets=50))
    assert (type(error), error.kind) == (BudgetError, "assets")


def test_a_program_inside_a_question_needs_no_slot() -> None:
    with Sandbox(entry="tests.support.sandbox_entry:run", workers=1) as single:

        def answer(question: Mapping[str, Any]) -> dict[str, Any]:
            inner = run(single, f"result = {question['n']} + 1", answer=answer)
            return {"n": int(inner)}

        assert run(single, "result = ask({'n': 1})['n'] + ask({'n': 2})['n']", answer=answer) == b"5"


# -- the pool ---------------------------------------------------------------------------------------------------------


def test_many_threads(sandbox: Sandbox) -> None:
    def one(i: int) -> bytes:
        if i % 5 == 0:
            with pytest.raises(ConfinementError):
                run(sandbox, "import os\nos.abort()", budgets=Budgets())
        return run(sandbox, f"result = {i} * 3", budgets=Budgets())

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(12))) == [str(3 * i).encode() for i in range(12)]


def test_cancel_ends_the_child(forking: Sandbox) -> None:
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    with pytest.raises(ConfinementError) as caught:
        run(forking, "while True:\n    pass", budgets=Budgets(wall_seconds=500, cpu_seconds=500), cancel=cancel)
    assert caught.value.kind == "cancelled"
    server = forking._server
    assert isinstance(server, ForkServer)
    assert _settles(lambda: len(_children(server.pid)) <= 1, 2.0)  # the one that is kept ready


def test_cancel_before_the_start(sandbox: Sandbox) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(ConfinementError):
        run(sandbox, "while True: pass", cancel=cancel)


def test_a_server_that_is_killed_is_replaced(forking: Sandbox) -> None:
    server = forking._server
    assert isinstance(server, ForkServer)
    os.kill(server.pid, signal.SIGKILL)
    assert run(forking, "result = b'again'") == b"again"
    assert forking._server is not server


def test_a_server_that_is_killed_under_a_program(forking: Sandbox) -> None:
    server = forking._server
    assert isinstance(server, ForkServer)
    threading.Timer(0.2, os.kill, (server.pid, signal.SIGKILL)).start()
    error = failure(forking, "while True:\n    pass", budgets=Budgets())
    assert isinstance(error, ConfinementError)
    assert error.kind == "server"


HOST = """
import os, sys, threading, time
from scenewright.scene.language.running.sandbox import Sandbox
from scenewright.scene.language.budgets import Budgets
sandbox = Sandbox(entry="tests.support.sandbox_entry:run")
sandbox.warm()
print(sandbox._server.pid, flush=True)
sandbox.run({"source": "while True: pass"}, budgets=Budgets(wall_seconds=500, cpu_seconds=500))
"""


def test_a_host_that_dies_leaves_nothing_running() -> None:
    with _python(HOST) as host:
        assert host.stdout is not None
        server = int(host.stdout.readline())
        assert _settles(lambda: len(_children(server)) == 2, 10.0)
        children = _children(server)
        host.kill()
        host.wait()
        assert _settles(lambda: not any(Path(f"/proc/{pid}").exists() for pid in (server, *children)), 5.0)


FORKED_HOST = """
import os
from scenewright.scene.language.running.sandbox import Sandbox
sandbox = Sandbox(entry="tests.support.sandbox_entry:run")
print(sandbox.run({"source": "result = b'first'"}), flush=True)
if os.fork() == 0:
    print(sandbox.run({"source": "result = b'second'"}), flush=True)
    sandbox.close()
    os._exit(0)
os.wait()
print(sandbox.run({"source": "result = b'third'"}), flush=True)
sandbox.close()
"""


def test_a_host_that_forks_makes_its_own_server() -> None:
    with _python(FORKED_HOST) as host:
        assert host.stdout is not None
        assert host.stdout.read() == b"b'first'\nb'second'\nb'third'\n"


def test_a_closed_sandbox_says_so() -> None:
    sandbox = Sandbox(entry="tests.support.sandbox_entry:run")
    sandbox.close()
    sandbox.close()
    with pytest.raises(ConfinementError, match="closed"):
        run(sandbox, "result = 1")


def test_an_entry_that_is_not_there() -> None:
    with Sandbox(entry="no_such_module:run") as sandbox, pytest.raises(ConfinementError, match="no_such_module"):
        sandbox.warm()


# -- surroundings -----------------------------------------------------------------------------------------------------


def test_nothing_of_the_users_environment_is_there(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    with Sandbox(entry="tests.support.sandbox_entry:run", modules=MODULES) as fresh:
        names = run(fresh, "import os\nresult = sorted(os.environ)")
    assert b"SECRET_TOKEN" not in names
    assert b"HOME" not in names


def test_no_file_of_the_host_is_open(forking: Sandbox) -> None:
    source = (
        "import os\nresult = []\nfor fd in range(200):\n    try:\n        os.fstat(fd)\n        result.append(fd)\n"
        "    except OSError:\n        pass\n"
    )
    assert run(forking, source) == b"[0, 1, 2, 3, 4]"


def test_hashes_are_the_same_in_every_child(forking: Sandbox) -> None:
    with Sandbox(entry="tests.support.sandbox_entry:run") as other:
        assert run(forking, "result = hash('word')") == run(other, "result = hash('word')")


def test_a_users_folder_shadows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("scenewright", "random", "numpy"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError('shadowed')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with Sandbox(entry="tests.support.sandbox_entry:run") as sandbox:
        assert run(sandbox, "import random, scenewright\nresult = b'ours'") == b"ours"


# -- the kernel -------------------------------------------------------------------------------------------------------


def test_what_holds_is_proven_by_trying() -> None:
    report = what_holds()
    if report.level is KernelLevel.NONE:
        pytest.skip(f"no kernel boundary here: {report.problems}")
    assert report.proofs
    assert all(report.proofs.values())
    assert KernelReport.from_json(report.to_json()) == report


def test_a_kernel_that_does_not_hold_is_refused_unless_asked_for() -> None:
    nothing = KernelReport("linux", 0, False, ("seccomp: the library libseccomp.so is missing",))
    half = KernelReport("linux", 0, True, ("Landlock: not there",), {"reading a file": True})
    leaky = KernelReport("linux", 7, True, (), {"reading a file": False})
    assert [r.level for r in (nothing, half, leaky)] == [KernelLevel.NONE, KernelLevel.SECCOMP, KernelLevel.NONE]
    for report in (nothing, half, leaky):
        with pytest.raises(ConfinementError, match="SCENEWRIGHT_KERNEL=none") as caught:
            check_level(report, KernelLevel.FULL)
        assert caught.value.kind == "kernel"
        check_level(report, KernelLevel.NONE)
    check_level(half, KernelLevel.SECCOMP)


def test_the_kernel_level_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch, forking: Sandbox) -> None:
    monkeypatch.setenv("SCENEWRIGHT_KERNEL", "none")
    source = "import os\nresult = len(os.listdir('/')) > 0"
    assert forking.run({"source": source}, policy=False) == b"True"
    monkeypatch.setenv("SCENEWRIGHT_KERNEL", "some")
    with pytest.raises(ConfinementError, match="choose full, seccomp or none"):
        forking.run({"source": source}, policy=False)


@pytest.mark.parametrize("level", [KernelLevel.SECCOMP, KernelLevel.FULL])
def test_the_filter_alone_closes_files_too(sandbox: Sandbox, level: KernelLevel) -> None:
    if what_holds(level).level < level:
        pytest.skip(f"{level.name} does not hold on this machine")
    error = failure(sandbox, "x = 1\nopen('/etc/hostname')", kernel=level)
    assert (type(error), error.kind, error.line) == (ConfinementError, "kernel", 2)


# -- evaluation ---------------------------------------------------------------------------------------------------------

PROGRAM = """
from helper import *

@register('a row of boxes')
def row():
    return loop(5, lambda i: transform_shape(primitive_call('cube', {'scale': 1.0}), translation_matrix((i, 0, 0))))
"""


def test_a_program_is_evaluated_in_the_child() -> None:
    scene = evaluate(PROGRAM)
    assert scene.root_name == "row"
    assert len(scene.leaf_rows) == 5
    assert scene.bounds.tolist() == [[-0.5, -0.5, -0.5], [4.5, 0.5, 0.5]]


def test_the_policy_comes_first() -> None:
    with pytest.raises(PolicyError) as caught:
        evaluate("from helper import *\nimport os\n" + PROGRAM)
    assert caught.value.line == 2


def test_ten_million_instances_are_a_budget() -> None:
    source = PROGRAM.replace("loop(5", "loop(10**7")
    with pytest.raises(BudgetError) as caught:
        evaluate(source, budgets=Budgets(wall_seconds=60, cpu_seconds=60, primitives=20_000))
    assert caught.value.line == 6


def test_arguments_must_be_plain() -> None:
    with pytest.raises(ScenewrightError, match="plain"):
        evaluate(PROGRAM, arguments={"x": object()})


# -- helpers ------------------------------------------------------------------------------------------------------------


def _children(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def _settles(condition: Any, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return bool(condition())


def _python(source: str) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(SOURCES), str(REPOSITORY)])
    return subprocess.Popen(
        [sys.executable, "-c", source], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
    )
