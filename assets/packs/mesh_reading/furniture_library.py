"""Sweet Home 3D libraries: the list of pieces, and single pieces as GLB."""

from __future__ import annotations

import io
import json
import posixpath
import re
import stat
import zipfile
from pathlib import Path
from typing import Any

import trimesh

from .glb import checked
from .plain_materials import write_glb
from .refusal import MeshRefused, clean

__all__ = ["convert", "list_library", "properties"]

MAX_MEMBER = 128 << 20
MAX_MEMBERS = 20_000


def _open_library(source: Path) -> zipfile.ZipFile:
    try:
        library = zipfile.ZipFile(source)
    except zipfile.BadZipFile as error:
        raise MeshRefused(f"it is no Sweet Home 3D library: {error}") from error
    if len(library.infolist()) > MAX_MEMBERS:
        raise MeshRefused(f"it has {len(library.infolist()):,} members; the limit is {MAX_MEMBERS:,}")
    names = set()
    for member in library.infolist():
        kind = stat.S_IFMT(member.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise MeshRefused(f"its member {clean(member.filename)!r} is a link or a device, and no file")
        if member.filename in names:
            raise MeshRefused(f"it has two members named {clean(member.filename)!r}")
        names.add(member.filename)
    return library


def _member(library: zipfile.ZipFile, name: str, limit: int = MAX_MEMBER) -> bytes:
    """The bytes of a member of the archive, bounded regardless of its header."""
    with library.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise MeshRefused(f"its member {name!r} has more than {limit:,} bytes unpacked")
    return data


def _inside(name: str) -> str:
    """The normalised name of a member: relative, and inside of the archive."""
    path = posixpath.normpath(name.replace("\\", "/").lstrip("/"))
    if path.startswith("..") or ":" in path:
        raise MeshRefused(f"its catalogue names {name!r}, outside the library")
    return path


_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


def properties(data: bytes) -> dict[str, str]:
    """A Java properties file (java.util.Properties.load): ISO 8859-1, escapes, continued lines."""
    text = re.sub(r"\\\r?\n[ \t\f]*", "", data.decode("iso-8859-1"))
    out: dict[str, str] = {}

    def plain(part: str) -> str:
        return _ESCAPE.sub(
            lambda m: chr(int(m[1][1:], 16)) if len(m[1]) == 5 else _ESCAPED.get(m[1], m[1]), part
        ).strip()

    for line in text.splitlines():
        stripped = line.lstrip(" \t\f")
        if not stripped or stripped[0] in "#!":
            continue
        found = re.match(r"((?:\\.|[^\\=: \t])+)[ \t]*[=: \t]?[ \t]*(.*)", stripped)
        if found:
            out[plain(found[1])] = plain(found[2])
    return out


def list_library(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """All pieces of furniture with their properties, and the metadata of the library."""
    library = _open_library(source)
    names = set(library.namelist())
    if "PluginFurnitureCatalog.properties" not in names:
        raise MeshRefused("it is no Sweet Home 3D library: it has no PluginFurnitureCatalog.properties")
    table = properties(_member(library, "PluginFurnitureCatalog.properties", 32 << 20))
    pieces: list[dict[str, Any]] = []
    problems: list[str] = []
    number = 1
    while f"id#{number}" in table or f"name#{number}" in table:
        piece = {k.partition("#")[0]: v for k, v in table.items() if k.endswith(f"#{number}")}
        number += 1
        try:
            piece["model"] = _inside(piece.get("model", ""))
            if piece["model"] not in names:
                raise MeshRefused(f"its model {piece['model']!r} is not in the library")
            piece["licence_file"] = _licence_beside(library, names, piece["model"])
            pieces.append(piece)
        except MeshRefused as error:
            problems.append(f"{piece.get('id', number - 1)}: {error}")
    about = {k: v for k, v in table.items() if "#" not in k}
    licence = next((n for n in ("LICENSE.TXT", "LICENSE.txt") if n in names), None)
    about["licence_text"] = _member(library, licence, 1 << 20).decode("iso-8859-1")[:4000] if licence else ""
    target.write_text(json.dumps({"about": about, "pieces": pieces, "problems": problems}), encoding="utf-8")
    return {"pieces": len(pieces)}


def _licence_beside(library: zipfile.ZipFile, names: set[str], model: str) -> str:
    folder = posixpath.dirname(model)
    found = sorted(n for n in names if posixpath.dirname(n) == folder and re.search(r"licen[cs]e.*\.txt$", n, re.I))
    return _member(library, found[0], 1 << 20).decode("utf-8", "replace")[:2000] if found else ""


def convert(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """One piece as a GLB in the library's own units and frame: colours made linear, textures kept."""
    library = _open_library(source)
    model = _inside(str(options["model"]))
    folder = posixpath.dirname(model)
    archive: dict[str, Any] = {}
    total = 0
    for info in library.infolist():
        if posixpath.dirname(info.filename) == folder and not info.is_dir():
            data = _member(library, info.filename)
            total += len(data)
            if total > 2 * MAX_MEMBER:
                raise MeshRefused(f"the files of {model!r} have more than {2 * MAX_MEMBER:,} bytes unpacked")
            archive[posixpath.basename(info.filename)] = io.BytesIO(data)
    name = posixpath.basename(model)
    if not name.lower().endswith(".obj"):
        raise MeshRefused(f"the model {model!r} is no OBJ file")
    loaded = trimesh.load_scene(
        archive[name],
        file_type="obj",
        resolver=trimesh.resolvers.ZipResolver(archive),
        split_object=False,
        group_material=True,
    )
    return write_glb(checked(loaded), target, copyright_line=str(options.get("copyright", "")))
