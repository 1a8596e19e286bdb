"""What a staged run tells while it goes on: that a stage begins, is finished, or is left out. Plain data that crosses to a page as JSON."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

__all__ = ["MOST_STAGE_PICTURE", "StageEvent", "stage_event_from_json"]

MOST_STAGE_PICTURE = 300_000
"""Bytes of the picture of a stage that is told; a larger one is in the run alone."""
_MOST_ENCODED = 4 * (MOST_STAGE_PICTURE // 3 + 1)

Title = Annotated[str, Field(min_length=1, max_length=60)]


class StageEvent(BaseModel):
    """One change of one stage."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    event: Literal["stage"] = "stage"
    """Names the event."""
    number: Annotated[int, Field(ge=0, lt=100)]
    """Of the stage, from 0."""
    titles: Annotated[tuple[Title, ...], Field(min_length=1, max_length=100)]
    """Of all stages of the run, for people."""
    state: Literal["begun", "finished", "left out"]
    """What it is now."""
    says: Annotated[str, Field(max_length=4_000)] = ""
    """In a line: what the checker found, or why it was left out."""
    picture: Annotated[str, Field(max_length=_MOST_ENCODED)] = ""
    """A PNG of the scene after it, in base64; '' for none."""

    @classmethod
    def finished(cls, number: int, titles: tuple[str, ...], says: str, picture: bytes) -> StageEvent:
        """A stage that is done. `picture`: a PNG; b'' for none."""
        data = picture if len(picture) <= MOST_STAGE_PICTURE else b""
        encoded = base64.b64encode(data).decode("ascii")
        return cls(number=number, titles=titles, state="finished", says=says[:4_000], picture=encoded)

    def to_json(self) -> dict[str, Any]:
        """The event as JSON values."""
        return self.model_dump(mode="json")

    def png(self) -> bytes:
        """The picture; b'' where there is none."""
        try:
            return base64.b64decode(self.picture, validate=True)
        except binascii.Error:
            return b""


def stage_event_from_json(values: Mapping[str, Any]) -> StageEvent | None:
    """The event of JSON values; None where they are none: another kind of event, or one of a worker that is not to be trusted."""
    try:
        found = StageEvent.model_validate(dict(values))
    except (ValidationError, TypeError):
        return None
    return found if found.number < len(found.titles) else None
