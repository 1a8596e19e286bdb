"""The gate before every route: who is let in, and what is refused whatever they ask for."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.sync.client import connect

from scenewright.app.studio import StudioLimits, StudioServer, StudioSettings, connections
from scenewright.app.studio.keys import StudioKeys
from scenewright.scene.errors import ScenewrightError
from tests.support.running_studio import let_in, running_studio

ROUTES = ("/", "/api/places", "/static/studio.js", "/api/sessions/abc", "/api/sessions/abc/scene/state", "/nowhere")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    with running_studio(tmp_path_factory.mktemp("guard")) as running:
        yield running


@pytest.fixture
def stranger(server: StudioServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://localhost:{server.port}") as client:
        yield client


@pytest.fixture
def person(server: StudioServer) -> Iterator[httpx.Client]:
    with let_in(server) as client:
        yield client


@pytest.mark.parametrize("route", ROUTES)
def test_nothing_is_answered_without_a_key(stranger: httpx.Client, route: str) -> None:
    assert stranger.get(route).status_code == 401
    assert stranger.get(route, headers={"authorization": "Bearer " + "0" * 43}).status_code == 401
    assert stranger.get(route, headers={"cookie": "scenewright_studio=6c6f63616c.9999999999.00"}).status_code == 401


def test_the_printed_address_lets_its_user_in(server: StudioServer, stranger: httpx.Client) -> None:
    welcome = stranger.get(server.url)
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/")
    assert "HttpOnly" in welcome.headers["set-cookie"]
    assert "SameSite=strict" in welcome.headers["set-cookie"]
    assert stranger.get("/api/places").status_code == 200


def test_the_key_works_as_a_header_for_programs(server: StudioServer, stranger: httpx.Client) -> None:
    key = server.url.partition("key=")[2]
    assert stranger.get("/api/places", headers={"authorization": f"Bearer {key}"}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "[::2]", "", "a b"])
def test_other_names_of_the_host_are_refused(person: httpx.Client, host: str) -> None:
    assert person.get("/api/places", headers={"host": host}).status_code in (400, 421)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:1", "https://localhost.evil.example", "file://", "//"]
)
def test_requests_of_other_pages_are_refused(person: httpx.Client, origin: str) -> None:
    for method in ("GET", "POST"):
        answer = person.request(
            method, "/api/places" if method == "GET" else "/api/sessions", headers={"origin": origin}
        )
        assert answer.status_code == 403


def test_a_cross_site_post_without_origin_is_refused(person: httpx.Client) -> None:
    assert person.post("/api/sessions", json={}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert person.post("/api/sessions", json={}, headers={"sec-fetch-site": "same-origin"}).status_code == 200


def test_every_answer_has_the_policy(person: httpx.Client, stranger: httpx.Client) -> None:
    for answer in (person.get("/api/places"), stranger.get("/"), person.get("/nowhere")):
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self' 'wasm-unsafe-eval'" in policy
        assert "unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_large_requests_are_refused(person: httpx.Client, server: StudioServer) -> None:
    most = server.settings.limits.body_bytes
    assert person.post("/api/sessions", content=b" " * (most + 1)).status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(most // 65_536 + 2):
            yield b" " * 65_536

    # without a length, it ends when it is too long
    with pytest.raises(httpx.HTTPError):
        person.post("/api/sessions", content=pieces()).raise_for_status()
    assert person.get("/healthy").text == "ok"


def test_connections_that_say_nothing_are_closed(
    server: StudioServer, person: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_SILENT_SECONDS", 0.4)
    session = person.post("/api/sessions", json={}).json()["id"]
    cookie = "; ".join(f"{k}={v}" for k, v in person.cookies.items())
    address = f"ws://localhost:{server.port}/api/sessions/{session}/events"
    origin = f"http://localhost:{server.port}"
    with connect(address, additional_headers={"cookie": cookie}, origin=origin) as stream:
        assert "hello" in str(stream.recv(timeout=20))
        for said in (
            b"",
            b"GET /healthy HTTP/1.1\r\nHost: local",
            b"GET /healthy HTTP/1.1\r\nHost: localhost\r\n\r\nG",
        ):
            with socket.create_connection(("localhost", server.port), timeout=20) as silent:
                silent.sendall(said)
                while silent.recv(4096):  # until the server hangs up
                    pass
        # what is open for a purpose stays open
        with pytest.raises(TimeoutError):
            stream.recv(timeout=0.1)


def test_no_more_connections_than_the_process_can_hold(
    server: StudioServer, person: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_connection(("localhost", server.port), timeout=20):
        monkeypatch.setattr(connections, "_MOST", 0)
        with pytest.raises(httpx.TransportError):
            httpx.get(f"http://localhost:{server.port}/healthy", timeout=20)
        monkeypatch.undo()
        assert person.get("/healthy").text == "ok"


def test_a_body_that_stops_coming_is_refused(tmp_path: Path) -> None:
    with running_studio(tmp_path, limits=StudioLimits(pause_seconds=0.3)) as small:
        head = f"POST /login HTTP/1.1\r\nHost: localhost:{small.port}\r\nContent-Length: 40\r\n\r\nname=".encode()
        with socket.create_connection(("localhost", small.port), timeout=20) as slow:
            slow.sendall(head)
            assert slow.recv(4096).startswith(b"HTTP/1.1 408")


def test_cookies_are_signed_and_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = StudioKeys(tmp_path)
    cookie = keys.cookie_for("user:anna")
    assert keys.owner_of(cookie) == StudioKeys(tmp_path).owner_of(cookie) == "user:anna"
    name, ends, signature = cookie.split(".")
    for forged in (
        "",
        ".",
        "..",
        f"{b'user:bob'.hex()}.{ends}.{signature}",
        f"{name}.9{ends}.{signature}",
        f"{name}.{ends}.é",
    ):
        assert keys.owner_of(forged) is None
    monkeypatch.setattr("time.time", lambda: float(ends) + 1)
    assert keys.owner_of(cookie) is None
    assert StudioKeys(tmp_path / "other").owner_of(cookie) is None


def test_the_secret_is_readable_by_its_user_alone(tmp_path: Path) -> None:
    StudioKeys(tmp_path)
    assert (tmp_path / "studio.secret").stat().st_mode & 0o077 == 0


def test_a_public_address_needs_a_decision(tmp_path: Path) -> None:
    with pytest.raises(ScenewrightError, match="--auth USER:PASSWORD"):
        StudioSettings(scenes=tmp_path, data=tmp_path, host="0.0.0.0")


def test_a_login_lets_users_in_and_keeps_them_apart(tmp_path: Path) -> None:
    with running_studio(tmp_path, users={"anna": "apple", "bob": "pear"}) as server:
        base = f"http://localhost:{server.port}"
        with httpx.Client(base_url=base) as anna, httpx.Client(base_url=base) as bob:
            assert anna.get("/").headers["location"] == "/login"
            assert anna.post("/login", data={"name": "anna", "password": "pear"}).status_code == 401
            assert anna.post("/login", data={"name": "anna", "password": "apple"}).status_code == 303
            assert bob.post("/login", data={"name": "bob", "password": "pear"}).status_code == 303
            session = anna.post("/api/sessions", json={}).json()["id"]
            assert anna.get(f"/api/sessions/{session}").json()["user"] == "anna"
            assert bob.get(f"/api/sessions/{session}").status_code == 404
            # the key of the first address is no way around the login
            key = server.context.keys.launch_key
            assert httpx.get(f"{base}/?key={key}").headers["location"] == "/login"
            assert httpx.get(f"{base}/api/places", headers={"authorization": f"Bearer {key}"}).status_code == 401
            assert httpx.get(f"{base}/api/places", auth=("bob", "pear")).status_code == 200


def test_visitors_of_an_open_studio_are_apart(tmp_path: Path) -> None:
    with running_studio(tmp_path, open_to_anyone=True) as server:
        base = f"http://localhost:{server.port}"
        with httpx.Client(base_url=base) as one, httpx.Client(base_url=base) as other:
            for client in (one, other):
                client.get("/", follow_redirects=False)
            session = one.post("/api/sessions", json={}).json()["id"]
            assert one.get(f"/api/sessions/{session}").status_code == 200
            assert other.get(f"/api/sessions/{session}").status_code == 404
