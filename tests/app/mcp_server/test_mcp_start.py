"""The start: fast, alone, and silent to the outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil

from tests.support.raw_mcp import HANDSHAKE, RawStdio, mcp_environment

HEAVY = (
    "torch",
    "bpy",
    "gradio",
    "open3d",
    "open_clip",
    "libcst",
    "numpy",
    "scipy",
    "trimesh",
    "numba",
    "pydantic_ai",
    "PIL",
)

PROBE = f"""
import sys
from pathlib import Path
from scenewright.app.mcp_server.settings import McpSettings
from scenewright.app.mcp_server.serving import mcp_missing
from scenewright.app.mcp_server.server import SceneServer
import anyio
server = SceneServer(McpSettings(root=Path(sys.argv[1])))
loaded = [m for m in {HEAVY!r} if m in sys.modules]
tools = len(anyio.run(server.list_tools))
later = [m for m in {HEAVY!r} if m in sys.modules]
telemetry = [type(m).__module__ for m in server.middleware if "otel" in type(m).__module__]
print(loaded, later, tools, telemetry)
"""

SPANS = """
import sys
from contextlib import contextmanager
from pathlib import Path
import anyio
from opentelemetry import trace

seen = []

class Tracer(trace.NoOpTracer):
    @contextmanager
    def start_as_current_span(self, name, **more):
        seen.append((more.get("kind"), name))
        yield trace.INVALID_SPAN

class Provider(trace.NoOpTracerProvider):
    def get_tracer(self, *names, **more):
        return Tracer()

trace.set_tracer_provider(Provider())
from mcp import Client
from mcp.server import MCPServer
from scenewright.app.mcp_server.settings import McpSettings
from scenewright.app.mcp_server.server import SceneServer

async def ask(server):
    async with Client(server) as client:
        await client.list_tools()
    found = sum(kind is trace.SpanKind.SERVER for kind, _ in seen)
    seen.clear()
    return found

print(anyio.run(ask, MCPServer("plain")) > 0, anyio.run(ask, SceneServer(McpSettings(root=Path(sys.argv[1])))))
"""
"""A recorder of spans, before a plain server of the SDK and before ours."""


def probe(code: str, *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        env=mcp_environment(**environment),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_heavy_is_loaded_at_the_start(tmp_path: Path) -> None:
    assert probe(PROBE, str(tmp_path)).strip() == "[] [] 15 []"


def test_no_span_is_made_of_any_message(tmp_path: Path) -> None:
    assert probe(SPANS, str(tmp_path)).strip() == "True 0"


def test_the_start_costs_hardly_more_than_the_sdk(tmp_path: Path) -> None:
    """Of processor time, against that of loading the SDK alone: machines differ, and what else they do costs both. One of three tries: the
    first reads files from disk."""
    spent = []
    for _ in range(3):
        before = os.times()
        subprocess.run([sys.executable, "-c", "from mcp.server import MCPServer"], check=True)
        after = os.times()
        alone = after.children_user + after.children_system - before.children_user - before.children_system
        client = RawStdio(tmp_path, version=HANDSHAKE)
        try:
            process = psutil.Process(client.process.pid)
            spent.append((sum(process.cpu_times()[:2]), alone))
            assert process.children(recursive=True) == []
        finally:
            client.close()
        if spent[-1][0] < 2.0 * alone:
            return
    raise AssertionError(spent)


def test_the_start_opens_no_connection(tmp_path: Path) -> None:
    client = RawStdio(tmp_path, environment=mcp_environment(OTEL_PYTHON_TRACER_PROVIDER="sdk_tracer_provider"))
    try:
        client.request("tools/list")
        assert list(psutil.Process(client.process.pid).net_connections("inet")) == []
    finally:
        client.close()


def test_the_server_ends_with_its_client(tmp_path: Path) -> None:
    client = RawStdio(tmp_path)
    client.request("tools/list")
    begun = time.monotonic()
    client.close()
    assert client.process.returncode == 0
    assert time.monotonic() - begun < 10
    assert client.errors == []


def test_tools_are_few_and_described(tmp_path: Path) -> None:
    client = RawStdio(tmp_path)
    try:
        tools = client.request("tools/list")["result"]["tools"]
    finally:
        client.close()
    assert len(json.dumps([{k: t[k] for k in ("name", "description", "inputSchema")} for t in tools])) < 16_000
    assert len(json.dumps(tools)) < 36_000
    for tool in tools:
        assert 20 < len(tool["description"]) < 400
        schema = tool["inputSchema"]
        assert schema["additionalProperties"] is False
        assert "$ref" not in json.dumps(tool)
        for name, field in schema["properties"].items():
            assert field.get("description"), (tool["name"], name)
        changes = not tool["annotations"]["readOnlyHint"]
        if changes and tool["name"] not in ("create_scene", "export_scene"):
            assert {"scene", "revision"} <= set(schema["required"]), tool["name"]
