"""An open scene over HTTP and WebSocket: what pages read, change and hear."""

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.sync.client import connect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.running_studio import let_in, running_studio
from tests.support.worker_scenes import ROW, scene_folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    home = tmp_path_factory.mktemp("studio")
    with running_studio(home, scene=scene_folder(home / "scenes" / "first")) as running:
        yield running


@pytest.fixture
def page(server: StudioServer, tmp_path: Path) -> Iterator["Page"]:
    """A page with a scene of its own."""
    folder = scene_folder(server.settings.scenes / tmp_path.name)
    with let_in(server) as client:
        place = next(
            p for p in client.get("/api/places").json()["places"] if p["title"] == folder.name.replace("_", " ")
        )
        yield Page(server, client, folder, place["id"])


class Page:
    def __init__(self, server: StudioServer, client: httpx.Client, folder: Path, place: str) -> None:
        self.server, self.client, self.folder = server, client, folder
        self.session = client.post("/api/sessions", json={"place": place}).json()["id"]

    def path(self, rest: str) -> str:
        return f"/api/sessions/{self.session}{rest}"

    def post(self, rest: str, body: dict[str, Any]) -> httpx.Response:
        return self.client.post(self.path(rest), json=body)

    def events(self) -> Any:
        cookie = "; ".join(f"{k}={v}" for k, v in self.client.cookies.items())
        address = f"ws://localhost:{self.server.port}{self.path('/events')}"
        socket = connect(address, additional_headers={"cookie": cookie}, origin=f"http://localhost:{self.server.port}")
        assert json.loads(socket.recv(timeout=30)) == {"type": "hello"}
        return socket


def move(by: float = 0.5) -> dict[str, Any]:
    return {"kind": "move", "path": "a", "by": [by, 0, 0]}


def test_the_scene_of_the_command_line_is_shown_first(server: StudioServer) -> None:
    with let_in(server) as client:
        session = client.post("/api/sessions", json={}).json()
        assert session["scene"]["title"] == "first"
        assert client.get(f"/api/sessions/{session['id']}/scene/state").json()["source"] == ROW


def test_the_page_of_a_lost_scene_still_hears_of_jobs(page: Page) -> None:
    shutil.rmtree(page.folder)
    assert page.client.get(page.path("")).json()["sceneGone"]
    with page.events() as socket:
        page.server.context.owner_events("local").tell({"type": "job", "job": {}})
        assert json.loads(socket.recv(timeout=30)) == {"type": "job", "job": {}}


@pytest.mark.slow
def test_a_change_reaches_all_pages_as_a_step(page: Page) -> None:
    other = Page(page.server, page.client, page.folder, page.client.get(page.path("")).json()["scene"]["id"])
    state = page.client.get(page.path("/scene/state")).json()
    with page.events() as here, other.events() as there:
        done = page.post("/scene/edit", {"edits": [move()]}).json()
        assert done["ok"]
        steps = [json.loads(socket.recv(timeout=30)) for socket in (here, there)]
        assert steps[0] == steps[1]
        assert (steps[0]["type"], steps[0]["basedOn"], steps[0]["what"]) == (
            "scene_step",
            state["revision"],
            "Moved a by 0.5 m along x",
        )
        late = json.loads(here.recv(timeout=30))
        assert (late["type"], late["revision"]) == ("consequences", steps[0]["revision"])
    assert "0.5, 0.25" in Project.open(page.folder).source


