"""Jobs of the agent in the studio: briefs, scenes by a model or from pictures, tasks on a room, what is worth keeping, and runs."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from PIL import Image

from scenewright.app.studio import StudioModels, StudioServer
from scenewright.scene.folder import Project
from tests.support.learning_scenes import GARDEN
from tests.support.model_server import Call, Drop, Fault, Hang, ModelServer, Say, model_server
from tests.support.running_studio import let_in, running_studio
from tests.support.scripted_models import fenced
from tests.support.staged_rooms import STAGED_TEXT, stage_programs
from tests.support.studio_pages import OFFICE
from tests.support.written_studies import STUDY

pytestmark = pytest.mark.slow

KEY = "sk-only-the-server-knows-5151"
BLOCK = """from scene.language import *

@register('a block on a ground')
def scene():
    return concat_shapes(
        place(primitive_call('cube', {'scale': (6, 0.1, 6)}), at=(0, -0.05, 0), name='ground'),
        place(primitive_call('cube', {'scale': (1, 1, 1)}, color=(0.7, 0.2, 0.1)), at=(0, 0.5, 0), name='block'))

camera((2, 2, 3), (0, 0.5, 0))
"""
TWO_CHAIRS = {"things": [{"id": "chair", "noun": "armchair", "count": 2}]}


class Desk:
    """A session of the studio, and the server of its language model."""

    def __init__(self, client: httpx.Client, server: StudioServer, models: ModelServer) -> None:
        self.client, self.server, self.models = client, server, models
        self.session = client.post("/api/sessions", json={"home": True}).json()["id"]

    def show(self, folder: Path) -> None:
        title = folder.name.replace("_", " ")
        place = next(p for p in self.client.get("/api/places").json()["places"] if p["title"] == title)
        self.session = self.client.post("/api/sessions", json={"place": place["id"]}).json()["id"]

    def start(self, action: str, request: dict[str, Any], **more: Any) -> httpx.Response:
        return self.client.post(f"/api/sessions/{self.session}/jobs/{action}", json={"request": request, **more})

    def done(self, action: str, request: dict[str, Any], **more: Any) -> dict[str, Any]:
        answer = self.start(action, request, **more)
        assert answer.status_code == 200, answer.text
        return self.ended(str(answer.json()["job"]["id"]))

    def ended(self, job: str) -> dict[str, Any]:
        ends = time.monotonic() + 180
        while True:
            found: dict[str, Any] = self.client.get(f"/api/jobs/{job}").json()["job"]
            if found["state"] in ("finished", "failed", "cancelled", "lost"):
                return found
            assert time.monotonic() < ends, found
            time.sleep(0.05)

    def result(self, job: dict[str, Any]) -> Any:
        assert job["state"] == "finished", job
        return self.client.get(f"/api/jobs/{job['id']}/result").json()

    def upload(self, name: str, data: bytes) -> httpx.Response:
        return self.client.post("/api/uploads", params={"kind": "picture"}, headers={"x-filename": name}, content=data)


@pytest.fixture(scope="module")
def models() -> Iterator[ModelServer]:
    with model_server(Drop()) as served:
        yield served


@pytest.fixture(scope="module")
def server(models: ModelServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    own = StudioModels("openai-chat:tiny", models.address("chat"))
    with running_studio(tmp_path_factory.mktemp("studio"), models=own) as running:
        yield running


@pytest.fixture
def desk(server: StudioServer, models: ModelServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    for asked in (models.asked, models.arrived, models.closed):
        asked.clear()
    with let_in(server) as client:
        yield Desk(client, server, models)


def shown(desk: Desk, name: str, program: str) -> Path:
    """A new scene, which the desk shows."""
    folder = desk.server.settings.scenes / name
    Project.create(folder, program)
    desk.show(folder)
    return folder


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Path:
    """A room of the test's own, which the desk shows."""
    return shown(desk, tmp_path.name, OFFICE)


def png(width: int, height: int) -> bytes:
    data = io.BytesIO()
    Image.fromarray(np.full((height, width, 3), 120, np.uint8)).save(data, "PNG")
    return data.getvalue()


