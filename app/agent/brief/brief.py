"""The brief of a scene as plain data: a model fills it in, a person can edit it, and the checker judges by it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from scenewright.app.requests import RequestError
from scenewright.scene.printing import cut, printable_lines

__all__ = ["Brief", "BriefRelation", "BriefRoom", "BriefThing", "RelationKind", "RoomPlace", "read_brief"]

_MOST_THINGS, _MOST_RELATIONS = 200, 400
_MOST_COUNT = 1_000


def _one_line(text: str) -> str:
    return " ".join(printable_lines(text).split())


Words = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]

RelationKind = Literal[
    "on", "inside", "under", "above", "hanging", "hung", "on_wall", "against_wall", "in_corner", "centered", "next_to", "near",
    "across", "far", "apart", "away", "left_of", "right_of", "in_front_of", "behind", "facing", "around", "between", "flank",
    "foot", "head", "along", "with", "at", "arranged", "floor",
]  # fmt: skip
"""Kinds of relation of :class:`scenewright.app.writers.asked.AskedRelation`."""

RoomPlace = Literal["", "room", "wall", "corner", "door", "window", "ceiling", "floor"]
"""Places of a room that a thing can be related to."""


class _Part(BaseModel):
    """What all parts of a brief share: no unknown fields, and nothing is changed after it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class BriefThing(_Part):
    """Things of one kind that the scene must have."""

    id: Words
    """A short name of its own, such as 'armchair' or 'red_chair'; relations refer to it."""
    noun: Words = Field(min_length=1)
    """What it is, in the singular and without attributes: 'armchair'."""
    attributes: Words = ""
    """Its looks in the order of English, before the noun: 'large red leather'. '' for none."""
    count: int = Field(default=1, ge=1, le=_MOST_COUNT)
    """How many there are, all of the same looks."""
    at_least: bool = False
    """Whether more are welcome: 'some', 'at least ten', 'a few'."""
    holds: tuple[Words, ...] = ()
    """What it holds or shows: 'apples' for a bowl of apples."""

    @property
    def phrase(self) -> str:
        """The noun with its attributes."""
        return f"{self.attributes} {self.noun}".strip()


class BriefRelation(_Part):
    """How things of one kind stand to others, or to a place of the room."""

    subject: Words
    """`id` of the thing that the relation is about."""
    kind: RelationKind
    """What holds of the subject: on, facing, next_to, against_wall ..."""
    anchors: tuple[Words, ...] = ()
    """`id` of each thing that it is related to; empty where it is a place of the room."""
    place: RoomPlace = ""
    """The place of the room that it is related to; '' for none."""
    detail: Words = ""
    """Which one of several places: 'back', 'left', 'each', or the measure 'gap 0 0.8' in metres. '' for any."""
    subject_count: int | None = Field(default=None, ge=1, le=_MOST_COUNT)
    """How many of the subjects are meant; None: all."""
    anchor_count: int | None = Field(default=None, ge=1, le=_MOST_COUNT)
    """How many of the anchors are meant; None: all."""
    each: bool = False
    """Whether every anchor has its share of the subjects: 'a lamp on each nightstand'."""


class BriefRoom(_Part):
    """The place that the things are in."""

    kind: Words = ""
    """What kind of place it is: 'bedroom', 'garden'. '' where the request does not say."""
    outdoor: bool = False
    """Whether it has no walls."""
    width: float | None = Field(default=None, gt=0.0, le=1_000.0)
    """Metres from its left to its right; None where the request does not say."""
    depth: float | None = Field(default=None, gt=0.0, le=1_000.0)
    """Metres from its back to its front; None where the request does not say."""
    size: Literal["", "small", "large", "huge"] = ""
    """Its size in words."""
    doors: int = Field(default=0, ge=0, le=50)
    """How many doors the request names."""
    windows: int = Field(default=0, ge=0, le=50)
    """How many windows the request names."""
    walls: Words = ""
    """Color or material of the walls; '' for any."""
    floor: Words = ""
    """Color or material of the floor; '' for any."""


class Brief(_Part):
    """What a scene must show. It says nothing of coordinates."""

    summary: Annotated[str, Field(max_length=1_000), AfterValidator(_one_line)] = ""
    """The scene in a sentence."""
    room: BriefRoom = BriefRoom()
    """Where the things are, as far as the request says it."""
    things: tuple[BriefThing, ...] = Field(default=(), max_length=_MOST_THINGS)
    """All that must be there, the most important first."""
    relations: tuple[BriefRelation, ...] = Field(default=(), max_length=_MOST_RELATIONS)
    """Where they stand to each other and in the room."""
    absent: tuple[Words, ...] = ()
    """Nouns of what must not be there."""
    style: Words = ""
    """Mood and style of the whole: 'cosy, Scandinavian'. '' for none."""
    light: Words = ""
    """What is said of the light: 'warm evening light'. '' for none."""
    camera: Words = ""
    """What is said of the view: 'seen from above'. '' for none."""
    motion: Words = ""
    """What moves, and how: 'the carousel turns'. '' for a still scene."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        ids = [thing.id for thing in self.things]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"each thing needs an id of its own: {', '.join(map(repr, twice[:4]))} stands twice")
        for number, relation in enumerate(self.relations, start=1):
            unknown = [i for i in (relation.subject, *relation.anchors) if i not in ids]
            if unknown:
                listed = cut(", ".join(ids), 200)
                raise ValueError(
                    f"relation {number} names {unknown[0]!r}, and no thing has this id: there are {listed}"
                )
            if not relation.anchors and not relation.place and relation.kind not in ("arranged", "apart"):
                raise ValueError(
                    f"relation {number} ({relation.subject} {relation.kind}) has neither anchors nor a place"
                )
        return self


def read_brief(text: str) -> Brief:
    """A brief from its JSON text.

    Raises:
        RequestError: it is none; the message says where.
    """
    try:
        return Brief.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        message = first["msg"].removeprefix("Value error, ")
        raise RequestError(f"this is no brief: {where}: {cut(message, 300)}", field="brief") from None
