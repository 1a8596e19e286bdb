"""A pack from a folder of the user: GLB files that a manifest describes, and object programs with a header.

The manifest is ``scenewright-pack.toml``, written by ``scenewright assets add DIR`` and meant to be corrected by hand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.geometry import GeometryStore
from scenewright.assets.header import SUPPORTS, read_clearance
from scenewright.assets.orientation import AXES, upright_matrix
from scenewright.assets.packs.base import Pack, StoredFile
from scenewright.assets.packs.programs import ProgramPack
from scenewright.assets.places import data_folder
from scenewright.scene.asset_provider import AssetError

__all__ = ["MANIFEST", "MANIFEST_SCHEMA", "FolderPack", "read_manifest", "registered_folders", "user_packs"]

MANIFEST = "scenewright-pack.toml"
MANIFEST_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class _Mesh:
    path: Path
    up: str
    front: str


class FolderPack:
    """The objects of one folder."""

    def __init__(self, folder: Path, geometry: Callable[[], GeometryStore], *, manifest: Path | None = None) -> None:
        """
        Args:
            folder: that holds the files.
            geometry: gives the store that measures programs.
            manifest: the manifest's path, if it is not in the folder.

        Raises:
            AssetError: the manifest cannot be read.
        """
        self.folder = folder
        self.manifest = manifest if manifest is not None else folder / MANIFEST
        self._data = read_manifest(self.manifest)
        self.name = str(self._data.get("name") or folder.name)
        self.problems: list[str] = []
        self._programs = ProgramPack(self.name, folder, geometry)
        self._meshes: dict[str, _Mesh] = {}
        self._entries: list[CatalogueEntry] | None = None

    def entries(self) -> Sequence[CatalogueEntry]:
        """All objects that the manifest does not skip. Objects that cannot be used are named in `problems`."""
        if self._entries is None:
            found = []
            for position, record in enumerate(self._data.get("asset", [])):
                try:
                    entry = self._entry(record)
                except AssetError as error:
                    self.problems.append(f"{self.manifest}: asset {position + 1}: {error}")
                    continue
                if entry is not None:
                    found.append(entry)
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
        path = (self.folder / file).resolve()
        if not path.is_relative_to(self.folder.resolve()) or not path.is_file():
            raise AssetError(f"{file!r} is no file of the folder")
        size = record.get("size")
        if not isinstance(size, list) or len(size) != 3 or not all(isinstance(v, int | float) and v > 0 for v in size):
            raise AssetError(f"{file}: size = [width, height, depth] in metres")
        up, front = record.get("up", "+y"), record.get("front", "+z")
        if up not in AXES or front not in AXES or AXES[up][0] == AXES[front][0]:
            raise AssetError(f"{file}: up and front are two different axes of {', '.join(AXES)}")
        support = record.get("support", "floor")
        if support not in SUPPORTS:
            raise AssetError(f"{file}: support is one of {', '.join(SUPPORTS)}")
        try:
            clearance = read_clearance(record.get("clearance", {}))
        except AssetError as error:
            raise AssetError(f"{file}: {error}") from error
        key = f"{self.name}/{Path(file).with_suffix('').as_posix()}"
        self._meshes[key] = _Mesh(path, up, front)
        return CatalogueEntry(
            key=key,
            word=word.strip().lower(),
            synonyms=tuple(str(s).strip().lower() for s in record.get("synonyms", [])),
            phrase=str(record.get("phrase") or word),
            category=str(record.get("category", "miscellaneous")),
            support=support,
            size=(float(size[0]), float(size[1]), float(size[2])),
            pack=self.name,
            clearance=clearance,
            licence=str(record.get("licence", "")),
            author=str(record.get("author", "")),
            source=str(record.get("source") or f"{self.name}/{file}"),
            title=str(record.get("title") or word),
            up_confidence=float(record.get("up_confidence", 1.0)),
            front_confidence=float(record.get("front_confidence", 1.0)),
        )

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        """The object's file from the folder.

        Raises:
            AssetError: the file is missing.
        """
        self.entries()
        mesh = self._meshes.get(entry.key)
        if mesh is None:
            return self._programs.store(entry, arguments)
        try:
            return StoredFile(mesh.path.read_bytes(), "glb", upright_matrix(mesh.up, mesh.front))
        except OSError as error:
            raise AssetError(f"{mesh.path} cannot be read: {error.strerror or error}") from error


def read_manifest(manifest: Path) -> Mapping[str, Any]:
    """A manifest, or the user's list of packs, as parsed TOML; empty if there is none.

    Raises:
        AssetError: it cannot be read, or is of a newer version.
    """
    try:
        data = tomllib.loads(manifest.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AssetError(f"{manifest} cannot be read: {error}") from error
    if data.get("schema", MANIFEST_SCHEMA) != MANIFEST_SCHEMA:
        raise AssetError(f"{manifest} has schema {data['schema']!r}; this version reads {MANIFEST_SCHEMA}")
    return data


def registered_folders() -> list[tuple[Path, Path | None]]:
    """The folders that the user added, each with the path of its manifest, or None if that is in the folder.

    Raises:
        AssetError: the list cannot be read.
    """
    data = read_manifest(data_folder() / "packs.toml")
    return [
        (Path(str(p["folder"])), Path(str(p["manifest"])) if "manifest" in p else None)
        for p in data.get("pack", [])
        if "folder" in p
    ]


def user_packs(geometry: Callable[[], GeometryStore]) -> list[Pack]:
    """A pack for each folder that the user added. A missing or broken folder is an empty pack with an entry in `problems`."""
    packs: list[Pack] = []
    for folder, manifest in registered_folders():
        try:
            if not folder.is_dir():
                raise AssetError(f"the folder {folder} is gone: scenewright assets remove {folder}")
            packs.append(FolderPack(folder, geometry, manifest=manifest))
        except AssetError as error:
            packs.append(_BrokenPack(folder.name, str(error)))
    return packs


class _BrokenPack:
    """An empty pack in place of a folder that cannot be read."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        self.problems = [problem]

    def entries(self) -> Sequence[CatalogueEntry]:
        return ()

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        raise AssetError(self.problems[0])
