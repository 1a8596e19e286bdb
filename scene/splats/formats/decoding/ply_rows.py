"""The rows of a PLY file's elements. Lists, such as those of faces, are skipped; beside other columns they must have one length."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from .columns import Refused, clean
from .ply_header import Element, Header

__all__ = ["rows"]

Rows = npt.NDArray[np.void]

_MAX_LIST = 1 << 16


def rows(path: Path, header: Header, name: str) -> Rows:
    """The rows of an element as a structured array. Its size is checked against the file's before memory is allocated.

    Raises:
        Refused: the element is missing, the file is too short for it, or its lists vary in length.
    """
    element = header.element(name)
    if element is None or not element.properties:
        names = ", ".join(clean(e.name) for e in header.elements)
        raise Refused(f"it has no element '{name}' with properties (it has: {names or 'none'})")
    if header.order is None:
        return _text_rows(path, header, element)
    there, offset = path.stat().st_size, header.size
    for before in header.elements[: header.elements.index(element)]:
        offset = _end(path, header, before, offset)
    dtype = header.dtype(element, _first_lengths(path, header, element, offset))
    needed = offset + element.count * dtype.itemsize
    if there < needed:
        raise Refused(
            f"its header says {element.count:,} rows of '{name}', {dtype.itemsize} bytes each: that takes {needed:,} bytes and "
            f"the file has {there:,}; it is cut off or damaged"
        )
    table = np.fromfile(path, dtype=dtype, count=element.count, offset=offset)
    if not _uniform(table):
        raise Refused(
            f"its element '{clean(name)}' has lists of several lengths beside its columns, which is not read: "
            "write it without lists"
        )
    return table


def _end(path: Path, header: Header, element: Element, offset: int) -> int:
    """The offset after an element that begins at `offset`."""
    dtype = header.dtype(element, _first_lengths(path, header, element, offset))
    end = offset + element.count * dtype.itemsize
    if not element.has_lists or not element.count:
        return end
    if end <= path.stat().st_size and _uniform(np.memmap(path, dtype, "r", offset, (element.count,))):
        return end
    return _walked(path, header, element, offset, element.count)[0]


def _uniform(table: Rows) -> bool:
    """Whether every row's lists have the lengths of the first row's."""
    return all(bool((table[n] == table[n][:1]).all()) for n in table.dtype.names or () if n.startswith("#"))


def _first_lengths(path: Path, header: Header, element: Element, offset: int) -> tuple[int, ...]:
    """The lengths of the lists in an element's first row."""
    if not element.has_lists:
        return ()
    if not element.count:
        return (0,) * len(element.properties)
    return _walked(path, header, element, offset, 1)[1]


def _walked(path: Path, header: Header, element: Element, offset: int, count: int) -> tuple[int, tuple[int, ...]]:
    """Walk over `count` rows from the byte `offset`. Returns the offset after them, and the lengths of the last row's lists."""
    order: Literal["big", "little"] = "big" if header.order == ">" else "little"
    steps = [
        (np.dtype(p.kind).itemsize, None if p.length is None else (np.dtype(p.length).itemsize, p.length[0] == "i"))
        for p in element.properties
    ]
    data = np.memmap(path, np.uint8, "r").data
    at = offset
    lengths: list[int] = []
    for row in range(count):
        lengths = []
        for size, before in steps:
            length = 1
            if before is not None:
                length = int.from_bytes(data[at : at + before[0]], order, signed=before[1])
                if not 0 <= length <= _MAX_LIST:
                    raise Refused(f"its element '{clean(element.name)}' has a list of {length:,} values in row {row:,}")
                lengths.append(length)
                at += before[0]
            at += length * size
        if at > len(data):
            raise Refused(
                f"its header says {element.count:,} rows of '{clean(element.name)}', and the file ends in row {row:,}; it is cut "
                "off or damaged"
            )
    return at, tuple(lengths)


def _text_rows(path: Path, header: Header, element: Element) -> Rows:
    skipped = sum(e.count for e in header.elements[: header.elements.index(element)])
    there = path.stat().st_size - header.size
    if (needed := 2 * element.count * len(element.properties)) > there + 1 or skipped > there:
        raise Refused(
            f"its header says {element.count:,} rows of '{element.name}': as text that takes at least {needed:,} bytes and the "
            f"file has {there:,}; it is cut off or damaged"
        )
    with path.open("rb") as stream:
        stream.seek(header.size)
        # a text file has one line per row; blank lines do not count
        lines = (line for line in stream if not line.isspace())
        try:
            table = np.loadtxt(
                islice(lines, skipped, skipped + element.count),
                dtype=np.float64,
                comments=None,
                ndmin=2,
                encoding="ascii",
            )
        except ValueError as error:
            raise Refused(f"its element '{element.name}' is no table of numbers ({clean(error)})") from None
    dtype = header.dtype(element, _text_lengths(table, element))
    columns = [(name, at) for name in dtype.names or () for at in range(int(np.prod(dtype[name].shape)))]
    if element.count and table.shape != (element.count, len(columns)):
        raise Refused(
            f"its element '{element.name}' is a table {table.shape}; {(element.count, len(columns))} was promised: it is cut off or "
            "damaged"
        )
    out = np.zeros(element.count, dtype=dtype)
    with np.errstate(invalid="ignore", over="ignore"):
        for column, (name, at) in enumerate(columns):
            target = out[name].reshape(element.count, -1)
            target[:, at] = table[:, column].astype(target.dtype)
    if not _uniform(out):
        raise Refused(
            f"its element '{element.name}' has lists of several lengths beside its columns, which is not read"
        )
    return out


def _text_lengths(table: npt.NDArray[np.float64], element: Element) -> tuple[int, ...]:
    """The lengths of the lists in the first row of a text table."""
    if not element.has_lists or not len(table):
        return (0,) * len(element.properties)
    lengths, at = [], 0
    for p in element.properties:
        length = 0
        if p.length is not None:
            length = int(table[0, at]) if at < table.shape[1] and 0 <= table[0, at] <= _MAX_LIST else 0
            lengths.append(length)
        at += 1 + length if p.length is not None else 1
    return tuple(lengths)
