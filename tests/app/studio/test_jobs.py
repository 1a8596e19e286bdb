"""What takes long in the studio: queue, progress, results, cancelling, and what a page finds again."""

import io
import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.sync.client import connect

from scenewright.app.studio import StudioLimits, StudioServer
from scenewright.scene.folder import Project
from tests.support.running_studio import let_in, running_studio
from tests.support.worker_scenes import scene_folder

TEXT = "a room with a desk and a chair"
SLOW_LOOK = {"passes": ["color"], "width": 1600, "height": 1200, "samples": 400}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    home = tmp_path_factory.mktemp("studio")
    with running_studio(home, limits=StudioLimits(jobs=2)) as running:
        yield running


class Page:
    def __init__(self, client: httpx.Client, folder: Path) -> None:
        self.client, self.folder = client, folder
        title = folder.name.replace("_", " ")
        self.place = next(p["id"] for p in client.get("/api/places").json()["places"] if p["title"] == title)
        self.session = client.post("/api/sessions", json={"place": self.place}).json()["id"]

    def start(self, action: str, request: dict[str, Any], **more: Any) -> httpx.Response:
        body = {"request": request, **more}
        return self.client.post(f"/api/sessions/{self.session}/jobs/{action}", json=body)

    def begin(self, action: str, request: dict[str, Any], **more: Any) -> str:
        answer = self.start(action, request, **more)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["job"]["id"])

    def job(self, job: str) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get(f"/api/jobs/{job}").json()["job"]
        return found

    def until(self, job: str, *states: str, seconds: float = 120.0) -> dict[str, Any]:
        ends = time.monotonic() + seconds
        while (found := self.job(job))["state"] not in states:
            assert time.monotonic() < ends, found
            time.sleep(0.02)
        return found

    def ended(self, job: str) -> dict[str, Any]:
        return self.until(job, "finished", "failed", "cancelled", "lost")


@pytest.fixture
def page(server: StudioServer, tmp_path: Path) -> Iterator[Page]:
    folder = scene_folder(server.settings.scenes / tmp_path.name)
    with let_in(server) as client:
        yield Page(client, folder)


def test_a_render_is_in_the_gallery_with_its_job(page: Page) -> None:
    view = {"eye": [3, 2, 3], "target": [1, 0.2, 0]}
    job = page.ended(page.begin("render", {"width": 64, "height": 48, "view": view}))
    assert job["state"] == "finished", job
    picture = page.client.get(f"/api/jobs/{job['id']}/files/0")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    other = page.client.get(f"/api/jobs/{job['id']}/files/1")
    assert other.headers["content-disposition"].startswith("attachment")
    (render,) = page.client.get(f"/api/sessions/{page.session}/gallery").json()["renders"]
    assert render["job"] == job["id"]
    assert render["settings"]["view"]["eye"] == [3, 2, 3]
    name = render["pictures"][0]["name"]
    small = page.client.get(f"/api/sessions/{page.session}/gallery/{name}", params={"size": 128})
    assert small.headers["content-type"] == "image/png"
    assert str(page.folder) not in page.client.get(f"/api/jobs/{job['id']}/result").text


def test_a_turntable_draws_as_many_views_as_asked(page: Page) -> None:
    job = page.ended(page.begin("render", {"width": 32, "height": 24, "turntable": 3}))
    assert [f["type"] for f in job["files"]].count("picture") == 3


@pytest.mark.parametrize(("form", "names"), [("glb", None), ("obj", {"shelf.obj", "shelf.mtl"})])
def test_an_export_is_one_file_with_a_short_name(page: Page, form: str, names: set[str] | None) -> None:
    page.client.put(f"/api/places/{page.place}", json={"title": "A shelf"})
    job = page.ended(page.begin("export", {"format": form}))
    (file,) = job["files"]
    saved = page.client.get(f"/api/jobs/{job['id']}/files/0", params={"save": True})
    if names is None:
        assert file["name"] == f"shelf.{form}"
        assert saved.content.startswith(b"glTF")
    else:
        assert file["name"] == "shelf.zip"
        assert names <= set(zipfile.ZipFile(io.BytesIO(saved.content)).namelist())


