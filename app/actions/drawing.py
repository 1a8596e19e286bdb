"""The action that draws pictures of a scene."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.actions.action import SceneAction
from scenewright.app.pictures import Drawn, PictureRequest, draw
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["RENDER", "RenderViewsRequest"]


class RenderViewsRequest(PictureRequest):
    """What to draw, and where to write it."""

    out: Path | None = None
    """Folder for the pictures; None: ``renders`` of the scene folder."""


def render(session: Session, request: RenderViewsRequest, job: Job) -> Drawn:
    """Draw views of the scene.

    Raises:
        RenderError: the renderer is unknown or cannot run here, or a picture failed.
        PathError: a camera number does not exist.
        JobCancelled: no picture is written.
    """
    return draw(session, PictureRequest(**request.model_dump(exclude={"out"})), out=request.out, job=job)


RENDER = SceneAction("render", "Draw views of the scene.", RenderViewsRequest, render)
