"""The catalogue and the help for the program pane, as pages ask for them."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import pytest
from safetensors.numpy import load
from websockets.sync.client import connect

from scenewright.app.studio import StudioServer
from tests.support.running_studio import let_in, running_studio
from tests.support.worker_scenes import scene_folder, until


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    with running_studio(tmp_path_factory.mktemp("studio")) as running:
        yield running


@pytest.fixture
def client(server: StudioServer) -> Iterator[httpx.Client]:
    with let_in(server) as found:
        yield found


def test_a_search_finds_the_thing_first_and_its_like_after(client: httpx.Client) -> None:
    found = client.get("/api/catalogue", params={"words": "armchair", "size": 10}).json()
    assert found["items"][0]["word"] == "armchair"
    assert any("chair" in item["word"] for item in found["items"][1:])
    assert all(len(item["size"]) == 3 and min(item["size"]) > 0 for item in found["items"])
    scores = [item["score"] for item in found["items"]]
    assert scores == sorted(scores, reverse=True)


def test_pages_and_categories_cover_the_whole_catalogue(client: httpx.Client) -> None:
    first = client.get("/api/catalogue", params={"size": 200}).json()
    keys: list[str] = []
    for page in range(-(-first["total"] // 200)):
        keys += [i["key"] for i in client.get("/api/catalogue", params={"size": 200, "page": page}).json()["items"]]
    assert len(keys) == len(set(keys)) == first["total"]
    assert sum(c["count"] for c in first["categories"]) == first["total"]
    one = first["categories"][0]
    of_one = client.get("/api/catalogue", params={"category": one["name"]}).json()
    assert of_one["total"] == one["count"]
    assert {i["category"] for i in of_one["items"]} == {one["name"]}


def test_a_picture_is_drawn_once_and_pages_hear_of_it(client: httpx.Client, server: StudioServer) -> None:
    key = client.get("/api/catalogue", params={"words": "mug"}).json()["items"][0]["key"]
    session = client.post("/api/sessions", json={}).json()["id"]
    cookie = "; ".join(f"{k}={v}" for k, v in client.cookies.items())
    address = f"ws://localhost:{server.port}/api/sessions/{session}/events"
    with connect(address, additional_headers={"cookie": cookie}, origin=f"http://localhost:{server.port}") as socket:
        assert json.loads(socket.recv(timeout=30))["type"] == "hello"
        assert client.get(f"/api/catalogue/{key}/picture", params={"size": 90}).status_code == 202
        assert json.loads(socket.recv(timeout=120)) == {"type": "catalogue_picture", "key": key, "size": 96}
    answer = client.get(f"/api/catalogue/{key}/picture", params={"size": 90})
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")
    begun = time.monotonic()
    client.get(f"/api/catalogue/{key}/picture", params={"size": 90})
    assert time.monotonic() - begun < 2.0


def test_a_shape_is_as_large_as_the_catalogue_says(client: httpx.Client) -> None:
    item = client.get("/api/catalogue", params={"words": "armchair"}).json()["items"][0]
    shape = load(client.get(f"/api/catalogue/{item['key']}/shape").content)
    assert np.ptp(shape["positions"], axis=0) == pytest.approx(item["size"], abs=0.01)
    assert shape["positions"][:, 1].min() == pytest.approx(0.0, abs=0.01)
    assert shape["colors"].shape == shape["normals"].shape == shape["positions"].shape
    assert shape["faces"].max() < len(shape["positions"])


@pytest.mark.parametrize("key", ["no/such/object", "../../etc/passwd", "%2e%2e/secret", "${alert(1)}"])
def test_objects_that_are_not_there_have_no_picture_or_shape(client: httpx.Client, key: str) -> None:
    assert client.get(f"/api/catalogue/{key}/picture").status_code in (404, 422)
    assert client.get(f"/api/catalogue/{key}/shape").status_code in (404, 422)


def test_the_language_is_told_once(client: httpx.Client) -> None:
    first = client.get("/api/language")
    names = {entry["name"] for entry in first.json()["entries"]}
    assert {"place", "asset_call", "register", "room"} <= names
    place = next(entry for entry in first.json()["entries"] if entry["name"] == "place")
    assert place["summary"]
    assert any(a["name"] == "at" and a["meaning"] for a in place["arguments"])
    assert any(word["word"] == "armchair" for word in first.json()["words"])
    again = client.get("/api/language", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_first_pictures_are_there_before_anybody_asks(tmp_path: Path) -> None:
    with running_studio(tmp_path, pictures_ahead=2) as server, let_in(server) as client:
        scene_folder(server.settings.scenes / "room")
        place = client.get("/api/places").json()["places"][0]["id"]
        client.post("/api/sessions", json={"place": place})
        kept = server.settings.data / "catalogue_pictures"
        assert until(lambda: kept.is_dir() and len(list(kept.glob("*.png"))) >= 2, seconds=120)
        for item in client.get("/api/catalogue", params={"size": 2}).json()["items"]:
            assert client.get(f"/api/catalogue/{item['key']}/picture").status_code == 200
