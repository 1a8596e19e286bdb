"""Two independent clients, the SDK's and bare JSON-RPC, over both transports and in both protocols."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import jsonschema
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from scenewright.app.mcp_server import COMPACT_TOOLS, TOOLS
from tests.support.mcp_scenes import scene_in
from tests.support.raw_mcp import (
    HANDSHAKE,
    STATELESS,
    HttpServer,
    RawHttp,
    RawStdio,
    mcp_command,
    mcp_environment,
)

VERSIONS = (HANDSHAKE, "2025-11-25", STATELESS)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    scene_in(tmp_path, "study")
    return tmp_path


@pytest.fixture(params=[(transport, version) for transport in ("stdio", "http") for version in VERSIONS], ids="-".join)
def raw(request: pytest.FixtureRequest, root: Path) -> Iterator[RawHttp | RawStdio]:
    """Each of our clients, with a server that has the scene `study`."""
    transport, version = request.param
    if transport == "stdio":
        client: RawHttp | RawStdio = RawStdio(root, version=version)
    else:
        server: HttpServer = request.getfixturevalue("mcp_server")
        client = RawHttp(server.port, version=version)
    yield client
    client.close()


def test_bare_json_reads_and_is_refused(raw: RawHttp | RawStdio) -> None:
    if raw.version == STATELESS:
        found = raw.request("server/discover")["result"]
        assert STATELESS in found["supportedVersions"]
        assert "instructions" in found
    else:
        assert raw.welcome["protocolVersion"] == raw.version
        assert raw.welcome["serverInfo"]["name"] == "scenewright"
    tools = {t["name"]: t for t in raw.request("tools/list")["result"]["tools"]}
    assert list(tools) == list(TOOLS)
    listed = raw.tool("list_scenes", search="study")
    jsonschema.validate(listed["structuredContent"], tools["list_scenes"]["outputSchema"])
    assert "study" in json.dumps(listed["structuredContent"])
    if isinstance(raw, RawHttp):  # over pipes each client has a server of its own, which would start a worker for this
        read = raw.tool("read_scene", scene="study")
        jsonschema.validate(read["structuredContent"], tools["read_scene"]["outputSchema"])
        assert "armchair" in json.dumps(read["structuredContent"])
    refused = raw.tool("read_scene", scene="no such scene")
    assert refused["isError"]
    assert "study" in refused["content"][0]["text"]


def of_sdk(server: Any, mode: str, scene: str) -> None:
    """Take the journey as a client of the SDK."""

    async def run() -> None:
        async with Client(server, mode=mode) as client:
            await journey(client, scene)

    anyio.run(run)


async def journey(client: Client, scene: str) -> None:
    """List, change, refuse what is stale, take back."""
    listed = await client.list_tools()
    assert [t.name for t in listed.tools] == list(TOOLS)
    scenes = (await client.call_tool("list_scenes", {})).structured_content
    assert scene in [s["scene"] for s in scenes["scenes"]]

    async def call(tool: str, **arguments: Any) -> Any:
        result = await client.call_tool(tool, arguments)
        while not result.is_error and result.structured_content.get("job", {}).get("state") == "running":
            result = await client.call_tool("job", {"job": result.structured_content["job"]["id"]})
        return result

    revision = (await call("read_scene", scene=scene)).structured_content["revision"]
    move = [{"kind": "move", "path": "lamp", "by": [0.1, 0, 0]}]
    moved = await call("edit_scene", scene=scene, revision=revision, edits=move)
    assert moved.structured_content["revision"] == revision + 1
    stale = await call("edit_scene", scene=scene, revision=revision, edits=move)
    assert stale.is_error
    assert stale.meta["scenewright/error"] == {"kind": "stale", "revision": revision + 1}
    back = await call("step_scene", scene=scene, revision=revision + 1)
    assert back.structured_content["revision"] == revision + 2


def test_the_sdk_edits_over_pipes(root: Path) -> None:
    command = mcp_command(root)
    server = StdioServerParameters(command=command[0], args=command[1:], env=mcp_environment())
    of_sdk(server, "auto", "study")


@pytest.mark.parametrize("mode", ["legacy", STATELESS])
def test_the_sdk_edits_over_http(mcp_server: HttpServer, mcp_root: Path, mode: str) -> None:
    scene_in(mcp_root, f"journey_{mode}")
    of_sdk(mcp_server.url, mode, f"journey_{mode}")


def test_small_models_get_six_tools(root: Path) -> None:
    client = RawStdio(root, "--compact")
    try:
        tools = {t["name"]: t for t in client.request("tools/list")["result"]["tools"]}
        assert list(tools) == list(COMPACT_TOOLS)
        assert len(tools) == 6
        assert len(json.dumps([t["inputSchema"] for t in tools.values()])) < 3_500
        seen = client.tool("view_scene", scene="study")
        assert [b["type"] for b in seen["content"]] == ["text", "image"]
        assert "armchair" in seen["content"][0]["text"]
        told = client.tool("tell_scene", scene="study", revision=1, text="remove the vase")
        assert told["structuredContent"]["gone"] == ["vase"]
        assert client.tool("check_scene", scene="study")["isError"]
    finally:
        client.close()
