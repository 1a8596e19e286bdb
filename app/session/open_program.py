"""A program that is open, with its evaluated Scene, its assets, its folder and its revision."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.requests import checked_start
from scenewright.app.session.derived import Derived
from scenewright.app.session.libraries import SceneLibraries
from scenewright.app.session.queue import CommandQueue
from scenewright.app.session.serving import Serving
from scenewright.app.viewing import NotebookDisplay
from scenewright.scene.data_dir import DataDir
from scenewright.scene.errors import ProgramError
from scenewright.scene.folder import Project
from scenewright.scene.geometry import MeshMaker
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.short_repr import short_repr
from scenewright.scene.sources import SceneSource

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["OpenProgram", "Snapshot"]


_WORKING_FOR: ContextVar[Job | None] = ContextVar("working for", default=None)
"""The job that the current thread evaluates for; see :meth:`Session.working`."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Program and evaluated scene of one revision."""

    revision: int
    source: str
    scene: Scene

    __repr__ = short_repr


class OpenProgram:
    """The text of a program, its evaluated scene, its assets and its folder. Several threads may ask for them: who changes them holds the
    turn.

    Attributes:
        origin: what was opened.
        project: the scene folder; None for a single file.
        source: the text of the program.
        seed, root: seed and root entity of the evaluation: those of the caller, else of the folder, else 0 and the call graph's root.
        derived: cached triangles, scene graph and queries.
        libraries: finds those that the program imports.
    """

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
            assets: None: the catalogues of the user.
            cancel: ends evaluations when it is set.
            data_dir: the folder of the session's user, for packs, jobs, caches and settings; None: that which the caller works for.
            confined: run programs only behind the whole kernel boundary, whatever the environment or an argument says
                (:func:`scenewright.scene.language.running.confining`).
        """
        seed, root = checked_start(seed, root)
        self.origin = origin
        self._serving = Serving(data_dir, confined=confined)
        self.project: Project | None = origin.project
        self.source = origin.text
        self.seed = seed if seed is not None else (origin.seed or 0)
        self.root = root if root is not None else origin.root
        self._assets = assets
        self._splats = None if self.project is None else self.project.folder
        self.libraries = SceneLibraries(self._splats or (None if origin.path is None else origin.path.parent))
        self._cancel = cancel
        self._scene: Scene | None = None
        self._queue = CommandQueue()
        self._revision = 0 if self.project is None else self.project.revision
        self.derived = Derived(lambda: self.scene, lambda: self.assets, self.folder)

    def serving(self) -> AbstractContextManager[None]:
        """Within the block, this thread works for the session's user and by its rule of confinement. Commands and actions do so by
        themselves.

        Raises:
            ProjectError: 'forked': this process was forked from the one that opened the session.
        """
        return self._serving.here()

    @cached_property
    def assets(self) -> AssetProvider:
        """The catalogues; objects that are stored in the scene folder take precedence."""
        if self._assets is not None:
            return self._assets
        from scenewright.assets import Catalogue

        with self.serving():
            catalogue = Catalogue.default()
        if self.project is None:
            return catalogue
        from scenewright.assets import FolderAssets

        return FolderAssets(catalogue, self.project)

    def use_libraries(self, folders: Iterable[Path | str]) -> None:
        """Search these folders for libraries, too: after the program's own, before those of the user."""
        with self._turn():
            self.libraries.search(folders)
            self._scene = None

    def evaluate_text(self, source: str) -> Scene:
        from scenewright.scene.language.running import evaluate

        with self.serving():
            scene = evaluate(
                source,
                seed=self.seed,
                root=self.root,
                assets=self.assets,
                splats=self._splats,
                libraries=self.libraries.shelf,
                cancel=self._cancel,
                job=_WORKING_FOR.get(),
            )
            return replace(
                scene,
                meshes=MeshMaker(self.assets, self._splats),
                display=NotebookDisplay(self.assets, self._splats),
            )

    @contextmanager
    def working(self, job: Job) -> Iterator[None]:
        """Evaluations by this thread within the block end with JobCancelled if the job is cancelled."""
        before = _WORKING_FOR.set(job)
        try:
            with self.serving():
                yield
        finally:
            _WORKING_FOR.reset(before)

    @property
    def scene(self) -> Scene:
        """The evaluated scene.

        Raises:
            ProgramError: the program has an error; the message names its line.
        """
        scene = self._scene
        if scene is None:
            with self._turn():
                if self._scene is None:
                    try:
                        self._scene = self.evaluate_text(self.source)
                    except ProgramError as error:
                        error.where = self.origin.place_of(error)
                        raise
                scene = self._scene
        return scene

    @property
    def folder(self) -> Path | None:
        return None if self.project is None else self.project.folder

    @property
    def revision(self) -> int:
        """The revision of the folder that `source` belongs to; without a folder the number of changes since opening."""
        return self._revision

    def snapshot(self) -> Snapshot:
        """Revision, program and scene that belong together."""
        with self._turn():
            return Snapshot(self.revision, self.source, self.scene)

    def detach(self) -> None:
        """Keep changes in memory from now on and leave the folder as it is. Its stored assets are still used."""
        with self._turn():
            self._assets = self.assets
            self.project = None

    def keep_assets(self, *, anew: bool = False) -> None:
        """Store the objects that ``asset_call`` resolved to in the folder, so that they stay the same.

        Args:
            anew: evaluate the program with the folder's objects next time. Their sizes are rounded otherwise than the catalogue's, and an
                edit of many things at once is held against the scene to the last digit.
        """
        with self._turn():
            if self.project is None:
                return
            from scenewright.assets import FolderAssets

            if isinstance(self.assets, FolderAssets) and self.assets.keep(self.scene) and anew:
                self._scene = None

    def adopt(self, scene: Scene, assets: AssetProvider) -> None:
        """Use `scene`, which is an evaluation of the current program with the catalogues `assets`."""
        with self._turn():
            self._scene = scene
            if self.project is not None:
                from scenewright.assets import FolderAssets

                self._assets = FolderAssets(assets, self.project)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Hold the session, and work for its user."""
        with self.serving(), self._queue.turn():
            yield
