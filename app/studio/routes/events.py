"""The event stream of a page: a WebSocket, since browsers allow only six streams of any other kind to one host, over all tabs."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect

from scenewright.app.studio.context import StudioContext, context_of
from scenewright.app.studio.open_scenes import OpenScene
from scenewright.app.studio.subscribers import Subscriber
from scenewright.scene.errors import ProjectError, ScenewrightError

__all__ = ["router"]

router = APIRouter()

_PING_SECONDS = 20.0


@router.websocket("/api/sessions/{session}/events")
async def events(session: str, socket: WebSocket) -> None:
    """All changes of the session's scene, and all news of its owner's jobs, as JSON messages."""
    context, owner = context_of(socket)
    await socket.accept()
    if context.connections >= context.settings.limits.connections:
        await socket.close(4429, "too many pages are open")
        return
    subscriber = Subscriber(asyncio.get_running_loop())
    context.connections += 1
    try:
        scene = await asyncio.to_thread(_shown, context, owner, session)
        if scene is not None:
            scene.subscribers.add(subscriber)
        context.owner_events(owner).add(subscriber)
        await socket.send_text(json.dumps({"type": "hello"}))
        sending = asyncio.create_task(_send(socket, subscriber))
        try:
            while True:  # a page sends nothing but signs of life
                await socket.receive_text()
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            sending.cancel()
            with suppress(asyncio.CancelledError, WebSocketDisconnect):
                await sending
            if scene is not None:
                scene.subscribers.remove(subscriber)
            context.owner_events(owner).remove(subscriber)
    except ScenewrightError as error:
        await socket.close(4404, str(error)[:120])
    finally:
        context.connections -= 1


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
