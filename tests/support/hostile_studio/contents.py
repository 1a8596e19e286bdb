"""Bytes of files that are not what they say, or grow when they are opened."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

__all__ = ["form", "linked_zip", "png", "streamed", "zip_bomb", "zipped"]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 4, height: int = 4, *, text: str = "", rows: bytes | None = None, after: bytes = b"") -> bytes:
    """A PNG. `text`: a comment in it. `rows`: its pixels, where they are not as the header says. `after`: what follows its end."""
    pixels = b"".join(b"\0" + b"\x80\x40\x20" * width for _ in range(height)) if rows is None else rows
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    comment = _chunk(b"tEXt", b"Comment\0" + text.encode()) if text else b""
    data = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + comment + _chunk(b"IDAT", zlib.compress(pixels, 9))
    return data + _chunk(b"IEND", b"") + after


def zipped(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def linked_zip(name: str, target: str, mode: int = 0o120777) -> bytes:
    """An archive whose one entry is a link, or another thing that is no file. `mode`: of the entry, as Unix says it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        entry = zipfile.ZipInfo(name)
        entry.create_system, entry.external_attr = 3, mode << 16
        archive.writestr(entry, target)
    return stream.getvalue()


def zip_bomb(name: str, size: int) -> bytes:
    """An archive with one file of zeros."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w") as out,
    ):
        for _ in range(size >> 20):
            out.write(bytes(1 << 20))
    return stream.getvalue()


def form(files: list[tuple[str, bytes]], *, boundary: str = "grenze", field: str = "file") -> bytes:
    """The body of a form with files. Names are written as they are."""
    parts = [
        b'--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: image/png\r\n\r\n%s\r\n'
        % (boundary.encode(), field.encode(), name.encode("utf-8", "surrogateescape"), data)
        for name, data in files
    ]
    return b"".join(parts) + f"--{boundary}--\r\n".encode()


def streamed(size: int, start: bytes = b"") -> Iterator[bytes]:
    """A long body in pieces: a beginning, then zeros."""
    yield start or b"\0"
    for _ in range(size >> 16):
        yield bytes(1 << 16)
