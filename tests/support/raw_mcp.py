"""A second MCP client, of our own: bare JSON-RPC over pipes or HTTP, in both protocols. It shares no code with the SDK."""

from __future__ import annotations

import base64
import http.client
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from tests.support.locations import SOURCES

__all__ = [
    "HANDSHAKE",
    "STATELESS",
    "HttpServer",
    "RawClient",
    "RawHttp",
    "RawStdio",
    "eventually",
    "mcp_command",
    "mcp_environment",
    "pictures_of",
]

HANDSHAKE, STATELESS = "2025-06-18", "2026-07-28"
_META = "io.modelcontextprotocol/"
_SECONDS = 60.0


def mcp_command(root: Path, *more: str) -> list[str]:
    """The command line of a server, started by this checkout."""
    code = "from scenewright.app.cli import main; main()"
    return [sys.executable, "-P", "-c", code, "mcp", "--root", str(root), *more]


def mcp_environment(**more: str) -> dict[str, str]:
    """The environment of a server."""
    return {**os.environ, "PYTHONPATH": str(SOURCES), **more}


class RawClient(Protocol):
    """What the tests do with any of our clients."""

    version: str

    def request(self, method: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The whole answer, with `result` or `error`."""
        ...

    def tool(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        """The result of a tool, waited for where it is a job."""
        ...

    def close(self) -> None: ...


class _Speaking:
    """What is the same over any transport."""

    version: str
    _number = 0

    def request(self, method: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        raise NotImplementedError

    def message(self, method: str, params: Mapping[str, Any] | None) -> dict[str, Any]:
        """A request of this protocol."""
        self._number += 1
        values = dict(params or {})
        if self.version == STATELESS:
            values["_meta"] = {
                f"{_META}protocolVersion": STATELESS,
                f"{_META}clientInfo": {"name": "raw", "version": "1"},
                f"{_META}clientCapabilities": {},
            }
        return {"jsonrpc": "2.0", "id": self._number, "method": method, "params": values}

    def once(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        """The result of one call, whatever it is."""
        answer = self.request("tools/call", {"name": tool, "arguments": arguments})
        assert "result" in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def tool(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        result = self.once(tool, **arguments)
        while not result.get("isError") and result["structuredContent"].get("job", {}).get("state") == "running":
            result = self.once("job", job=result["structuredContent"]["job"]["id"])
        return result


class RawStdio(_Speaking):
    """Starts a server, and speaks with it through pipes."""

    def __init__(
        self, root: Path, *more: str, version: str = HANDSHAKE, environment: Mapping[str, str] | None = None
    ) -> None:
        self.version = version
        self.process = subprocess.Popen(
            mcp_command(root, *more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(environment or mcp_environment()),
            cwd="/",
        )
        self._lines: queue.Queue[bytes] = queue.Queue()
        self.errors: list[bytes] = []
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._hear, daemon=True).start()
        self.welcome: dict[str, Any] = {}
        if version != STATELESS:
            self.welcome = self.request(
                "initialize",
                {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "raw", "version": "1"}},
            )["result"]
            self.write({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def write(self, message: Mapping[str, Any] | bytes) -> None:
        """Send a message, or any line."""
        assert self.process.stdin is not None
        line = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def read(self, seconds: float = _SECONDS) -> dict[str, Any]:
        """The next message."""
        found: dict[str, Any] = json.loads(self._lines.get(timeout=seconds))
        return found

    def request(self, method: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        message = self.message(method, params)
        self.write(message)
        while True:
            answer = self.read()
            if answer.get("id") == message["id"]:
                return answer

    def close(self) -> None:
        if self.process.poll() is None:
            assert self.process.stdin is not None
            self.process.stdin.close()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def _hear(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.errors.append(line)


class HttpServer:
    """A server over HTTP in a process of its own."""

    def __init__(self, root: Path, *more: str, environment: Mapping[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            mcp_command(root, "--http", "--port", "0", *more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=dict(environment or mcp_environment()),
            cwd="/",
            text=True,
        )
        assert self.process.stderr is not None
        line = self.process.stderr.readline()
        assert "http://" in line, line + self.process.stderr.read()
        self.url = line.split()[-1]
        self.port = int(self.url.rpartition(":")[2].partition("/")[0])
        threading.Thread(target=self.process.stderr.read, daemon=True).start()

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class RawHttp(_Speaking):
    """Speaks with a server over HTTP."""

    def __init__(self, port: int, *, version: str = STATELESS, token: str = "") -> None:
        self.version, self.port, self._token, self._session = version, port, token, ""
        self.welcome: dict[str, Any] = {}
        if version != STATELESS:
            self.welcome = self.request(
                "initialize",
                {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "raw", "version": "1"}},
            )["result"]
            self.post({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def headers(self, message: Mapping[str, Any]) -> dict[str, str]:
        """Those of a message."""
        found = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
        if self._token:
            found["authorization"] = f"Bearer {self._token}"
        if self._session:
            found |= {"mcp-session-id": self._session, "mcp-protocol-version": self.version}
        if self.version == STATELESS:
            found |= {"mcp-protocol-version": STATELESS, "mcp-method": str(message["method"])}
            named = message.get("params", {}).get("name") or message.get("params", {}).get("uri")
            if named:
                found["mcp-name"] = str(named)
        return found

    def post(
        self, message: Mapping[str, Any] | bytes, headers: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the answer to any body."""
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        sent = dict(headers or (self.headers(message) if not isinstance(message, bytes) else {}))
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_SECONDS)
        try:
            connection.request("POST", "/mcp", body, sent)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def request(self, method: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        message = self.message(method, params)
        _, headers, body = self.post(message)
        self._session = headers.get("mcp-session-id", self._session)
        for found in _messages(headers.get("content-type", ""), body):
            if found.get("id") == message["id"]:
                return found
        raise AssertionError(body[:2000])

    def close(self) -> None:
        """Nothing is held open."""


def _messages(kind: str, body: bytes) -> list[dict[str, Any]]:
    if kind.startswith("application/json"):
        return [json.loads(body)]
    return [
        json.loads(line[5:]) for line in body.decode().splitlines() if line.startswith("data:") and line[5:].strip()
    ]


def pictures_of(result: Mapping[str, Any]) -> list[bytes]:
    """The pictures of a tool's result."""
    return [base64.b64decode(b["data"]) for b in result["content"] if b["type"] == "image"]


def eventually(asked: Any, seconds: float = 20.0) -> bool:
    """Whether something becomes true."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if asked():
            return True
        time.sleep(0.05)
    return False
