"""The gate before every route, those of Gradio and static files included: names of the host, origin of the page, who asks, size of the
request; and the headers of every answer.

A web page of a stranger can make a browser send requests here (cross-site requests, DNS rebinding), and other accounts of the machine reach
its loopback address. So nothing is answered without a cookie or key of ours, and nothing for a host or an origin that is not ours.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from scenewright.app.studio.bodies import LimitedBody
from scenewright.app.studio.keys import StudioKeys, cookie_name
from scenewright.app.studio.login_tries import LoginGate
from scenewright.app.studio.settings import StudioSettings

__all__ = ["LOCAL_OWNER", "RequestGuard", "address_of", "owner_of", "set_cookie", "too_many_tries"]

LOCAL_OWNER = "local"
"""The owner of everything on a server that only its own user reaches."""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        # Spark compiles WebAssembly, and starts its worker from a blob
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self' blob: data:",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_ALL_ADDRESSES = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared, not bound
"""A server at all addresses of its machine does not know by which name it is called, unless somebody said so."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LOGIN = "/login"
_PUBLIC = frozenset({_LOGIN, "/healthy"})
"""What may be asked for without a cookie. The static files of the login page are inside of it."""
_UPLOADS = "/api/uploads"
_MOST_HEADERS = 32 << 10
_MOST_LINES = 200
_HOST = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?\Z")
"""What browsers send as ``Host``. With a user, a path or a query in it, two readers may find two names."""


