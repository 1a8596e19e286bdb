"""Jobs: what takes longer than a page waits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from scenewright.app.studio.context import StudioContext, context_of
from scenewright.app.studio.job_papers import JobFile, JobPapers
from scenewright.app.studio.job_stages import stage_picture
from scenewright.app.studio.messages import AgainMessage, JobStartMessage
from scenewright.app.studio.sent_files import sent_file, sent_picture
from scenewright.app.studio.thumbnails import thumbnail
from scenewright.scene.errors import ProjectError

__all__ = ["router"]

router = APIRouter(prefix="/api")


@router.post("/sessions/{session}/jobs/{action}")
def start(session: str, action: str, message: JobStartMessage, request: Request) -> dict[str, Any]:
    """Start a job on the scene of a session, or one that needs none."""
    context, owner = context_of(request)
    place = context.sessions(owner).get(session).place
    job = context.jobs.start(
        owner, action, message.request, session=session, place=place, key=message.key, command=message.command
    )
    return {"ok": True, "job": job}


@router.get("/jobs")
def list_jobs(request: Request, quiet: bool = False) -> dict[str, Any]:
    """All jobs of the owner, newest first."""
    context, owner = context_of(request)
    return {"jobs": context.jobs.list(owner, quiet=quiet)}


@router.get("/jobs/{job}")
def get_job(job: str, request: Request) -> dict[str, Any]:
    context, owner = context_of(request)
    return {"job": context.jobs.view(owner, job)}


@router.get("/jobs/{job}/log")
def log(job: str, request: Request) -> Response:
    context, owner = context_of(request)
    return PlainTextResponse(context.jobs.log(owner, job))


@router.get("/jobs/{job}/result")
def result(job: str, request: Request) -> Response:
    """The result of the action; null where there is none."""
    context, owner = context_of(request)
    return Response(context.jobs.result(owner, job), media_type="application/json")


@router.post("/jobs/{job}/cancel")
def cancel(job: str, request: Request) -> dict[str, Any]:
    context, owner = context_of(request)
    return {"ok": True, "job": context.jobs.cancel(owner, job)}


@router.post("/jobs/{job}/stop")
def stop(job: str, request: Request) -> dict[str, Any]:
    """End a training early; its result so far is kept."""
    context, owner = context_of(request)
    return {"ok": True, "job": context.jobs.stop(owner, job)}


@router.post("/jobs/{job}/again")
def again(job: str, message: AgainMessage, request: Request) -> dict[str, Any]:
    """Start a job with the same request as an earlier one."""
    context, owner = context_of(request)
    return {"ok": True, "job": context.jobs.again(owner, job, key=message.key)}


@router.get("/jobs/{job}/files/{number}")
def job_file(job: str, number: int, request: Request, size: int = 0, save: bool = False) -> Response:
    """A file that a job made: pictures are shown, everything else is saved. `size`: longest side of a small picture."""
    context, owner = context_of(request)
    found, path, root = _file_of(context, owner, job, number)
    if path.suffix.lower() == ".png" and not save:
        if size:
            return thumbnail(context, owner, path, root, size)
        return sent_picture(path, root)
    return sent_file(path, found.name, root)


@router.get("/jobs/{job}/preview")
def preview(job: str, request: Request) -> Response:
    """The splats of a training as they are now; the job's `preview` says which version that is."""
    context, owner = context_of(request)
    file = context.jobs.preview(owner, job)
    return sent_file(file, "preview.ply", file.parent)


@router.get("/jobs/{job}/stages/{number}")
def stage(job: str, number: int, request: Request) -> Response:
    """The picture of the scene after a stage of a job that makes it stage by stage."""
    context, owner = context_of(request)
    results = JobPapers(context.owner_places(owner).home).results(context.jobs.paper(owner, job).id)
    return sent_picture(stage_picture(results, number), results)


def _file_of(context: StudioContext, owner: str, job: str, number: int) -> tuple[JobFile, Path, Path]:
    """The file, where it lies, and the folder that it must lie in."""
    paper = context.jobs.paper(owner, job)
    if not 0 <= number < len(paper.files):
        raise ProjectError("this job has no such file", kind="missing")
    found = paper.files[number]
    path = Path(found.path)
    roots = [context.owner_places(owner).home]
    if paper.place is not None:
        roots.append(context.places(owner).find(paper.place).folder)
    root = next((r for r in roots if path.is_relative_to(r)), None)
    if root is None:
        raise ProjectError("this job has no such file", kind="missing")
    return found, path, root
