"""Help for the program pane."""

from __future__ import annotations

import hashlib

from fastapi import APIRouter, Request
from starlette.responses import Response

from scenewright.app.studio.context import context_of
from scenewright.app.studio.language_help import help_text

__all__ = ["router"]

router = APIRouter(prefix="/api")


@router.get("/language")
def language(request: Request) -> Response:
    """The language's functions with signatures and documentation, and the words of the catalogue."""
    context, owner = context_of(request)
    body = help_text(context.catalogue.entries(owner))
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
