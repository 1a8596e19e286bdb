"""One scene at work: where its text is, its Scene, its assets; every command of the application goes through here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.editor import EditResult, apply_edit
from scenewright.scene.language.edits import Edit
from scenewright.scene.model import Scene
from scenewright.scene.project import Project
from scenewright.scene.sources import SceneSource, read_source

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["Saved", "SceneSession"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a change: the new text, and the file or folder that holds it now (None: nowhere yet)."""

    source: str
    where: Path | None
    revision: int | None


class SceneSession:
    """A scene from a folder, a ``.py``, a reply ``.md`` or standard input.

    Attributes:
        origin: what was opened.
        project: the scene folder, where it is one.
        seed, root: of the evaluation: given, else the folder's, else 0 and the call graph's.
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

    @classmethod
    def open(
        cls, where: str | Path, *, seed: int | None = None, root: str | None = None, writable: bool = False
    ) -> SceneSession:
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
        from scenewright.assets.catalogue import Catalogue

        catalogue = Catalogue.default()
        if self.project is None:
            return catalogue
        from scenewright.assets.folder_assets import FolderAssets

        return FolderAssets(catalogue, self.project)

    def evaluate_text(self, source: str) -> Scene:
        from scenewright.scene.language.program import evaluate

        return evaluate(
            source, seed=self.seed, root=self.root, assets=self.assets, splats=self._splats, cancel=self._cancel
        )

    @property
    def scene(self) -> Scene:
        """The evaluated scene.

        Raises:
            ProgramError: the program is wrong, with its line.
        """
        if self._scene is None:
            try:
                self._scene = self.evaluate_text(self.source)
            except ProgramError as error:
                error.where = self.origin.place(error.line)
                raise
        return self._scene

    @property
    def folder(self) -> Path | None:
        return None if self.project is None else self.project.folder

    def detach(self) -> None:
        """Leave the folder as it is from now on: its stored assets still serve, changes are kept in memory alone."""
        self._assets = self.assets
        self.project = None

    # -- changes ------------------------------------------------------------------------------------------------------

    def edit(self, edits: Iterable[Edit], *, author: str = "person", name: str | None = None) -> list[EditResult]:
        """Write edits into the text, one after the other; in a folder each is one step that can be undone.

        Raises:
            EditError, PathError: one cannot be made; nothing is changed.
            ProjectError: the folder was changed meanwhile, is locked or cannot be written.
        """
        based_on = None if self.project is None else self.project.revision
        source, scene = self.source, self.scene
        made: list[tuple[Edit, EditResult]] = []
        for edit in edits:
            result = apply_edit(source, edit, self.evaluate_text, scene=scene)
            source, scene = result.source, result.scene
            made.append((edit, result))
        for edit, result in made:
            if self.project is not None:
                based_on = self.project.save(
                    result.source, author=author, name=name, operation=edit.to_json(), based_on=based_on
                )
            self.source, self._scene = result.source, result.scene
        return [result for _, result in made]

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
            ProjectError: the folder is at another revision than `based_on`, is locked or cannot be written.
        """
        if self.project is not None and save:
            self.project.save(source, author=author, operation=operation, based_on=based_on)
        self.source, self._scene = source, scene

    def step(self, do: Callable[[Project], Any]) -> None:
        """Undo or redo in the folder, and take its text."""
        from scenewright.scene.errors import ProjectError

        if self.project is None:
            raise ProjectError("undo and redo need a scene folder: a plain file keeps no history")
        do(self.project)
        self.source, self._scene = self.project.source, None

    def keep_assets(self) -> None:
        """Lock what ``asset_call`` was answered in the folder, with the stored files."""
        if self.project is None:
            return
        from scenewright.assets.folder_assets import FolderAssets

        if isinstance(self.assets, FolderAssets):
            self.assets.keep(self.scene)

    def adopt(self, scene: Scene, assets: AssetProvider) -> None:
        """Take an evaluation of this very text that was made with the catalogues `assets`."""
        self._scene = scene
        if self.project is not None:
            from scenewright.assets.folder_assets import FolderAssets

            self._assets = FolderAssets(assets, self.project)