class RequestGuard:
    """ASGI middleware. It leaves the owner of the request in ``scope["state"]["owner"]``."""

    def __init__(self, app: ASGIApp, *, settings: StudioSettings, keys: StudioKeys, gate: LoginGate) -> None:
        self._app, self._settings, self._keys, self._gate = app, settings, keys, gate
        self._names = {settings.host, *settings.names}
        if settings.local:
            self._names |= {"localhost", "127.0.0.1", "::1"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] not in ("http", "websocket"):
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is None:
            owner = self._owner(scope, headers)
            if isinstance(owner, Response):
                refusal = owner
            elif owner is None:
                refusal = self._admitted(scope, headers)
            else:
                scope.setdefault("state", {})["owner"] = owner
        if refusal is not None:
            await _refuse(scope, receive, send, refusal)
            return
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        body = LimitedBody(receive, self._most_bytes(scope), self._settings.limits.pause_seconds)
        with suppress(ClientDisconnect):  # nobody waits for the answer, unless the body was refused
            await self._app(scope, body, body.answered(_with_headers(send)))
        if body.refusal is not None and not body.begun:
            await body.refusal(scope, receive, _with_headers(send))

    # -- who may ask --------------------------------------------------------------------------------------------------

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        lines = scope["headers"]
        if len(lines) > _MOST_LINES or sum(len(name) + len(value) for name, value in lines) > _MOST_HEADERS:
            return PlainTextResponse("the headers are too long", 431)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._known(hosts[0]):
            return PlainTextResponse(
                "this server has another name. Open the address that scenewright studio printed, or start it with --name NAME.",
                421,
            )
        if self._of_another_page(scope, headers, hosts[0]):
            return PlainTextResponse("requests of other pages are not answered", 403)
        length = headers.get("content-length")
        if length is not None and not _at_most(length, self._most_bytes(scope)):
            return PlainTextResponse(f"the request is too large: at most {self._most_bytes(scope):,} bytes", 413)
        return None

    def _of_another_page(self, scope: Scope, headers: Headers, host: str) -> bool:
        """Whether a browser says that the page of a stranger sends this."""
        origins = headers.getlist("origin")
        if origins:
            return len(origins) > 1 or not self._same_origin(origins[0], host)
        if scope["type"] != "websocket" and scope["method"] in _SAFE:
            return False
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site not in ("same-origin", "none")
        referer = headers.get("referer")  # of browsers that send neither
        return referer is not None and not self._same_origin(referer, host)

    def _known(self, host: str) -> bool:
        if not _HOST.match(host):
            return False
        try:
            name = urlsplit(f"//{host}").hostname
        except ValueError:
            return False
        everywhere = self._settings.host in _ALL_ADDRESSES and not self._settings.names
        return everywhere or name in self._names

    def _same_origin(self, origin: str, host: str) -> bool:
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()

    def _owner(self, scope: Scope, headers: Headers) -> str | Response | None:
        """Who asks, by cookie, key or password; None for a stranger; an answer for one who tried too many passwords."""
        for cookie in _cookies(headers):
            owner = self._keys.owner_of(cookie)
            if owner is not None:
                return owner if self._still_valid(owner) else None
        scheme, _, given = (headers.get("authorization") or "").partition(" ")
        if scheme.lower() == "bearer" and not self._settings.users and self._keys.is_launch_key(given.strip()):
            return LOCAL_OWNER
        if scheme.lower() == "basic" and self._settings.users:
            return self._basic(scope, given)
        return None

    def _still_valid(self, owner: str) -> bool:
        if self._settings.users:
            return owner.startswith("user:") and owner.removeprefix("user:") in self._settings.users
        if self._settings.open_to_anyone:
            return owner.startswith("visitor:") or owner == LOCAL_OWNER
        return owner == LOCAL_OWNER

    def _basic(self, scope: Scope, given: str) -> str | Response | None:
        try:
            name, _, password = base64.b64decode(given, validate=True).decode().partition(":")
        except (binascii.Error, ValueError):
            return None
        fits, wait = self._gate.try_login(address_of(scope), name, password)
        if fits:
            return f"user:{name}"
        return PlainTextResponse(too_many_tries(wait), 429, {"retry-after": str(wait)}) if wait else None

    def _admitted(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to somebody without a cookie: a way in, or None where the route is public."""
        path = scope["path"]
        if path in _PUBLIC:
            scope.setdefault("state", {})["owner"] = None
            return None
        page = scope["type"] == "http" and scope["method"] in _SAFE and (path == "/" or path.startswith("/s/"))
        if page and not self._settings.users:
            key = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("key", [""])[0]
            if self._keys.is_launch_key(key):
                return self._welcome(path, LOCAL_OWNER, headers)
            if self._settings.open_to_anyone:
                return self._welcome(path, f"visitor:{secrets.token_hex(16)}", headers)
        if page and self._settings.users:
            return RedirectResponse(_LOGIN, 303)
        return PlainTextResponse(
            "this page needs the key of the studio: open the whole address that scenewright studio printed", 401
        )

    def _welcome(self, path: str, owner: str, headers: Headers) -> Response:
        # a page's address is one path: a second slash at its start would lead to another host
        response = RedirectResponse("/" + path.lstrip("/"), 303)
        set_cookie(response, self._keys, owner, headers["host"])
        return response

    def _most_bytes(self, scope: Scope) -> int:
        limits = self._settings.limits
        return limits.upload_bytes if scope["path"].startswith(_UPLOADS) else limits.body_bytes


def owner_of(scope: Mapping[str, Any]) -> str:
    """The owner that the guard found for a request."""
    return str(scope["state"]["owner"])


def address_of(scope: Mapping[str, Any]) -> str:
    """The network address that a request comes from. Headers that a proxy may have set are not believed: anybody can send them."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def too_many_tries(seconds: int) -> str:
    """What somebody is told who has to wait before the next try to log in."""
    wait = f"{seconds} {'second' if seconds == 1 else 'seconds'}" if seconds < 120 else f"{-(-seconds // 60)} minutes"
    return f"That was wrong too often. Wait {wait}, and try again."


def set_cookie(response: Response, keys: StudioKeys, owner: str, host: str) -> None:
    """Give the browser a cookie. `host`: as the browser calls this server."""
    name = cookie_name(host)
    response.set_cookie(name, keys.cookie_for(owner), max_age=30 * 86_400, httponly=True, samesite="strict", path="/")


def _cookies(headers: Headers) -> Iterator[str]:
    """What the browser has as our cookie. Other servers of this machine may have given it broken ones, and further ones of our name."""
    wanted = cookie_name(headers["host"])
    for line in headers.getlist("cookie"):
        for part in line.split(";"):
            name, _, value = part.strip().partition("=")
            if name == wanted:
                yield value


def _at_most(length: str, most: int) -> bool:
    """Whether a ``Content-Length`` is a number up to a limit."""
    return length.isascii() and length.isdecimal() and len(length) <= len(str(most)) and int(length) <= most


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return sending


async def _refuse(scope: Scope, receive: Receive, send: Send, response: Response) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 4401 if response.status_code == 401 else 4403})
        return
    await response(scope, receive, _with_headers(send))
