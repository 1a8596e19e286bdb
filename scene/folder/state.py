"""Reads a scene folder from disk, and decides what to repair.

A save does these steps: write the text to ``history/``; write the new ``program.py`` and ``scene.toml`` under temporary names;
append a line to ``journal.jsonl`` (from here on the save counts); rename ``program.py`` into place; rename ``scene.toml``, with
the new revision, into place. After a crash, the journal and the revision therefore tell what happened:

- the last line is torn: the save was never acknowledged, and the line is dropped;
- the revision of ``scene.toml`` is behind the journal: the last save is completed from ``history/``;
- the program, a library, the seed or the root differs from the journal's last line: somebody edited the files with another tool. It
  counts as an edit by a person.

The libraries of a scene are the files beside its program that the journal's last line names; they are written like ``program.py``, before
it. A step back or forward writes the texts that libraries had, and removes none.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.journal import JournalEntry, JournalScan, SceneState, scan_journal
from scenewright.scene.folder.lock import HOLDER_FILE, LOCK_FILE
from scenewright.scene.folder.scene_toml import MAX_TOML_BYTES, SceneToml
from scenewright.scene.text_files import MAX_TEXT_BYTES, decode_text, read_file, text_hash

__all__ = [
    "ASSETS",
    "HISTORY",
    "JOURNAL_FILE",
    "PROGRAM_FILE",
    "RENDERS",
    "TOML_FILE",
    "FolderState",
    "hashes_of",
    "is_scene_folder",
    "library_file",
    "read_folder",
    "read_text_of",
]

PROGRAM_FILE = "program.py"
TOML_FILE = "scene.toml"
JOURNAL_FILE = "journal.jsonl"
HISTORY = "history"
ASSETS = "assets"
RENDERS = "renders"
RUNS = "runs"
_FILES = (PROGRAM_FILE, TOML_FILE, JOURNAL_FILE, LOCK_FILE, HOLDER_FILE)
_FOLDERS = (HISTORY, ASSETS, RENDERS, RUNS)
MANAGED = (*_FILES, *_FOLDERS)
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class FolderState:
    """A scene folder in memory.

    `toml` and `text` are the content that the files should have; the flags say which file still differs. `state` follows from
    `text`, `toml` and `libraries` (texts by name); if it is not the last journal entry's, the scene was edited by hand.
    """

    toml: SceneToml
    text: str
    state: SceneState
    journal: JournalScan
    toml_differs: bool = False
    program_differs: bool = False
    libraries: Mapping[str, str] = field(default_factory=dict)
    libraries_differ: tuple[str, ...] = ()
    migrated: SceneToml | None = None  # what scene.toml was before a migration

    @property
    def last(self) -> JournalEntry | None:
        return self.journal.entries[-1] if self.journal.entries else None

    @property
    def edited_by_hand(self) -> bool:
        return self.last is None or self.last.after != self.state


def library_file(folder: Path, name: str) -> Path:
    """The file of a library of the scene."""
    return folder / f"{name}.py"


def hashes_of(libraries: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Names and hashes of libraries, from their texts by name, as :class:`SceneState` has them."""
    return tuple(sorted((name, text_hash(text)) for name, text in libraries.items()))


def is_scene_folder(path: Path) -> bool:
    """Whether a folder looks like a scene folder: it has a scene.toml."""
    return path.is_dir() and (path / TOML_FILE).is_file()


def read_text_of(folder: Path, program: str) -> str:
    """The text of an earlier program, by its hash.

    Raises:
        ProjectError: 'damaged': it is missing from history/, or its content does not match its name.
    """
    if not _HASH.fullmatch(program):
        raise ProjectError(f"the history is damaged: {program[:80]!r} names no text of it", kind="damaged")
    path = folder / HISTORY / f"{program}.py"
    try:
        data = read_file(path, MAX_TEXT_BYTES, "a text of the history", root=folder)
    except ProjectError as error:
        raise ProjectError(f"the history is damaged: {error}", kind="damaged") from error
    if hashlib.sha256(data).hexdigest() != program:
        raise ProjectError(
            f"the history is damaged: the content of {path} is not what its name says; it cannot be gone back to",
            kind="damaged",
        )
    return data.decode("utf-8")


def check_folder(folder: Path) -> None:
    """Raise unless `folder` is a scene folder.

    Raises:
        ProjectError: `folder` is missing, a file, not a scene folder, or links to files outside it; or what should be a file of it
            is a folder, a pipe or a device, or the reverse.
    """
    if not folder.exists():
        raise ProjectError(f"there is no scene folder {folder}", kind="missing")
    if not folder.is_dir():
        raise ProjectError(f"{folder} is a file, not a scene folder", kind="not-a-scene")
    root = folder.resolve()
    for name in MANAGED:
        _check_managed(folder / name, root, is_folder=name in _FOLDERS)
    if not (folder / TOML_FILE).is_file():
        advice = f"; it has a {PROGRAM_FILE}: create a scene from that" if (folder / PROGRAM_FILE).is_file() else ""
        raise ProjectError(f"{folder} is no scene folder: it has no {TOML_FILE}{advice}", kind="not-a-scene")


