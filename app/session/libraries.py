"""The libraries of an open scene: which folders are searched for those that its program imports, and what was read of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from scenewright.scene.data_dir import current_data_dir, using_data_dir
from scenewright.scene.errors import ProjectError
from scenewright.scene.language.running import LibraryFolder, LibraryShelf
from scenewright.scene.model import Scene

__all__ = ["SceneLibraries"]


class SceneLibraries:
    """The libraries beside a program, then those of the folders that the caller gives, of the user's folders, and of packs.

    All evaluations see the texts as they were read first, until :meth:`read_again`.
    """

    def __init__(self, beside: Path | None) -> None:
        """`beside`: the folder of the program; None: it has none."""
        self._beside = beside
        self._given: tuple[Path, ...] = ()
        self._shelf: LibraryShelf | None = None

    def search(self, folders: Iterable[Path | str]) -> None:
        """Search these folders, too: after the program's own, before those of the user."""
        self._given, self._shelf = tuple(map(Path, folders)), None

    @property
    def shelf(self) -> LibraryShelf:
        """What finds and reads the libraries, for the user that this thread works for."""
        if self._shelf is None:
            user = current_data_dir()

            def of_packs() -> Sequence[LibraryFolder]:
                from scenewright.assets import pack_libraries

                with using_data_dir(user):
                    return pack_libraries()

            beside = () if self._beside is None else (self._beside,)
            folders = (*beside, *self._given, *user.library_folders)
            own = [LibraryFolder(folder.expanduser().absolute()) for folder in folders]
            self._shelf = LibraryShelf(own, later=of_packs)
        return self._shelf

    def changes(self) -> tuple[str, ...]:
        """Names of the libraries that were read and are not the same on disk any more."""
        return () if self._shelf is None else self._shelf.changes()

    def read_again(self) -> None:
        """Forget what was read."""
        self._shelf = None

    def texts(self, scene: Scene) -> dict[str, str]:
        """The texts of the libraries that a scene was made with, by name.

        Raises:
            ProjectError: 'stale': it was made with another text than the one that is used now.
        """
        texts = {}
        for use in scene.libraries:
            library = self.shelf.find(use.name)
            if library.sha256 != use.sha256:
                raise ProjectError(
                    f"the library '{use.name}' was changed meanwhile: look at the scene again and repeat the change",
                    kind="stale",
                )
            texts[use.name] = library.text
        return texts