def test_a_layout_job_reaches_the_pages_of_the_scene(page: Page, server: StudioServer) -> None:
    page.client.get(f"/api/sessions/{page.session}/scene/state")
    cookie = "; ".join(f"{k}={v}" for k, v in page.client.cookies.items())
    address = f"ws://localhost:{server.port}/api/sessions/{page.session}/events"
    with connect(address, additional_headers={"cookie": cookie}, origin=f"http://localhost:{server.port}") as socket:
        assert json.loads(socket.recv(timeout=30))["type"] == "hello"
        edits = [{"kind": "move", "path": "a", "by": [0.9, 0, 0]}]
        page.client.post(f"/api/sessions/{page.session}/scene/edit", json={"edits": edits})
        job = page.begin("layout", {"accept": True, "settle": False})
        heard: list[dict[str, Any]] = []
        while not any(m["type"] == "job" and m["job"]["state"] == "finished" for m in heard):
            heard.append(json.loads(socket.recv(timeout=60)))
        told = [m for m in heard if m["type"] == "job"]
        assert [m["job"]["id"] for m in told] == [job] * len(told)
        states = [m["job"]["state"] for m in told]
        assert states.index("running") < states.index("finished")
        while not any(m["type"] == "scene_step" and m["author"] == "solver" for m in heard):
            heard.append(json.loads(socket.recv(timeout=60)))
    assert Project.open(page.folder, writable=False).history()[-1].author.value == "solver"


def test_edits_are_made_while_a_job_runs_on_the_scene(page: Page) -> None:
    page.client.get(f"/api/sessions/{page.session}/scene/state")
    job = page.begin("render", SLOW_LOOK)
    page.until(job, "running")
    edits = [{"kind": "move", "path": "b", "by": [0, 0, 0.1]}]
    answer = page.client.post(f"/api/sessions/{page.session}/scene/edit", json={"edits": edits})
    assert answer.json()["ok"]
    assert page.job(job)["state"] == "running"
    page.client.post(f"/api/jobs/{job}/cancel")
    assert page.ended(job)["state"] == "cancelled"


def test_further_jobs_wait_and_say_their_place(page: Page) -> None:
    running = [page.begin("render", SLOW_LOOK) for _ in range(2)]
    waiting = [page.begin("render", {"width": 32, "height": 24}) for _ in range(2)]
    assert [page.job(j)["position"] for j in waiting] == [1, 2]
    assert page.job(waiting[0])["state"] == "waiting"
    begun = time.monotonic()
    for job in (*running, waiting[1]):
        page.client.post(f"/api/jobs/{job}/cancel")
    assert all(page.ended(j)["state"] == "cancelled" for j in (*running, waiting[1]))
    assert time.monotonic() - begun < 5.0
    assert page.ended(waiting[0])["state"] == "finished"


def test_a_command_that_is_asked_again_begins_one_job(page: Page) -> None:
    first, second = (page.begin("render", {"width": 32, "height": 24}, command="command-0001") for _ in range(2))
    assert first == second
    page.ended(first)


def test_a_failed_job_says_why_without_paths(page: Page) -> None:
    job = page.ended(page.begin("render", {"renderer": "none"}))
    assert job["state"] == "failed"
    assert "no renderer 'none'" in job["error"]["message"]
    again = page.client.post(f"/api/jobs/{job['id']}/again", json={}).json()["job"]
    assert again["request"] == {"renderer": "none"}
    assert page.ended(again["id"])["state"] == "failed"