class TestNewScenes:
    def test_a_brief_is_read_without_a_model(self, desk: Desk) -> None:
        found = desk.result(desk.done("brief", {"text": "a study with two red chairs facing a bookshelf"}))
        assert found["brief"]["things"][0] == {"id": "chair", "noun": "chair", "attributes": "red", "count": 2}
        assert desk.models.asked == []

    def test_a_model_writes_by_the_brief_that_was_shown(self, desk: Desk) -> None:
        desk.models.answers[:] = [Call(TWO_CHAIRS)]
        brief = desk.result(desk.done("brief", {"text": "two armchairs", "writer": "model"}))["brief"]
        desk.models.answers[:] = [Say(fenced(STUDY), tokens=(700, 300))]
        job = desk.done("generate", {"text": "two armchairs", "writer": "model", "effort": "quick", "brief": brief})
        assert job["state"] == "finished", job
        assert all(asked.headers["authorization"] == f"Bearer {KEY}" for asked in desk.models.asked)
        made = desk.client.post("/api/sessions", json={"place": job["made"]}).json()
        runs = desk.client.get(f"/api/sessions/{made['id']}/runs").json()["runs"]
        assert [(run["request"], run["outcome"]) for run in runs] == [("two armchairs", "done")]
        assert runs[0]["spent"]["input_tokens"] >= 700
        kept = desk.client.get(f"/api/sessions/{made['id']}/runs/{runs[0]['id']}").json()
        assert kept["settings"]["given_brief"] == TWO_CHAIRS
        assert str(desk.server.settings.scenes) not in json.dumps(kept)
        assert desk.client.get(f"/api/sessions/{made['id']}/runs/..%2F..%2Fetc").status_code >= 400

    def test_a_cancelled_run_says_what_it_left(self, desk: Desk) -> None:
        desk.models.answers[:] = [Say(fenced(STUDY.replace("(-1, 0, 0)", "(1, 0, 0)"))), Hang()]
        request = {"text": "two chairs apart", "writer": "model", "effort": "quick", "brief": TWO_CHAIRS}
        job = desk.start("generate", request).json()["job"]["id"]
        ends = time.monotonic() + 120
        while len(desk.models.asked) < 2:
            assert time.monotonic() < ends, desk.client.get(f"/api/jobs/{job}").json()
            time.sleep(0.05)
        desk.client.post(f"/api/jobs/{job}/cancel", json={})
        ended = desk.ended(job)
        assert ended["state"] == "cancelled"
        assert "two_chairs_apart.unfinished/runs/" in ended["error"]["message"]
        assert str(desk.server.settings.scenes) not in json.dumps(ended)
        assert [file["name"] for file in ended["files"]] == ["round 1.py"]
        program = desk.client.get(f"/api/jobs/{job}/files/0", params={"save": True}).text
        assert "asset_call('armchair')" in program
        assert not (desk.server.settings.scenes / "two_chairs_apart").exists()
        assert all("unfinished" not in place["title"] for place in desk.client.get("/api/places").json()["places"])

    def test_a_fault_is_one_line_without_a_key(self, desk: Desk) -> None:
        desk.models.answers[:] = [Fault(401, f"Incorrect API key {KEY}")]
        failed = desk.done("generate", {"text": "a shed", "writer": "model", "effort": "quick"})
        assert failed["state"] == "failed"
        assert f"127.0.0.1:{desk.models.port}" in failed["error"]["message"]
        assert failed["files"] == []
        told = [json.dumps(failed), desk.client.get(f"/api/jobs/{failed['id']}/log").text]
        assert not any(KEY in text for text in told)

    def test_what_does_not_go_together_is_refused_at_once(self, desk: Desk) -> None:
        picture = desk.upload("a.png", png(64, 48)).json()["upload"]["id"]
        for request, says in (
            ({"text": "a room", "images": [picture]}, "need a language model"),
            ({"text": "a room", "brief": TWO_CHAIRS}, "a brief is for a language model"),
            ({"images": ["0" * 24]}, "upload it again"),
            ({"text": "a room", "writer": "model", "effort": "huge"}, "effort"),
            ({"text": "a room", "writer": "model", "max_seconds": 1e9}, "max_seconds"),
        ):
            refused = desk.start("generate", request)
            assert refused.status_code >= 400, request
            assert says in refused.text


