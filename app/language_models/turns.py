"""The turn that is under way, for those below a conversation who must know whose it is."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelMessage

__all__ = ["TURN", "ModelTurn", "new_messages"]


@dataclass(frozen=True, slots=True)
class ModelTurn:
    """`role`: who asks. `note`: tells the user something."""

    role: str
    note: Callable[[str], None]


TURN: ContextVar[ModelTurn | None] = ContextVar("scenewright_model_turn", default=None)


def new_messages(messages: list[ModelMessage]) -> list[ModelMessage]:
    """What is new in a request: all after the last answer."""
    answers = [i for i, message in enumerate(messages) if message.kind == "response"]
    return messages[answers[-1] + 1 :] if answers else list(messages)
