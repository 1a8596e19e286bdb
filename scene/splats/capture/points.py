"""Sparse points of a PLY file, such as nerfstudio's ``sparse_pc.ply``."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.plain_files import open_plain, refused_as

__all__ = ["MOST_POINTS", "finite_points", "read_points"]

MOST_POINTS = 50_000_000
_MOST_BYTES = 8 << 30
_LONGEST_HEADER = 1 << 16
_TYPES = {
    "char": "i1", "uchar": "u1", "short": "i2", "ushort": "u2", "int": "i4", "uint": "u4", "float": "f4", "double": "f8",
    "int8": "i1", "uint8": "u1", "int16": "i2", "uint16": "u2", "int32": "i4", "uint32": "u4", "float32": "f4", "float64": "f8",
}  # fmt: skip

Points = npt.NDArray[np.float64]
Colors = npt.NDArray[np.uint8]


def read_points(path: Path) -> tuple[Points, Colors | None]:
    """(P, 3) positions, and (P, 3) sRGB colors or None if the file has no 8-bit ``red green blue``.

    Raises:
        CaptureError: the file is not a PLY, is cut off, claims more points than it holds, or has points without x, y, z.
    """
    try:
        with refused_as(CaptureError), open_plain(path, _MOST_BYTES, "the file of points") as file:
            order, count, fields = _header(file, path)
            table = np.dtype([(name, order + kind) for name, kind in fields])
            left = path.stat().st_size - file.tell()
            # in text, a value takes at least a digit and a space
            least = count * (2 * len(fields) if not order else table.itemsize)
            if least > left + 1:
                raise CaptureError(
                    f"{path}: element vertex {count} needs {least:,} bytes, and the file has {left:,} left"
                )
            if order or not count:
                rows = np.frombuffer(file.read(count * table.itemsize), dtype=table, count=count)
            else:
                values = np.loadtxt(file, max_rows=count, ndmin=2, usecols=range(len(fields)), dtype=np.float64)
                if len(values) != count:
                    raise CaptureError(f"{path}: element vertex {count}, and the file has {len(values)} lines of them")
                rows = np.zeros(count, dtype=table)
                for index, (name, _) in enumerate(fields):
                    rows[name] = values[:, index]
    except (OSError, ValueError, IndexError, UnicodeDecodeError) as error:
        raise CaptureError(f"{path}: the points cannot be read: {error}") from None
    names = dict(fields)
    if not {"x", "y", "z"} <= set(names):
        raise CaptureError(f"{path}: its vertices have {', '.join(names)}, and points need x, y and z")
    points = np.stack([rows[axis].astype(np.float64) for axis in "xyz"], axis=1)
    channels = ("red", "green", "blue")
    colored = all(names.get(channel) == "u1" for channel in channels)
    return finite_points(points, np.stack([rows[c] for c in channels], axis=1) if colored else None)


def finite_points(points: Points, colors: Colors | None) -> tuple[Points, Colors | None]:
    """The points with finite coordinates, and their colors."""
    finite = np.isfinite(points).all(axis=1)
    return points[finite], None if colors is None else np.ascontiguousarray(colors[finite])


def _header(file: IO[bytes], path: Path) -> tuple[str, int, list[tuple[str, str]]]:
    """(byte order, '' for text; number of vertices; their properties). The file is then at the first vertex."""
    if file.readline(16).strip() != b"ply":
        raise CaptureError(f"{path}: this is no PLY file")
    order, count, fields = "", -1, list[tuple[str, str]]()
    while file.tell() < _LONGEST_HEADER:
        words = file.readline(1024).decode("ascii").split()
        match words:
            case ["end_header"]:
                if count < 0:
                    raise CaptureError(f"{path}: it has no element vertex")
                return order, count, fields
            case ["format", kind, _]:
                byte_orders = {"ascii": "", "binary_little_endian": "<", "binary_big_endian": ">"}
                if kind not in byte_orders:
                    raise CaptureError(f"{path}: format {kind} is not known")
                order = byte_orders[kind]
            case ["element", "vertex", number] if count < 0:
                count = int(number)
                if not 0 <= count <= MOST_POINTS:
                    raise CaptureError(f"{path}: element vertex {number}: at most {MOST_POINTS:,} points are read")
            case ["element", name, _] if count < 0:
                raise CaptureError(f"{path}: element vertex must be the first, not {name}")
            case ["property", kind, name] if count >= 0 and kind in _TYPES:
                fields.append((name, _TYPES[kind]))
            case ["element", *_]:
                return order, count, _skipped(file, path, fields)
            case ["property", *_]:
                raise CaptureError(f"{path}: {' '.join(words)[:80]}: a property of points must be a number")
            case ["comment" | "obj_info", *_]:
                pass
            case _:
                raise CaptureError(f"{path}: its header has a line that cannot be read: {' '.join(words)[:80]!r}")
    raise CaptureError(f"{path}: its header does not end within {_LONGEST_HEADER:,} bytes")


def _skipped(file: IO[bytes], path: Path, fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Skip the rest of the header, which describes later elements. Returns `fields`."""
    while file.tell() < _LONGEST_HEADER:
        if file.readline(1024).strip() == b"end_header":
            return fields
    raise CaptureError(f"{path}: its header does not end within {_LONGEST_HEADER:,} bytes")
