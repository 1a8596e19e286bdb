"""One request to a model, sent with care: within the budget and a time, again where that helps, and kept in the transcript."""

from __future__ import annotations

import asyncio
import math
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings

from scenewright.app.language_models.budget import Budget, cost_of
from scenewright.app.language_models.errors import BudgetSpent, ModelError
from scenewright.app.language_models.exchanges import Exchange
from scenewright.app.language_models.faults import Fault, fault_of_error, fault_of_response
from scenewright.app.language_models.message_json import plain_messages, plain_response, require_sound
from scenewright.app.language_models.names import ModelPlace, shown_address
from scenewright.app.language_models.pictures import has_pictures
from scenewright.app.language_models.transcript import Transcript
from scenewright.app.language_models.turns import new_messages
from scenewright.app.language_models.wire import SIGHT, WireView

__all__ = ["REQUEST_SECONDS", "CarefulModel", "Patience"]

# many models take no temperature or seed, and pydantic-ai leaves these out; a line on its inner workings helps nobody
warnings.filterwarnings("ignore", message="Sampling parameters", category=UserWarning, module=r"pydantic_ai\.")

REQUEST_SECONDS = 600.0
"""Most seconds of one request, where the settings have no 'timeout': a small model without a GPU may write a program for minutes."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait before a request is sent again. The wait doubles each time, unless the server says how long."""

    first_wait: float = 1.0
    longest_wait: float = 60.0


