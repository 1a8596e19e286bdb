"""Answers of models in each wire format, with something wrong in them."""

from __future__ import annotations

import json
import random
from typing import Any

from tests.support.model_server import Asked, Call, Say, answer_bytes

__all__ = ["mutated", "whole_answer"]

_ODD = (None, True, -1, 1e308, "", "x", "\x00\ud83d", [], {}, [None], {"a": {"b": []}}, "9" * 400, [[[]]] * 3)
_PATHS = {
    "chat": "/v1/chat/completions",
    "responses": "/v1/responses",
    "anthropic": "/v1/messages",
    "google": "/x:generateContent",
}
_TOOLS = {
    "chat": [{"function": {"name": "final_result"}}],
    "responses": [{"name": "final_result"}],
    "anthropic": [{"name": "final_result"}],
    "google": [{"functionDeclarations": [{"name": "final_result"}]}],
}


def mutated(value: Any, chance: random.Random) -> Any:
    """A value of JSON with one place of it taken out, doubled, or made something else."""
    places: list[tuple[Any, Any]] = []

    def visit(inner: Any) -> None:
        for key in list(inner) if isinstance(inner, dict) else range(len(inner)):
            places.append((inner, key))
            if isinstance(inner[key], dict | list):
                visit(inner[key])

    copy = json.loads(json.dumps(value))
    visit(copy)
    holder, key = chance.choice(places)
    change = chance.randrange(3)
    if change == 0:
        del holder[key]
    elif change == 1 and isinstance(holder, list):
        holder.append(holder[key])
    else:
        holder[key] = chance.choice(_ODD)
    return copy


def whole_answer(wire: str, *, typed: bool) -> Any:
    """A good answer: a text, or a call of the tool for a shelf."""
    asked = Asked(_PATHS[wire], {}, {"model": "tiny", "tools": _TOOLS[wire]})
    return json.loads(answer_bytes(Call({"boards": 3}) if typed else Say("hello"), asked))
