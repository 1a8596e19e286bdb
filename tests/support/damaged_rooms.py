"""Rooms that are damaged by a seed: things thrown about and turned, things taken away, or both."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenewright.app.room_tasks.things import StandingThing, standing_things
from scenewright.app.session import Draft, Session
from scenewright.assets import Catalogue
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Arrange, Placement
from scenewright.scene.layout import riders

__all__ = ["DAMAGES", "DamagedRoom", "damaged_room", "without_relations"]

DAMAGES = ("chaotic", "missing", "both")
_MISSING = 1 / 3
"""Share of the things that are taken away."""
_FALLS = 0.25
"""Share of the small things that end on the floor."""
_RELATE = re.compile(r"^relate\(\n(?: {4}.*\n)*\)\n", re.MULTILINE)


@dataclass(frozen=True)
class DamagedRoom:
    """`folder`: of the damaged scene. `removed`: the nouns of what is gone. `thrown`: paths of what stands elsewhere, as they were."""

    folder: Path
    removed: tuple[str, ...]
    thrown: tuple[str, ...]


def without_relations(source: str) -> str:
    """A program without its statements of relations: nothing tells any more where things belong but they themselves."""
    return _RELATE.sub("", source)


def damaged_room(whole: Path, out: Path, damage: str, *, seed: int, repair_seed: int) -> DamagedRoom:
    """Make a damaged copy of a scene folder.

    Args:
        damage: one of :data:`DAMAGES`.
        seed: of the damage.
        repair_seed: seed of the new folder, so that whoever repairs it draws otherwise than who furnished it.
    """
    chance = random.Random(f"{seed}/{damage}")
    session = Session.open(whole)
    assert session.project is not None
    source = without_relations(session.source)
    Project.create(
        out, source, seed=repair_seed, title=session.project.title, prompt=session.project.prompt, units="m",
        author="person", operation={"kind": "create"},
    )  # fmt: skip
    session = Session.open(out, writable=True)
    session.keep_assets(anew=True)
    draft = Draft(session)
    removed: list[str] = []
    if damage in ("missing", "both"):
        removed = _take(draft, chance)
    thrown: list[str] = []
    if damage in ("chaotic", "both"):
        thrown = _throw(draft, chance)
    draft.save(author="person")
    return DamagedRoom(out, tuple(removed), tuple(thrown))


def _things(draft: Draft) -> list[StandingThing]:
    return [thing for thing in standing_things(draft.judged(), Catalogue.default()) if not thing.fitted]


def _take(draft: Draft, chance: random.Random) -> list[str]:
    """Take a third of the things away, what stands on them with them."""
    things = _things(draft)
    order = sorted(things, key=lambda _: chance.random())
    gone: list[StandingThing] = []
    for thing in order:
        if len(gone) >= round(_MISSING * len(things)):
            break
        mine = [thing, *_above(thing, things)]
        if not any(t in gone for t in mine) and len(gone) + len(mine) <= round(_MISSING * len(things)) + 1:
            gone += mine
    draft.take_away([thing.path for thing in gone])
    return [thing.noun for thing in gone]


def _above(thing: StandingThing, things: Sequence[StandingThing]) -> list[StandingThing]:
    own = [other for other in things if other.carrier == thing.body]
    return [*own, *(above for other in own for above in _above(other, things))]


def _throw(draft: Draft, chance: random.Random) -> list[str]:
    """Throw what stands on the floor about, with what stands on it, let small things fall, and hang what hangs elsewhere."""
    room = draft.scene.room
    assert room is not None
    judged = draft.judged()
    things = {thing.body: thing for thing in _things(draft)}
    bodies = judged.problem.bodies
    row_body = {int(row): body for body, row in enumerate(bodies.row)}
    placements: dict[int, Placement] = {}
    thrown: list[str] = []
    for body, thing in things.items():
        if thing.support in ("floor", "rug") and thing.carrier is None:
            pose = _anywhere(room.width, room.depth, thing, chance)
            along = [body, *(row_body[row] for row in riders(judged, [int(bodies.row[body])]))]
        elif thing.support == "wall" and thing.carrier is None:
            pose = _on_a_wall(room.width, room.depth, room.height, thing, chance)
            along = [body]
        elif thing.carrier is not None and chance.random() < _FALLS:
            x, _, z, turn = _anywhere(room.width, room.depth, thing, chance)
            pose, along = (x, 0.0, z, turn), [body]
        else:
            continue
        thrown.append(thing.path)
        for other in along:
            if other in things and (other == body or other not in placements):
                placements[other] = _moved(bodies.initial[body], pose, bodies.initial[other], bodies.path[other])
    draft.apply([Arrange(poses=tuple(placements.values()))], job=Job())
    return thrown


def _anywhere(
    width: float, depth: float, thing: StandingThing, chance: random.Random
) -> tuple[float, float, float, float]:
    reach = min(max(thing.size[0], thing.size[2]) / 2, width / 2 - 0.05, depth / 2 - 0.05)
    return (
        chance.uniform(-width / 2 + reach, width / 2 - reach),
        thing.at[1] if thing.carrier is None else 0.0,
        chance.uniform(-depth / 2 + reach, depth / 2 - reach),
        chance.uniform(0.0, 360.0),
    )


def _on_a_wall(
    width: float, depth: float, height: float, thing: StandingThing, chance: random.Random
) -> tuple[float, float, float, float]:
    wall = chance.choice(("back", "left", "right", "front"))
    half = (width if wall in ("back", "front") else depth) / 2 - thing.size[0] / 2 - 0.05
    along = chance.uniform(-max(half, 0.0), max(half, 0.0))
    y = chance.uniform(0.3, max(height - thing.size[1] - 0.1, 0.31))
    off = thing.size[2] / 2 + 0.002
    x, z, turn = {
        "back": (along, -depth / 2 + off, 0.0),
        "front": (along, depth / 2 - off, 180.0),
        "left": (-width / 2 + off, along, 90.0),
        "right": (width / 2 - off, along, 270.0),
    }[wall]
    return x, y, z, turn


def _moved(before: object, pose: tuple[float, float, float, float], own: object, path: str) -> Placement:
    """Where what stands on a thing comes when that goes to a pose. All poses are (x, y, z, yaw), `pose` in degrees."""
    bx, by, bz, byaw = (float(v) for v in before)  # type: ignore[attr-defined]
    x, y, z, yaw = (float(v) for v in own)  # type: ignore[attr-defined]
    turn = math.radians(pose[3]) - byaw
    c, s = math.cos(turn), math.sin(turn)
    dx, dz = x - bx, z - bz
    return Placement(
        path,
        (pose[0] + c * dx + s * dz, pose[1] + y - by, pose[2] - s * dx + c * dz),
        math.remainder(yaw + turn, math.tau),
    )
