"""What language models did on a session's scene: all runs, and one of them turn by turn."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from scenewright.app.studio.context import context_of

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


def _answered(session: str, request: Request, action: str, values: dict[str, Any]) -> Response:
    context, owner = context_of(request)
    scene = context.scene_of(owner, session)
    return Response(scene.run(action, {"scene": str(scene.place.folder), **values}), media_type=_JSON)
