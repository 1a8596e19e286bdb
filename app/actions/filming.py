"""The action that makes a film of a scene."""

from __future__ import annotations

from scenewright.app.actions.action import SceneAction
from scenewright.app.films import Filmed, FilmRequest, film
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["FILM"]


def make_film(session: Session, request: FilmRequest, job: Job) -> Filmed:
    """Make a film of the scene: a video file in which a camera moves around or through it, or the scene moves.

    Raises:
        RequestError: the file cannot be written so, its encoder is not installed, or the path does not fit the scene.
        RenderError: the renderer is unknown or cannot run here, a frame failed, or there is no way through the room.
        PathError: a camera number does not exist.
        JobCancelled: nothing is written.
    """
    return film(session, request, job=job)


FILM = SceneAction("film", "Make a film of the scene.", FilmRequest, make_film)
