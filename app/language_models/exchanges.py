"""One request to a model with its answer, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from scenewright.app.language_models.errors import ModelError
from scenewright.app.language_models.message_json import shown_in, words_of

__all__ = ["Exchange", "read_exchange"]


@dataclass(slots=True)
class Exchange:
    """One request and its answer.

    `messages`: what was new in the request. `instructions`: sha256 of a text in :attr:`Transcript.texts`. `output`: what was asked for,
    'text', or how and what, such as 'tool Brief'. `response`: None where there was an error. `tries`: how often it was sent. `cost`: US
    dollars, None where unknown.
    """

    role: str
    prompt_version: str = ""
    model: str = ""
    address: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    output: str = "text"
    instructions: str = ""
    messages: list[Any] = field(default_factory=list)
    response: dict[str, Any] | None = None
    finish_reason: str | None = None
    usage: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    cost: float | None = None
    tries: int = 1
    error: str | None = None
    error_kind: str = ""

    def to_json(self) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @property
    def said(self) -> str:
        """What the request says in words: its texts, each picture as its mark."""
        return "\n".join(piece for message in self.messages for piece in words_of(message))

    @property
    def pictures(self) -> tuple[str, ...]:
        """The sha256 of the pictures that the request shows."""
        return tuple(shown_in(self.messages))

    @property
    def answered(self) -> str:
        """What the answer says in words; what a tool was called with as JSON."""
        return "\n".join(words_of(self.response or {}))


_TYPES: dict[str, tuple[type, ...]] = {
    "settings": (dict,),
    "messages": (list,),
    "response": (dict, type(None)),
    "finish_reason": (str, type(None)),
    "usage": (dict,),
    "seconds": (int, float),
    "cost": (int, float, type(None)),
    "tries": (int,),
    "error": (str, type(None)),
}


def read_exchange(number: int, values: Any) -> Exchange:
    if not isinstance(values, dict):
        raise ModelError(f"exchange {number} of this transcript is no object", kind="replay")
    known = {f.name for f in fields(Exchange)}
    for name, value in values.items():
        if name in known and (not isinstance(value, _TYPES.get(name, (str,))) or isinstance(value, bool)):
            raise ModelError(f"exchange {number} of this transcript has no good {name}", kind="replay")
    if "role" not in values or (values.get("response") is None and values.get("error") is None):
        raise ModelError(
            f"exchange {number} of this transcript has no role, or neither an answer nor an error", kind="replay"
        )
    if not all(type(count) is int for count in values.get("usage", {}).values()):
        raise ModelError(f"exchange {number} of this transcript has no good usage", kind="replay")
    return Exchange(**{name: value for name, value in values.items() if name in known})