def _check_managed(path: Path, root: Path, *, is_folder: bool) -> None:
    """Raise unless `path` is missing, or is what the scene folder `root` has there, links within the folder included."""
    if path.is_symlink():
        if path.name in (LOCK_FILE, HOLDER_FILE):
            raise ProjectError(f"{path} is a link, and it must be a file of its own: remove it", kind="symlink")
        if not Path(os.path.realpath(path)).is_relative_to(root):
            raise ProjectError(
                f"{path} is a link to {os.readlink(path)}, outside the scene folder: replace it by what it points to",
                kind="symlink",
            )
    if os.path.exists(path) and not (path.is_dir() if is_folder else path.is_file()):
        expected = "no folder" if is_folder else "a folder" if path.is_dir() else "no plain file"
        raise ProjectError(f"{path.name} is {expected}: {path}", kind="read")


def read_folder(folder: Path, known: FolderState | None = None) -> FolderState:
    """Read a folder and decide what to repair. Changes nothing.

    `known`: the result of an earlier reading; unchanged parts are not read again.

    Raises:
        ProjectError: it is not a scene folder, or it is damaged; the message says what to do.
        ProgramError: 'encoding': the program is not UTF-8.
    """
    check_folder(folder)
    raw = read_file(folder / TOML_FILE, MAX_TOML_BYTES, TOML_FILE, root=folder)
    if known is not None and known.toml.original == raw and known.toml.migrated_from is None:
        toml = known.toml
    else:
        toml = SceneToml(raw, str(folder / TOML_FILE))
    journal = scan_journal(folder / JOURNAL_FILE, None if known is None else known.journal)
    program = folder / PROGRAM_FILE
    text: str | None = None
    if os.path.lexists(program):
        text = decode_text(read_file(program, MAX_TEXT_BYTES, PROGRAM_FILE, root=folder), str(program))
    last = journal.entries[-1] if journal.entries else None
    if last is None:
        return _without_journal(folder, toml, text, journal)
    if toml.revision > last.revision:
        raise ProjectError(
            f"the journal is damaged: it ends at revision {last.revision}, and {TOML_FILE} is at {toml.revision}. The program "
            f"is untouched; to go on without its history, move {JOURNAL_FILE} out of {folder} and open it again",
            kind="damaged",
        )
    libraries = _libraries(folder, last.after)
    restored: tuple[str, ...] = ()
    changes: dict[str, Any] = {}
    program_differs = False
    if toml.revision < last.revision:
        changes["revision"] = last.revision
        interrupted = toml.revision == last.revision - 1
        if interrupted:
            changes |= {"seed": last.after.seed, "root": last.after.root}
            hash_now = None if text is None else text_hash(text)
            if hash_now is None or (last.before is not None and hash_now == last.before.program != last.after.program):
                text, program_differs = read_text_of(folder, last.after.program), True
            restored = _unwritten(libraries, last)
            libraries |= {name: read_text_of(folder, dict(last.after.libraries)[name]) for name in restored}
    if text is None:
        raise ProjectError(
            f"the scene folder {folder} has lost its {PROGRAM_FILE}. Its last saved text is "
            f"{HISTORY}/{last.after.program}.py: copy that to {PROGRAM_FILE}",
            kind="damaged",
        )
    state = _state(toml, text, journal, changes, libraries=libraries, program_differs=program_differs)
    return replace(state, libraries_differ=restored)


def _libraries(folder: Path, state: SceneState) -> dict[str, str]:
    """The texts of the libraries of a state as they are on disk, by name; those that are gone are left out. Together they are as long as
    one program may be."""
    texts: dict[str, str] = {}
    left = MAX_TEXT_BYTES
    for name, _ in state.libraries:
        path = library_file(folder, name)
        if os.path.lexists(path):
            data = read_file(path, left, f"the library '{name}', with those before it,", root=folder)
            left -= len(data)
            texts[name] = decode_text(data, str(path))
    return texts


def _unwritten(libraries: Mapping[str, str], last: JournalEntry) -> tuple[str, ...]:
    """Names of the libraries that an interrupted save did not write."""
    before = {} if last.before is None else dict(last.before.libraries)
    return tuple(
        name
        for name, goal in last.after.libraries
        if name not in libraries or (text_hash(libraries[name]) == before.get(name) != goal)
    )


def _without_journal(folder: Path, toml: SceneToml, text: str | None, journal: JournalScan) -> FolderState:
    if toml.revision == 0 and text is None:
        raise ProjectError(
            f"the creation of {folder} was interrupted before anything was saved: create the scene again",
            kind="incomplete",
        )
    if text is None:
        raise ProjectError(f"the scene folder {folder} has lost its {PROGRAM_FILE} and its journal", kind="damaged")
    return _state(toml, text, journal, {})


def _state(
    toml: SceneToml,
    text: str,
    journal: JournalScan,
    changes: Mapping[str, Any],
    *,
    libraries: Mapping[str, str] = MappingProxyType({}),
    program_differs: bool = False,
) -> FolderState:
    after = toml.with_changes(changes) if changes else toml
    return FolderState(
        toml=after,
        text=text,
        state=SceneState(text_hash(text), after.seed, after.root, hashes_of(libraries)),
        journal=journal,
        libraries=libraries,
        toml_differs=bool(changes) or toml.raw != toml.original,
        program_differs=program_differs,
        migrated=toml if toml.migrated_from is not None else None,
    )
