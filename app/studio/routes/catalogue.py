"""The catalogue: search, categories, and pictures of objects, and their shapes; materials by name."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from scenewright.app.studio.context import context_of
from scenewright.app.studio.materials import MOST_WORDS, found_materials

__all__ = ["router"]

router = APIRouter(prefix="/api/catalogue")

_DAY = {"cache-control": "private, max-age=86400"}


@router.get("")
def search(
    request: Request,
    words: Annotated[str, Query(max_length=500)] = "",
    category: Annotated[str, Query(max_length=100)] = "",
    page: Annotated[int, Query(ge=0, le=10_000)] = 0,
    size: Annotated[int, Query(ge=1, le=200)] = 40,
) -> dict[str, Any]:
    """A page of the objects that fit some words, best first, or of all of a category; sizes are width, height, depth in metres."""
    context, owner = context_of(request)
    return context.catalogue.search(owner, words, category, page, size)


@router.get("/materials")
def materials(request: Request, words: Annotated[str, Query(max_length=MOST_WORDS)] = "") -> dict[str, Any]:
    """The materials that fit some words, by kind; without words all of them."""
    context_of(request)
    return {"materials": found_materials(words)}


@router.get("/{key:path}/picture")
def picture(key: str, request: Request, size: Annotated[int, Query(ge=1, le=4_096)] = 160) -> Response:
    """The picture of an object. 202 while it is not drawn yet: an event tells when it is."""
    context, owner = context_of(request)
    data = context.catalogue.picture(owner, key, size)
    if data is None:
        return JSONResponse({"ready": False}, 202, headers={"cache-control": "no-store"})
    return Response(data, media_type="image/png", headers=_DAY)


@router.get("/{key:path}/shape")
def shape(key: str, request: Request) -> Response:
    """An object as one mesh, a safetensors file: what the view shows while the object is dragged into it."""
    context, owner = context_of(request)
    return Response(context.catalogue.shape(owner, key), media_type="application/octet-stream", headers=_DAY)
