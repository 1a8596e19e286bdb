"""Typed answers: by a tool, by JSON in the text, and what is done with those that cannot be used."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart
from pydantic_ai.models.function import AgentInfo, FunctionModel
from pydantic_ai.profiles import ModelProfile

from scenewright.app.language_models import Conversation, ModelError, ModelPicture, Patience, open_model
from tests.support.model_server import WIRES, Answer, Call, Fault, ModelServer, Refusal, Say, model_server
from tests.support.shelves import ShelfPlan

GOOD = {"boards": 3, "finishes": ["oak"]}
SHELF = ShelfPlan(boards=3, finishes=["oak"])


def conversation(server: ModelServer, wire: str) -> Conversation:
    model = open_model(WIRES[wire], base_url=server.address(wire))
    return Conversation(model, "You plan shelves.", role="planner", patience=Patience(0.01))


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ((Call(GOOD),), 1),
        ((Call({"boards": "many"}), Call(GOOD)), 2),
        ((Call({"boards": 12}), Call({"boards": 0}), Call(GOOD)), 3),
        ((Call(GOOD, tool="another_tool"), Call(GOOD)), 2),
        ((Say("A shelf with three boards."), Call(GOOD)), 2),
        ((Call(GOOD, cut=True), Call(GOOD)), 2),
        ((Fault(503), Call(GOOD)), 2),
    ],
    ids=["at once", "of a wrong type", "out of bounds", "another tool", "in prose", "cut off", "unavailable"],
)
def test_an_answer_is_typed(answers: tuple[Answer, ...], asked: int, wire: str) -> None:
    with model_server(*answers) as server:
        chat = conversation(server, wire)
        assert chat.ask("a shelf", ShelfPlan) == SHELF
    assert len(server.asked) == asked
    assert "tools" in server.asked[0].body


@pytest.mark.parametrize("wire", ["chat", "responses"])
@pytest.mark.parametrize("cut", [True, False])
def test_broken_arguments_are_asked_for_again(wire: str, cut: bool) -> None:
    with model_server(Call('{"boards": 3, "fini', cut=cut), Call(GOOD)) as server:
        assert conversation(server, wire).ask("a shelf", ShelfPlan) == SHELF
    assert len(server.asked) == 2


@pytest.mark.parametrize("wire", WIRES)
def test_a_cut_off_value_that_parses_is_not_taken(wire: str) -> None:
    with model_server(Call(GOOD, cut=True)) as server:
        chat = conversation(server, wire)
        with pytest.raises(
            ModelError, match="cut off at its length limit twice: raise max_tokens, or ask for less"
        ) as caught:
            chat.ask("a shelf", ShelfPlan)
    assert caught.value.kind == "cut-off"
    assert len(server.asked) == 2
    assert "much shorter" not in server.asked[0].text
    assert "much shorter" in server.asked[1].text


@pytest.mark.parametrize("wire", WIRES)
def test_what_was_wrong_is_told_after_three_answers(wire: str) -> None:
    with model_server(Call({"boards": 12})) as server:
        chat = conversation(server, wire)
        with pytest.raises(ModelError, match="gave no good ShelfPlan in 3 answers") as caught:
            chat.ask("a shelf", ShelfPlan)
    assert "boards: Input should be less than or equal to 9" in str(caught.value)
    assert server.address(wire).removeprefix("http://") in str(caught.value)
    assert caught.value.kind == "invalid"
    assert len(server.asked) == 3
    assert "less than or equal to 9" in server.asked[1].text


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize(
    "refusal",
    [
        Fault(400, "registry.example/tiny does not support tools"),
        Fault(500, "tools param requires --jinja flag"),
        Fault(400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'),
    ],
    ids=["ollama", "llama.cpp", "vllm"],
)
def test_a_server_without_tools_is_asked_for_json(refusal: Fault, wire: str) -> None:
    told = 'Here:\n```json\n{"boards": 3, "finishes": ["oak"]}\n```'
    with model_server(refusal, Say(told), Say('{"boards": 1}')) as server:
        chat = conversation(server, wire)
        assert chat.ask("a shelf", ShelfPlan) == SHELF
        assert chat.ask("another", ShelfPlan).boards == 1
    assert len(server.asked) == 3
    assert not any("tools" in asked.body for asked in server.asked[1:])
    assert "boards" in server.asked[1].text
    assert len(chat.notes) == 1
    assert "takes no tools: it is asked for JSON instead" in chat.notes[0]
    assert [e.output for e in chat.transcript.exchanges] == [
        "tool ShelfPlan",
        "prompted ShelfPlan",
        "prompted ShelfPlan",
    ]


def test_a_server_that_is_down_is_not_one_without_tools() -> None:
    with model_server(Fault(503, "the tool server is loading")) as server, pytest.raises(ModelError) as caught:
        conversation(server, "chat").ask("a shelf", ShelfPlan)
    assert caught.value.kind == "server"


@pytest.mark.parametrize("wire", WIRES)
def test_a_model_that_calls_no_tool_is_asked_for_json(wire: str) -> None:
    with model_server(
        Say("Three boards."), Say("Three boards, of oak."), Say('{"boards": 3, "finishes": ["oak"]}')
    ) as server:
        chat = conversation(server, wire)
        assert chat.ask("a shelf", ShelfPlan) == SHELF
    assert "does not call the tool" in chat.notes[0]


def test_a_model_without_tools_is_asked_for_json_at_once() -> None:
    def answer(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        assert not info.output_tools
        return ModelResponse(parts=[TextPart('{"boards": 2}')])

    chat = Conversation(FunctionModel(answer, profile=ModelProfile(supports_tools=False)), "", role="planner")
    assert chat.ask("a shelf", ShelfPlan).boards == 2
    assert "has no tools: it is asked without them" in chat.notes[0]


@pytest.mark.parametrize("wire", WIRES)
@pytest.mark.parametrize(
    ("answer", "kind"), [(Refusal(), "content-filter"), (Say(""), "empty"), (Fault(401), "refused-key")]
)
def test_faults_are_the_same_for_typed_answers(answer: Answer, kind: str, wire: str) -> None:
    with model_server(answer) as server, pytest.raises(ModelError) as caught:
        conversation(server, wire).ask("a shelf", ShelfPlan)
    assert caught.value.kind == kind


@pytest.mark.parametrize("wire", WIRES)
def test_text_and_typed_turns_are_one_conversation(wire: str) -> None:
    data = io.BytesIO()
    Image.new("RGB", (4, 4)).save(data, "PNG")
    with model_server(Say("Hello."), Call(GOOD), Say("Bye.")) as server:
        chat = conversation(server, wire)
        chat.say("hello")
        assert chat.ask("a shelf", ShelfPlan, [ModelPicture(data.getvalue(), "the wall")]) == SHELF
        assert chat.say("bye").text == "Bye."
    told = server.asked[2].text
    assert [word in told for word in ("Hello.", "a shelf", "oak", "the wall")] == [True] * 4


@pytest.mark.parametrize("wire", WIRES)
def test_a_turn_that_gave_no_value_is_forgotten(wire: str) -> None:
    with model_server(
        Call({"boards": 12}), Call({"boards": 12}), Call({"boards": 12}), Fault(400), Call(GOOD)
    ) as server:
        chat = conversation(server, wire)
        for _ in range(2):
            with pytest.raises(ModelError):
                chat.ask("lost words", ShelfPlan)
        assert chat.ask("kept words", ShelfPlan) == SHELF
    assert "lost words" not in server.asked[-1].text


@pytest.mark.parametrize("model", ["vllm:Qwen/Qwen3-8B", "ollama:deepseek-r1", "openai:any", "llama.cpp:any"])
def test_thinking_aloud_is_no_part_of_an_answer(model: str) -> None:
    aloud = '<think>\nIt could have {"boards": 7}.\n</think>\n\n'
    answers = (
        Say(f"{aloud}Hello."),
        Say(f"{aloud}Prose."),
        Say(f"{aloud}Prose."),
        Say(aloud + '{"boards": 2}'),
        Say(aloud),
    )
    with model_server(*answers) as server:
        chat = Conversation(
            open_model(model, base_url=server.address("chat")), "", role="planner", patience=Patience(0.01)
        )
        assert chat.say("hello").text.strip() == "Hello."
        assert chat.ask("a shelf", ShelfPlan).boards == 2
        with pytest.raises(ModelError, match="answered with nothing"):
            chat.say("hello")
