"""The actions that list the runs of language models on a scene, and show one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.agent.runs import LAST_STAGES, FinishedStage, RunRecord, RunSummary, list_runs, load_run
from scenewright.app.agent.runs.files import stage_file
from scenewright.app.requests import Request
from scenewright.scene.errors import ProjectError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import cut, printable_lines
from scenewright.scene.short_repr import short_repr

__all__ = [
    "REPLAY_RUN",
    "RUNS",
    "SHOW_RUN",
    "ReplayRunRequest",
    "ReplayedRun",
    "RunsFound",
    "RunsRequest",
    "ShowRunRequest",
    "ShownRun",
]

_MOST_PROGRAM = 12_000
"""Characters of the program of a round."""
_MOST_SAID = 2_000
"""Characters of a message; the transcript in the scene folder has it whole."""


class RunsRequest(Request):
    """Whose runs to list."""

    scene: Path
    """The scene folder."""


@dataclass(frozen=True)
class RunsFound:
    """The runs that a scene keeps, the oldest first."""

    runs: tuple[RunSummary, ...]

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        return {"runs": [run.report() for run in self.runs]}


def runs(request: RunsRequest, job: Job) -> RunsFound:
    """List the runs of language models on a scene.

    Raises:
        ProjectError: there is no such folder, or its runs cannot be listed.
    """
    _require_folder(request.scene)
    return RunsFound(tuple(list_runs(request.scene)))


class ShowRunRequest(Request):
    """Which run to show."""

    scene: Path
    """The scene folder."""
    run: Annotated[str, Field(min_length=1, max_length=64)]
    """Id of the run."""


@dataclass(frozen=True)
class ShownRun:
    """A run, with all that was said in it. `folder`: where it is kept."""

    record: RunRecord
    folder: Path

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """What it did, turn by turn, with shortened messages."""
        record = self.record
        return {
            "id": record.id,
            "folder": str(self.folder),
            "kind": record.kind,
            "request": record.request,
            "models": record.models,
            "prompt_versions": record.prompt_versions,
            "settings": record.settings,
            "started": record.started,
            "seconds": record.seconds,
            "outcome": record.outcome,
            "message": record.message,
            "spent": record.spent.to_json(),
            "rounds": [
                {
                    "number": r.number,
                    "checks": r.checks,
                    "kept": r.kept,
                    "after": r.after,
                    "program": _shortened(r.program, _MOST_PROGRAM),
                }
                for r in record.rounds
            ],
            "stages": [
                {
                    "name": s.name,
                    "checks": s.checks,
                    "after": s.after,
                    "program": str(p),
                    "picture": str(p.with_suffix(".png")),
                }
                for s, p in self.stages()
            ],
            "goes_on_after": [name for name in record.finished_programs if name not in LAST_STAGES],
            "turns": self.turns(shorten=_shortened),
            "notes": list(record.transcript.notes),
        }

    def stages(self) -> list[tuple[FinishedStage, Path]]:
        """The stages that are finished, with the file of the program of each; its picture lies beside it."""
        return [
            (stage, self.folder / "stages" / stage_file(number, stage.name, "py"))
            for number, stage in enumerate(self.record.stages, start=1)
        ]

    def turns(self, most: int = _MOST_SAID, *, shorten: Callable[[str, int], str] = cut) -> list[dict[str, Any]]:
        """What was said and answered, each at most `most` characters, on one line or as `shorten` has it."""
        return [
            {
                "role": e.role,
                "model": e.model,
                "output": e.output,
                "pictures": list(e.pictures),
                "said": shorten(e.said, most),
                "answered": shorten(e.answered, most),
                "finish_reason": e.finish_reason,
                "input_tokens": e.usage.get("input_tokens", 0),
                "output_tokens": e.usage.get("output_tokens", 0),
                "seconds": e.seconds,
                "cost": e.cost,
                "tries": e.tries,
                "error": e.error,
            }
            for e in self.record.transcript.exchanges
        ]


def _shortened(text: str, most: int) -> str:
    """A text with its lines and at most `most` characters. Three dots on a line of their own mark the place of the cut."""
    plain = printable_lines(text[:most])
    return plain if len(text) <= most and len(plain) <= most else f"{plain[: most - 4]}\n..."


def show_run(request: ShowRunRequest, job: Job) -> ShownRun:
    """Show one run: what was asked of which model, what it answered, and what it cost.

    Raises:
        ProjectError: there is no such run, or it is damaged.
    """
    _require_folder(request.scene)
    record = load_run(request.scene, request.run, pictures=False)
    return ShownRun(record, request.scene / "runs" / record.id)


class ReplayRunRequest(ShowRunRequest):
    """Which run to make again."""

    strict: bool = True
    """Whether a turn that differs from the recorded one is an error; otherwise it is a note."""


@dataclass(frozen=True)
class ReplayedRun:
    """What came of a replay. `same`: whether its program is the one that the run kept. `rounds`: how many programs there were."""

    run: str
    program: str
    same: bool
    rounds: int
    notes: tuple[str, ...]

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        return {
            "run": self.run,
            "same": self.same,
            "rounds": self.rounds,
            "program": self.program,
            "notes": list(self.notes),
        }


def replay(request: ReplayRunRequest, job: Job) -> ReplayedRun:
    """Make the scene of a run again from what its models said, without a network. Nothing is saved.

    Raises:
        ProjectError: there is no such run, or it is damaged.
        ModelError: a turn differs from the recorded one.
        ScenewrightError: it fails as the run did.
        JobCancelled: the job was cancelled.
    """
    from scenewright.app.agent.making import replay_run
    from scenewright.assets import Catalogue

    _require_folder(request.scene)
    record = load_run(request.scene, request.run)
    made = replay_run(record, Catalogue.default(), job, strict=request.strict)
    return ReplayedRun(record.id, made.program, made.same, made.rounds, made.notes)


def _require_folder(scene: Path) -> None:
    if not scene.is_dir():
        raise ProjectError(f"there is no scene folder {scene}: runs are kept in scene folders", kind="missing")


RUNS = FreeAction("runs", "List the runs of language models on a scene.", RunsRequest, runs)
SHOW_RUN = FreeAction("show_run", "Show one run of language models on a scene.", ShowRunRequest, show_run)
REPLAY_RUN = FreeAction("replay_run", "Make the scene of a run again without a network.", ReplayRunRequest, replay)
