"""The gate before the server over HTTP: names of the host, origin of a page, and the token.

A web page of a stranger can make a browser send requests to this machine (cross-site requests, DNS rebinding). So nothing is answered for a
host or an origin that is not ours; and where a token is set, nothing without it.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scenewright.app.mcp_server.settings import LOOPBACK, McpSettings, is_loopback

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["HttpGuard"]

_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared, not bound
_MOST_HEADERS = 32 << 10
_HEADERS = [
    (b"content-type", b"text/plain; charset=utf-8"),
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
]


class HttpGuard:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, settings: McpSettings) -> None:
        self._app, self._settings = app, settings
        self._names = {settings.host.lower(), *(name.lower() for name in settings.names)}
        if is_loopback(settings.host):
            self._names |= LOOPBACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refusal = self._refusal([(n.decode("latin-1").lower(), v.decode("latin-1")) for n, v in scope["headers"]])
        if refusal is None:
            await self._app(scope, receive, send)
            return
        status, text = refusal
        extra = [(b"www-authenticate", b"Bearer")] if status == 401 else []
        await send({"type": "http.response.start", "status": status, "headers": _HEADERS + extra})
        await send({"type": "http.response.body", "body": text.encode()})

    def _refusal(self, headers: list[tuple[str, str]]) -> tuple[int, str] | None:
        if sum(len(name) + len(value) for name, value in headers) > _MOST_HEADERS:
            return 431, "the headers are too long"
        hosts = [value for name, value in headers if name == "host"]
        if len(hosts) != 1 or not self._known(hosts[0]):
            return 421, "this server has another name: use the address that it printed, or start it with --name NAME"
        origins = [value for name, value in headers if name == "origin"]
        if len(origins) > 1 or (origins and not self._allowed(origins[0], hosts[0])):
            return 403, "requests of other pages are not answered"
        given = [value for name, value in headers if name == "authorization"]
        if self._settings.token and not (len(given) == 1 and self._fits(given[0])):
            return 401, "this server wants its token: send the header 'Authorization: Bearer TOKEN'"
        return None

    def _fits(self, header: str) -> bool:
        scheme, _, given = header.partition(" ")
        return scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), self._settings.token.encode())

    def _known(self, host: str) -> bool:
        if self._settings.host in _EVERYWHERE and not self._settings.names:
            return True  # it does not know what it is called, and the token keeps strangers out
        return _name(f"//{host}") in self._names

    def _allowed(self, origin: str, host: str) -> bool:
        """Whether a page may ask: one of this server, or one of the same machine where only that reaches it."""
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https"):
            return False
        return parts.netloc.lower() == host.lower() or (is_loopback(self._settings.host) and _name(origin) in LOOPBACK)


def _name(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
