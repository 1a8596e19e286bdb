"""Where in a TOML file a key stands, for messages."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["dotted", "line_of"]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\s\"'-]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w\"'.-]+(?:\s*\.\s*[\w\"'-]+)*)\s*=")


def dotted(where: Sequence[str]) -> str:
    """The place of a value for people: ``camera.fov``, ``thing of object 2``."""
    out = ""
    for part in where:
        if part.isdecimal():
            out += f" {int(part) + 1}"
        else:
            out += f".{part}" if out else part
    return out


def line_of(text: str, where: Sequence[str]) -> int | None:
    """The line of a key, from 1; that of its table where it has none of its own; None where nothing of it stands there.

    Args:
        where: names and numbers from the outermost table, as pydantic gives them: ``("object", "1", "thing")``.
    """
    best, best_depth = None, 0
    counts: dict[str, int] = {}
    table: tuple[str, ...] = ()
    for number, row in enumerate(text.splitlines(), 1):
        header = _HEADER.match(row)
        if header is not None:
            names = _parts(header[2])
            if header[1] == "[[":
                key = ".".join(names)
                counts[key] = counts.get(key, -1) + 1
                table = (*names, str(counts[key]))
            else:
                table = _numbered(names, counts)
            found = table
        elif (key_found := _KEY.match(row)) is not None:
            found = (*table, *_parts(key_found[1]))
        else:
            continue
        if tuple(where[: len(found)]) == found and len(found) > best_depth:
            best, best_depth = number, len(found)
    return best


def _numbered(names: tuple[str, ...], counts: dict[str, int]) -> tuple[str, ...]:
    """``[object.colour]`` below the second ``[[object]]`` is ``object, 1, colour``."""
    out: list[str] = []
    for name in names:
        out.append(name)
        key = ".".join(one for one in out if not one.isdecimal())
        if key in counts:
            out.append(str(counts[key]))
    return tuple(out)


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in key.split("."))
