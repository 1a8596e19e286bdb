"""Opening a sound scene folder writes nothing; what needs repair is repaired when the folder is opened for writing."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from scenewright.app.session import Session
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project

ONE, TWO = "# one\n", "# two\n"
EDIT = {"kind": "edit"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = Project.create(tmp_path / "scene", ONE)
    project.save(TWO, author="person", operation=EDIT)
    return project.folder


def stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Inode, size and times of everything in the folder, itself included."""
    found = {}
    for path in (folder, *sorted(folder.rglob("*"))):
        status = path.stat()
        found[str(path)] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found


@pytest.mark.parametrize("writable", [False, True])
def test_opening_a_sound_folder_changes_nothing(folder: Path, writable: bool) -> None:
    for name in ("lock", "lock.json"):
        (folder / name).unlink(missing_ok=True)
    before = stamps(folder)
    written: list[str] = []
    with atomic.fault_hook(lambda operation, path, *_: written.append(f"{operation} {path}")):
        project = Project.open(folder, writable=writable)
        project.refresh()
        project.verify()
        assert project.source_at(1) == ONE
    assert written == []
    assert stamps(folder) == before


def test_reading_works_while_another_writes(folder: Path) -> None:
    with Project.open(folder).exclusive():
        other = Project.open(folder, writable=False, timeout=0.0)
        assert other.source == TWO
        assert not other.refresh()


def test_a_writer_waits_for_another_and_leaves_no_trace(folder: Path) -> None:
    with Project.open(folder).exclusive():
        before = stamps(folder)
        with pytest.raises(ProjectError, match="is locked by process") as raised:
            Project.open(folder, timeout=0.05)
        assert raised.value.kind == "locked"
        assert stamps(folder) == before


def test_two_readers_do_not_disturb_each_other(folder: Path) -> None:
    failed: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(20):
                assert Project.open(folder, timeout=0.0).source == TWO
        except (ProjectError, AssertionError) as error:
            failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_torn_line_is_cut_only_by_a_writer(folder: Path) -> None:
    journal = folder / "journal.jsonl"
    sound = journal.read_bytes()
    journal.write_bytes(sound + b'{"number": 3, "torn')
    reader = Project.open(folder, writable=False)
    assert reader.revision == 2
    reader.refresh()
    assert journal.read_bytes() != sound
    Project.open(folder)
    assert journal.read_bytes() == sound


def test_leftovers_are_removed_only_by_a_writer(folder: Path) -> None:
    leftover = folder / "history" / ".x.py.0123abcd.tmp"
    leftover.write_text("x")
    Project.open(folder, writable=False)
    assert leftover.exists()
    Project.open(folder)
    assert not leftover.exists()


def test_a_writer_notices_edits_by_hand_on_refresh(folder: Path) -> None:
    project = Project.open(folder)
    (folder / "program.py").write_text("# by hand\n")
    assert project.refresh()
    assert [entry.kind for entry in project.history()] == ["create", "edit", "edit-by-hand"]


def in_a_fork(do: Callable[[], object]) -> str:
    """What `do` raises in a forked child: the kind and the message of its error; '' where it raises nothing."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            do()
            os.write(write, b"")
        except ProjectError as error:
            os.write(write, f"{error.kind}: {error}".encode())
        except Exception as error:  # noqa: BLE001 - the child must not run the rest of the suite
            os.write(write, f"another: {error!r}".encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        answer = stream.read().decode()
    os.waitpid(child, 0)
    return answer


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
class TestForks:
    def test_a_project_is_refused_in_a_forked_child(self, folder: Path) -> None:
        project = Project.open(folder)
        for use in (
            lambda: project.source,
            project.refresh,
            project.undo,
            lambda: project.save(ONE, author="person", operation=EDIT),
            lambda: project.assets.add_bytes(b"x", "glb"),
            lambda: project.exclusive().__enter__(),
        ):
            answer = in_a_fork(use)
            assert answer.startswith("forked: ")
            assert "open the folder again" in answer
        assert project.undo() == 3

    def test_a_lock_held_before_the_fork_stays_the_parents(self, folder: Path) -> None:
        project = Project.open(folder)
        with project.exclusive():
            assert in_a_fork(project.undo).startswith("forked: ")
        assert project.undo() == 3

    def test_a_child_may_open_the_folder_itself(self, folder: Path) -> None:
        Project.open(folder)
        assert in_a_fork(lambda: Project.open(folder).undo()) == ""
        assert Project.open(folder).revision == 3

    def test_a_session_is_refused_in_a_forked_child(self, folder: Path) -> None:
        session = Session.open(folder)
        answer = in_a_fork(session.snapshot)
        assert answer.startswith("forked: ")
        assert "open the scene again" in answer
