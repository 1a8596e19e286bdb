"""The stages of a job that makes a scene stage by stage: what of them a worker tells, and the pictures of those that are done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.agent.runs import StageEvent, stage_event_from_json
from scenewright.app.studio.job_papers import JobStage
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.pictures import picture_format

if TYPE_CHECKING:
    from scenewright.app.studio.hidden_paths import TextGuard
    from scenewright.app.studio.job_folders import JobFolders
    from scenewright.app.studio.job_views import LiveJob

__all__ = ["ended_stages", "stage_picture", "stages_after", "take_stage"]


def take_stage(
    live: LiveJob, told: Mapping[str, Any], guard: TextGuard, folders: JobFolders, tell: Callable[[LiveJob], None]
) -> None:
    """Take over what the worker of a job tells of the stages of its scene.

    Args:
        told: a piece of a streamed result. It comes from a worker, and anything may stand in it.
        folders: those of the job, of which one gets the picture of a stage that is finished.
        tell: hands on to pages what the job is now.
    """
    event = stage_event_from_json(told)
    if event is None:
        return
    pictured = False
    if picture_format((data := event.png())[:16]) == "PNG":
        with suppress(OSError, atomic.CannotWrite):  # a picture that cannot be kept ends no work
            atomic.write(folders.own(_picture(event.number)), data, durable=False)
            pictured = True
    plain = event.model_copy(update={"says": guard.text(event.says), "titles": tuple(map(guard.text, event.titles))})
    live.stages = stages_after(live.stages, plain, pictured=pictured)
    live.told = 0.0  # a page is not to miss it
    tell(live)


def stages_after(stages: Sequence[JobStage], event: StageEvent, *, pictured: bool) -> tuple[JobStage, ...]:
    """The stages of a job after an event."""
    now = list(stages)
    if len(now) != len(
        event.titles
    ):  # the first event tells which stages there are; a job that goes on begins amid them
        now = [JobStage(title, "kept" if n < event.number else "waiting") for n, title in enumerate(event.titles)]
    now[event.number] = JobStage(event.titles[event.number], event.state, event.says, pictured)
    return tuple(now)


def ended_stages(stages: Sequence[JobStage]) -> tuple[JobStage, ...]:
    """The stages once the job has ended: one that was being made never came to its end."""
    return tuple(replace(stage, state="left out") if stage.state == "begun" else stage for stage in stages)


def stage_picture(results: Path, number: int) -> Path:
    """The picture of the scene after a stage, in the folder for the files of its job.

    Raises:
        ProjectError: 'missing': there is none.
    """
    file = results / _picture(number)
    if not file.is_file():
        raise ProjectError("there is no picture of this stage", kind="missing")
    return file


def _picture(number: int) -> str:
    return f"stage_{number}.png"
