"""Servers of models that answer with anything: a conversation ends with an answer or with one clear error, never with an exception of a library."""

from __future__ import annotations

import json
import random

import pytest

from scenewright.app.language_models import Budget, Conversation, ModelError, Patience, Reply, open_model
from tests.support.model_server import WIRES, Raw, Say, model_server
from tests.support.mutated_answers import mutated, whole_answer
from tests.support.shelves import ShelfPlan

pytest.importorskip("pydantic_ai")
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize("typed", [False, True])
def test_a_mutated_answer_is_an_answer_or_one_error(wire: str, typed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY"):
        monkeypatch.setenv(name, "sk-canary-0123456789")
    chance = random.Random(f"{wire} {typed}")
    whole = whole_answer(wire, typed=typed)
    told: list[str] = []
    with model_server(Say("")) as server:
        model = open_model(WIRES[wire], base_url=server.address(wire))
        for _ in range(60):
            server.answers[:] = [Raw(json.dumps(mutated(whole, chance)).encode("utf-8", "surrogatepass"))]
            chat = Conversation(model, "", role="writer", budget=Budget(requests=4), patience=Patience(0.001))
            try:
                answer = chat.ask("a shelf", ShelfPlan) if typed else chat.say("hello")
            except ModelError as error:
                told.append(str(error))
            else:
                assert isinstance(answer, ShelfPlan if typed else Reply)
            json.dumps(chat.transcript.to_json(), allow_nan=False)
    assert len(told) > 3
    assert max(map(len, told)) < 700
    assert "sk-canary" not in "".join(told)


@pytest.mark.parametrize("wire", WIRES)
def test_random_bytes_are_one_error(wire: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY"):
        monkeypatch.setenv(name, "sk-canary-0123456789")
    chance = random.Random(wire)
    with model_server(Say("")) as server:
        model = open_model(WIRES[wire], base_url=server.address(wire))
        for _ in range(20):
            kind = chance.choice(
                ["application/json", "text/plain", "text/html", "image/png", "text/event-stream", "x", None]
            )
            status = chance.choice([200, 200, 201, 204, 304, 400, 418, 500])
            body = b"" if status in (204, 304) else chance.randbytes(chance.randrange(200))
            server.answers[:] = [Raw(body, status, kind)]
            with pytest.raises(ModelError) as caught:
                Conversation(model, "", role="", patience=Patience(0.001)).say("hello")
            assert str(caught.value).isprintable()
