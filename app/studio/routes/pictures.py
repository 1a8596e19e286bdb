"""The gallery of a scene: its pictures with what made them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from scenewright.app.studio.context import context_of
from scenewright.app.studio.gallery import gallery, gallery_file
from scenewright.app.studio.sent_files import sent_file, sent_picture
from scenewright.app.studio.thumbnails import thumbnail
from scenewright.scene.errors import ProjectError

__all__ = ["router"]

router = APIRouter(prefix="/api/sessions/{session}/gallery")


@router.get("")
def list_pictures(session: str, request: Request) -> dict[str, Any]:
    """The renders of the scene, newest first, each with its settings, its pictures and the job that made it."""
    context, owner = context_of(request)
    place = context.sessions(owner).get(session).place
    if place is None:
        return {"renders": []}
    return {"renders": gallery(context, owner, context.places(owner).find(place))}


@router.get("/{name}")
def picture(session: str, name: str, request: Request, size: int = 0, save: bool = False) -> Response:
    """One file of the gallery: pictures are shown, everything else is saved."""
    context, owner = context_of(request)
    place = context.sessions(owner).get(session).place
    if place is None:
        raise ProjectError("this session shows no scene yet: open one first", kind="missing")
    folder = context.places(owner).find(place).folder
    file = gallery_file(folder, name)
    if file.suffix.lower() == ".png" and not save:
        return thumbnail(context, owner, file, folder, size) if size else sent_picture(file, folder)
    return sent_file(file, file.name, folder)
