"""The action that repairs the layout of a scene, or only checks it."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import SceneAction
from scenewright.app.layout import LaidOut, check, draw_plan_file, lay_out
from scenewright.app.picture_places import refuse_picture
from scenewright.app.requests import Request, RequestError
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["LAYOUT", "LayoutRequest"]


class LayoutRequest(Request):
    """What to repair, and how much may change."""

    check: bool = False
    """Only report violations; move nothing."""
    settle: bool = True
    """Also simulate how the result settles under gravity."""
    accept: bool = False
    """Also make a large repair; otherwise it is only offered."""
    keep: tuple[str, ...] = ()
    """Paths of instances that must not move; an ambiguous path keeps all that it matches."""
    effort: float = Field(default=20_000.0, gt=0.0)
    """Bound on the search for poses; one unit is about a millisecond on a slow machine."""
    best_effort: bool = False
    """If relations conflict, take the layout that comes nearest."""
    save: bool = True
    """Save the new program in the scene folder, if there is one."""
    based_on: int | None = None
    """Revision that the repair was asked for; None: the current one."""
    plan: Path | None = None
    """PNG file for the floor plan, with arrows from old to new poses."""

    @model_validator(mode="after")
    def _moves_or_checks(self) -> Self:
        if self.check and (self.accept or self.keep):
            raise RequestError("a check moves nothing: leave out what to accept and to keep", field="check")
        return self


def layout(session: Session, request: LayoutRequest, job: Job) -> LaidOut:
    """Repair the layout with the smallest moves: no collisions, all bodies supported, doors free, relations satisfied.

    Raises:
        RequestError: the plan cannot be written to its file.
        StaleChange: the scene is at another revision than `based_on`.
        LayoutError: the scene has no bodies, or a size is not finite.
        PathError: a path of `keep` matches no instance.
        ProgramError: the program has an error; the message names its line.
    """
    session.refuse_stale(request.based_on)
    if request.plan is not None:
        refuse_picture(request.plan, "plan")
    work = job.part(0.0, 1.0 if request.plan is None else 0.95)
    laid = _checked(session, request, work) if request.check else _moved(session, request, work)
    if request.plan is not None:
        job.tick(0.95, "drawing the plan")
        draw_plan_file(session, laid.report, request.plan, job=job.part(0.95))
    return laid


def _checked(session: Session, request: LayoutRequest, job: Job) -> LaidOut:
    revision = session.revision
    return LaidOut(check(session, settle=request.settle, job=job), session.source, "", False, revision)


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


LAYOUT = SceneAction("layout", "Repair the layout with the smallest moves.", LayoutRequest, layout, changes=True)
