"""The action that fits a scene to a picture of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from scenewright.app.actions.action import SceneAction
from scenewright.app.picture_fitting import Fitted, fit_session, read_picture_file
from scenewright.app.requests import Request
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["FIT", "FitRequest"]


class FitRequest(Request):
    """A picture of the scene, and which camera took it."""

    image: Path
    """The picture: PNG, JPEG, WebP, TIFF, BMP or HEIC."""
    camera: Annotated[int, Field(ge=0)] = 0
    """Number of the camera that it was taken with, from 0."""
    camera_known: bool = False
    """That camera is exact: only the things are fitted."""


def fit(session: Session, request: FitRequest, job: Job) -> Fitted:
    """Fit camera, places, sizes, turns and colours to a picture, as one undo step.

    Raises:
        PictureError: the picture cannot be read.
        PathError: there is no such camera.
        StaleChange: somebody else changed the scene meanwhile.
        ProjectError: the folder cannot be written.
        JobCancelled: nothing was changed.
    """
    picture = read_picture_file(request.image, job=job)
    return fit_session(session, picture, number=request.camera, move_camera=not request.camera_known, job=job)


FIT = SceneAction(
    "fit", "Fit camera, places, sizes, turns and colors of a scene to a picture of it.", FitRequest, fit, changes=True
)
