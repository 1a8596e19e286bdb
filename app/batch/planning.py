"""Plans a batch: checks each job, makes one of each combination of its grid, and gives it a hash of all that its result depends on."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from scenewright.app.actions.action import FreeAction, SceneAction
from scenewright.app.actions.table import ACTIONS
from scenewright.app.batch.input_digests import InputDigests
from scenewright.app.batch.job_grids import MOST_JOBS, Cell, cells_of, steps_with
from scenewright.app.batch.job_lines import JobLine, LineProblem
from scenewright.app.chains import JOB_FOLDER, PathUse, default_out, map_paths
from scenewright.app.requests import Request, RequestError
from scenewright.app.version import __version__
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.short_repr import short_repr
from scenewright.scene.strict_types import shown_value

__all__ = ["JobLimits", "PlannedJob", "plan_jobs"]

_SCHEMA = 1
"""Of what is hashed: a change of it makes all jobs new."""
_OWN_FIELDS = frozenset({"label", "scene", "steps", "grid", "limits"})
_MOST_STEPS = 100
_SLUG = re.compile(r"[^a-z0-9]+")
_MOST_SLUG = 40


class JobLimits(Request):
    """What one job may take."""

    seconds: Annotated[float, Field(gt=0.0)] | None = None
    """Most seconds; None: those of the batch."""
    memory_gb: Annotated[float, Field(gt=0.0)] | None = None
    """Most memory of its worker with all that this starts, in GB; None: that of the batch."""
    cpus: Annotated[float, Field(gt=0.0)] | None = None
    """Processor cores that it is planned with on a cluster; None: those of the batch."""
    gpus: Annotated[float, Field(ge=0.0)] = 0.0
    """GPUs that it is planned with on a cluster."""


@dataclass(frozen=True)
class PlannedJob:
    """A job that can be run.

    Attributes:
        key: sha256 of all that its result depends on: the steps with all their fields, the contents of what they read, the version.
        label: what people call it; the name of its folder without the hash.
        steps: paths to read are absolute or begin with ``{job}``.
        scene: the scene that it begins with, as an absolute path; None: a step makes one.
        where: the line that it comes from, for messages.
        reads: the absolute paths of all that it reads, each with the hash of its content.
    """

    key: str
    label: str
    steps: tuple[Mapping[str, Any], ...]
    scene: str | None
    limits: JobLimits
    where: str
    reads: Mapping[str, str] = field(default_factory=dict)

    __repr__ = short_repr

    @property
    def folder_name(self) -> str:
        """The name of the folder with its results."""
        return f"{self.label}-{self.key[:12]}"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The actions of its steps."""
        return tuple(str(step["kind"]) for step in self.steps)


def plan_jobs(
    lines: Iterable[JobLine], base: Path, *, digests: InputDigests | None = None
) -> tuple[list[PlannedJob], list[LineProblem]]:
    """The jobs of all lines, in their order, with duplicates, and the lines of which none can be made.

    Args:
        base: the folder that paths to read are relative to.
    """
    digests = digests or InputDigests()
    jobs: list[PlannedJob] = []
    problems: list[LineProblem] = []
    for line in lines:
        try:
            jobs += _jobs_of(line, base, digests, most=MOST_JOBS - len(jobs))
        except ScenewrightError as error:
            label = line.values.get("label")
            problems.append(LineProblem(line.where, str(error), label if isinstance(label, str) else ""))
    return jobs, problems


def _jobs_of(line: JobLine, base: Path, digests: InputDigests, *, most: int) -> list[PlannedJob]:
    values = dict(line.values)
    steps = _steps(values)
    own = {name: values.pop(name) for name in _OWN_FIELDS & values.keys() if name != "scene" or not _asks_scene(steps)}
    if values and "kind" not in values:
        raise RequestError(f"there is no field {', '.join(sorted(values))} of a job with steps", field=min(values))
    limits = JobLimits(**_table(own.get("limits", {}), "limits"))
    label, scene = own.get("label"), own.get("scene")
    jobs: list[PlannedJob] = []
    for cell in cells_of(own.get("grid")):
        if len(jobs) >= most:
            raise RequestError(f"a batch has at most {MOST_JOBS:,} jobs: divide it", field="grid")
        scenes = dict(cell)
        here = scenes.pop("scene", scene) if not _asks_scene(steps) else scene
        if not (here is None or isinstance(here, str)):
            raise RequestError(f"scene is the path of one scene, not {shown_value(here)}", field="scene")
        named = _label(label, steps_with(steps, scenes), cell)
        jobs.append(_planned(line, steps_with(steps, scenes), here, named, limits, base, digests))
    return jobs


