"""An open scene whose program is changed by commands, one after the other. All commands of the application go through a session."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from scenewright.app.internal_errors import as_ours
from scenewright.app.session.applying import apply_edits
from scenewright.app.session.carrying import holds_at_any_revision
from scenewright.app.session.changes import Change, StaleChange
from scenewright.app.session.events import CommandFailed, Event, Feed, JobUpdate, Listener, SceneChanged
from scenewright.app.session.open_program import OpenProgram, Snapshot
from scenewright.app.session.unjudged import UnjudgedStep
from scenewright.scene.data_dir import DataDir
from scenewright.scene.errors import JobCancelled, ProgramError, ProjectError, ScenewrightError
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job, JobState
from scenewright.scene.language.editing import Edit, EditResult, checked_edits, touched_paths
from scenewright.scene.model import Scene
from scenewright.scene.sources import SceneSource, read_source

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["Session", "Snapshot"]

T = TypeVar("T")


class Session(OpenProgram):
    """An open scene from a folder, a ``.py``, a model's reply ``.md`` or standard input. It can be used from several threads: commands run
    one after the other, in the order of their calls."""

    def __init__(
        self,
        origin: SceneSource,
        *,
        seed: int | None = None,
        root: str | None = None,
        assets: AssetProvider | None = None,
        cancel: threading.Event | None = None,
        data_dir: DataDir | Path | str | None = None,
        confined: bool = False,
    ) -> None:
        """
        Args:
            assets, cancel, data_dir, confined: see :class:`OpenProgram`.
        """
        super().__init__(
            origin, seed=seed, root=root, assets=assets, cancel=cancel, data_dir=data_dir, confined=confined
        )
        self._feed = Feed()
        self._failed: ScenewrightError | None = None
        self._jobs = count(1)
        self._steps: list[Change] = []
        self._unjudged: UnjudgedStep | None = None

    def __repr__(self) -> str:
        where = "the text of a program" if self.origin.path is None else repr(str(self.origin.path))
        writable = ", writable" if self.project is not None and self.project.writable else ""
        return f"Session({where}, revision {self._revision}{writable})"

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        seed: int | None = None,
        root: str | None = None,
        writable: bool = False,
        data_dir: DataDir | Path | str | None = None,
        confined: bool = False,
    ) -> Session:
        """Open a scene.

        Args:
            where: a scene folder, ``.py``, ``.md`` or ``-`` (standard input).
            writable: open the scene folder for changes.
            data_dir, confined: as in the constructor.

        Raises:
            ProjectError, ProgramError, ReplyError: the scene cannot be read; the message names the reason.
        """
        return cls(read_source(where, writable=writable), seed=seed, root=root, data_dir=data_dir, confined=confined)

    # -- commands -----------------------------------------------------------------------------------------------------

    def run(self, command: Callable[[Session], T], *, name: str = "command") -> T:
        """Run a function on this session as a command; no other command runs until it ends."""
        with self._command(name):
            return command(self)

    def submit(self, command: Callable[[Session], T], *, name: str = "command") -> Future[T]:
        """Queue a function on this session without waiting; it runs after all earlier commands. A command must not wait for one that it
        submitted: that one runs only after it."""
        return self._queue.submit(lambda: self.run(command, name=name))

    def work(self, command: Callable[[Session, Job], T], *, name: str, job: Job | None = None) -> T:
        """Run a long function on this session; listeners get events of its progress and end. It is no command, so that the scene can
        change meanwhile: it works on a :meth:`snapshot` and makes its changes by commands.

        Args:
            name: the name in the events.
            job: cancels the work, and may have listeners of its own.
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
            shown = as_ours(error, f"the {name}") if isinstance(error, Exception) else error
            tell(JobState.CANCELLED if stopped else JobState.FAILED, job.share, str(shown))
            raise
        tell(JobState.FINISHED, 1.0, "")
        return result

    def listen(self) -> Listener:
        """A listener that gets all events from now on; see :mod:`scenewright.app.session.events`."""
        return self._feed.listen()

    def call_with_events(self, function: Callable[[Event], object]) -> Listener:
        """Hand all events from now on to a function, in order and before the command that caused them returns. Close what this returns
        to stop."""
        return self._feed.call(function)

    def close(self) -> None:
        """Wait for all submitted commands. After that none can be submitted."""
        self._queue.close()

    # -- changes ------------------------------------------------------------------------------------------------------

    def changes_since(self, revision: int) -> tuple[Change, ...]:
        """The changes since a revision, oldest first. Changes of other processes have no paths."""
        known = {c.revision: c for c in self._steps}
        if self.project is None:
            return tuple(c for c in self._steps if c.revision > revision)
        entries = (e for e in self.project.history() if e.revision > revision)
        return tuple(known.get(e.revision) or Change.of_entry(e) for e in entries)

    def edit(
        self,
        edits: Iterable[Edit],
        *,
        author: str = "person",
        name: str | None = None,
        based_on: int | None = None,
        judged: bool = True,
        job: Job | None = None,
    ) -> list[EditResult]:
        """Write edits into the program, one after the other: all of them as one undo step, or none.

        What stands on a thing that is moved, turned or scaled comes along, unless the edit is `alone`. The last result says what the step
        makes collide, float or break.

        Args:
            author: 'person', 'agent' or 'solver'.
            name: the author's name, if known.
            judged: False leaves out what the step makes collide, float or break, which takes longer than the edits: then
                :meth:`consequences` says it.
            based_on: the revision that the edits were made for; None: the current one, or a newer one that another process saved
                meanwhile, unless an edit sets poses or counts relations: these are for what was seen.
            job: hears of each edit, and can be cancelled between two.

        Raises:
            EditError, PathError: an edit cannot be made.
            StaleChange: the scene is at another revision than `based_on`.
            ProjectError: the folder was changed meanwhile, is locked or cannot be written.
            JobCancelled: the job was cancelled; nothing was changed.
        """
        job = job or Job()
        with self._command("edit"):
            edits = checked_edits(edits)
            self.refresh_libraries()
            self.refuse_stale(based_on)
            try:
                return self._edit(edits, author=author, name=name, judged=judged, job=job)
            except StaleChange:
                if self.project is None or based_on is not None or not all(map(holds_at_any_revision, edits)):
                    raise
            # the folder was changed meanwhile: nobody changes it during the second attempt
            with self.project.exclusive():
                self.project.refresh()
                self._catch_up(self.project)
                return self._edit(edits, author=author, name=name, judged=judged, job=job)

    def consequences(self, revision: int, *, job: Job | None = None) -> tuple[str, ...] | None:
        """What the edits that made a revision make collide, float or break, in words. Other commands go on meanwhile. None where nobody
        can tell any more, since the scene has changed again.

        Raises:
            JobCancelled: the job was cancelled.
        """
        with self._turn():
            made = self._unjudged
            if made is None or made.revision != revision or revision != self._revision:
                return None
        with self.serving():
            return made.consequences(self.derived, job)

    def take(
        self,
        source: str,
        scene: Scene,
        *,
        author: str,
        operation: Mapping[str, object],
        based_on: int | None = None,
        save: bool = True,
        name: str | None = None,
        renamed: Mapping[str, str | None] | None = None,
    ) -> None:
        """Replace the program by a new one with its evaluated scene. In a folder this is one undo step; with `save` False the folder
        stays as it is.

        Args:
            name: the author's name, if known.
            renamed: new paths by old paths; None for a deleted instance.

        Raises:
            StaleChange: the scene is at another revision than `based_on`.
            ProjectError: the folder was changed meanwhile, is locked or cannot be written.
        """
        with self._command(str(operation.get("kind", "change"))):
            self.refuse_stale(based_on)
            if save:
                before = self._scene_before() if operation.get("kind") in ("write", "layout") else None
                self._take(source, scene, author=author, operation=operation, name=name, renamed=renamed)
                if before is not None:
                    self._unjudged = UnjudgedStep.written(self._revision, before, scene, self._unjudged)
            else:
                self.source, self._scene = source, scene

    def _scene_before(self) -> Scene | None:
        """The scene before a step; None where its program has an error, which the step may mend."""
        try:
            return self.scene
        except ProgramError:
            return None

    def step(self, do: Callable[[Project], object], *, based_on: int | None = None) -> None:
        """Undo or redo in the folder, and use the folder's program.

        Raises:
            StaleChange: the scene is at another revision than `based_on`.
            ProjectError: there is nothing to undo or redo, or no folder that keeps a history.
        """
        with self._command("step"):
            if self.project is None:
                raise ProjectError("undo and redo need a scene folder: a plain file keeps no history")
            self.refuse_stale(based_on)
            do(self.project)
            self._catch_up(self.project)

    def refresh(self) -> tuple[Change, ...]:
        """Read the folder and the libraries again; returns the changes of other processes, oldest first."""
        with self._command("refresh"):
            known = len(self._steps)
            self.refresh_libraries()
            if self.project is not None:
                self.project.refresh()
                self._catch_up(self.project)
            return tuple(self._steps[known:])

    def refresh_libraries(self) -> tuple[str, ...]:
        """Use the libraries as they are on disk now. Returns the names of those that were changed, and listeners hear of it. In a scene
        folder that is open for changes, the change of a library that belongs to the scene is a revision."""
        with self._command("refresh"):
            names = self.libraries.changes()
            if not names:
                return ()
            known = self._revision
            self.libraries.read_again()
            self._scene = None
            if self.project is None:
                self._revision += 1
            else:
                self.project.refresh()
                self._catch_up(self.project)
            if self.project is None or self._revision == known:
                operation = {"kind": "edit-library", "libraries": list(names)}
                self._publish(Change(self._revision, known, "person", operation))
            return names

    # -- within a command ---------------------------------------------------------------------------------------------

    @contextmanager
    def _command(self, name: str) -> Iterator[None]:
        """Run a block as a command. If it fails, listeners get one event, also if it is part of another command."""
        with self._turn():
            try:
                yield
            except Exception as error:
                ours = as_ours(error, f"the command {name}")
                if ours is not self._failed:
                    self._failed = ours
                    details = type(ours).__name__, getattr(ours, "kind", None), str(ours)
                    self._feed.emit(lambda number: CommandFailed(number, name, *details))
                if ours is error or isinstance(error, OSError):
                    raise
                raise ours from error

    def _edit(
        self, edits: Sequence[Edit], *, author: str, name: str | None, judged: bool, job: Job
    ) -> list[EditResult]:
        """Apply edits to the current program, and save it."""
        before = self.scene
        made = apply_edits(self, edits, job, judged=judged)
        if made.results:
            self._take(
                made.source, made.scene, author=author, name=name, operation=made.operation, renamed=made.renamed
            )
            self._unjudged = (
                None if judged else UnjudgedStep(self._revision, before, made.scene, tuple(edits), made.renamed)
            )
        return made.results

    def refuse_stale(self, based_on: int | None) -> None:
        """Refuse a change that was made for another revision than the current one. None: for whatever there is.

        Raises:
            StaleChange: it was.
        """
        if based_on is not None and based_on != self.revision:
            raise StaleChange(based_on, self.revision, self.changes_since(based_on))

    def _take(
        self,
        source: str,
        scene: Scene,
        *,
        author: str,
        operation: Mapping[str, object],
        name: str | None = None,
        renamed: Mapping[str, str | None] | None = None,
    ) -> None:
        """Save a program and use it with its scene. If it cannot be saved, the session stays unchanged."""
        known, before = self._revision, self._scene
        if self.project is not None:
            texts = self.libraries.texts(scene)
            self._save(self.project, source, author=author, name=name, operation=operation, libraries=texts)
            self._revision = self.project.revision
        elif source != self.source:
            self._revision += 1
        self.source, self._scene = source, scene
        if self._revision != known:
            paths = None if before is None else touched_paths(before, scene)
            self._publish(Change(self._revision, known, author, operation, name, paths, dict(renamed or {})))

    def _save(self, project: Project, source: str, *, operation: Mapping[str, object], **author: Any) -> None:
        try:
            project.save(source, operation=operation, based_on=self._revision, **author)
        except ProjectError as error:
            if error.kind != "stale":
                raise
            raise StaleChange(self._revision, project.revision, self.changes_since(self._revision)) from error

    def _catch_up(self, project: Project) -> tuple[Change, ...]:
        """Use the folder's program, and publish the changes that its journal has since. A single change has its paths if the scene
        before it was evaluated."""
        known, before = self._revision, self._scene
        if project.revision == known and project.source == self.source:
            return ()
        self.source, self._scene, self._revision = project.source, None, project.revision
        self.libraries.read_again()  # a step back gives libraries their former texts
        changes = [Change.of_entry(e) for e in project.history() if e.revision > known]
        if before is not None and len(changes) == 1:
            changes = [replace(changes[0], paths=touched_paths(before, self.scene))]
        for change in changes:
            self._publish(change)
        return tuple(changes)

    def _publish(self, change: Change) -> None:
        self._steps.append(change)
        self._feed.emit(lambda number: SceneChanged(number, change))
