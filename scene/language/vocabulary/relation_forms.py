"""Assigns the arguments of a relation to its parameters, in all the forms that people and models write.

The same rules read a call that runs (its arguments are values) and a call in a program's text (they are syntax nodes), so an
edit finds the same names as the run. A form other than the documented one is read with a warning where its meaning is clear;
where it is not, the error shows the right form.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.relations import (
    ANY_WALL,
    FAR,
    KINDS,
    NEXT_TO,
    REQUIRED,
    RelationKind,
    RelationName,
    axis_named,
    row_along,
    wall_named,
)
from scenewright.scene.language.vocabulary.evaluation import closest

__all__ = ["Given", "Looks", "RelationReading", "form_of", "read_arguments"]

_FARTHEST = 100.0
"""Metres: the upper bound where ``far`` is given a distance of its own, which is a lower one."""


class Looks(enum.Enum):
    """The kind of an argument, before its parameter is known."""

    NAME = enum.auto()
    """A name, or an expression whose kind the text does not show, such as a variable."""
    LIST = enum.auto()
    NUMBER = enum.auto()
    NUMBERS = enum.auto()
    OTHER = enum.auto()


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """An argument. `value`: its value in the program, or its node in the text. `text`: content of a string. `items`: of a list."""

    value: Any
    looks: Looks
    text: str | None = None
    items: tuple[Given, ...] = ()

    @property
    def is_number(self) -> bool:
        return self.looks in (Looks.NUMBER, Looks.NUMBERS)


Value = Given | tuple[Given, ...]
"""The argument of a parameter; a tuple where the call writes several names without a list."""


@dataclass(slots=True)
class RelationReading:
    """A call that was read. `kind`: the relation that the call means, which the form can change. `values`: arguments by
    parameter, without those that the call leaves out. `warnings`: where the call differs from the documented form."""

    kind: str
    values: dict[str, Value] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def form_of(kind: str) -> str:
    """The documented call of a relation, or both calls where it has two."""
    return " or ".join(KINDS[kind].calls)


def read_arguments(kind: str, positional: Sequence[Given], named: Mapping[str, Given]) -> RelationReading:
    """Assign arguments to the parameters of a relation. `positional`: those without a keyword. `named`: by keyword.

    Raises:
        ProgramError: the arguments fit no form of this relation.
    """
    call = _Call(KINDS[kind], list(positional))
    call.read_keywords(named)
    _READERS.get(kind, _pair)(call)
    call.read_in_order()
    call.require_all()
    return call.reading


# -- a call that is being read --------------------------------------------------------------------------------------------

_KEYWORDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("item", "objects", "things", "instances", "names", "members", "group"), ("items", "a")),
    **dict.fromkeys(("object", "obj", "entity", "thing"), ("a", "items", "b")),
    **dict.fromkeys(("subject", "source", "first", "object1", "obj1", "child"), ("a", "items")),
    **dict.fromkeys(("target", "reference", "ref", "other", "to", "of", "anchor", "second", "object2", "obj2", "parent", "surface",
                     "support", "container", "base", "host", "relative_to", "toward", "towards"), ("b", "about")),
    **dict.fromkeys(("center", "centre", "middle", "around"), ("b", "about")),
    **dict.fromkeys(("axis", "plane", "mirror"), ("axis", "along", "about")),
    **dict.fromkeys(("direction", "along"), ("axis", "along")),
    **dict.fromkeys(("distance", "dist", "gap", "spacing", "margin", "space", "clearance", "radius"), ("distance", "hi", "front")),
    **dict.fromkeys(("min", "min_distance", "minimum", "min_dist", "at_least"), ("lo",)),
    **dict.fromkeys(("max", "max_distance", "maximum", "max_dist", "at_most", "within"), ("hi", "front")),
    **dict.fromkeys(("range", "distances"), ("distance", "hi")),
    **dict.fromkeys(("y", "elevation", "at", "at_height", "bottom"), ("height",)),
    **dict.fromkeys(("wall", "side", "which", "where"), ("wall", "corner")),
    **dict.fromkeys(("view", "reference_frame"), ("frame",)),
}  # fmt: skip
"""Other words for parameters, each with the parameters that it may mean, most likely first."""

_DISTANCES = ("distance", "lo", "hi")
_EXTRA: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("next_to", "far", "across", "left_of", "right_of", "in_front_of", "behind", "facing", "above", "under",
                     "against_wall", "around", "spaced", "in_row"), _DISTANCES),
    **dict.fromkeys(("on", "inside"), ("offset", "position", "side", "height", *_DISTANCES)),
    "hanging": ("b", "wall", "height", *_DISTANCES),
}  # fmt: skip
"""Keywords that a relation does not have but often gets: they are left out, or turn it into another relation."""


class _Call:
    """A call that is being read. `positional`: arguments not yet assigned to a parameter. `extra`: arguments of `_EXTRA` keywords."""

    def __init__(self, row: RelationKind, positional: list[Given]) -> None:
        self.row = row
        self.positional = positional
        self.reading = RelationReading(row.kind)
        self.values = self.reading.values
        self.extra: dict[str, Given] = {}

    def wrong(self, why: str) -> ProgramError:
        return ProgramError(f"{self.row.kind} {why}: {form_of(self.row.kind)}", kind="argument")

    def warn(self, what: str) -> None:
        self.reading.warnings.append(f"{what}: write {form_of(self.reading.kind)}")

    def unset(self) -> list[str]:
        """Parameters without a value so far, in order."""
        return [p.name for p in self.row.parameters if p.name not in self.values]

    def read_keywords(self, named: Mapping[str, Given]) -> None:
        known = [p.name for p in self.row.parameters] + ["items"] * self.row.or_items
        extra = _EXTRA.get(self.row.kind, ())
        self.values.update((key, given) for key, given in named.items() if key in known)
        for key, given in named.items():
            if key in known:
                continue
            if self.row.kind in (RelationName.JOINED, RelationName.FIXED) and given.looks in (Looks.NAME, Looks.LIST):
                self.positional.append(given)
                continue
            meant = self.meant_by(key, known, extra)
            if meant is None:
                raise self.wrong(f"has no {key!r}{closest(key, known)}")
            if meant in extra and meant not in known:
                self.extra[meant] = given
                continue
            self.warn(f"'{key}' of {self.row.kind} was read as '{meant}'")
            across_axis = meant == "about" and axis_named(_content(given)) is not None
            self.values[meant] = _word("room") if across_axis else given

    def meant_by(self, key: str, known: Sequence[str], extra: Sequence[str]) -> str | None:
        words = (key, *_KEYWORDS.get(key.lower(), ()))
        may = [w for w in words if (w in known and w not in self.values) or w in extra]
        if len(may) > 1:  # prefer a parameter that no positional argument will take
            taken = self.unset()[: len(self.positional)]
            may = [w for w in may if w not in taken] or may
        return may[0] if may else None

    def read_numbers(self, *names: str) -> Given | None:
        """Take out the first number, or list of numbers, behind the positional arguments for the parameters `names`."""
        start = sum(name in names for name in self.unset())
        found = next((g for g in self.positional[start:] if g.is_number), None)
        if found is not None:
            self.positional.remove(found)
        return found

    def read_in_order(self) -> None:
        """Assign the remaining positional arguments to the remaining parameters."""
        left = self.unset()
        if len(self.positional) > len(left):
            given = len(self.positional) + len(self.values)
            raise self.wrong(f"takes {len(self.row.parameters)} arguments, {given} were given")
        self.values.update(zip(left, self.positional, strict=False))
        self.positional = []

    def require_all(self) -> None:
        listed = self.row.or_items and "items" in self.values
        for p in KINDS[self.reading.kind].parameters:
            if p.default is REQUIRED and p.name not in self.values and not (listed and p.name in ("a", "b")):
                raise self.wrong(f"needs '{p.name}'")


def _word(text: str) -> Given:
    return Given(text, Looks.NAME, text)


def _number(value: float) -> Given:
    return Given(value, Looks.NUMBER)


# -- relations of a and b -------------------------------------------------------------------------------------------------


def _pair(call: _Call) -> None:
    """a and b may come in one list. A distance is left out where the relation has none."""
    _spread(call)
    if "distance" in _EXTRA.get(call.row.kind, ()):
        found = call.read_numbers("a", "b")
        _leave_out_distance(call, found)


def _spread(call: _Call) -> None:
    """Take a list of two names as a and b."""
    first = call.positional[0] if call.positional else None
    alone = first is not None and first.looks is Looks.LIST and len(first.items) == 2
    names = call.unset()[:3]
    if (
        alone
        and first is not None
        and names[:2] == ["a", "b"]
        and len(call.positional) <= (2 if "about" in names else 1)
    ):
        call.warn(f"{call.row.kind} was given a and b in one list")
        call.positional[:1] = first.items


def _leave_out_distance(call: _Call, found: Given | None) -> None:
    other = [name for name in call.extra if name not in _DISTANCES]
    if other:
        call.warn(f"{call.row.kind} takes no '{other[0]}': it was left out")
    elif found is not None or call.extra:
        call.reading.warnings.append(
            f"{call.row.kind} takes no distance, so it was left out: near(a, b, lo, hi) says how far apart things may be"
        )


def _next_to(call: _Call) -> None:
    """With a distance it means ``near``."""
    lo, hi = _bounds(call)
    if lo or hi:
        _as_near(call, lo or _number(NEXT_TO[0]), hi or _number(NEXT_TO[1]))


def _far(call: _Call) -> None:
    """With a distance it means ``near``, with that distance as the least."""
    lo, hi = _bounds(call)
    if hi and not lo and "hi" not in call.extra:
        lo, hi = hi, None
    if lo or hi:
        _as_near(call, lo or _number(FAR), hi or _number(_FARTHEST))


def _bounds(call: _Call) -> tuple[Given | None, Given | None]:
    """The least and the greatest distance; a single number is the greatest."""
    _spread(call)
    lo, hi = call.extra.get("lo"), call.extra.get("hi")
    found = call.read_numbers("a", "b") or call.extra.get("distance")
    if found is not None and len(found.items) > 2:
        raise call.wrong("takes names, not a point")
    if found is not None and len(found.items) == 2:
        return found.items[0], found.items[1]
    return lo, hi or found


def _as_near(call: _Call, lo: Given, hi: Given) -> None:
    call.read_in_order()
    call.reading.kind = RelationName.NEAR
    call.warn(f"{call.row.kind} takes no distance: with one it was read as near")
    call.values.update(lo=lo, hi=hi)


def _near(call: _Call) -> None:
    """A single number is the greatest distance; a pair is the least and the greatest."""
    _spread(call)
    hi = call.values.get("hi")
    numbers = [g for g in call.positional[sum(n in ("a", "b") for n in call.unset()) :] if g.is_number]
    both = hi if isinstance(hi, Given) and len(hi.items) == 2 else next((g for g in numbers if len(g.items) == 2), None)
    if both is not None:
        if both in call.positional:
            call.positional.remove(both)
        call.warn("the two bounds of near were given as one argument")
        call.values["lo"], call.values["hi"] = both.items
    elif len(numbers) == 1 and {"lo", "hi"} <= set(call.unset()):
        call.positional.remove(numbers[0])
        call.warn("the only distance of near was read as hi, the greatest one")
        call.values["hi"] = numbers[0]


def _centered(call: _Call) -> None:
    _spread(call)
    if len(call.positional) < len([n for n in call.unset() if n in ("a", "b")]) and "b" in call.unset():
        call.read_in_order()
        if "a" in call.values:
            call.warn("centered without b was read as centered in the room")
            call.values["b"] = _word("room")


def _symmetric(call: _Call) -> None:
    """Without ``about``, the middle of the room is meant."""
    _spread(call)
    call.read_in_order()
    if {"a", "b"} <= set(call.values) and "about" not in call.values:
        call.warn("symmetric without about was read as symmetric about the room")
        call.values["about"] = _word("room")


def _parallel(call: _Call) -> None:
    """Of more than two things, each is parallel to the first."""
    names = call.positional
    if len(names) == 1 and names[0].looks is Looks.LIST and len(names[0].items) > 2:
        names = list(names[0].items)
    if len(names) > 2 and call.unset() == ["a", "b"] and all(g.looks is Looks.NAME for g in names):
        call.warn("parallel of several things was read as each of them with the first")
        call.values.update(a=tuple(names[1:]), b=names[0])
        call.positional = []
        return
    _spread(call)


# -- relations of one thing -----------------------------------------------------------------------------------------------


def _on_wall(call: _Call) -> None:
    """Height (a number) and wall (a word) may come in either order."""
    start = int("a" in call.unset())
    rest, call.positional = call.positional[start:], call.positional[:start]
    for given in rest:
        free = [n for n in ("height", "wall") if n in call.unset()]
        name = "height" if given.looks is Looks.NUMBER else "wall" if given.text is not None else "".join(free[:1])
        if name not in free:
            raise call.wrong("takes one height and one wall")
        if name == "wall" and "height" in free:
            call.warn("the wall of on_wall must be given by its keyword")
        call.values[name] = given


def _in_corner(call: _Call) -> None:
    """The two walls of the corner may come as two arguments."""
    start = int("a" in call.unset())
    words = [g.text for g in call.positional[start:] if g.text is not None]
    if len(words) == 2 == len(call.positional) - start and "corner" in call.unset():
        call.warn("the two walls of in_corner must be joined into one word")
        call.positional[start:] = [_word("_".join(words))]


def _hanging(call: _Call) -> None:
    """Hanging means from the ceiling; with a wall it means ``on_wall``."""
    start = int("a" in call.unset())
    rest = [*call.positional[start:], *call.extra.values()]
    call.positional = call.positional[:start]
    walls = [
        g for g in rest if wall_named(g.text or "room") not in (None, ANY_WALL) or (g.text or "").lower() == "wall"
    ]
    if walls:
        call.read_in_order()
        call.reading.kind = RelationName.ON_WALL
        call.warn("hanging means from the ceiling: with a wall it was read as on_wall")
        call.values["wall"] = walls[0]
        return
    if any((g.text or "").strip().lower() not in ("ceiling", "room", "scene", "room/ceiling") for g in rest):
        call.reading.warnings.append(
            "hanging takes one name, the rest was left out: above(a, b) says what a thing hangs over"
        )
    elif rest:
        call.warn("hanging takes one name")


def _clear(call: _Call) -> None:
    front = call.values.get("front")
    if isinstance(front, Given) and front.value is True:
        del call.values["front"]


# -- relations of several things ------------------------------------------------------------------------------------------


def _around(call: _Call) -> None:
    """The items and the thing that they stand around may come in either order."""
    _leave_out_distance(call, call.read_numbers("items", "b"))
    given, left = call.positional, call.unset()
    if left == ["items", "b"] and len(given) == 2 and given[1].looks is Looks.LIST and given[0].looks is not Looks.LIST:
        call.positional = [given[1], given[0]]
    elif left == ["items", "b"] and len(given) > 2 and all(g.looks is Looks.NAME for g in given):
        call.warn("the items of around must be in a list")
        call.values.update(items=tuple(given[:-1]), b=given[-1])
        call.positional = []
    elif left == ["items"] and len(given) > 1:
        _take_as_items(call)


def _take_as_items(call: _Call) -> None:
    """Names without a list are the items."""
    if len(call.positional) > 1:
        call.warn(f"the items of {call.row.kind} must be in a list")
    call.values["items"] = tuple(call.positional)
    call.positional = []


def _line(call: _Call) -> None:
    """``spaced`` and ``in_row``: the items, and their axis or direction."""
    name, known = ("axis", axis_named) if call.row.kind is RelationName.SPACED else ("along", row_along)
    if name in call.unset() and len(call.positional) > 1 and known(_content(call.positional[-1])) is not None:
        call.values[name] = call.positional.pop()
    _leave_out_distance(call, call.read_numbers("items", name))
    if name in call.unset() and len(call.positional) > 1 and known(_content(call.positional[-1])) is not None:
        call.values[name] = call.positional.pop()
    if "items" in call.unset() and call.positional and call.positional[0].looks is not Looks.LIST:
        _take_as_items(call)
    call.read_in_order()
    if name == "axis" and name not in call.values:
        call.warn("spaced has no axis: the one along which the things are spread was used")
        call.values[name] = Given(None, Looks.OTHER)


def _content(given: Given) -> object:
    """The content of a string argument, else the value of the argument."""
    return given.text if given.text is not None else given.value


def _aligned(call: _Call) -> None:
    """Two things, or any number of them with or without a list, and an axis."""
    last = call.positional[-1] if call.positional else None
    if "axis" in call.unset() and last is not None and len(call.positional) > 1:
        third = len(call.positional) == 3 and last.text is None and last.looks is not Looks.LIST
        if axis_named(_content(last)) is not None or third or last.is_number:
            call.values["axis"] = call.positional.pop()
    given = call.positional
    if call.unset()[:2] == ["a", "b"] and "items" not in call.values:
        if len(given) == 1 and given[0].looks is Looks.LIST:
            call.values["items"] = given[0]
            call.positional = []
        elif len(given) > 2 and all(g.looks is Looks.NAME for g in given):
            call.values["items"] = tuple(given)
            call.positional = []
    if "items" not in call.values:
        call.read_in_order()
    if "axis" not in call.values:
        call.warn("aligned has no axis: the one that needs the least change was used")
        call.values["axis"] = Given(None, Looks.OTHER)


def _together(call: _Call) -> None:
    """``joined`` and ``fixed``: any number of names, with or without lists."""
    items = call.values.get("items")
    if items is None:
        if not call.positional:
            raise call.wrong("needs the names of things")
        call.values["items"] = call.positional[0] if len(call.positional) == 1 else tuple(call.positional)
        call.positional = []


_READERS: dict[str, Callable[[_Call], None]] = {
    "next_to": _next_to,
    "far": _far,
    "near": _near,
    "centered": _centered,
    "symmetric": _symmetric,
    "parallel": _parallel,
    "on_wall": _on_wall,
    "in_corner": _in_corner,
    "hanging": _hanging,
    "clear": _clear,
    "around": _around,
    "spaced": _line,
    "in_row": _line,
    "aligned": _aligned,
    "joined": _together,
    "fixed": _together,
}
"""The reader of each kind; kinds that are not in it are read by :func:`_pair`."""
