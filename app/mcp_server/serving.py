"""Serves the tools over standard input and output, or over HTTP."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from importlib.util import find_spec

from scenewright.app.mcp_server.settings import TOKEN_VARIABLE, McpSettings, is_loopback
from scenewright.scene.errors import ScenewrightError

__all__ = ["PATH", "mcp_missing", "serve_http", "serve_stdio"]

PATH = "/mcp"
_MOST_BODY = 2 << 20
_MOST_SESSIONS = 64
_IDLE_SECONDS = 3600.0
_LEAST_TOKEN = 16


def mcp_missing() -> str | None:
    """What to install, where the SDK is missing or too old; else None."""
    # the package of this name has stood beside `mcp` since version 2
    if find_spec("mcp_types") is None:
        return "the MCP server needs more packages: pip install 'scenewright[mcp]'"
    return None


def serve_stdio(settings: McpSettings) -> None:
    """Serve one client until it closes standard input.

    Raises:
        ScenewrightError: the SDK is not installed.
    """
    _prepare()
    import anyio

    from scenewright.app.mcp_server.server import SceneServer

    server = SceneServer(settings)
    try:
        anyio.run(server.run_stdio_async)
    finally:
        server.close()


def serve_http(settings: McpSettings, ready: Callable[[str], None]) -> None:
    """Serve clients over streamable HTTP until the process is interrupted.

    Args:
        ready: called with the address once it listens.

    Raises:
        ScenewrightError: the SDK is not installed, an address for others has no token, or it cannot be listened at.
    """
    check_token(settings)
    _prepare()
    import uvicorn
    from mcp.server.transport_security import TransportSecuritySettings

    from scenewright.app.mcp_server.http_guard import HttpGuard
    from scenewright.app.mcp_server.server import SceneServer

    listening = _listening(settings)
    port = listening.getsockname()[1]
    server = SceneServer(settings)
    app = server.streamable_http_app(
        streamable_http_path=PATH,
        host=settings.host,
        max_request_body_size=_MOST_BODY,
        session_idle_timeout=_IDLE_SECONDS,
        max_sessions=_MOST_SESSIONS,
        # the guard looks at hosts and origins, and knows the further names of the server
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    config = uvicorn.Config(
        HttpGuard(app, settings),
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=2,
        server_header=False,
    )
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    try:
        ready(f"http://{host}:{port}{PATH}")
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        server.close()
        listening.close()


def check_token(settings: McpSettings) -> None:
    """
    Raises:
        ScenewrightError: others reach the address, and nothing keeps strangers out; or the token can be guessed.
    """
    if settings.token and len(settings.token) < _LEAST_TOKEN:
        raise ScenewrightError(
            f"{TOKEN_VARIABLE} is too short: give it at least {_LEAST_TOKEN} characters that nobody guesses"
        )
    if not settings.token and not is_loopback(settings.host):
        raise ScenewrightError(
            f"others reach {settings.host}: set {TOKEN_VARIABLE} to a secret of at least {_LEAST_TOKEN} characters first, which clients "
            "send as 'Authorization: Bearer SECRET'"
        )


def _listening(settings: McpSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen(64)
    except OSError as error:
        listening.close()
        raise ScenewrightError(
            f"cannot listen at {settings.host}, port {settings.port}: {error.strerror or error}; choose another port"
        ) from error
    return listening


def _prepare() -> None:
    """Check that the SDK is there, and switch its OpenTelemetry off before it is imported."""
    missing = mcp_missing()
    if missing is not None:
        raise ScenewrightError(missing)
    os.environ["OTEL_SDK_DISABLED"] = "true"
    os.environ.pop("OTEL_PYTHON_TRACER_PROVIDER", None)
