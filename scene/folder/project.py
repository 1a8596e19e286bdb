"""A scene folder on disk: the program, its settings, its assets, its pictures and its whole history.

=================== ====================================================================================================
``program.py``      the scene (UTF-8, NFC)
``NAME.py``         a library that the program imports, as it was when the scene was saved
``scene.toml``      schema, revision, seed, root, title, prompt, units, render settings, locked assets
``journal.jsonl``   every change, append-only; see :mod:`scenewright.scene.folder.journal`
``history/``        every text the program ever had, named by its sha256
``assets/``         files of catalogue objects, named by their sha256
``renders/``        pictures, with the job that made them
``runs/``           what was said with language models, and what came of it (:mod:`scenewright.app.agent.runs`)
``lock``            held while the folder is changed; ``lock.json`` says by whom
=================== ====================================================================================================

A :class:`Project` is one process's view of a folder. It holds the program's text and never runs it. Every change is made under
the lock, in one durable step (:mod:`scenewright.scene.folder.state` gives the order of the writes), and increases the revision
by one. A change may state the revision it is based on; it is refused if the folder has another revision by then.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from scenewright.scene import atomic
from scenewright.scene.argument_values import path_argument
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.changing import SceneFolder, read_unlocked
from scenewright.scene.folder.checked_values import checked_author, checked_changes, checked_libraries, checked_text
from scenewright.scene.folder.creation import new_folder
from scenewright.scene.folder.journal import Author, JournalEntry, JournalScan, SceneState, undo_and_redo
from scenewright.scene.folder.lock import FolderLock
from scenewright.scene.folder.project_view import ProjectView
from scenewright.scene.folder.renders import RenderedFile, RenderJob, RenderRecord, picture_names, write_render
from scenewright.scene.folder.scene_toml import LockedAsset, SceneToml, refuse_secrets
from scenewright.scene.folder.state import RENDERS, TOML_FILE, FolderState, is_scene_folder, read_text_of
from scenewright.scene.named_arguments import named_arguments

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
"""Marks a value that stays as it is. None would remove it."""


class Project(ProjectView):
    """An open scene folder. Open one with :meth:`create` or :meth:`open`."""

    # -- opening ------------------------------------------------------------------------------------------------------

    @classmethod
    @named_arguments(ProjectError)
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
        render: Mapping[str, object] | None = None,
        author: Author | str = Author.PERSON,
        name: str | None = None,
        operation: Mapping[str, object] | None = None,
        libraries: Mapping[str, str] | None = None,
        overwrite: bool = False,
        timeout: float = LOCK_TIMEOUT,
    ) -> Self:
        """Create a scene folder at `path`, which is missing, empty, or left by an interrupted creation.

        Args:
            source: the program.
            seed: of the program's random numbers.
            root: the entity to evaluate; None: the language's choice.
            title: a short name for people.
            prompt: the words that the program was made from.
            units: 'm' where the program declares a room; None: arbitrary.
            render: settings of the table ``[render]``.
            author: who made the program, with `name` (of a person or a model).
            operation: how it was made, as data with a 'kind'.
            libraries: the texts of the libraries that the program needs, by name.
            overwrite: replace the scene of a scene folder that is there already (:meth:`replace`). No other folder is overwritten.
            timeout: seconds to wait for another writer.

        Raises:
            ProjectError: 'exists', 'read-only', 'write', 'too-large', 'argument'.
            ProgramError: 'encoding': `source` holds what no UTF-8 file can.
        """
        text, author, texts = checked_text(source), checked_author(author), checked_libraries(libraries or {})
        refuse_secrets(render or {})
        target = path_argument(path, "path", ProjectError).absolute()
        values = {"seed": seed, "root": root, "title": title, "prompt": prompt, "units": units, "render": render}
        if overwrite and is_scene_folder(target):
            project = cls.open(target, timeout=timeout)
            project.replace(
                text, seed=seed, root=root, title=title, prompt=prompt, units=units, render=render, author=author, name=name,
                operation=operation, libraries=libraries,
            )  # fmt: skip
            return project
        changes = checked_changes({key: value for key, value in values.items() if value is not None})
        with new_folder(target, timeout) as (path_now, lock):
            toml = SceneToml.new(str(path_now / TOML_FILE))
            atomic.write(path_now / TOML_FILE, toml.raw)
            folder = SceneFolder(path_now, FolderState(toml, "", SceneState(""), JournalScan()), lock)
            creation = {"kind": "create"} if operation is None else operation
            folder.commit(text, changes, before=None, author=author, name=name, operation=creation, libraries=texts)
        return cls.open(target, timeout=timeout)

    @classmethod
    @named_arguments(ProjectError)
    def open(cls, path: Path | str, *, writable: bool = True, timeout: float = LOCK_TIMEOUT) -> Self:
        """Open a scene folder.

        A sound folder is only read: nothing is written, and no lock is taken. Opening it writable waits for other writers, repairs
        what a crashed process left behind, and migrates an older schema. It also records edits made with another tool in the
        journal, as a person's.
        `writable=False` gives the same view, but never takes the lock and never changes anything on disk.

        A process that is forked from this one must open the folder itself.

        Raises:
            ProjectError: 'missing', 'not-a-scene', 'incomplete', 'damaged', 'newer-schema', 'symlink', 'too-large',
                'locked', 'read-only', 'write'.
            ProgramError: 'encoding': the program is not UTF-8.
        """
        where = path_argument(path, "path", ProjectError).resolve()
        state = read_unlocked(where)
        if not writable:
            return cls(SceneFolder(where, state, None))
        project = cls(SceneFolder(where, state, FolderLock(where, timeout)))
        project.refresh()
        return project

    def refresh(self) -> bool:
        """Read the folder again. Returns whether its program, seed, root or revision changed (by another process or by hand).

        Raises:
            ProjectError: as :meth:`open`.
        """
        before = (self.revision, self._state.state)
        self._folder.wait_for_writers()
        self._folder.state = read_unlocked(self.folder, self._state)
        if self.writable:
            self._repair()
        return before != (self.revision, self._state.state)

    def _repair(self) -> None:
        """Write what the folder lacks, under the lock; nothing where it is sound."""
        if self._folder.needs_repair():
            with self._folder.changing(doing="repair the scene"):
                pass

    @contextmanager
    def exclusive(self) -> Iterator[Self]:
        """Hold the lock over several changes, so that no other process changes the folder in between.

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
        operation: Mapping[str, object],
        based_on: int | None = None,
        name: str | None = None,
        libraries: Mapping[str, str] | None = None,
    ) -> int:
        """Replace the program; returns the revision. Unchanged texts make no new revision.

        Args:
            source: the new program.
            libraries: the texts of the libraries that it needs, by name; None: those of before.
            author: 'person', 'agent' or 'solver', with an optional `name`.
            operation: what was done, as data with a 'kind': ``{'kind': 'move', 'path': 'desk', 'by': [0.5, 0, 0]}``.
            based_on: the revision that `source` was made from; None: replace any revision (undo brings it back).

        Raises:
            ProjectError: 'stale': the folder's revision is not `based_on`; 'locked', 'read-only', 'write',
                'too-large', 'argument'.
            ProgramError: 'encoding': `source` holds what no UTF-8 file can.
        """
        text = checked_text(source)
        author = checked_author(author)
        texts = None if libraries is None else checked_libraries(libraries)
        with self._folder.changing(based_on):
            if text != self._state.text or (texts is not None and texts != self._state.libraries):
                self._folder.commit(
                    text, {}, before=self._state.state, author=author, name=name, operation=operation, libraries=texts
                )
            return self.revision

    def replace(
        self,
        source: str,
        *,
        seed: int = 0,
        root: str | None = None,
        title: str | None = None,
        prompt: str | None = None,
        units: str | None = None,
        render: Mapping[str, object] | None = None,
        author: Author | str = Author.PERSON,
        name: str | None = None,
        operation: Mapping[str, object] | None = None,
        libraries: Mapping[str, str] | None = None,
    ) -> int:
        """Put another scene in the place of this one, in one step that can be undone; returns the revision. Program, libraries,
        seed, root, title, prompt and units become those of the new scene; None removes one. History, assets and pictures stay.

        Raises:
            ProjectError, ProgramError: as :meth:`save`.
        """
        text, author, texts = checked_text(source), checked_author(author), checked_libraries(libraries or {})
        refuse_secrets(render or {})
        values: dict[str, Any] = {"seed": seed, "root": root, "title": title, "prompt": prompt, "units": units}
        changes = checked_changes(values if render is None else {**values, "render": render})
        done = {"kind": "replace-scene"} if operation is None else operation
        with self._folder.changing():
            if (text, seed, root, texts) != (self._state.text, self.seed, self.root, self._state.libraries):
                self._folder.commit(
                    text, changes, before=self._state.state, author=author, name=name, operation=done, libraries=texts
                )
            else:
                self._folder.write_toml(self._state.toml.with_changes(changes))
            return self.revision

    def configure(
        self,
        *,
        seed: int | Keep = KEEP,
        root: str | Keep | None = KEEP,
        title: str | Keep | None = KEEP,
        prompt: str | Keep | None = KEEP,
        units: str | Keep | None = KEEP,
        render: Mapping[str, object] | Keep = KEEP,
        author: Author | str = Author.PERSON,
        name: str | None = None,
        based_on: int | None = None,
    ) -> int:
        """Change values of ``scene.toml``; returns the revision. None removes a value, in `render` too.

        Seed and root determine the scene: changing them makes a new revision, which can be undone. The other values are notes
        and defaults and make no revision.

        Raises:
            ProjectError: as :meth:`save`.
        """
        author = checked_author(author)
        if not isinstance(render, Keep):
            refuse_secrets(render)
        new_values = {"seed": seed, "root": root, "title": title, "prompt": prompt, "units": units, "render": render}
        changes = checked_changes({key: value for key, value in new_values.items() if not isinstance(value, Keep)})
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
        """Undo the last change, whoever made it. Returns the new revision.

        Raises:
            ProjectError: 'nothing-to-undo'; 'damaged': the former text is missing from history/; and as :meth:`save`.
        """
        return self._step("undo", author, name, based_on)

    def redo(
        self, *, author: Author | str = Author.PERSON, name: str | None = None, based_on: int | None = None
    ) -> int:
        """Redo the change that was undone last. Returns the new revision.

        Raises:
            ProjectError: 'nothing-to-redo': nothing was undone since the last change; and as :meth:`undo`.
        """
        return self._step("redo", author, name, based_on)

    def text_before(self) -> str | None:
        """The program before the last change, which an undo would bring back; None where there is none, or more than it would change."""
        undo, _ = undo_and_redo(self._state.journal.entries)
        if not undo or undo[-1].before is None or undo[-1].after is None:
            return None
        before, after = undo[-1].before, undo[-1].after
        if (before.seed, before.root, before.libraries) != (after.seed, after.root, after.libraries):
            return None
        return read_text_of(self.folder, before.program)

    def _step(self, kind: str, author: Author | str, name: str | None, based_on: int | None) -> int:
        author = checked_author(author)
        with self._folder.changing(based_on):
            undo, redo = undo_and_redo(self._state.journal.entries)
            reachable = undo if kind == "undo" else redo
            if not reachable:
                raise ProjectError(f"there is nothing to {kind} in {self.folder}", kind=f"nothing-to-{kind}")
            entry = reachable[-1]
            goal = entry.before if kind == "undo" else entry.after
            if goal is None:
                raise ProjectError(
                    f"entry {entry.number} of the journal does not say what the scene was before it", kind="damaged"
                )
            self._folder.commit(
                read_text_of(self.folder, goal.program),
                {"seed": goal.seed, "root": goal.root},
                before=self._state.state,
                author=author,
                name=name,
                operation={"kind": kind},
                target=entry.number,
                libraries={n: read_text_of(self.folder, text) for n, text in goal.libraries},
            )
            return self.revision

    # -- assets and pictures ------------------------------------------------------------------------------------------

    def lock_asset(self, asset: LockedAsset, *, replace: bool = False) -> None:
        """:meth:`lock_assets` with one asset."""
        self.lock_assets([asset], replace=replace)

    def lock_assets(self, assets: Iterable[LockedAsset], *, replace: bool = False) -> None:
        """Lock answers of the catalogue in ``scene.toml``, in one step.

        This makes no revision: the program and the resulting scene stay the same.

        Raises:
            ProjectError: 'asset': a file is not in :attr:`assets`, or another answer is locked for the same request and
                `replace` is false; 'locked', 'read-only', 'write'.
        """
        new_assets = list(assets)
        with self._folder.changing():
            new: list[LockedAsset] = []
            for asset in new_assets:
                if asset.id not in self.assets:
                    raise ProjectError(
                        f"the answer to {asset.words!r} names the file {asset.id!r}, which the scene does not hold: add it first",
                        kind="asset",
                    )
                locked = self.locked_asset(*asset.request)
                if locked == asset:
                    continue
                if locked is not None and locked.id != asset.id and not replace:
                    raise ProjectError(
                        f"{asset.words!r} is locked to {locked.title or locked.id}: say so if it shall be another",
                        kind="asset",
                    )
                new.append(asset)
            if new:
                self._folder.write_toml(self._state.toml.with_changes({}, new))

    def render_names(self, files: Sequence[RenderedFile], job: RenderJob) -> list[str]:
        """The names that :meth:`record_render` gives to files of the current revision, for files that name each other."""
        return picture_names(job, self.revision, files)

    def record_render(
        self, files: Sequence[RenderedFile], job: RenderJob, *, revision: int | None = None
    ) -> RenderRecord:
        """Store pictures of the scene with the job that made them. The record that is returned has their paths.

        Args:
            files: the rendered pictures; they are copied.
            job: how they were made.
            revision: the revision that was rendered; None: this project's current one.

        Raises:
            ProjectError: 'read': a picture cannot be read; 'missing': no such revision; 'argument'; 'locked', 'read-only',
                'write'.
        """
        rendered_entry = self._entry_of(self.revision if revision is None else revision)
        state = rendered_entry.after
        record = RenderRecord(job, rendered_entry.revision, state.program, state.seed, state.root, tuple(files))
        with self._folder.changing(doing="keep the pictures"):
            return write_render(self.folder / RENDERS, record)
