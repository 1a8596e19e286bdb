"""Changes to a scene folder: take the lock, read the folder again, repair it, then change it in one durable step.

:mod:`scenewright.scene.folder.state` says in which order the files are written, and what a crash in between means.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.journal import MAX_JOURNAL_BYTES, Author, JournalEntry, SceneState, encode_entry
from scenewright.scene.folder.lock import FolderLock, folder_errors
from scenewright.scene.folder.scene_toml import SceneToml
from scenewright.scene.folder.state import (
    ASSETS,
    HISTORY,
    JOURNAL_FILE,
    PROGRAM_FILE,
    RENDERS,
    TOML_FILE,
    FolderState,
    hashes_of,
    library_file,
    read_folder,
)
from scenewright.scene.text_files import MAX_TEXT_BYTES, decode_text, encode_text, read_file, text_hash

__all__ = ["SceneFolder", "read_unlocked"]

_WRITTEN = ("", HISTORY, ASSETS, RENDERS)
"""Folders that a save writes to."""


class SceneFolder:
    """A folder, its lock, and its content when it was last read."""

    def __init__(self, path: Path, state: FolderState, lock: FolderLock | None) -> None:
        """`lock`: None for a folder opened for reading only."""
        self.path = path
        self._state = state
        self._lock = lock
        self._process = os.getpid()

    @property
    def state(self) -> FolderState:
        """
        Raises:
            ProjectError: 'forked': this process was forked from the one that opened the folder.
        """
        self._refuse_forked()
        return self._state

    @state.setter
    def state(self, state: FolderState) -> None:
        self._state = state

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def wait_for_writers(self) -> None:
        """Wait until no other writer holds the folder, without taking its lock; at once where it is opened for reading only.

        Raises:
            ProjectError: 'locked'.
        """
        if self._lock is not None:
            self._lock.wait_until_free()

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            ProjectError: 'read-only': the folder was opened for reading only; 'locked', 'write'.
        """
        self._refuse_forked()
        if self._lock is None:
            raise ProjectError(
                f"{self.path} was opened for reading only: open it writable to change it", kind="read-only"
            )
        with self._lock:
            yield

    @contextmanager
    def changing(self, based_on: int | None = None, doing: str = "change the scene") -> Iterator[None]:
        """Hold the lock, with the folder read again and repaired. `doing` describes the change in error messages.

        Raises:
            ProjectError: 'stale': `based_on` is not the folder's revision; 'locked', 'read-only', 'write', 'damaged'.
        """
        with self.exclusive():
            self._recover()
            if based_on is not None and based_on != self.state.toml.revision:
                raise ProjectError(
                    f"the change is based on revision {based_on}, and {self.path} is at revision {self.state.toml.revision}: look "
                    "at the scene again and repeat the change",
                    kind="stale",
                )
            with folder_errors(self.path, doing):
                yield

    def _refuse_forked(self) -> None:
        """A forked process shares the lock of its parent, and would write as if it held it."""
        if os.getpid() != self._process:
            raise ProjectError(
                f"{self.path} was opened by process {self._process}, and this is process {os.getpid()}, forked from it: open the "
                "folder again here",
                kind="forked",
            )

    def needs_repair(self) -> bool:
        """Whether the folder, as it was last read, is not what its journal says: :meth:`changing` would write to it."""
        state = self.state
        if state.journal.torn or state.program_differs or state.toml_differs or state.migrated is not None:
            return True
        if state.libraries_differ:
            return True
        return state.edited_by_hand or atomic.has_temporaries(self.path / name for name in _WRITTEN)

    def _recover(self) -> None:
        state = read_folder(self.path, self.state)
        with folder_errors(self.path, "repair the scene"):
            atomic.remove_temporaries(self.path / name for name in _WRITTEN)
            if state.journal.torn:
                atomic.truncate(self.path / JOURNAL_FILE, state.journal.size)
            for name in state.libraries_differ:
                atomic.write(library_file(self.path, name), encode_text(state.libraries[name]))
            if state.program_differs:
                atomic.write(self.path / PROGRAM_FILE, encode_text(state.text))
            if state.migrated is not None:
                atomic.write(self.path / f"scene.schema-{state.migrated.migrated_from}.toml", state.migrated.original)
            if state.toml_differs:
                atomic.write(self.path / TOML_FILE, state.toml.raw)
            self.state = FolderState(
                state.toml, state.text, state.state, replace(state.journal, torn=0), libraries=state.libraries
            )
            if state.edited_by_hand:
                kind = "adopt" if state.last is None else "edit-by-hand"
                before = None if state.last is None else state.last.after
                self.commit(
                    state.text, {}, before=before, author=Author.PERSON, operation={"kind": kind}, in_place=True
                )

    def write_toml(self, toml: SceneToml) -> None:
        """Replace ``scene.toml``. `toml` has the same revision, seed and root."""
        atomic.write(self.path / TOML_FILE, toml.raw)
        self.state = replace(self.state, toml=toml)

    def commit(
        self,
        text: str,
        changes: Mapping[str, Any],
        *,
        before: SceneState | None,
        author: Author,
        operation: Mapping[str, Any],
        name: str | None = None,
        target: int | None = None,
        libraries: Mapping[str, str] | None = None,
        in_place: bool = False,
    ) -> None:
        """Write one change to the folder and its journal.

        Args:
            text: the program after the change.
            changes: the values of ``scene.toml`` that change.
            before: the state before the change; None at the creation.
            author, operation, name: see :class:`scenewright.scene.folder.journal.JournalEntry`.
            target: number of the entry that an undo or a redo acts on.
            libraries: the texts of the scene's libraries after the change, by name; None: as before it.
            in_place: ``program.py`` holds `text` already, and the files of libraries theirs.

        Raises:
            ProjectError: 'exists': a file beside the program has the name of a library, and another text.
        """
        folder, state = self.path, self.state
        libraries = state.libraries if libraries is None else libraries
        toml = state.toml.with_changes({**changes, "revision": state.toml.revision + 1})
        after = SceneState(text_hash(text), toml.seed, toml.root, hashes_of(libraries))
        entry, line = encode_entry(
            JournalEntry(
                number=len(state.journal.entries) + 1,
                revision=toml.revision,
                author=author,
                operation=operation,
                before=before,
                after=after,
                time=datetime.now(UTC).isoformat(timespec="seconds"),
                name=name,
                target=target,
            ),
            state.last,
        )
        atomic.make_directory(folder / HISTORY)
        if state.journal.size + len(line) > MAX_JOURNAL_BYTES:
            raise ProjectError(
                f"the journal of {folder} is full: it has {state.journal.size:,} bytes, and at most {MAX_JOURNAL_BYTES:,} are kept. "
                f"Move {JOURNAL_FILE} out of the folder to go on without its history",
                kind="too-large",
            )
        changed = [] if in_place else self._to_write(libraries)
        for kept in (*libraries.values(), text):
            past = folder / HISTORY / f"{text_hash(kept)}.py"
            if not past.exists():
                atomic.write(past, encode_text(kept))
        staged: list[tuple[atomic.Staged, Path]] = []
        try:
            for library in changed:
                path = library_file(folder, library)
                staged.append((atomic.stage(path, encode_text(libraries[library])), path))
            if not in_place and (before is None or before.program != after.program):
                staged.append((atomic.stage(folder / PROGRAM_FILE, encode_text(text)), folder / PROGRAM_FILE))
            staged.append((atomic.stage(folder / TOML_FILE, toml.raw), folder / TOML_FILE))
            atomic.append(folder / JOURNAL_FILE, line)
            for part, path in staged:
                part.publish(path)
        except OSError:
            if not any(part.published for part, _ in staged):
                with suppress(OSError):  # if the line cannot be cut off now, the next opening completes the save
                    atomic.truncate(folder / JOURNAL_FILE, state.journal.size)
            for part, _ in staged:
                with suppress(OSError):
                    part.discard()
            raise
        journal = state.journal.extended(entry, line)
        self.state = FolderState(toml, text, after, journal, libraries=dict(libraries))

    def _to_write(self, libraries: Mapping[str, str]) -> list[str]:
        """Names of the libraries whose files have another text.

        Raises:
            ProjectError: 'exists': such a file is none of the scene's, so that its text is kept nowhere.
        """
        changed = []
        for name, text in libraries.items():
            path = library_file(self.path, name)
            known = self.state.libraries.get(name)
            if known is None and os.path.lexists(path):
                known = decode_text(read_file(path, MAX_TEXT_BYTES, f"the library '{name}'", root=self.path), str(path))
                if known != text:
                    raise ProjectError(
                        f"{path} is not the text of the library '{name}' that belongs to the scene: rename the file, or evaluate the "
                        "scene again to use it",
                        kind="exists",
                    )
            if known != text:
                changed.append(name)
        return changed


def read_unlocked(folder: Path, known: FolderState | None = None) -> FolderState:
    """Read a folder without its lock. Reads again if another process wrote meanwhile.

    `known`: an earlier state of the folder, to reuse what did not change.

    Raises:
        ProjectError: as :func:`scenewright.scene.folder.state.read_folder`; 'locked': it changes at every attempt.
    """
    for _ in range(100):
        before = _stamps(folder)
        state = read_folder(folder, known)
        if _stamps(folder) == before:
            return state
        time.sleep(0.02)
    raise ProjectError(f"{folder} is being changed all the time: try again when its writer is done", kind="locked")


def _stamps(folder: Path) -> list[tuple[int, int, int] | None]:
    file_stamps: list[tuple[int, int, int] | None] = []
    for name in (TOML_FILE, JOURNAL_FILE, PROGRAM_FILE):
        try:
            status = (folder / name).stat()
            file_stamps.append((status.st_ino, status.st_size, status.st_mtime_ns))
        except OSError:
            file_stamps.append(None)
    return file_stamps
