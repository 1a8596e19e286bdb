"""The action that shows what a request is understood to ask for, as a brief that can be edited before a scene is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.app.actions.action import FreeAction
from scenewright.app.agent.brief import Brief
from scenewright.app.requests import Request
from scenewright.scene.jobs import Job
from scenewright.scene.short_repr import short_repr

__all__ = ["BRIEF", "BriefRequest", "Briefed"]


class BriefRequest(Request):
    """What to make a brief of."""

    text: str
    """Description of a scene in English; with a language model in any language that it reads."""
    model: str | None = None
    """Language model (provider:name) that plans; None: the embedded reader."""
    base_url: str | None = None
    """URL of an OpenAI-compatible server that has the model."""


@dataclass(frozen=True)
class Briefed:
    """The brief, and `notes`: remarks on it."""

    brief: Brief
    notes: tuple[str, ...] = ()

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        return {"brief": self.brief.model_dump(mode="json", exclude_defaults=True), "notes": list(self.notes)}


def brief(request: BriefRequest, job: Job) -> Briefed:
    """Say what a request asks for: things with their looks and numbers, relations, and the room.

    Raises:
        DescriptionError: without a model, the text is empty or not English.
        ModelError: the model gave no brief.
        JobCancelled: the job was cancelled.
    """
    from scenewright.app.agent.making import plan_of_text
    from scenewright.assets import Catalogue

    found, notes = plan_of_text(
        request.text, Catalogue.default(), model=request.model, base_url=request.base_url, job=job
    )
    return Briefed(found, notes)


BRIEF = FreeAction("brief", "Show what a request asks for, as a brief.", BriefRequest, brief)
