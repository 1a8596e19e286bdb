"""What one run may use of language models, and what it has used."""

from __future__ import annotations

import math
import threading
import time
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from scenewright.app.language_models.errors import BudgetSpent, ModelError

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelResponse
    from pydantic_ai.usage import RunUsage, UsageLimits

__all__ = ["Budget", "Spent", "cost_of"]


@dataclass(frozen=True, slots=True)
class Spent:
    """What was used. `seconds`: since the first request. `money`: US dollars; None where no price is known."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    money: float | None = None

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens

    def to_json(self) -> dict[str, object]:
        """All of it as JSON values."""
        return {
            "requests": self.requests,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "seconds": round(self.seconds, 3),
            "money": self.money,
        }


@dataclass
class Budget:
    """The bounds of one run; None: unbounded. All conversations of the run share it, from any thread.

    It is looked at before each request: a reply that was paid for is never thrown away. The clock runs from the first request on, and
    also ends a request that is under way.
    """

    requests: int | None = 30
    tokens: int | None = 400_000
    seconds: float | None = 900.0
    money: float | None = None
    _usage: RunUsage | None = field(default=None, init=False, repr=False, compare=False)
    _begun: float | None = field(default=None, init=False, repr=False, compare=False)
    _unpriced: bool = field(default=False, init=False, repr=False, compare=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("requests", "tokens", "seconds", "money"):
            value = getattr(self, name)
            if value is not None and not (value >= 0 and math.isfinite(value)):
                raise ModelError(
                    f"a budget of {value} {name} is none: give a number from 0, or None for no bound", kind="budget"
                ).about(name)

    def to_json(self) -> dict[str, Any]:
        """The bounds as JSON values."""
        return {"requests": self.requests, "tokens": self.tokens, "seconds": self.seconds, "money": self.money}

    @property
    def spent(self) -> Spent:
        usage = self._usage
        if usage is None:
            return Spent()
        money = None if usage.cost is None else float(usage.cost)
        return Spent(usage.requests, usage.input_tokens, usage.output_tokens, self._elapsed(), money)

    @property
    def unpriced(self) -> bool:
        """Whether it has an answer whose price nobody knows: the bound on money does not count it."""
        return self._unpriced

    @property
    def remaining_seconds(self) -> float:
        """Seconds that are left; infinite without a bound."""
        return math.inf if self.seconds is None else max(self.seconds - self._elapsed(), 0.0)

    def check(self) -> None:
        """
        Raises:
            BudgetSpent: there may be no further request. The message says what is used up.
        """
        from pydantic_ai.exceptions import UsageLimitExceeded

        spent = self.spent
        if self.seconds is not None and spent.seconds >= self.seconds:
            raise self._error(f"{spent.seconds:.0f} of {self.seconds:g} s")
        try:
            self.limits.check_before_request(self._used())
        except UsageLimitExceeded:
            raise self._error(self._beyond(spent)) from None

    @property
    def limits(self) -> UsageLimits:
        """The bounds as pydantic-ai's."""
        from pydantic_ai.usage import UsageLimits

        money = None if self.money is None else Decimal(repr(self.money))
        return UsageLimits(request_limit=self.requests, total_tokens_limit=self.tokens, cost_limit=money)

    def begin(self) -> None:
        """A request is sent."""
        with self._lock:
            if self._begun is None:
                self._begun = time.monotonic()
            self._used().requests += 1

    def take(self, response: ModelResponse, cost: float | None) -> None:
        """An answer came, which cost so much."""
        with self._lock:
            used = self._used()
            used.input_tokens += response.usage.input_tokens
            used.output_tokens += response.usage.output_tokens
            if cost is None:
                self._unpriced = True
            else:
                used.cost = (used.cost or Decimal(0)) + Decimal(repr(cost))

    def _used(self) -> RunUsage:
        if self._usage is None:
            from pydantic_ai.usage import RunUsage

            self._usage = RunUsage()
        return self._usage

    def _elapsed(self) -> float:
        return 0.0 if self._begun is None else time.monotonic() - self._begun

    def _beyond(self, spent: Spent) -> str:
        if self.requests is not None and spent.requests >= self.requests:
            return f"{spent.requests} of {self.requests} requests"
        if self.tokens is not None and spent.tokens > self.tokens:
            return f"{spent.tokens:,} of {self.tokens:,} tokens"
        return f"{spent.money:.3g} of {self.money:.3g} dollars"

    def _error(self, used: str) -> BudgetSpent:
        return BudgetSpent(f"the budget for language models is spent ({used}): allow more, or ask for less")


def cost_of(response: ModelResponse) -> float | None:
    """US dollars that an answer cost, by the list prices of its address; None where no price is known."""
    if not response.model_name or not response.provider_url or response.usage.unmeasured_requests:
        return None
    try:
        from genai_prices import calc_price

        found = calc_price(response.usage, model_ref=response.model_name, provider_api_url=response.provider_url)
        return float(found.total_price)
    except Exception:  # noqa: BLE001 - a table of prices may not end a run
        return None
