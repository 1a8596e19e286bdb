"""The dialogue of a session. A turn is begun here, and its events come by the event stream: a page holds one connection, not two."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from scenewright.app.studio.context import context_of
from scenewright.app.studio.kept_dialogues import WaitingSentence
from scenewright.app.studio.messages import ChatMessage

__all__ = ["router"]

router = APIRouter(prefix="/api/sessions/{session}/chat")


@router.get("")
def dialogue(session: str, request: Request) -> dict[str, Any]:
    """The turns so far, each with its events."""
    context, owner = context_of(request)
    return context.chats.view(owner, session)


@router.post("")
def say(session: str, message: ChatMessage, request: Request) -> dict[str, Any]:
    """Say something: what is selected goes with it. While a turn runs it waits, and follows those before it."""
    context, owner = context_of(request)
    sentence = WaitingSentence.new(
        message.text, message.selection, message.camera, editor=message.editor, model=message.model
    )
    return {"ok": True, **context.chats.say(owner, session, sentence)}


@router.post("/go-on")
def go_on(session: str, request: Request) -> dict[str, Any]:
    """Let what waits be done."""
    context, owner = context_of(request)
    return {"ok": True, "begun": context.chats.go_on(owner, session)}


@router.delete("/waiting/{sentence}")
def take_back(session: str, sentence: str, request: Request) -> dict[str, Any]:
    """Take back a sentence that waits."""
    context, owner = context_of(request)
    return {"ok": True, "taken": context.chats.take_back(owner, session, sentence)}


@router.post("/stop")
def stop(session: str, request: Request) -> dict[str, Any]:
    context, owner = context_of(request)
    return {"ok": True, "stopped": context.chats.stop(owner, session)}


@router.delete("")
def forget(session: str, request: Request) -> dict[str, Any]:
    """Begin the dialogue anew."""
    context, owner = context_of(request)
    context.chats.forget(owner, session)
    return {"ok": True}
