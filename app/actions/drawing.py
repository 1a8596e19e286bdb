"""Pictures of a scene."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.actions.action import SceneAction
from scenewright.app.pictures import Drawn, PictureRequest, draw
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["RENDER", "RenderViewsRequest"]


class RenderViewsRequest(PictureRequest):
    """What to draw, and where to."""

    out: Path | None = None
    """Folder of the pictures; None: the scene's own."""


def render(session: Session, request: RenderViewsRequest, job: Job) -> Drawn:
    """Draw views of the scene.

    Raises:
        RenderError: there is no such renderer, it cannot run here, or a picture failed.
        PathError: there is no such camera.
        JobCancelled: no picture is kept.
    """
    return draw(session, PictureRequest(**request.model_dump(exclude={"out"})), out=request.out, job=job)


RENDER = SceneAction("render", "Draw views of the scene.", RenderViewsRequest, render)
