"""The layout of a scene: what does not hold is moved as little as can be, or only told."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import Request, RequestError, SceneAction
from scenewright.app.layout import LaidOut, check, draw_plan_file, lay_out
from scenewright.app.picture_places import refuse_picture
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["LAYOUT", "LayoutRequest"]


class LayoutRequest(Request):
    """What to lay out, and how far it may go."""

    check: bool = False
    """Only tell what holds and what does not; nothing is moved."""
    settle: bool = True
    """Also let the result settle under gravity."""
    accept: bool = False
    """Take a repair that changes much, too; else it is offered."""
    keep: tuple[str, ...] = ()
    """Paths of what stays where it is; one that means several things keeps all of them."""
    effort: float = Field(default=20_000.0, gt=0.0)
    """Of the search for places, in units of about a millisecond of a slow machine."""
    best_effort: bool = False
    """Where not everything can hold, take what comes nearest."""
    save: bool = True
    """Keep the new text in the scene folder, if there is one."""
    plan: Path | None = None
    """PNG file that the plan is drawn into, with arrows from old places to new ones."""

    @model_validator(mode="after")
    def _moves_or_checks(self) -> Self:
        if self.check and (self.accept or self.keep):
            raise RequestError("a check moves nothing: leave out what to accept and to keep", field="check")
        return self


def layout(session: Session, request: LayoutRequest, job: Job) -> LaidOut:
    """Move what does not hold as little as can be, until nothing collides, all stands, doors open, and relations hold.

    Raises:
        RequestError: no picture can be written where the plan is to go.
        LayoutError: there is nothing to lay out, or a size is no number.
        PathError: a path of `keep` names nothing.
        ProgramError: the program is wrong, with its line.
    """
    if request.plan is not None:
        refuse_picture(request.plan, "plan")
    work = job.part(0.0, 1.0 if request.plan is None else 0.95)
    laid = _checked(session, request, work) if request.check else _moved(session, request, work)
    if request.plan is not None:
        job.tick(0.95, "drawing the plan")
        draw_plan_file(session, laid.report, request.plan, job=job.part(0.95))
    return laid


def _checked(session: Session, request: LayoutRequest, job: Job) -> LaidOut:
    return LaidOut(check(session, settle=request.settle, job=job), session.source, "", False)


def _moved(session: Session, request: LayoutRequest, job: Job) -> LaidOut:
    laid = lay_out(
        session,
        settle=request.settle,
        effort=request.effort,
        best_effort=request.best_effort,
        accept=request.accept,
        keep=request.keep,
        save=request.save,
        job=job,
    )
    if request.save and not laid.stays:
        session.keep_assets()
    return laid


LAYOUT = SceneAction("layout", "Move what does not hold as little as can be.", LayoutRequest, layout, changes=True)
