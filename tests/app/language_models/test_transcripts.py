"""What was said in a run is kept as plain data, and can be said again without a network."""

from __future__ import annotations

import io
import json
import socket
import threading
from typing import Any

import pytest
from PIL import Image
from pydantic_ai.messages import ModelResponse, TextPart
from pydantic_ai.models.function import FunctionModel

from scenewright.app.language_models import (
    Budget,
    BudgetSpent,
    Conversation,
    ModelError,
    ModelPicture,
    Patience,
    Transcript,
    open_model,
)
from tests.support.model_server import WIRES, Call, Fault, Raw, Refusal, Say, model_server
from tests.support.shelves import ShelfPlan

GOOD = {"boards": 3, "finishes": ["oak"]}
QUICK = Patience(first_wait=0.01)


def png() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (6, 4), "teal").save(data, "PNG")
    return data.getvalue()


def run(model: Any, budget: Budget | None = None) -> tuple[list[str], Transcript]:
    """A run of two roles with text, pictures, typed answers, corrections and faults. Returns what came of each turn."""
    transcript, heard = Transcript(), []
    shared = {"budget": budget or Budget(), "transcript": transcript, "patience": QUICK}
    planner = Conversation(model, "You plan.", role="planner", prompt_version="3", **shared)  # type: ignore[arg-type]
    writer = Conversation(model, "You write.\nIn two lines.", role="writer", seed=5, **shared)  # type: ignore[arg-type]

    def hear(turn: Any) -> None:
        try:
            heard.append(repr(turn()))
        except ModelError as error:
            heard.append(f"{type(error).__name__} {error.kind}: {error}")

    hear(lambda: planner.ask("plan a shelf", ShelfPlan))
    hear(lambda: writer.say("write it"))
    hear(lambda: writer.say("look", [ModelPicture(png(), "from the front")]))
    hear(lambda: planner.ask("plan another", ShelfPlan))
    hear(lambda: writer.say("shorter"))
    return heard, transcript


