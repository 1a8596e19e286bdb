"""Builds dataclasses from untrusted JSON: checks types and finite numbers."""

from __future__ import annotations

import math
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

__all__ = ["finite_json", "from_json"]

_T = TypeVar("_T")
_LARGEST_INT = 2**63


_HINTS: dict[type, dict[str, Any]] = {}


def from_json(cls: type[_T], values: object, **ready: Any) -> _T:
    """The dataclass instance of a JSON object. `ready`: fields that are not JSON and are checked already.

    Raises:
        ValueError: a field is missing, unknown or of a wrong type.
    """
    if not isinstance(values, Mapping):
        raise ValueError(f"a {cls.__name__} must be a JSON object, not {type(values).__name__}")
    hints = _HINTS.get(cls) or _HINTS.setdefault(cls, get_type_hints(cls))
    names = {f.name for f in fields(cls)} - ready.keys()  # type: ignore[arg-type]
    if values.keys() != names:
        raise ValueError(f"a {cls.__name__} has {', '.join(sorted(names))}, not {', '.join(map(str, values))}")
    return cls(**{name: _typed(hints[name], values[name], f"{cls.__name__}.{name}") for name in names}, **ready)


def finite_json(value: Any) -> Any:
    """A JSON value whose numbers are all finite, and whole ones below 2**63.

    Raises:
        ValueError: a number is not.
    """
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _LARGEST_INT:
        raise ValueError("a whole number is too large")
    if isinstance(value, list):
        return [finite_json(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): finite_json(v) for k, v in value.items()}
    return value


def _typed(hint: Any, value: Any, where: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = get_args(hint)
        if value is None and type(None) in options:
            return None
        for option in (o for o in options if o is not type(None)):
            try:
                return _typed(option, value, where)
            except ValueError:
                continue
        raise ValueError(f"{where} is not of type {hint}")
    if origin is tuple and isinstance(value, list):
        of = get_args(hint)
        if len(of) == 2 and of[1] is ...:
            return tuple(_typed(of[0], v, where) for v in value)
        if len(of) == len(value):
            return tuple(_typed(o, v, where) for o, v in zip(of, value, strict=True))
    elif origin is not None and origin is not tuple and isinstance(value, Mapping):
        _, of_value = get_args(hint)
        return {str(k): _typed(of_value, v, where) for k, v in value.items()}
    elif hint in (Any, object):
        return finite_json(value)
    elif is_dataclass(hint):
        return from_json(hint, value)  # type: ignore[arg-type]
    elif hint is float and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(finite_json(value))
    elif hint is int and isinstance(value, int) and not isinstance(value, bool):
        return finite_json(value)
    elif hint in (str, bool) and type(value) is hint:
        return value
    raise ValueError(f"{where} is not of type {getattr(hint, '__name__', hint)}: {str(value)[:60]!r}")
