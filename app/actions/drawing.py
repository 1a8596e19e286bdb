"""Pictures of a scene."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from scenewright.app.actions.action import Action, Request
from scenewright.app.pictures import Drawn, PictureRequest, draw
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["RENDER", "RenderViewsRequest"]


class RenderViewsRequest(Request):
    """`cameras`: numbers of views, None: all of them. `frames`: of an animation. `passes`: color, depth, normal, entity. `samples`: rays a
    pixel. `out`: folder of the pictures; None: the scene's own."""

    renderer: str = "preview"
    cameras: tuple[int, ...] | None = None
    frames: tuple[int, ...] = (0,)
    passes: tuple[str, ...] = ("color",)
    width: int = Field(960, ge=1)
    height: int = Field(720, ge=1)
    samples: int | None = Field(None, ge=1)
    transparent: bool = False
    out: Path | None = None


def render(session: Session, request: RenderViewsRequest, job: Job) -> Drawn:
    """Draw views of the scene.

    Raises:
        RenderError: there is no such renderer, it cannot run here, or a picture failed.
        PathError: there is no such camera.
        JobCancelled: no picture is kept.
    """
    wanted = PictureRequest(**request.model_dump(exclude={"out"}))
    return draw(session, wanted, out=request.out, job=job)


RENDER = Action("render", "Draw views of the scene.", RenderViewsRequest, render)
