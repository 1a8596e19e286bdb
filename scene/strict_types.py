"""Strict types for what people, pages, models and other programs send: a text is no number, a boolean is no number, and a value that is
refused is named in one sentence.

pydantic converts by default: ``"90"`` becomes 90.0 and ``True`` becomes 1. The models of edits and of requests read JSON, where a list
stands for a tuple and a text for a path, so its strict mode, which refuses those too, does not fit. :func:`strict_schema` makes only the
single values strict.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from pydantic import ValidationError

from scenewright.scene.printing import cut

__all__ = ["MOST_TEXT", "first_problem", "plain_value", "shown_value", "strict_schema"]

MOST_TEXT = 100_000
"""Characters of a text in a request that says nothing else."""

_MOST_INTEGER = 2**53
"""Largest whole number. JSON readers that keep numbers as floats are exact up to it."""
_MOST_ITEMS = 100_000
"""Items of one list that says nothing else."""
_MOST_SHOWN = 40

_PLAIN = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"^input is not a valid path.*", "must be a path"),
        (r"^input (?:should be|is) ", "must be "),
        (r"^(?:tuple|list|string|dictionary) should have ", "must have "),
        (r" after validation, not \d+$", ""),
        (r"\ba valid tuple\b|\ba valid list\b", "a list"),
        (r"\ba valid string\b", "a text"),
        (r"\ba valid integer\b", "a whole number"),
        (r"\ba valid number\b", "a number"),
        (r"\ba valid boolean\b", "true or false"),
        (r"\ba valid dictionary\b|\b(?:a dictionary|an object) or (?:an )?instance of \w+", "an object"),
        (r"less than or equal to", "at most"),
        (r"greater than or equal to", "at least"),
    )
)
"""pydantic's words in plainer ones."""


def strict_schema(schema: Any) -> Any:
    """A schema of pydantic's core with strict numbers, booleans and texts: finite, of bounded size."""
    if isinstance(schema, dict):
        kept = {"metadata", "default", "expected"}
        out = {key: value if key in kept else strict_schema(value) for key, value in schema.items()}
        match out.get("type"):
            case "int":
                out = {"ge": -_MOST_INTEGER, "le": _MOST_INTEGER, **out, "strict": True}
            case "float":
                out = {"allow_inf_nan": False, **out, "strict": True}
            case "str":
                out = {"max_length": MOST_TEXT, **out, "strict": True}
            case "bool":
                out["strict"] = True
            case "list" | "tuple":
                out = (
                    {"max_length": _MOST_ITEMS, **out} if out["type"] == "list" or "variadic_item_index" in out else out
                )
        return out
    if isinstance(schema, list):
        return [strict_schema(item) for item in schema]
    return tuple(strict_schema(item) for item in schema) if isinstance(schema, tuple) else schema


def plain_value(value: Any) -> Any:
    """`value` with numbers of numpy as numbers of Python, in lists and objects too, at most two levels down."""
    return _plain(value, 2)


def _plain(value: Any, levels: int) -> Any:
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray) and value.ndim == 1 and value.size <= _MOST_ITEMS:
        return value.tolist()
    if not levels:
        return value
    if type(value) in (list, tuple):
        return type(value)(_plain(item, levels - 1) for item in value)
    if type(value) is dict:
        return {key: _plain(item, levels - 1) for key, item in value.items()}
    return value


def shown_value(value: Any) -> str:
    """A refused value for a message: short, on one line, whatever it is."""
    if isinstance(value, str):
        return cut(repr(value[: 2 * _MOST_SHOWN]), _MOST_SHOWN)
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return (
            str(value)
            if value.bit_length() <= 64
            else f"a number of about {int(value.bit_length() * 0.30103):,} digits"
        )
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value):,}"
    if isinstance(value, Mapping):
        return f"an object with {len(value):,} fields"
    return f"a value of type {cut(type(value).__name__, _MOST_SHOWN)}"


def first_problem(error: ValidationError) -> tuple[tuple[str, ...], str, str]:
    """The first problem that pydantic found: where (names and numbers of fields), what kind (pydantic's), and what is wanted and given,
    such as ``must be a valid number, not 'abc'``."""
    problems = error.errors(include_url=False, include_context=False)
    # of several types that a value may have, the one that it has but for its items says more than the first
    found, above = problems[0], problems[0]["loc"][:-1]
    if above and found["type"].endswith("_type"):
        inside = (p for p in problems if p["loc"][: len(above)] == above and len(p["loc"]) > len(above))
        found = next((p for p in inside if not p["type"].endswith("_type")), found)
    where = tuple(cut(str(part), _MOST_SHOWN) for part in found["loc"])
    if found["type"] == "missing" and isinstance(
        found["loc"][-1], int
    ):  # a list that is too short lacks items by number
        lacking = [p["loc"][-1] for p in problems if p["type"] == "missing" and p["loc"][:-1] == found["loc"][:-1]]
        wanted = 1 + max(n for n in lacking if isinstance(n, int))
        return where[:-1], "too_short", f"must have {wanted} items, not {wanted - len(lacking)}"
    kind, message = str(found["type"]), cut(str(found["msg"]), 300)
    message = message[:1].lower() + message[1:]
    if kind == "extra_forbidden":
        return where, kind, "there is no such field"
    if kind in (
        "missing",
        "missing_argument",
        "unexpected_keyword_argument",
        "value_error",
        "assertion_error",
    ):
        return where, kind, message.removeprefix("value error, ")
    for pattern, words in _PLAIN:
        message = pattern.sub(words, message)
    return where, kind, f"{message}, not {shown_value(found['input'])}"
