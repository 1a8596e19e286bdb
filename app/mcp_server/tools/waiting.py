"""The tool for work that goes on after its call was answered."""

from __future__ import annotations

import time
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from scenewright.app.mcp_server.errors import told
from scenewright.app.mcp_server.tool import JobView, Outcome, Tool, ToolCall, ToolRequest, ToolResult
from scenewright.app.mcp_server.tool_jobs import ToolJob
from scenewright.scene.errors import ScenewrightError

__all__ = ["JOB", "running_outcome"]

_LISTED = 15
_LOOK_SECONDS = 0.05


class JobArguments(ToolRequest):
    """Which job, and what about it."""

    job: Annotated[str, Field(max_length=100)] | None = None
    """Number of the job."""
    do: Literal["wait", "cancel", "list"] = "wait"
    """wait: some seconds for its end, and give its progress or its result; cancel: give it up; list: all jobs."""

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if self.job is None and self.do != "list":
            raise ValueError("job is missing (number of the job); do=list lists them")
        return self


class JobAnswer(ToolResult):
    """The state of a job; where it has finished, what its tool gave."""

    jobs: list[JobView] = Field(default_factory=list)
    tool: str = ""
    result: dict[str, Any] | None = None


def ask_job(call: ToolCall, request: JobArguments) -> Outcome:
    """Wait for a job, cancel it, or list all."""
    if request.do == "list" or request.job is None:
        views = [j.view() for j in call.jobs.all()][:_LISTED]
        result = JobAnswer(said=f"{len(views)} jobs, newest first." if views else "There are no jobs.", jobs=views)
        return Outcome(result, [_line(v) for v in views])
    found = call.jobs.find(request.job.strip())
    if found is None:
        return _elsewhere(request.job.strip())
    if request.do == "cancel":
        found.job.cancel()
    patience = call.settings.patience
    ends = time.monotonic() + max(patience - 1.0, patience / 2)
    while not found.over.wait(_LOOK_SECONDS) and time.monotonic() < ends:
        call.job.check()
    if not found.over.is_set():
        return running_outcome(found)
    if found.error is not None:
        raise ScenewrightError(f"job {found.id} ({found.tool}) {found.state}: {told(found.error, call.root)}")
    assert found.outcome is not None
    inner = found.outcome
    result = JobAnswer(
        **{
            k: v
            for k, v in inner.result.model_dump(exclude_none=True).items()
            if k in ToolResult.model_fields and k != "job"
        },
        job=found.view(),
        tool=found.tool,
        result=inner.result.model_dump(exclude_none=True),
    )
    return Outcome(result, list(inner.lines), list(inner.pictures), list(inner.links), inner.refused)


def running_outcome(job: ToolJob) -> Outcome:
    """What a call is answered with whose work goes on."""
    view = job.view()
    result = ToolResult(
        said=f"Still at work: {_line(view)}",
        scene=view.scene,
        next=[f"job with job={view.id} waits for it and gives the result"],
        job=view,
    )
    return Outcome(result)


def _elsewhere(number: str) -> Outcome:
    """A job that this process does not know: of a server that has ended, or of none."""
    from scenewright.app.jobs import default_table

    try:
        row = default_table().get(number)
    except ScenewrightError:
        raise ScenewrightError(f"job: there is no job {number[:60]!r} here: job with do=list lists them") from None
    raise ScenewrightError(
        f"job {row.id} ({row.kind}) is {row.state}, and its result went with the server that ran it: list_scenes shows what was made"
    )


def _line(view: JobView) -> str:
    doing = f", {view.step}" if view.step and view.state == "running" else ""
    return f"{view.tool} {view.state}, {view.share:.0%} after {view.seconds:g} s{doing} (job {view.id})"


JOB = Tool(
    "job",
    "Wait for work",
    "Work that takes longer than some seconds is answered with a job number. Wait for it here, and get its result; or cancel it.",
    JobArguments,
    JobAnswer,
    ask_job,
    {"job": "20260101-120000-ab12", "do": "wait"},
    quick=True,
    aliases={"id": "job", "job_id": "job", "number": "job", "action": "do", "what": "do"},
)
