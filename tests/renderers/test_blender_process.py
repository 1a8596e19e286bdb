"""The host's side of a Blender worker, tried with workers that misbehave. No Blender is needed."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from scenewright.renderers.base import RenderError
from scenewright.renderers.blender import find_blender
from scenewright.renderers.blender.inside_blender.framing import FramingError, read_message, write_message
from scenewright.renderers.blender.install import candidates
from scenewright.renderers.blender.process import BlenderCrash, BlenderProcess, BlenderTimeout, scrubbed_environment
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from tests.support.asked_jobs import asking
from tests.support.locations import SOURCES

WORKER = f"""
import os, sys, time
sys.path.insert(0, {str(SOURCES)!r})
from scenewright.renderers.blender.inside_blender.framing import read_message, write_message
requests, answers = sys.stdin.buffer, sys.stdout.buffer
def answer(message, arrays=None):
    write_message(answers, message, arrays)
"""

READY = "answer({'answer': 'ready', 'blender': '9.0'})\n"


def worker(tmp_path: Path, body: str) -> BlenderProcess:
    script = tmp_path / "worker.py"
    script.write_text(WORKER + body)
    return BlenderProcess([sys.executable, "-P", str(script)], threads=1)


def ask(process: BlenderProcess, tmp_path: Path, *, seconds: float = 30.0, job: Job | None = None) -> dict[str, object]:
    return process.ask(
        {"request": "x"},
        {"a": np.arange(3.0)},
        seconds=seconds,
        heard=lambda m, a: None,
        job=job or Job(),
        log=tmp_path / "job.log",
    )


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("dtype", [np.uint8, np.int32, np.uint32, np.float32, np.float64])
def test_arrays_come_back_as_they_went(dtype: type) -> None:
    stream = io.BytesIO()
    arrays = {
        "a": np.arange(12, dtype=dtype).reshape(3, 4),
        "none": np.zeros((0, 3), dtype),
        "turned": np.arange(6, dtype=dtype).reshape(2, 3).T,
    }
    write_message(stream, {"text": "é", "n": [1, None]}, arrays)
    stream.seek(0)
    read = read_message(stream)
    assert read is not None
    assert read[0] == {"text": "é", "n": [1, None]}
    for name, array in arrays.items():
        np.testing.assert_array_equal(read[1][name], array)
        assert read[1][name].dtype == dtype
    assert read_message(stream) is None


def test_other_arrays_are_refused() -> None:
    with pytest.raises(FramingError, match="'o' has dtype object"):
        write_message(io.BytesIO(), {}, {"o": np.array([object()])})


def test_a_message_that_is_cut_off_is_an_error() -> None:
    stream = io.BytesIO()
    write_message(stream, {}, {"a": np.zeros(10)})
    for length in (3, 10, 20, len(stream.getvalue()) - 1):
        with pytest.raises(FramingError):
            read_message(io.BytesIO(stream.getvalue()[:length]))


def test_a_greeting_before_the_first_message_is_set_aside() -> None:
    stream = io.BytesIO(b"Blender 4.2\nread \x89SW prefs\n")
    stream.seek(0, io.SEEK_END)
    write_message(stream, {"x": 1})
    stream.seek(0)
    with pytest.raises(FramingError, match="expected a message"):
        read_message(stream)
    stream.seek(0)
    greeting = bytearray()
    read = read_message(stream, greeting=greeting)
    assert read == ({"x": 1}, {})
    assert greeting == b"Blender 4.2\nread \x89SW prefs\n"


def test_a_worker_sees_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", "secret")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    seen = scrubbed_environment(3)
    assert "SOME_API_KEY" not in seen
    assert "PYTHONPATH" not in seen
    assert seen["CUDA_VISIBLE_DEVICES"] == "1"
    assert seen["OMP_NUM_THREADS"] == "3"
    assert seen["PATH"] == os.environ["PATH"]


def test_a_worker_that_greets_and_answers(tmp_path: Path) -> None:
    process = worker(
        tmp_path,
        "os.write(1, b'Hello from the wrapper\\n')\n" + READY + "message, arrays = read_message(requests)\n"
        "answer({'answer': 'done', 'sum': float(arrays['a'].sum())})\nread_message(requests)\n",
    )
    assert process.ready == {"answer": "ready", "blender": "9.0"}
    assert ask(process, tmp_path) == {"answer": "done", "sum": 3.0}
    scratch = process.scratch
    assert scratch.is_dir()
    process.close()
    assert gone(process.pid)
    assert not scratch.exists()


def test_a_worker_that_cannot_start_shows_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(BlenderCrash, match=r"(?s)ended with status 3.*no such luck"):
        worker(tmp_path, "print('no such luck', file=sys.stderr)\nsys.exit(3)\n")


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(BlenderCrash, match="cannot be started: /no/such/blender"):
        BlenderProcess(["/no/such/blender"], threads=1)


def test_a_crash_shows_the_log_of_the_job(tmp_path: Path) -> None:
    process = worker(
        tmp_path,
        READY + "message, arrays = read_message(requests)\n"
        "open(message['log'], 'w').write('Writing: crash.txt\\n')\nos.abort()\n",
    )
    with pytest.raises(BlenderCrash, match=r"(?s)ended by SIGABRT.*Writing: crash.txt"):
        ask(process, tmp_path)
    assert gone(process.pid)


def test_a_worker_that_answers_rubbish_is_ended(tmp_path: Path) -> None:
    process = worker(tmp_path, READY + "read_message(requests)\nos.write(1, b'x' * 100000)\ntime.sleep(600)\n")
    with pytest.raises(BlenderCrash, match="broke off its answer"):
        ask(process, tmp_path)
    assert gone(process.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_worker_that_ignores_signals_ends_with_its_children(tmp_path: Path) -> None:
    note = tmp_path / "child"
    process = worker(
        tmp_path,
        "import signal, subprocess\nfor s in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(s, signal.SIG_IGN)\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))\n" + READY + "time.sleep(600)\n",
    )
    with pytest.raises(BlenderTimeout, match=r"at the end of the 0\.5 s"):
        ask(process, tmp_path, seconds=0.5)
    assert gone(process.pid)
    child = int(note.read_text())
    # the kernel ends it in its own time; a zombie waits for init to collect it
    for _ in range(200):
        try:
            if Path(f"/proc/{child}/stat").read_text().split()[2] == "Z":
                return
        except FileNotFoundError:
            return
        time.sleep(0.1)
    pytest.fail("a child of the worker lives on")


def test_a_worker_that_reads_nothing_does_not_hold_the_host(tmp_path: Path) -> None:
    process = worker(tmp_path, READY + "time.sleep(600)\n")
    with pytest.raises(JobCancelled):
        process.ask(
            {"request": "x"},
            {"big": np.zeros(5_000_000)},
            seconds=60.0,
            heard=lambda m, a: None,
            job=asking(iter([False, False, True]).__next__),
            log=tmp_path / "job.log",
        )
    assert gone(process.pid)


def test_an_error_in_the_listener_ends_the_worker(tmp_path: Path) -> None:
    process = worker(tmp_path, READY + "read_message(requests)\nanswer({'answer': 'progress'})\ntime.sleep(600)\n")

    def heard(message: object, arrays: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        process.ask({"request": "x"}, {}, seconds=60.0, heard=heard, job=Job(), log=tmp_path / "job.log")
    assert gone(process.pid)


def test_a_job_that_fails_leaves_the_worker(tmp_path: Path) -> None:
    process = worker(
        tmp_path,
        READY
        + "while read_message(requests):\n    answer({'answer': 'failed', 'message': 'ValueError: no', 'memory': False})\n",
    )
    for _ in range(2):
        with pytest.raises(RenderError, match="could not do the job: ValueError: no"):
            ask(process, tmp_path)
    assert process.alive()
    process.close()


def test_a_setting_that_names_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEWRIGHT_BLENDER", "/no/such/blender")
    find_blender.cache_clear()
    with pytest.raises(RenderError, match="SCENEWRIGHT_BLENDER is '/no/such/blender'"):
        candidates()


def test_without_any_blender_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SCENEWRIGHT_BLENDER", raising=False)
    monkeypatch.setattr("scenewright.renderers.blender.install.candidates", list)
    find_blender.cache_clear()
    with pytest.raises(
        RenderError, match=r"there is no Blender here: (pip install 'scenewright\[blender\]'|install Blender)"
    ):
        find_blender()
