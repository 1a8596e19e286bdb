"""The values of edits, with what they may be: lengths of names, sizes of numbers, what a relation takes."""

from __future__ import annotations

import keyword
import math
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from scenewright.scene.limits import (
    NAME_CHARACTERS,
    RELATION_CHARACTERS,
    SMALLEST,
    TREE_DEPTH,
    WORDS_CHARACTERS,
    WORLD_REACH,
)
from scenewright.scene.printing import is_printable

__all__ = ["Name", "Number", "OptionName", "Path", "Point", "Words", "relation_argument"]

_MOST_ITEMS = 1_000
"""Names in one list of a relation."""


def _printable(text: str) -> str:
    if not is_printable(text):
        raise PydanticCustomError("not_printable", "input should be without control and invisible characters")
    return text


def _writable(number: float) -> float:
    """What rounding leaves of a 0, such as the cosine of a right angle, is a 0: texts hold four decimals."""
    return number if abs(number) >= SMALLEST else 0.0


def _option_name(text: str) -> str:
    if not text.isidentifier() or keyword.iskeyword(text):
        raise PydanticCustomError("no_option", "input should be the name of an option, such as lo")
    return text


Name = Annotated[str, Field(max_length=NAME_CHARACTERS), AfterValidator(_printable)]
Words = Annotated[str, Field(max_length=WORDS_CHARACTERS), AfterValidator(_printable)]
OptionName = Annotated[str, Field(max_length=NAME_CHARACTERS), AfterValidator(_option_name)]
Path = Annotated[str, Field(max_length=NAME_CHARACTERS * TREE_DEPTH)]
"""Of an instance. A path that names none is refused when it is looked up."""
Number = Annotated[float, Field(ge=-WORLD_REACH, le=WORLD_REACH), AfterValidator(_writable)]
Point = tuple[Number, Number, Number]


def relation_argument(value: Any) -> Any:
    """An argument of a relation: a name, a number, a boolean, nothing, or a list of names and numbers.

    Raises:
        PydanticCustomError: it is something else. What is accepted is written into the program's text as it is.
    """
    if isinstance(value, (list, tuple)) and len(value) <= _MOST_ITEMS:
        return type(value)(_single(item) for item in value)
    return _single(value)


def _single(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str) and type(value) is str and len(value) <= RELATION_CHARACTERS and is_printable(value):
        return value
    if isinstance(value, (int, float)) and abs(value) <= WORLD_REACH and math.isfinite(value):
        return value
    raise PydanticCustomError("no_argument", "input should be a name, a finite number, or a list of them")