class CarefulModel(WrapperModel):
    """A model for one role of one run. All its faults are a :class:`ModelError`."""

    def __init__(
        self,
        wrapped: Model,
        *,
        role: str,
        prompt_version: str,
        budget: Budget,
        transcript: Transcript,
        note: Callable[[str], None],
        patience: Patience,
    ) -> None:
        super().__init__(wrapped)
        self._role = role
        self._prompt_version = prompt_version
        self._budget = budget
        self._transcript = transcript
        self._note = note
        self._patience = patience
        self._new: list[ModelMessage] | None = None
        self._uncalled = 0
        self.finish_reason: str | None = None
        """Of the last answer."""

    @property
    def place(self) -> ModelPlace:
        """Where the model is, before anything was sent."""
        address = self.wrapped.base_url
        return ModelPlace(self.wrapped.model_name, self.wrapped.system, shown_address(address) if address else "")

    def prepare_messages(
        self, messages: list[ModelMessage], model_request_parameters: ModelRequestParameters | None = None
    ) -> list[ModelMessage]:
        """The messages as the model takes them. The transcript keeps them as they were before, which is the same for all models."""
        self._new = new_messages(messages)
        return super().prepare_messages(messages, model_request_parameters)

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        """The answer of the model.

        Raises:
            ModelError: there is none.
        """
        new, self._new = self._new or new_messages(messages), None
        self.finish_reason = None
        asked, instructions, pictures = plain_messages(new)
        exchange = Exchange(
            role=self._role,
            prompt_version=self._prompt_version,
            settings=_plain_settings(model_settings),
            output=_asked_for(model_request_parameters),
            messages=asked,
        )
        try:
            response = await self._answer(exchange, instructions, messages, model_settings, model_request_parameters)
        except ModelError as error:
            exchange.error, exchange.error_kind = str(error), error.kind
            raise
        else:
            exchange.response, answered = plain_response(response)
            exchange.finish_reason = self.finish_reason = response.finish_reason
            exchange.usage = {
                "input_tokens": response.usage.input_tokens,
                "output_tokens": response.usage.output_tokens,
            }
            exchange.cost = cost_of(response)
            self._budget.take(response, exchange.cost)
            pictures |= answered
            self._require_call(response, model_request_parameters)
            return response
        finally:
            if exchange.response is not None or exchange.error is not None:  # not where the run was cancelled
                self._transcript.add(exchange, instructions=instructions, pictures=pictures)

    def _require_call(self, response: ModelResponse, parameters: ModelRequestParameters) -> None:
        """A model that answers in prose instead of by the tool is reminded once; more often helps none."""
        self._uncalled = self._uncalled + 1 if parameters.output_tools and not response.tool_calls else 0
        if self._uncalled == 2:
            self._uncalled = 0
            raise ModelError(f"{self.place} does not call the tool", kind="no-call")

    async def _answer(
        self,
        exchange: Exchange,
        instructions: str,
        messages: list[ModelMessage],
        settings: ModelSettings | None,
        parameters: ModelRequestParameters,
    ) -> ModelResponse:
        """Send the request until there is an answer, or no sense in sending it again."""
        exchange.tries = 0
        while True:
            _note_place(exchange, self.place)
            self._budget.check()
            self._budget.begin()
            exchange.tries += 1
            sight = WireView(asked=exchange.messages, instructions=instructions)
            begun = time.monotonic()
            try:
                response, fault = await self._once(sight, messages, settings, parameters)
            finally:
                _note_place(exchange, sight.place or self.place)
                _note_time(exchange, sight, time.monotonic() - begun)
            place = sight.place or self.place
            if fault is None:
                assert response is not None
                return response
            wait = self._wait(fault, exchange.tries)
            if wait is None:
                raise fault.error(place, tries=exchange.tries)
            self._note(f"{place} {fault.what}; asked again after {wait:.3g} s")
            await asyncio.sleep(wait)

    async def _once(
        self,
        sight: WireView,
        messages: list[ModelMessage],
        settings: ModelSettings | None,
        parameters: ModelRequestParameters,
    ) -> tuple[ModelResponse | None, Fault | None]:
        given = (settings or {}).get("timeout")
        own = float(given) if isinstance(given, int | float) else REQUEST_SECONDS
        most = min(own, self._budget.remaining_seconds)
        # the SDK's own clock is set behind ours, which knows the budget
        sent: Any = {k: v for k, v in (settings or {}).items() if k != "max_retries"} | {"timeout": most + 5.0}
        token = SIGHT.set(sight)
        clock = asyncio.timeout(most)
        try:
            async with clock:
                response = await self.wrapped.request(messages, sent, parameters)
            require_sound(response)
        except Exception as error:
            if clock.expired() and self._budget.remaining_seconds <= 0:
                raise BudgetSpent(
                    f"{sight.place or self.place} had not answered when the budget for language models was spent "
                    f"({self._budget.seconds:g} s): allow more, or ask for less"
                ) from None
            waited = most if clock.expired() else None
            place = sight.place or self.place
            tools = bool(parameters.output_tools or parameters.function_tools)
            pictures = has_pictures(messages)
            fault = fault_of_error(error, sight, place, timed_out=waited, tools=tools, pictures=pictures)
            if fault is None:
                raise
            return None, fault
        finally:
            SIGHT.reset(token)
        return response, fault_of_response(response, sight, sight.place or self.place)

    def _wait(self, fault: Fault, tries: int) -> float | None:
        """Seconds to wait before the request is sent again; None: it is not."""
        if tries > fault.again:
            return None
        wait = self._patience.first_wait * 2.0 ** (tries - 1) if fault.after is None else fault.after
        if wait > self._patience.longest_wait or wait >= self._budget.remaining_seconds or not math.isfinite(wait):
            return None
        return wait


def _note_place(exchange: Exchange, place: ModelPlace) -> None:
    exchange.model, exchange.address = place.model, place.address


def _note_time(exchange: Exchange, sight: WireView, took: float) -> None:
    if isinstance(sight.recorded, Exchange):  # a replay: all as it was
        exchange.seconds, exchange.tries = sight.recorded.seconds, sight.recorded.tries
        exchange.settings = sight.recorded.settings
    else:
        exchange.seconds = round(exchange.seconds + took, 3)


def _asked_for(parameters: ModelRequestParameters) -> str:
    if parameters.output_tools:
        return "tool " + ", ".join(str(t.parameters_json_schema.get("title", t.name)) for t in parameters.output_tools)
    asked = parameters.output_object
    if parameters.output_mode in ("prompted", "native") and asked is not None:
        return f"{parameters.output_mode} {asked.json_schema.get('title') or asked.name or ''}".strip()
    return "text"


_UNKEPT = ("timeout", "extra_headers")
"""Settings that say nothing of the answer, or may hold a key."""


def _plain_settings(settings: ModelSettings | None) -> dict[str, Any]:
    kept = {k: v for k, v in (settings or {}).items() if k not in _UNKEPT}
    return {k: v for k, v in kept.items() if isinstance(v, str | int | float | bool | list | dict) or v is None}
