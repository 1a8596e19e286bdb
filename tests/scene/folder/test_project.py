"""A scene folder: what it keeps, what it refuses, and that nothing in it is lost."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import tomllib
from pathlib import Path

import pytest

from scenewright.scene.errors import ProgramError, ProjectError
from scenewright.scene.folder import Project, RenderedFile, RenderJob
from scenewright.scene.folder.lock import HOLDER_FILE
from scenewright.scene.folder.project import Author, LockedAsset
from scenewright.scene.folder.scene_toml import SceneToml

ONE, TWO, THREE = "# one\n", "# two\n", "# three\n"
EDIT = {"kind": "edit"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "scene", ONE, seed=3, title="A room", prompt="a room with a cup")


def program(project: Project) -> Path:
    return project.folder / "program.py"


def failing(kind: str, *parts: str) -> pytest.RaisesExc[ProjectError]:
    pattern = ".*".join(re.escape(part) for part in parts)
    return pytest.raises(ProjectError, match=f"(?s){pattern}", check=lambda error: error.kind == kind)


class TestCreation:
    def test_it_holds_what_it_was_given(self, project: Project) -> None:
        for one in (project, Project.open(project.folder), Project.open(project.folder, writable=False)):
            assert (one.source, one.seed, one.root, one.title) == (ONE, 3, None, "A room")
            assert (one.prompt, one.units, one.revision, one.schema) == ("a room with a cup", None, 1, 1)
        (entry,) = project.history()
        assert (entry.kind, entry.author, entry.before, entry.after.program) == (
            "create",
            Author.PERSON,
            None,
            project.program_hash,
        )

    def test_parents_are_made_and_an_empty_folder_is_filled(self, tmp_path: Path) -> None:
        assert Project.create(tmp_path / "a" / "b" / "c", ONE).source == ONE
        (tmp_path / "empty").mkdir()
        assert Project.create(tmp_path / "empty", ONE).source == ONE
        assert sorted(p.name for p in (tmp_path / "a" / "b").iterdir()) == ["c"]

    def test_what_is_there_stays(self, project: Project, tmp_path: Path) -> None:
        with failing("exists", "is a scene folder already: open it"):
            Project.create(project.folder, TWO)
        (tmp_path / "file").write_text("x")
        with failing("exists", "is a file"):
            Project.create(tmp_path / "file", TWO)
        full = tmp_path / "full"
        full.mkdir()
        (full / "program.py").write_text("mine")
        with failing("exists", "not empty"):
            Project.create(full, TWO)
        (full / "program.py").rename(full / "notes.txt")
        with failing("exists", "not empty"):
            Project.create(full, TWO)
        (full / "notes.txt").unlink()
        (full / "assets").mkdir()
        (full / "assets" / "mine.glb").write_bytes(b"x")
        with failing("exists", "not empty"):
            Project.create(full, TWO)

    def test_two_creators_make_one_scene(self, tmp_path: Path) -> None:
        outcomes: list[str] = []

        def make(text: str) -> None:
            try:
                Project.create(tmp_path / "scene", text)
                outcomes.append(text)
            except ProjectError as error:
                outcomes.append(error.kind)

        threads = [threading.Thread(target=make, args=(f"# {i}\n",)) for i in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        (winner,) = [o for o in outcomes if o.startswith("#")]
        assert sorted(o for o in outcomes if o != winner) in (["exists"] * 3, ["exists", "exists", "write"])
        assert Project.open(tmp_path / "scene").source == winner
        assert os.listdir(tmp_path) == ["scene"]

    def test_what_killed_creations_left_beside_goes(self, tmp_path: Path) -> None:
        old, young, other = (tmp_path / name for name in (".s.0123abcd.new", ".s.ffffffff.new", ".t.0123abcd.new"))
        for left in (old, young, other):
            left.mkdir()
        os.utime(old, (1, 1))
        os.utime(other, (1, 1))
        Project.create(tmp_path / "s", ONE)
        assert [old.exists(), young.exists(), other.exists()] == [False, True, True]

    def test_secrets_are_refused(self, tmp_path: Path) -> None:
        for name in ("api_key", "hf-token", "password", "blender_executable", "base_url"):
            with failing("argument", "neither keys nor commands"):
                Project.create(tmp_path / "scene", ONE, render={name: "x"})
        assert not (tmp_path / "scene").exists()


class TestText:
    @pytest.mark.parametrize(
        "text", ["", "no end", "a\r\nb\r\n", "a\rb", "a\n\n\n", "\tü 椅子 🪑\n", "\x0c\x85\u2028\n"]
    )
    def test_bytes_are_kept(self, project: Project, text: str) -> None:
        project.save(text, author="person", operation=EDIT)
        assert program(project).read_bytes() == text.encode()
        assert Project.open(project.folder).source == text

    def test_a_byte_order_mark_goes_and_letters_are_composed(self, project: Project) -> None:
        project.save("\ufeff# u\u0308\n", author="person", operation=EDIT)
        assert program(project).read_bytes() == "# ü\n".encode()

    def test_another_tool_s_byte_order_mark_is_no_edit(self, project: Project) -> None:
        program(project).write_bytes(b"\xef\xbb\xbf" + ONE.encode())
        assert (Project.open(project.folder).source, project.refresh(), project.revision) == (ONE, False, 1)

    @pytest.mark.parametrize(("text", "line"), [("ok\n\0", 2), ("a\nb\n\ud800", 3)])
    def test_what_no_file_can_hold_is_refused(self, project: Project, text: str, line: int) -> None:
        with pytest.raises(ProgramError) as caught:
            project.save(text, author="person", operation=EDIT)
        assert (caught.value.kind, caught.value.line) == ("encoding", line)
        assert project.source == ONE

    def test_too_large(self, project: Project) -> None:
        with failing("too-large", "16,777,216"):
            project.save("#" * (2**24 + 1), author="person", operation=EDIT)
        with program(project).open("wb") as file:
            file.truncate(2**24 + 1)
        with failing("too-large", "program.py", "16,777,217"):
            Project.open(project.folder)


class TestChanges:
    def test_saves_undo_and_redo(self, project: Project) -> None:
        assert project.save(TWO, author="agent", name="a model", operation={"kind": "move", "path": "cup"}) == 2
        assert project.save(THREE, author=Author.SOLVER, operation=EDIT, based_on=2) == 3
        assert [project.undo(), project.source] == [4, TWO]
        assert [project.undo(), project.source] == [5, ONE]
        with failing("nothing-to-undo", "nothing to undo"):
            project.undo()
        assert [project.redo(), project.source] == [6, TWO]
        assert [project.redo(), project.source] == [7, THREE]
        with failing("nothing-to-redo", "nothing to redo"):
            project.redo()
        assert project.verify() == []
        again = Project.open(project.folder)
        assert [(e.kind, e.author.value, e.name, e.target) for e in again.history()] == [
            ("create", "person", None, None),
            ("move", "agent", "a model", None),
            ("edit", "solver", None, None),
            ("undo", "person", None, 3),
            ("undo", "person", None, 2),
            ("redo", "person", None, 2),
            ("redo", "person", None, 3),
        ]
        assert [again.source_at(r) for r in range(1, 8)] == [ONE, TWO, THREE, TWO, ONE, TWO, THREE]
        with failing("missing", "no revision 8: it has 1 to 7"):
            again.source_at(8)

    def test_a_change_after_an_undo_keeps_the_undone_in_the_journal(self, project: Project) -> None:
        project.save(TWO, author="person", operation=EDIT)
        project.undo()
        project.save(THREE, author="person", operation=EDIT)
        assert project.can_redo is None
        assert project.can_undo is not None
        assert project.can_undo.number == 4
        assert project.source_at(2) == TWO
        project.undo()
        assert project.source == ONE

    def test_the_same_text_is_no_change(self, project: Project) -> None:
        assert project.save(ONE, author="person", operation=EDIT) == 1
        assert len(project.history()) == 1

    def test_a_stale_change_is_refused(self, project: Project) -> None:
        other = Project.open(project.folder)
        other.save(TWO, author="agent", operation=EDIT)
        for change in (
            lambda: project.save(THREE, author="person", operation=EDIT, based_on=1),
            lambda: project.undo(based_on=1),
            lambda: project.configure(seed=1, based_on=1),
        ):
            with failing("stale", "based on revision 1", "at revision 2"):
                change()
        assert (project.source, project.revision) == (TWO, 2), "the refusal shows what is there"
        project.save(THREE, author="person", operation=EDIT, based_on=2)

    def test_configuring_is_undone_where_it_decides_the_scene(self, project: Project) -> None:
        assert project.configure(title="B", prompt=None, units="m", render={"width": 640}) == 1
        assert project.configure(seed=8, root="cup", author="agent") == 2
        assert (project.title, project.prompt, project.units, project.seed, project.root) == ("B", None, "m", 8, "cup")
        assert project.render_settings == {"width": 640}
        assert project.undo() == 3
        assert (project.seed, project.root, project.title) == (3, None, "B")
        assert project.redo() == 4
        assert (project.seed, project.root) == (8, "cup")
        assert project.configure(root=None, render={"width": None}) == 5
        assert (Project.open(project.folder).root, project.render_settings) == (None, {})
        assert project.configure() == 5

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [({"seed": "x"}, "whole number"), ({"render": {"a": object()}}, "scene.toml"), ({"title": "\0"}, "title")],
    )
    def test_values_that_no_file_can_hold(self, project: Project, arguments: dict[str, object], message: str) -> None:
        with failing("argument", message):
            project.configure(**arguments)  # type: ignore[arg-type]
        assert project.configure(title="ok") == 1

    def test_authors(self, project: Project) -> None:
        with failing("argument", "'person', 'agent' or 'solver', not 'me'"):
            project.save(TWO, author="me", operation=EDIT)

    def test_keys_of_others_and_comments_stay(self, project: Project) -> None:
        path = project.folder / "scene.toml"
        text = path.read_text().replace("seed = 3", "seed = 3  # of luck\nfuture = [1, 2]")
        path.write_text(text + "\n[tool.other]\nkept = true\n")
        project.save(TWO, author="person", operation=EDIT)
        project.configure(units="m", render={"samples": 4})
        left = path.read_text()
        assert "seed = 3  # of luck" in left
        data = tomllib.loads(left)
        assert (data["future"], data["tool"], data["units"]) == ([1, 2], {"other": {"kept": True}}, "m")
        assert project.toml == data


class TestEditsByHand:
    def test_an_edit_while_it_was_closed_is_a_person_s(self, project: Project) -> None:
        program(project).write_text(TWO)
        looked_at = Project.open(project.folder, writable=False)
        assert (looked_at.source, looked_at.revision, looked_at.edited_by_hand) == (TWO, 1, True)
        assert program(project).read_text() == TWO
        opened = Project.open(project.folder)
        assert (opened.source, opened.revision, opened.edited_by_hand) == (TWO, 2, False)
        assert (opened.history()[-1].kind, opened.history()[-1].author) == ("edit-by-hand", "person")
        opened.undo()
        assert (opened.source, program(project).read_text()) == (ONE, ONE)
        opened.redo()
        assert opened.source == TWO

    def test_an_edit_while_it_is_open_is_not_overwritten_unseen(self, project: Project) -> None:
        program(project).write_text(TWO)
        with failing("stale", "revision 1", "revision 2"):
            project.save(THREE, author="agent", operation=EDIT, based_on=1)
        assert project.source == TWO
        project.save(THREE, author="agent", operation=EDIT)
        project.undo()
        assert project.source == TWO

    def test_refresh_says_whether_something_changed(self, project: Project) -> None:
        looking = Project.open(project.folder, writable=False)
        assert (project.refresh(), looking.refresh()) == (False, False)
        program(project).write_text(TWO)
        assert (looking.refresh(), project.refresh(), looking.refresh()) == (True, True, True)
        assert (looking.source, looking.revision) == (TWO, 2)

    def test_a_seed_changed_by_hand(self, project: Project) -> None:
        path = project.folder / "scene.toml"
        path.write_text(path.read_text().replace("seed = 3", "seed = 4"))
        opened = Project.open(project.folder)
        assert (opened.seed, opened.revision) == (4, 2)
        opened.undo()
        assert opened.seed == 3

    def test_going_back_to_the_old_text_by_hand_is_an_edit(self, project: Project) -> None:
        project.save(TWO, author="agent", operation=EDIT)
        program(project).write_text(ONE)
        opened = Project.open(project.folder)
        assert (opened.source, opened.revision) == (ONE, 3)

    def test_an_edit_that_is_not_utf_8_is_named(self, project: Project) -> None:
        program(project).write_bytes(b"# one\nx = '\xe9'\n")
        with pytest.raises(ProgramError, match=r"line 2: .*program.py is not UTF-8: byte 0xe9 at offset 11"):
            Project.open(project.folder)
        program(project).write_text(TWO)
        assert Project.open(project.folder).source == TWO

    def test_without_a_journal_the_files_are_taken_as_they_are(self, project: Project) -> None:
        project.save(TWO, author="person", operation=EDIT)
        (project.folder / "journal.jsonl").unlink()
        shutil.rmtree(project.folder / "history")
        opened = Project.open(project.folder)
        assert (opened.source, opened.revision, [e.kind for e in opened.history()]) == (TWO, 3, ["adopt"])
        opened.save(THREE, author="person", operation=EDIT)
        opened.undo()
        assert opened.source == TWO
        assert opened.verify() == []

    def test_scene_toml_of_an_older_save_is_brought_up(self, project: Project) -> None:
        path = project.folder / "scene.toml"
        first = path.read_bytes()
        for text in (TWO, THREE):
            project.save(text, author="person", operation=EDIT)
        path.write_bytes(first)
        opened = Project.open(project.folder)
        assert (opened.source, opened.revision) == (THREE, 3)


class TestBadFolders:
    def test_no_folder_a_file_or_no_scene(self, project: Project, tmp_path: Path) -> None:
        with failing("missing", "there is no scene folder", "nowhere"):
            Project.open(tmp_path / "nowhere")
        with failing("not-a-scene", "is a file, not a scene folder"):
            Project.open(program(project))
        with failing("not-a-scene", "it has no scene.toml"):
            Project.open(tmp_path)
        (tmp_path / "program.py").write_text(ONE)
        with failing("not-a-scene", "it has a program.py: create a scene from that"):
            Project.open(tmp_path)
        assert not (tmp_path / "lock").exists()

    @pytest.mark.parametrize(
        ("text", "kind", "message"),
        [
            ("schema = ", "damaged", "cannot be read as TOML"),
            ("title = 'x'", "not-a-scene", "has no 'schema'"),
            ("schema = 99", "newer-schema", "schema is 99, this version reads up to 1. Update Scenewright"),
            ("schema = 0", "damaged", "'schema' is a whole number of at least 1, not 0"),
            ("schema = 1\nrevision = -1", "damaged", "'revision'"),
            ("schema = 1\nrevision = 1\nseed = 1.5", "damaged", "'seed' is a whole number, not 1.5"),
            ("schema = 1\nrevision = 1\nseed = true", "damaged", "'seed'"),
            ("schema = 1\nrevision = 1\nroot = 3", "damaged", "'root' is a text"),
            ("schema = 1\nrevision = 1\nrender = 3", "damaged", "'render' is a table"),
            ("schema = 1\nrevision = 1\nassets = 3", "damaged", "'assets' is a list"),
            ("schema = 1\nrevision = 1\nassets = [3]", "damaged", "'assets[0]' is a table"),
            ("schema = 1\nrevision = 1\nassets = [{words = 'a'}]", "damaged", "'assets[0].id'"),
            ("schema = 1\nrevision = 1\nassets = [{words = 'a', id = 'b', size = [1]}]", "damaged", "three numbers"),
            ("schema = 1\nrevision = 1\nassets = [{words = 'a', id = 'b', seed = 'c'}]", "damaged", "'assets[0].seed'"),
        ],
    )
    def test_bad_scene_toml(self, project: Project, text: str, kind: str, message: str) -> None:
        (project.folder / "scene.toml").write_text(text)
        with failing(kind, "scene.toml", message):
            Project.open(project.folder)

    def test_scene_toml_that_is_not_utf_8(self, project: Project) -> None:
        (project.folder / "scene.toml").write_bytes(b"schema = 1\ntitle = '\xff'")
        with failing("damaged", "not UTF-8"):
            Project.open(project.folder)

    def test_a_lost_program_says_where_its_text_is(self, project: Project) -> None:
        program(project).unlink()
        with failing("damaged", "lost its program.py", f"history/{project.program_hash}.py"):
            Project.open(project.folder)
        shutil.copy(project.folder / "history" / f"{project.program_hash}.py", program(project))
        assert Project.open(project.folder).source == ONE

    def test_a_lost_text_of_the_past(self, project: Project) -> None:
        first = project.program_hash
        project.save(TWO, author="person", operation=EDIT)
        past = project.folder / "history" / f"{first}.py"
        past.write_text("# tampered\n")
        with failing("damaged", "not what its name says"):
            project.undo()
        past.unlink()
        with failing("damaged", "the history is damaged"):
            project.undo()
        assert (project.source, project.revision) == (TWO, 2)
        assert [first in problem for problem in project.verify()] == [True]

    def test_a_journal_that_ends_too_early(self, project: Project) -> None:
        project.save(TWO, author="person", operation=EDIT)
        path = project.folder / "journal.jsonl"
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
        with failing("damaged", "ends at revision 1, and scene.toml is at 2", "move journal.jsonl out"):
            Project.open(project.folder)
        path.unlink()
        assert Project.open(project.folder).source == TWO

    @pytest.mark.parametrize("name", ["program.py", "scene.toml", "journal.jsonl", "history", "assets", "renders"])
    def test_links_out_of_the_folder(self, project: Project, tmp_path: Path, name: str) -> None:
        outside = tmp_path / "outside"
        (project.folder / name).rename(outside)
        (project.folder / name).symlink_to(outside)
        with failing("symlink", name, "outside the scene folder"):
            Project.open(project.folder)

    def test_links_inside_and_to_the_folder(self, project: Project, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(project.folder)
        program(project).rename(project.folder / "real.py")
        program(project).symlink_to("real.py")
        opened = Project.open(tmp_path / "link")
        assert (opened.source, opened.folder) == (ONE, project.folder.resolve())

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    def test_a_program_that_is_no_file_does_not_hang(self, project: Project) -> None:
        program(project).unlink()
        os.mkfifo(program(project))
        with failing("read", "no plain file"):
            Project.open(project.folder)

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold for this user")
    def test_a_folder_that_may_not_be_written(self, project: Project) -> None:
        project.folder.chmod(0o555)
        try:
            with failing("read-only", "may not be written"):
                Project.open(project.folder).save(TWO, author="person", operation=EDIT)
            assert Project.open(project.folder, writable=False).source == ONE
        finally:
            project.folder.chmod(0o755)

    def test_paths_of_the_program_stay_inside(self, project: Project, tmp_path: Path) -> None:
        (project.folder / "wood.png").write_bytes(b"x")
        assert project.path_inside("wood.png") == project.folder / "wood.png"
        (tmp_path / "secret").write_bytes(b"x")
        (project.folder / "link").symlink_to(tmp_path / "secret")
        for path in ("../secret", "/etc/passwd", "link"):
            with failing("symlink", "outside the scene folder"):
                project.path_inside(path)
        with failing("missing", "no 'none.png'"):
            project.path_inside("none.png")


class TestReadingOnly:
    def test_nothing_is_touched(self, project: Project) -> None:
        program(project).write_text(TWO)
        with (project.folder / "journal.jsonl").open("ab") as file:
            file.write(b'{"number": 2, "torn')
        (project.folder / ".program.py.0123abcd.tmp").write_text("x")
        before = {p: p.read_bytes() for p in project.folder.rglob("*") if p.is_file()}
        looking = Project.open(project.folder, writable=False)
        assert (looking.source, len(looking.history())) == (TWO, 1)
        assert {p: p.read_bytes() for p in project.folder.rglob("*") if p.is_file()} == before
        for change in (
            lambda: looking.save(THREE, author="person", operation=EDIT),
            looking.undo,
            lambda: looking.configure(seed=1),
            lambda: looking.assets.add_bytes(b"x", "glb"),
        ):
            with failing("read-only", "opened for reading only"):
                change()
        Project.open(project.folder)
        assert not (project.folder / ".program.py.0123abcd.tmp").exists()

    def test_it_works_while_another_holds_the_folder(self, project: Project) -> None:
        with project.exclusive():
            assert Project.open(project.folder, writable=False).source == ONE


HOLD = """
import sys, time
from scenewright.scene.folder.project import Project
with Project.open(sys.argv[1]).exclusive():
    print("held", flush=True)
    sys.stdin.read()
