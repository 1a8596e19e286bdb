"""Prims of a USD stage as plain data: what is to be written, without Pixar's library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenewright.scene.model import Array
from scenewright.scene.printing import is_printable, printable_lines

__all__ = ["Attribute", "Plain", "Prim", "UsdStage"]

Plain = bool | int | float | str | Sequence[Any] | Array[Any]
"""A value as JSON has it, or an array for types that end in ``[]``."""


@dataclass(frozen=True, slots=True, eq=False)
class Attribute:
    """An attribute of a prim.

    `type`: as USD writes it, such as ``point3f[]``. `value`: None for one that is only connected, or an output. `interpolation`: of a
    primvar. `connect`: path of the attribute that its value comes from. `element_size`: values for each point.
    """

    type: str
    value: Plain | None = None
    uniform: bool = False
    custom: bool = False
    interpolation: str | None = None
    connect: str | None = None
    element_size: int = 1


@dataclass(slots=True, eq=False)
class Prim:
    """A prim and those below it. Make one with :meth:`child`, which finds a name that is free.

    `specifier`: ``def``, or ``class`` for what is only referred to. `reference`: path of the prim in the same file whose content it has.
    `shown_name`: what people call it, where USD's names cannot say it.
    """

    path: str
    type: str = ""
    specifier: str = "def"
    kind: str | None = None
    reference: str | None = None
    instanceable: bool = False
    shown_name: str | None = None
    schemas: list[str] = field(default_factory=list)
    asset_info: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, Attribute] = field(default_factory=dict)
    targets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    children: list[Prim] = field(default_factory=list)
    _taken: dict[str, int] = field(default_factory=dict)

    def child(self, name: str, type: str = "", *, specifier: str = "def") -> Prim:
        """A new prim below this one, called `name` or, where that is no name of USD or is taken, something near it."""
        wanted = _identifier(name)
        number = self._taken.get(wanted, 0)
        self._taken[wanted] = number + 1
        free = wanted
        while number and free in self._taken:
            free = f"{wanted}_{number}"
            number += 1
        self._taken.setdefault(free, 1)
        shown = None if free == name else _clean(name)
        prim = Prim(f"{self.path}/{free}", type, specifier, shown_name=shown)
        self.children.append(prim)
        return prim

    def reserve(self, *names: str) -> None:
        """Keep names from the children that :meth:`child` makes."""
        self._taken.update(dict.fromkeys(names, 1))

    def set(self, name: str, type: str, value: Plain | None = None, **rest: Any) -> None:
        """Set an attribute; `rest` are the other fields of :class:`Attribute`."""
        self.attributes[name] = Attribute(type, _clean(value) if isinstance(value, str) else value, **rest)

    def apply(self, schema: str) -> None:
        """Add an API schema; a second time changes nothing."""
        if schema not in self.schemas:
            self.schemas.append(schema)

    def walk(self) -> Iterator[Prim]:
        """This prim and all below it, parents first."""
        stack = [self]
        while stack:
            prim = stack.pop()
            yield prim
            stack.extend(reversed(prim.children))


@dataclass(frozen=True, slots=True, eq=False)
class UsdStage:
    """A whole file: its default prim with all that is below it, and what is said of the file.

    `data`: goes into ``customLayerData``, texts, numbers and lists of texts by name. `pictures`: contents of PNG files by the path that
    shaders say.
    """

    world: Prim
    comment: str = ""
    data: Mapping[str, str | int | float | list[str]] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def _identifier(name: str) -> str:
    """A name of a prim: letters, digits and underscores, no digit first."""
    clean = "".join(c if ("a" + c).isidentifier() else "_" for c in name).rstrip("_") or "prim"
    return clean if clean.isidentifier() else f"_{clean}"


def _clean(text: str) -> str:
    return text if is_printable(text) else printable_lines(text)
