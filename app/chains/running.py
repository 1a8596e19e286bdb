"""Runs the steps of a chain one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.actions.action import FreeAction, SceneAction
from scenewright.app.actions.table import ACTIONS, run_action
from scenewright.app.chains.chain_order import ChainOrder
from scenewright.app.chains.step_paths import JOB_FOLDER, PathUse, map_paths
from scenewright.app.internal_errors import lacks_memory
from scenewright.app.requests import RequestError
from scenewright.app.settings import open_scene
from scenewright.scene.errors import InternalError, JobCancelled, ScenewrightError
from scenewright.scene.folder import copy_scene_folder
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["ChainReport", "run_chain"]

_OWN_SCENE = "scene"
"""The copy of a scene that a step changes, in the folder of the job."""


@dataclass(frozen=True)
class ChainReport:
    """What a chain did. `steps`: of each finished step its ``kind``, ``seconds`` and ``result``; paths within the folder of the job are
    relative to it. `error`: why the next step failed; None if all are finished. `failed`: the number of that step, from 0."""

    steps: tuple[dict[str, Any], ...]
    error: ScenewrightError | None = None
    failed: int | None = None


def run_chain(order: ChainOrder, report: Callable[[Any], dict[str, Any]], *, job: Job) -> ChainReport:
    """Run the steps. The first that fails ends the chain.

    Args:
        report: gives the result of an action as JSON values.

    Raises:
        InternalError: a step failed for a reason that is no fault of its request.
        ScenewrightError: caused by a MemoryError: there was too little memory for a step.
        JobCancelled: the job was cancelled.
    """
    chain = _Chain(order)
    told: list[dict[str, Any]] = []
    count = len(order.steps)
    for number, step in enumerate(order.steps):
        part = job.part(number / count, (number + 1) / count)
        part.tick(0.0, str(step.get("kind", "")).replace("_", " "))
        begun = time.monotonic()
        try:
            result = report(chain.run(step, part))
        except (InternalError, JobCancelled):
            raise
        except ScenewrightError as error:
            if lacks_memory(error.__cause__):
                raise  # this process is not to be trusted with more work
            return ChainReport(tuple(told), error, number)
        seconds = round(time.monotonic() - begun, 3)
        told.append({"kind": step["kind"], "seconds": seconds, "result": _within(result, str(order.folder))})
    return ChainReport(tuple(told))


class _Chain:
    """The steps' common state: the scene that they work on."""

    def __init__(self, order: ChainOrder) -> None:
        self._folder, self._cache = order.folder, order.cache
        self._given = order.scene
        self._session: Session | None = None
        self._own = False

    def run(self, step: Mapping[str, Any], job: Job) -> Any:
        values = dict(step)
        kind = values.pop("kind", None)
        action = ACTIONS.get(kind) if isinstance(kind, str) else None
        if action is None:
            raise RequestError(f"there is no action {kind!r}", field="kind")
        values = map_paths(action.name, values, self._place)
        if isinstance(action, SceneAction):
            return run_action(self._scene(action), action.name, values, job=job)
        result = run_action(None, action.name, values, job=job)
        if isinstance(action, FreeAction) and action.makes_scene:
            self._open(Path(result.folder))
        return result

    def _place(self, path: str, use: PathUse) -> str:
        """A path of a step on this machine."""
        if use is PathUse.READ:
            return str(self._folder) + path.removeprefix(JOB_FOLDER) if path.startswith(JOB_FOLDER) else path
        if use is PathUse.CACHE:
            return str(self._cache / path)
        written = self._folder / path
        if Path(path).is_absolute() or ".." in Path(path).parts:
            raise RequestError(f"{path} is outside of the folder of the job: name a file in it", field="out")
        written.parent.mkdir(parents=True, exist_ok=True)
        return str(written)

    def _scene(self, action: SceneAction[Any, Any]) -> Session:
        if self._session is None:
            if self._given is None:
                raise RequestError(
                    f"{action.name} needs a scene: name one as scene, or let an earlier step make one", field="scene"
                )
            given = self._given
            if given.startswith(JOB_FOLDER):
                given = str(self._folder) + given.removeprefix(JOB_FOLDER)
            self._session, _ = open_scene(given, {})
        if action.changes and not self._own:
            self._take(action)
        return self._session

    def _take(self, action: SceneAction[Any, Any]) -> None:
        """Copy the scene that was given, before a step changes it."""
        assert self._session is not None
        project = self._session.project
        if project is None:
            raise RequestError(
                f"{action.name} changes the scene, and {self._given} is no scene folder: begin with a step generate whose source it is",
                field="scene",
            )
        copy = copy_scene_folder(project.folder, self._folder / _OWN_SCENE)
        self._open(copy.folder)

    def _open(self, folder: Path) -> None:
        self._session, _ = open_scene(folder, {}, writable=True)
        self._own = True


def _within(value: Any, folder: str) -> Any:
    """A value of JSON whose paths below the folder of the job are relative to it."""
    if isinstance(value, str):
        return value.removeprefix(folder + "/") if value.startswith(folder + "/") else value
    if isinstance(value, Path):
        return _within(str(value), folder)
    if isinstance(value, dict):
        return {k: _within(v, folder) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_within(v, folder) for v in value]
    return value