"""


class TestLock:
    def test_another_process_is_named(self, project: Project) -> None:
        with subprocess.Popen(
            [sys.executable, "-c", HOLD, str(project.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as holder:
            assert holder.stdout is not None
            assert holder.stdin is not None
            assert holder.stdout.readline() == "held\n"
            with failing("locked", f"locked by process {holder.pid} on", "since 20", "waited 0.1 s"):
                Project.open(project.folder, timeout=0.1)
            holder.stdin.close()
            holder.wait()
            assert Project.open(project.folder).save(TWO, author="person", operation=EDIT) == 2

    def test_a_killed_holder_frees_the_folder(self, project: Project) -> None:
        with subprocess.Popen(
            [sys.executable, "-c", HOLD, str(project.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as holder:
            assert holder.stdout is not None
            holder.stdout.readline()
            holder.kill()
            holder.wait()
        assert (project.folder / HOLDER_FILE).exists()
        assert Project.open(project.folder, timeout=0.1).save(TWO, author="person", operation=EDIT) == 2
        assert not (project.folder / HOLDER_FILE).exists()

    def test_a_holder_that_says_nothing_of_itself_still_holds(self, project: Project) -> None:
        with project.exclusive():
            (project.folder / HOLDER_FILE).write_text("{")
            with failing("locked", "by another process"):
                Project.open(project.folder, timeout=0.05)

    def test_a_session_holds_over_several_changes(self, project: Project) -> None:
        other = Project.open(project.folder, timeout=0.05)
        with project.exclusive():
            project.save(TWO, author="person", operation=EDIT)
            with failing("locked", "locked by process"):
                other.save(THREE, author="person", operation=EDIT)
            project.undo()
        assert other.save(THREE, author="person", operation=EDIT) == 4

    def test_threads_take_turns(self, project: Project) -> None:
        shared = Project.open(project.folder)

        def work(number: int) -> None:
            for k in range(5):
                shared.save(f"# {number} {k}\n", author="solver", operation=EDIT)
                Project.open(project.folder).save(f"# own {number} {k}\n", author="agent", operation=EDIT)

        threads = [threading.Thread(target=work, args=(i,)) for i in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        opened = Project.open(project.folder)
        assert opened.revision == 31
        assert opened.verify() == []

    def test_readers_see_whole_saves_while_another_writes(self, project: Project) -> None:
        stop = threading.Event()

        def write() -> None:
            k = 0
            while not stop.is_set():
                k += 1
                project.save(f"# {k}\n" * 50, author="solver", operation=EDIT)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            end = time.monotonic() + 0.5
            while time.monotonic() < end:
                looking = Project.open(project.folder, writable=False)
                assert len(set(looking.source.splitlines())) == 1
                assert looking.revision >= 1
        finally:
            stop.set()
            writer.join()


class TestAssets:
    def test_files_are_kept_by_content(self, project: Project, tmp_path: Path) -> None:
        store = project.assets
        first = store.add_bytes(b"a chair", "GLB")
        (tmp_path / "chair.glb").write_bytes(b"a chair")
        assert store.add_file(tmp_path / "chair.glb") == first
        assert (store.ids(), store.read(first), store.path(first).suffix) == ((first,), b"a chair", ".glb")
        assert first in store
        assert "0" * 64 not in store
        assert "../../etc/passwd" not in store
        with failing("asset", "has no asset"):
            store.path("0" * 64)

    def test_damage_is_seen_and_mended(self, project: Project) -> None:
        first = project.assets.add_bytes(b"a chair", "glb")
        path = project.assets.path(first)
        path.write_bytes(b"a stool")
        with failing("asset", "is damaged"):
            project.assets.read(first)
        assert len(project.verify()) == 1
        assert project.assets.add_bytes(b"a chair", "bin") == first
        assert project.assets.read(first) == b"a chair"
        assert os.listdir(path.parent) == [path.name]

    def test_limits(self, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for extension in ("", "../x", "a" * 13, "g.lb"):
            with failing("argument", "extension"):
                project.assets.add_bytes(b"", extension)
        with failing("read", "nowhere.glb"):
            project.assets.add_file(tmp_path / "nowhere.glb")
        monkeypatch.setattr("scenewright.scene.folder.asset_store.MAX_ASSET_BYTES", 10)
        with failing("too-large", "at most 10 bytes"):
            project.assets.add_bytes(b"01234567890", "glb")
        assert os.listdir(project.folder / "assets") == []

    def test_answers_are_locked(self, project: Project) -> None:
        chair, stool = (project.assets.add_bytes(data, "glb") for data in (b"a chair", b"a stool"))
        answer = LockedAsset(
            "red chair", (0.5, 0.9, 0.5), 2, chair, "seat", "CC0-1.0", "A. Maker", "https://example.org/chair", "Chair",
            {"colors": {"fabric": [0.8, 0.1, 0.1]}, "turned": 90},
        )  # fmt: skip
        project.lock_assets([answer, LockedAsset("lamp", None, 0, stool)])
        opened = Project.open(project.folder)
        assert opened.locked_asset("red chair ", [0.5, 0.9, 0.5], 2) == answer
        assert opened.locked_asset("red chair", None, 2) is None
        assert (opened.revision, len(opened.locked_assets)) == (1, 2)
        opened.lock_asset(answer)
        with failing("asset", "locked to Chair"):
            opened.lock_asset(LockedAsset("red chair", (0.5, 0.9, 0.5), 2, stool))
        with failing("asset", "does not hold"):
            opened.lock_asset(LockedAsset("table", None, 0, "0" * 64))
        opened.lock_asset(LockedAsset("red chair", (0.5, 0.9, 0.5), 2, stool), replace=True)
        assert [a.id for a in opened.locked_assets] == [stool, stool]
        assert opened.verify() == []
        (project.folder / "assets" / f"{stool}.glb").unlink()
        assert [stool in problem for problem in opened.verify()] == [True]


class TestRenders:
    def pictures(self, folder: Path, *contents: bytes) -> list[RenderedFile]:
        folder.mkdir(exist_ok=True)
        files = []
        for i, content in enumerate(contents):
            (folder / f"{i}.PNG").write_bytes(content)
            files.append(RenderedFile(folder / f"{i}.PNG", camera=i))
        return files

    def test_pictures_are_kept_with_their_job(self, project: Project, tmp_path: Path) -> None:
        key = project.cache_key(versions={"preview": "1"}, settings={"width": 64})
        job = RenderJob("preview", key, {"width": 64}, "cpu", 1.25)
        record = project.record_render(self.pictures(tmp_path / "out", b"one"), job)
        assert record.files[0].path == project.folder / "renders" / f"r0001-preview-{key[:12]}.png"
        sidecar = json.loads(record.files[0].path.with_suffix(".json").read_text())
        assert sidecar["schema"] == 1
        assert (sidecar["renderer"], sidecar["settings"], sidecar["seconds"]) == ("preview", {"width": 64}, 1.25)
        assert (sidecar["program"], sidecar["revision"], sidecar["seed"]) == (project.program_hash, 1, 3)
        assert sidecar["frames"][0].keys() == {"file", "camera", "frame", "pass", "sha256"}
        assert (project.renders(), project.find_render(key), project.find_render("x")) == ((record,), record, None)

    def test_the_revision_that_was_drawn_counts(self, project: Project, tmp_path: Path) -> None:
        first = project.program_hash
        project.save(TWO, author="person", operation=EDIT)
        record = project.record_render(
            self.pictures(tmp_path / "out", b"1", b"2"), RenderJob("pre view/", "k" * 64), revision=1
        )
        assert (record.revision, record.program) == (1, first)
        assert [f.path.name for f in record.files] == [f"r0001-pre-view-{'k' * 12}-{c}-0000-color.png" for c in (0, 1)]
        with failing("missing", "no revision 9"):
            project.record_render(self.pictures(tmp_path / "out", b"1"), RenderJob("preview", "k"), revision=9)

    def test_the_same_job_replaces_its_pictures(self, project: Project, tmp_path: Path) -> None:
        job = RenderJob("preview", "k" * 64)
        project.record_render(self.pictures(tmp_path / "out", b"one"), job)
        project.record_render(self.pictures(tmp_path / "out", b"two"), job)
        (record,) = project.renders()
        assert record.files[0].path.read_bytes() == b"two"
        record.files[0].path.unlink()
        assert project.renders() == ()

    def test_what_is_refused(self, project: Project, tmp_path: Path) -> None:
        files = self.pictures(tmp_path / "out", b"one")
        with failing("argument", "at least one picture"):
            project.record_render([], RenderJob("preview", "k"))
        with failing("argument", "have the same camera"):
            project.record_render([*files, *files], RenderJob("preview", "k"))
        with failing("argument", "JSON data"):
            project.record_render(files, RenderJob("preview", "k", {"a": object()}))
        with failing("read", "none.png"):
            project.record_render([RenderedFile(tmp_path / "none.png")], RenderJob("preview", "k"))
        assert os.listdir(project.folder / "renders") == []


class TestCacheKeys:
    def test_what_decides_and_what_does_not(self, project: Project) -> None:
        def key(p: Project = project, **more: object) -> str:
            return p.cache_key(versions={"numpy": "2"}, settings={"width": 64, **more})

        first = key()
        assert re.fullmatch("[0-9a-f]{64}", first)
        assert project.cache_key(settings={"width": 64}, versions={"numpy": "2"}) == first
        assert key(samples=4) != first
        assert project.cache_key(versions={"numpy": "1"}, settings={"width": 64}) != first
        project.configure(title="another", prompt="another", render={"width": 1})
        assert key() == first
        project.configure(root="cup")
        assert key() != first
        project.undo()
        assert key() == first, "the revision does not count"
        project.configure(seed=4)
        assert key() != first
        project.configure(seed=3)
        asset = project.assets.add_bytes(b"x", "glb")
        project.lock_asset(LockedAsset("cup", None, 0, asset, title="A"))
        locked = key()
        assert locked != first
        project.lock_asset(LockedAsset("cup", None, 0, asset, title="B"))
        assert (key(), project.cache_key(versions={"numpy": "2"}, settings={"width": 64}, assets=())) == (locked, first)
        project.save(TWO, author="person", operation=EDIT)
        assert key() != locked
        with failing("argument", "JSON data"):
            key(bad=object())


def test_many_saves_stay_quick_to_open_and_whole(project: Project) -> None:
    with project.exclusive():
        for k in range(100):
            project.save(f"# {k}\n", author="solver", operation={"kind": "move", "by": [k, 0, 0]})
    opened = Project.open(project.folder)
    assert (opened.revision, opened.source, opened.verify()) == (101, "# 99\n", [])
    for _ in range(100):
        opened.undo()
    assert opened.source == ONE


def test_scene_toml_says_where_it_is_wrong() -> None:
    with failing("damaged", "here: 'title' is a text, not 5: correct the file"):
        SceneToml(b"schema = 1\ntitle = 5", "here")
