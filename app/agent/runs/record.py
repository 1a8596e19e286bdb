"""One run in memory."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, get_args

from pydantic import ValidationError

from scenewright.app.agent.runs.stage_start import StageStart
from scenewright.app.language_models import Spent, Transcript

if TYPE_CHECKING:
    from pydantic_ai.models import Model

__all__ = ["OUTCOMES", "FinishedStage", "Outcome", "Round", "RunRecord", "new_run_id", "replayed"]

Outcome = Literal["running", "done", "best-so-far", "failed", "cancelled"]
"""How a run ended: all checks passed, the best that there was when it stopped, nothing, or it was cancelled. A run that says 'running'
and is not was killed."""
OUTCOMES: tuple[str, ...] = get_args(Outcome)


def new_run_id() -> str:
    """An id that no other run has; ids sort by time."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Round:
    """One program that was tried. `checks`: in a line, what was found out about it. `kept`: whether it became the scene. `after`: how many
    exchanges with models there had been; None: nobody knows."""

    number: int
    program: str = field(repr=False)
    checks: str = ""
    kept: bool = False
    after: int | None = None


@dataclass(frozen=True, slots=True)
class FinishedStage:
    """A stage of a run that is done: one can look at it, and go on from it. `program`: the scene after it, as it was laid out; `checks`: in
    a line, what the checker found; `picture`: a PNG of it; b'' for none; `after`: as for a round."""

    name: str
    program: str = field(repr=False)
    checks: str = ""
    picture: bytes = field(default=b"", repr=False)
    after: int | None = None


@dataclass
class RunRecord:
    """A run of the agent.

    `kind`: what was done, such as 'generate', 'chat' or 'edit'. `request`: the words of the user. `models`: by role. `settings`: JSON
    values, without keys. `prompt_versions`: by role. `started`: ISO 8601, in UTC. `message`: how it ended, in a line. `stages`: those that
    are done, where the scene is built stage by stage.
    """

    kind: str
    request: str
    id: str = field(default_factory=new_run_id)
    models: dict[str, str] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    prompt_versions: dict[str, str] = field(default_factory=dict)
    started: str = field(default_factory=_now)
    seconds: float = 0.0
    outcome: Outcome = "running"
    message: str = ""
    rounds: list[Round] = field(default_factory=list)
    stages: list[FinishedStage] = field(default_factory=list)
    transcript: Transcript = field(default_factory=Transcript, repr=False)

    @property
    def finished_programs(self) -> dict[str, str]:
        """The program after each finished stage, by its name; also that of the stage that the run itself went on from."""
        first = {}
        if self.settings.get("start") is not None:
            with suppress(ValidationError):  # a record that a stranger wrote
                start = StageStart.model_validate(self.settings["start"])
                first = {str(start.stage): start.program}
        return {**first, **{stage.name: stage.program for stage in self.stages}}

    @property
    def said_so_far(self) -> int:
        """How many exchanges with models there have been."""
        return len(self.transcript.exchanges)

    @property
    def spent(self) -> Spent:
        """What models used in it."""
        return self.transcript.spent


def replayed(record: RunRecord, *, strict: bool = True) -> Model:
    """A model that gives each role the answers that it got in this run, without a network; see
    :meth:`scenewright.app.language_models.Transcript.replay`."""
    return record.transcript.replay(strict)
