"""The JSON schemas of tools, as small as they can be: a client puts them into the context of its model."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from scenewright.app.mcp_server.tool import ToolResult

__all__ = ["input_schema", "output_schema"]


_SHARED = tuple(ToolResult.model_fields)


def input_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a tool's arguments, without references: some clients do not follow them."""
    return _inlined(model.model_json_schema())


def output_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a tool's result. What is not set is left out of a result, and nothing is required but what is always there. What all
    results have is described in the server's instructions, and not once more for each tool."""
    found = _inlined(model.model_json_schema(mode="serialization"), required=False)
    for name in _SHARED:
        found["properties"][name] = _bare(found["properties"][name])
    return found


def _bare(node: Any) -> Any:
    """A schema without descriptions and defaults."""
    if isinstance(node, list):
        return [_bare(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: _bare(value) for key, value in node.items() if key not in ("default", "description")}


def _inlined(schema: dict[str, Any], *, required: bool = True) -> dict[str, Any]:
    definitions = schema.pop("$defs", {})
    found = _plain(schema, definitions)
    if not required:
        found["required"] = ["said"]
    found.pop("description", None)  # the tool has one of its own
    return {"type": "object", **found}


def _plain(node: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_plain(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        beside = {key: value for key, value in node.items() if key != "$ref"}
        return _plain({**definitions[node["$ref"].rpartition("/")[2]], **beside}, definitions)
    choices = node.get("anyOf")
    if isinstance(choices, list):
        kept = [c for c in choices if c.get("type") != "null"]
        if len(kept) == 1:  # one type, or nothing: leaving a field out says the latter
            beside = {key: value for key, value in node.items() if key not in ("anyOf", "default")}
            return _plain({**kept[0], **beside}, definitions)
    out = {}
    for key, value in node.items():
        if key == "title" and isinstance(value, str):
            continue
        if key == "default" and value in (None, [], ""):
            continue
        out[key] = (
            {name: _plain(v, definitions) for name, v in value.items()}
            if key == "properties"
            else _plain(value, definitions)
        )
    return out
