"""Says what is wrong in the text of a recipe: the line, the key, and what to do."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from pydantic import ValidationError

from scenewright.scene.strict_types import first_problem

__all__ = ["recipe_problem"]

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*\"?([\w-]+)\"?\s*(?:\.[\w-]+\s*)*=")
_QUOTED = re.compile(r"^(['\"])(.+?)\1: ")


def recipe_problem(error: ValidationError, text: str, keys: Mapping[str, Sequence[str]]) -> str:
    """The first problem of a recipe, as ``line 7, price of the 2nd [[has]]: ...``.

    Args:
        text: of the file.
        keys: the keys that a recipe has, by the table that they are in: '' for those of the recipe itself, has, may, dress, and n.
    """
    where, kind, why = first_problem(error)
    why = " ".join(why.split())
    table = where[0] if len(where) > 1 and where[0] in keys else ""
    key = next((part for part in reversed(where) if not part.isdecimal()), "")
    if kind == "extra_forbidden":
        known = keys["n"] if "n" in where[:-1] else keys[table]
        why = f"there is no such key here: use {', '.join(known)}"
    elif kind == "missing":
        why = f"it is missing: write {key} = ..."
    line = _line_of(text, where, keys)
    if line is None and (quoted := _QUOTED.match(why)) is not None:
        line = next((n for n, row in enumerate(text.splitlines(), 1) if quoted[2] in row), None)
    number = int(where[1]) + 1 if table and where[1].isdecimal() else 0
    named = f"{key} of {_ordinal(number)} [[{table}]]" if number and key != table else key
    if number and key == table:
        named = f"{_ordinal(number)} [[{table}]]"
    return ": ".join(part for part in (", ".join(p for p in (f"line {line}" if line else "", named) if p), why) if part)


def _line_of(text: str, where: Sequence[str], tables: Container[str]) -> int | None:
    """The line of a key of a recipe, or of the table that lacks it, from 1; None where it has none."""
    if not where:
        return None
    in_table = len(where) > 1 and where[0] in tables and where[1].isdecimal()
    key = where[2] if in_table and len(where) > 2 else where[0]
    wanted = int(where[1]) if in_table else -1
    count, here, header = -1, not in_table, None
    for number, row in enumerate(text.splitlines(), 1):
        found = _HEADER.match(row)
        if found is not None:
            name = found[1]
            if not in_table:
                here = False
            elif name == where[0]:
                count += 1
                here = count == wanted
                header = number if here else header
            elif here and name == f"{where[0]}.{key}":
                return number
            else:
                here = here and name.startswith(f"{where[0]}.")
        elif here and (match := _KEY.match(row)) is not None and match[1] == key:
            return number
    return header


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{ending}"
