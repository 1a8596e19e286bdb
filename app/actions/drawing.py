"""The action that draws pictures of a scene."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import model_validator

from scenewright.app.actions.action import SceneAction
from scenewright.app.pictures import Drawn, DrawnArrays, PictureRequest, draw, draw_arrays
from scenewright.app.requests import RequestError
from scenewright.app.session import Session
from scenewright.app.single_pictures import draw_one, is_picture_name, refuse_unfit_picture
from scenewright.scene.jobs import Job

__all__ = ["DRAW_ARRAYS", "RENDER", "RenderViewsRequest"]


class RenderViewsRequest(PictureRequest):
    """What to draw, and where to write it."""

    out: Path | None = None
    """Folder for the pictures, or one file: .png for the picture of one view, .exr for all of its passes; None: ``renders`` of the scene
    folder."""

    @model_validator(mode="after")
    def _fits_one_file(self) -> Self:
        if self.out is not None and is_picture_name(self.out):
            refuse_unfit_picture(self, self.out)
        return self


def render(session: Session, request: RenderViewsRequest, job: Job) -> Drawn:
    """Draw views of the scene.

    Raises:
        RequestError: `out` names one file, which cannot hold what is asked for, or cannot be written.
        RenderError: the renderer is unknown or cannot run here, or a picture failed.
        PathError: a camera number does not exist.
        JobCancelled: no picture is written.
    """
    pictures = PictureRequest(**request.model_dump(exclude={"out"}))
    if request.out is not None and is_picture_name(request.out):
        return draw_one(session, pictures, request.out, job=job)
    return draw(session, pictures, out=request.out, job=job)


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
