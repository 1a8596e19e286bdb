"""The stages in which a scene is built, and which things of a brief each of them brings.

Rooms are populated as by SceneSmith (plan, furniture, walls, ceiling, small things); a scene of a picture is built camera first, then
geometry, materials and light. Each stage ends with a program that was laid out and checked, from which the next goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scenewright.app.agent.brief import Brief, BriefThing

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = [
    "PICTURE_STAGES",
    "ROOM_STAGES",
    "MakingStage",
    "brief_until",
    "stages_for",
    "stages_of_things",
]

_LARGE = 0.8
"""Metres from which on a thing of the floor is furniture, whatever it is said to stand on: a table on a rug."""


@dataclass(frozen=True, slots=True)
class MakingStage:
    """One stage. `name`: also that of its prompt, ``prompts/stages/NAME.md``. `title`: for people. `needed`: without it there is nothing to
    go on from. `compared`: what of a picture it is judged by; '' for none."""

    name: str
    title: str
    needed: bool = False
    compared: Literal["", "edges", "color", "light"] = ""


ROOM_STAGES = (
    MakingStage("plan", "the plan", needed=True),
    MakingStage("furniture", "the furniture", needed=True),
    MakingStage("wall", "the walls"),
    MakingStage("ceiling", "the ceiling"),
    MakingStage("small", "the small things"),
)
_OUTDOOR_STAGES = tuple(stage for stage in ROOM_STAGES if stage.name not in ("wall", "ceiling"))
PICTURE_STAGES = (
    MakingStage("camera", "the camera", needed=True, compared="edges"),
    MakingStage("geometry", "the things", needed=True, compared="edges"),
    MakingStage("materials", "colours and materials", compared="color"),
    MakingStage("light", "the light", compared="light"),
)


def stages_for(brief: Brief, *, pictured: bool) -> tuple[MakingStage, ...]:
    """The stages of a scene. `pictured`: pictures show what is asked for."""
    if pictured:
        return PICTURE_STAGES
    return _OUTDOOR_STAGES if brief.room.outdoor else ROOM_STAGES


def stages_of_things(brief: Brief, catalogue: Catalogue) -> dict[str, str]:
    """Id of each thing of a brief -> name of the stage of a room that brings it: by what the request says of its place, then by where the
    catalogue's object of that name stands."""
    return {thing.id: _stage_of(thing, brief, catalogue) for thing in brief.things}


def _stage_of(thing: BriefThing, brief: Brief, catalogue: Catalogue) -> str:
    found = catalogue.find(thing.phrase, k=1, meaning=False) or catalogue.find(thing.noun, k=1, meaning=False)
    entry = found[0].entry if found else None
    support = entry.support if entry is not None else ""
    said = [relation for relation in brief.relations if relation.subject == thing.id]
    kinds = {relation.kind for relation in said}
    if "on_wall" in kinds or (support == "wall" and "on" not in kinds):
        return "wall"
    if "hanging" in kinds or support == "ceiling" or any(relation.place == "ceiling" for relation in said):
        return "ceiling"
    if "hung" in kinds:
        return "wall"
    on_floor = support in ("floor", "rug")
    large = entry is not None and max(entry.size[0], entry.size[2]) >= _LARGE
    carried = any(relation.kind in ("on", "inside") and relation.anchors for relation in said)
    if any(relation.kind == "with" and relation.anchors for relation in said):
        # "two nightstands, each with a lamp": where no object is called so alone, some of that name stand on furniture
        own = entry is not None and entry.word == thing.noun
        carried = carried or (not own and _is_carried_often(thing.noun, catalogue))
        large = large and own
    if (carried and not (large and on_floor)) or (support and not on_floor):
        return "small"
    return "furniture"


def _is_carried_often(noun: str, catalogue: Catalogue) -> bool:
    """Whether objects of the catalogue whose name ends with a noun stand on furniture: a table lamp."""
    return any(entry.support == "surface" and entry.word.endswith(f" {noun}") for entry in catalogue.entries)


def brief_until(brief: Brief, stages: Sequence[MakingStage], number: int, catalogue: Catalogue) -> Brief:
    """What of a brief must be there after the stage `number` of `stages`: its things, and the relations between those.

    The things of a picture are all there from its second stage on. What moves, and what must not be there, is for the last stage.
    """
    if number >= len(stages) - 1:
        return brief
    if stages[number].compared:
        things = brief.things if number > 0 else ()
    else:
        done = {stage.name for stage in stages[: number + 1]}
        known = {stage.name for stage in stages}
        place = stages_of_things(brief, catalogue)
        # what has no stage of its own, such as a lamp that hangs outdoors, comes with the last
        things = tuple(t for t in brief.things if (place[t.id] if place[t.id] in known else stages[-1].name) in done)
    ids = {thing.id for thing in things}
    relations = tuple(r for r in brief.relations if {r.subject, *r.anchors} <= ids)
    return brief.model_copy(update={"things": things, "relations": relations, "absent": (), "motion": ""})
