"""The header of a PLY file: its elements, and where the rows of each begin. (Turk, The PLY Polygon File Format, 1994.)"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from .columns import Refused, clean

__all__ = ["Element", "Header", "read_header", "rows"]

_MAX_HEADER = 1 << 20
_TYPES = {
    "char": "i1",
    "int8": "i1",
    "uchar": "u1",
    "uint8": "u1",
    "short": "i2",
    "int16": "i2",
    "ushort": "u2",
    "uint16": "u2",
    "int": "i4",
    "int32": "i4",
    "uint": "u4",
    "uint32": "u4",
    "float": "f4",
    "float32": "f4",
    "double": "f8",
    "float64": "f8",
}
_ORDERS = {"binary_little_endian": "<", "binary_big_endian": ">", "ascii": None}


@dataclass(frozen=True)
class Element:
    """`count` rows. `properties`: name and numpy type of each; None where one is a list."""

    name: str
    count: int
    properties: tuple[tuple[str, str], ...] | None


@dataclass(frozen=True)
class Header:
    """`order`: '<' or '>', None for text. `size`: bytes of the header itself."""

    order: str | None
    elements: tuple[Element, ...]
    comments: tuple[str, ...]
    size: int

    def element(self, name: str) -> Element | None:
        return next((e for e in self.elements if e.name == name), None)

    def dtype(self, element: Element) -> np.dtype[np.void]:
        assert element.properties is not None
        return np.dtype([(name, f"{self.order or '<'}{kind}") for name, kind in element.properties])


def read_header(stream: BinaryIO) -> Header:
    """The header at the start of a file.

    Raises:
        Refused: it is no PLY header.
    """
    start = stream.read(_MAX_HEADER)
    end = re.search(rb"(?:\A|[\r\n])end_header[ \t]*(\r\n|\r|\n)", start)
    if not start.startswith(b"ply") or end is None:
        raise Refused("it has no PLY header: 'ply' ... 'end_header' within its first MiB")
    order: str | None = None
    seen_format = False
    elements: list[tuple[str, int, list[tuple[str, str]] | None]] = []
    comments: list[str] = []
    for line in start[: end.start()].decode("utf-8", "replace").splitlines()[1:]:
        words = line.split()
        match words:
            case [] | ["obj_info", *_]:
                continue
            case ["comment", *_]:
                comments.append(clean(line[8:]))
            case ["format", kind, "1.0"] if kind in _ORDERS:
                order, seen_format = _ORDERS[kind], True
            case ["element", name, count] if re.fullmatch(r"[0-9]{1,15}", count):
                elements.append((name, int(count), []))
            case ["property", "list", *_] if elements:
                elements[-1] = (elements[-1][0], elements[-1][1], None)
            case ["property", kind, name] if kind in _TYPES and elements:
                properties = elements[-1][2]
                if properties is not None:
                    if any(name == other for other, _ in properties):
                        raise Refused(f"its element '{clean(elements[-1][0])}' has two properties '{clean(name)}'")
                    properties.append((name, _TYPES[kind]))
            case _:
                raise Refused(f"its header has a line that is no PLY: '{clean(line)}'")
    if not seen_format:
        raise Refused("its header has no line 'format binary_little_endian 1.0'")
    found = tuple(Element(n, c, None if p is None else tuple(p)) for n, c, p in elements)
    return Header(order, found, tuple(comments), end.end())


def rows(path: Path, header: Header, name: str) -> npt.NDArray[np.void]:
    """The rows of an element, structured. Its size is held against the file's before anything is allocated.

    Raises:
        Refused: there is no such element, the file is too short for it, or a list comes before it.
    """
    element = header.element(name)
    if element is None or not element.properties:
        names = ", ".join(clean(e.name) for e in header.elements)
        raise Refused(f"it has no element '{name}' with properties (it has: {names or 'none'})")
    if header.order is None:
        return _text_rows(path, header, element)
    offset = header.size
    for before in header.elements[: header.elements.index(element)]:
        if before.properties is None:
            raise Refused(f"a list in its element '{clean(before.name)}' stands before '{name}': it cannot be skipped")
        offset += before.count * header.dtype(before).itemsize
    dtype = header.dtype(element)
    there, needed = path.stat().st_size, offset + element.count * dtype.itemsize
    if there < needed:
        raise Refused(
            f"its header says {element.count:,} rows of '{name}', {dtype.itemsize} bytes each: that takes {needed:,} bytes and "
            f"the file has {there:,}; it is cut off or damaged"
        )
    return np.fromfile(path, dtype=dtype, count=element.count, offset=offset)


def _text_rows(path: Path, header: Header, element: Element) -> npt.NDArray[np.void]:
    assert element.properties is not None
    skipped = sum(e.count for e in header.elements[: header.elements.index(element)])
    there = path.stat().st_size - header.size
    if (needed := 2 * element.count * len(element.properties)) > there + 1 or skipped > there:
        raise Refused(
            f"its header says {element.count:,} rows of '{element.name}': as text that takes at least {needed:,} bytes and the "
            f"file has {there:,}; it is cut off or damaged"
        )
    with path.open("rb") as stream:
        stream.seek(header.size)
        try:
            table = np.loadtxt(
                stream,
                dtype=np.float64,
                comments=None,
                skiprows=skipped,
                max_rows=element.count,
                ndmin=2,
                encoding="ascii",
            )
        except ValueError as error:
            raise Refused(f"its element '{element.name}' is no table of numbers ({clean(error)})") from None
    if table.shape != (element.count, len(element.properties)) and element.count:
        raise Refused(
            f"its element '{element.name}' is a table {table.shape}; {(element.count, len(element.properties))} was promised"
        )
    out = np.zeros(element.count, dtype=header.dtype(element))
    for column, (name, _) in enumerate(element.properties):
        with np.errstate(invalid="ignore"):
            out[name] = table[:, column].astype(out.dtype[name])
    return out
