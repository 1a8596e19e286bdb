"""The event stream of a page: a WebSocket, since browsers allow only six streams of any other kind to one host, over all tabs."""

from __future__ import annotations

import asyncio
import json
from contextlib import ExitStack, suppress

from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect

from scenewright.app.studio.context import StudioContext, context_of
from scenewright.app.studio.open_scenes import OpenScene
from scenewright.app.studio.subscribers import Subscriber
from scenewright.scene.errors import ProjectError, ScenewrightError

__all__ = ["router"]

router = APIRouter()

_PING_SECONDS = 20.0
_GONE = (WebSocketDisconnect, RuntimeError)
"""What is raised when something is said to a page that has closed its stream."""


@router.websocket("/api/sessions/{session}/events")
async def events(session: str, socket: WebSocket) -> None:
    """All changes of the session's scene, and all news of its owner's jobs, as JSON messages."""
    context, owner = context_of(socket)
    await socket.accept()
    limits = context.settings.limits
    if context.connections >= limits.connections or len(context.owner_events(owner)) >= limits.streams:
        await socket.close(4429, "too many pages are open")
        return
    context.connections += 1
    try:
        scene = await asyncio.to_thread(_shown, context, owner, session)
        with ExitStack() as listening:
            subscriber = Subscriber(asyncio.get_running_loop())
            for subscribers in (context.owner_events(owner), *([] if scene is None else [scene.subscribers])):
                subscribers.add(subscriber)
                listening.callback(subscribers.remove, subscriber)
            await _serve(socket, subscriber)
    except _GONE:
        pass
    except ScenewrightError as error:
        _, body = context.told(owner, error, "opening the events of a session")
        reason = str(body["error"]["message"]).encode()[:120].decode("utf-8", "ignore")
        with suppress(*_GONE):
            await socket.close(4404, reason)
    finally:
        context.connections -= 1


async def _serve(socket: WebSocket, subscriber: Subscriber) -> None:
    """Pass messages on until the page goes away."""
    await socket.send_text(json.dumps({"type": "hello"}))
    sending = asyncio.create_task(_send(socket, subscriber))
    try:
        while True:  # a page sends nothing but signs of life
            message = await socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            if message.get("text") is None:
                await socket.close(1003, "a page sends texts alone")
                return
    finally:
        sending.cancel()
        with suppress(asyncio.CancelledError, *_GONE):
            await sending


def _shown(context: StudioContext, owner: str, session: str) -> OpenScene | None:
    found = context.sessions(owner).get(session)
    if found.place is None:
        return None
    try:
        return context.open_place(owner, found)
    except ProjectError:  # the scene is gone: the page says so, and still hears of jobs
        return None


async def _send(socket: WebSocket, subscriber: Subscriber) -> None:
    """Pass messages on; a ping now and then keeps proxies from closing the stream."""
    while True:
        try:
            text = await asyncio.wait_for(subscriber.next(), _PING_SECONDS)
        except TimeoutError:
            text = '{"type":"ping"}'
        if text is None:
            await socket.close(1000)
            return
        with suppress(RuntimeError):
            await socket.send_text(text)