def _table(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise RequestError(f"{name} is a table, not {shown_value(value)}", field=name)
    return dict(value)


def _steps(values: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps of a job: those that it lists, else the one that it is."""
    if "steps" in values:
        if "kind" in values:
            raise RequestError("a job has a kind or steps: give one of them", field="kind")
        listed = values["steps"]
        if not isinstance(listed, list) or not 1 <= len(listed) <= _MOST_STEPS:
            raise RequestError(f"steps is a list of 1 to {_MOST_STEPS} actions", field="steps")
        steps = [_table(step, "a step") for step in listed]
    else:
        alone = {n: v for n, v in values.items() if n not in _OWN_FIELDS or (n == "scene" and _asks_scene([values]))}
        steps = [alone]
    for step in steps:
        if not (isinstance(step.get("kind"), str) and step["kind"] in ACTIONS):
            shown = shown_value(step["kind"]) if "kind" in step else "none"
            raise RequestError(f"its kind is {shown}: use one of {', '.join(ACTIONS)}", field="kind")
    return steps


def _asks_scene(steps: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the only step has a field `scene` of its own, such as that of copy_scene."""
    action = ACTIONS.get(str(steps[0].get("kind"))) if len(steps) == 1 else None
    return action is not None and "scene" in action.request.model_fields


def _planned(
    line: JobLine,
    steps: list[dict[str, Any]],
    scene: str | None,
    label: str,
    limits: JobLimits,
    base: Path,
    digests: InputDigests,
) -> PlannedJob:
    reads: dict[str, str] = {}

    def placed(path: str, use: PathUse) -> str:
        if use is PathUse.SIGNAL:
            raise RequestError("a batch ends a job by its limits: leave stop_file out", field="stop_file")
        if use is not PathUse.READ:
            if Path(path).is_absolute() or ".." in Path(path).parts:
                raise RequestError(f"{path} is outside of the folder of the job: name a file in it", field="out")
            return path
        if path.startswith(JOB_FOLDER):
            if ".." in Path(path).parts:
                raise RequestError(f"{path} is outside of the folder of the job", field="scene")
            return path
        whole = str((base / path).absolute())
        reads[whole] = digests.of(whole)
        return whole

    whole_scene = None if scene is None else placed(scene, PathUse.READ)
    own_scene = whole_scene is not None
    outs: dict[str, int] = {}
    told: list[dict[str, Any]] = []
    hashed: list[Any] = []
    for number, given in enumerate(steps):
        step = dict(given)
        kind = str(step.pop("kind"))
        action = ACTIONS[kind]
        about = "" if len(steps) == 1 else f"step {number + 1}, {kind}: "
        try:
            values = map_paths(kind, _with_places(kind, step, outs), placed)
            request = action.read(values)
        except ScenewrightError as error:
            raise RequestError(f"{about}{error}", field=error.field) from None
        if isinstance(action, SceneAction) and not own_scene:
            raise RequestError(
                f"{about}{kind} works on a scene: name one as scene, or let an earlier step make one", field="scene"
            )
        own_scene = own_scene or (isinstance(action, FreeAction) and action.makes_scene)
        told.append({"kind": kind, **values})
        dumped = request.model_dump(mode="json")
        hashed.append([kind, map_paths(kind, dumped, lambda path, use: reads.get(path, path))])
    values = {"schema": _SCHEMA, "version": __version__, "steps": hashed}
    values["scene"] = None if whole_scene is None else reads.get(whole_scene, whole_scene)
    key = hashlib.sha256(json.dumps(values, sort_keys=True, allow_nan=False).encode("utf-8")).hexdigest()
    return PlannedJob(key, label, tuple(told), whole_scene, limits, line.where, reads)


def _with_places(kind: str, step: dict[str, Any], outs: dict[str, int]) -> dict[str, Any]:
    """The step with places of its own for what it writes and caches, where it says none."""
    out = default_out(kind)
    if out is not None and step.get("out") is None:
        outs[out] = outs.get(out, 0) + 1
        step = {**step, "out": out if outs[out] == 1 else f"{out}-{outs[out]}"}
    if "work" in ACTIONS[kind].request.model_fields and step.get("work") is None:
        step = {**step, "work": "capture"}
    return step


def _label(label: Any, steps: Sequence[Mapping[str, Any]], cell: Cell) -> str:
    """A name of small letters, digits and dashes for the folder of a job."""
    if label is None:
        first = steps[0]
        label = first.get("text") or first.get("source") or first["kind"]
    elif not isinstance(label, str):
        raise RequestError(f"label is a text, not {shown_value(label)}", field="label")
    for name, value in cell.items():
        label = str(label).replace(f"{{{name}}}", str(value))
    return _SLUG.sub("-", str(label).lower())[:_MOST_SLUG].strip("-") or "job"
