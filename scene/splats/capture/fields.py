"""Fields of an untrusted JSON file. Every value is checked when it is read, and errors name file and field."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scenewright.scene.errors import CaptureError
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import read_plain, refused_as

__all__ = ["Fields", "read_json"]

_MOST_BYTES = 64 << 20
"""Largest size of a transforms.json; a hundred thousand frames take about 60 MB."""
_MOST_VALUES = 6_000_000
"""Commas and brackets; a frame has about 40."""


class Fields:
    """One JSON object. `where` is the file and the path of the object in it: ``transforms.json: frames[3]``."""

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self.values = values
        self.where = where

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def at(self, name: str) -> str:
        """The file and field, to begin an error message with."""
        return f"{self.where}.{name}" if self.where.endswith("]") else f"{self.where}: {name}"

    def number(self, name: str) -> float | None:
        """A finite number, or None if the field is missing."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise CaptureError(f"{self.at(name)} must be a number, not {_shown(value)}")
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise CaptureError(f"{self.at(name)} must be finite, and it is {_shown(value)}")
        return number

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        if value is not None and not isinstance(value, str):
            raise CaptureError(f"{self.at(name)} must be text, not {_shown(value)}")
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts; empty if the field is missing."""
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise CaptureError(f"{self.at(name)} must be a list of texts, not {_shown(value)}")
        return value

    def objects(self, name: str) -> list[Fields]:
        value = self.values.get(name)
        if not isinstance(value, list):
            raise CaptureError(f"{self.at(name)} must be a list, and it is {_shown(value)}")
        for index, item in enumerate(value):
            if not isinstance(item, dict):
                raise CaptureError(f"{self.at(name)}[{index}] must be an object, not {_shown(item)}")
        return [Fields(item, f"{self.at(name)}[{index}]") for index, item in enumerate(value)]


def read_json(path: Path) -> Fields:
    """The object in a JSON file.

    Raises:
        CaptureError: the file cannot be read, is too large, or holds no JSON object.
    """
    with refused_as(CaptureError):
        data = read_plain(path, _MOST_BYTES, "the capture's JSON", root=path.parent)
    try:
        values = parse_json(data, most=_MOST_VALUES)
    except ValueError as error:
        raise CaptureError(f"{path} is no JSON: {str(error)[:200]}") from None
    if not isinstance(values, dict):
        raise CaptureError(f"{path} must hold a JSON object with frames, not {_shown(values)}")
    return Fields(values, path.name)


def _shown(value: Any) -> str:
    if value is None:
        return "missing"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