@pytest.mark.slow
def test_a_command_that_is_asked_for_twice_is_done_once(page: Page) -> None:
    body = {"edits": [move()], "command": "11112222-3333"}
    answers = [page.post("/scene/edit", body).json() for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert Project.open(page.folder).revision == 2


@pytest.mark.slow
def test_edits_of_many_pages_are_all_made(page: Page) -> None:
    def work(count: int) -> None:
        for _ in range(count):
            assert page.post("/scene/edit", {"edits": [move(0.01)]}).status_code == 200

    threads = [threading.Thread(target=work, args=(5,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    state = page.client.get(page.path("/scene/state")).json()
    a = next(node for node in state["nodes"] if node["path"] == "row/a")
    assert a["at"][0] == pytest.approx(0.2)
    assert state["revision"] == 21


@pytest.mark.slow
def test_a_program_with_an_error_changes_nothing(page: Page) -> None:
    broken = page.post("/scene/program", {"text": ROW.replace("block(0.5)", "block(0.5", 1)})
    assert broken.status_code == 422
    error = broken.json()["error"]
    assert error["class"] == "ProgramError"
    assert error["line"] > 0
    assert page.post("/scene/program", {"text": ROW.replace("'c'", "'d'")}).json()["result"]["revision"] == 2
    assert page.post("/scene/step", {"what": "undo"}).json()["ok"]
    assert Project.open(page.folder).source == ROW


@pytest.mark.slow
def test_a_stale_text_is_refused_and_says_so(page: Page) -> None:
    page.post("/scene/edit", {"edits": [move()]})
    stale = page.post("/scene/program", {"text": ROW, "based_on": 1})
    assert (stale.status_code, stale.json()["error"]["stale"]) == (409, True)


@pytest.mark.slow
def test_the_worker_is_replaced_when_it_is_killed(page: Page) -> None:
    import psutil

    page.post("/scene/edit", {"edits": [move()]})
    scene = page.server.context.scene_of("local", page.session)
    workers = page.server.context.workers
    psutil.Process(workers._links[scene.remote.number].pid).kill()
    assert page.post("/scene/edit", {"edits": [move()]}).json()["result"]["revision"] == 3


@pytest.mark.parametrize(
    ("rest", "body"),
    [
        ("/scene/edit", {"edits": "all"}),
        ("/scene/edit", {"edits": [], "path": "/etc/passwd"}),
        ("/scene/edit", {"edits": [{"kind": "explode"}]}),
        ("/scene/step", {"what": "forget"}),
        ("/scene/shapes", {"keys": ["../../etc/passwd"]}),
        ("/scene/actions/export", {"request": {"out": "/tmp/x.glb"}}),
        ("/scene/actions/render", {"request": {}}),
    ],
)
def test_wrong_messages_have_one_clear_answer(page: Page, rest: str, body: dict[str, Any]) -> None:
    answer = page.post(rest, body)
    assert 400 <= answer.status_code < 500
    assert answer.json()["ok"] is False
    assert answer.json()["error"]["message"]


def test_what_a_page_keeps_outlives_the_server(tmp_path: Path) -> None:
    scene = scene_folder(tmp_path / "scenes" / "kept")
    with running_studio(tmp_path, scene=scene) as server, let_in(server) as client:
        session = client.post("/api/sessions", json={}).json()["id"]
        client.put(f"/api/sessions/{session}/interface", json={"values": {"selection": ["row/a"]}}).raise_for_status()
        cookies = dict(client.cookies)
    with running_studio(tmp_path) as server, let_in(server) as client:
        found = client.get(f"/api/sessions/{session}").json()
        assert found["interface"] == {"selection": ["row/a"]}
        assert found["scene"]["title"] == "kept"
        # the cookie of a page that stayed open is still good
        name = f"scenewright_studio_{server.port}"
        with httpx.Client(
            base_url=f"http://localhost:{server.port}", cookies={name: next(iter(cookies.values()))}
        ) as old:
            assert old.get(f"/api/sessions/{session}").status_code == 200


def test_each_scene_has_a_session_of_its_own(page: Page, server: StudioServer) -> None:
    again = page.client.post(
        "/api/sessions", json={"place": page.client.get(page.path("")).json()["scene"]["id"]}
    ).json()
    assert again["id"] == page.session
    first = page.client.post("/api/sessions", json={}).json()
    assert (first["scene"]["title"], first["id"] != page.session) == ("first", True)
    home = page.client.post("/api/sessions", json={"home": True}).json()
    assert home["scene"] is None
    assert page.client.post("/api/sessions", json={"home": True}).json()["id"] == home["id"]


def test_a_removed_scene_is_kept_and_not_listed(page: Page) -> None:
    place = page.client.get(page.path("")).json()["scene"]["id"]
    assert page.client.request("DELETE", f"/api/places/{place}", json={}).json() == {"ok": True, "moved": True}
    assert place not in [p["id"] for p in page.client.get("/api/places").json()["places"]]
    assert not page.folder.exists()
    kept = list((page.folder.parent / ".removed").glob(f"{page.folder.name}-*/program.py"))
    assert [file.read_text() for file in kept] == [ROW]
    assert page.client.request("DELETE", f"/api/places/{place}", json={}).status_code == 404
    gone = page.client.get(page.path("")).json()
    assert (gone["scene"], gone["sceneGone"]) == (None, True)


@pytest.mark.slow
def test_messages_name_no_folder_of_the_server(page: Page) -> None:
    nothing = page.post("/scene/step", {"what": "undo"})
    assert nothing.status_code >= 400
    assert str(page.folder.parent) not in nothing.text
