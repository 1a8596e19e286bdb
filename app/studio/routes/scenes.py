"""The open scene of a session: what pages show of it, and its commands."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from scenewright.app.requests import RequestError
from scenewright.app.studio.context import context_of
from scenewright.app.studio.messages import (
    EditMessage,
    RunMessage,
    ShapesMessage,
    StepMessage,
    ThingsMessage,
    WriteMessage,
)
from scenewright.app.studio.open_scenes import OpenScene

__all__ = ["router"]

router = APIRouter(prefix="/api/sessions/{session}/scene")

QUICK_ACTIONS = frozenset(
    {
        "evaluate",
        "query",
        "ask",
        "history",
        "search_catalogue",
        "packs",
        "renderers",
        "reference",
        "recipes",
        "show_recipe",
    }
)
"""Actions that a page may run directly. They name no files; all that takes longer is a job."""

_NOT_FROM_PAGES = {"query": ("pictures",), "ask": ("model", "base_url")}
"""Fields that name files of this machine, or have it ask another server."""

_KEPT = {"cache-control": "private, max-age=3600"}
_JSON = "application/json"
_BINARY = "application/octet-stream"


def _scene(session: str, request: Request) -> OpenScene:
    context, owner = context_of(request)
    return context.scene_of(owner, session)


@router.get("/state")
def state(session: str, request: Request) -> Response:
    """The state of the scene, with the program's text."""
    return Response(_scene(session, request).state(), media_type=_JSON)


@router.get("/source")
def source(session: str, request: Request) -> dict[str, Any]:
    """The program's text alone, for a page that mends a program that cannot run."""
    return {"source": _scene(session, request).remote.source()}


@router.get("/drawing")
def drawing(session: str, request: Request) -> Response:
    return Response(_scene(session, request).remote.drawing(), media_type=_BINARY)


@router.post("/shapes")
def shapes(session: str, message: ShapesMessage, request: Request) -> Response:
    return Response(_scene(session, request).shapes(message.keys), media_type=_BINARY)


@router.post("/things")
def things(session: str, message: ThingsMessage, request: Request) -> Response:
    """Details of what is selected: colours of parts, materials, identity."""
    return Response(_scene(session, request).remote.things(message.paths), media_type=_JSON)


@router.get("/frames")
def frames(
    session: str,
    request: Request,
    first: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    count: Annotated[int, Query(ge=1, le=200)] = 100,
) -> Response:
    """How things move from the first frame of an animation to others; perhaps fewer than were asked for."""
    return Response(_scene(session, request).remote.frames(first, count), media_type=_JSON)


@router.get("/splats/{row}")
def splats(session: str, row: int, request: Request) -> Response:
    """The Gaussians of a capture in the scene, as a .ply file; the state names the address."""
    return Response(_scene(session, request).remote.splats(row), media_type=_BINARY, headers=_KEPT)


@router.post("/edit")
def edit(session: str, message: EditMessage, request: Request) -> dict[str, Any]:
    """Make edits. The change itself reaches all pages as an event."""
    made = _scene(session, request).edit(message.edits, based_on=message.based_on, command=message.command)
    return {"ok": True, "result": made}


@router.post("/program")
def write(session: str, message: WriteMessage, request: Request) -> dict[str, Any]:
    """Replace the program's text. A text with an error changes nothing, and the answer names its line."""
    made = _scene(session, request).write(
        message.text, based_on=message.based_on, command=message.command, what=message.what
    )
    return {"ok": True, "result": made}


@router.post("/step")
def step(session: str, message: StepMessage, request: Request) -> dict[str, Any]:
    return {"ok": True, "result": _scene(session, request).step(message.what, command=message.command)}


@router.post("/actions/{action}")
def run(session: str, action: str, message: RunMessage, request: Request) -> Response:
    """Run an action that only reads, and takes no longer than a page waits."""
    if action not in QUICK_ACTIONS:
        raise RequestError(
            f"a page can run {', '.join(sorted(QUICK_ACTIONS))} directly; other actions are jobs", field="action"
        )
    refused = [name for name in _NOT_FROM_PAGES.get(action, ()) if name in message.request]
    if refused:
        raise RequestError(f"{refused[0]} of {action} cannot be given by a page: leave it out", field=refused[0])
    return Response(_scene(session, request).run(action, message.request), media_type=_JSON)
