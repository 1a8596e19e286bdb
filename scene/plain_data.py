"""Parses JSON and TOML of strangers: nested no deeper, and of no more values, than honest files are.

A parser takes 20 to 60 bytes of memory for a byte of `[],[],[]`, and whoever walks over a value that is nested a thousand deep ends
in a RecursionError. Both are refused here, before or right after parsing.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

__all__ = ["DEEPEST_VALUE", "MOST_VALUES", "DataRefused", "parse_json", "parse_toml", "shown"]

DEEPEST_VALUE = 100
"""Lists and tables inside each other."""
MOST_VALUES = 2_000_000
"""Values of one file, lists and tables included. A capture of 100,000 frames has 1.7 million numbers."""
_LARGEST_INTEGER = 1 << 128
"""Python cannot print an integer of 4,300 digits, and hexadecimal ones of TOML have no end."""

_PART = r"""(?>[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{DEEPEST_VALUE},}}")
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_STRINGS = re.compile(rb'"(?>[^"\\]+|\\.)*+"?', re.DOTALL)  # one that does not end takes all the rest


class DataRefused(ValueError):
    """The data may be well formed, and is deeper, larger or longer than what is read."""


def parse_json(data: bytes, *, most: int = MOST_VALUES, strict: bool = True) -> Any:
    """The value of a JSON text in UTF-8, with or without a byte order mark.

    Args:
        most: values that it may hold.
        strict: refuse control characters in texts.

    Raises:
        DataRefused: it is nested too deep, or holds too many values.
        ValueError: it is no JSON.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if _separators(data) > most or _depth(data) > DEEPEST_VALUE:
        bare = _STRINGS.sub(b"", data)  # texts may hold brackets and commas
        if (depth := _depth(bare)) > DEEPEST_VALUE:
            raise DataRefused(f"it is nested {depth:,} deep, and at most {DEEPEST_VALUE} are read")
        if (count := _separators(bare)) > most:
            raise DataRefused(f"it holds over {count:,} values, and at most {most:,} are read")
    try:
        return json.loads(data.decode("utf-8"), strict=strict)
    except RecursionError:
        raise DataRefused("it is nested too deep") from None


def parse_toml(data: bytes, *, most: int = MOST_VALUES) -> dict[str, Any]:
    """The table of a TOML text in UTF-8, with or without a byte order mark.

    Args:
        most: values that it may hold.

    Raises:
        DataRefused: it is nested too deep, holds too many values, or an integer of over 128 bits.
        ValueError: it is no TOML.
    """
    text = data.decode("utf-8-sig")
    for number, line in enumerate(text.splitlines(), 1):
        # The parser takes quadratic time for a key of many parts.
        if line.count(".") >= DEEPEST_VALUE and _LONG_KEY.search(line):
            raise DataRefused(f"line {number}: a key has over {DEEPEST_VALUE} parts")
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise DataRefused("it is nested too deep") from None
    _check_values(table, most)
    return table


def shown(value: Any, most: int = 60) -> str:
    """A value of a file in an error message: at most `most` characters."""
    text = repr(value)
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _separators(data: bytes) -> int:
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def _depth(data: bytes) -> int:
    """How deep brackets nest, those in strings counted too."""
    if data.count(b"[") + data.count(b"{") <= DEEPEST_VALUE:
        return 0
    import numpy as np

    brackets = np.frombuffer(data.translate(None, _NO_BRACKETS), np.uint8)
    steps = np.where((brackets == ord("[")) | (brackets == ord("{")), 1, -1)
    return int(np.cumsum(steps).max(initial=0))


def _check_values(table: dict[str, Any], most: int) -> None:
    count = 0
    level: list[Any] = [table]
    for depth in range(DEEPEST_VALUE + 1):
        below: list[Any] = []
        for value in level:
            inner = value.values() if isinstance(value, dict) else value
            count += len(inner)
            for item in inner:
                if isinstance(item, dict | list):
                    below.append(item)
                elif isinstance(item, int) and not -_LARGEST_INTEGER < item < _LARGEST_INTEGER:
                    raise DataRefused("it holds an integer of more than 128 bits")
        if count > most:
            raise DataRefused(f"it holds over {most:,} values")
        if not below:
            return
        level = below
        if depth == DEEPEST_VALUE:
            break
    raise DataRefused(f"it is nested more than {DEEPEST_VALUE} deep")
