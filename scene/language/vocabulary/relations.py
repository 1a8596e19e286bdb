"""Relations: constraints that a program sets for the layout. The layout solver defines their residuals.

:mod:`scenewright.scene.language.relations.table` lists the parameters of each kind, and
:mod:`scenewright.scene.language.vocabulary.relation_forms` reads the forms of a call.
"""

from __future__ import annotations

import itertools
import numbers
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.relations import (
    ANY_WALL,
    KINDS,
    REQUIRED,
    Parameter,
    RelationKind,
    Takes,
    axis_named,
    corner_named,
    frame_named,
    row_along,
    wall_named,
)
from scenewright.scene.language.vocabulary.argument_types import RelationLike
from scenewright.scene.language.vocabulary.evaluation import caller_span, current
from scenewright.scene.language.vocabulary.relation_forms import (
    Given,
    Looks,
    RelationReading,
    Value,
    form_of,
    read_arguments,
)
from scenewright.scene.language.vocabulary.relation_text import kind_place, plain_kind, read_relation_text
from scenewright.scene.language.vocabulary.shapes import Shape, nothing
from scenewright.scene.language.vocabulary.vectors import number, shown
from scenewright.scene.limits import RELATIONS
from scenewright.scene.model import SourceSpan

__all__ = [
    "CONSTRUCTORS",
    "NAME_PARAMETERS",
    "SIGNATURES",
    "RelationCall",
    "plain_kind",
    "read_relation_text",
    "relate",
]

SIGNATURES: dict[str, RelationKind] = KINDS
NAME_PARAMETERS = {kind: row.names for kind, row in KINDS.items()}
_MOST_NAMES = 100_000
"""Most names in one list: an endless generator is cut off there."""


@dataclass(frozen=True, slots=True)
class RelationCall:
    """A relation as written, before its names are resolved. Arguments for names are strings, shapes, points (three numbers),
    or lists of these."""

    kind: str
    arguments: Mapping[str, Any]
    weight: float = 1.0
    hard: bool = False
    span: SourceSpan | None = None
    nodes: Mapping[str, Any] = field(default_factory=dict)


# -- one relation ---------------------------------------------------------------------------------------------------------


def _make(kind: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> RelationCall:
    session = current()
    span = caller_span()
    named = dict(kwargs)
    weight, hard = named.pop("weight", 1.0), bool(named.pop("hard", False))
    defaults = {p.name for p in KINDS[kind].parameters if p.default is not REQUIRED}
    given = {key: _given(value) for key, value in named.items() if value is not None or key not in defaults}
    reading = read_arguments(kind, [_given(value) for value in args], given)
    for warning in reading.warnings:
        session.warn(warning, span)
    values = _values(reading, span)
    if reading.kind == "near" and values["lo"] > values["hi"]:
        session.warn("lo of near is greater than hi: they were swapped", span)
        values["lo"], values["hi"] = values["hi"], values["lo"]
    w = number(1.0 if weight is None else weight, f"weight of {kind}")
    if w < 0.0:
        raise ProgramError(f"weight of {kind} is {w:g}: it must be 0 or more", kind="argument")
    call = RelationCall(reading.kind, values, w, hard, span)
    session.loose_relations[id(call)] = call
    return call


def _given(value: Any) -> Given:
    """An argument with its kind, for the forms to read."""
    if isinstance(value, str):
        return Given(value, Looks.NAME, value)
    if isinstance(value, Shape) or (callable(value) and isinstance(getattr(value, "name", None), str)):
        return Given(value, Looks.NAME)
    if isinstance(value, (bool, np.bool_)) or value is None or isinstance(value, (Mapping, RelationCall)):
        return Given(value, Looks.OTHER)
    if isinstance(value, numbers.Real):
        return Given(value, Looks.NUMBER)
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, (set, frozenset)):
        value = sorted(value, key=str)
    if isinstance(value, Iterable):
        items = tuple(_given(v) for v in itertools.islice(value, _MOST_NAMES))
        figures = bool(items) and all(i.looks is Looks.NUMBER for i in items)
        return Given([i.value for i in items], Looks.NUMBERS if figures else Looks.LIST, None, items)
    return Given(value, Looks.OTHER)


def _values(reading: RelationReading, span: SourceSpan | None) -> dict[str, Any]:
    """The values of the parameters, checked and converted, in the order of the table."""
    kind, row = reading.kind, KINDS[reading.kind]
    values: dict[str, Any] = {}
    for parameter in row.parameters:
        name = parameter.name
        if name in reading.values:
            values[name] = _value(kind, parameter, reading.values[name], span)
        elif parameter.default is not REQUIRED:
            values[name] = parameter.default
    if row.or_items and "items" in reading.values:
        values["items"] = _names(kind, "items", reading.values["items"], True, span)
    return {name: values[name] for name in ("items", *(p.name for p in row.parameters)) if name in values}


def _value(kind: str, parameter: Parameter, value: Value, span: SourceSpan | None) -> Any:
    name, takes = parameter.name, parameter.takes
    if takes in (Takes.NAME, Takes.NAMES):
        return _names(kind, name, value, takes is Takes.NAMES, span)
    assert isinstance(value, Given)
    given = value.value
    if given is None:
        return None if parameter.default is REQUIRED else parameter.default
    if takes is Takes.NUMBER:
        return number(given, f"{name} of {kind}")
    read: Any = None
    if takes is Takes.WALL:
        return _wall(kind, value, span)
    if takes is Takes.AXIS:
        read = axis_named(given)
    elif takes is Takes.ALONG:
        read = row_along(given)
    elif takes is Takes.CORNER and isinstance(given, str):
        read = corner_named(given)
    elif takes is Takes.FRAME:
        read = frame_named(given)
    if read is None:
        raise ProgramError(
            f"{name} of {kind} must be {takes.value}, not {shown(given)}: {form_of(kind)}", kind="argument"
        )
    if given != read:
        current().warn(f"{name} of {kind} was read as {read!r}", span)
    return read or None


