"""The reading part of an open scene folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.asset_store import AssetStore
from scenewright.scene.folder.cache_keys import cache_key
from scenewright.scene.folder.changing import SceneFolder
from scenewright.scene.folder.journal import JournalEntry, undo_and_redo
from scenewright.scene.folder.renders import RenderRecord, list_renders
from scenewright.scene.folder.scene_toml import LockedAsset, asset_request
from scenewright.scene.folder.state import ASSETS, RENDERS, FolderState, read_folder, read_text_of

__all__ = ["ProjectView"]


class ProjectView:
    """One process's view of a scene folder, as of its last reading. :class:`scenewright.scene.folder.project.Project` adds changes."""

    def __init__(self, folder: SceneFolder) -> None:
        self._folder = folder
        self._assets = AssetStore(folder.path / ASSETS, partial(folder.changing, doing="keep an asset"))

    def __repr__(self) -> str:
        return f"Project({str(self.folder)!r}, revision {self.revision}{', writable' if self.writable else ''})"

    @property
    def folder(self) -> Path:
        """Absolute path, with links resolved."""
        return self._folder.path

    @property
    def writable(self) -> bool:
        return self._folder.writable

    @property
    def _state(self) -> FolderState:
        return self._folder.state

    # -- what the scene is --------------------------------------------------------------------------------------------

    @property
    def source(self) -> str:
        """The program."""
        return self._state.text

    @property
    def program_hash(self) -> str:
        """sha256 of the program, in hex."""
        return self._state.state.program

    @property
    def libraries(self) -> Mapping[str, str]:
        """The texts of the libraries that the scene keeps beside its program, by name."""
        return self._state.libraries

    @property
    def revision(self) -> int:
        """The number of changes so far. A change may state the revision that it is based on."""
        return self._state.toml.revision

    @property
    def schema(self) -> int:
        return self._state.toml.schema

    @property
    def seed(self) -> int:
        return self._state.toml.seed

    @property
    def root(self) -> str | None:
        """The entity to evaluate; None: the language's choice."""
        return self._state.toml.root

    @property
    def title(self) -> str | None:
        return self._state.toml.title

    @property
    def prompt(self) -> str | None:
        """The words that the scene was made from."""
        return self._state.toml.prompt

    @property
    def units(self) -> str | None:
        """'m' for metres; None: arbitrary."""
        return self._state.toml.units

    @property
    def render_settings(self) -> Mapping[str, Any]:
        return self._state.toml.render

    @property
    def edited_by_hand(self) -> bool:
        """Whether the files have edits that the journal lacks. Opening the folder for writing records them."""
        return self._state.edited_by_hand

    @property
    def toml(self) -> Mapping[str, Any]:
        """All of ``scene.toml``, with the keys of other tools."""
        return self._state.toml.data

    def path_inside(self, relative: str) -> Path:
        """The file that a relative path in the program names.

        Raises:
            ProjectError: 'symlink': it lies outside the folder; 'missing'.
        """
        path = (self.folder / relative).resolve()
        if not path.is_relative_to(self.folder):
            raise ProjectError(
                f"{relative!r} lies outside the scene folder {self.folder}: copy it inside", kind="symlink"
            )
        if not path.exists():
            raise ProjectError(f"the scene folder {self.folder} has no {relative!r}", kind="missing")
        return path

    # -- history ------------------------------------------------------------------------------------------------------

    def history(self) -> tuple[JournalEntry, ...]:
        """Every change, oldest first."""
        return self._state.journal.entries

    @property
    def can_undo(self) -> JournalEntry | None:
        """The change that :meth:`undo` would undo; None if there is none."""
        undo, _ = undo_and_redo(self.history())
        return undo[-1] if undo else None

    @property
    def can_redo(self) -> JournalEntry | None:
        """The change that :meth:`redo` would make again; None if there is none."""
        _, redo = undo_and_redo(self.history())
        return redo[-1] if redo else None

    def source_at(self, revision: int) -> str:
        """The program at a revision.

        Raises:
            ProjectError: 'missing': the journal has no such revision; 'damaged'.
        """
        return read_text_of(self.folder, self._entry_of(revision).after.program)

    def _entry_of(self, revision: int) -> JournalEntry:
        for entry in self.history():
            if entry.revision == revision:
                return entry
        revisions = [entry.revision for entry in self.history()]
        span = f"it has {revisions[0]} to {revisions[-1]}" if revisions else "it is empty"
        raise ProjectError(f"the journal of {self.folder} has no revision {revision}: {span}", kind="missing")

    def verify(self) -> list[str]:
        """Descriptions of all problems in the folder's history, assets and renders. Empty if there are none.

        Raises:
            ProjectError: the folder cannot be opened at all.
        """
        problems: list[str] = []
        state = read_folder(self.folder)
        hashes = {h for e in state.journal.entries for s in (e.before, e.after) if s is not None for h in s.texts}
        files = {*self.assets.ids(), *(asset.id for asset in state.toml.assets)}
        checks: list[Callable[[], object]] = [partial(read_text_of, self.folder, h) for h in sorted(hashes)]
        checks += [partial(self.assets.path, asset_id) for asset_id in sorted(files)]
        checks.append(self.renders)
        for check in checks:
            try:
                check()
            except ProjectError as error:
                problems.append(str(error))
        return problems

    # -- assets -------------------------------------------------------------------------------------------------------

    @property
    def assets(self) -> AssetStore:
        """The files of catalogue objects. To use one: add its file, then call :meth:`lock_assets` with its id."""
        return self._assets

    @property
    def locked_assets(self) -> tuple[LockedAsset, ...]:
        """All locked answers, in the order of ``scene.toml``."""
        return self._state.toml.assets

    def locked_asset(self, words: str, size: Iterable[float] | None, seed: int) -> LockedAsset | None:
        """The answer locked for a request; None if there is none. `size` in metres."""
        return self._state.toml.assets_by_request.get(asset_request(words, size, seed))

    # -- pictures and keys --------------------------------------------------------------------------------------------

    def renders(self) -> tuple[RenderRecord, ...]:
        """The stored renders, older revisions first.

        Raises:
            ProjectError: 'damaged': a job's file cannot be read.
        """
        return list_renders(self.folder / RENDERS)

    def find_render(self, key: str) -> RenderRecord | None:
        """The render with a cache key; None if there is none."""
        return next((r for r in reversed(self.renders()) if r.job.key == key), None)

    def cache_key(
        self,
        *,
        versions: Mapping[str, str],
        settings: Mapping[str, Any] | None = None,
        assets: Iterable[LockedAsset] | None = None,
        libraries: Mapping[str, str] | None = None,
    ) -> str:
        """sha256 of everything that determines a derived result; see :func:`scenewright.scene.folder.cache_keys.cache_key`.

        `assets`: the locked assets that the scene uses; None: all. `libraries`: the sha256 of each library that it uses; None: of those
        that the folder keeps.
        """
        return cache_key(
            text=self.source,
            seed=self.seed,
            libraries=dict(self._state.state.libraries) if libraries is None else libraries,
            locked_assets=self.locked_assets if assets is None else assets,
            versions=versions,
            settings={"root": self.root, **(settings or {})},
        )
