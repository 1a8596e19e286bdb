"""The action that draws pictures of a scene."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.actions.action import SceneAction
from scenewright.app.pictures import Drawn, DrawnArrays, PictureRequest, draw, draw_arrays
from scenewright.app.requests import RequestError
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["DRAW_ARRAYS", "RENDER", "RenderViewsRequest"]


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


def render_arrays(session: Session, request: RenderViewsRequest, job: Job) -> DrawnArrays:
    """Draw views of the scene as arrays, and write nothing.

    Raises:
        RequestError: the request has a folder for pictures.
        RenderError, PathError, JobCancelled: as :func:`render`.
    """
    if request.out is not None:
        raise RequestError("out: arrays are not written: leave it out", field="out")
    return draw_arrays(session, request, job=job)


DRAW_ARRAYS = SceneAction("draw_arrays", "Draw views of the scene as arrays.", RenderViewsRequest, render_arrays)
"""For Python alone: its result is no JSON."""
