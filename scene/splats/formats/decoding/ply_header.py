"""The header of a PLY file: its elements and their properties. (Turk, The PLY Polygon File Format, 1994.)"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from .columns import Refused, clean

__all__ = ["Element", "Header", "Property", "read_header"]

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
class Property:
    """A property. `kind`: numpy's type of a value, without byte order. `length`: the type of a list's length; None if not a list."""

    name: str
    kind: str
    length: str | None = None


@dataclass(frozen=True)
class Element:
    """An element: `count` rows with `properties` in this order."""

    name: str
    count: int
    properties: tuple[Property, ...]

    @property
    def has_lists(self) -> bool:
        return any(p.length is not None for p in self.properties)


@dataclass(frozen=True)
class Header:
    """A header. `order`: byte order '<' or '>', None for text. `size`: of the header, in bytes."""

    order: str | None
    elements: tuple[Element, ...]
    comments: tuple[str, ...]
    size: int

    def element(self, name: str) -> Element | None:
        return next((e for e in self.elements if e.name == name), None)

    def dtype(self, element: Element, lengths: tuple[int, ...] = ()) -> np.dtype[np.void]:
        """The dtype of a row whose lists have these lengths. A list's length is a separate field, named with a '#'."""
        sign, remaining = self.order or "<", list(lengths)
        fields: list[tuple[str, str] | tuple[str, str, tuple[int]]] = []
        for p in element.properties:
            if p.length is None:
                fields.append((p.name, sign + p.kind))
            else:
                fields += [(f"#{p.name}", sign + p.length), (p.name, sign + p.kind, (remaining.pop(0),))]
        return np.dtype(fields)


def read_header(stream: BinaryIO) -> Header:
    """Read the header at the start of a file.

    Raises:
        Refused: the file has no valid PLY header.
    """
    start = stream.read(_MAX_HEADER)
    end = re.search(rb"(?:\A|[\r\n])end_header[ \t]*(\r\n|\r|\n)", start)
    if not start.startswith(b"ply") or end is None:
        raise Refused("it has no PLY header: 'ply' ... 'end_header' within its first MiB")
    order: str | None = None
    seen_format = False
    elements: list[tuple[str, int, dict[str, Property]]] = []
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
                elements.append((name, int(count), {}))
            case ["property", "list", length, kind, name] if {length, kind} <= set(_TYPES) and elements:
                _add(elements[-1], Property(name, _TYPES[kind], _TYPES[length]))
            case ["property", kind, name] if kind in _TYPES and elements:
                _add(elements[-1], Property(name, _TYPES[kind]))
            case _:
                raise Refused(f"its header has a line that is no PLY: '{clean(line)}'")
    if not seen_format:
        raise Refused("its header has no line 'format binary_little_endian 1.0'")
    complete = tuple(Element(n, c, tuple(p.values())) for n, c, p in elements)
    return Header(order, complete, tuple(comments), end.end())


def _add(element: tuple[str, int, dict[str, Property]], prop: Property) -> None:
    name, _, properties = element
    if prop.name in properties:
        raise Refused(f"its element '{clean(name)}' has two properties '{clean(prop.name)}'")
    if prop.length is not None and prop.length[0] == "f":
        raise Refused(f"its list '{clean(prop.name)}' has a length that is no whole number")
    properties[prop.name] = prop
