"""What a run of the agent is asked for, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.agent.brief import Brief
from scenewright.app.agent.checker import CheckedScene
from scenewright.app.agent.runs import RunRecord, StageStart
from scenewright.app.language_models import ModelPicture

if TYPE_CHECKING:
    from pydantic_ai.models import Model

__all__ = ["Made", "MadeProgram", "MakingRequest", "Models"]


@dataclass(frozen=True)
class Models:
    """The models of the roles. `planner`: None: the embedded reader alone makes the brief. `critic`: None: nobody looks at pictures."""

    writer: Model
    planner: Model | None = None
    critic: Model | None = None


@dataclass(frozen=True)
class MakingRequest:
    """What to make, and with how much effort.

    `brief`: instead of one that is made from the text. `pictures`: of what is asked for. `candidates`: programs that are written
    independently; the best by the checker is carried on. `rounds`: most repairs after checks; `critiques`: most looks of the critic.
    `staged`: whether it is built stage by stage; `start`: the stage that it goes on from.
    """

    text: str
    seed: int = 0
    brief: Brief | None = None
    pictures: tuple[ModelPicture, ...] = ()
    candidates: int = 1
    rounds: int = 2
    critiques: int = 1
    staged: bool = False
    start: StageStart | None = None


@dataclass(frozen=True, eq=False)
class Made:
    """A program that evaluates, with what the checker says of it. `replies`: how many of the writer there were. `record`: of the run."""

    program: str
    brief: Brief
    checked: CheckedScene
    replies: int
    notes: tuple[str, ...]
    record: RunRecord


@dataclass(frozen=True, eq=False)
class MadeProgram:
    """What the writers of a run made, as the checker sees it. `replies`: how many of theirs there were."""

    program: str
    checked: CheckedScene
    replies: int
