"""Tidies a room up: what lies about is put where it belongs, out of the way, or taken away. All else stays where it is."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.room_tasks.host_places import put_on_hosts
from scenewright.app.room_tasks.layouts import laid_out, violated
from scenewright.app.room_tasks.outcome import RoomTaskDone, named
from scenewright.app.room_tasks.reading_room import read_room
from scenewright.app.room_tasks.rearranging import new_poses
from scenewright.app.room_tasks.standing_room import StandingRoom
from scenewright.app.room_tasks.standing_stage import StagedRoom, standing_plan
from scenewright.app.writers.embedded.cluster import Cluster
from scenewright.app.writers.embedded.floorplan import fill_standing
from scenewright.app.writers.embedded.roomplan import PlaceEffort
from scenewright.assets.tidying import Belonging, belonging_of
from scenewright.scene.language.editing import Arrange

if TYPE_CHECKING:
    from scenewright.app.room_tasks.things import StandingThing
    from scenewright.app.session import Draft
    from scenewright.app.writers.embedded.selection import Item
    from scenewright.scene.jobs import Job

__all__ = ["tidy"]

_ROUNDS = 3
"""How often another place is tried for what stands badly where it was put."""
_EFFORT = 200_000.0
_AT_WALL = 0.25
"""Metres from a wall up to which a bag or a box is out of the way."""
_FOREGROUND = 1.2
"""Metres of floor along the wall past which a picture looks in."""
_LIES = 0.08
"""Metres above the floor up to which a thing lies on it, or on what lies there."""


@dataclass(frozen=True)
class _Stray:
    """A thing that lies about, where such things belong, and numbers of the bodies that may take it, the best first. `rank`: how good that
    one is: what belongs on a shelf before all gets its place there before what may also be there."""

    thing: StandingThing
    belonging: Belonging
    hosts: tuple[int, ...]
    rank: int = 99


def tidy(
    draft: Draft, *, prompt: str = "", pinned: Collection[str] = (), takes_away: bool = True, job: Job
) -> RoomTaskDone:
    """Put away what lies about. The draft is not saved.

    Args:
        prompt: the text that the scene was made of.
        pinned: paths of what must not be touched.
        takes_away: whether what has no place here may be removed. Rubbish is, too.

    Raises:
        EditError: the scene cannot be read as a room or laid out.
        JobCancelled: the job was cancelled; the draft holds a part of the step and is to be dropped.
    """
    job.tick(0.05, "looking what lies about")
    room = read_room(draft, place="", prompt=prompt, pinned=pinned, job=job)
    kind = "" if room.recipe is None else room.recipe.name
    strays = _strays(room)
    if not strays:
        return RoomTaskDone("tidy", "Nothing lies about here.", kind)
    removed = [s.thing.path for s in strays if takes_away and s.belonging.away == "always"]
    waiting = sorted((s for s in strays if s.thing.path not in removed), key=lambda s: s.rank)
    _forget_places(draft, [s.thing.path for s in waiting])
    others = [thing.path for thing in room.things if thing.body not in {s.thing.body for s in strays}]
    put: dict[str, str] = {}
    tried: dict[int, set[int]] = {s.thing.body: set() for s in waiting}
    for turn in range(_ROUNDS):
        job.tick(0.2 + 0.2 * turn, "putting things away")
        staged = _put_away(room, waiting, tried, job)
        if not staged.moved:
            break
        branch = draft.branch()
        branch.apply([Arrange(poses=tuple(new_poses(room, staged).values()))], job=job.quiet())
        judged = laid_out(branch, others, job.part(0.2 + 0.2 * turn, 0.4 + 0.2 * turn).quiet())
        wrong = violated(judged, [s.thing.path for s in waiting])
        bad = [s for s in waiting if s.thing.path in wrong and s.thing.body in staged.moved]
        for stray in bad:
            host = staged.items[stray.thing.body].host
            tried[stray.thing.body] |= {body for body, item in staged.items.items() if item is host} or {-1}
        if not bad or turn + 1 == _ROUNDS:
            draft.adopt(branch)
            put = {s.thing.path: _where(room, staged, s) for s in waiting if s.thing.body in staged.moved}
            put = {path: where for path, where in put.items() if path not in wrong}
            break
    left = [s for s in waiting if s.thing.path not in put]
    removed += [s.thing.path for s in left if takes_away and s.belonging.away == "yes"]
    not_done = tuple((s.thing.name, "no place was found for it") for s in left if s.thing.path not in removed)
    if removed:
        draft.take_away(removed)
    return RoomTaskDone(
        "tidy",
        _said(put, removed),
        kind,
        moved=tuple(put),
        removed=tuple(removed),
        not_done=not_done,
        done=draft.changed,
    )


def _forget_places(draft: Draft, paths: Collection[str]) -> None:
    """Take out what the program says of where things lie: that was their mess."""
    draft.drop_relations(
        [
            number
            for number, relation in enumerate(draft.scene.relations)
            if any(path in paths for named in relation.paths.values() for path in named)
        ]
    )


def _strays(room: StandingRoom) -> list[_Stray]:
    """What lies about: small things on the floor, and things on what they do not belong on."""
    things = {thing.body: thing for thing in room.things}
    carried = {thing.carrier for thing in room.things}
    out = []
    for thing in room.things:
        belonging = belonging_of((thing.entry.word, thing.noun), thing.entry.category)
        if (
            belonging is None
            or thing.pinned
            or thing.fitted
            or thing.body in carried
            or thing.support in ("wall", "ceiling")
        ):
            continue
        carrier = things.get(thing.carrier) if thing.carrier is not None else None
        named = bool({thing.entry.word.lower(), thing.noun} & {word.lower() for word in belonging.words})
        on_floor = carrier is None and thing.at[1] < _LIES and (thing.support == "surface" or named)
        if belonging.aside and carrier is None and thing.support != "surface" and _is_aside(room, thing):
            continue
        odd = carrier is not None and belonging.is_odd_on((carrier.entry.word, carrier.noun))
        if on_floor or odd:
            hosts = _hosts(belonging, thing, room.things)
            first = things[hosts[0]] if hosts else None
            rank = None if first is None else belonging.rank((first.entry.word, first.noun))
            out.append(_Stray(thing, belonging, hosts, 99 if rank is None else rank))
    return out


def _is_aside(room: StandingRoom, thing: StandingThing) -> bool:
    """Whether a thing stands at a wall, out of the way and of the foreground, already."""
    shell = room.judged.scene.room
    if shell is None:
        return False
    if any(thing.foot.overlaps(strip) for strip in _foreground(room)):
        return False
    rx, rz = thing.foot.reach
    gap = min(shell.width / 2 - abs(thing.at[0]) - rx, shell.depth / 2 - abs(thing.at[2]) - rz)
    return gap < _AT_WALL


def _hosts(belonging: Belonging, thing: StandingThing, things: Sequence[StandingThing]) -> tuple[int, ...]:
    """What may take a thing, the best first; of like ones the nearest."""
    found = []
    for other in things:
        rank = belonging.rank((other.entry.word, other.noun))
        larger = other.size[0] * other.size[2] > 0.8 * thing.size[0] * thing.size[2]
        if rank is not None and other is not thing and larger and not other.pinned and other.support != "rug":
            away = (other.at[0] - thing.at[0]) ** 2 + (other.at[2] - thing.at[2]) ** 2
            found.append((rank, away, other.body))
    return tuple(body for _, _, body in sorted(found))


def _put_away(room: StandingRoom, strays: Sequence[_Stray], tried: dict[int, set[int]], job: Job) -> StagedRoom:
    """A plan in which each stray has its next place: on the best host that has room, else at a wall."""
    staged = standing_plan(room, [s.thing.body for s in strays], job)
    for stray in strays:
        item = staged.items[stray.thing.body]
        item.placed = False
        for body in stray.hosts:
            if body in tried[stray.thing.body]:
                continue
            item.host = staged.items[body]
            put_on_hosts(room, staged.items, [item], [], alone=True)
            if item.placed:
                break
        if not item.placed:
            item.host = None
            if stray.belonging.aside and -1 not in tried[stray.thing.body]:
                item.stands = "floor"
                _lay_aside(room, staged, item)
                foot = next((f for i, f in staged.plan.placed if i is item), None)
                if foot is not None:
                    item.x, item.y, item.z, item.turn, item.placed = foot.x, 0.0, foot.z, foot.turn, True
        if item.placed:
            staged.moved.append(stray.thing.body)
    return staged


def _lay_aside(room: StandingRoom, staged: StagedRoom, item: Item) -> None:
    """Put an item at a wall: not at that past which one looks in, where it would lie before all else in the picture."""
    plan = staged.plan
    before = [(replace(item, placed=True), strip) for strip in _foreground(room)]
    plan.placed = [*plan.placed, *before]
    fill_standing(plan, [Cluster(item, at_wall=True)], [], PlaceEffort(_EFFORT))
    plan.placed = [(i, foot) for i, foot in plan.placed if all(i is not blocked for blocked, _ in before)]


def _foreground(room: StandingRoom) -> list[Footprint]:
    """The strip of floor along the wall that the first camera looks past; none where it stands amid the room, or there is none."""
    scene = room.judged.scene
    shell = scene.room
    if shell is None or not scene.cameras:
        return []
    (x, _, z), deep = scene.cameras[0].eye, _FOREGROUND / 2
    out = []
    if abs(z) > shell.depth / 2 - 2 * deep:
        out.append(Footprint(0.0, math.copysign(shell.depth / 2 - deep, z), shell.width / 2, deep))
    if abs(x) > shell.width / 2 - 2 * deep:
        out.append(Footprint(math.copysign(shell.width / 2 - deep, x), 0.0, deep, shell.depth / 2))
    return out


def _where(room: StandingRoom, staged: StagedRoom, stray: _Stray) -> str:
    """Where a thing was put, in words."""
    host = staged.items[stray.thing.body].host
    found = next((t for t in room.things if staged.items[t.body] is host), None)
    return f"on the {found.name}" if found is not None else "to the wall"


def _said(put: dict[str, str], removed: Sequence[str]) -> str:
    by_place: dict[str, list[str]] = {}
    for path, where in put.items():
        by_place.setdefault(where, []).append(path)
    told = [f"put {named(paths)} {where}" for where, paths in by_place.items()]
    told += [f"cleared {named(removed)} away"] if removed else []
    if not told:
        return "Nothing of what lies about has a place here."
    said = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    return f"Tidied up: {said}."
