"""Which argument of a relation is which, in all the forms that people and models write.

The same rules read a call as it runs (its arguments are values) and as it stands in a program's text (they are nodes): an edit
finds the names where the run finds them. What is plain is read, and told where it was written in another way than it is
documented; what is not plain is an error that shows the right form.
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
"""Metres: stands for no upper bound where ``far`` is given a distance of its own."""


class Looks(enum.Enum):
    """What an argument looks like, before it is known what it is for."""

    NAME = enum.auto()
    """Also what cannot be told from the text: a variable, say."""
    LIST = enum.auto()
    NUMBER = enum.auto()
    NUMBERS = enum.auto()
    OTHER = enum.auto()


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """An argument: a value of the program, or its node in the text. `text`: of a string. `items`: of a list."""

    value: Any
    looks: Looks
    text: str | None = None
    items: tuple[Given, ...] = ()

    @property
    def is_number(self) -> bool:
        return self.looks in (Looks.NUMBER, Looks.NUMBERS)


Value = Given | tuple[Given, ...]
"""What a parameter was given; a tuple: names that stand in the call without a list."""


@dataclass(slots=True)
class RelationReading:
    """The arguments by parameter; those that were left out are not in it. `kind`: of what the form means, mostly what is
    written. `said`: what was written in another way than it is documented."""

    kind: str
    values: dict[str, Value] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


def form_of(kind: str) -> str:
    """How a relation is written."""
    return " or ".join(KINDS[kind].calls)


def read_arguments(kind: str, plain: Sequence[Given], named: Mapping[str, Given]) -> RelationReading:
    """Which argument is which.

    Raises:
        ProgramError: they fit no form of this relation.
    """
    call = _Call(KINDS[kind], list(plain))
    call.read_keywords(named)
    _READERS.get(kind, _pair)(call)
    call.read_in_order()
    call.see_that_nothing_is_missing()
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
"""Other words for parameters, each with those that it may mean, the likeliest first."""

_DISTANCES = ("distance", "lo", "hi")
_BESIDES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("next_to", "far", "across", "left_of", "right_of", "in_front_of", "behind", "facing", "above", "under",
                     "against_wall", "around", "spaced", "in_row"), _DISTANCES),
    **dict.fromkeys(("on", "inside"), ("offset", "position", "side", "height", *_DISTANCES)),
    "hanging": ("b", "wall", "height", *_DISTANCES),
}  # fmt: skip
"""What a relation does not take, and is given all the same: it is left out, or makes the relation another one."""


class _Call:
    """`plain`: the arguments without a keyword that are not yet told apart. `besides`: what the relation does not take."""

    def __init__(self, row: RelationKind, plain: list[Given]) -> None:
        self.row = row
        self.plain = plain
        self.reading = RelationReading(row.kind)
        self.values = self.reading.values
        self.besides: dict[str, Given] = {}

    def wrong(self, why: str) -> ProgramError:
        return ProgramError(f"{self.row.kind} {why}: {form_of(self.row.kind)}", kind="argument")

    def say(self, what: str) -> None:
        self.reading.said.append(f"{what}: write {form_of(self.reading.kind)}")

    def left(self) -> list[str]:
        """Parameters that nothing was given for, in order."""
        return [p.name for p in self.row.parameters if p.name not in self.values]

    def read_keywords(self, named: Mapping[str, Given]) -> None:
        known = [p.name for p in self.row.parameters] + ["items"] * self.row.or_items
        besides = _BESIDES.get(self.row.kind, ())
        self.values.update((key, given) for key, given in named.items() if key in known)
        for key, given in named.items():
            if key in known:
                continue
            if self.row.kind in (RelationName.JOINED, RelationName.FIXED) and given.looks in (Looks.NAME, Looks.LIST):
                self.plain.append(given)
                continue
            meant = self.meant_by(key, known, besides)
            if meant is None:
                raise self.wrong(f"has no {key!r}{closest(key, known)}")
            if meant in besides and meant not in known:
                self.besides[meant] = given
                continue
            self.say(f"'{key}' of {self.row.kind} was read as '{meant}'")
            across_axis = meant == "about" and axis_named(_told(given)) is not None
            self.values[meant] = _word("room") if across_axis else given

    def meant_by(self, key: str, known: Sequence[str], besides: Sequence[str]) -> str | None:
        words = (key, *_KEYWORDS.get(key.lower(), ()))
        may = [w for w in words if (w in known and w not in self.values) or w in besides]
        if len(may) > 1:  # rather not what the arguments without a keyword are for
            taken = self.left()[: len(self.plain)]
            may = [w for w in may if w not in taken] or may
        return may[0] if may else None

    def read_numbers(self, *names: str) -> Given | None:
        """Takes out the number, or the pair of numbers, that stands after the arguments called `names`."""
        start = sum(name in names for name in self.left())
        found = next((g for g in self.plain[start:] if g.is_number), None)
        if found is not None:
            self.plain.remove(found)
        return found

    def read_in_order(self) -> None:
        """The arguments that are left, to the parameters that are left."""
        left = self.left()
        if len(self.plain) > len(left):
            given = len(self.plain) + len(self.values)
            raise self.wrong(f"takes {len(self.row.parameters)} arguments, {given} were given")
        self.values.update(zip(left, self.plain, strict=False))
        self.plain = []

    def see_that_nothing_is_missing(self) -> None:
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
    """a and b may come in one list; a distance is left out where none is taken."""
    _spread(call)
    if "distance" in _BESIDES.get(call.row.kind, ()):
        found = call.read_numbers("a", "b")
        _leave_out_distance(call, found)


def _spread(call: _Call) -> None:
    first = call.plain[0] if call.plain else None
    alone = first is not None and first.looks is Looks.LIST and len(first.items) == 2
    names = call.left()[:3]
    if alone and first is not None and names[:2] == ["a", "b"] and len(call.plain) <= (2 if "about" in names else 1):
        call.say(f"{call.row.kind} was given a and b in a list")
        call.plain[:1] = first.items


def _leave_out_distance(call: _Call, found: Given | None) -> None:
    other = [name for name in call.besides if name not in _DISTANCES]
    if other:
        call.say(f"{call.row.kind} takes no '{other[0]}', and it was left out")
    elif found is not None or call.besides:
        call.reading.said.append(
            f"{call.row.kind} takes no distance, and it was left out: near(a, b, lo, hi) says how far things may be apart"
        )


def _next_to(call: _Call) -> None:
    """With a distance of its own it is ``near``."""
    lo, hi = _bounds(call)
    if lo or hi:
        _as_near(call, lo or _number(NEXT_TO[0]), hi or _number(NEXT_TO[1]))


def _far(call: _Call) -> None:
    """With a distance of its own it is ``near`` from there on."""
    lo, hi = _bounds(call)
    if hi and not lo and "hi" not in call.besides:
        lo, hi = hi, None
    if lo or hi:
        _as_near(call, lo or _number(FAR), hi or _number(_FARTHEST))


def _bounds(call: _Call) -> tuple[Given | None, Given | None]:
    """The least and the greatest distance; a single number is the greatest."""
    _spread(call)
    lo, hi = call.besides.get("lo"), call.besides.get("hi")
    found = call.read_numbers("a", "b") or call.besides.get("distance")
    if found is not None and len(found.items) > 2:
        raise call.wrong("takes no point")
    if found is not None and len(found.items) == 2:
        return found.items[0], found.items[1]
    return lo, hi or found


def _as_near(call: _Call, lo: Given, hi: Given) -> None:
    call.read_in_order()
    call.reading.kind = RelationName.NEAR
    call.say(f"{call.row.kind} takes no distance, and was read as near")
    call.values.update(lo=lo, hi=hi)


def _near(call: _Call) -> None:
    """A single number is the greatest distance, two in brackets are both."""
    _spread(call)
    hi = call.values.get("hi")
    numbers = [g for g in call.plain[sum(n in ("a", "b") for n in call.left()) :] if g.is_number]
    both = hi if isinstance(hi, Given) and len(hi.items) == 2 else next((g for g in numbers if len(g.items) == 2), None)
    if both is not None:
        if both in call.plain:
            call.plain.remove(both)
        call.say("the bounds of near were given as one")
        call.values["lo"], call.values["hi"] = both.items
    elif len(numbers) == 1 and {"lo", "hi"} <= set(call.left()):
        call.plain.remove(numbers[0])
        call.say("the one distance of near was read as its greatest, hi")
        call.values["hi"] = numbers[0]


def _centered(call: _Call) -> None:
    _spread(call)
    if len(call.plain) < len([n for n in call.left() if n in ("a", "b")]) and "b" in call.left():
        call.read_in_order()
        if "a" in call.values:
            call.say("centered was read as centered in the room")
            call.values["b"] = _word("room")


def _symmetric(call: _Call) -> None:
    """Where nothing is said, about the middle of the room."""
    _spread(call)
    call.read_in_order()
    if {"a", "b"} <= set(call.values) and "about" not in call.values:
        call.say("symmetric was read as symmetric about the room")
        call.values["about"] = _word("room")


def _parallel(call: _Call) -> None:
    """Of more than two things, the others to the first."""
    names = call.plain
    if len(names) == 1 and names[0].looks is Looks.LIST and len(names[0].items) > 2:
        names = list(names[0].items)
    if len(names) > 2 and call.left() == ["a", "b"] and all(g.looks is Looks.NAME for g in names):
        call.say("parallel of several things was read as each of them with the first")
        call.values.update(a=tuple(names[1:]), b=names[0])
        call.plain = []
        return
    _spread(call)


# -- relations of one thing -----------------------------------------------------------------------------------------------


def _on_wall(call: _Call) -> None:
    """A number is the height, a word the wall, in either order."""
    start = int("a" in call.left())
    rest, call.plain = call.plain[start:], call.plain[:start]
    for given in rest:
        free = [n for n in ("height", "wall") if n in call.left()]
        name = "height" if given.looks is Looks.NUMBER else "wall" if given.text is not None else "".join(free[:1])
        if name not in free:
            raise call.wrong("takes one height and one wall")
        if name == "wall" and "height" in free:
            call.say("the wall of on_wall goes by its keyword")
        call.values[name] = given


def _in_corner(call: _Call) -> None:
    """The two walls of the corner may come one by one."""
    start = int("a" in call.left())
    words = [g.text for g in call.plain[start:] if g.text is not None]
    if len(words) == 2 == len(call.plain) - start and "corner" in call.left():
        call.say("the walls of in_corner go into one word")
        call.plain[start:] = [_word("_".join(words))]


def _hanging(call: _Call) -> None:
    """From the ceiling, unless it is said to be on a wall."""
    start = int("a" in call.left())
    rest = [*call.plain[start:], *call.besides.values()]
    call.plain = call.plain[:start]
    walls = [
        g for g in rest if wall_named(g.text or "room") not in (None, ANY_WALL) or (g.text or "").lower() == "wall"
    ]
    if walls:
        call.read_in_order()
        call.reading.kind = RelationName.ON_WALL
        call.say("hanging means from the ceiling, and was read as on_wall")
        call.values["wall"] = walls[0]
        return
    if any((g.text or "").strip().lower() not in ("ceiling", "room", "scene", "room/ceiling") for g in rest):
        call.reading.said.append(
            "hanging takes one name, and the rest was left out: above(a, b) says what a thing hangs over"
        )
    elif rest:
        call.say("hanging takes one name")


def _clear(call: _Call) -> None:
    front = call.values.get("front")
    if isinstance(front, Given) and front.value is True:
        del call.values["front"]


# -- relations of several things ------------------------------------------------------------------------------------------


def _around(call: _Call) -> None:
    """The items and what they stand around, in either order."""
    _leave_out_distance(call, call.read_numbers("items", "b"))
    given, left = call.plain, call.left()
    if left == ["items", "b"] and len(given) == 2 and given[1].looks is Looks.LIST and given[0].looks is not Looks.LIST:
        call.plain = [given[1], given[0]]
    elif left == ["items", "b"] and len(given) > 2 and all(g.looks is Looks.NAME for g in given):
        call.say("the items of around go into a list")
        call.values.update(items=tuple(given[:-1]), b=given[-1])
        call.plain = []
    elif left == ["items"] and len(given) > 1:
        _take_loose(call)


def _take_loose(call: _Call) -> None:
    """Names that stand without a list are the items."""
    if len(call.plain) > 1:
        call.say(f"the items of {call.row.kind} go into a list")
    call.values["items"] = tuple(call.plain)
    call.plain = []


def _line(call: _Call) -> None:
    """``spaced`` and ``in_row``: the items and the way that they go."""
    name, known = ("axis", axis_named) if call.row.kind is RelationName.SPACED else ("along", row_along)
    if name in call.left() and len(call.plain) > 1 and known(_told(call.plain[-1])) is not None:
        call.values[name] = call.plain.pop()
    _leave_out_distance(call, call.read_numbers("items", name))
    if name in call.left() and len(call.plain) > 1 and known(_told(call.plain[-1])) is not None:
        call.values[name] = call.plain.pop()
    if "items" in call.left() and call.plain and call.plain[0].looks is not Looks.LIST:
        _take_loose(call)
    call.read_in_order()
    if name == "axis" and name not in call.values:
        call.say("no axis was given to spaced: the one that the things are spread along was taken")
        call.values[name] = Given(None, Looks.OTHER)


def _told(given: Given) -> object:
    """An argument as far as its text tells it."""
    return given.text if given.text is not None else given.value


def _aligned(call: _Call) -> None:
    """a and b, or any number of things with or without a list, and an axis."""
    last = call.plain[-1] if call.plain else None
    if "axis" in call.left() and last is not None and len(call.plain) > 1:
        third = len(call.plain) == 3 and last.text is None and last.looks is not Looks.LIST
        if axis_named(_told(last)) is not None or third or last.is_number:
            call.values["axis"] = call.plain.pop()
    given = call.plain
    if call.left()[:2] == ["a", "b"] and "items" not in call.values:
        if len(given) == 1 and given[0].looks is Looks.LIST:
            call.values["items"] = given[0]
            call.plain = []
        elif len(given) > 2 and all(g.looks is Looks.NAME for g in given):
            call.values["items"] = tuple(given)
            call.plain = []
    if "items" not in call.values:
        call.read_in_order()
    if "axis" not in call.values:
        call.say("no axis was given to aligned: the one that needs the least change was taken")
        call.values["axis"] = Given(None, Looks.OTHER)


def _together(call: _Call) -> None:
    """``joined`` and ``fixed``: any number of names, with or without lists."""
    items = call.values.get("items")
    if items is None:
        if not call.plain:
            raise call.wrong("needs the names of things")
        call.values["items"] = call.plain[0] if len(call.plain) == 1 else tuple(call.plain)
        call.plain = []


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
"""How the arguments of a kind are told apart; the others are :func:`_pair`."""
