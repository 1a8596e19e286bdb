"""Gradio's part of the server, loaded when it is first asked for: it takes seconds, and pages must not wait for it."""

from __future__ import annotations

import asyncio
import json
import os
from collections import OrderedDict
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

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _offered(scope):
            await PlainTextResponse("this is no endpoint of the studio", 404)(scope, receive, send)
            return
        body = await _body(receive) if scope["method"] == "POST" else b""
        session = _session_of(scope, body)
        if session is not None and not self._is_own(session, str(scope["state"]["owner"])):
            await PlainTextResponse("this session belongs to somebody else", 403)(scope, receive, send)
            return
        if self._loading is None:
            self._loading = asyncio.create_task(self._load())
        if not self._loading.done() and scope["path"].endswith("/config") and scope["method"] == "GET":
            await _config_in_time(self._loading, scope, receive, send)
            return
        app = await asyncio.shield(self._loading)
        await app(scope, _with_body(body, receive) if scope["method"] == "POST" else receive, send)

    def _is_own(self, session: str, owner: str) -> bool:
        """Whether a session of Gradio, which its client names, belongs to who asks: the first who names it owns it."""
        known = self._owners.setdefault(session, owner)
        self._owners.move_to_end(session)
        while len(self._owners) > _MOST_SESSIONS:
            self._owners.popitem(last=False)
        return known == owner

    async def _load(self) -> ASGIApp:
        app: Any = await run_in_threadpool(_made, self._context)
        # Gradio's start is part of the lifespan of an application, which ours began long ago
        await self._stack.enter_async_context(app.router.lifespan_context(app))
        return app  # type: ignore[no-any-return]


def _made(context: StudioContext) -> Any:
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio as gr
    from fastapi import FastAPI

    from scenewright.app.studio.endpoints import endpoint_blocks

    return gr.mount_gradio_app(
        FastAPI(docs_url=None, redoc_url=None, openapi_url=None),
        endpoint_blocks(context),
        path=GRADIO_PATH,
        ssr_mode=False,
        run_history=False,
        mcp_server=False,
        pwa=False,
        max_file_size=0,
        footer_links=[],
    )


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


def _offered(scope: Scope) -> bool:
    path = str(scope["path"]).removeprefix(GRADIO_PATH).strip("/").removeprefix("gradio_api/")
    return any(path == name or path.startswith(f"{name}/") for name in _OFFERED)


def _session_of(scope: Scope, body: bytes) -> str | None:
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    if "session_hash" in query:
        return query["session_hash"][0]
    parts = str(scope["path"]).rstrip("/").rsplit("/", 2)
    if parts[-2] == "heartbeat":
        return parts[-1]
    try:
        values = json.loads(body) if body else None
    except (ValueError, RecursionError):
        return None
    found = values.get("session_hash") if isinstance(values, dict) else None
    return found if isinstance(found, str) else None


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
