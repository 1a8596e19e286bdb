"""What a writer may look up while it writes."""

from __future__ import annotations

import re

import pytest

from scenewright.app.agent.making.writer_tools import MOST_CALLS, writer_tools
from scenewright.app.language_models import Conversation, open_model
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate_here
from tests.support.model_server import WIRES, Call, Fault, Say, model_server

BEDROOM = """from scene.language import *
@register('a bedroom')
def bedroom():
    return concat_shapes(
        room(5, 4, 2.6),
        place(asset_call('bed'), at=(0, 0, -0.9), name='bed'),
        place(asset_call('nightstand'), at=(1.4, 0, -1.7), name='nightstand'),
    )
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


def tool(catalogue: Catalogue, name: str, **more: str):
    return next(t for t in writer_tools(catalogue, **more) if t.__name__ == name)


def test_the_catalogue_is_searched(catalogue: Catalogue) -> None:
    found = tool(catalogue, "search_catalogue")("grandfather clock")
    assert "grandfather clock" in found.splitlines()[0]
    assert re.search(r"\d\.\d\d x \d\.\d\d x \d\.\d\d, floor", found)


def test_a_recipe_tells_what_a_room_has(catalogue: Catalogue) -> None:
    told = tool(catalogue, "show_recipe")("classroom")
    assert told.startswith("classroom: ")
    assert "blackboard" in told or "whiteboard" in told
    assert tool(catalogue, "show_recipe")("a place of no kind") == "no recipe is known for that"


def test_a_sentence_is_arranged(catalogue: Catalogue) -> None:
    program = tool(catalogue, "draft_program")("six chairs around a round table")
    scene = evaluate_here(program, assets=catalogue)
    assert sum(e.name.startswith("chair") for e in scene.entities() if e.path.count("/") == 1) == 6


def test_what_cannot_be_read_is_told(catalogue: Catalogue) -> None:
    assert "cannot be read" in tool(catalogue, "draft_program")("?!")


@pytest.mark.slow
def test_small_things_come_with_free_places(catalogue: Catalogue) -> None:
    lines = tool(catalogue, "usual_small_things", program=BEDROOM, place="bedroom")()
    assert "place(asset_call(" in lines
    assert "name='bed'" not in lines


def test_nothing_is_dressed_without_a_scene(catalogue: Catalogue) -> None:
    assert "usual_small_things" not in {t.__name__ for t in writer_tools(catalogue)}


def test_a_model_that_never_stops_looking_is_told_to_write(catalogue: Catalogue) -> None:
    search = tool(catalogue, "search_catalogue")
    answers = [search("chair") for _ in range(MOST_CALLS + 1)]
    assert "Write the program now" not in answers[MOST_CALLS - 1]
    assert "Write the program now" in answers[MOST_CALLS]


@pytest.mark.parametrize("wire", ["chat", "responses", "anthropic", "google"])
def test_a_model_calls_a_tool_and_then_answers(
    catalogue: Catalogue, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY"):
        monkeypatch.setenv(key, "sk-test-0123456789")
    with model_server(Call({"words": "piano"}, tool="search_catalogue"), Say("done")) as server:
        model = open_model(WIRES[wire], base_url=server.address(wire))
        chat = Conversation(model, "Write.", role="writer", tools=writer_tools(catalogue))
        assert chat.say("a piano").text == "done"
    exchanges = chat.transcript.exchanges
    assert [e.output for e in exchanges] == ["text", "text"]
    assert "upright piano" in exchanges[1].said


def test_a_server_without_tools_is_asked_without(catalogue: Catalogue) -> None:
    refusal = Fault(400, "registry.example/tiny does not support tools")
    with model_server(refusal, Say("done")) as server:
        chat = Conversation(
            open_model("vllm:tiny", base_url=server.address("chat")),
            "Write.",
            role="writer",
            tools=writer_tools(catalogue),
        )
        assert chat.say("a piano").text == "done"
    assert "takes no tools: it writes without them" in chat.notes[0]


def test_tools_are_replayed(catalogue: Catalogue) -> None:
    with model_server(Call({"words": "piano"}, tool="search_catalogue"), Say("done")) as server:
        model = open_model("vllm:tiny", base_url=server.address("chat"))
        chat = Conversation(model, "Write.", role="writer", tools=writer_tools(catalogue))
        chat.say("a piano")
    again = Conversation(chat.transcript.replay(), "Write.", role="writer", tools=writer_tools(catalogue))
    assert again.say("a piano").text == "done"
