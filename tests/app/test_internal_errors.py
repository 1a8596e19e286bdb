"""An exception that is not ours becomes one error with an id at each face, and the private log has the details."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenewright.app import internal_errors
from scenewright.app.actions import table
from scenewright.app.actions.action import FreeAction
from scenewright.app.cli import app
from scenewright.app.internal_errors import as_ours, log_file, ours_only
from scenewright.app.requests import Request
from scenewright.app.session import CommandFailed, JobUpdate, Session
from scenewright.scene.errors import EditError, InternalError, ScenewrightError
from scenewright.scene.jobs import Job, JobState
from scenewright.scene.sources import SceneSource, SourceKind

SECRET = "sk-abcdefghijklmnop"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path))
    monkeypatch.setenv("SOME_API_KEY", SECRET)
    return tmp_path


@pytest.fixture
def session() -> Iterator[Session]:
    opened = Session(SceneSource("x = 1\n", SourceKind.PROGRAM, None))
    yield opened
    opened.close()


def broken(*_: object) -> None:
    raise KeyError(f"no {SECRET}\x1b[31m")


class Nothing(Request):
    """Asks for nothing."""


def test_the_log_has_what_the_message_leaves_out() -> None:
    with (
        pytest.raises(InternalError, match=r"something went wrong inside Scenewright \(id [0-9a-f]{6}\)") as caught,
        ours_only("testing"),
    ):
        broken()
    assert SECRET not in str(caught.value)
    assert str(log_file()) in str(caught.value)
    assert isinstance(caught.value.__cause__, KeyError)
    text = log_file().read_text(encoding="utf-8")
    assert f"id {caught.value.id}" in text
    assert "while testing" in text
    assert "in broken" in text
    assert "<SOME_API_KEY>" in text
    assert SECRET not in text
    assert "\x1b" not in text


def test_only_the_user_reads_the_log(home: Path) -> None:
    as_ours(ValueError("x"), "testing")
    assert stat.S_IMODE(log_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(log_file().parent.stat().st_mode) == 0o700
    log_file().unlink()
    target = home / "elsewhere"
    log_file().symlink_to(target)
    assert "the log cannot be written" in str(as_ours(ValueError("x"), "testing"))
    assert not target.exists()


def test_old_logs_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(internal_errors, "MOST_BYTES", 2_000)
    for n in range(30):
        as_ours(ValueError(f"fault {n} " + "x" * 5_000), "testing")
    logs = sorted(f for f in log_file().parent.iterdir() if f.suffix != ".lock")
    assert len(logs) == 4
    assert all(f.stat().st_size < 6_000 for f in logs)
    assert all(stat.S_IMODE(f.stat().st_mode) == 0o600 for f in logs)


def test_one_fault_has_one_id() -> None:
    fault = ValueError("x")
    assert as_ours(fault, "a") is as_ours(fault, "b")
    with pytest.raises(InternalError) as caught, ours_only("outer"), ours_only("inner"):
        raise fault
    assert caught.value is as_ours(fault, "c")


def test_what_is_ours_or_an_end_passes() -> None:
    for passing in (EditError("no"), KeyboardInterrupt(), SystemExit(3), GeneratorExit()):
        with pytest.raises(type(passing)) as caught, ours_only("testing"):
            raise passing
        assert caught.value is passing
    assert not log_file().exists()


def test_memory_and_depth_have_their_own_words() -> None:
    def deeper(level: int) -> int:
        return deeper(level + 1) + 1

    for lack in (MemoryError(), ValueError("engine error: Could not allocate memory")):
        assert str(as_ours(lack, "testing")).startswith("the work took more memory than it may")
    with pytest.raises(InternalError) as caught, ours_only("testing"):
        deeper(0)
    assert isinstance(caught.value.__cause__, RecursionError)
    assert log_file().stat().st_size < 100_000


def test_the_system_speaks_for_itself(tmp_path: Path) -> None:
    with pytest.raises(ScenewrightError, match="No such file or directory") as caught, ours_only("testing"):
        (tmp_path / "none").read_bytes()
    assert not isinstance(caught.value, InternalError)
    with pytest.raises(FileNotFoundError), ours_only("testing", system_errors=True):
        (tmp_path / "none").read_bytes()
    assert not log_file().exists()


def test_a_command_of_a_session_fails_with_an_id(session: Session) -> None:
    with session.listen() as events:
        with pytest.raises(InternalError) as caught:
            session.run(broken, name="break")
        (event,) = events.waiting()
    assert isinstance(event, CommandFailed)
    assert (event.command, event.error, event.message) == ("break", "InternalError", str(caught.value))
    with session.listen() as events:
        failed = session.submit(broken, name="break").exception(timeout=10)
        assert len(events.waiting()) == 1
    assert isinstance(failed, InternalError)


def test_a_long_command_of_a_session_fails_with_an_id(session: Session) -> None:
    with session.listen() as events:
        with pytest.raises(KeyError):
            session.work(broken, name="bake")
        last = events.waiting()[-1]
    assert isinstance(last, JobUpdate)
    assert last.state is JobState.FAILED
    assert re.search(r"\(id [0-9a-f]{6}\)", last.what)
    assert SECRET not in last.what


def test_an_action_by_name_fails_with_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(request: Nothing, job: Job) -> None:
        broken()

    monkeypatch.setitem(table.ACTIONS, "break", FreeAction("break", "It breaks.", Nothing, run))
    with pytest.raises(InternalError):
        table.run_action(None, "break", {})


def test_the_command_line_says_the_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenewright.app.doctor.examination.checks", broken)
    for arguments in (["doctor"], ["doctor", "--json"]):
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 70
        (number,) = set(re.findall(r"\(id ([0-9a-f]{6})\)", done.output))
        assert "Traceback" not in done.output
        assert SECRET not in done.output
        assert number in log_file().read_text(encoding="utf-8")
        if "--json" in arguments:
            assert f'"id": "{number}"' in done.stdout
            assert '"class": "InternalError"' in done.stdout


def test_a_log_that_cannot_be_written_is_said(home: Path) -> None:
    (home / "logs").write_text("no folder")
    assert "it was ValueError, and the log cannot be written" in str(as_ours(ValueError("x"), "testing"))
    assert os.listdir(home) == ["logs"]
