"""Reads JSON of strangers: no number that is not finite or has thousands of digits, no key twice, no depth that the parser cannot
take. Python's own reader accepts the first two and ends in exceptions of its own at the others."""

from __future__ import annotations

import json
import math
from typing import Any

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.printing import cut

__all__ = ["read_json"]

_MOST_DIGITS = 40
"""Of a whole number. No field takes more, and Python refuses to read more than some thousands."""
_MOST_DEPTH = 100
"""Lists and objects inside each other."""


def read_json(text: str, what: str, error: type[ScenewrightError]) -> Any:
    """The value of a text of JSON. `what` names the text in errors.

    Raises:
        error: it is no JSON, holds a number that is not finite or too long, a key twice, or is nested too deep.
    """
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_refused_constant, parse_int=_int, parse_float=_float
        )
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}" if "\n" in text else f"column {problem.colno}"
        raise error(f"{what}: this is no JSON: {problem.msg} at {place}") from None
    except _Refused as problem:
        raise error(f"{what}: {problem}") from None
    except RecursionError:
        raise error(_too_deep(what)) from None
    if _depth_exceeds(value, _MOST_DEPTH):
        raise error(_too_deep(what))
    return value


def _too_deep(what: str) -> str:
    return f"{what}: lists and objects are nested more than {_MOST_DEPTH} deep: nothing here needs that"


class _Refused(ValueError):
    """A value that JSON can say and that is refused."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in values if names.count(name) > 1)
        raise _Refused(f"the field {cut(repr(twice), 40)} is given twice: give it once")
    return values


def _refused_constant(name: str) -> Any:
    raise _Refused(f"{name} is no number that can be used: give a finite one")


def _int(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _Refused(f"a number has {len(digits):,} digits ({cut(digits, 20)}), and {_MOST_DIGITS} are read")
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _Refused(f"{cut(digits, 20)} is too large for a number")
    return value


def _depth_exceeds(value: Any, most: int) -> bool:
    level = [value]
    for _ in range(most + 1):
        level = [
            item
            for holder in level
            if isinstance(holder, (list, dict))
            for item in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(item, (list, dict))
        ]
        if not level:
            return False
    return True
