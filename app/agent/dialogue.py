"""The protocol of a dialogue that edits a scene, and its state as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol, Self

from pydantic import AfterValidator, Field

from scenewright.app.requests import Request

if TYPE_CHECKING:
    from scenewright.app.agent.events import TurnEvent
    from scenewright.app.session import Session
    from scenewright.scene.jobs import Job

__all__ = ["MOST_PATHS", "Dialogue", "Outcome", "PastTurn", "PathList", "SceneEditor", "TurnRequest"]

MOST_PATHS = 500
"""Most paths of one list. A turn that touches more lists the first ones and counts the others."""
_MOST_TURNS = 40
_MOST_MEMORY = 60_000
"""Most characters of an editor's memory of one turn, as JSON."""

PathText = Annotated[str, Field(max_length=1_000)]
PathList = Annotated[tuple[PathText, ...], Field(max_length=MOST_PATHS)]

Outcome = Literal["changed", "stepped", "answered", "selected", "asked", "refused", "talked"]
"""How a turn ended. changed: it made one undo step. stepped: it undid changes or did them again. asked: it waits for an answer."""


def _small(memory: dict[str, Any]) -> dict[str, Any]:
    if len(json.dumps(memory, ensure_ascii=True)) > _MOST_MEMORY:
        raise ValueError(f"must have at most {_MOST_MEMORY:,} characters as JSON")
    return memory


class PastTurn(Request):
    """One turn that is over, as later turns see it."""

    said: str = Field(max_length=4_000)
    """What the person said."""
    told: str = Field(default="", max_length=20_000)
    """What the editor said."""
    outcome: Outcome = "talked"
    """How the turn ended."""
    paths: PathList = ()
    """What the turn was about: what *it* and *them* mean after it."""
    selection: PathList = ()
    """What was selected while it was said."""
    memory: Annotated[dict[str, Any], AfterValidator(_small)] = Field(default_factory=dict)
    """What the editor keeps for its next turn, such as a question that waits for its answer. Only the editor that wrote it reads it."""


class Dialogue(Request):
    """The turns of a dialogue, oldest first."""

    turns: tuple[PastTurn, ...] = Field(default=(), max_length=_MOST_TURNS)
    """The last turns; older ones can be left out."""

    def then(self, turn: PastTurn) -> Self:
        """The dialogue after one more turn. The oldest turns beyond what a dialogue holds are left out."""
        return type(self)(turns=(*self.turns, turn)[-_MOST_TURNS:])

    @property
    def last(self) -> PastTurn | None:
        """The turn before; None in a new dialogue."""
        return self.turns[-1] if self.turns else None


class TurnRequest(Request):
    """One turn: what the person says, and what it may refer to."""

    text: str = Field(max_length=4_000)
    """What the person says."""
    selection: PathList = ()
    """Paths of what is selected: *this*, *it*, *these*."""
    pinned: PathList = ()
    """Paths of what the person has pinned: it is moved or turned only where the person insists."""
    dialogue: Dialogue = Dialogue()
    """The turns before."""
    camera: int = Field(default=0, ge=0)
    """Number of the camera whose left and right a sentence means that names no other."""


class SceneEditor(Protocol):
    """Edits a scene by what a person says. Implementations are found by name (:func:`scenewright.app.agent.scene_editor`)."""

    @property
    def name(self) -> str: ...

    def turn(self, session: Session, turn: TurnRequest, *, job: Job) -> Iterator[TurnEvent]:
        """Take one turn. The last event is a :class:`TurnEnded`, whose `past` belongs at the end of the dialogue.

        The scene changes in one undo step by the author 'agent', or not at all. The editor looks at `job` between its steps. It gives the
        event of a change after the change was saved. What it cannot do it refuses by an event, with what can be done instead.

        Raises:
            JobCancelled: the job was cancelled; nothing was changed.
            ProgramError, ProjectError: the scene itself cannot be read or saved.
        """
        ...
