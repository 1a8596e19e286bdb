"""Lets a writer write the program of a request, and keeps what was paid for where it fails or is given up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.folder_places import SCENES, free_folder
from scenewright.app.generate_request import GenerateRequest
from scenewright.app.writers.writer import PICTURES_ALONE
from scenewright.scene import atomic
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.text_files import encode_text

if TYPE_CHECKING:
    from scenewright.app.agent.runs import RunRecord
    from scenewright.app.writers.writer import WriterError, WrittenProgram
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["new_run", "written_program"]

_MOST_SHOWN = 1_536
"""Pixels of the longer side of a picture for a language model; hosted ones make larger ones smaller themselves."""


def new_run(request: GenerateRequest) -> RunRecord | None:
    """The record of what language models do for a request; None for the embedded writer, which has none."""
    if request.writer_name == "embedded":
        return None
    from scenewright.app.agent.runs import RunRecord

    return RunRecord(kind="generate", request=request.text or PICTURES_ALONE)


def _kept_run(request: GenerateRequest, run: RunRecord | None) -> str:
    """Keep what a run has made beside the folder that the scene would have had, so that nothing that was paid for is lost. Says where."""
    from scenewright.app.agent.runs import save_run

    if run is None or not any(exchange.response for exchange in run.transcript.exchanges):
        return ""  # no answer came, so there is nothing to lose
    folder = _wanted_folder(request)
    place = save_run(folder.with_name(f"{folder.name}.unfinished"), run)
    go_on = ", from where scenewright resume goes on" if run.stages else ""
    return f"; the run is kept in {place}{go_on}"


def written_program(
    request: GenerateRequest, assets: AssetProvider, seed: int, job: Job, run: RunRecord | None
) -> WrittenProgram:
    """Let the writer write a program for the request's text.

    Raises:
        ScenewrightError: the writer is unknown or cannot write, or its program fails; then its last reply is kept.
    """
    from scenewright.app.agent.scene_writers import find_writer
    from scenewright.app.language_models import ModelError
    from scenewright.app.writers.writer import WriterError, WriterRequest

    writer = find_writer(request.writer_name)
    writer_request = WriterRequest(
        request.text or PICTURES_ALONE, assets, seed, request.model, request.base_url, request.dress, request.layout, request.effort,
        pictures=_shown(request, job) if request.images else (), budget=request.budget, brief=request.brief,
        staged=request.staged, start=request.start, run=run,
    )  # fmt: skip
    try:
        return writer.write(writer_request, job=job)
    except WriterError as error:
        if not error.replies:
            raise
        kept = _keep_reply(request, error)
        told = f"{error}; the last reply is kept in {kept}{_kept_run(request, run)}"
        raise WriterError(told, error.replies) from error
    except JobCancelled:
        job.log(f"cancelled{_kept_run(request, run)}")
        raise
    except ModelError as error:
        error.message += _kept_run(request, run)
        error.args = (error.message,)  # it stays the same error otherwise: its kind and exit code
        raise


def _shown(request: GenerateRequest, job: Job) -> tuple[bytes, ...]:
    """The pictures of a request as a language model takes them: PNG files of at most :data:`_MOST_SHOWN` pixels a side."""
    import io

    from PIL import Image

    from scenewright.app.picture_fitting import read_picture_file, reduced

    out = []
    for path in request.images:
        data = io.BytesIO()
        Image.fromarray(reduced(read_picture_file(path, job=job), _MOST_SHOWN)).save(data, "PNG")
        out.append(data.getvalue())
    return tuple(out)


def _keep_reply(request: GenerateRequest, error: WriterError) -> Path:
    """Save the last reply of a model whose program failed, so that the user can correct it and use it as a source."""
    folder = _wanted_folder(request)
    path = folder.with_name(f"{folder.name}.reply.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(path, encode_text(error.replies[-1]))
    return path


def _wanted_folder(request: GenerateRequest) -> Path:
    """The folder that the scene would have had."""
    return request.out or free_folder(SCENES, request.text or "scene")
