"""The saved views of a session's scene. They are kept in its folder, and all pages that show it hear of a change."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from scenewright.app.studio.context import context_of
from scenewright.app.studio.messages import ViewChangeMessage, ViewMessage
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import SavedViews

__all__ = ["router"]

router = APIRouter(prefix="/api/sessions/{session}/views")


@router.get("")
def list_views(session: str, request: Request) -> dict[str, Any]:
    """The views, in the order in which they were saved."""
    return _listed(_views(session, request)[0])


@router.post("")
def add_view(session: str, message: ViewMessage, request: Request) -> dict[str, Any]:
    views, place = _views(session, request)
    added = views.add(message.name, message.pose)
    return {"ok": True, "id": added.id, **_told(session, request, views, place)}


@router.put("/{view}")
def change_view(session: str, view: str, message: ViewChangeMessage, request: Request) -> dict[str, Any]:
    """Rename a view, or let it look elsewhere."""
    views, place = _views(session, request)
    views.change(view, name=message.name, pose=message.pose)
    return {"ok": True, **_told(session, request, views, place)}


@router.delete("/{view}")
def drop_view(session: str, view: str, request: Request) -> dict[str, Any]:
    views, place = _views(session, request)
    views.drop(view)
    return {"ok": True, **_told(session, request, views, place)}


def _views(session: str, request: Request) -> tuple[SavedViews, str]:
    """The views of the scene that a session shows, and the id of its place."""
    context, owner = context_of(request)
    place = context.sessions(owner).get(session).place
    if place is None:
        raise ProjectError("this session shows no scene yet: open one first", kind="missing")
    return SavedViews(context.places(owner).find(place).folder), place


def _listed(views: SavedViews) -> dict[str, Any]:
    return {"views": [view.model_dump(mode="json") for view in views.listed()]}


def _told(session: str, request: Request, views: SavedViews, place: str) -> dict[str, Any]:
    """The views as they are now, which all pages of the scene are told."""
    context, owner = context_of(request)
    listed = _listed(views)
    context.scene_of(owner, session).subscribers.tell({"type": "views", "place": place, **listed})
    return listed
