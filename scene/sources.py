"""Wherever a scene is asked for: a scene folder, a program ``.py``, a raw reply ``.md``, or ``-`` for standard input."""

from __future__ import annotations

import codecs
import enum
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from scenewright.scene.errors import ProgramError, ProjectError, ScenewrightError
from scenewright.scene.folder.project import LOCK_TIMEOUT, Project, is_scene_folder
from scenewright.scene.replies.pieces import read_piece
from scenewright.scene.replies.reading import ReplyProgram, extract_program
from scenewright.scene.text_files import MAX_TEXT_BYTES, decode_text, read_file

__all__ = ["MAX_REPLY_BYTES", "SceneSource", "SourceKind", "read_source"]

MAX_REPLY_BYTES = 4 * 2**20
"""The longest reply that is read."""

BYTE_ORDER_MARK = "\ufeff"
_REPLY_SUFFIXES = (".md", ".markdown", ".txt", ".json")


class SourceKind(enum.StrEnum):
    """Where a program came from."""

    FOLDER = "folder"
    PROGRAM = "py"
    REPLY = "reply"
    STDIN = "stdin"


@dataclass(frozen=True)
class SceneSource:
    """A program and what is known of where it came from.

    `seed` and `root` are a scene folder's, else None; `project` is the open folder; `reply` says where in a reply the
    program stands; `prompt` are the words that it was made from, where they are known.
    """

    text: str
    kind: SourceKind
    path: Path | None
    seed: int | None = None
    root: str | None = None
    prompt: str | None = None
    project: Project | None = None
    reply: ReplyProgram | None = None
    notes: tuple[str, ...] = field(default=())

    def place(self, line: int | None = None) -> str:
        """Where a line of the program stands, for people: 'room.py line 4', 'reply.md line 12 (line 6 of its program)'."""
        unnamed = "standard input" if self.kind is SourceKind.STDIN else "the program"
        name = unnamed if self.path is None else str(self.path)
        if self.kind is SourceKind.FOLDER and self.path is not None:
            name = str(self.path / "program.py")
        if line is None:
            return name
        if self.reply is not None and self.reply.reply_line(line) != line:
            return f"{name} line {self.reply.reply_line(line)} (line {line} of its program)"
        return f"{name} line {line}"

    def explain(self, error: ScenewrightError) -> str:
        """The message of an error, with the place of its line in the file that people have before them."""
        return f"{self.place(error.line)}: {error.message}" if isinstance(error, ProgramError) else str(error)


def read_source(
    argument: str | Path, *, stdin: BinaryIO | None = None, writable: bool = False, timeout: float = LOCK_TIMEOUT
) -> SceneSource:
    """Read the program that an argument of a command means.

    Args:
        argument: a scene folder, a ``.py``, a reply (``.md``, ``.markdown``, ``.txt``, ``.json``), or '-'.
        stdin: what '-' reads; None: standard input.
        writable: whether a scene folder is opened for changes, see :meth:`scenewright.scene.folder.project.Project.open`.
        timeout: seconds to wait for a folder's lock.

    Raises:
        ProjectError: 'missing', 'not-a-scene', 'too-large', 'read', 'argument' (another kind of file), and as
            :meth:`scenewright.scene.folder.project.Project.open`.
        ProgramError: 'encoding': not UTF-8, with the line; 'empty': nothing in it.
        ReplyError: 'no-program', 'cut-off'.
    """
    if str(argument) == "-":
        return _from_stdin(stdin if stdin is not None else sys.stdin.buffer)
    path = Path(argument)
    suffix = path.suffix.lower()
    if path.is_dir():
        return _from_folder(path, writable, timeout)
    if not path.exists():
        raise ProjectError(
            f"there is no {path}: a scene is a scene folder, a program .py, a reply .md, or - for standard input",
            kind="missing",
        )
    if suffix == ".py":
        data = read_file(path, MAX_TEXT_BYTES, "the program")
        text = decode_text(data, str(path))
        _require_text(text, str(path))
        # the mark is no part of the program, but of the file that an edit gives back
        return SceneSource(BYTE_ORDER_MARK * data.startswith(codecs.BOM_UTF8) + text, SourceKind.PROGRAM, path)
    if suffix in _REPLY_SUFFIXES:
        text = decode_text(read_file(path, MAX_REPLY_BYTES, "the reply"), str(path))
        return _from_reply(text, SourceKind.REPLY, path, str(path))
    hint = ""
    if path.name in ("scene.toml", "journal.jsonl") and is_scene_folder(path.parent):
        hint = f"; did you mean its folder, {path.parent}?"
    raise ProjectError(
        f"{path} is no scene: a scene is a scene folder, a program .py, a reply .md, or - for standard input{hint}"
    )


def _from_folder(path: Path, writable: bool, timeout: float) -> SceneSource:
    project = Project.open(path, writable=writable, timeout=timeout)
    _require_text(project.source, str(path / "program.py"))
    return SceneSource(
        project.source,
        SourceKind.FOLDER,
        path,
        seed=project.seed,
        root=project.root,
        prompt=project.prompt,
        project=project,
    )


def _from_stdin(stdin: BinaryIO) -> SceneSource:
    data = stdin.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        raise ProjectError(f"standard input is too large: at most {MAX_TEXT_BYTES:,} bytes are read", kind="too-large")
    text = decode_text(data, "standard input")
    _require_text(text, "standard input")
    if read_piece(text).is_program:
        return SceneSource(text, SourceKind.STDIN, None)
    return _from_reply(text, SourceKind.STDIN, None, "standard input")


def _from_reply(text: str, kind: SourceKind, path: Path | None, where: str) -> SceneSource:
    reply = extract_program(text, where=where)
    return SceneSource(reply.source, kind, path, prompt=reply.header.get("request"), reply=reply, notes=reply.notes)


def _require_text(text: str, where: str) -> None:
    if not text.strip():
        raise ProgramError(
            f"{where} is empty: a program registers an entity, @register() above def name()", kind="empty"
        )
