"""What models call edits and their fields, by the names that the language has for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["understood_edit"]

_KINDS = {
    **dict.fromkeys(("recolor", "color", "colour", "paint"), "recolour"),
    **dict.fromkeys(("remove", "del"), "delete"),
    **dict.fromkeys(("rotate",), "turn"),
    **dict.fromkeys(("translate", "place", "position"), "move"),
    **dict.fromkeys(("copy", "clone"), "duplicate"),
    **dict.fromkeys(("insert", "create"), "add"),
    **dict.fromkeys(("resize",), "scale"),
    **dict.fromkeys(("swap",), "replace"),
    **dict.fromkeys(("material", "surface"), "set-material"),
    **dict.fromkeys(("relate", "relation"), "add-relation"),
}
"""What models call the kinds of edits."""

_FIELDS = {
    **dict.fromkeys(("type", "op", "operation", "action", "edit"), "kind"),
    **dict.fromkeys(("thing", "target", "id"), "path"),
    **dict.fromkeys(("offset", "delta", "distance", "vector"), "by"),
    **dict.fromkeys(("angle", "rotation", "rotate"), "degrees"),
    **dict.fromkeys(("colour",), "color"),
    **dict.fromkeys(("material",), "surface"),
}
"""What models call the fields of an edit. One field can be another in another kind: those are in `_FIELDS_OF`."""

_FIELDS_OF = {
    "add": {"object": "what", "asset": "what", "path": "what", "position": "at", "to": "at"},
    "replace": {"object": "path", "with": "what", "by": "what", "new": "what"},
    "move": {"object": "path", "position": "to", "at": "to", "name": "path"},
    "turn": {"object": "path", "by": "degrees", "turn": "degrees", "name": "path"},
    "scale": {"object": "path", "by": "factor", "scale": "factor", "size": "factor", "name": "path"},
    "rename": {"object": "path", "to": "name", "new_name": "name"},
    **{kind: {"object": "path", "name": "path"} for kind in ("recolour", "delete", "set-material")},
}


def understood_edit(values: Any, fields: Mapping[str, Any]) -> Any:
    """An edit by the right names. `fields`: those that edits have."""
    if not isinstance(values, Mapping):
        return values
    named: dict[str, Any] = {}
    for key, value in values.items():
        named.setdefault(str(key) if key in fields else _FIELDS.get(str(key), str(key)), value)
    kind = named.get("kind")
    if isinstance(kind, str):
        plain = kind.strip().lower().replace("_", "-")
        named["kind"] = kind = _KINDS.get(plain, plain)
    for wrong, right in _FIELDS_OF.get(str(kind), {}).items():
        if wrong in named and named.get(right) is None:
            named[right] = named.pop(wrong)
    return named
