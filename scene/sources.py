"""Reads the program that an argument names: a scene folder, a program ``.py``, a raw reply ``.md``, a file for an import plug-in,
or ``-`` for standard input."""

from __future__ import annotations

import enum
import sys
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from scenewright.scene.errors import ProgramError, ProjectError, ScenewrightError
from scenewright.scene.folder import LOCK_TIMEOUT, Project, is_scene_folder
from scenewright.scene.importing import Imported, ProgramImporter, ReplyImporter, importers, read_reply, require_text
from scenewright.scene.replies import ReplyProgram, read_piece
from scenewright.scene.strict_types import shown_value
from scenewright.scene.text_files import MAX_TEXT_BYTES, decode_text

__all__ = ["SceneSource", "SourceKind", "read_source"]


class SourceKind(enum.StrEnum):
    """The kind of source of a program."""

    FOLDER = "folder"
    PROGRAM = "py"
    REPLY = "reply"
    STDIN = "stdin"
    IMPORTED = "imported"
    """Read by an importer of a plug-in."""


_KINDS = {ProgramImporter.name: SourceKind.PROGRAM, ReplyImporter.name: SourceKind.REPLY}


@dataclass(frozen=True)
class SceneSource:
    """A program and its source.

    `seed` and `root`: from the scene folder, else None. `project`: the open folder. `reply`: position of the program in a reply.
    `prompt`: the words that it was generated from, where they are known. `importer`: name of the importer that read the file.
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
    importer: str | None = None

    def place(self, line: int | None = None) -> str:
        """The position of a program line in the user's file: 'room.py line 4', 'reply.md line 12 (line 6 of its program)'."""
        unnamed = "standard input" if self.kind is SourceKind.STDIN else "the program"
        name = unnamed if self.path is None else str(self.path)
        if self.kind is SourceKind.FOLDER and self.path is not None:
            name = str(self.path / "program.py")
        if line is None:
            return name
        if self.reply is not None and self.reply.reply_line(line) != line:
            return f"{name} line {self.reply.reply_line(line)} (line {line} of its program)"
        return f"{name} line {line}"

    def place_of(self, error: ProgramError) -> str:
        """The position of an error in the user's file, or in that of a library."""
        if error.library is None:
            return self.place(error.line)
        return error.where or str(error).removesuffix(f": {error.message}")

    def explain(self, error: ScenewrightError) -> str:
        """The message of an error, with the position of its line in the user's file."""
        return f"{self.place_of(error)}: {error.message}" if isinstance(error, ProgramError) else str(error)


_LONGEST_PATH = 4_096
"""Characters. No file system here takes more."""


def read_source(
    argument: str | Path, *, stdin: BinaryIO | None = None, writable: bool = False, timeout: float = LOCK_TIMEOUT
) -> SceneSource:
    """Read the program that an argument of a command names.

    Args:
        argument: a scene folder, a ``.py``, a reply (``.md``, ``.markdown``, ``.txt``, ``.json``), a file that an installed importer
            reads, or '-'.
        stdin: what '-' reads; None: standard input.
        writable: whether a scene folder is opened for changes, see :meth:`scenewright.scene.folder.project.Project.open`.
        timeout: seconds to wait for a folder's lock.

    Raises:
        ProjectError: 'missing', 'not-a-scene', 'too-large', 'read', 'argument' (another kind of file), and as
            :meth:`scenewright.scene.folder.project.Project.open`.
        ProgramError: 'encoding': not UTF-8, with the line; 'empty': nothing in it.
        ReplyError: 'no-program', 'cut-off'.
        ScenewrightError: another importer cannot run here, or cannot read the file.
    """
    if not isinstance(argument, (str, PathLike)) or "\0" in str(argument) or len(str(argument)) > _LONGEST_PATH:
        raise ProjectError(f"a scene is named by the path of its folder or file, not by {shown_value(argument)}")
    if str(argument) == "-":
        return _from_stdin(stdin if stdin is not None else sys.stdin.buffer)
    path = Path(argument)
    if path.is_dir():
        return _from_folder(path, writable, timeout)
    if not path.exists():
        raise ProjectError(
            f"there is no {path}: a scene is a scene folder, a program .py, a reply .md, or - for standard input",
            kind="missing",
        )
    known, problems = importers()
    importer = known.get(path.suffix.lower())
    if importer is not None:
        missing = importer.available()
        if missing is not None:
            raise ProjectError(f"{path} cannot be read here: {missing}")
        return _imported(importer.read(path), _KINDS.get(importer.name, SourceKind.IMPORTED), path, importer.name)
    _refuse_splats(path)
    hint = ""
    if path.name in ("scene.toml", "journal.jsonl") and is_scene_folder(path.parent):
        hint = f"; did you mean its folder, {path.parent}?"
    raise ProjectError(
        "; ".join(
            [
                f"{path} is no scene: a scene is a scene folder, a program .py, a reply .md, or - for standard input{hint}",
                *problems,
            ]
        )
    )


def _refuse_splats(path: Path) -> None:
    """
    Raises:
        ProjectError: the file may hold Gaussians. A command that takes these names the option that goes with them.
    """
    from scenewright.scene.splats.formats.files import may_hold_splats

    if may_hold_splats(path):
        refused = ProjectError(
            f"{path} is no scene program but a file of Gaussians or triangles; Gaussians are asked for things with a language field"
        )
        raise refused.about("field")


def _from_folder(path: Path, writable: bool, timeout: float) -> SceneSource:
    project = Project.open(path, writable=writable, timeout=timeout)
    require_text(project.source, str(path / "program.py"))
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
    require_text(text, "standard input")
    if read_piece(text).is_program:
        return SceneSource(text, SourceKind.STDIN, None)
    return _imported(read_reply(text, where="standard input"), SourceKind.STDIN, None, None)


def _imported(found: Imported, kind: SourceKind, path: Path | None, importer: str | None) -> SceneSource:
    return SceneSource(
        found.text, kind, path, prompt=found.prompt, reply=found.reply, notes=found.notes, importer=importer
    )