RUNS = {
    "all well": (Call(GOOD), Say("one"), Say("two"), Call(GOOD), Say("three")),
    "corrected": (
        Call({"boards": 12}),
        Call(GOOD),
        Say("one"),
        Say("two"),
        Say("prose"),
        Call(GOOD),
        Say("three", cut=True),
    ),
    "without tools": (
        Fault(400, "no tools here"),
        Say('{"boards": 2}'),
        Say("one"),
        Say("two"),
        Say('{"boards": 3}'),
        Say("x"),
    ),
    "never called": (
        Say("prose"),
        Say("prose"),
        Say('{"boards": 2}'),
        Say("one"),
        Say("two"),
        Say('{"boards": 3}'),
        Say("x"),
    ),
    "with faults": (Fault(503), Call(GOOD), Refusal(), Fault(401), Raw(b"{}"), Say("")),
    "cut off": (
        Call(GOOD, cut=True),
        Call(GOOD),
        Say("one", cut=True),
        Say("two"),
        Call(GOOD, cut=True),
        Call(GOOD, cut=True),
        Say("x"),
    ),
}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No socket connects. Returns what was tried."""
    tried: list[str] = []

    def refused(self: socket.socket, address: Any) -> None:
        tried.append(str(address))
        raise OSError("there is no network")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    return tried


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize("name", RUNS)
def test_a_replay_is_the_same_without_a_network(name: str, wire: str, request: pytest.FixtureRequest) -> None:
    with model_server(*RUNS[name]) as server:
        heard, transcript = run(open_model(WIRES[wire], base_url=server.address(wire)))
    kept = json.dumps(transcript.to_json())
    tried: list[str] = request.getfixturevalue("no_network")
    read = Transcript.from_json(json.loads(kept), transcript.pictures)
    again, told = run(read.replay())
    assert again == heard
    assert json.dumps(told.to_json()["exchanges"]) == json.dumps(transcript.to_json()["exchanges"])
    assert told.pictures == transcript.pictures
    assert told.texts == transcript.texts
    assert tried == []


def test_a_spent_budget_is_replayed_as_such() -> None:
    with model_server(*RUNS["all well"]) as server:
        heard, transcript = run(open_model("vllm:tiny", base_url=server.address("chat")), Budget(requests=3))
    assert heard[3].startswith("BudgetSpent budget: ")
    again, _ = run(transcript.replay())
    assert again == heard
    with pytest.raises(BudgetSpent):
        Conversation(
            Transcript([transcript.exchanges[3]], texts=transcript.texts).replay(strict=False), "", role="planner"
        ).say("x")


def told_once(role: str = "writer", text: str = "first line\nsecond line", instructions: str = "Be.") -> Transcript:
    transcript = Transcript()
    model = FunctionModel(lambda messages, info: ModelResponse(parts=[TextPart("so be it")]))
    Conversation(model, instructions, role=role, transcript=transcript).say(text)
    return transcript


@pytest.mark.parametrize(
    ("text", "instructions", "words"),
    [
        ("first line\nanother line", "Be.", "'second line\",' and is 'another line\",'"),
        ("first line", "Be.", 'was \'"content": "first line\' and is \'"content": "first line",\''),
        ("first line\nsecond line", "Do not be.", "its instructions, line 1 was 'Be.' and is 'Do not be.'"),
    ],
)
def test_a_replay_names_the_first_line_that_differs(text: str, instructions: str, words: str) -> None:
    transcript = told_once()
    with pytest.raises(ModelError) as caught:
        Conversation(transcript.replay(), instructions, role="writer").say(text)
    assert "the replay asks something else than turn 1 of the recorded run (writer)" in str(caught.value)
    assert words in str(caught.value)
    assert caught.value.kind == "replay"
    chat = Conversation(transcript.replay(strict=False), instructions, role="writer")
    assert chat.say(text).text == "so be it"
    assert len(chat.notes) == 1
    assert words in chat.notes[0]


def test_a_replay_that_asks_on_is_an_error() -> None:
    transcript = told_once()
    chat = Conversation(transcript.replay(), "Be.", role="writer")
    chat.say("first line\nsecond line")
    with pytest.raises(ModelError, match="no further answer of the role 'writer'"):
        chat.say("third line")
    with pytest.raises(ModelError, match="no further answer of the role 'critic'"):
        Conversation(transcript.replay(strict=False), "Be.", role="critic").say("first line\nsecond line")


def test_answers_of_parallel_turns_find_their_question() -> None:
    transcript = Transcript()
    model = FunctionModel(lambda messages, info: ModelResponse(parts=[TextPart(f"to {messages[-1].parts[0].content}")]))  # type: ignore[union-attr]
    for number in range(6):
        Conversation(model, "", role="writer", transcript=transcript).say(f"question {number}")
    replay, heard = transcript.replay(), {}

    def ask(number: int) -> None:
        heard[number] = Conversation(replay, "", role="writer").say(f"question {number}").text

    threads = [threading.Thread(target=ask, args=(n,)) for n in reversed(range(6))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == {n: f"to question {n}" for n in range(6)}


@pytest.mark.parametrize("wire", WIRES)
def test_no_key_is_in_a_transcript(wire: str, canary_keys: tuple[str, ...]) -> None:
    told = f"my keys are {' '.join(canary_keys)}"
    with model_server(Say(told), Call({"boards": 1, "finishes": [told]}), Fault(400, told)) as server:
        model = open_model(WIRES[wire], base_url=server.address(wire))
        headers = {"X-Token": canary_keys[0]}
        chat = Conversation(model, told, role="writer", settings={"extra_headers": headers}, patience=QUICK)
        chat.say(told)
        chat.ask(told, ShelfPlan)
        with pytest.raises(ModelError):
            chat.say(told)
    kept = json.dumps(chat.transcript.to_json())
    assert not any(key in kept for key in canary_keys)
    assert "<OPENAI_API_KEY>" in kept


def test_what_was_used_is_counted() -> None:
    with model_server(Fault(503), Say("x", tokens=(30, 4)), Say("y", tokens=(40, 5))) as server:
        model = open_model("vllm:tiny", base_url=server.address("chat"))
        chat = Conversation(model, "", role="writer", patience=QUICK)
        chat.say("one")
        chat.say("two")
    spent = chat.transcript.spent
    assert (spent.requests, spent.input_tokens, spent.output_tokens, spent.money) == (3, 70, 9, None)
    assert spent.seconds > 0


def test_instructions_are_kept_once() -> None:
    transcript = Transcript()
    model = FunctionModel(lambda messages, info: ModelResponse(parts=[TextPart("yes")]))
    chat = Conversation(model, "Long instructions.", role="writer", transcript=transcript)
    for _ in range(3):
        chat.say("hello")
    assert list(transcript.texts.values()) == ["Long instructions."]
    assert json.dumps(transcript.to_json()).count("Long instructions.") == 1


GOOD_EXCHANGE = {"role": "writer", "error": "none", "messages": []}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "no schema number"),
        ({"schema": True}, "no schema number"),
        ({"schema": 99, "exchanges": [], "notes": [], "texts": {}}, "update Scenewright"),
        ({"schema": 1}, "exchanges, notes or texts are missing"),
        ({"schema": 1, "exchanges": {}, "notes": [], "texts": {}}, "exchanges, notes or texts are missing"),
        ({"schema": 1, "exchanges": [3], "notes": [], "texts": {}}, "exchange 1 of this transcript is no object"),
        ({"schema": 1, "exchanges": [{"role": "x"}], "notes": [], "texts": {}}, "neither an answer nor an error"),
        ({"schema": 1, "exchanges": [GOOD_EXCHANGE | {"tries": "x"}], "notes": [], "texts": {}}, "no good tries"),
        ({"schema": 1, "exchanges": [GOOD_EXCHANGE | {"usage": {"a": []}}], "notes": [], "texts": {}}, "no good usage"),
        ({"schema": 1, "exchanges": [GOOD_EXCHANGE] * 10_001, "notes": [], "texts": {}}, "more than 10,000"),
        ({"schema": 1, "exchanges": [], "notes": [1], "texts": {}}, "must be texts"),
    ],
)
def test_what_is_no_transcript_is_refused(values: Any, words: str) -> None:
    with pytest.raises(ModelError, match=words):
        Transcript.from_json(values)


@pytest.mark.parametrize(
    "response",
    [{}, {"kind": "response"}, {"kind": "request", "parts": []}, {"kind": "response", "parts": [{"part_kind": "x"}]}],
)
def test_an_answer_that_is_none_is_an_error_in_replay(response: dict[str, Any]) -> None:
    values = {"schema": 1, "exchanges": [{"role": "writer", "response": response}], "notes": [], "texts": {}}
    replay = Transcript.from_json(values).replay(strict=False)
    with pytest.raises(ModelError) as caught:
        Conversation(replay, "", role="writer").say("hello")
    assert caught.value.kind in ("replay", "empty")
