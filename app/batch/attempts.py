"""One attempt at a job: what a worker is told, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenewright.app.batch.planning import PlannedJob
from scenewright.app.chains import PathUse, map_paths

__all__ = ["Attempt", "AttemptResult", "moved_inputs"]


@dataclass(frozen=True)
class Attempt:
    """A job with its limits resolved. `number`: from 1. `memory_bytes`: None: what the machine has for each of its workers."""

    job: PlannedJob
    number: int
    seconds: float
    memory_bytes: int | None


@dataclass(frozen=True)
class AttemptResult:
    """How an attempt ended.

    Attributes:
        steps: what each finished step returned.
        kind, reason: why it failed; '' if it did not.
        again: it was lost with its worker or machine, and may be tried again.
        cancelled: the batch was cancelled meanwhile.
    """

    seconds: float
    host: str
    steps: tuple[Mapping[str, Any], ...] = ()
    kind: str = ""
    reason: str = ""
    again: bool = False
    cancelled: bool = False
    peak_bytes: int | None = None

    @property
    def finished(self) -> bool:
        return not (self.kind or self.cancelled)


def moved_inputs(job: PlannedJob, places: Mapping[str, str]) -> tuple[list[dict[str, Any]], str | None]:
    """The steps and the scene of a job whose inputs lie elsewhere. `places`: path -> path."""

    def moved(path: str, use: PathUse) -> str:
        return places.get(path, path) if use is PathUse.READ else path

    steps = [{"kind": s["kind"], **map_paths(str(s["kind"]), _fields(s), moved)} for s in job.steps]
    return steps, None if job.scene is None else places.get(job.scene, job.scene)


def _fields(step: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in step.items() if name != "kind"}
