"""USDZ packages: a zip file whose contents are stored as they are, each from a byte that 64 divides.

Specification: https://openusd.org/release/spec_usdz.html.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

__all__ = ["package_bytes"]

_ALIGNMENT = 64
_HEADER = 30
"""Bytes of a zip file's local header, without name and extra field."""
_PADDING_ID = b"\x86\x19"
_PADDING_HEAD = 4
"""Bytes of an extra field's id and length."""


def package_bytes(files: Mapping[str, bytes]) -> bytes:
    """The bytes of a ``.usdz`` of files by their names inside, the layer that is opened first. The same files give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            begin = stream.tell() + _HEADER + len(name.encode())
            padding = -begin % _ALIGNMENT
            if 0 < padding < _PADDING_HEAD:
                padding += _ALIGNMENT
            if padding:
                size = padding - _PADDING_HEAD
                entry.extra = _PADDING_ID + size.to_bytes(2, "little") + bytes(size)
            archive.writestr(entry, data)
    return stream.getvalue()
