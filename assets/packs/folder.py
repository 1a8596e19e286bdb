"""A pack from a folder of the user: mesh files that a manifest describes, and object programs with a header.

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
from scenewright.assets.header import SUPPORTS, read_clearance
from scenewright.assets.orientation import AXES, upright_matrix
from scenewright.assets.packs.base import Pack, StoredFile
from scenewright.assets.packs.mesh_files import MESH_SUFFIXES, glb_of_file
from scenewright.assets.packs.programs import ProgramPack
from scenewright.assets.places import data_folder
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import inside_folder, read_plain

__all__ = [
    "MANIFEST",
    "MANIFEST_SCHEMA",
    "FolderPack",
    "named_folders",
    "packs_stamp",
    "read_manifest",
    "registered_folders",
    "user_packs",
]

MANIFEST = "scenewright-pack.toml"
MANIFEST_SCHEMA = 1
_MOST_MANIFEST_BYTES = 4 << 20
_MOST_MANIFEST_VALUES = 200_000
_LARGEST_SIZE = 1e6
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
        self.name = name or _text(self._data, "name", folder.name)
        self.problems: list[str] = []
        self._programs = ProgramPack(self.name, folder, geometry)
        self._meshes: dict[str, _Mesh] = {}
        self._entries: list[CatalogueEntry] | None = None

    def entries(self) -> Sequence[CatalogueEntry]:
        """All objects that the manifest does not skip. Objects that cannot be used are named in `problems`."""
        if self._entries is None:
            found = []
            for position, record in enumerate(_records(self._data, "asset", self.manifest)):
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
        try:
            path = inside_folder(self.folder / file, self.folder, "the file")
        except ProjectError:
            raise AssetError(f"{file[:200]!r} is no file of the folder") from None
        if not os.path.isfile(path):  # also false for what is no name of a file
            raise AssetError(f"{file[:200]!r} is no file of the folder")
        if Path(file).suffix.lower() not in MESH_SUFFIXES:
            raise AssetError(f"{file[:200]!r} is no mesh: {', '.join(MESH_SUFFIXES)}")
        size = record.get("size")
        if (
            not isinstance(size, list)
            or len(size) != 3
            or not all(isinstance(v, int | float) and 0 < v <= _LARGEST_SIZE for v in size)
        ):
            raise AssetError(f"{file}: size = [width, height, depth] in metres")
        up, front = _text(record, "up", "+y"), _text(record, "front", "+z")
        if up not in AXES or front not in AXES or AXES[up][0] == AXES[front][0]:
            raise AssetError(f"{file}: up and front are two different axes of {', '.join(AXES)}")
        support = _text(record, "support", "floor")
        if support not in SUPPORTS:
            raise AssetError(f"{file}: support is one of {', '.join(SUPPORTS)}")
        try:
            clearance = read_clearance(record.get("clearance", {}))
        except AssetError as error:
            raise AssetError(f"{file}: {error}") from error
        key = f"{self.name}/{Path(file).with_suffix('').as_posix()}"
        if key in self._meshes:  # chair.glb and chair.obj
            key = f"{self.name}/{Path(file).as_posix()}"
        self._meshes[key] = _Mesh(path, up, front)
        return CatalogueEntry(
            key=key,
            word=word.strip().lower(),
            synonyms=tuple(s.strip().lower() for s in _texts(record, "synonyms")),
            phrase=_text(record, "phrase", word),
            category=_text(record, "category", "miscellaneous"),
            support=support,
            size=(float(size[0]), float(size[1]), float(size[2])),
            pack=self.name,
            clearance=clearance,
            licence=_text(record, "licence", ""),
            author=_text(record, "author", ""),
            source=_text(record, "source", f"{self.name}/{file}"),
            title=_text(record, "title", word),
            up_confidence=_share(record, "up_confidence"),
            front_confidence=_share(record, "front_confidence"),
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
        return StoredFile(glb_of_file(mesh.path, self.folder), "glb", upright_matrix(mesh.up, mesh.front))


def _records(data: Mapping[str, Any], key: str, where: Path) -> list[Mapping[str, Any]]:
    """The tables of a list of tables; empty if there is none.

    Raises:
        AssetError: it is no list of tables.
    """
    records = data.get(key, [])
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise AssetError(f"{where}: '{key}' is a list of tables, [[{key}]]: correct the file")
    return records


def _text(record: Mapping[str, Any], key: str, default: str) -> str:
    value = record.get(key) or default
    if not isinstance(value, str):
        raise AssetError(f"'{key}' is a text")
    return value


def _texts(record: Mapping[str, Any], key: str) -> list[str]:
    values = record.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise AssetError(f"'{key}' is a list of texts")
    return values


def _share(record: Mapping[str, Any], key: str) -> float:
    value = record.get(key, 1.0)
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise AssetError(f"'{key}' is a number from 0 to 1")
    return float(value)


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
        for p in _records(data, "pack", data_folder() / "packs.toml")
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
            name = _text(read_manifest(folder / MANIFEST if manifest is None else manifest), "name", folder.name)
        except AssetError:  # the pack tells of it
            name = folder.name
        free = next(n for n in (name, *(f"{name}-{k}" for k in range(2, len(taken) + 3))) if n not in taken)
        taken.add(free)
        out.append((free, folder, manifest))
    return out


class _BrokenPack:
    """An empty pack in place of a folder that cannot be read."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        self.problems = [problem]

    def entries(self) -> Sequence[CatalogueEntry]:
        return ()

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        raise AssetError(self.problems[0])
