"""The named Gradio endpoints, as programs of strangers call them."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from scenewright.app.actions.table import ACTIONS
from scenewright.app.studio import StudioServer
from scenewright.app.studio.endpoints import NOT_OFFERED
from tests.support.running_studio import let_in, running_studio
from tests.support.worker_scenes import scene_folder

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    home = tmp_path_factory.mktemp("studio")
    scene_folder(home / "scenes" / "row")
    with running_studio(home) as running:
        yield running


@pytest.fixture(scope="module")
def endpoints(server: StudioServer) -> Client:
    address = f"http://localhost:{server.port}/gradio"
    return Client(address, headers={"Authorization": f"Bearer {server.context.keys.launch_key}"}, verbose=False)


def test_without_the_key_nothing_is_answered(server: StudioServer) -> None:
    for path in ("/config", "/gradio_api/info", "/gradio_api/queue/join", "/gradio_api/call/scenes", "/"):
        for answer in (httpx.get, httpx.post):
            assert answer(f"http://localhost:{server.port}/gradio{path}", timeout=30).status_code == 401


def test_every_action_is_an_endpoint_with_its_parameters(endpoints: Client) -> None:
    offered: dict[str, Any] = endpoints.view_api(print_info=False, return_format="dict")["named_endpoints"]
    assert {f"/{name}" for name in ACTIONS if name not in NOT_OFFERED} <= set(offered)
    assert not {f"/{name}" for name in NOT_OFFERED} & set(offered)
    for name, endpoint in offered.items():
        for parameter in endpoint["parameters"]:
            assert parameter["python_type"]["description"], (name, parameter["parameter_name"])
    render = {p["parameter_name"]: p for p in offered["/render"]["parameters"]}
    assert not render["scene"]["parameter_has_default"]
    assert render["width"]["python_type"]["type"] == "int"
    assert render["width"]["parameter_default"] == 960


def test_a_scene_is_edited_drawn_and_asked(endpoints: Client, server: StudioServer) -> None:
    assert [s["title"] for s in endpoints.predict(api_name="/scenes")] == ["row"]
    moved = endpoints.predict(scene="row", edits=[{"kind": "move", "path": "a", "by": [0.2, 0, 0]}], api_name="/edit")
    assert moved["paths"] == ["row/a"]
    drawn = endpoints.predict(scene="row", width=48, height=36, api_name="/render")
    assert drawn["job"]["state"] == "finished"
    with let_in(server) as client:
        picture = client.get(f"/api/jobs/{drawn['job']['id']}/files/0")
    assert picture.content.startswith(b"\x89PNG")
    turn = endpoints.predict(scene="row", text="remove the block called b", api_name="/chat")
    assert turn["events"][-1]["event"] == "end"
    found = endpoints.predict(scene="row", queries=["a block"], api_name="/query")
    assert found["results"]
    assert endpoints.predict(words="armchair", api_name="/search_catalogue")["matches"][0]["word"] == "armchair"


def test_a_scene_is_renamed_and_copied(endpoints: Client) -> None:
    copied = endpoints.predict(scene="row", title="a second row", api_name="/copy_scene")
    assert copied["title"] == "a second row"
    renamed = endpoints.predict(scene=copied["id"], title="the other row", api_name="/rename_scene")
    assert (renamed["id"], renamed["title"]) == (copied["id"], "the other row")
    assert {"row", "the other row"} <= {scene["title"] for scene in endpoints.predict(api_name="/scenes")}
    with pytest.raises(AppError, match="at least one letter"):
        endpoints.predict(scene="the other row", title=" ", api_name="/rename_scene")


def test_a_job_goes_on_without_its_client(endpoints: Client) -> None:
    started = endpoints.predict(scene="row", format="glb", wait=False, api_name="/export")
    done = endpoints.predict(id=started["job"]["id"], wait=True, api_name="/job")
    assert done["job"]["state"] == "finished"
    assert done["job"]["files"][0]["name"] == "row.glb"


def test_errors_say_what_to_do(endpoints: Client) -> None:
    with pytest.raises(AppError, match="`scenes` lists them"):
        endpoints.predict(scene="none", api_name="/history")
    with pytest.raises(AppError, match="no renderer 'none'"):
        endpoints.predict(scene="row", renderer="none", api_name="/render")


def test_gradios_own_file_routes_are_closed(server: StudioServer) -> None:
    with let_in(server) as client:
        for path in ("upload", "file=/etc/passwd", "proxy=http://x", "component_server", "stream/x/y/z"):
            assert client.get(f"/gradio/gradio_api/{path}").status_code == 404
            assert client.post(f"/gradio/gradio_api/{path}").status_code == 404


def test_a_session_of_gradio_belongs_to_who_named_it_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    with running_studio(tmp_path_factory.mktemp("studio"), users={"anna": "one", "ben": "two"}) as shared:
        address = f"http://localhost:{shared.port}/gradio/gradio_api/heartbeat/forged"
        with httpx.stream("GET", address, auth=("anna", "one"), timeout=60) as mine:
            assert mine.status_code == 200
            assert httpx.get(address, auth=("ben", "two"), timeout=60).status_code == 403
