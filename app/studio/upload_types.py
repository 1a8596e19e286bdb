"""What may be uploaded: plain relative names, and contents that are what their names say."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from scenewright.scene.errors import ProjectError
from scenewright.scene.pictures import picture_format

__all__ = ["UploadRefused", "checked_file", "new_file", "relative_path"]


class UploadRefused(ProjectError):
    """An upload is not taken. `kind` 'too-large': of its size."""


_PART = re.compile(r"[\w(][\w .()+,@=~#&'\[\]-]{0,99}\Z")
_MOST_PART_BYTES = 200
"""File systems count bytes, and take 255."""
_DEEPEST = 8
_START = 64

_PICTURES = (".png", ".jpg", ".jpeg", ".webp")
_VIDEOS = (".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi")
_SPLATS = (".ply", ".spz", ".splat", ".ksplat", ".sog", ".glb")
_MESHES = (".glb", ".gltf", ".obj", ".mtl", ".stl", ".ply", ".bin", ".py", ".sh3f", ".toml", ".txt", ".md")
_ALONE = {
    "scene": (".py", ".md", ".zip"),
    "capture": (*_VIDEOS, ".zip", ".json"),
    "splat": _SPLATS,
    "picture": _PICTURES,
    "asset": (*_MESHES, ".zip"),
}
_TOGETHER = {
    "scene": None,  # a scene folder is looked at by the worker that opens it
    "capture": (*_PICTURES, *_VIDEOS, ".heic", ".heif", ".json", ".txt", ".bin", ".ply", ".csv", ".md"),
    "asset": (*_MESHES, *_PICTURES),
}
_NEVER = (
    ".html",
    ".htm",
    ".xhtml",
    ".svg",
    ".xml",
    ".js",
    ".mjs",
    ".exe",
    ".dll",
    ".so",
    ".sh",
    ".bat",
    ".pkl",
    ".pt",
    ".pth",
)


def relative_path(name: str) -> Path:
    """The place of a file in its upload, from what the browser calls it.

    Raises:
        UploadRefused: it is no plain relative name.
    """
    plain = unicodedata.normalize("NFC", name)
    parts = PurePosixPath(plain).parts
    fits = plain and "\\" not in plain and not plain.startswith("/") and 1 <= len(parts) <= _DEEPEST
    if not fits or not all(map(_plain_part, parts)):
        raise UploadRefused(
            f"{name[:80]!r} cannot be the name of an uploaded file: use letters, digits and spaces, at most {_DEEPEST} folders deep"
        )
    return Path(*parts)


def _plain_part(part: str) -> bool:
    short = len(part.encode("utf-8", "replace")) <= _MOST_PART_BYTES
    return short and bool(_PART.match(part)) and not part.endswith((".", " "))


def new_file(path: Path, name: str) -> BinaryIO:
    """A file of an upload, with its folders, open to be written. `name`: for people.

    Raises:
        UploadRefused: a file or a folder of this name is there already.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        raise UploadRefused(f"{name[:80]!r} is there twice, or is both a file and a folder") from None


def checked_file(kind: str, file: Path, *, alone: bool) -> None:
    """Hold the content of a file against its name.

    Raises:
        UploadRefused: it is something else, or of no use for this kind of upload.
    """
    ending = file.suffix.lower()
    allowed = _ALONE[kind] if alone else _TOGETHER.get(kind)
    if kind == "scene" and not alone:
        if ending in _NEVER:
            raise UploadRefused(f"{file.name!r} is no file of a scene folder: leave it out")
        return
    allowed = (*(allowed or ()), *(_TOGETHER.get(kind) or ())) if alone else allowed
    if allowed is None or ending not in allowed:
        raise UploadRefused(
            f"{file.name!r} cannot be uploaded as a {kind}: {', '.join(sorted(set(allowed or ())))} can",
            kind="argument",
        )
    with file.open("rb") as stream:
        start = stream.read(_START)
    if not _fits(ending, start, file):
        raise UploadRefused(f"the content of {file.name!r} is not what its ending says")


def _fits(ending: str, start: bytes, file: Path) -> bool:
    if ending in (*_PICTURES, ".heic", ".heif"):
        wanted = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}.get(ending, "HEIF")
        return (picture_format(start) or "").upper() == wanted
    magic = {
        ".zip": b"PK", ".sog": b"PK", ".sh3f": b"PK", ".ply": b"ply", ".glb": b"glTF", ".avi": b"RIFF",
        ".mkv": b"\x1a\x45\xdf\xa3", ".webm": b"\x1a\x45\xdf\xa3",
    }.get(ending)  # fmt: skip
    if magic is not None:
        return start.startswith(magic)
    if ending in (".mp4", ".mov", ".m4v"):
        return start[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
    if ending == ".spz":
        return start.startswith((b"\x1f\x8b", b"NGSP"))
    if ending == ".splat":
        size = file.stat().st_size
        return size > 0 and size % 32 == 0
    if ending in (".py", ".md", ".txt", ".json", ".toml", ".csv", ".mtl", ".obj", ".gltf"):
        return b"\0" not in start
    return True
