"""Wherever a scene is asked for: a folder, a program, a reply, standard input; and what is said when it is none."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from scenewright.scene.errors import PathError, ProgramError, ProjectError, ReplyError
from scenewright.scene.folder import Project
from scenewright.scene.sources import SourceKind, read_source

PROGRAM = "from helper import *\n\n@register('a cup')\ndef cup():\n    return primitive_call('sphere', {'radius': 1})\n"
REPLY = f"request: a cup\nkind: text\n---\nHere:\n\n```python\n{PROGRAM}```\n"


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def stdin(content: str | bytes) -> io.BytesIO:
    return io.BytesIO(content.encode() if isinstance(content, str) else content)


def test_a_scene_folder(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "s", PROGRAM, seed=5, root="cup", prompt="a cup")
    source = read_source(str(tmp_path / "s"))
    assert (source.text, source.kind, source.path) == (PROGRAM, SourceKind.FOLDER, tmp_path / "s")
    assert (source.seed, source.root, source.prompt) == (5, "cup", "a cup")
    assert source.project is not None
    assert (source.project.folder, source.project.writable) == (project.folder, False)
    writable = read_source(tmp_path / "s", writable=True).project
    assert writable is not None
    assert writable.save("# x\n", author="person", operation={"kind": "edit"}) == 2
    assert source.place(3) == f"{tmp_path / 's' / 'program.py'} line 3"


def test_a_program(tmp_path: Path) -> None:
    path = written(tmp_path / "cup.py", b"\xef\xbb\xbf" + PROGRAM.replace("\n", "\r\n").encode())
    source = read_source(path)
    assert (source.text, source.kind) == ("\ufeff" + PROGRAM.replace("\n", "\r\n"), SourceKind.PROGRAM)
    assert (source.seed, source.root, source.prompt, source.project, source.reply) == (None,) * 5
    assert source.place() == str(path)
    error = ProgramError("no such thing", line=4, kind="unknown-entity")
    assert source.explain(error) == f"{path} line 4: no such thing"
    assert source.explain(ProgramError("empty")) == f"{path}: empty"
    assert source.explain(PathError("nowhere")) == "nowhere"


@pytest.mark.parametrize("name", ["reply.md", "reply.MD", "reply.markdown", "reply.txt", "reply.json"])
def test_a_reply(tmp_path: Path, name: str) -> None:
    content = json.dumps({"program": PROGRAM}) if name.endswith("json") else REPLY
    source = read_source(written(tmp_path / name, content))
    assert (source.text, source.kind) == (PROGRAM, SourceKind.REPLY)
    if not name.endswith("json"):
        assert source.prompt == "a cup"
        assert source.place(4) == f"{tmp_path / name} line 10 (line 4 of its program)"


@pytest.mark.parametrize("content", [PROGRAM, REPLY, b"\xef\xbb\xbf" + PROGRAM.encode(), "Here:\n" + PROGRAM])
def test_standard_input(content: str | bytes) -> None:
    source = read_source("-", stdin=stdin(content))
    assert (source.text, source.kind, source.path) == (PROGRAM, SourceKind.STDIN, None)
    assert source.place(4).startswith("standard input line ")


def test_a_program_on_standard_input_stays_as_it_is() -> None:
    text = "# über\r\n" + PROGRAM.replace("\n", "\r\n") + "\r\n\r\n"
    source = read_source("-", stdin=stdin(text))
    assert (source.text, source.reply) == (text, None)


def test_notes_of_a_reply_are_told(tmp_path: Path) -> None:
    twice = REPLY + "Corrected:\n```python\n" + PROGRAM.replace("1", "2") + "```\n"
    source = read_source(written(tmp_path / "r.md", twice))
    assert "'radius': 2" in source.text
    assert source.notes == ("a later block (lines 15-19) replaces the program before it",)


@pytest.mark.parametrize("name", ["cup.py", "reply.md", "-"])
@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"# ok\n# caf\xe9\n", 2, "not UTF-8: byte 0xe9 at offset 10"),
        (b"# ok\n\xff", 2, "byte 0xff at offset 5"),
        ("# ok".encode("utf-16"), 1, "UTF-16"),
        (b"a\nb\nc\0", 3, "null character"),
    ],
)
def test_what_is_not_utf_8(tmp_path: Path, name: str, content: bytes, line: int, message: str) -> None:
    argument = name if name == "-" else str(written(tmp_path / name, content))
    with pytest.raises(ProgramError, match=message) as caught:
        read_source(argument, stdin=stdin(content))
    assert (caught.value.kind, caught.value.line) == ("encoding", line)


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff"])
def test_what_is_empty(tmp_path: Path, content: str) -> None:
    for argument in (str(written(tmp_path / "cup.py", content)), "-"):
        with pytest.raises(ProgramError, match="is empty") as caught:
            read_source(argument, stdin=stdin(content))
        assert caught.value.kind == "empty"
    with pytest.raises(ReplyError, match="is empty"):
        read_source(written(tmp_path / "reply.md", content))
    Project.create(tmp_path / "s", content)
    with pytest.raises(ProgramError, match=r"program.py is empty"):
        read_source(tmp_path / "s")


def test_what_is_no_scene(tmp_path: Path) -> None:
    for argument, kind, message in (
        (tmp_path / "none.py", "missing", "there is no .*none.py: a scene is a scene folder"),
        (tmp_path, "not-a-scene", "has no scene.toml"),
        (
            written(tmp_path / "cup.spz", b"x"),
            "argument",
            "cup.spz is no scene program but a file of Gaussians or triangles",
        ),
        (written(tmp_path / "noext", b"x"), "argument", "is no scene"),
    ):
        with pytest.raises(ProjectError, match=message) as caught:
            read_source(argument)
        assert caught.value.kind == kind
    Project.create(tmp_path / "s", PROGRAM)
    with pytest.raises(ProjectError, match=r"did you mean its folder, .*s\?"):
        read_source(tmp_path / "s" / "scene.toml")
    with pytest.raises(ReplyError, match=r"r.md holds no program"):
        read_source(written(tmp_path / "r.md", "I cannot do that."))
    with pytest.raises(ReplyError, match=r"r.md is cut off"):
        read_source(written(tmp_path / "r.md", REPLY[:-30]))
    with pytest.raises(ReplyError, match="standard input holds no program"):
        read_source("-", stdin=stdin("no"))


def test_what_is_too_large(tmp_path: Path) -> None:
    for name, size in (("big.py", 2**24 + 1), ("big.md", 2**22 + 1)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
        with pytest.raises(ProjectError, match=f"too large: .*{name} has {size:,} bytes") as caught:
            read_source(tmp_path / name)
        assert caught.value.kind == "too-large"
    with pytest.raises(ProjectError, match="standard input is too large"):
        read_source("-", stdin=stdin(b"#" * (2**24 + 1)))


def test_a_folder_that_is_locked_can_be_read(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "s", PROGRAM)
    with project.exclusive():
        assert read_source(tmp_path / "s").text == PROGRAM
        with pytest.raises(ProjectError, match="locked"):
            read_source(tmp_path / "s", writable=True, timeout=0.05)
