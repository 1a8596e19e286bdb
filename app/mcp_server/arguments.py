"""Reads the arguments of a call: forgiving where the meaning is plain, and otherwise with a message that shows a right call."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scenewright.app.mcp_server.tool import Tool, ToolRequest
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.printing import cut

__all__ = ["ArgumentsRefused", "read_arguments"]

MOST_CHARACTERS = 600_000
"""Characters of all the texts of one call, and as many items."""

_ALIASES = {
    "scene_id": "scene",
    "id": "scene",
    "name": "scene",
    "rev": "revision",
    "version": "revision",
    "based_on": "revision",
}
"""Of all tools that have the argument."""

R = TypeVar("R", bound=ToolRequest)


class ArgumentsRefused(ScenewrightError):
    """The arguments of a call do not fit its tool."""


def read_arguments(tool: Tool[R], arguments: Mapping[str, Any]) -> R:
    """The request of a call.

    Raises:
        ArgumentsRefused: an argument is missing, unknown, too large or has a wrong value.
    """
    size = _size(arguments)
    if size > MOST_CHARACTERS:
        raise ArgumentsRefused(
            f"{tool.name}: the arguments have more than {MOST_CHARACTERS:,} characters: send less at a time"
        )
    values = _named(tool, arguments)
    try:
        return tool.request.model_validate(values)
    except ValidationError as error:
        told = [_problem(tool, one) for one in error.errors(include_url=False, include_context=True)[:3]]
        raise ArgumentsRefused(f"{tool.name}: {'; '.join(told)}. {_right_call(tool)}") from None


def _right_call(tool: Tool[Any]) -> str:
    return f"A right call: {tool.name}({json.dumps(tool.example, ensure_ascii=False)})"


def _named(tool: Tool[Any], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments by their right names. What is null counts as left out."""
    fields = tool.request.model_fields
    values: dict[str, Any] = {}
    for name, value in arguments.items():
        plain = name.strip().lower().replace("-", "_")
        known = next((n for n in (name, plain, tool.aliases.get(plain), _ALIASES.get(plain)) if n in fields), None)
        if value is None and (known is None or not fields[known].is_required()):
            continue
        if known is None or known in values:
            values[name] = value  # refused by the model, with its name
        else:
            values[known] = value
    return values


def _problem(tool: Tool[Any], error: ErrorDetails) -> str:
    """One problem in words, without the value where it is long: it is the caller's own, and may be anything."""
    where = ".".join(str(part) for part in error["loc"] if not str(part).startswith(("function-", "lax-")))
    kind, context = error["type"], error.get("ctx", {})
    given = error.get("input")
    shown = f", not {cut(json.dumps(given), 60)}" if isinstance(given, str | int | float | bool) else ""
    match kind:
        case "missing":
            return f"{where} is missing{_meaning(tool, where)}"
        case "extra_forbidden":
            near = difflib.get_close_matches(where, tool.request.model_fields, 1, 0.5)
            hint = (
                f" (did you mean {near[0]}?)"
                if near
                else f": it takes {', '.join(tool.request.model_fields) or 'none'}"
            )
            return f"there is no argument {cut(where, 60)!r}{hint}"
        case "string_too_long":
            length = f"{len(given):,}" if isinstance(given, str) else "too many"
            return f"{where} has {length} characters, and at most {context.get('max_length', 0):,} are read"
        case "too_long":
            return f"{where} has {context.get('actual_length')} items, and at most {context.get('max_length')} are read"
        case "literal_error":
            return f"{where} must be {context.get('expected')}{shown}"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"{where} must be a whole number{shown}"
        case "value_error":
            return f"{where}: {context.get('error')}" if where else str(context.get("error"))
        case _:
            return f"{where}: {error['msg'][:1].lower()}{error['msg'][1:]}{shown}"


def _meaning(tool: Tool[Any], where: str) -> str:
    field = tool.request.model_fields.get(where)
    return "" if field is None or not field.description else f" ({field.description.rstrip('.')})"


def _size(value: Any) -> int:
    """Characters and items of JSON values, counted until there are too many."""
    total, waiting = 0, [value]
    while waiting and total <= MOST_CHARACTERS:
        one = waiting.pop()
        if isinstance(one, str):
            total += len(one)
        elif isinstance(one, Mapping):
            total += len(one)
            waiting += [*one, *one.values()]
        elif isinstance(one, list | tuple):
            total += len(one)
            waiting += one
    return total
