"""Gradio's part of the server, loaded when it is first asked for: it takes seconds, and pages must not wait for it."""

from __future__ import annotations

import asyncio
import json
import os
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

if TYPE_CHECKING:
    from scenewright.app.studio.context import StudioContext

__all__ = ["GRADIO_PATH", "LazyGradio"]

GRADIO_PATH = "/gradio"
_OFFERED = ("config", "info", "queue/join", "queue/data", "heartbeat", "reset", "cancel", "call", "startup-events")
"""Of Gradio's routes. Those for files, uploads, proxies and component servers are ours, or nobody's."""
_MOST_SESSIONS = 20_000
_MOST_BODY = 4 << 20


class LazyGradio:
    """An ASGI application. The guard stands before it, and has said who asks."""

    def __init__(self, context: StudioContext) -> None:
        self._context = context
        self._loading: asyncio.Task[ASGIApp] | None = None
        self._stack = AsyncExitStack()
        self._owners: OrderedDict[str, str] = OrderedDict()
        self._events: OrderedDict[str, str] = OrderedDict()
        self._numbers: frozenset[int] = frozenset()
        self._names: frozenset[str] = frozenset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _offered(scope):
            await PlainTextResponse("this is no endpoint of the studio", 404)(scope, receive, send)
            return
        body = await _body(receive) if scope["method"] == "POST" else b""
        owner = str(scope["state"]["owner"])
        values = _values_of(body)
        if not all(self._is_own(session, owner) for session in _sessions_of(scope, values)):
            await PlainTextResponse("this session belongs to somebody else", 403)(scope, receive, send)
            return
        if not all(self._events.get(event) == owner for event in _events_of(scope, values)):
            await PlainTextResponse("you began nothing of this number", 404)(scope, receive, send)
            return
        if self._loading is None:
            self._loading = asyncio.create_task(self._load())
        if not self._loading.done() and scope["path"].endswith("/config") and scope["method"] == "GET":
            await _config_in_time(self._loading, scope, receive, send)
            return
        app = await asyncio.shield(self._loading)
        if scope["method"] != "POST":
            await app(scope, receive, send)
            return
        if not self._is_endpoint(scope, values):
            about = "there is no such endpoint: /gradio/gradio_api/info lists them"
            await PlainTextResponse(about, 404)(scope, receive, send)
            return
        await app(scope, _with_body(body, receive), self._noting_event(owner, send))

    def _is_endpoint(self, scope: Scope, values: Mapping[str, Any]) -> bool:
        """Whether a call names one of our endpoints. Gradio itself ends with an error of its own where it does not."""
        path = _route(scope)
        if path == "queue/join":
            return type(values.get("fn_index")) is int and values["fn_index"] in self._numbers
        return not path.startswith("call/") or path.rsplit("/", 1)[-1] in self._names

    def _noting_event(self, owner: str, send: Send) -> Send:
        """`send` that keeps whose the event is that an answer names."""

        async def sending(message: Message) -> None:
            event = _values_of(message.get("body", b"")).get("event_id")
            if isinstance(event, str):
                self._events[event] = owner
                while len(self._events) > _MOST_SESSIONS:
                    self._events.popitem(last=False)
            await send(message)

        return sending

    def _is_own(self, session: str, owner: str) -> bool:
        """Whether a session of Gradio, which its client names, belongs to who asks: the first who names it owns it."""
        known = self._owners.setdefault(session, owner)
        self._owners.move_to_end(session)
        while len(self._owners) > _MOST_SESSIONS:
            self._owners.popitem(last=False)
        return known == owner

    async def _load(self) -> ASGIApp:
        blocks, app = await run_in_threadpool(_made, self._context)
        self._numbers = frozenset(blocks.fns)
        self._names = frozenset(str(one.api_name) for one in blocks.fns.values())
        # Gradio's start is part of the lifespan of an application, which ours began long ago
        await self._stack.enter_async_context(app.router.lifespan_context(app))
        return app  # type: ignore[no-any-return]


def _made(context: StudioContext) -> tuple[Any, Any]:
    """The endpoints, and the application that serves them."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio as gr
    from fastapi import FastAPI

    from scenewright.app.studio.endpoints import endpoint_blocks

    blocks = endpoint_blocks(context)
    app = gr.mount_gradio_app(
        FastAPI(docs_url=None, redoc_url=None, openapi_url=None),
        blocks,
        path=GRADIO_PATH,
        ssr_mode=False,
        run_history=False,
        mcp_server=False,
        pwa=False,
        max_file_size=0,
        footer_links=[],
    )
    return blocks, app


async def _config_in_time(loading: asyncio.Task[ASGIApp], scope: Scope, receive: Receive, send: Send) -> None:
    """The first thing that a client asks for. It waits five seconds for a byte, and Gradio may take longer to load: until then it gets
    spaces, with which JSON may begin."""
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    while not loading.done():
        await asyncio.wait([loading], timeout=1.0)
        await send({"type": "http.response.body", "body": b" ", "more_body": True})
    parts: list[bytes] = []

    async def collect(message: Message) -> None:
        parts.append(message.get("body", b""))

    await loading.result()(scope, receive, collect)
    await send({"type": "http.response.body", "body": b"".join(parts)})


def _route(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(GRADIO_PATH).strip("/").removeprefix("gradio_api/")


def _offered(scope: Scope) -> bool:
    path = _route(scope)
    return any(path == name or path.startswith(f"{name}/") for name in _OFFERED)


def _values_of(body: bytes) -> Mapping[str, Any]:
    try:
        values = json.loads(body) if body else None
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _sessions_of(scope: Scope, values: Mapping[str, Any]) -> list[str]:
    """All sessions that a request names, wherever Gradio may look for one."""
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    found = [*query.get("session_hash", ()), values.get("session_hash")]
    route, _, name = _route(scope).partition("/")
    return [one for one in (*found, name if route == "heartbeat" else None) if isinstance(one, str)]


def _events_of(scope: Scope, values: Mapping[str, Any]) -> list[str]:
    """The events that a request names: to hear their answers, or to end them."""
    parts = _route(scope).split("/")
    heard = parts[-1] if scope["method"] == "GET" and parts[0] == "call" else None
    ended = values.get("event_id") if parts[0] in ("cancel", "reset") else None
    return [one for one in (heard, ended) if isinstance(one, str)]


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(parts)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if not message.get("more_body") or size > _MOST_BODY:
            return b"".join(parts)


def _with_body(body: bytes, receive: Receive) -> Receive:
    """The body again, then what comes after it."""
    sent = False

    async def again() -> Message:
        nonlocal sent
        if not sent:
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}
        return await receive()

    return again
