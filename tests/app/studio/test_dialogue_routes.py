"""The dialogue, the history and the details of things of a session, over HTTP and WebSocket."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.sync.client import connect

from scenewright.app.studio import StudioServer, chats
from scenewright.app.studio.kept_dialogues import kept_dialogue
from scenewright.app.studio.sessions import PageSession
from tests.support.running_studio import let_in, running_studio
from tests.support.worker_scenes import scene_folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    home = tmp_path_factory.mktemp("studio")
    with running_studio(home, scene=scene_folder(home / "scenes" / "first")) as running:
        yield running


@pytest.fixture
def client(server: StudioServer) -> Iterator[httpx.Client]:
    with let_in(server) as one:
        yield one


@pytest.fixture
def address(server: StudioServer, client: httpx.Client, tmp_path: Path) -> str:
    """The path of a new session with a scene of its own."""
    title = scene_folder(server.settings.scenes / tmp_path.name).name.replace("_", " ")
    place = next(p for p in client.get("/api/places").json()["places"] if p["title"] == title)
    session = client.post("/api/sessions", json={"place": place["id"]}).json()["id"]
    return f"/api/sessions/{session}"


def said(client: httpx.Client, address: str, text: str, selection: tuple[str, ...] = ()) -> dict[str, Any]:
    """The last turn of the dialogue after a sentence."""
    begun = client.post(f"{address}/chat", json={"text": text, "selection": list(selection)})
    assert begun.status_code == 200, begun.text
    last: dict[str, Any] = at_rest(client, address)["turns"][-1]
    assert last["id"] == begun.json()["turn"]
    return last


def at_rest(client: httpx.Client, address: str) -> dict[str, Any]:
    """The dialogue when nothing runs, and nothing is about to."""
    ends = time.monotonic() + 120
    while True:
        dialogue: dict[str, Any] = client.get(f"{address}/chat").json()
        # what waits is begun after the end of a turn; it waits on where that turn was stopped, failed or asks
        ended = bool(dialogue["turns"]) and dialogue["turns"][-1]["state"] == "ended"
        goes_on = ended and bool(dialogue["waiting"]) and "asked" not in json.dumps(dialogue["turns"][-1]["events"])
        if dialogue["running"] is None and not goes_on:
            return dialogue
        assert time.monotonic() < ends, "the turn does not end"
        time.sleep(0.05)


def say(client: httpx.Client, address: str, *sentences: str) -> list[dict[str, Any]]:
    """Sentences without a pause between them; the answers."""
    return [client.post(f"{address}/chat", json={"text": text, "selection": ["row/a"]}).json() for text in sentences]


def changes(client: httpx.Client, address: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = client.get(f"{address}/history").json()["changes"]
    return listed


def test_a_turn_is_one_step_by_the_agent(client: httpx.Client, address: str) -> None:
    turn = said(client, address, "paint it blue", ("row/a",))
    assert turn["state"] == "ended"
    end = turn["events"][-1]
    assert (end["event"], end["outcome"], end["steps"]) == ("end", "changed", 1)
    assert "past" not in end
    last = changes(client, address)[-1]
    assert (last["author"], last["revision"], last["undo"]) == ("agent", end["revision"], 1)


def test_a_dialogue_is_found_again_and_goes_on(client: httpx.Client, address: str) -> None:
    said(client, address, "paint it blue", ("row/a",))
    turn = said(client, address, "no, red")
    assert turn["events"][-1]["outcome"] == "changed"
    assert [t["said"] for t in client.get(f"{address}/chat").json()["turns"]] == ["paint it blue", "no, red"]
    client.delete(f"{address}/chat")
    assert client.get(f"{address}/chat").json() == {"turns": [], "running": None, "waiting": []}
    assert changes(client, address)[-1]["author"] == "agent"


def test_a_sentence_begun_by_the_end_of_a_turn_has_its_number(
    client: httpx.Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = chats.StudioChats._begin_next

    def after_another(dialogues: chats.StudioChats, owner: str, session: str) -> bool:
        begin(dialogues, owner, session)  # as the thread of the turn before does it
        return begin(dialogues, owner, session)

    monkeypatch.setattr(chats.StudioChats, "_begin_next", after_another)
    begun = client.post(f"{address}/chat", json={"text": "paint it blue", "selection": ["row/a"]}).json()
    assert (begun["turn"], begun["waiting"]) == (1, None)
    at_rest(client, address)


def test_a_turn_is_in_view_once_from_its_beginning_on(
    client: httpx.Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(page: PageSession, place: str | None = None) -> dict[str, Any]:
        dialogue = kept_dialogue(page, place)
        time.sleep(0.02)  # turns end meanwhile
        return dialogue

    monkeypatch.setattr(chats, "kept_dialogue", slowly)
    say(client, address, "paint it blue", "paint it red", "paint it green", "paint it blue")
    seen: list[int] = [1]
    ends = time.monotonic() + 120
    while True:
        dialogue = client.get(f"{address}/chat").json()
        ids = [t["id"] for t in dialogue["turns"]]
        assert ids[: len(seen)] == seen
        assert len(set(ids)) == len(ids)
        if len(ids) == 4 and dialogue["running"] is None:
            return
        seen = ids
        assert time.monotonic() < ends, "the turns do not end"


def test_what_is_said_meanwhile_follows_in_order(client: httpx.Client, address: str) -> None:
    sentences = ("paint it blue", "paint it red", "undo that", "paint it green")
    say(client, address, *sentences)
    dialogue = at_rest(client, address)
    assert tuple(t["said"] for t in dialogue["turns"]) == sentences
    assert [t["events"][-1]["outcome"] for t in dialogue["turns"]] == ["changed", "changed", "stepped", "changed"]
    assert dialogue["waiting"] == []


def test_what_waits_can_be_taken_back(client: httpx.Client, address: str) -> None:
    first, second, third = say(client, address, "paint it blue", "paint it red", "paint it green")
    assert first["turn"] == 1
    taken = client.delete(f"{address}/chat/waiting/{third['waiting']}").json()["taken"]
    left = ["paint it blue", "paint it red"] + ([] if taken else ["paint it green"])
    dialogue = at_rest(client, address)
    assert taken
    assert second["waiting"] != third["waiting"]
    assert [t["said"] for t in dialogue["turns"]] == left
    assert not client.delete(f"{address}/chat/waiting/{third['waiting']}").json()["taken"]


def test_what_waits_holds_on_while_a_question_is_open(client: httpx.Client, address: str) -> None:
    ambiguous = "move it"
    say(client, address, ambiguous, "paint it red")
    dialogue = at_rest(client, address)
    assert [t["said"] for t in dialogue["turns"]] == [ambiguous]
    assert [w["said"] for w in dialogue["waiting"]] == ["paint it red"]
    say(client, address, "20 cm to the left")
    dialogue = at_rest(client, address)
    assert [t["said"] for t in dialogue["turns"]] == [ambiguous, "20 cm to the left", "paint it red"]


def test_a_new_dialogue_keeps_what_waits(client: httpx.Client, address: str) -> None:
    say(client, address, "move it", "paint it red")
    at_rest(client, address)
    client.delete(f"{address}/chat")
    dialogue = client.get(f"{address}/chat").json()
    assert dialogue["turns"] == []
    assert [w["said"] for w in dialogue["waiting"]] == ["paint it red"]
    assert client.post(f"{address}/chat/go-on", json={}).json()["begun"]
    assert [t["said"] for t in at_rest(client, address)["turns"]] == ["paint it red"]


def test_what_the_page_has_pinned_stays(client: httpx.Client, address: str) -> None:
    kept = client.put(f"{address}/interface", json={"values": {"pins": ["row/a"]}})
    assert kept.status_code < 300
    turn = said(client, address, "move it 20 cm to the left", ("row/a",))
    assert "pinned" in json.dumps(turn["events"])
    assert turn["events"][-1]["outcome"] != "changed"
    client.put(f"{address}/interface", json={"values": {"pins": []}})
    turn = said(client, address, "move it 20 cm to the left", ("row/a",))
    assert turn["events"][-1]["outcome"] == "changed"


def test_pages_hear_of_each_event(server: StudioServer, client: httpx.Client, address: str) -> None:
    cookie = "; ".join(f"{k}={v}" for k, v in client.cookies.items())
    where = f"localhost:{server.port}"
    with connect(
        f"ws://{where}{address}/events", additional_headers={"cookie": cookie}, origin=f"http://{where}"
    ) as socket:
        assert json.loads(socket.recv(timeout=60)) == {"type": "hello"}  # from now on nothing is missed
        client.post(f"{address}/chat", json={"text": "how many things are there?", "selection": []})
        heard: list[str] = []
        while "over" not in heard:
            message = json.loads(socket.recv(timeout=60))
            if message["type"] == "chat":
                heard.append(message["event"]["event"])
    assert heard[0] == "begun"
    assert "end" in heard


def test_a_turn_that_says_nothing_is_refused(client: httpx.Client, address: str) -> None:
    assert client.post(f"{address}/chat", json={"text": "", "selection": []}).status_code == 400
    assert client.post(f"{address}/chat", json={"text": "x" * 5_000, "selection": []}).status_code == 400
    assert client.post(f"{address}/chat/stop", json={}).json()["stopped"] is False


def test_the_history_tells_what_can_be_undone(client: httpx.Client, address: str) -> None:
    edit = {"edits": [{"kind": "move", "path": "a", "by": [0.25, 0, 0]}]}
    for _ in range(2):
        assert client.post(f"{address}/scene/edit", json=edit).status_code == 200
    assert [c["undo"] for c in changes(client, address)[-2:]] == [2, 1]
    client.post(f"{address}/scene/step", json={"what": "undo"})
    listed = changes(client, address)
    assert [(c["kind"], c["undo"], c["redo"]) for c in listed[-3:]] == [
        ("move", 1, None),
        ("move", None, 1),
        ("undo", None, None),
    ]
    number = listed[-2]["number"]
    texts = client.get(f"{address}/history/{number}").json()
    assert texts["before"] != texts["after"]
    assert texts["before"] == client.get(f"{address}/scene/source").json()["source"]
    assert client.get(f"{address}/history/99999").status_code == 404
    assert [c["number"] for c in client.get(f"{address}/history?before={number}").json()["changes"]][-1] == number - 1


def test_details_of_things_have_colour_and_material(client: httpx.Client, address: str) -> None:
    client.post(f"{address}/scene/edit", json={"edits": [{"kind": "recolour", "path": "a", "color": [0.0, 0.0, 1.0]}]})
    state = client.get(f"{address}/scene/state").json()
    path = next(n["path"] for n in state["nodes"] if n["path"].endswith("/a"))
    (thing,) = client.post(f"{address}/scene/things", json={"paths": [path]}).json()["things"]
    assert (thing["path"], thing["color"], thing["color_name"]) == (path, [0.0, 0.0, 1.0], "blue")
    assert sum(m["share"] for m in thing["materials"]) == pytest.approx(1.0, abs=0.01)
    assert client.post(f"{address}/scene/things", json={"paths": ["nobody"]}).json()["things"] == []
    assert client.post(f"{address}/scene/things", json={"paths": []}).status_code == 400