class TestPictures:
    def test_what_is_no_picture_is_refused(self, desk: Desk) -> None:
        for name, data in (("a.png", b"none"), ("a.gif", b"GIF89a"), ("a.jpg", png(8, 8)), ("a.png", b"")):
            refused = desk.upload(name, data)
            assert refused.status_code >= 400, name
            assert "/" not in refused.json()["error"]["message"]

    def test_a_picture_without_things_makes_no_scene(self, desk: Desk) -> None:
        picture = desk.upload("plain.png", png(160, 120)).json()["upload"]["id"]
        failed = desk.done("generate", {"images": [picture]})
        assert failed["state"] == "failed", failed
        assert str(desk.server.settings.data) not in failed["error"]["message"]

    def test_a_small_picture_is_named(self, desk: Desk) -> None:
        picture = desk.upload("tiny.png", png(16, 16)).json()["upload"]["id"]
        failed = desk.done("generate", {"images": [picture]})
        assert "each side must have 32 to 16,384 pixels" in failed["error"]["message"]

    def test_a_scene_is_fitted_to_an_upload(self, desk: Desk, tmp_path: Path) -> None:
        """A picture of the scene before its block was painted in another colour."""
        folder = shown(desk, tmp_path.name, BLOCK)
        drawn = desk.done("render", {"width": 48, "height": 36})
        taken = desk.client.get(f"/api/jobs/{drawn['id']}/files/0").content
        edits = [{"kind": "recolour", "path": "block", "color": "#2040c0"}]
        assert desk.client.post(f"/api/sessions/{desk.session}/scene/edit", json={"edits": edits}).json()["ok"]
        picture = desk.upload("block.png", taken).json()["upload"]["id"]
        fitted = desk.result(desk.done("fit", {"image": picture, "camera_known": True}))
        assert {"psnr_before", "psnr_after", "things", "notes"} <= set(fitted)
        assert fitted["psnr_after"] > fitted["psnr_before"]
        assert len(Project.open(folder, writable=False).history()) == 3


class TestRooms:
    def test_each_task_is_one_step_with_a_line(self, desk: Desk, office: Path) -> None:
        tasks: list[tuple[str, dict[str, Any]]] = [
            ("furnish", {"level": "none"}),
            ("rearrange", {"pinned": ["office/desk"]}),
            ("restyle", {"style": "Japandi", "part": ["office/desk"]}),
        ]
        for number, (action, request) in enumerate(tasks, start=2):
            done = desk.result(desk.done(action, request))
            assert done["done"], done
            assert done["says"]
            history = Project.open(office, writable=False).history()
            assert (len(history), history[-1].author) == (number, "agent")
        state = desk.client.get(f"/api/sessions/{desk.session}/scene/state").json()
        assert state["revision"] == 4

    def test_a_style_is_carried_over_by_the_id_of_a_scene(self, desk: Desk, office: Path) -> None:
        nowhere = desk.start("restyle", {"like": "0" * 20})
        assert nowhere.status_code >= 400
        assert "not both" in desk.start("restyle", {}).text
        failed = desk.done("restyle", {"style": "qwertyuiop"})
        assert failed["state"] in ("failed", "finished")

    def test_what_is_worth_keeping_is_kept_when_it_is_asked_for(self, desk: Desk, tmp_path: Path) -> None:
        shown(desk, f"{tmp_path.name}_garden", GARDEN)
        job = desk.done("learn_offers", {})
        offered = desk.result(job)
        assert "garden_bench" in [offer["name"] for offer in offered["offers"]]
        assert [file["name"] for file in job["files"]] == ["offers.png"]
        saved = desk.done("learn_entity", {"name": "garden_bench", "word": "plank seat"})
        assert desk.result(saved)["word"] == "plank seat"
        found = desk.client.get("/api/catalogue", params={"words": "plank seat"}).json()
        assert "plank seat" in json.dumps(found)


