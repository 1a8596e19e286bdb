"""Unpacks compressed streams with a limit: never more than the file's own header states."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from pathlib import Path

import zstandard

from .columns import Refused, clean

__all__ = ["GZIP", "gunzipped", "open_zip", "plain_bytes", "possible_deflate", "unzstd", "zip_entry"]

GZIP = b"\x1f\x8b"

_STEP = 1 << 20
_MOST_ENTRIES = 10_000
_DEFLATE_RATIO = 1032
"""Largest expansion factor of a deflate stream (zlib's technical notes)."""


def gunzipped(data: bytes, limit: int, what: str, *, first: int | None = None) -> bytes:
    """Unpack all members of a gzip stream, at most `limit` bytes. Other data after the members are ignored.

    Args:
        what: the name of the stream in messages.
        first: stop after so many bytes.

    Raises:
        Refused: the stream is damaged, cut off, or longer than `limit`.
    """
    most = limit if first is None else first
    out, pending = bytearray(), data
    while pending[:2] == GZIP:
        engine = zlib.decompressobj(wbits=31)
        try:
            out += engine.decompress(pending, most - len(out) + 1)
        except zlib.error as error:
            raise Refused(f"{what} is no sound gzip stream ({clean(error)})") from None
        if first is not None and len(out) >= first:
            return bytes(out[:first])
        if len(out) > limit:
            raise Refused(f"{what} unpacks to more than the {limit:,} bytes that its header asks for")
        if not engine.eof:
            raise Refused(f"{what} ends in the middle of its gzip stream: the file is cut off")
        pending = engine.unused_data
    return bytes(out)


def possible_deflate(packed: int, unpacked: int) -> bool:
    """Whether a deflate stream of `packed` bytes can hold `unpacked` bytes."""
    return unpacked <= packed * _DEFLATE_RATIO + 1024


def unzstd(data: bytes, size: int, what: str) -> bytes:
    """Unpack a Zstandard frame of exactly `size` bytes.

    Raises:
        Refused: the frame is damaged, cut off, or of another length.
    """
    out = bytearray()
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(data) as reader:
            while chunk := reader.read(_STEP):
                out += chunk
                if len(out) > size:
                    raise Refused(f"{what} unpacks to more than the {size:,} bytes that its header asks for")
    except zstandard.ZstdError as error:
        raise Refused(f"{what} is no sound Zstandard frame ({clean(error)})") from None
    if len(out) != size:
        raise Refused(f"{what} unpacks to {len(out):,} bytes and not to {size:,}: the file is cut off or damaged")
    return bytes(out)


def zip_entry(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """Unpack one entry of a ZIP archive.

    Raises:
        Refused: the entry is missing, damaged, encrypted, or longer than `limit`.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise Refused(f"the archive has no entry '{clean(name)}'") from None
    if info.file_size > limit:
        raise Refused(f"the entry '{clean(name)}' unpacks to {info.file_size:,} bytes; at most {limit:,} are read")
    try:
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise Refused(f"the entry '{clean(name)}' cannot be unpacked ({clean(error)})") from None
    if len(data) > limit:
        raise Refused(f"the entry '{clean(name)}' unpacks to more than {limit:,} bytes")
    return data


def open_zip(path: Path) -> zipfile.ZipFile:
    """Open a ZIP archive.

    Raises:
        Refused: the file is not a valid ZIP archive.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refused(f"it is no sound ZIP archive ({clean(error)})") from None
    _check_entries(archive)
    return archive


def _check_entries(archive: zipfile.ZipFile) -> None:
    """
    Raises:
        Refused: an entry is a link or a device, two have one name, a name leads out of the archive, or there are too many.
    """
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise Refused(f"the archive has {len(entries):,} entries; at most {_MOST_ENTRIES:,} are read")
    names = set()
    for entry in entries:
        name = entry.filename
        if name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name:
            raise Refused(f"the entry '{clean(name)}' lies outside of the archive")
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise Refused(f"the entry '{clean(name)}' is a link or a device, and no file")
        if name in names:
            raise Refused(f"the archive has two entries named '{clean(name)}'")
        names.add(name)


def plain_bytes(path: Path, limit: int, name: str) -> bytes:
    """The bytes of a file beside the one that is read, at most `limit`. `name`: as the file lists it, for errors.

    Raises:
        Refused: it is missing, a pipe or a device, or longer.
    """
    try:
        # opened without waiting for a pipe's other end, and judged before it is read
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Refused(f"'{clean(name)}' beside it is no plain file")
            if status.st_size > limit:
                raise Refused(f"'{clean(name)}' has {status.st_size:,} bytes; at most {limit:,} are read")
            return file.read(status.st_size)
    except (OSError, ValueError) as error:
        raise Refused(
            f"'{clean(name)}' beside it cannot be read ({clean(getattr(error, 'strerror', error))})"
        ) from None
