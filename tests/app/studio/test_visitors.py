"""Visitors without a login have a bound in all: who was away for longest makes room, whoever is here does not, and logins never do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from scenewright.app.studio import StudioLimits, StudioServer, StudioSettings
from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.visitors import VisitorPlaces
from tests.support.running_studio import running_studio

OWNERS = [f"visitor:{k:032x}" for k in range(6)]


class Shelf:
    """Places of visitors on disk, without a server."""

    def __init__(self, folder: Path, **limits: int) -> None:
        self.settings = StudioSettings(
            scenes=folder / "scenes", data=folder / "data", open_to_anyone=True, limits=StudioLimits(**limits)
        )
        self.busy: set[str] = set()
        self.forgotten: list[str] = []
        self.places = VisitorPlaces(
            self.settings, busy=lambda owner: owner in self.busy, forget=self.forgotten.append, idle_seconds=60
        )

    def home(self, owner: str) -> Path:
        return OwnerPlaces.of(owner, self.settings).home

    def fill(self, owner: str, size: int, seconds_ago: float) -> None:
        self.places.seen(owner)
        (self.home(owner) / "uploads").mkdir(parents=True, exist_ok=True)
        (self.home(owner) / "uploads" / "file").write_bytes(b"x" * size)
        mark, then = self.home(owner) / "visitor", time.time() - seconds_ago
        if mark.exists():
            os.utime(mark, (then, then))

    def there(self) -> list[int]:
        return [k for k, owner in enumerate(OWNERS) if self.home(owner).exists()]


def test_who_was_away_for_longest_makes_room(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, visitors_bytes=25_000)
    for k, owner in enumerate(OWNERS[:4]):
        shelf.fill(owner, 10_000, seconds_ago=(900, 3000, 600, 10)[k])
    used = shelf.places.make_room()
    assert shelf.there() == [2, 3]
    assert 20_000 <= used < 25_000
    assert shelf.forgotten == [OWNERS[1], OWNERS[0]]
    assert not list((tmp_path / "data" / "owners").glob(".removed-*"))


def test_who_is_here_or_has_a_job_keeps_everything(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, visitors_bytes=15_000)
    shelf.busy.add(OWNERS[0])
    for k, owner in enumerate(OWNERS[:3]):
        shelf.fill(owner, 10_000, seconds_ago=(9000, 5, 30)[k])
    assert shelf.places.make_room() >= 30_000
    assert shelf.there() == [0, 1, 2]
    assert shelf.places.left_for(OWNERS[3]) == 0


def test_there_is_a_largest_number_of_places(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, visitors=2)
    for k, owner in enumerate(OWNERS):
        shelf.fill(owner, 10, seconds_ago=100 + k)
    shelf.places.make_room()
    assert shelf.there() == [0, 1]


def test_places_of_logins_and_forged_marks_are_left_alone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, visitors_bytes=1)
    login = shelf.home("user:anna")
    login.mkdir(parents=True)
    (login / "scene").write_bytes(b"x" * 1000)
    assert shelf.places.left_for("user:anna") is None
    assert shelf.places.left_for("local") is None
    shelf.places.seen("user:anna")
    assert not (login / "visitor").exists()
    for text in (OWNERS[0], "user:anna", "visitor:", "\xff" * 300):
        (login / "visitor").write_text(text)
        os.utime(login / "visitor", (1, 1))
        shelf.places.make_room()
        assert (login / "scene").exists(), text


def test_a_link_in_place_of_a_visitor_is_not_followed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, visitors_bytes=1)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    shelf.fill(OWNERS[0], 1000, seconds_ago=9000)
    (shelf.home(OWNERS[0]) / "uploads" / "link").symlink_to(outside)
    shelf.places.make_room()
    assert shelf.there() == []
    assert (outside / "kept").read_text() == "kept"


def test_remains_of_an_earlier_server_are_cleared(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    left = tmp_path / "data" / "owners" / ".removed-0123"
    left.mkdir(parents=True)
    (left / "file").write_bytes(b"x")
    shelf.places.clear_remains()
    assert not left.exists()


# -- in the running studio ------------------------------------------------------------------------------------------------


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StudioServer]:
    limits = StudioLimits(visitors_bytes=60_000)
    with running_studio(tmp_path, open_to_anyone=True, limits=limits) as running:
        yield running


@contextmanager
def visitor(server: StudioServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://localhost:{server.port}", timeout=60) as client:
        client.get("/", follow_redirects=False)
        assert client.post("/api/sessions", json={}).status_code == 200
        yield client


def sent(client: httpx.Client, size: int) -> httpx.Response:
    body = os.urandom(size).replace(b"\0", b"1")
    return client.post("/api/uploads?kind=scene", content=body, headers={"x-filename": "a.md"})


def test_a_full_server_says_so_and_makes_room_later(server: StudioServer) -> None:
    with visitor(server) as one, visitor(server) as other:
        first = sent(one, 55_000)
        assert first.status_code == 200, first.text
        # what is left bounds the next upload, and then nothing is left
        assert sent(other, 30_000).status_code == 413
        homes = [p for p in (server.settings.data / "owners").iterdir() if (p / "visitor").exists()]
        big = max(homes, key=lambda p: sum(f.stat().st_size for f in p.rglob("*") if f.is_file()))
        (big / "uploads" / "filler").write_bytes(b"x" * 60_000)
        refused = sent(other, 2_000)
        assert refused.status_code == 413
        assert "all visitors together have used up the room" in refused.json()["error"]["message"]
        os.utime(big / "visitor", (1, 1))  # long ago
        taken = sent(other, 20_000)
        assert taken.status_code == 200, taken.text
        assert not big.exists()
        # whose place was removed begins anew with the same cookie
        assert one.get("/api/uploads").json()["uploads"] == []
        assert one.post("/api/sessions", json={}).status_code == 200


def test_jobs_are_refused_with_a_clear_word(server: StudioServer, tmp_path: Path) -> None:
    with visitor(server) as one:
        (home,) = [p for p in (server.settings.data / "owners").iterdir() if (p / "visitor").exists()]
        (home / "filler").write_bytes(b"x" * 70_000)
        session = one.post("/api/sessions", json={}).json()["id"]
        answer = one.post(f"/api/sessions/{session}/jobs/generate", json={"request": {"text": "a desk"}})
        assert "all visitors together have used up the room" in answer.json()["error"]["message"]
        assert answer.json()["error"]["kind"] == "busy"
