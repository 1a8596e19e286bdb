"""The action that goes on from a stage of a run: one that was cut short, or one whose later stages should become something else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, ValidationError

from scenewright.app.actions.action import FreeAction
from scenewright.app.actions.generating import GenerateSceneRequest, generate_scene
from scenewright.app.agent.runs import LAST_STAGES, StageName, StageStart, files
from scenewright.app.generating import Generated
from scenewright.app.requests import Request, RequestError
from scenewright.app.writers.writer import PICTURES_ALONE, AgentEffort
from scenewright.scene.errors import ProjectError
from scenewright.scene.jobs import Job
from scenewright.scene.sources import read_source

if TYPE_CHECKING:
    from scenewright.app.agent.runs import RunRecord

__all__ = ["RESUME", "ResumeRequest"]


class ResumeRequest(Request):
    """Which run goes on from where, and as what."""

    scene: Path
    """The scene folder, or what is left of one that was not finished: NAME.unfinished."""
    run: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    """Id of the run; None: the last one that made a scene."""
    after: StageName | None = None
    """The last stage that is not done again; None: the last one that is finished."""
    source: str | None = None
    """A .py file or a scene folder with the program to go on from, such as an edited one; None: the program of the stage."""
    out: Path | None = None
    """Scene folder to create; None: a free name below ``scenes``, from the title."""
    model: str | None = None
    """Language model (provider:name); None: that of the run."""
    base_url: str | None = None
    """URL of its server; None: that of the run, where no model is named, so that a key never goes to where only a run says."""
    effort: AgentEffort | None = None
    """How much the model does; None: as much as in the run."""
    seed: int | None = None
    """Random seed; None: that of the run."""
    max_requests: int | None = Field(default=None, ge=1)
    """Most requests to language models; None: 30."""
    max_tokens: int | None = Field(default=None, ge=1)
    """Most tokens of language models, read and written; None: 400,000."""
    max_seconds: float | None = Field(default=None, gt=0.0)
    """Seconds after which no further request is sent; None: 900."""
    max_money: float | None = Field(default=None, gt=0.0)
    """Most US dollars by list prices; None: no bound."""
    renderers: tuple[str, ...] = ("preview",)
    """Renderers that draw pictures into the folder; empty: no pictures."""
    width: int = Field(default=960, ge=1)
    """Width of the pictures, in pixels."""
    height: int = Field(default=720, ge=1)
    """Height of the pictures, in pixels."""


def resume(request: ResumeRequest, job: Job) -> Generated:
    """Make a new scene from a finished stage of a run: the stages after it are done anew.

    Raises:
        ProjectError: there is no such run, it is damaged, or the new folder exists already.
        RequestError: the run has no such stage, or nothing comes after it.
        ScenewrightError: the model failed, or no program evaluates.
        JobCancelled: what there was by then is kept beside the new folder.
    """
    from scenewright.app.agent.runs import load_run

    if not request.scene.is_dir():
        raise ProjectError(f"there is no scene folder {request.scene}: runs are kept in scene folders", kind="missing")
    record = load_run(request.scene, request.run or _last_run(request.scene))
    return generate_scene(_going_on(request, record), job)


def _last_run(scene: Path) -> str:
    from scenewright.app.agent.runs import list_runs

    made = [run.id for run in list_runs(scene) if run.kind == "generate"]
    if not made:
        raise ProjectError(f"{scene} keeps no run that made a scene", kind="missing").about("scene")
    return made[-1]


def _going_on(request: ResumeRequest, record: RunRecord) -> GenerateSceneRequest:
    """The request of the new scene: what the run was asked for, from the stage that it goes on from."""
    settings = record.settings
    pictures = [str(name) for name in settings.get("pictures") or [] if files.SHA256.fullmatch(str(name))]
    folder = request.scene / "runs" / record.id / "pictures"
    model = request.model or settings.get("model")
    try:
        return GenerateSceneRequest.model_validate({
            "text": None if record.request == PICTURES_ALONE else record.request,
            "images": tuple(folder / f"{name}.png" for name in pictures),
            "out": request.out,
            "model": model,
            "base_url": request.base_url or (settings.get("base_url") if request.model is None else None),
            "seed": settings.get("seed") if request.seed is None else request.seed,
            "brief": settings.get("brief"),
            "effort": request.effort or settings.get("effort", "standard"),
            "staged": True,
            "start": _start(request, record),
            "layout": settings.get("layout", True),
            **request.model_dump(include={
                "max_requests", "max_tokens", "max_seconds", "max_money", "renderers", "width", "height",
            }),
        })  # fmt: skip
    except ValidationError as error:
        raise ProjectError(
            f"the run {record.id} lacks what is needed to go on from it: {error.errors()[0]['msg']}", kind="damaged"
        ) from None


def _start(request: ResumeRequest, record: RunRecord) -> StageStart | None:
    """The stage that the new scene goes on from; None where the run finished none, so that all begins anew."""
    finished = record.finished_programs
    if request.source is not None:
        if request.after is None:
            raise RequestError("say after which stage the program is: plan, furniture, wall ...", field="after")
        return StageStart(stage=request.after, program=read_source(request.source).text)
    if request.after is None:
        last = next(reversed(finished), None)
    elif request.after in finished:
        last = request.after
    else:
        there = f"it finished {', '.join(finished)}" if finished else "it finished none, or was not made in stages"
        raise RequestError(f"the run {record.id} has no stage '{request.after}': {there}", field="after")
    if last is None:
        return None
    if last in LAST_STAGES:
        raise RequestError(
            f"the run {record.id} is finished: name the stage after which it should become something else",
            field="after",
        )
    return StageStart.model_validate({"stage": last, "program": finished[last]})


RESUME = FreeAction("resume", "Make a scene from a finished stage of a run.", ResumeRequest, resume, makes_scene=True)
