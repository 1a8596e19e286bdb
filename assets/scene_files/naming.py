"""Names of entities and instances from the names of nodes: 'Chair.003' is a chair, 'SM_Table_01' a table."""

from __future__ import annotations

import builtins
import keyword
import re

from scenewright.scene import language

__all__ = ["FunctionNames", "plain_name"]

_RESERVED = frozenset({*language.__all__, *dir(builtins), "np", "math", "random", "FILE"})
"""Names that a program has already."""
_SERIAL = re.compile(r"[\s._-]*(\d+|\[\d+\])$")
_PREFIX = re.compile(r"^(SM|SK|MESH|GEO|OBJ|GRP|LOD\d)[\s_]+(?=\w)", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 60


def plain_name(name: str) -> str:
    """A node's name as a slug of words: without serial numbers, prefixes of modelling programs and capital letters; '' if nothing is left.
    Letters of all scripts stay."""
    text = _HUMP.sub(" ", _SERIAL.sub("", _PREFIX.sub("", name.strip())))
    return re.sub(r"\W+", "_", text.lower()).strip("_")[:_LONGEST].strip("_")


class FunctionNames:
    """Gives each function of a program a name that is used once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """`wanted` if it can name a function and is free, else a name near it."""
        base = wanted if wanted.isidentifier() else f"the_{wanted}"
        if keyword.iskeyword(base) or base in _RESERVED:
            base = f"the_{base}"
        name, number = base, 2
        while name in self._taken:
            name, number = f"{base}_{number}", number + 1
        self._taken.add(name)
        return name
