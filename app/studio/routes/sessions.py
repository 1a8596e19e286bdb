"""Sessions of pages and the scenes that they can open."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from scenewright.app.studio.context import StudioContext, context_of
from scenewright.app.studio.messages import CopyMessage, InterfaceMessage, OpenMessage, RenameMessage
from scenewright.app.studio.sent_files import sent_picture
from scenewright.app.studio.sessions import PageSession
from scenewright.app.studio.thumbnails import thumbnail
from scenewright.scene.errors import ProjectError

__all__ = ["router"]

router = APIRouter(prefix="/api")


@router.post("/sessions")
def create_session(message: OpenMessage, request: Request) -> dict[str, Any]:
    """The session of a scene: the one that showed it last, so that its page is as it was, or a new one. Without a scene, that of the
    command line, if there is one, else that of the first page."""
    context, owner = context_of(request)
    place = message.place
    if place is None and not message.home and context.first_place is not None and not context.settings.shared:
        place = context.first_place.id
    if place is not None:
        found = context.places(owner).find(place)
        context.catalogue.prepare(owner)
        context.cards.opened(owner, context.places(owner).opened(found.folder))
    session = context.sessions(owner).latest(place) or context.sessions(owner).create(place)
    return session_view(context, owner, session)


@router.get("/sessions/{session}")
def get_session(session: str, request: Request) -> dict[str, Any]:
    context, owner = context_of(request)
    return session_view(context, owner, context.sessions(owner).get(session))


@router.put("/sessions/{session}/interface")
def keep_interface(session: str, message: InterfaceMessage, request: Request) -> dict[str, Any]:
    context, owner = context_of(request)
    context.sessions(owner).change(session, interface=message.values)
    return {"ok": True}


@router.get("/places")
def list_places(request: Request) -> dict[str, Any]:
    """The scenes that can be opened, those that were used last first."""
    context, owner = context_of(request)
    return {"places": [place.to_json() for place in context.places(owner).listed()]}


@router.delete("/places/{place}")
def remove_place(place: str, request: Request) -> dict[str, Any]:
    """Take a scene from the list; `moved`: whether its folder went to the removed ones."""
    context, owner = context_of(request)
    context.places(owner).find(place)
    context.scenes.end(owner, place)
    return {"ok": True, "moved": context.places(owner).remove(place)}


@router.put("/places/{place}")
def rename_place(place: str, message: RenameMessage, request: Request) -> dict[str, Any]:
    """Give a scene another title. All pages of its owner hear of it."""
    context, owner = context_of(request)
    return {"place": context.cards.rename(owner, place, message.title).to_json()}


@router.post("/places/{place}/copy")
def copy_place(place: str, message: CopyMessage, request: Request) -> dict[str, Any]:
    """Copy a scene, with its history and without its pictures."""
    context, owner = context_of(request)
    return {"place": context.cards.copy(owner, place, message.title).to_json()}


@router.get("/places/{place}/picture")
def place_picture(place: str, request: Request, size: int = 0) -> Response:
    """The newest picture of a scene, for its card on the first page. `size`: longest side of a small one."""
    context, owner = context_of(request)
    folder = context.places(owner).find(place).folder
    card = context.places(owner).card(place)
    # a folder may come from anywhere: what is no file of its own is passed over
    files = [f for f in (folder / "renders").glob("*.png") if f.is_file() and not f.is_symlink()]
    drawn = card.stat().st_mtime if card.is_file() else 0.0
    # the pictures of other passes say nothing to people
    file = max(files, key=lambda f: (f.stem.endswith("-color"), f.stat().st_mtime), default=card)
    if drawn and (file == card or file.stat().st_mtime < drawn):
        file, folder = card, card.parent
    if not drawn and not files:
        raise ProjectError("there is no picture of this scene yet", kind="missing")
    return thumbnail(context, owner, file, folder, size) if size else sent_picture(file, folder)


def session_view(context: StudioContext, owner: str, session: PageSession) -> dict[str, Any]:
    """A session as pages see it."""
    scene = None
    gone = False
    if session.place is not None:
        try:
            scene = context.places(owner).find(session.place).to_json()
        except ProjectError:
            gone = True
    shown = owner.partition(":")[2] if context.settings.users else None
    return {
        "id": session.id,
        "scene": scene,
        "sceneGone": gone,
        "interface": session.interface,
        "user": shown,
        "shared": context.settings.shared,
        "models": context.settings.models.view(),
    }
