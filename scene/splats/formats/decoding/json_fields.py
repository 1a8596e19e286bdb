"""Fields of untrusted JSON. Each is read with its type, or refused with its name."""

from __future__ import annotations

import codecs
import json
import sys
from typing import Any

from .columns import Refused, clean

__all__ = ["JsonFields", "parsed"]

_MOST = 1 << 53
"""Largest integer that most programs read exactly from JSON."""


def parsed(data: bytes, what: str) -> JsonFields:
    """The JSON object in `data`; `what` is its name in messages.

    Raises:
        Refused: `data` is not a JSON object.
    """
    try:
        value = json.loads(data.removeprefix(codecs.BOM_UTF8))
    except (ValueError, RecursionError) as error:
        raise Refused(f"{what} is no JSON ({clean(error)})") from None
    if not isinstance(value, dict):
        raise Refused(f"{what} is no JSON object")
    return JsonFields(value, what)


def _finite(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= sys.float_info.max


class JsonFields:
    """One JSON object. `where`: its name in messages."""

    def __init__(self, values: dict[str, Any], where: str) -> None:
        self.values, self.where = values, where

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def _wrong(self, name: str, expected: str) -> Refused:
        return Refused(f"{self.where}: '{name}' must be {expected}, not {clean(json.dumps(self.values.get(name)))}")

    def integer(self, name: str, default: int | None = None, *, least: int = 0) -> int:
        value = self.values.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise self._wrong(name, f"a whole number, at least {least}")
        if value > _MOST:
            raise self._wrong(name, f"at most {_MOST:,}")
        return value

    def text(self, name: str, default: str | None = None) -> str:
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise self._wrong(name, "a text")
        return value

    def number(self, name: str) -> float:
        value: Any = self.values.get(name)
        if not _finite(value):
            raise self._wrong(name, "a finite number")
        return float(value)

    def numbers(self, name: str, count: int) -> list[float]:
        value = self.values.get(name)
        if not isinstance(value, list) or len(value) != count:
            raise self._wrong(name, f"a list of {count} numbers")
        if not all(map(_finite, value)):
            raise self._wrong(name, f"a list of {count} finite numbers")
        return [float(v) for v in value]

    def texts(self, name: str, count: int) -> list[str]:
        value = self.values.get(name)
        if not isinstance(value, list) or len(value) != count or not all(isinstance(v, str) for v in value):
            raise self._wrong(name, f"a list of {count} texts")
        return value

    def object(self, name: str) -> JsonFields:
        value = self.values.get(name)
        if not isinstance(value, dict):
            raise self._wrong(name, "an object")
        return JsonFields(value, f"{self.where}.{name}")

    def list(self, name: str) -> list[Any]:
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise self._wrong(name, "a list")
        return value

    def item(self, name: str, index: int) -> JsonFields:
        """The object at an index of a list."""
        items = self.list(name)
        if not 0 <= index < len(items) or not isinstance(items[index], dict):
            raise Refused(f"{self.where}: '{name}' has no object {index} (it has {len(items)} entries)")
        return JsonFields(items[index], f"{self.where}.{name}[{index}]")
