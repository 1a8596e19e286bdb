"""The operations of a scene's journal in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scenewright.scene.printing import cut

__all__ = ["operation_words"]

_SHOWN = 4
"""Most operations of one step that are named; the others are counted."""
_CHARACTERS = 120
"""Of one operation."""


def operation_words(operation: Mapping[str, Any]) -> str:
    """What an operation of a journal does, such as ``move table by 0 0 0.8`` or ``drop-relation on(vase, table)``. The journal is a file
    that anyone may have written: what is not as expected is left out.
    """
    if isinstance(operation.get("edits"), Sequence):
        each = [operation_words(e) for e in operation["edits"] if isinstance(e, Mapping)]
        named = list(dict.fromkeys(each))
        more = f", and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
        return ", ".join(named[:_SHOWN]) + more
    kind = str(operation.get("kind", "change"))
    words = [kind, *(str(operation[key]) for key in ("path", "relation") if operation.get(key))]
    words += _details(kind, operation)
    return cut(" ".join(words), _CHARACTERS)


def _details(kind: str, operation: Mapping[str, Any]) -> list[str]:
    match kind:
        case "move" | "duplicate":
            return [f"{key} {_numbers(operation[key])}" for key in ("by", "to") if operation.get(key) is not None]
        case "turn":
            return [f"by {_numbers(operation.get('degrees'))} degrees"]
        case "scale":
            return [f"by {_numbers(operation.get('factor'))}"]
        case "set-material":
            keys = ("roughness", "metallic", "opacity", "emission")
            return [f"{key} {_numbers(operation[key])}" for key in keys if operation.get(key) is not None]
        case "rename":
            return [f"to {operation.get('name')}"]
        case "replace":
            return [f"by {operation.get('what')}"]
        case "add":
            said = [
                f"{key} {_numbers(operation[key])}" for key in ("on", "near", "at") if operation.get(key) is not None
            ]
            return [str(operation.get("what")), *said]
        case "add-relation":
            arguments = operation.get("arguments") or ()
            return [_numbers(arguments)]
        case "drop-relation":
            return [str(operation["index"])] if operation.get("index") is not None else []
        case "arrange":
            poses = operation.get("poses")
            return [f"{len(poses)} instances"] if isinstance(poses, Sequence) else []
    return []


def _numbers(value: Any) -> str:
    if isinstance(value, list | tuple):
        return " ".join(map(_numbers, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
