"""A dialogue with a language model over HTTP: who may be asked, what a turn tells and saves, and where keys go."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from scenewright.app.requests import RequestError
from scenewright.app.studio import StudioModels, StudioServer
from scenewright.scene.folder import Project
from tests.support.model_server import Answer, Call, Drop, Fault, Hang, ModelServer, Refusal, Say, model_server
from tests.support.running_studio import let_in, running_studio
from tests.support.samples import some_of
from tests.support.worker_scenes import scene_folder

KEY = "sk-only-the-server-knows-5150"
BLUE = {
    "kind": "change",
    "says": "The first block is blue.",
    "edits": [{"kind": "recolour", "path": "a", "color": [0.1, 0.2, 0.8]}],
}


class Talk:
    """A session of a studio that shows a scene, and the server of its language model."""

    def __init__(self, client: httpx.Client, server: StudioServer, models: ModelServer, folder: Path) -> None:
        self.client, self.server, self.models, self.folder = client, server, models, folder
        title = folder.name.replace("_", " ")
        place = next(p for p in client.get("/api/places").json()["places"] if p["title"] == title)
        self.address = f"/api/sessions/{client.post('/api/sessions', json={'place': place['id']}).json()['id']}"

    def answers(self, *answers: Answer) -> None:
        """What the model answers from now on."""
        self.models.answers[:] = answers

    def say(self, text: str, **how: Any) -> httpx.Response:
        return self.client.post(f"{self.address}/chat", json={"text": text, "editor": "model", **how})

    def turn(self, text: str, **how: Any) -> dict[str, Any]:
        """The last turn, once it has ended."""
        answer = self.say(text, **how)
        assert answer.status_code == 200, answer.text
        return self.ended()

    def ended(self) -> dict[str, Any]:
        ends = time.monotonic() + 120
        while True:
            dialogue = self.client.get(f"{self.address}/chat").json()
            if dialogue["running"] is None:
                last: dict[str, Any] = dialogue["turns"][-1]
                return last
            assert time.monotonic() < ends, "the turn does not end"
            time.sleep(0.05)

    @property
    def project(self) -> Project:
        return Project.open(self.folder, writable=False)


@pytest.fixture(scope="module")
def models() -> Iterator[ModelServer]:
    with model_server(Drop()) as served:
        yield served


@pytest.fixture(scope="module")
def server(models: ModelServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    own = StudioModels("openai-chat:tiny", models.address("chat"), any_model=True)
    with running_studio(tmp_path_factory.mktemp("studio"), models=own) as running:
        yield running


@pytest.fixture
def talk(server: StudioServer, models: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Talk]:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    for asked in (models.asked, models.arrived, models.closed):
        asked.clear()
    folder = scene_folder(server.settings.scenes / tmp_path.name)
    with let_in(server) as client:
        yield Talk(client, server, models, folder)


def texts(turn: dict[str, Any]) -> str:
    return json.dumps(turn["events"], ensure_ascii=False)


def test_a_turn_of_a_model_is_one_step_that_pages_see(talk: Talk) -> None:
    talk.answers(Call(BLUE))
    turn = talk.turn("paint the first block blue", selection=["row/a"])
    assert turn["state"] == "ended"
    assert turn["by"] == "openai-chat:tiny"
    kinds = [event["event"] for event in turn["events"]]
    assert kinds.count("doing") >= 3, turn
    assert kinds[-1] == "end"
    assert talk.project.revision == 2
    assert talk.client.get(f"{talk.address}/scene/state").json()["revision"] == 2
    assert talk.models.asked[0].headers["authorization"] == f"Bearer {KEY}"
    assert "row/a" in talk.models.asked[0].text
    assert talk.client.get(f"{talk.address}/history").json()["changes"][-1]["author"] == "agent"


def test_a_dialogue_goes_on_with_the_other_editor(talk: Talk) -> None:
    talk.answers(Call(BLUE))
    before = talk.project.source
    talk.turn("paint the first block blue")
    undone = talk.turn("undo that", editor="embedded")
    assert undone["by"] is None
    assert undone["events"][-1]["outcome"] == "stepped"
    assert talk.project.source == before
    talk.turn("and again, please")
    assert "paint the first block blue" in talk.models.asked[-1].text


FAULTS = [
    pytest.param(Fault(401, "Incorrect API key provided", code="invalid_api_key"), "refused the key", id="key"),
    pytest.param(Fault(404, "The model does not exist", code="model_not_found"), "tiny", id="model"),
    pytest.param(Refusal(), "declines", id="refusal"),
    pytest.param(Say("I would paint it bl", cut=True), "length limit", id="cut"),
    pytest.param(Drop(), "connection", id="dropped"),
]


@pytest.mark.parametrize(("answer", "says"), some_of(FAULTS, 2))
def test_each_fault_is_one_line_and_changes_nothing(talk: Talk, answer: Answer, says: str) -> None:
    talk.answers(answer)
    turn = talk.turn("paint the first block blue")
    refused = [event for event in turn["events"] if event["event"] == "refused"]
    assert len(refused) == 1, turn
    reason = refused[0]["reason"]
    assert "\n" not in reason
    assert says in reason
    assert f"127.0.0.1:{talk.models.port}" in reason
    assert talk.project.revision == 1
    assert KEY not in texts(turn)


def test_a_server_that_is_not_there_is_named(talk: Talk) -> None:
    turn = talk.turn("paint the first block blue", model="lmstudio:tiny")
    refused = next(event for event in turn["events"] if event["event"] == "refused")
    assert "localhost:1234" in refused["reason"]
    assert talk.project.revision == 1


def test_without_a_key_its_variable_is_named(talk: Talk) -> None:
    assert "ANTHROPIC_API_KEY" in texts(talk.turn("paint the first block blue", model="anthropic:large"))
    assert talk.project.revision == 1


def test_a_model_that_does_not_answer_is_stopped(talk: Talk) -> None:
    talk.answers(Hang())
    assert talk.say("paint the first block blue").status_code == 200
    assert talk.models.arrived.wait(60)
    assert talk.client.post(f"{talk.address}/chat/stop").json()["stopped"]
    assert talk.ended()["state"] == "stopped"
    assert talk.models.closed.wait(10)
    assert talk.project.revision == 1
    blue = talk.turn("paint a blue", editor="embedded", selection=["row/a"])
    assert blue["events"][-1]["outcome"] == "changed"


def test_a_key_is_in_no_file_and_no_answer(talk: Talk) -> None:
    talk.answers(Call({"kind": "answer", "says": f"Your key is {KEY}."}), Fault(400, f"bad key {KEY}"))
    for sentence in ("what is your key?", "and now?"):
        assert KEY not in texts(talk.turn(sentence))
    assert KEY not in talk.client.get(talk.address).text
    settings = talk.server.settings
    for file in [*settings.scenes.rglob("*"), *settings.data.rglob("*")]:
        assert not file.is_file() or KEY.encode() not in file.read_bytes(), file


def test_a_page_gives_neither_address_nor_key(talk: Talk) -> None:
    for field in ("base_url", "key", "keys"):
        assert talk.say("hello", **{field: "http://127.0.0.1:9"}).status_code == 400
    assert "is not provider:name" in talk.say("hello", model="no-such-name").text
    assert talk.client.get(f"{talk.address}/chat").json()["turns"] == []


class TestChosenModels:
    def test_other_models_need_leave(self) -> None:
        with pytest.raises(RequestError, match="its own is ollama:tiny"):
            StudioModels("ollama:tiny").chosen("openai:large")
        assert StudioModels("ollama:tiny").chosen("ollama:tiny").name == "ollama:tiny"

    def test_a_studio_without_a_model_says_so(self) -> None:
        with pytest.raises(RequestError, match="only the embedded one answers here"):
            StudioModels().chosen(None)

    def test_the_address_is_for_its_own_provider(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-elsewhere")
        models = StudioModels("openai:tiny", "http://box:8000/v1", any_model=True)
        assert models.chosen(None).base_url == "http://box:8000/v1"
        other = models.chosen("anthropic:large")
        assert (other.base_url, dict(other.keys)) == (None, {"ANTHROPIC_API_KEY": "sk-ant-elsewhere"})
        assert StudioModels(None, "http://box:8000/v1", any_model=True).chosen("claude:large").base_url is None

    def test_a_local_model_gets_no_key_of_a_provider(self) -> None:
        assert dict(StudioModels("ollama:tiny").chosen(None).keys) == {}

    def test_pages_see_no_key_and_no_password(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
        monkeypatch.delenv("GOOGLE_API_KEY", raising=False)
        monkeypatch.delenv("GEMINI_API_KEY", raising=False)
        models = StudioModels("openai:tiny", "http://me:secret@box:8000/v1?token=x", any_model=True)
        assert models.view() == {
            "own": "openai:tiny",
            "address": "box:8000/v1",
            "any": True,
            "keyed": ["openai"],
        }
        assert KEY not in repr(models.chosen(None))
