"""Names and texts of a scene as fields of exported files. A name is chosen by whoever wrote the program or packed the object: it must not
end a line, begin a statement, or reach the program that opens the file with control or invisible characters."""

from __future__ import annotations

import json
from typing import Any

from scenewright.scene.printing import is_printable, printable, printable_lines

__all__ = ["clean_json", "clean_line", "clean_word"]


def clean_word(text: str) -> str:
    """`text` as one word of a line-based format such as OBJ: no white space, no control characters, no comment, no continued line.

    Honest names change only in their spaces, which become underscores.
    """
    return "".join("_" if c in "#\\" or c.isspace() or not is_printable(c) else c for c in text) or "_"


def clean_line(text: str) -> str:
    """`text` as one line, such as a file's name after ``mtllib``; spaces stay."""
    return "".join(c if is_printable(c) else "_" for c in text)


def clean_json(values: Any) -> str:
    """The JSON of a document, on one line. Texts in it keep their line breaks; other characters that are not printable are shown as
    escapes.

    Raises:
        ValueError: a number is not finite.
    """
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if is_printable(text):
        return text
    return json.dumps(_clean(values), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return printable_lines(value)
    if isinstance(value, dict):
        return {printable(str(key)): _clean(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(item) for item in value]
    return value
