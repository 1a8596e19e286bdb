"""Titles, copies and pictures of scenes on the first page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect
from websockets.sync.client import connect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.running_studio import let_in, running_studio
from tests.support.studio_pages import OFFICE, StudioPage
from tests.support.worker_scenes import until


@pytest.fixture(scope="module")
def client(server: StudioServer) -> Iterator[httpx.Client]:
    with let_in(server) as found:
        yield found


def listed(client: httpx.Client, title: str) -> list[dict[str, Any]]:
    return [place for place in client.get("/api/places").json()["places"] if place["title"] == title]


def test_a_scene_is_renamed_and_goes_on(client: httpx.Client, folder: Path) -> None:
    place = listed(client, folder.name)[0]["id"]
    session = client.post("/api/sessions", json={"place": place}).json()["id"]
    client.get(f"/api/sessions/{session}/scene/state")
    renamed = client.put(f"/api/places/{place}", json={"title": "  The  corner\noffice "})
    assert renamed.json()["place"]["title"] == "The corner office"
    assert [one["id"] for one in listed(client, "The corner office")] == [place]
    edited = client.post(
        f"/api/sessions/{session}/scene/edit",
        json={"edits": [{"kind": "move", "path": "office/desk", "by": [0.1, 0, 0]}]},
    )
    assert edited.status_code == 200
    assert Project.open(folder).title == "The corner office"
    assert client.get(f"/api/sessions/{session}").json()["scene"]["title"] == "The corner office"


@pytest.mark.parametrize("title", ["", " \n ", "a" * 121])
def test_what_is_no_title_is_refused(client: httpx.Client, folder: Path, title: str) -> None:
    place = listed(client, folder.name)[0]["id"]
    answer = client.put(f"/api/places/{place}", json={"title": title})
    assert answer.status_code in (400, 422)
    assert "title" in answer.json()["error"]["message"]
    assert Project.open(folder).title == folder.name


def test_a_copy_is_a_scene_of_its_own(client: httpx.Client, folder: Path) -> None:
    place = listed(client, folder.name)[0]["id"]
    first, second = (client.post(f"/api/places/{place}/copy", json={}).json()["place"] for _ in range(2))
    assert first["title"] == second["title"] == f"{folder.name} copy"
    assert len({place, first["id"], second["id"]}) == 3
    session = client.post("/api/sessions", json={"place": first["id"]}).json()["id"]
    made = client.post(
        f"/api/sessions/{session}/scene/edit", json={"edits": [{"kind": "delete", "path": "office/desk"}]}
    )
    assert made.status_code == 200
    assert Project.open(folder).source == OFFICE
    assert client.post(f"/api/places/{'0' * 20}/copy", json={}).status_code == 404


def test_a_picture_follows_the_last_change(tmp_path: Path) -> None:
    with running_studio(tmp_path, card_seconds=0.5) as server, let_in(server) as client:
        Project.create(server.settings.scenes / "room", OFFICE, title="room")
        place = listed(client, "room")[0]
        assert client.get(f"/api/places/{place['id']}/picture").status_code == 404
        session = client.post("/api/sessions", json={"place": place["id"]}).json()["id"]
        assert until(lambda: listed(client, "room")[0]["pictured"] > 0, seconds=120)
        before = client.get(f"/api/places/{place['id']}/picture", params={"size": 480})
        assert before.content.startswith(b"\x89PNG")
        cookie = "; ".join(f"{k}={v}" for k, v in client.cookies.items())
        address = f"ws://localhost:{server.port}/api/sessions/{session}/events"
        origin = f"http://localhost:{server.port}"
        with connect(address, additional_headers={"cookie": cookie}, origin=origin) as socket:
            client.get(f"/api/sessions/{session}/scene/state")
            edit = {"edits": [{"kind": "delete", "path": "office/desk"}]}
            client.post(f"/api/sessions/{session}/scene/edit", json=edit)
            told = next(m for m in iter(lambda: json.loads(socket.recv(timeout=120)), None) if m["type"] == "place")
        assert told["place"]["id"] == place["id"]
        after = client.get(f"/api/places/{place['id']}/picture", params={"size": 480})
        assert after.content != before.content
        assert client.get(f"/api/sessions/{session}/gallery").json() == {"renders": []}


@pytest.mark.slow
def test_titles_are_edited_where_they_stand(studio: StudioPage, folder: Path) -> None:
    page = studio.page
    page.get_by_role("button", name=f"{folder.name}: rename").click()
    page.get_by_role("textbox", name="Title of the scene").fill("Reading room")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Reading room – Scenewright")
    page.get_by_role("button", name="Reading room: rename").click()
    page.keyboard.type("Nothing")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Reading room: rename")).to_be_visible()
    page.get_by_role("button", name="What can be done with the scene").click()
    page.get_by_role("menuitem", name="Make a copy").click()
    expect(page.get_by_text("“Reading room copy” is among your scenes.")).to_be_visible()
    assert Project.open(folder).title == "Reading room"
    page.get_by_role("button", name="All scenes").click()
    page.get_by_role("button", name="Rename, copy or remove Reading room copy").click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_role("textbox", name="Title of Reading room copy").fill("Library")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Library").first).to_be_visible()
    page.get_by_role("button", name="Rename, copy or remove Library").click()
    page.get_by_role("menuitem", name="Remove ...").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_role("button", name="Rename, copy or remove Library")).to_have_count(0)
    assert studio.page.get_by_role("button", name="Rename, copy or remove Reading room").count() == 1
