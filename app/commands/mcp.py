"""``scenewright mcp``: serves the tools to MCP clients, and prints their configuration."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from scenewright.app.mcp_server.settings import TOKEN_VARIABLE, McpSettings, default_root
from scenewright.scene.errors import ScenewrightError

__all__ = ["run", "show_config"]


def run(root: Path | None, *, compact: bool, http: bool, host: str, port: int, names: Sequence[str]) -> None:
    """Serve until the client goes, or Ctrl-C."""
    from scenewright.app.mcp_server.serving import serve_http, serve_stdio

    settings = McpSettings(
        root=(root or default_root()).absolute(),
        compact=compact,
        host=host,
        port=port,
        names=tuple(names),
        token=os.environ.get(TOKEN_VARIABLE, "") if http else "",
    )
    try:
        if http:
            serve_http(settings, _ready)
        else:
            if sys.stdin.isatty():  # a person started it, and would wait for ever
                _say(
                    "An MCP client speaks here over standard input. 'scenewright mcp config CLIENT' prints what to paste."
                )
            serve_stdio(settings)
    except ScenewrightError as error:
        _refuse(error)
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _ready(url: str) -> None:
    _say(f"The MCP server is at {url}\nCtrl-C ends it.")


def _say(text: str) -> None:
    from scenewright.app.terminal.output import Reporter

    Reporter(False).note(text)


def _refuse(error: ScenewrightError) -> None:
    # the output loads when there is something to say: clients wait for the server's start
    from scenewright.app.terminal.output import Reporter, guarded

    with guarded(Reporter(False)):
        raise error


def show_config(client: str, root: Path | None, *, compact: bool, url: str, as_json: bool) -> None:
    """Print what to paste for one client, or the names of all."""
    from scenewright.app.mcp_server.client_configs import CLIENTS, client_config
    from scenewright.app.terminal.output import Reporter, guarded

    reporter = Reporter(as_json)
    with guarded(reporter):
        name = client.strip().lower().replace(" ", "-").replace("_", "-")
        if name == "list":
            reporter.result({"clients": list(CLIENTS)}, list(CLIENTS))
            return
        if name not in CLIENTS:
            raise ScenewrightError(f"there is no configuration for {client!r}: use {', '.join(CLIENTS)}")
        made = client_config(name, root or default_root(), compact=compact, url=url)
        reporter.result({"client": made.client, "where": made.where, "text": made.text}, made.text)
        if not as_json:
            reporter.note(f"({made.where})")
            if url:
                reporter.note(
                    "Where the server has a token, add the header 'Authorization: Bearer TOKEN' in the client's way."
                )
