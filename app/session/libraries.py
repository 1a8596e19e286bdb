"""The libraries of an open scene: which folders are searched for those that its program imports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenewright.scene.data_dir import current_data_dir, using_data_dir
from scenewright.scene.language.running import LibraryFolder, LibraryShelf

__all__ = ["library_shelf"]


def library_shelf(beside: Path | None, given: Sequence[Path | str]) -> LibraryShelf:
    """The libraries beside a program, then those of the folders that the caller gives, of the user's folders, and of packs.

    Args:
        beside: the folder of the program; None: it has none.
    """
    user = current_data_dir()

    def of_packs() -> Sequence[LibraryFolder]:
        from scenewright.assets import pack_libraries

        with using_data_dir(user):
            return pack_libraries()

    folders = [] if beside is None else [beside]
    folders += [*map(Path, given), *user.library_folders]
    return LibraryShelf([LibraryFolder(folder.expanduser().absolute()) for folder in folders], later=of_packs)
