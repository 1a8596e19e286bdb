"""What language models did on a session's scene: all runs, and one of them turn by turn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from scenewright.app.agent.runs import StageName, files
from scenewright.app.studio.context import context_of
from scenewright.app.studio.sent_files import sent_picture
from scenewright.scene.errors import ProjectError

__all__ = ["router"]

router = APIRouter(prefix="/api/sessions/{session}/runs")

_JSON = "application/json"


@router.get("")
def list_runs(session: str, request: Request) -> Response:
    """The runs, oldest first: what was asked, tokens, rounds, seconds and cost."""
    return _answered(session, request, "runs", {})


@router.get("/{run}")
def one_run(session: str, run: str, request: Request) -> Response:
    """One run, with its rounds and what was said."""
    return _answered(session, request, "show_run", {"run": run})


@router.get("/{run}/pictures/{name}")
def picture(session: str, run: str, name: str, request: Request) -> Response:
    """A picture that a model saw, by its sha256."""
    if not files.SHA256.fullmatch(name):
        raise ProjectError("there is no such picture", kind="missing")
    return _picture(session, request, Path(files.RUNS, files.checked_id(run), "pictures", f"{name}.png"))


@router.get("/{run}/stages/{number}/{name}")
def stage(session: str, run: str, number: int, name: StageName, request: Request) -> Response:
    """The picture of the scene after a finished stage. `number`: of the stage, from 1."""
    return _picture(
        session, request, Path(files.RUNS, files.checked_id(run), "stages", files.stage_file(number, name, "png"))
    )


def _picture(session: str, request: Request, file: Path) -> Response:
    context, owner = context_of(request)
    folder = context.scene_of(owner, session).place.folder
    return sent_picture(folder / file, folder)


def _answered(session: str, request: Request, action: str, values: dict[str, Any]) -> Response:
    context, owner = context_of(request)
    scene = context.scene_of(owner, session)
    return Response(scene.run(action, {"scene": str(scene.place.folder), **values}), media_type=_JSON)
