"""Makes text of unknown origin, such as names and messages of a program, safe to print, to log and to write into line-based files.

A terminal obeys control characters, and it hides or reorders text at invisible ones (zero width, bidirectional overrides). Nothing of
that reaches an output: such characters are shown as escapes.
"""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["cut", "is_printable", "json_line", "printable", "printable_lines"]

_BLANKS = "\r\n\t"
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]")
"""Letters and symbols that show nothing: Python counts them as printable, for they are no control characters."""


def is_printable(text: str) -> bool:
    """Whether every character of a text can be seen, or is a plain space."""
    return text.isprintable() and (text.isascii() or _UNSEEN.search(text) is None)


def printable(text: str) -> str:
    """`text` on one line, with control characters, invisible characters and lone surrogates escaped."""
    if is_printable(text):
        return text
    return "".join(c if is_printable(c) else " " if c in _BLANKS else c.encode("unicode_escape").decode() for c in text)


def printable_lines(text: str) -> str:
    """`text` with its line breaks; each line is :func:`printable`."""
    return "\n".join(map(printable, text.replace("\r\n", "\n").split("\n")))


def json_line(values: Any) -> str:
    """JSON on one line that a terminal can show: what is not printable is written as ``\\u`` escapes, which every reader of JSON
    understands.

    Raises:
        ValueError: a number is not finite.
    """
    text = json.dumps(values, ensure_ascii=False, allow_nan=False)
    return text if is_printable(text) else "".join(c if is_printable(c) else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1]


def cut(text: str, most: int) -> str:
    """`text` with at most `most` characters, on one line and :func:`printable`. An ellipsis marks the place of the cut."""
    short = text if len(text) <= most else f"{text[: most - 3]}..."
    shown = re.sub(r"\s+", " ", printable(short)).strip()
    return shown if len(shown) <= most else f"{shown[: most - 3]}..."
