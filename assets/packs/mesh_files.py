"""Mesh files of a user's folder: what they hold, and their GLB. OBJ, glTF, PLY and STL are converted in a child.

An OBJ names its materials, those name pictures, and a glTF names its buffers. They are looked for in the folder of the pack only, and
their names are never used as paths by the child.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from scenewright.assets.packs.mesh_child import (
    MOST_FILE_BYTES,
    convert_bundle,
    inspect_bundle,
    inspect_mesh,
    kept_arrays,
)
from scenewright.assets.places import cache_folder
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import inside_folder, read_plain, refused_as

__all__ = ["MESH_SUFFIXES", "OTHER_SUFFIXES", "asked_with_files", "glb_of_file", "inspect_file"]

MESH_SUFFIXES = (".glb", ".gltf", ".obj", ".ply", ".stl")
"""Of files that can be objects of a pack."""
OTHER_SUFFIXES = (
    ".3ds",
    ".blend",
    ".dae",
    ".fbx",
    ".max",
    ".off",
    ".step",
    ".stp",
    ".usd",
    ".usda",
    ".usdc",
    ".usdz",
    ".wrl",
    ".x3d",
)
"""Of files with 3D objects that are not read."""
_MOST_BUNDLE = 480 << 20
"""Bytes of a mesh with all files that it names; the child reads an archive of at most 512 MiB."""
_MOST_FILES = 500
_ROUNDS = 5
_MOST_RECORD = 1 << 20
_RECORD_VERSION = 1
_MAP_OPTIONS = re.compile(r"^(?:-[A-Za-z]+\s+(?:(?:[-+.\d][-+.\deE]*|on|off)\s+)*)+")
"""Options before the name of a picture in an MTL: ``-s 1 1 1 -bm 0.2 wood.png``."""

A = TypeVar("A")


class _Files:
    """The files of one mesh that were found in the pack's folder, by the names that the mesh calls them. `lacks`: some were not found."""

    def __init__(self, path: Path, root: Path) -> None:
        self.path, self.root = path, root
        self.lacks = False
        self.found: dict[str, Path] = {path.name: path}
        self.data: dict[str, bytes] = {path.name: self._read(path, _MOST_BUNDLE)}
        beside = path.with_suffix(".mtl")
        if path.suffix.lower() == ".obj" and beside.is_file():
            self._add(beside.name, beside)

    def look_for(self, names: list[str]) -> bool:
        """Look for files by name; returns whether any was found that was not known."""
        known = len(self.found)
        for name in names:
            if name in self.found or len(self.found) >= _MOST_FILES:
                continue
            for candidate in self._candidates(name):
                try:
                    place = inside_folder(candidate, self.root, "the file")
                    if place.is_file():
                        self._add(name, place)
                        break
                except (ProjectError, OSError, ValueError):
                    continue  # no name of a file, or one that is not read: as if it were not there
        return len(self.found) > known

    def _candidates(self, name: str) -> Iterator[Path]:
        here = self.path.parent
        for said in dict.fromkeys((name, _MAP_OPTIONS.sub("", name))):
            plain = said.replace("\\", "/")
            yield here / plain.lstrip("/")
            yield here / plain.rpartition("/")[2]  # the maker's own path: the file may lie beside
            yield here / "textures" / plain.rpartition("/")[2]

    def _add(self, name: str, path: Path) -> None:
        left = _MOST_BUNDLE - sum(map(len, self.data.values()))
        self.data[name] = self._read(path, left)
        self.found[name] = path

    def _read(self, path: Path, most: int) -> bytes:
        with refused_as(AssetError):
            return read_plain(path, most, "the mesh", root=self.root)

    def write(self, bundle: Path) -> None:
        """Write the archive that the child reads."""
        with zipfile.ZipFile(bundle, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("names.json", json.dumps(list(self.data)))
            for number, data in enumerate(self.data.values()):
                archive.writestr(str(number), data)


def asked_with_files(path: Path, root: Path, ask: Callable[[Path, bool], A | list[str]]) -> A:
    """The answer about a mesh once the child has all of its files that are there.

    Args:
        path: the mesh; the files that it names are looked for in the folder `root` alone.
        ask: gives the answer for a bundle, or the names of the files that it lacks; the second argument says that no more can be found.

    Raises:
        AssetError: a file cannot be read, or `ask` raises it.
    """
    return _asked(path, root, ask)[0]


def _asked(path: Path, root: Path, ask: Callable[[Path, bool], A | list[str]]) -> tuple[A, _Files]:
    """The child's answer about a mesh once it has all of its files that are there, and these files."""
    files = _Files(path, root)
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        bundle = Path(folder) / "mesh.zip"
        final = False
        for turn in range(_ROUNDS):
            files.write(bundle)
            answer = ask(bundle, final or turn == _ROUNDS - 1)
            if not isinstance(answer, list):
                return answer, files
            final = not files.look_for(answer)
            files.lacks = final
    raise AssetError(f"{path.name}: the process that reads it asks for files without end")


def inspect_file(path: Path, root: Path) -> dict[str, Any]:
    """The facts about a mesh file, see :func:`scenewright.assets.packs.mesh_reading.facts.inspect`, and its `format`: 'glb', 'obj' ...

    Args:
        path: a file with one of :data:`MESH_SUFFIXES`.
        root: the folder of the pack; no file outside is read.

    Raises:
        AssetError: it cannot be read, has no triangles, or exceeds the limits.
    """
    kind = path.suffix.lower()
    if kind == ".glb":
        return {**inspect_mesh(path), "format": "glb"}

    def ask(bundle: Path, final: bool) -> dict[str, Any] | list[str]:
        return inspect_bundle(bundle, path.name, final=final)

    return {**_asked(path, root, ask)[0], "format": kind[1:]}


def glb_of_file(path: Path, root: Path) -> bytes:
    """A mesh file as GLB in its own units and frame. A conversion is kept in the cache until one of its files changes.

    Raises:
        AssetError: it cannot be read, has no triangles, or exceeds the limits.
    """
    if path.suffix.lower() == ".glb":
        with refused_as(AssetError):
            return read_plain(path, MOST_FILE_BYTES, "the mesh", root=root)
    folder = cache_folder() / "converted"
    record = folder / f"{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:32]}.json"
    kept = _kept(record, folder, root)
    if kept is not None:
        return kept

    def ask(bundle: Path, final: bool) -> tuple[bytes, bytes] | list[str]:
        return convert_bundle(bundle, path.name, final=final)

    (data, arrays), files = _asked(path, root, ask)
    digest = hashlib.sha256(data).hexdigest()
    places = list(files.found.values())
    if files.lacks:  # a folder's time changes when a file is put there
        places += [place for place in (path.parent, path.parent / "textures") if place.is_dir()]
    stamps = {str(place): _stamp(place) for place in places}
    told = json.dumps({"version": _RECORD_VERSION, "glb": digest, "files": stamps})
    for target, content in (
        (kept_arrays(cache_folder(), digest), arrays),
        (folder / f"{digest}.glb", data),
        (record, told.encode()),
    ):
        target.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(target, content, durable=False)
    return data


def _kept(record: Path, folder: Path, root: Path) -> bytes | None:
    """The kept conversion; None where there is none, or it is of other files."""
    try:
        told = parse_json(read_plain(record, _MOST_RECORD, "the record"))
        files = told["files"]
        if told["version"] != _RECORD_VERSION or not re.fullmatch("[0-9a-f]{64}", told["glb"]):
            return None
        if any(_stamp(inside_folder(Path(place), root, "the file")) != stamp for place, stamp in files.items()):
            return None
        data = read_plain(folder / f"{told['glb']}.glb", MOST_FILE_BYTES, "the mesh")
    except (ProjectError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # missing or damaged: converted anew
    return data if hashlib.sha256(data).hexdigest() == told["glb"] else None


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size}:{status.st_mtime_ns}"
