"""Configuration for common clients, to paste."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["CLIENTS", "ClientConfig", "client_config"]

_NAME = "scenewright"


@dataclass(frozen=True, slots=True)
class ClientConfig:
    """`where`: the file, or what to do with the text."""

    client: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class _Start:
    """How a client starts or reaches the server. `url`: of one over HTTP; '': the client starts `command` with `arguments`."""

    command: str
    arguments: list[str]
    url: str

    def entry(self, **extra: str) -> dict[str, object]:
        return {**extra, "url": self.url} if self.url else {**extra, "command": self.command, "args": self.arguments}


def _json(values: object) -> str:
    return json.dumps(values, indent=2)


def _servers(start: _Start) -> str:
    return _json({"mcpServers": {_NAME: start.entry()}})


def _claude_code(start: _Start) -> str:
    if start.url:
        return f"claude mcp add --transport http {_NAME} {start.url}"
    return f"claude mcp add {_NAME} -- {shlex.join([start.command, *start.arguments])}"


def _claude_desktop(start: _Start) -> str:
    if start.url:  # its file knows only servers that it starts
        return _json({"mcpServers": {_NAME: {"command": "npx", "args": ["-y", "mcp-remote", start.url]}}})
    return _servers(start)


def _vscode(start: _Start) -> str:
    return _json({"servers": {_NAME: start.entry(type="http" if start.url else "stdio")}})


def _zed(start: _Start) -> str:
    return _json({"context_servers": {_NAME: start.entry()}})


def _windsurf(start: _Start) -> str:
    return _json({"mcpServers": {_NAME: {"serverUrl": start.url} if start.url else start.entry()}})


def _gemini(start: _Start) -> str:
    return _json({"mcpServers": {_NAME: {"httpUrl": start.url} if start.url else start.entry()}})


def _codex(start: _Start) -> str:
    head = f"[mcp_servers.{_NAME}]\n"
    if start.url:
        return f"{head}url = {json.dumps(start.url)}"
    return f"{head}command = {json.dumps(start.command)}\nargs = {json.dumps(start.arguments)}"


_WRITERS: dict[str, tuple[str, Callable[[_Start], str]]] = {
    "claude-desktop": (
        "Settings > Developer > Edit Config (claude_desktop_config.json); then start Claude again",
        _claude_desktop,
    ),
    "claude-code": ("run this in a terminal", _claude_code),
    "cursor": ("~/.cursor/mcp.json, or .cursor/mcp.json in a project", _servers),
    "vscode": (".vscode/mcp.json in a workspace, or 'MCP: Open User Configuration'", _vscode),
    "zed": ("settings.json of Zed ('zed: open settings')", _zed),
    "windsurf": ("~/.codeium/windsurf/mcp_config.json", _windsurf),
    "gemini-cli": ("~/.gemini/settings.json", _gemini),
    "codex": ("~/.codex/config.toml", _codex),
    "lm-studio": ("mcp.json of LM Studio (Program > Install > Edit mcp.json); --compact suits small models", _servers),
    "json": ("any other client that reads a list of mcpServers", _servers),
}

CLIENTS = tuple(_WRITERS)
"""Names of the clients."""


def client_config(client: str, root: Path, *, compact: bool = False, url: str = "") -> ClientConfig:
    """The configuration of one client.

    Args:
        client: one of `CLIENTS`.
        root: the folder of scenes.
        url: of a server over HTTP; '': the client starts the server itself.

    Raises:
        KeyError: there is no such client.
    """
    arguments = ["mcp", "--root", str(root.absolute()), *(["--compact"] if compact else [])]
    where, write = _WRITERS[client]
    return ClientConfig(client, where, write(_Start(_program(), arguments, url)))


def _program() -> str:
    """The command with its whole path: clients have another PATH than the terminal."""
    beside = Path(sys.executable).with_name(_NAME)
    return str(beside) if beside.is_file() else shutil.which(_NAME) or _NAME