def test_a_shared_studio_hides_where_it_keeps_runs(
    models: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    own = StudioModels("openai-chat:tiny", models.address("chat"))
    with (
        running_studio(tmp_path, models=own, users={"anna": "apple"}) as shared,
        httpx.Client(base_url=f"http://localhost:{shared.port}", timeout=240, auth=("anna", "apple")) as client,
    ):
        desk = Desk(client, shared, models)
        models.answers[:] = [Say(fenced("x = (")), Say("no program here")]
        failed = desk.done("generate", {"text": "a shed", "writer": "model", "effort": "quick"})
        assert failed["state"] == "failed", failed
        told = json.dumps(failed)
        assert str(tmp_path) not in told
        assert "a_shed" in told
        assert any(file["name"] == "last reply.md" for file in failed["files"])
        named = desk.start("brief", {"text": "a shed", "model": "ollama:other"})
        assert "asks models of openai, anthropic and google alone" in named.text
        view = desk.client.get(f"/api/sessions/{desk.session}").json()["models"]
        assert (view["own"], view["any"]) == ("openai-chat:tiny", False)


class TestStages:
    """A scene that a model makes stage by stage, and another that goes on from one of its stages."""

    def test_a_run_is_seen_by_stages_and_goes_on_from_one(self, desk: Desk) -> None:
        desk.models.answers[:] = [Say(fenced(program)) for program in stage_programs()[:2]] + [Fault(401)]
        request = {"text": STAGED_TEXT, "writer": "model", "effort": "quick", "staged": True}
        job = desk.done("generate", request)
        states = [(stage["title"], stage["state"], stage["pictured"]) for stage in job["stages"]]
        assert states == [
            ("the plan", "finished", True), ("the furniture", "finished", True), ("the walls", "left out", False),
            ("the ceiling", "left out", False), ("the small things", "left out", False),
        ]  # fmt: skip
        assert "refused the key" in job["stages"][2]["says"]
        drawn = desk.client.get(f"/api/jobs/{job['id']}/stages/1")
        assert drawn.headers["content-type"] == "image/png"
        assert Image.open(io.BytesIO(drawn.content)).size == (640, 480)
        for none in (f"{job['id']}/stages/2", f"{job['id']}/stages/-1", "20260101-000000-abcdef/stages/0"):
            assert desk.client.get(f"/api/jobs/{none}").status_code == 404

        desk.show(desk.server.settings.scenes / Path(str(job["title"]).replace(" ", "_")))
        (run,) = desk.client.get(f"/api/sessions/{desk.session}/runs").json()["runs"]
        told = desk.client.get(f"/api/sessions/{desk.session}/runs/{run['id']}").json()
        assert told["goes_on_after"] == ["plan", "furniture"]
        assert [(stage["name"], stage["after"]) for stage in told["stages"]] == [("plan", 1), ("furniture", 2)]
        assert [each["after"] for each in told["rounds"]] == [1, 2]
        assert told["rounds"][1]["program"].startswith("from scene.language import *\n")
        path = f"/api/sessions/{desk.session}/runs/{run['id']}"
        assert desk.client.get(f"{path}/stages/2/furniture").headers["content-type"] == "image/png"
        for none in ("stages/2/walls", "stages/9/plan", "pictures/..%2Frun.json", f"pictures/{'0' * 64}"):
            assert desk.client.get(f"{path}/{none}").status_code in (400, 404)
        desk.models.answers[:] = [Say(fenced(stage_programs()[2])), Fault(401)]
        job = desk.done("resume", {"run": run["id"], "after": "furniture"})
        assert [stage["state"] for stage in job["stages"]] == ["kept", "kept", "finished", "left out", "left out"]
        assert job["made"] is not None
        refused = desk.done("resume", {"run": run["id"], "after": "ceiling"})
        assert "has no stage 'ceiling'" in refused["error"]["message"]

    def test_stages_need_a_model(self, desk: Desk) -> None:
        answer = desk.start("generate", {"text": "a room", "staged": True})
        assert answer.status_code == 400
        assert "language model" in answer.json()["error"]["message"]
