"""Messages of pydantic-ai as plain values, and back: without what differs from run to run, without keys, pictures by their sha256."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from scenewright.app.hidden_keys import without_keys
from scenewright.app.language_models.errors import ModelError

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelMessage, ModelResponse

__all__ = ["plain_messages", "plain_response", "read_response", "require_sound", "sha256_of", "shown_in", "words_of"]

_PASSING = frozenset({"timestamp", "run_id", "conversation_id", "metadata", "workspace_ref", "history_digest", "state"})
"""What pydantic-ai writes beside a message that changes from run to run and says nothing."""

_OUTPUT_TOOL = "final_result"
"""How pydantic-ai names the tools by which a model gives a typed answer."""


def plain_messages(messages: list[ModelMessage]) -> tuple[list[Any], str, dict[str, bytes]]:
    """Requests as JSON values without what differs from run to run, their instructions, and the pictures that they name by sha256."""
    from pydantic_ai.messages import ModelMessagesTypeAdapter

    pictures: dict[str, bytes] = {}
    values = [_plain_message(v, pictures) for v in json.loads(ModelMessagesTypeAdapter.dump_json(messages))]
    told = [v.pop("instructions", None) for v in values]
    return values, next((t for t in reversed(told) if t), ""), pictures


def plain_response(response: ModelResponse) -> tuple[dict[str, Any], dict[str, bytes]]:
    """An answer as JSON values, and the pictures that it names. Its time stays: with it the answer can be given again as it was."""
    from pydantic_ai.messages import ModelMessagesTypeAdapter

    pictures: dict[str, bytes] = {}
    value = json.loads(ModelMessagesTypeAdapter.dump_json([response]))[0]
    return _plain_message(value, pictures) | {"timestamp": value["timestamp"]}, pictures


def require_sound(response: ModelResponse) -> None:
    """Raise unless all of an answer is of the types that it should have: SDKs build their objects of whatever a server sends.

    Raises:
        ValueError: it is not.
    """
    from pydantic_ai.messages import ModelMessagesTypeAdapter

    ModelMessagesTypeAdapter.validate_json(ModelMessagesTypeAdapter.dump_json([response], warnings=False))


def _plain_message(value: dict[str, Any], pictures: dict[str, bytes]) -> dict[str, Any]:
    plain = {k: _plain(v, pictures) for k, v in value.items() if k not in _PASSING and k != "parts" and v is not None}
    parts = [{k: v for k, v in part.items() if k != "timestamp" and v is not None} for part in value.get("parts", [])]
    return plain | {"parts": _plain(parts, pictures)}


def _plain(value: Any, pictures: dict[str, bytes]) -> Any:
    """JSON values without keys of providers, and with the names of pictures in their place."""
    if isinstance(value, str):
        return without_keys(value)
    if isinstance(value, list):
        return [_plain(v, pictures) for v in value]
    if not isinstance(value, dict):
        return value
    if value.get("kind") == "binary" and isinstance(value.get("data"), str):
        return _named_picture(value, pictures)
    return {k: _plain(v, pictures) for k, v in value.items()}


def _named_picture(value: dict[str, Any], pictures: dict[str, bytes]) -> dict[str, Any]:
    data = base64.urlsafe_b64decode(value["data"])
    name = sha256_of(data)
    pictures[name] = data
    return {"kind": "binary", "media_type": value.get("media_type"), "sha256": name}


def _with_pictures(value: Any, pictures: Mapping[str, bytes]) -> Any:
    """The opposite: JSON values with the pictures that they name in them.

    Raises:
        ModelError: a picture is missing.
    """
    if isinstance(value, list):
        return [_with_pictures(v, pictures) for v in value]
    if not isinstance(value, dict):
        return value
    if value.get("kind") == "binary" and "sha256" in value:
        data = pictures.get(str(value["sha256"]))
        if data is None:
            raise ModelError(f"picture {str(value['sha256'])[:12]} of this transcript is missing", kind="replay")
        return {
            "kind": "binary",
            "media_type": value.get("media_type"),
            "data": base64.urlsafe_b64encode(data).decode(),
        }
    return {k: _with_pictures(v, pictures) for k, v in value.items()}


def read_response(value: dict[str, Any], pictures: Mapping[str, bytes]) -> ModelResponse:
    """The answer of JSON values of :func:`plain_response`.

    Raises:
        ModelError: they are none.
    """
    from pydantic import ValidationError
    from pydantic_ai.messages import ModelMessagesTypeAdapter, ModelResponse

    try:
        found = ModelMessagesTypeAdapter.validate_python([_with_pictures(value, pictures)])[0]
    except (ValidationError, binascii.Error) as error:
        raise ModelError(f"an answer of this transcript cannot be read: {str(error)[:200]}", kind="replay") from None
    if not isinstance(found, ModelResponse):
        raise ModelError("an answer of this transcript is none", kind="replay")
    return found


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def shown_in(value: Any) -> list[str]:
    """The sha256 of the pictures of a plain message, in order."""
    if isinstance(value, list):
        return [name for v in value for name in shown_in(v)]
    if not isinstance(value, dict):
        return []
    if value.get("kind") == "binary":
        return [str(value.get("sha256", ""))]
    return [name for key in ("parts", "content") if key in value for name in shown_in(value[key])]


def words_of(value: Any) -> list[str]:
    """The texts of a plain message, in order; a picture as its mark, what a tool is called with as JSON."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [w for v in value for w in words_of(v)]
    if not isinstance(value, dict):
        return []
    if value.get("kind") == "binary":
        return [f"[picture {str(value.get('sha256', ''))[:12]}]"]
    if value.get("part_kind") == "tool-call":
        args = value.get("args")
        return [args if isinstance(args, str) else json.dumps(args, ensure_ascii=False)]
    if value.get("part_kind") == "tool-return":
        content = value.get("content")
        taken = value.get("outcome") == "success" and str(value.get("tool_name", "")).startswith(_OUTPUT_TOOL)
        # that an output was taken says nothing; what a tool found does
        return [] if taken else [content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)]
    return [w for key in ("parts", "content") if key in value for w in words_of(value[key])]
