"""Who may ask a server over HTTP."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anyio
import pytest

from scenewright.app.mcp_server import HttpGuard, McpSettings
from tests.support.raw_mcp import HttpServer, RawHttp, mcp_command, mcp_environment

TOKEN = "a-token-that-nobody-guesses"


def asked(settings: McpSettings, headers: Mapping[str, str]) -> int:
    """The status of a request with these headers."""
    statuses: list[int] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    lines = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    anyio.run(HttpGuard(app, settings), {"type": "http", "headers": lines}, receive, send)
    return statuses[0]


def local(**more: Any) -> McpSettings:
    return McpSettings(root=Path("scenes"), **more)


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1:8765", None, 200),
        ("localhost:8765", None, 200),
        ("[::1]:8765", None, 200),
        ("evil.example", None, 421),
        ("evil.example:8765", None, 421),
        ("127.0.0.1.evil.example", None, 421),
        ("127.0.0.1:8765", "http://127.0.0.1:8765", 200),
        ("127.0.0.1:8765", "http://localhost:6274", 200),
        ("127.0.0.1:8765", "https://evil.example", 403),
        ("127.0.0.1:8765", "null", 403),
        ("127.0.0.1:8765", "http://localhost.evil.example", 403),
    ],
)
def test_strange_hosts_and_pages_are_not_answered(host: str, origin: str | None, status: int) -> None:
    assert asked(local(), {"Host": host} | ({"Origin": origin} if origin else {})) == status


@pytest.mark.parametrize(
    ("header", "status"),
    [(None, 401), ("Bearer wrong", 401), (f"Basic {TOKEN}", 401), (f"Bearer {TOKEN}", 200), (f"bearer {TOKEN}", 200)],
)
def test_a_token_is_asked_for_where_one_is_set(header: str | None, status: int) -> None:
    headers = {"Host": "127.0.0.1:8765"} | ({"Authorization": header} if header else {})
    assert asked(local(token=TOKEN), headers) == status


def test_further_names_are_known() -> None:
    settings = local(host="0.0.0.0", token=TOKEN, names=("scenes.example",))
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert asked(settings, {"Host": "scenes.example", **headers}) == 200
    assert asked(settings, {"Host": "other.example", **headers}) == 421
    assert asked(settings, {"Host": "scenes.example", "Origin": "http://localhost:1", **headers}) == 403


def test_the_token_is_never_shown() -> None:
    assert TOKEN not in repr(local(token=TOKEN))


@pytest.mark.parametrize(("token", "message"), [("", "set SCENEWRIGHT_MCP_TOKEN"), ("short", "too short")])
def test_others_are_let_in_with_a_token_only(tmp_path: Path, token: str, message: str) -> None:
    done = subprocess.run(
        mcp_command(tmp_path, "--http", "--host", "0.0.0.0", "--port", "0"),
        env=mcp_environment(SCENEWRIGHT_MCP_TOKEN=token),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_server_with_a_token_serves_who_has_it(tmp_path: Path) -> None:
    server = HttpServer(tmp_path, "--host", "0.0.0.0", environment=mcp_environment(SCENEWRIGHT_MCP_TOKEN=TOKEN))
    try:
        stranger = RawHttp(server.port)
        status, headers, _ = stranger.post(stranger.message("tools/list", {}))
        assert (status, headers["www-authenticate"]) == (401, "Bearer")
        friend = RawHttp(server.port, token=TOKEN)
        assert len(friend.request("tools/list")["result"]["tools"]) == 15
        assert friend.tool("list_scenes")["structuredContent"]["total"] == 0
    finally:
        server.close()


def test_a_taken_port_is_one_message(mcp_server: HttpServer, tmp_path: Path) -> None:
    done = subprocess.run(
        mcp_command(tmp_path, "--http", "--port", str(mcp_server.port)),
        env=mcp_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "choose another port" in done.stderr
    assert "Traceback" not in done.stderr
