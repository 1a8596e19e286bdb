"""A scene folder on disk: the program, what else decides the scene, its assets, its pictures and its whole history.

=================== ====================================================================================================
``program.py``      the scene (UTF-8, NFC)
``scene.toml``      schema, revision, seed, root, title, prompt, units, render settings, locked assets
``journal.jsonl``   every change, only added to; see :mod:`scenewright.scene.folder.journal`
``history/``        every text the program ever had, by its sha256
``assets/``         files of objects, by their sha256
``renders/``        pictures, with the job that made them
``lock``            held while the folder is changed; ``lock.json`` says by whom
=================== ====================================================================================================

A :class:`Project` is one process's view of a folder. It holds text and never runs it. Every change is made under the lock,
in one durable step (:mod:`scenewright.scene.folder.state` says in which order the files are written), and moves the revision on by one;
a change that says which revision it is based on is refused when the folder has moved on.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from scenewright.scene import atomic
from scenewright.scene.errors import ProgramError, ProjectError
from scenewright.scene.folder.changing import SceneFolder, read_unlocked
from scenewright.scene.folder.creation import new_folder
from scenewright.scene.folder.journal import Author, JournalEntry, JournalScan, SceneState, undo_and_redo
from scenewright.scene.folder.lock import FolderLock
from scenewright.scene.folder.project_view import ProjectView
from scenewright.scene.folder.renders import RenderedFile, RenderJob, RenderRecord, write_render
from scenewright.scene.folder.scene_toml import LockedAsset, SceneToml, refuse_secrets
from scenewright.scene.folder.state import RENDERS, TOML_FILE, FolderState, is_scene_folder, read_folder, read_text_of
from scenewright.scene.text_files import MAX_TEXT_BYTES, normalise

__all__ = [
    "KEEP",
    "LOCK_TIMEOUT",
    "Author",
    "JournalEntry",
    "LockedAsset",
    "Project",
    "RenderJob",
    "RenderRecord",
    "RenderedFile",
    "is_scene_folder",
]

LOCK_TIMEOUT = 10.0
"""Seconds to wait for another writer. A change holds the lock for some milliseconds."""


class Keep(enum.Enum):
    """The type of :data:`KEEP`."""

    KEEP = 0


KEEP = Keep.KEEP
"""Stands for a value that stays as it is, where None means that it is removed."""


class Project(ProjectView):
    """An open scene folder. Open one with :meth:`create` or :meth:`open`."""

    # -- opening ------------------------------------------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path | str,
        source: str,
        *,
        seed: int = 0,
        root: str | None = None,
        title: str | None = None,
        prompt: str | None = None,
        units: str | None = None,
        render: Mapping[str, Any] | None = None,
        author: Author | str = Author.PERSON,
        name: str | None = None,
        operation: Mapping[str, Any] | None = None,
        timeout: float = LOCK_TIMEOUT,
    ) -> Self:
        """Make a scene folder at `path`, which is not there yet, is empty, or is what an interrupted creation left.

        Args:
            source: the program.
            prompt: the words it was made from; `title`: a short name for people.
            units: 'm' where the program declares a room; None: arbitrary.
            render: settings of the table ``[render]``.
            author: who made the program, with `name` (a person, a model); `operation`: how, as data with a 'kind'.

        Raises:
            ProjectError: 'exists', 'read-only', 'write', 'too-large', 'argument'.
            ProgramError: 'encoding': `source` holds what no UTF-8 file can.
        """
        text, author = _checked_text(source), _author(author)
        refuse_secrets(render or {})
        target = Path(path).absolute()
        values = {"seed": seed, "root": root, "title": title, "prompt": prompt, "units": units, "render": render}
        changes = _changes({key: value for key, value in values.items() if value is not None})
        with new_folder(target, timeout) as (path_now, lock):
            toml = SceneToml.new(str(path_now / TOML_FILE))
            atomic.write(path_now / TOML_FILE, toml.raw)
            folder = SceneFolder(path_now, FolderState(toml, "", SceneState(""), JournalScan()), lock)
            made = {"kind": "create"} if operation is None else operation
            folder.commit(text, changes, before=None, author=author, name=name, operation=made)
        return cls.open(target, timeout=timeout)

    @classmethod
    def open(cls, path: Path | str, *, writable: bool = True, timeout: float = LOCK_TIMEOUT) -> Self:
        """Open a scene folder.

        A writable opening repairs what a process that died left behind, moves an older schema on, and enters edits that
        were made with another tool into the journal as a person's. With `writable=False` nothing on disk is touched, no
        lock is taken, and the view is the same.

        Raises:
            ProjectError: 'missing', 'not-a-scene', 'incomplete', 'damaged', 'newer-schema', 'symlink', 'too-large',
                'locked', 'read-only', 'write'.
            ProgramError: 'encoding': the program is not UTF-8.
        """
        where = Path(path).resolve()
        if not writable:
            return cls(SceneFolder(where, read_unlocked(where), None))
        state = read_folder(where)  # before the lock: what is no scene folder gets no lock file
        project = cls(SceneFolder(where, state, FolderLock(where, timeout)))
        project.refresh()
        return project

    def refresh(self) -> bool:
        """Look at the folder again: whether its program, seed, root or revision changed since (by another process, by
        hand).

        Raises:
            ProjectError: as :meth:`open`.
        """
        before = (self.revision, self._state.state)
        if self.writable:
            with self._folder.changing():
                pass
        else:
            self._folder.state = read_unlocked(self.folder, self._state)
        return before != (self.revision, self._state.state)

    @contextmanager
    def session(self) -> Iterator[Self]:
        """Hold the folder over several changes: no other process changes it meanwhile.

        Raises:
            ProjectError: 'locked', 'read-only', 'write'.
        """
        with self._folder.exclusive():
            yield self

    # -- changes ------------------------------------------------------------------------------------------------------

    def save(
        self,
        source: str,
        *,
        author: Author | str,
        operation: Mapping[str, Any],
        based_on: int | None = None,
        name: str | None = None,
    ) -> int:
        """Make `source` the program; gives the revision. The text that stands already makes no new revision.

        Args:
            author: 'person', 'agent' or 'solver', with `name` where there is one.
            operation: what was done, as data with a 'kind': ``{'kind': 'move', 'path': 'desk', 'by': [0.5, 0, 0]}``.
            based_on: the revision that `source` was made from; None: whatever there is, is replaced (undo brings it back).

        Raises:
            ProjectError: 'stale': the folder is at another revision than `based_on`; 'locked', 'read-only', 'write',
                'too-large', 'argument'.
            ProgramError: 'encoding': `source` holds what no UTF-8 file can.
        """
        text = _checked_text(source)
        author = _author(author)
        with self._folder.changing(based_on):
            if text != self._state.text:
                self._folder.commit(text, {}, before=self._state.state, author=author, name=name, operation=operation)
            return self.revision

    def configure(
        self,
        *,
        seed: int | Keep = KEEP,
        root: str | Keep | None = KEEP,
        title: str | Keep | None = KEEP,
        prompt: str | Keep | None = KEEP,
        units: str | Keep | None = KEEP,
        render: Mapping[str, Any] | Keep = KEEP,
        author: Author | str = Author.PERSON,
        name: str | None = None,
        based_on: int | None = None,
    ) -> int:
        """Change what ``scene.toml`` says; gives the revision. None removes a value, in `render` too.

        Seed and root decide the scene: a change of them is a revision, which undo takes back. The others are notes and
        defaults, and make none.

        Raises:
            ProjectError: as :meth:`save`.
        """
        author = _author(author)
        if not isinstance(render, Keep):
            refuse_secrets(render)
        given = {"seed": seed, "root": root, "title": title, "prompt": prompt, "units": units, "render": render}
        changes = _changes({key: value for key, value in given.items() if not isinstance(value, Keep)})
        with self._folder.changing(based_on):
            new_state = (changes.get("seed", self.seed), changes.get("root", self.root))
            if new_state != (self.seed, self.root):
                operation = {"kind": "configure"} | {k: changes[k] for k in ("seed", "root") if k in changes}
                self._folder.commit(
                    self.source, changes, before=self._state.state, author=author, name=name, operation=operation
                )
            elif changes:
                self._folder.write_toml(self._state.toml.with_changes(changes))
            return self.revision

    def undo(
        self, *, author: Author | str = Author.PERSON, name: str | None = None, based_on: int | None = None
    ) -> int:
        """Take the last change back, whoever made it; gives the revision, a new one.

        Raises:
            ProjectError: 'nothing-to-undo'; 'damaged': the former text is gone from history/; and as :meth:`save`.
        """
        return self._step("undo", author, name, based_on)

    def redo(
        self, *, author: Author | str = Author.PERSON, name: str | None = None, based_on: int | None = None
    ) -> int:
        """Make the change again that was undone last; gives the revision, a new one.

        Raises:
            ProjectError: 'nothing-to-redo': nothing was undone since the last change; and as :meth:`undo`.
        """
        return self._step("redo", author, name, based_on)

    def _step(self, kind: str, author: Author | str, name: str | None, based_on: int | None) -> int:
        author = _author(author)
        with self._folder.changing(based_on):
            undo, redo = undo_and_redo(self._state.journal.entries)
            reachable = undo if kind == "undo" else redo
            if not reachable:
                raise ProjectError(f"there is nothing to {kind} in {self.folder}", kind=f"nothing-to-{kind}")
            entry = reachable[-1]
            goal = entry.before if kind == "undo" else entry.after
            if goal is None:
                raise ProjectError(
                    f"entry {entry.number} of the journal says nothing of what was before", kind="damaged"
                )
            self._folder.commit(
                read_text_of(self.folder, goal.program),
                {"seed": goal.seed, "root": goal.root},
                before=self._state.state,
                author=author,
                name=name,
                operation={"kind": kind},
                target=entry.number,
            )
            return self.revision

    # -- assets and pictures ------------------------------------------------------------------------------------------

    def lock_asset(self, asset: LockedAsset, *, replace: bool = False) -> None:
        """:meth:`lock_assets` with one."""
        self.lock_assets([asset], replace=replace)

    def lock_assets(self, assets: Iterable[LockedAsset], *, replace: bool = False) -> None:
        """Lock answers of the catalogue in ``scene.toml``, in one step. It makes no revision: the text is the same, and
        with the answers it comes out as it did.

        Raises:
            ProjectError: 'asset': a file is not in :attr:`assets`, or another answer is locked for the same request and
                `replace` is false; 'locked', 'read-only', 'write'.
        """
        wanted = list(assets)
        with self._folder.changing():
            new: list[LockedAsset] = []
            for asset in wanted:
                if asset.id not in self.assets:
                    raise ProjectError(
                        f"the answer to {asset.words!r} names the file {asset.id!r}, which the scene does not hold: add it first",
                        kind="asset",
                    )
                held = self.locked_asset(*asset.request)
                if held == asset:
                    continue
                if held is not None and held.id != asset.id and not replace:
                    raise ProjectError(
                        f"{asset.words!r} is locked to {held.title or held.id}: say so if it shall be another",
                        kind="asset",
                    )
                new.append(asset)
            if new:
                self._folder.write_toml(self._state.toml.with_changes({}, new))

    def record_render(
        self, files: Sequence[RenderedFile], job: RenderJob, *, revision: int | None = None
    ) -> RenderRecord:
        """Keep pictures of the scene with the job that made them; gives where they are.

        Args:
            revision: the one that was drawn; None: the one that this project shows now.

        Raises:
            ProjectError: 'read': a picture cannot be read; 'missing': no such revision; 'argument'; 'locked', 'read-only',
                'write'.
        """
        drawn = self._entry_of(self.revision if revision is None else revision)
        state = drawn.after
        record = RenderRecord(job, drawn.revision, state.program, state.seed, state.root, tuple(files))
        with self._folder.changing(doing="keep the pictures"):
            return write_render(self.folder / RENDERS, record)


def _checked_text(source: str) -> str:
    text = normalise(source)
    size = len(text.encode("utf-8"))
    if size > MAX_TEXT_BYTES:
        raise ProjectError(f"a program has at most {MAX_TEXT_BYTES:,} bytes; this one has {size:,}", kind="too-large")
    return text


def _author(author: Author | str) -> Author:
    try:
        return Author(author)
    except ValueError:
        raise ProjectError(f"an author is 'person', 'agent' or 'solver', not {author!r}") from None


def _changes(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values for ``scene.toml``, text in NFC.

    Raises:
        ProjectError: 'argument': a seed that is no whole number, or a text that no file can hold.
    """
    changes: dict[str, Any] = {}
    for key, value in values.items():
        if key == "seed" and (not isinstance(value, int) or isinstance(value, bool)):
            raise ProjectError(f"a seed is a whole number, not {value!r}")
        try:
            changes[key] = normalise(value) if isinstance(value, str) else value
        except ProgramError as error:
            raise ProjectError(f"the {key} cannot be kept: {error.message}") from None
    return changes
