"""Re-arranges a room: the same things with the same looks in a sensible arrangement; only poses change."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import turned
from scenewright.app.room_tasks.completing import add_staged, kept_of, say_what_holds
from scenewright.app.room_tasks.free_views import free_views
from scenewright.app.room_tasks.layouts import laid_out, violated
from scenewright.app.room_tasks.outcome import RoomTaskDone, named
from scenewright.app.room_tasks.reading_room import read_room
from scenewright.app.room_tasks.standing_room import StandingRoom
from scenewright.app.room_tasks.standing_stage import StagedRoom, stage_standing
from scenewright.scene.geometry import standing_poses
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Arrange, Placement

if TYPE_CHECKING:
    from scenewright.app.room_tasks.things import StandingThing
    from scenewright.app.session import Draft
    from scenewright.app.writers.writer import DressLevel
    from scenewright.scene.model import Scene

__all__ = ["rearrange"]

_WAYS = 5
"""How many ways to furnish such a place are planned, of which the best is taken."""
_NEAR_METRES, _NEAR_DEGREES = 0.02, 1.0
"""What differs less from where it stands stays."""


def rearrange(
    draft: Draft,
    *,
    place: str = "",
    prompt: str = "",
    pinned: Collection[str] = (),
    adds: DressLevel | None = None,
    job: Job,
) -> RoomTaskDone:
    """Give the things of a room the places that such a room gives them. The draft is not saved.

    Args:
        place: what kind of place it is; '' to find out.
        prompt: the text that the scene was made of.
        pinned: paths of what stays where it is.
        adds: also add what such a place has and this one lacks, up to this level of dressing; None: nothing.

    Raises:
        EditError: the scene cannot be read as a room or laid out.
        JobCancelled: the job was cancelled; the draft holds a part of the step and is to be dropped.
    """
    job.tick(0.05, "reading the room")
    room = read_room(draft, place=place, prompt=prompt, pinned=pinned, job=job)
    kind = "" if room.recipe is None else room.recipe.name
    free = movers(room)
    if not free and adds is None:
        return RoomTaskDone("rearrange", "There is nothing here that may move.", kind)
    job.tick(0.15, "planning the room")
    staged = _best_plan(room, free, draft.seed, adds, job.part(0.15, 0.5))
    before = draft.scene
    poses = new_poses(room, staged)
    if poses:
        draft.apply([Arrange(poses=tuple(poses.values()))], job=job.quiet())
    added = add_staged(draft, room, staged)
    job.tick(0.55, "laying it out")
    say_what_holds(draft, added, job)
    stay = [thing.path for thing in room.things if thing.pinned or thing.fitted]
    judged = laid_out(draft, stay, job.part(0.55, 0.95))
    added, told = kept_of(draft, judged, added)
    wrong = violated(judged, [thing.path for thing in room.things])
    moved = _moved(before, draft.scene, [thing.path for thing in room.things])
    said = f"Re-arranged the {kind or 'room'}: moved {named(moved)}." if moved else "Everything stands well already."
    said = f"{said[:-1]}, and added {named(added)}." if added else said
    not_done = (*told, *((path.rpartition("/")[2], reason) for path, reason in wrong.items()))
    free_views(draft, job.part(0.95).quiet())
    return RoomTaskDone(
        "rearrange", said, kind, added=tuple(added), moved=tuple(moved), not_done=not_done, done=draft.changed
    )


def movers(room: StandingRoom) -> list[int]:
    """Numbers of the bodies that get new places: what stands on the floor, hangs on a wall or from the ceiling, lies where it does not
    belong, or floats. What stands on furniture comes along with that."""
    judged = {thing.body: thing for thing in room.things}
    ceiling = math.inf if room.judged.scene.room is None else room.judged.scene.room.height
    return [
        thing.body
        for thing in room.things
        if not (thing.pinned or thing.fitted)
        and not (_rides(thing, judged) and _is_below(thing, ceiling))
        and not _carries_pinned(thing, room.things)
    ]


def _rides(thing: StandingThing, things: Mapping[int, StandingThing]) -> bool:
    """Whether a thing stands where it belongs, on another."""
    carrier = things.get(thing.carrier) if thing.carrier is not None else None
    if carrier is None or thing.support not in ("surface", "floor", "wall") or carrier.support == "rug":
        return False
    # a hair dryer on the upper edge of a mirror that was hung below it stands there by chance
    return carrier.support != "wall" or 2 * carrier.size[2] > min(thing.size[0], thing.size[2])


def _is_below(thing: StandingThing, ceiling: float) -> bool:
    """Whether a thing ends below the ceiling, which what stands on a wardrobe may not."""
    return thing.at[1] + thing.size[1] <= ceiling


def _carries_pinned(thing: StandingThing, things: Collection[StandingThing]) -> bool:
    """Whether something that must not move stands on a thing, directly or by way of others."""
    above = [other for other in things if other.carrier == thing.body]
    return any(other.pinned or _carries_pinned(other, things) for other in above)


def _best_plan(room: StandingRoom, free: list[int], seed: int, adds: DressLevel | None, job: Job) -> StagedRoom:
    """The cheapest of several plans. What the program asks for and several ways of the recipe agree on counts in each."""
    best: StagedRoom | None = None
    for way in range(_WAYS):
        job.tick(way / _WAYS, "planning the room")
        staged = stage_standing(room, free, seed=seed + way, adds=adds, job=job.quiet())
        if best is None or staged.cost < best.cost - 1e-9:
            best = staged
    assert best is not None
    return best


def new_poses(room: StandingRoom, staged: StagedRoom) -> dict[int, Placement]:
    """Where each thing comes to stand that a plan moves, and what comes along with it, by the numbers of the bodies."""
    things = {thing.body: thing for thing in room.things}
    scene, bodies = room.judged.scene, room.judged.problem.bodies
    poses = standing_poses(scene, [int(bodies.row[body]) for body in things]) if things else ()
    now = dict(zip(things, poses, strict=True))
    moved = set(staged.moved)
    out: dict[int, Placement] = {}
    for body, thing in things.items():
        base = body
        while base not in moved and things[base].carrier in things:
            carrier = things[base].carrier
            assert carrier is not None
            base = carrier
        if base not in moved or thing.pinned:
            continue
        at, turn = _after(things[base], staged, thing)
        if math.dist(at, thing.at) < _NEAR_METRES and abs(_wrapped(turn - thing.turn)) < _NEAR_DEGREES:
            continue
        # the frame of a body may differ from that of its instance: both move alike
        x, y, z, yaw = (float(v) for v in now[body])
        by = math.radians(turn - thing.turn)
        dx, dz = turned(x - thing.at[0], z - thing.at[2], turn - thing.turn)
        out[body] = Placement(
            thing.path,
            (round(at[0] + dx, 4), round(at[1] + y - thing.at[1], 4), round(at[2] + dz, 4)),
            math.remainder(yaw + by, math.tau),
        )
    return out


def _after(base: StandingThing, staged: StagedRoom, thing: StandingThing) -> tuple[tuple[float, float, float], float]:
    """Where a thing comes to stand when what carries it moves to its place in a plan."""
    item = staged.items[base.body]
    by = item.turn - base.turn
    dx, dz = turned(thing.at[0] - base.at[0], thing.at[2] - base.at[2], by)
    return (item.x + dx, item.y + thing.at[1] - base.at[1], item.z + dz), (thing.turn + by) % 360.0


def _wrapped(degrees: float) -> float:
    return (degrees + 180.0) % 360.0 - 180.0


def _moved(before: Scene, after: Scene, paths: list[str]) -> list[str]:
    """Those of some things that stand elsewhere than before."""
    known = [path for path in paths if path in after._path_index and path in before._path_index]
    if not known:
        return []
    old = standing_poses(before, [before.find(path).index for path in known])
    new = standing_poses(after, [after.find(path).index for path in known])
    return [
        path
        for path, a, b in zip(known, old, new, strict=True)
        if math.dist(a[:3], b[:3]) > _NEAR_METRES or abs(_wrapped(math.degrees(float(b[3] - a[3])))) > _NEAR_DEGREES
    ]
