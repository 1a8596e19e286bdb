"""A scene folder keeps the libraries of its program: each step has its texts, and none is half written or lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project
from scenewright.scene.text_files import MAX_TEXT_BYTES
from tests.support.crash_driver import LIBRARIES, NEW
from tests.support.locations import SUPPORT

PROGRAM = "from oak import *\n"
OAK = {"oak": "A = 1\n"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "scene", PROGRAM, libraries=OAK)


def save(project: Project, text: str, libraries: dict[str, str] | None) -> int:
    return project.save(text, author="person", operation={"kind": "edit"}, libraries=libraries)


def on_disk(project: Project, name: str = "oak") -> str:
    return (project.folder / f"{name}.py").read_text(encoding="utf-8")


def test_a_folder_holds_its_libraries_beside_the_program(project: Project) -> None:
    assert dict(project.libraries) == OAK
    assert on_disk(project) == "A = 1\n"
    assert project.verify() == []
    assert dict(Project.open(project.folder, writable=False).libraries) == OAK


def test_a_step_changes_program_and_libraries_together(project: Project) -> None:
    save(project, "from oak import A\n", {"oak": "A = 2\n", "pine": "B = 3\n"})
    assert project.revision == 2
    project.undo()
    assert (project.source, dict(project.libraries), on_disk(project)) == (PROGRAM, OAK, "A = 1\n")
    project.redo()
    assert dict(project.libraries) == {"oak": "A = 2\n", "pine": "B = 3\n"}
    assert project.verify() == []


def test_a_change_of_a_library_alone_is_a_step(project: Project) -> None:
    assert save(project, PROGRAM, {"oak": "A = 9\n"}) == 2
    assert save(project, PROGRAM, {"oak": "A = 9\n"}) == 2
    assert save(project, PROGRAM, None) == 2
    project.undo()
    assert on_disk(project) == "A = 1\n"


def test_a_library_edited_by_hand_is_a_step_of_a_person(project: Project) -> None:
    (project.folder / "oak.py").write_text("A = 5\n")
    reader = Project.open(project.folder, writable=False)
    assert reader.edited_by_hand
    assert reader.revision == 1
    project.refresh()
    last = project.history()[-1]
    assert (last.kind, last.author, project.revision, dict(project.libraries)) == (
        "edit-by-hand", "person", 2, {"oak": "A = 5\n"},
    )  # fmt: skip
    with pytest.raises(ProjectError, match="revision 1"):
        project.save("# late\n", author="agent", operation={"kind": "edit"}, based_on=1)
    project.undo()
    assert on_disk(project) == "A = 1\n"


def test_a_library_that_was_deleted_comes_back_by_undo(project: Project) -> None:
    (project.folder / "oak.py").unlink()
    assert project.refresh()
    assert dict(project.libraries) == {}
    project.undo()
    assert on_disk(project) == "A = 1\n"


def test_no_step_removes_or_replaces_a_file_it_does_not_know(project: Project) -> None:
    save(project, "x = 1\n", {})
    assert on_disk(project) == "A = 1\n"
    (project.folder / "oak.py").write_text("# of the user\n")
    with pytest.raises(ProjectError, match=r"oak\.py is not the text of the library 'oak'") as caught:
        project.undo()
    assert caught.value.kind == "exists"
    assert (project.source, on_disk(project)) == ("x = 1\n", "# of the user\n")


def test_another_scene_in_the_folder_brings_its_own_libraries(project: Project) -> None:
    Project.create(project.folder, "import pine\n", libraries={"pine": "B = 1\n"}, overwrite=True)
    again = Project.open(project.folder)
    assert dict(again.libraries) == {"pine": "B = 1\n"}
    again.undo()
    assert dict(again.libraries) == OAK


@pytest.mark.parametrize("name", ["../oak", "program", "os", "a.b", "", "öl", "x" * 65])
def test_names_that_are_no_libraries_are_refused(project: Project, name: str) -> None:
    with pytest.raises(ProjectError, match="no name of a library"):
        save(project, PROGRAM, {name: "x = 1\n"})
    journal = project.folder / "journal.jsonl"
    assert len(journal.read_text().splitlines()) == 1


def test_a_journal_that_names_other_files_is_damaged(project: Project) -> None:
    """The check of a line is no secret: whoever shares a folder can write one that fits."""
    from scenewright.scene.folder.journal import Author, JournalEntry, SceneState, encode_entry

    state = SceneState("0" * 64, libraries=(("../../oak", "0" * 64),))
    with pytest.raises(ProjectError, match="libraries is of the wrong kind"):
        encode_entry(JournalEntry(1, 1, Author.PERSON, {"kind": "create"}, None, state, "2026-11-28T00:00:00"), None)


def test_the_libraries_of_a_folder_have_a_largest_size(project: Project) -> None:
    half = "#" * (MAX_TEXT_BYTES // 2) + "\n"
    with pytest.raises(ProjectError, match="bytes together") as caught:
        save(project, PROGRAM, {"oak": half, "pine": half})
    assert caught.value.kind == "too-large"
    save(project, PROGRAM, {"oak": "A = 1\n", "pine": "B = 1\n"})
    for name in ("oak", "pine"):
        (project.folder / f"{name}.py").write_text(half)
    with pytest.raises(ProjectError, match="'pine', with those before it, is too large"):
        Project.open(project.folder)


def test_a_library_that_leads_out_of_the_folder_is_not_read(project: Project, tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("SECRET = 1\n")
    (project.folder / "oak.py").unlink()
    (project.folder / "oak.py").symlink_to(tmp_path / "secret.py")
    with pytest.raises(ProjectError, match="outside its folder"):
        Project.open(project.folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_library_that_is_a_pipe_is_not_waited_for(project: Project) -> None:
    (project.folder / "oak.py").unlink()
    os.mkfifo(project.folder / "oak.py")
    with pytest.raises(ProjectError, match="no plain file"):
        Project.open(project.folder)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("mode", ["before", "torn"])
def test_a_killed_save_leaves_all_texts_old_or_all_new(tmp_path: Path, mode: str) -> None:
    Project.create(tmp_path / "before", PROGRAM, libraries=OAK)
    done = subprocess.run(
        [sys.executable, str(SUPPORT / "crash_driver.py"), str(tmp_path), "save_libraries", mode],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    old, new = (PROGRAM, OAK, 1), (NEW, LIBRARIES, 2)
    seen = []
    for n in range(1, len(json.loads(done.stdout)) + 2):
        folder = tmp_path / str(n) / "scene"
        looked_at = Project.open(folder, writable=False)
        project = Project.open(folder)
        state = project.source, dict(project.libraries), project.revision
        assert state == (looked_at.source, dict(looked_at.libraries), looked_at.revision)
        assert state in (old, new)
        assert {name: on_disk(project, name) for name in project.libraries} == dict(project.libraries)
        assert (folder / "program.py").read_text(encoding="utf-8") == project.source
        assert project.verify() == []
        assert not any(e.kind == "edit-by-hand" for e in project.history())
        seen.append(state == new)
    assert seen == sorted(seen)
    assert set(seen) == {False, True}
