"""The action that takes one turn of a dialogue, whose events are streamed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import Field

from scenewright.app.actions.action import SceneAction
from scenewright.app.agent import TurnEnded, TurnEvent, TurnRequest, scene_editor
from scenewright.app.session import Session
from scenewright.scene.jobs import Job
from scenewright.scene.short_repr import short_repr

__all__ = ["CHAT", "ChatRequest", "ChatTurn"]


class ChatRequest(TurnRequest):
    """One turn of a dialogue, and who answers it."""

    editor: str | None = Field(default=None, max_length=100)
    """Name of the editor: embedded, model, or that of a plug-in; None: model if `model` is given, else embedded."""
    model: str | None = Field(default=None, max_length=200)
    """Language model (provider:name) that edits; None: the embedded editor."""
    base_url: str | None = Field(default=None, max_length=1_000)
    """URL of an OpenAI-compatible server that has the model."""

    based_on: int | None = None
    """Revision that the turn is about; None: the current one."""

    @property
    def editor_name(self) -> str:
        return self.editor or ("embedded" if self.model is None else "model")


@dataclass(frozen=True)
class ChatTurn:
    """A turn that is over. `events`: all of them, in their order; the last is `end`."""

    events: tuple[TurnEvent, ...]
    end: TurnEnded

    __repr__ = short_repr

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {"events": [event.to_json() for event in self.events]}


def chat(session: Session, request: ChatRequest, job: Job) -> ChatTurn:
    """Take one turn of a dialogue. Each event is given to the job's listeners as a piece of the result, as soon as it is there.

    Raises:
        RequestError: there is no such editor.
        StaleChange: the scene is at another revision than `based_on`.
        ProjectError: the scene cannot be saved.
        JobCancelled: the job was cancelled; nothing was changed.
    """
    session.refuse_stale(request.based_on)
    editor = scene_editor(request.editor_name, model=request.model, base_url=request.base_url)
    turn = TurnRequest(
        text=request.text,
        selection=request.selection,
        pinned=request.pinned,
        dialogue=request.dialogue,
        camera=request.camera,
    )
    events: list[TurnEvent] = []
    for event in editor.turn(session, turn, job=job):
        events.append(event)
        job.give(event.to_json())
    end = events[-1]
    assert isinstance(end, TurnEnded)
    return ChatTurn(tuple(events), end)


CHAT = SceneAction("chat", "Take one turn of a dialogue that edits the scene.", ChatRequest, chat, changes=True)
