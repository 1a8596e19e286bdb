"""A model that gives the answers of a transcript again."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.profiles import ModelProfile
from pydantic_ai.settings import ModelSettings

from scenewright.app.language_models.errors import BudgetSpent, ModelError
from scenewright.app.language_models.exchanges import Exchange
from scenewright.app.language_models.message_json import plain_messages, read_response
from scenewright.app.language_models.names import ModelPlace
from scenewright.app.language_models.turns import TURN, new_messages
from scenewright.app.language_models.wire import SIGHT
from scenewright.scene.printing import cut

__all__ = ["ReplayModel"]

_MOST_LINE = 160


class ReplayModel(Model):
    """Gives each role the answers that it got, in their order; see `replay` of a transcript.

    Conversations that ran at the same time may ask in any order: of the answers of a role, the first whose request was the same is taken.
    """

    def __init__(
        self,
        exchanges: Sequence[Exchange],
        texts: Mapping[str, str],
        pictures: Mapping[str, bytes],
        *,
        strict: bool = True,
    ) -> None:
        super().__init__()
        self._name = next((e.model for e in exchanges if e.model), "replay")
        self._texts, self._pictures = dict(texts), dict(pictures)
        self._strict = strict
        self._waiting = list(enumerate(exchanges, 1))
        self._without_tools = {e.role for e in exchanges if e.output.startswith("prompted")} - {
            e.role for e in exchanges if e.output.startswith("tool")
        }
        self._lock = threading.Lock()

    @property
    def model_name(self) -> str:
        return self._name

    @property
    def system(self) -> str:
        return "replay"

    @property
    def base_url(self) -> str | None:
        return None

    @property
    def provider(self) -> None:
        return None

    @property
    def profile(self) -> ModelProfile:
        turn = TURN.get()
        return ModelProfile(supports_tools=turn is None or turn.role not in self._without_tools)

    @property
    def left(self) -> int:
        """Number of answers that were not given yet."""
        return len(self._waiting)

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        turn = TURN.get()
        role = turn.role if turn is not None else None
        sight = SIGHT.get()
        if sight is not None:
            asked, instructions = sight.asked, sight.instructions
        else:
            asked, instructions, _ = plain_messages(new_messages(messages))
        number, exchange = self._next(role, asked)
        difference = self._difference(exchange, asked, instructions)
        if difference:
            text = f"the replay asks something else than turn {number} of the recorded run ({exchange.role or 'no role'}): {difference}"
            if self._strict:
                raise ModelError(text, kind="replay")
            if turn is not None:
                turn.note(text)
        if sight is not None:
            sight.recorded = exchange
            sight.place = ModelPlace(exchange.model, self.system, exchange.address)
        if exchange.response is None:
            made = BudgetSpent if exchange.error_kind == "budget" else ModelError
            raise made(exchange.error or "", kind=exchange.error_kind)
        return read_response(exchange.response, self._pictures)

    def _next(self, role: str | None, asked: list[Any]) -> tuple[int, Exchange]:
        with self._lock:
            mine = [pair for pair in self._waiting if role is None or pair[1].role == role]
            if not mine:
                whose = f" of the role '{role}'" if role else ""
                raise ModelError(f"the recorded run has no further answer{whose}", kind="replay")
            taken = next((pair for pair in mine if _comparable(pair[1].messages) == _comparable(asked)), mine[0])
            self._waiting.remove(taken)
            return taken

    def _difference(self, exchange: Exchange, asked: list[Any], instructions: str) -> str:
        told = self._texts.get(exchange.instructions, "")
        first = _first_difference(told, instructions)
        if first:
            return f"its instructions, {first}"
        return _first_difference(_comparable(exchange.messages), _comparable(asked))


def _comparable(messages: list[Any]) -> str:
    return json.dumps(messages, indent=1, ensure_ascii=False, sort_keys=True).replace("\\n", "\n")


def _first_difference(recorded: str, now: str) -> str:
    """The first line that differs; '' where none does."""
    before, after = recorded.split("\n"), now.split("\n")
    for number in range(max(len(before), len(after))):
        old = before[number] if number < len(before) else "(the end)"
        new = after[number] if number < len(after) else "(the end)"
        if old != new:
            at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
            start = max(0, at - 60) if max(len(old), len(new)) > _MOST_LINE else 0
            return f"line {number + 1} was '{cut(old[start:], _MOST_LINE)}' and is '{cut(new[start:], _MOST_LINE)}'"
    return ""