def test_a_text_becomes_a_scene_with_a_picture(page: Page) -> None:
    job = page.ended(page.begin("generate", {"text": TEXT, "seed": 3}))
    assert job["state"] == "finished", job
    read = page.client.get(f"/api/jobs/{job['id']}/result").json()["read"]
    assert {c["says"]: c["shown"] for c in read if c["about"] == "thing"} == {"a desk": True, "a chair": True}
    opened = page.client.post("/api/sessions", json={"place": job["made"]}).json()
    assert opened["scene"]["id"] == job["made"]
    assert page.client.get(f"/api/sessions/{opened['id']}/scene/state").json()["nodes"]
    ends = time.monotonic() + 120
    while page.client.get(f"/api/places/{job['made']}/picture").status_code != 200:
        assert time.monotonic() < ends
        time.sleep(0.1)
    assert job["id"] in [j["id"] for j in page.client.get("/api/jobs").json()["jobs"]]
    assert not any(j["quiet"] for j in page.client.get("/api/jobs").json()["jobs"])


def test_a_key_is_neither_kept_nor_said_back(page: Page, server: StudioServer) -> None:
    key = "sk-test-7c1f0f2a9b"
    request = {"text": TEXT, "model": "openai:gpt-5", "base_url": "http://127.0.0.1:9/v1"}
    job = page.ended(page.begin("generate", request, key=key))
    assert job["state"] == "failed"
    assert job["keyed"]
    assert key not in json.dumps(job) + page.client.get(f"/api/jobs/{job['id']}/log").text
    kept = [f for f in server.settings.data.rglob("*") if f.is_file() and key.encode() in f.read_bytes()]
    assert kept == []
    refused = page.client.post(f"/api/jobs/{job['id']}/again", json={})
    assert refused.status_code == 400
    assert refused.json()["error"]["field"] == "key"


@pytest.mark.parametrize(
    ("action", "request_", "field"),
    [
        ("render", {"out": "/tmp/x.png"}, "out"),
        ("export", {"format": "../x"}, "format"),
        ("export", {"out": "/tmp/x.glb"}, "out"),
        ("layout", {"plan": "/tmp/x.png"}, "plan"),
        ("generate", {"text": "a room", "out": "/tmp/x"}, "out"),
        ("generate", {"source": "/etc/passwd"}, "source"),
        ("capture_train", {"upload": "../../etc"}, "upload"),
        ("splat_convert", {"files": ["/etc/passwd"]}, "files"),
        ("no_such_job", {}, "action"),
    ],
)
def test_no_request_of_a_page_names_a_file(page: Page, action: str, request_: dict[str, Any], field: str) -> None:
    answer = page.start(action, request_)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["field"] == field


def test_jobs_of_somebody_else_are_not_there(page: Page, tmp_path: Path) -> None:
    job = page.begin("render", {"width": 32, "height": 24})
    with running_studio(tmp_path, users={"anna": "one", "ben": "two"}) as shared:
        clients = [
            httpx.Client(base_url=f"http://localhost:{shared.port}", auth=auth, timeout=60)
            for auth in (("anna", "one"), ("ben", "two"))
        ]
        anna, ben = clients
        session = anna.post("/api/sessions", json={}).json()["id"]
        mine = anna.post(f"/api/sessions/{session}/jobs/generate", json={"request": {"text": TEXT}}).json()["job"]["id"]
        assert anna.get(f"/api/jobs/{mine}").status_code == 200
        for path in ("", "/log", "/result", "/files/0", "/preview"):
            assert ben.get(f"/api/jobs/{mine}{path}").status_code == 404
        assert ben.post(f"/api/jobs/{mine}/cancel").status_code == 404
        assert ben.get("/api/jobs").json()["jobs"] == []
        anna.post(f"/api/jobs/{mine}/cancel")
        url = {"text": "a room", "model": "ollama:x", "base_url": "http://127.0.0.1:11434"}
        refused = anna.post(f"/api/sessions/{session}/jobs/generate", json={"request": url})
        assert refused.json()["error"]["field"] == "base_url"
        for client in clients:
            client.close()
    page.ended(job)


def test_pages_cannot_have_quick_actions_write_files(page: Page, tmp_path: Path) -> None:
    wanted = {"queries": ["a block"], "pictures": {"mask": str(tmp_path / "mask.png")}}
    answer = page.client.post(f"/api/sessions/{page.session}/scene/actions/query", json={"request": wanted})
    assert answer.status_code == 400
    assert answer.json()["error"]["field"] == "pictures"
    assert not (tmp_path / "mask.png").exists()
