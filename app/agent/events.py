"""The events of a turn. Each is plain data that crosses to a page or another process as JSON."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from scenewright.app.agent.dialogue import Outcome, PastTurn, PathList
from scenewright.app.requests import Request, RequestError, refused_request
from scenewright.scene.strict_types import plain_value

__all__ = [
    "AskedBack",
    "PossibleThing",
    "QuestionAnswered",
    "SceneEdited",
    "StepBegun",
    "TextPiece",
    "ThingsSelected",
    "TurnEnded",
    "TurnEvent",
    "TurnNote",
    "TurnRefused",
    "turn_event_from_json",
]

Said = Annotated[str, Field(max_length=8_000)]


class _Told(Request):
    """The base of all events."""

    def to_json(self) -> dict[str, Any]:
        """The event as JSON values."""
        return self.model_dump(mode="json")


class TextPiece(_Told):
    """A piece of what the editor says. The pieces of a turn in their order are its text."""

    event: Literal["text"] = "text"
    """Names the event."""
    piece: Said
    """Some words, with the white space around them."""


class StepBegun(_Told):
    """What is being done now."""

    event: Literal["doing"] = "doing"
    """Names the event."""
    what: Said
    """For people, such as 'finding a place for the lamp'."""


class SceneEdited(_Told):
    """The scene was changed, in one undo step. The event comes after the change was saved."""

    event: Literal["edited"] = "edited"
    """Names the event."""
    words: Said
    """What changed, for people."""
    paths: PathList = ()
    """What changed or is new."""
    gone: PathList = ()
    """What was removed, by its former paths."""
    added: PathList = ()
    """Those of `paths` that are new."""
    moved: PathList = ()
    """Those of `paths` that stand elsewhere now, and are as they were in all else."""
    edits: Annotated[tuple[dict[str, Any], ...], Field(max_length=1_000)] = ()
    """The typed edits; see `scene/language/editing/edits.py`."""
    revision: int = Field(ge=0)
    """The revision that has the change."""


class QuestionAnswered(_Told):
    """The answer to a question about the scene."""

    event: Literal["answer"] = "answer"
    """Names the event."""
    text: Said
    """The answer."""
    paths: PathList = ()
    """What it rests on."""


class ThingsSelected(_Told):
    """What the person asked to be shown or selected."""

    event: Literal["selected"] = "selected"
    """Names the event."""
    paths: PathList
    """What is to be selected."""


class TurnNote(_Told):
    """Something that the person should know: what a change brought about, or how a sentence was read."""

    event: Literal["note"] = "note"
    """Names the event."""
    kind: Literal["consequence", "remark"]
    """consequence: something collides, floats or does not hold any more."""
    text: Said
    """One sentence."""


class TurnRefused(_Told):
    """What cannot be done, or was not understood. Nothing was changed."""

    event: Literal["refused"] = "refused"
    """Names the event."""
    reason: Said
    """Why."""
    suggestions: Annotated[tuple[Said, ...], Field(max_length=20)] = ()
    """Sentences that can be said instead."""


class PossibleThing(Request):
    """One of the things that may be meant."""

    path: Annotated[str, Field(max_length=1_000)]
    """The thing."""
    words: Said
    """What tells it from the others."""


class AskedBack(_Told):
    """A question to the person. Nothing was changed; the next turn may answer it."""

    event: Literal["asked"] = "asked"
    """Names the event."""
    question: Said
    """The question."""
    candidates: Annotated[tuple[PossibleThing, ...], Field(max_length=100)] = ()
    """What may be meant, where the question is which thing."""


class TurnEnded(_Told):
    """The end of a turn, always the last event."""

    event: Literal["end"] = "end"
    """Names the event."""
    outcome: Outcome
    """How the turn ended."""
    words: Said = ""
    """What changed, for people; '' where nothing did."""
    paths: PathList = ()
    """What changed or is new."""
    gone: PathList = ()
    """What was removed, by its former paths."""
    revision: int = Field(ge=0)
    """The revision of the scene after the turn."""
    steps: Literal[0, 1] = 0
    """Undo steps that the turn made."""
    past: PastTurn
    """The turn as the next ones see it: append it to the dialogue."""


TurnEvent = (
    TextPiece
    | StepBegun
    | SceneEdited
    | QuestionAnswered
    | ThingsSelected
    | TurnNote
    | TurnRefused
    | AskedBack
    | TurnEnded
)

_READER: TypeAdapter[TurnEvent] = TypeAdapter(Annotated[TurnEvent, Field(discriminator="event")])


def turn_event_from_json(values: Any) -> TurnEvent:
    """The event that JSON values describe.

    Raises:
        RequestError: they describe none.
    """
    if not isinstance(values, dict):
        raise RequestError("an event of a turn is an object")
    try:
        return _READER.validate_python(plain_value(values))
    except ValidationError as error:
        raise refused_request(error) from None
