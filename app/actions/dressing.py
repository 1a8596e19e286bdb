"""The action that dresses a scene, or takes its dressing away."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scenewright.app.actions.action import SceneAction
from scenewright.app.dressing.dress import Dressed, dress_scene
from scenewright.app.requests import Request
from scenewright.app.session import Session
from scenewright.app.writers.writer import DressLevel
from scenewright.scene.jobs import Job

__all__ = ["DRESS", "DressRequest"]


class DressRequest(Request):
    """How much of what nobody asked for a scene has."""

    level: DressLevel
    """How much: none, light (what one sees first of a lived-in place), or full (all that lies about there)."""
    place: Annotated[str, Field(max_length=80)] = ""
    """What kind of place it is, such as bedroom, where the scene was not made of a text that says so."""


def dress(session: Session, request: DressRequest, job: Job) -> Dressed:
    """Take away or add what dresses a scene, as one undo step. What a person moved, changed or added stays, and all else where it is.

    Raises:
        EditError: nothing says what kind of place it is, or the program cannot be written so.
        StaleChange: somebody else changed the scene meanwhile.
        ProjectError: the folder cannot be written.
        JobCancelled: nothing was changed.
    """
    return dress_scene(session, request.level, place=request.place.strip(), job=job)


DRESS = SceneAction("dress", "Dress a scene, or take its dressing away.", DressRequest, dress, changes=True)
