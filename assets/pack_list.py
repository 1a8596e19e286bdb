"""The list of folders that a user added to the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenewright.assets.packs import MANIFEST, named_folders, registered_folders
from scenewright.assets.places import data_folder
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError

__all__ = ["register", "unregister"]


def register(folder: Path, *, manifest: Path | None = None) -> None:
    """Add a folder as a pack to this user's catalogue; its files stay where they are.

    Raises:
        AssetError: the user's list cannot be read or written.
    """
    kept = [(f, m) for f, m in registered_folders() if f.resolve() != folder.resolve()]
    _write_list([*kept, (folder.resolve(), manifest)])


def unregister(which: Path | str) -> tuple[Path, Path]:
    """Remove a folder from the user's catalogue. Its files and its manifest stay, so that adding it again keeps all corrections.

    Args:
        which: the folder, or the name of its pack.

    Returns:
        The folder and its manifest.

    Raises:
        AssetError: no such folder was added, or the user's list cannot be read or written.
    """
    named = named_folders()
    found = [row for row in named if row[1].resolve() == Path(which).resolve()]
    found = found or [row for row in named if row[0] == str(which)]
    if not found:
        added = ", ".join(f"{name} ({folder})" for name, folder, _ in named)
        raise AssetError(
            f"{str(which)!r} is no folder that was added, nor the name of its pack. "
            + (f"Added: {added}" if added else "None was added")
        )
    _, folder, manifest = found[0]
    _write_list([row for row in registered_folders() if row[0] != folder])
    return folder, folder / MANIFEST if manifest is None else manifest


def _write_list(folders: Sequence[tuple[Path, Path | None]]) -> None:
    import tomlkit

    document = tomlkit.document()
    records = tomlkit.aot()
    for folder, manifest in folders:
        table = tomlkit.table()
        table["folder"] = str(folder)
        if manifest is not None:
            table["manifest"] = str(manifest.resolve())
        records.append(table)
    document["pack"] = records
    path = data_folder() / "packs.toml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise AssetError(f"{path} cannot be written: {error.strerror or error}") from error
