"""Uploads: scenes, captures, splats, pictures and meshes."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from scenewright.app.studio.context import StudioContext, context_of
from scenewright.app.studio.sent_files import sent_picture
from scenewright.app.studio.upload_streams import take_body
from scenewright.app.studio.upload_types import UploadRefused
from scenewright.app.studio.uploads import Upload, UploadKind
from scenewright.scene.errors import ProjectError, ScenewrightError
from scenewright.scene.pictures import DecodeRequest, answers_of

__all__ = ["router"]

router = APIRouter(prefix="/api/uploads")

_READERS = {"splat": ("splat_info", "file"), "capture": ("capture_info", "capture")}
"""Actions that look at an upload before it is kept, and the field that names it."""


@router.post("")
async def upload(kind: UploadKind, request: Request) -> dict[str, Any]:
    """Take in one upload: a form with files, or one file with its name in the header x-filename."""
    context, owner = context_of(request)
    writer = await run_in_threadpool(context.uploads(owner).begin, kind)
    try:
        content_type, name = request.headers.get("content-type", ""), request.headers.get("x-filename", "")
        await take_body(writer, content_type, name, request.stream())
        taken = await run_in_threadpool(writer.finish)
    except ClientDisconnect:
        raise UploadRefused("the upload was cut off, or is larger than allowed", kind="too-large") from None
    finally:
        await asyncio.shield(run_in_threadpool(writer.discard))
    try:
        await run_in_threadpool(_look_at, context, owner, taken)
    except BaseException:
        await asyncio.shield(run_in_threadpool(context.uploads(owner).delete, taken.id))
        raise
    return {"ok": True, "upload": taken.to_json()}


@router.get("")
def list_uploads(request: Request) -> dict[str, Any]:
    context, owner = context_of(request)
    return {"uploads": [one.to_json() for one in context.uploads(owner).list()]}


@router.delete("/{name}")
def delete(name: str, request: Request) -> dict[str, Any]:
    context, owner = context_of(request)
    context.uploads(owner).delete(name)
    return {"ok": True}


@router.get("/{name}/picture")
def picture(name: str, request: Request) -> Response:
    """An uploaded picture."""
    context, owner = context_of(request)
    found = context.uploads(owner).find(name)
    if found.kind != "picture":
        raise ProjectError("this upload is no picture", kind="missing")
    return sent_picture(found.content, found.folder)


def _look_at(context: StudioContext, owner: str, taken: Upload) -> None:
    """Have an upload read by what reads it later.

    Raises:
        UploadRefused: it cannot be used.
    """
    if taken.kind == "picture":
        answer = answers_of([DecodeRequest(taken.content.read_bytes(), "facts")])[0]
        if answer.error:
            raise UploadRefused(f"{taken.name!r}: {answer.error}")
        return
    if taken.kind not in _READERS:
        return
    action, field = _READERS[taken.kind]
    data = context.owner_places(owner).data
    worker = context.workers.open(None, owner=f"{owner} (jobs)", data_dir=data)
    try:
        worker.run(action, {field: str(taken.content)})
    except ScenewrightError as error:
        told = str(error).replace(f"{taken.folder}/", "").replace(str(taken.folder), "it")
        raise UploadRefused(f"{taken.name!r} cannot be used: {told}") from None
    finally:
        worker.close()