def _wall(kind: str, value: Given, span: SourceSpan | None) -> Any:
    """A wall of the room, None for any, or the name of a thing in its place, such as a partition."""
    if value.looks is Looks.LIST and len(value.items) == 1:
        value = value.items[0]
    if value.text is None:
        return _names(kind, "wall", value, False, span)
    wall = wall_named(value.text)
    if wall is None:
        return value.text.strip()
    if wall != value.text:
        current().warn(f"the wall of {kind} was read as {'any wall' if wall == ANY_WALL else repr(wall)}", span)
    return None if wall == ANY_WALL else wall


# -- names ----------------------------------------------------------------------------------------------------------------


def _names(kind: str, parameter: str, value: Value, many: bool, span: SourceSpan | None) -> Any:
    """A name or a list of names. Shapes and points stay as they are until the tree is known."""
    given = value if isinstance(value, tuple) else (value,)
    flat = [one for g in given for one in _flat_names(kind, parameter, g, span)]
    if many or isinstance(value, tuple) or (value.looks is Looks.LIST and len(flat) != 1):
        return flat
    return flat[0]


def _flat_names(kind: str, parameter: str, given: Given, span: SourceSpan | None) -> list[Any]:
    session = current()
    if given.text is not None:
        if not given.text.strip():
            session.warn(f"{kind} was given an empty name, which means nothing", span)
        return [given.text.strip()]
    if given.looks is Looks.NAME:
        if isinstance(given.value, Shape):
            session.warn(f"{kind} was given a shape: write the name of the instance", span)
            return [given.value]
        return [given.value.name]  # an entity function
    if given.looks is Looks.LIST:
        if not given.items:
            session.warn(f"{kind} was given an empty list, which means nothing", span)
        return [one for item in given.items for one in _flat_names(kind, parameter, item, span)]
    if given.looks is Looks.NUMBERS and len(given.items) == 3 and parameter in ("b", "about"):
        session.warn(f"{kind} was given a point: write the name of the thing that stands there", span)
        return [tuple(number(v, f"{parameter} of {kind}") for v in given.value)]
    raise ProgramError(
        f"{kind} takes the names of instances, not {shown(given.value)}: {form_of(kind)}", kind="argument"
    )


# -- what programs call ---------------------------------------------------------------------------------------------------


def _constructor(kind: str) -> Callable[..., RelationCall]:
    def make(*args: Any, **kwargs: Any) -> RelationCall:
        return _make(kind, args, kwargs)

    make.__name__ = make.__qualname__ = kind
    make.__doc__ = f"``{form_of(kind)}``. {KINDS[kind].meaning}"
    return make


CONSTRUCTORS: dict[str, Callable[..., RelationCall]] = {kind: _constructor(kind) for kind in KINDS}


def relate(*relations: RelationLike | None) -> Shape:
    """Give relations, as ``on(...)``, ``near(...)`` and so on make them, to the layout. Lists of them and None are allowed.

    Args:
        relations: relations, or lists of relations.

    Returns:
        an empty shape, which may stand among others.

    Raises:
        ProgramError: something is not a relation; the message shows the form.
    """
    session = current()
    for item in relations:
        if item is None:  # `on(...) if condition else None`
            continue
        if isinstance(item, (RelationCall, str, Mapping, Shape)) or not isinstance(item, Iterable):
            listed = None
        else:
            listed = list(itertools.islice(item, _MOST_NAMES))
        if listed is not None and (len(listed) < 2 or kind_place(listed) is None):
            relate(*listed)
            continue
        call = item if isinstance(item, RelationCall) else _read(item if listed is None else listed)
        session.loose_relations.pop(id(call), None)
        session.declare(call, "relations", RELATIONS)
    return nothing()


def _read(item: Any) -> RelationCall:
    """A relation that is given as text, as a tuple such as ('on', 'lamp', 'desk'), or as a dict."""
    span = caller_span()
    if isinstance(item, (list, tuple)):
        at = kind_place(item)
        kind = None if at is None else plain_kind(item[at])
        if at is not None and kind:
            current().warn(f"a relation was given as a tuple: write {form_of(kind)}", span)
            return _make(kind, [*item[:at], *item[at + 1 :]], {})
    if isinstance(item, Mapping):
        fields = dict(item)
        kind = plain_kind(str(fields.pop("kind", fields.pop("type", fields.pop("relation", "")))))
        if kind:
            current().warn(f"a relation was given as a dict: write {form_of(kind)}", span)
            return _make(kind, (), {str(k): v for k, v in fields.items()})
    if isinstance(item, str):
        found = read_relation_text(item)
        if found:
            current().warn(f"relation {shown(item)} was given as text: write {form_of(found.kind)}", span)
            return _make(found.kind, found.arguments, found.keywords)
    raise ProgramError(
        f"relate takes relations such as on('lamp', 'desk') or near('chair', 'desk', 0, 0.5), not {shown(item)}",
        kind="argument",
    )
