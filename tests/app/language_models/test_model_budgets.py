"""What a run may use of models."""

from __future__ import annotations

import time

import pytest
from pydantic_ai.messages import ModelResponse, TextPart
from pydantic_ai.usage import RequestUsage

from scenewright.app.language_models import Budget, BudgetSpent, Conversation, ModelError, Patience, Spent, open_model
from scenewright.app.language_models.budget import cost_of
from tests.support.model_server import WIRES, Call, Fault, Hang, Say, model_server
from tests.support.shelves import ShelfPlan

OPENAI = "https://api.openai.com/v1/"


@pytest.mark.parametrize(
    ("budget", "answers", "words"),
    [
        (Budget(requests=2), 2, "2 of 2 requests"),
        (Budget(tokens=25), 2, "30 of 25 tokens"),
        (Budget(requests=0), 0, "0 of 0 requests"),
    ],
)
@pytest.mark.parametrize("wire", WIRES)
def test_a_spent_budget_ends_before_the_next_request(budget: Budget, answers: int, words: str, wire: str) -> None:
    own = Budget(requests=budget.requests, tokens=budget.tokens)
    with model_server(Say("x", tokens=(10, 5))) as server:
        model = open_model(WIRES[wire], base_url=server.address(wire))
        chats = [Conversation(model, "", role=role, budget=own) for role in ("writer", "critic")]
        for number in range(answers):
            chats[number % 2].say("hello")
        with pytest.raises(BudgetSpent, match=words) as caught:
            chats[0].say("hello")
    assert len(server.asked) == answers
    assert isinstance(caught.value, ModelError)
    assert (caught.value.kind, caught.value.exit_code) == ("budget", 14)
    assert (own.spent.requests, own.spent.tokens) == (answers, 15 * answers)


def test_a_reply_that_was_paid_for_is_kept() -> None:
    budget = Budget(tokens=10)
    with model_server(Say("dear", tokens=(4_000, 4_000))) as server:
        chat = Conversation(open_model("vllm:tiny", base_url=server.address("chat")), "", role="", budget=budget)
        assert chat.say("hello").text == "dear"
        with pytest.raises(BudgetSpent, match="8,000 of 10 tokens"):
            budget.check()


def test_what_failed_counts_as_a_request() -> None:
    budget = Budget(requests=2)
    with model_server(Fault(503)) as server:
        model = open_model("vllm:tiny", base_url=server.address("chat"))
        with pytest.raises(BudgetSpent, match="2 of 2 requests"):
            Conversation(model, "", role="", budget=budget, patience=Patience(0.01)).say("hello")
    assert len(server.asked) == 2


def test_corrections_of_a_value_count_too() -> None:
    budget = Budget(requests=2)
    with model_server(Call({"boards": "many"})) as server:
        model = open_model("vllm:tiny", base_url=server.address("chat"))
        with pytest.raises(BudgetSpent):
            Conversation(model, "", role="", budget=budget).ask("a shelf", ShelfPlan)
    assert len(server.asked) == 2


@pytest.mark.parametrize("wire", WIRES)
def test_the_seconds_end_a_request_under_way(wire: str) -> None:
    with model_server(Hang()) as server:
        model = open_model(WIRES[wire], base_url=server.address(wire))
        begun = time.monotonic()
        with pytest.raises(BudgetSpent, match=r"had not answered when the budget .* was spent \(0\.4 s\)"):
            Conversation(model, "", role="", budget=Budget(seconds=0.4)).say("hello")
    assert time.monotonic() - begun < 2.0


def test_no_wait_is_longer_than_the_budget() -> None:
    with model_server(Fault(429, headers={"Retry-After": "20"})) as server:
        model = open_model("vllm:tiny", base_url=server.address("chat"))
        begun = time.monotonic()
        with pytest.raises(ModelError, match="asks to wait 20 s"):
            Conversation(model, "", role="", budget=Budget(seconds=5.0)).say("hello")
    assert time.monotonic() - begun < 3.0


def test_the_clock_begins_with_the_first_request() -> None:
    budget = Budget(seconds=0.05)
    time.sleep(0.1)
    budget.check()
    budget.begin()
    time.sleep(0.1)
    with pytest.raises(BudgetSpent, match=r"0 of 0\.05 s"):
        budget.check()


def test_money_is_counted_where_prices_are_known() -> None:
    usage = RequestUsage(input_tokens=1_000, output_tokens=500)
    known = ModelResponse(parts=[TextPart("x")], usage=usage, model_name="gpt-4o", provider_url=OPENAI)
    assert cost_of(known) == pytest.approx(0.0075)
    budget = Budget(money=0.01)
    for _ in range(2):
        budget.check()
        budget.take(known, cost_of(known))
    assert budget.spent.money == pytest.approx(0.015)
    assert not budget.unpriced
    with pytest.raises(BudgetSpent, match=r"0\.0150? of 0\.01 dollars"):
        budget.check()


@pytest.mark.parametrize(
    ("name", "url"),
    [("gpt-4o", "http://127.0.0.1:8000/v1"), ("nobody-knows", OPENAI), (None, OPENAI), ("gpt-4o", None)],
)
def test_an_unknown_price_is_none(name: str | None, url: str | None) -> None:
    usage = RequestUsage(input_tokens=1_000, output_tokens=500)
    response = ModelResponse(parts=[TextPart("x")], usage=usage, model_name=name, provider_url=url)
    assert cost_of(response) is None
    budget = Budget(money=0.0001)
    budget.take(response, None)
    budget.check()
    assert budget.unpriced
    assert budget.spent.money is None


def test_an_unbounded_budget_never_ends() -> None:
    budget = Budget(requests=None, tokens=None, seconds=None, money=None)
    usage = RequestUsage(input_tokens=10**9, output_tokens=10**9)
    budget.begin()
    budget.take(ModelResponse(parts=[], usage=usage), 1e6)
    budget.check()
    assert budget.remaining_seconds == float("inf")
    assert budget.spent.requests == 1


@pytest.mark.parametrize(
    "values", [{"requests": -1}, {"seconds": float("nan")}, {"money": -0.5}, {"tokens": float("inf")}]
)
def test_a_budget_below_nothing_is_refused(values: dict[str, float]) -> None:
    with pytest.raises(ModelError, match="give a number from 0, or None"):
        Budget(**values)  # type: ignore[arg-type]


def test_what_was_spent_is_plain_data() -> None:
    assert Budget(money=0.5).to_json() == {"requests": 30, "tokens": 400_000, "seconds": 900.0, "money": 0.5}
    assert Spent(2, 10, 5, 1.25, None).to_json() == {
        "requests": 2,
        "input_tokens": 10,
        "output_tokens": 5,
        "seconds": 1.25,
        "money": None,
    }
