"""One scene at work: where its text is, its Scene, its assets, its revision; every command of the application goes through here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from scenewright.app.session.changes import Change, StaleChange
from scenewright.app.session.derived import Derived
from scenewright.app.session.events import CommandFailed, Feed, JobUpdate, Listener, SceneChanged
from scenewright.app.session.queue import CommandQueue
from scenewright.scene.errors import JobCancelled, ProgramError, ProjectError, ScenewrightError
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job, JobState
from scenewright.scene.language.editing import Edit, apply_edit, touched_paths
from scenewright.scene.language.editing.editor import EditResult
from scenewright.scene.model import Scene
from scenewright.scene.sources import SceneSource, read_source

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["Session", "Snapshot"]

T = TypeVar("T")


_WORKING_FOR: ContextVar[Job | None] = ContextVar("working for", default=None)
"""The job of what a thread evaluates at the moment; see :meth:`Session.working`."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A scene as it is at one revision."""

    revision: int
    source: str
    scene: Scene


class Session:
    """A scene from a folder, a ``.py``, a reply ``.md`` or standard input. Safe to use from several threads: commands run one after
    the other, in the order in which they were given.

    Attributes:
        origin: what was opened.
        project: the scene folder, where it is one.
        source: the text of the program.
        seed, root: of the evaluation: given, else the folder's, else 0 and the call graph's.
        derived: triangles, graph and queries of the scene, kept from one change to the next.
    """

    def __init__(
        self,
        origin: SceneSource,
        *,
        seed: int | None = None,
        root: str | None = None,
        assets: AssetProvider | None = None,
        cancel: threading.Event | None = None,
    ) -> None:
        self.origin = origin
        self.project: Project | None = origin.project
        self.source = origin.text
        self.seed = seed if seed is not None else (origin.seed or 0)
        self.root = root if root is not None else origin.root
        self._assets = assets
        self._splats = None if self.project is None else self.project.folder
        self._cancel = cancel
        self._scene: Scene | None = None
        self._queue = CommandQueue()
        self._feed = Feed()
        self._failed: ScenewrightError | None = None
        self._jobs = count(1)
        self._steps: list[Change] = []
        self._revision = 0 if self.project is None else self.project.revision
        self.derived = Derived(lambda: self.scene, lambda: self.assets, self.folder)

    @classmethod
    def open(
        cls, where: str | Path, *, seed: int | None = None, root: str | None = None, writable: bool = False
    ) -> Session:
        """
        Args:
            where: scene folder, ``.py``, ``.md`` or ``-`` (standard input).

        Raises:
            ProjectError, ProgramError, ReplyError: it cannot be read; the message says why.
        """
        return cls(read_source(where, writable=writable), seed=seed, root=root)

    @cached_property
    def assets(self) -> AssetProvider:
        """The catalogues, with the folder's own stored and locked objects before them."""
        if self._assets is not None:
            return self._assets
        from scenewright.assets import Catalogue

        catalogue = Catalogue.default()
        if self.project is None:
            return catalogue
        from scenewright.assets import FolderAssets

        return FolderAssets(catalogue, self.project)

    def evaluate_text(self, source: str) -> Scene:
        from scenewright.scene.language.running import evaluate

        return evaluate(
            source,
            seed=self.seed,
            root=self.root,
            assets=self.assets,
            splats=self._splats,
            cancel=self._cancel,
            job=_WORKING_FOR.get(),
        )

    @contextmanager
    def working(self, job: Job) -> Iterator[None]:
        """What is evaluated in the block, by this thread, ends with JobCancelled where the job is cancelled."""
        before = _WORKING_FOR.set(job)
        try:
            yield
        finally:
            _WORKING_FOR.reset(before)

    @property
    def scene(self) -> Scene:
        """The evaluated scene.

        Raises:
            ProgramError: the program is wrong, with its line.
        """
        found = self._scene
        if found is None:
            with self._queue.turn():
                if self._scene is None:
                    try:
                        self._scene = self.evaluate_text(self.source)
                    except ProgramError as error:
                        error.where = self.origin.place(error.line)
                        raise
                found = self._scene
        return found

    @property
    def folder(self) -> Path | None:
        return None if self.project is None else self.project.folder

    @property
    def revision(self) -> int:
        """The folder's that the text is of, else how often the text was changed since it was opened."""
        return self._revision

    def snapshot(self) -> Snapshot:
        """Revision, text and scene that belong together."""
        with self._queue.turn():
            return Snapshot(self.revision, self.source, self.scene)

    def detach(self) -> None:
        """Leave the folder as it is from now on: its stored assets still serve, changes are kept in memory alone."""
        with self._queue.turn():
            self._assets = self.assets
            self.project = None

    # -- commands -----------------------------------------------------------------------------------------------------

    def run(self, command: Callable[[Session], T], *, name: str = "command") -> T:
        """Run a function of this session in its turn; nothing else changes the scene until it ends."""
        with self._command(name):
            return command(self)

    def submit(self, command: Callable[[Session], T], *, name: str = "command") -> Future[T]:
        """Give a function of this session and do not wait: it runs after all that was given before. A command must not wait for one
        that was submitted: it comes after itself."""
        return self._queue.submit(lambda: self.run(command, name=name))

    def work(self, command: Callable[[Session, Job], T], *, name: str, job: Job | None = None) -> T:
        """Run a long function of this session. Listeners hear how far it is and how it ends. It has no turn of its own, so that
        the scene can be changed meanwhile: it works on a :meth:`snapshot`, and what it changes it changes by commands.

        Args:
            job: how it is cancelled, and who listens besides.
        """
        job = job or Job(name=f"the {name}")
        number = next(self._jobs)

        def tell(state: JobState, share: float, what: str) -> None:
            self._feed.emit(lambda count: JobUpdate(count, number, name, state, share, what))

        tell(JobState.STARTED, 0.0, "")
        job.listen(lambda share, what: tell(JobState.RUNNING, share, what))
        try:
            with self.working(job):
                result = command(self, job)
        except BaseException as error:
            stopped = isinstance(error, (JobCancelled, KeyboardInterrupt))
            tell(JobState.CANCELLED if stopped else JobState.FAILED, job.share, str(error))
            raise
        tell(JobState.FINISHED, 1.0, "")
        return result

    def listen(self) -> Listener:
        """A listener to what happens from now on; see :mod:`scenewright.app.session.events`."""
        return self._feed.listen()

    def close(self) -> None:
        """Wait for the commands that were submitted, and take no more."""
        self._queue.close()

    # -- changes ------------------------------------------------------------------------------------------------------

    def changes_since(self, revision: int) -> tuple[Change, ...]:
        """What was done since a revision, oldest first. What other processes did is told without the paths."""
        known = {c.revision: c for c in self._steps}
        if self.project is None:
            return tuple(c for c in self._steps if c.revision > revision)
        entries = (e for e in self.project.history() if e.revision > revision)
        return tuple(known.get(e.revision) or Change.of_entry(e) for e in entries)

    def edit(
        self, edits: Iterable[Edit], *, author: str = "person", name: str | None = None, based_on: int | None = None
    ) -> list[EditResult]:
        """Write edits into the text, one after the other: all of them, as one step that can be undone, or none.

        Args:
            author: 'person', 'agent' or 'solver', with `name` where there is one.
            based_on: the revision that the edits were made for; None: whatever the scene is now.

        Raises:
            EditError, PathError: one cannot be made.
            StaleChange: the scene is at another revision than `based_on`.
            ProjectError: the folder was changed meanwhile, is locked or cannot be written.
        """
        with self._command("edit"):
            self._refuse_stale(based_on)
            source, scene = self.source, self.scene
            results: list[EditResult] = []
            operations: list[Mapping[str, Any]] = []
            renamed: dict[str, str | None] = {}
            for edit in edits:
                result = apply_edit(source, edit, self.evaluate_text, scene=scene)
                source, scene = result.source, result.scene
                results.append(result)
                operations.append(edit.to_json())
                renamed = {
                    **{old: result.path_map.get(new or "", new) for old, new in renamed.items()},
                    **result.path_map,
                }
            if results:
                operation = operations[0] if len(operations) == 1 else {"kind": "batch", "edits": operations}
                self._take(source, scene, author=author, name=name, operation=operation, renamed=renamed)
            return results

    def take(
        self,
        source: str,
        scene: Scene,
        *,
        author: str,
        operation: Mapping[str, Any],
        based_on: int | None = None,
        save: bool = True,
    ) -> None:
        """Take a new text, with the scene that it evaluates to; in a folder as one step that can be undone, unless `save` is
        False: then the folder stays as it is.

        Raises:
            StaleChange: the scene is at another revision than `based_on`.
            ProjectError: the folder was changed meanwhile, is locked or cannot be written.
        """
        with self._command(str(operation.get("kind", "change"))):
            self._refuse_stale(based_on)
            if save:
                self._take(source, scene, author=author, operation=operation)
            else:
                self.source, self._scene = source, scene

    def step(self, do: Callable[[Project], Any], *, based_on: int | None = None) -> None:
        """Undo or redo in the folder, and take its text.

        Raises:
            StaleChange: the scene is at another revision than `based_on`.
            ProjectError: there is nothing to undo or redo, or no folder that keeps a history.
        """
        with self._command("step"):
            if self.project is None:
                raise ProjectError("undo and redo need a scene folder: a plain file keeps no history")
            self._refuse_stale(based_on)
            do(self.project)
            self._catch_up(self.project)

    def refresh(self) -> tuple[Change, ...]:
        """Look at the folder again: what other processes changed since, oldest first."""
        with self._command("refresh"):
            if self.project is None:
                return ()
            self.project.refresh()
            return self._catch_up(self.project)

    def keep_assets(self) -> None:
        """Lock what ``asset_call`` was answered in the folder, with the stored files."""
        with self._queue.turn():
            if self.project is None:
                return
            from scenewright.assets import FolderAssets

            if isinstance(self.assets, FolderAssets):
                self.assets.keep(self.scene)

    def adopt(self, scene: Scene, assets: AssetProvider) -> None:
        """Take an evaluation of this very text that was made with the catalogues `assets`."""
        with self._queue.turn():
            self._scene = scene
            if self.project is not None:
                from scenewright.assets import FolderAssets

                self._assets = FolderAssets(assets, self.project)

    # -- within a command ---------------------------------------------------------------------------------------------

    @contextmanager
    def _command(self, name: str) -> Iterator[None]:
        """A command's turn; listeners hear where it fails, and once where one command runs another."""
        with self._queue.turn():
            try:
                yield
            except ScenewrightError as error:
                if error is not self._failed:
                    self._failed = error
                    told = type(error).__name__, getattr(error, "kind", None), str(error)
                    self._feed.emit(lambda number: CommandFailed(number, name, *told))
                raise

    def _refuse_stale(self, based_on: int | None) -> None:
        if based_on is not None and based_on != self.revision:
            raise StaleChange(based_on, self.revision, self.changes_since(based_on))

    def _take(
        self,
        source: str,
        scene: Scene,
        *,
        author: str,
        operation: Mapping[str, Any],
        name: str | None = None,
        renamed: Mapping[str, str | None] | None = None,
    ) -> None:
        """Save a text and take it with its scene; nothing of this session changes where it cannot be saved."""
        known, before = self._revision, self._scene
        if self.project is not None:
            self._save(self.project, source, author=author, name=name, operation=operation)
            self._revision = self.project.revision
        elif source != self.source:
            self._revision += 1
        self.source, self._scene = source, scene
        if self._revision != known:
            paths = None if before is None else touched_paths(before, scene)
            self._tell(Change(self._revision, known, author, operation, name, paths, dict(renamed or {})))

    def _save(self, project: Project, source: str, *, operation: Mapping[str, Any], **author: Any) -> None:
        try:
            project.save(source, operation=operation, based_on=self._revision, **author)
        except ProjectError as error:
            if error.kind != "stale":
                raise
            raise StaleChange(self._revision, project.revision, self.changes_since(self._revision)) from error

    def _catch_up(self, project: Project) -> tuple[Change, ...]:
        """Take the folder's text, and tell of what its journal has since; the last change with its paths, where it is the only one
        and the scene before it was at hand."""
        known, before = self._revision, self._scene
        if project.revision == known and project.source == self.source:
            return ()
        self.source, self._scene, self._revision = project.source, None, project.revision
        changes = [Change.of_entry(e) for e in project.history() if e.revision > known]
        if before is not None and len(changes) == 1:
            changes = [replace(changes[0], paths=touched_paths(before, self.scene))]
        for change in changes:
            self._tell(change)
        return tuple(changes)

    def _tell(self, change: Change) -> None:
        self._steps.append(change)
        self._feed.emit(lambda number: SceneChanged(number, change))
