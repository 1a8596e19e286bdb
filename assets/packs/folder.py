"""A pack from a folder of the user: mesh files and libraries that a manifest describes, and object programs with a header.

The manifest is a TOML file that ``scenewright assets add DIR`` writes, meant to be corrected by hand: in the user's data folder, or as
``scenewright-pack.toml`` in the folder itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.geometry import GeometryStore
from scenewright.assets.orientation import AXES, upright_matrix
from scenewright.assets.packs.base import Pack, StoredFile
from scenewright.assets.packs.libraries import LibraryEntities, library_files
from scenewright.assets.packs.manifest_values import object_values, read_records, read_share, read_text
from scenewright.assets.packs.mesh_files import MESH_SUFFIXES, glb_of_file
from scenewright.assets.packs.programs import ProgramPack
from scenewright.assets.places import data_folder
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import ProjectError
from scenewright.scene.language.running import LibraryFolder
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import inside_folder, read_plain

__all__ = [
    "MANIFEST",
    "MANIFEST_SCHEMA",
    "FolderPack",
    "named_folders",
    "pack_libraries",
    "packs_stamp",
    "read_manifest",
    "registered_folders",
    "user_packs",
]

MANIFEST = "scenewright-pack.toml"
MANIFEST_SCHEMA = 1
_MOST_MANIFEST_BYTES = 4 << 20
_MOST_MANIFEST_VALUES = 200_000
_RESERVED = ("scenewright", "sweethome3d")


@dataclass(frozen=True, slots=True)
class _Mesh:
    path: Path
    up: str
    front: str


class FolderPack:
    """The objects of one folder."""

    def __init__(
        self,
        folder: Path,
        geometry: Callable[[], GeometryStore],
        *,
        manifest: Path | None = None,
        name: str | None = None,
    ) -> None:
        """
        Args:
            folder: that holds the files.
            geometry: gives the store that measures programs.
            manifest: the manifest's path, if it is not in the folder.
            name: of the pack; None: that in the manifest, else that of the folder.

        Raises:
            AssetError: the manifest cannot be read.
        """
        self.folder = folder
        self.manifest = manifest if manifest is not None else folder / MANIFEST
        self._data = read_manifest(self.manifest)
        self.name = name or read_text(self._data, "name", folder.name)
        self.problems: list[str] = []
        self._programs = ProgramPack(self.name, folder, geometry)
        self._libraries = LibraryEntities(self.name, folder, self.manifest, self._data)
        self._meshes: dict[str, _Mesh] = {}
        self._entries: list[CatalogueEntry] | None = None

    def entries(self) -> Sequence[CatalogueEntry]:
        """All objects that the manifest does not skip. Objects that cannot be used are named in `problems`."""
        if self._entries is None:
            found = []
            for position, record in enumerate(read_records(self._data, "asset", self.manifest)):
                try:
                    entry = self._entry(record)
                except AssetError as error:
                    self.problems.append(f"{self.manifest}: asset {position + 1}: {error}")
                    continue
                if entry is not None:
                    found.append(entry)
            found += self._libraries.entries(self.problems)
            found += self._programs.entries()
            self.problems += self._programs.problems
            self._entries = found
        return self._entries

    def _entry(self, record: Mapping[str, Any]) -> CatalogueEntry | None:
        if record.get("skip"):
            return None
        word, file = record.get("word"), record.get("file")
        if not isinstance(word, str) or not word.strip() or not isinstance(file, str):
            raise AssetError('it needs file = "..." and word = "..."')
        try:
            path = inside_folder(self.folder / file, self.folder, "the file")
        except ProjectError:
            raise AssetError(f"{file[:200]!r} is no file of the folder") from None
        if not os.path.isfile(path):  # also false for what is no name of a file
            raise AssetError(f"{file[:200]!r} is no file of the folder")
        if Path(file).suffix.lower() not in MESH_SUFFIXES:
            raise AssetError(f"{file[:200]!r} is no mesh: {', '.join(MESH_SUFFIXES)}")
        up, front = read_text(record, "up", "+y"), read_text(record, "front", "+z")
        if up not in AXES or front not in AXES or AXES[up][0] == AXES[front][0]:
            raise AssetError(f"{file}: up and front are two different axes of {', '.join(AXES)}")
        try:
            values = object_values({"source": f"{self.name}/{file}", **record}, word)
        except AssetError as error:
            raise AssetError(f"{file}: {error}") from error
        key = f"{self.name}/{Path(file).with_suffix('').as_posix()}"
        if key in self._meshes:  # chair.glb and chair.obj
            key = f"{self.name}/{Path(file).as_posix()}"
        self._meshes[key] = _Mesh(path, up, front)
        return CatalogueEntry(
            key=key,
            pack=self.name,
            **values,
            up_confidence=read_share(record, "up_confidence"),
            front_confidence=read_share(record, "front_confidence"),
        )

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        """The object's file from the folder.

        Raises:
            AssetError: the file is missing.
        """
        self.entries()
        if entry.key in self._libraries:
            return self._libraries.store(entry)
        mesh = self._meshes.get(entry.key)
        if mesh is None:
            return self._programs.store(entry, arguments)
        return StoredFile(glb_of_file(mesh.path, self.folder), "glb", upright_matrix(mesh.up, mesh.front))


def read_manifest(manifest: Path) -> Mapping[str, Any]:
    """A manifest, or the user's list of packs, as parsed TOML; empty if there is none.

    Raises:
        AssetError: it cannot be read, or is of a newer version.
    """
    try:
        data = parse_toml(read_plain(manifest, _MOST_MANIFEST_BYTES, "the manifest"), most=_MOST_MANIFEST_VALUES)
    except ProjectError as error:
        if error.kind == "missing":
            return {}
        raise AssetError(error.message) from error
    except ValueError as error:
        raise AssetError(f"{manifest} cannot be read: {error}") from error
    if data.get("schema", MANIFEST_SCHEMA) != MANIFEST_SCHEMA:
        raise AssetError(f"{manifest} has schema {data['schema']!r}; this version reads {MANIFEST_SCHEMA}")
    return data


def packs_stamp() -> tuple[tuple[str, int], ...]:
    """Changes when the user's list of packs or a manifest of a listed pack does.

    Raises:
        AssetError: the list cannot be read.
    """
    listing = data_folder() / "packs.toml"
    if not listing.is_file():
        return ()
    manifests = [folder / MANIFEST if manifest is None else manifest for folder, manifest in registered_folders()]
    return tuple((str(path), path.stat().st_mtime_ns if path.is_file() else 0) for path in (listing, *manifests))


def registered_folders() -> list[tuple[Path, Path | None]]:
    """The folders that the user added, each with the path of its manifest, or None if that is in the folder.

    Raises:
        AssetError: the list cannot be read.
    """
    data = read_manifest(data_folder() / "packs.toml")
    return [
        (Path(str(p["folder"])), Path(str(p["manifest"])) if "manifest" in p else None)
        for p in read_records(data, "pack", data_folder() / "packs.toml")
        if "folder" in p
    ]


def user_packs(geometry: Callable[[], GeometryStore]) -> list[Pack]:
    """A pack for each folder that the user added. A missing or broken folder is an empty pack with an entry in `problems`."""
    packs: list[Pack] = []
    for name, folder, manifest in named_folders():
        try:
            if not folder.is_dir():
                raise AssetError(f"the folder {folder} is gone: scenewright assets remove {folder}")
            packs.append(FolderPack(folder, geometry, manifest=manifest, name=name))
        except AssetError as error:
            packs.append(_BrokenPack(name, str(error)))
    return packs


def named_folders() -> list[tuple[str, Path, Path | None]]:
    """The :func:`registered_folders`, each with the name of its pack before it. Names are unique: keys of objects begin with them.

    Raises:
        AssetError: the list cannot be read.
    """
    taken = set(_RESERVED)
    out = []
    for folder, manifest in registered_folders():
        try:
            name = read_text(read_manifest(folder / MANIFEST if manifest is None else manifest), "name", folder.name)
        except AssetError:  # the pack tells of it
            name = folder.name
        free = next(n for n in (name, *(f"{name}-{k}" for k in range(2, len(taken) + 3))) if n not in taken)
        taken.add(free)
        out.append((free, folder, manifest))
    return out


def pack_libraries() -> list[LibraryFolder]:
    """The libraries of the packs that the user added, in the order of the packs. A pack that is gone or broken has none; the catalogue
    tells of it.

    Raises:
        AssetError: the list of packs cannot be read.
    """
    folders = []
    for folder, manifest in registered_folders():
        path = folder / MANIFEST if manifest is None else manifest
        try:
            files = library_files(read_manifest(path), path)
        except AssetError:
            continue
        if files:
            folders.append(LibraryFolder(folder, files))
    return folders


class _BrokenPack:
    """An empty pack in place of a folder that cannot be read."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        self.problems = [problem]

    def entries(self) -> Sequence[CatalogueEntry]:
        return ()

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        raise AssetError(self.problems[0])
