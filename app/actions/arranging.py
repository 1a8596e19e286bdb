"""The layout of a scene: what does not hold is moved as little as can be, or only told."""

from __future__ import annotations

from pydantic import Field

from scenewright.app.actions.action import Action, Request, RequestError
from scenewright.app.layout import LaidOut, check, lay_out
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

__all__ = ["LAYOUT", "LayoutRequest"]


class LayoutRequest(Request):
    """`check`: only tell what holds. `settle`: also let the result settle under gravity. `accept`: take a repair that changes much, too.
    `keep`: paths of what stays where it is. `effort`: of the search for places. `best_effort`: where not everything can hold, take what
    comes nearest. `save`: keep the new text in the scene folder, if there is one."""

    check: bool = False
    settle: bool = True
    accept: bool = False
    keep: tuple[str, ...] = ()
    effort: float = Field(20_000.0, gt=0.0)
    best_effort: bool = False
    save: bool = True


def layout(session: Session, request: LayoutRequest, job: Job) -> LaidOut:
    """Move what does not hold as little as can be, until nothing collides, all stands, doors open, and relations hold.

    Raises:
        RequestError: a check moves nothing, so that there is nothing to accept or to keep.
        LayoutError: there is nothing to lay out, or a size is no number.
        PathError: a path of `keep` names nothing.
        ProgramError: the program is wrong, with its line.
    """
    if request.check:
        if request.accept or request.keep:
            raise RequestError("a check moves nothing: leave out what to accept and to keep", field="check")
        return LaidOut(check(session, settle=request.settle, job=job), session.source, "", False)
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
    if request.save:
        session.keep_assets()
    return laid


LAYOUT = Action("layout", "Move what does not hold as little as can be.", LayoutRequest, layout, changes=True)
