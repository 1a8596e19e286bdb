"""``scenewright edit`` and its neighbours as people type them."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.scene import atomic
from scenewright.scene.folder import Project

PROGRAM = """from scene.language import *

@register('a table')
def table():
    return transform_shape(primitive_call('cube', {'scale': (1, 0.7, 1)}), translation_matrix((0, 0.35, 0)))

@register('a cup')
def cup():
    return transform_shape(primitive_call('cube', {'scale': 0.1}), translation_matrix((0, 0.05, 0)))

@register('a room')
def kitchen():
    return concat_shapes(
        room(4, 4, 2.7),
        place('table', at=(0, 0, 0)),
        place('cup', at=(0.2, 0.7, 0)),
        place('cup', at=(-0.2, 0.7, 0)),
    )
relate(on('cup', 'table'), on('cup[1]', 'table'))
"""


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    return Project.create(tmp_path / "kitchen", PROGRAM).folder


def typed(*words: object, code: int = 0) -> tuple[str, str]:
    """Standard output and standard error of a command."""
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exit_code == code, done.stderr
    return done.stdout, done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("table", "-20"),
        ("-20", "table"),
        ("--", "table", "-20"),
        ("table", "-20", "--json"),
        ("--seed", "-3", "table", "-2e1"),
    ],
    ids=" ".join,
)
def test_a_negative_number_is_no_option(kitchen: Path, words: tuple[str, ...]) -> None:
    typed("edit", "turn", kitchen, *words, code=2 if words[0] == "-20" else 0)
    assert ("turn=-20" in Project.open(kitchen).source) == (words[0] != "-20")


def test_a_wrong_option_beside_a_number_is_still_refused(kitchen: Path) -> None:
    _, told = typed("edit", "turn", kitchen, "table", "-20", "--alnoe", code=2)
    assert "--alnoe" in told


def test_what_comes_along_and_what_breaks_is_printed(kitchen: Path) -> None:
    done, _ = typed("edit", "move", kitchen, "table", "--by", "0.5", "0", "0")
    assert "with cup and cup[1]" in done
    done, told = typed("edit", "move", kitchen, "table", "--by", "-1", "0", "0", "--alone")
    assert "with" not in done.split(";")[0]
    assert told.count("floats") == 2
    values = json.loads(typed("edit", "turn", kitchen, "cup", "5", "--json")[0])
    assert values["carried"] == [[]]
    assert values["consequences"] == []


def test_a_relation_is_dropped_as_evaluate_prints_it(kitchen: Path) -> None:
    shown, _ = typed("evaluate", kitchen)
    assert "on(cup[1], table)" in shown
    typed("edit", "drop-relation", kitchen, "on(cup[1], table)")
    assert "cup[1]" not in typed("evaluate", kitchen)[0].split("on(")[1]
    _, told = typed("edit", "drop-relation", kitchen, "on(cups, table)", code=7)
    assert "the nearest: on(cup, table)" in told
    typed("edit", "drop-relation", kitchen, "on('cup', 'table', weight=2)")
    assert "relate" not in Project.open(kitchen).source


def test_undo_and_redo_say_what_they_did(kitchen: Path) -> None:
    typed("edit", "move", kitchen, "table", "--by", "0.5", "0", "0.25")
    done, _ = typed("edit", "undo", kitchen)
    assert done == "undo: took back change 2 (person): Moved table by 0.56 m; the scene is at revision 3\n"
    values = json.loads(typed("edit", "redo", kitchen, "--json")[0])
    assert values["of"]["operation"]["path"] == "table"
    assert values["of"]["what"] == "Moved table by 0.56 m"


def test_the_history_says_on_all_faces_what_was_done(kitchen: Path) -> None:
    typed("edit", "move", kitchen, "table", "--by", "0.5", "0", "0")
    typed("edit", "undo", kitchen)
    told = ["Moved table by 0.5 m along x", "Took back change 2"]
    assert [line[14:] for line in typed("edit", "history", kitchen)[0].splitlines()[1:]] == told
    rows = json.loads(typed("edit", "history", kitchen, "--json")[0])["history"]
    assert [row["what"] for row in rows[1:]] == told
    assert [entry.sentence for entry in Project.open(kitchen).history()[1:]] == told


def test_a_thing_is_added(kitchen: Path) -> None:
    done, told = typed("edit", "add", kitchen, "cup", "--on", "table", "--name", "mug")
    assert "kitchen/mug" in done
    assert "warning" not in told
    assert "on('mug', 'table')" in Project.open(kitchen).source


def test_words_that_fit_no_object_end_with_11() -> None:
    done, told = typed("query-catalogue", "xqzzt", "--json", code=11)
    assert json.loads(done)["matches"] == []
    assert "no object fits 'xqzzt'" in told


def test_a_file_of_gaussians_needs_their_number(kitchen: Path, tmp_path: Path) -> None:
    _, told = typed("export", kitchen, tmp_path / "x.spz", code=1)
    assert "(--splats)" in told
    (tmp_path / "x.ply").write_bytes(b"ply\n")
    _, told = typed("query", tmp_path / "x.ply", "a chair", code=9)
    assert "(--field)" in told


def read_only(operation: str, path: Path, descriptor: int, data: bytes) -> None:
    if operation == "create" and "sealed" in path.parts:
        raise OSError(errno.EROFS, "Read-only file system", str(path))


@pytest.mark.parametrize(
    "words",
    [
        ("export", "SCENE", "OUT.glb"),
        ("export", "SCENE", "OUT.spz", "--splats", "500"),
        ("edit", "turn", "SCENE", "table", "5", "--out", "OUT.py"),
        ("layout", "SCENE", "--check", "--plan", "OUT.png"),
    ],
    ids=" ".join,
)
def test_a_place_that_cannot_be_written_ends_with_9(kitchen: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "sealed").mkdir()
    out = str(tmp_path / "sealed" / "mine")
    with atomic.fault_hook(read_only):
        _, told = typed(*(w.replace("OUT", out).replace("SCENE", str(kitchen)) for w in words), code=9)
    name = next(word for word in words if "OUT" in word).replace("OUT", out)
    assert f"{name} cannot be written" in told
    assert ".tmp" not in told


def test_an_export_replaces_all_its_files_or_none(kitchen: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.obj"
    typed("export", kitchen, out)
    before = {f: f.read_bytes() for f in tmp_path.iterdir() if f.is_file()}
    typed("edit", "move", kitchen, "table", "--by", "0.5", "0", "0")

    def full(operation: str, path: Path, descriptor: int, data: bytes) -> None:
        if operation == "write" and "entities" in path.name:
            raise OSError(errno.EFBIG, "File too large")

    with atomic.fault_hook(full):
        _, told = typed("export", kitchen, out, code=9)
    assert "a.obj.entities.json cannot be written (File too large)" in told
    assert {f: f.read_bytes() for f in tmp_path.iterdir() if f.is_file()} == before
