"""Motions: by a way, toward and away from others, together and apart. Each goes as far as nothing is in the way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.placing import drop_outdated
from scenewright.app.agent.embedded.sound import as_far_as_free
from scenewright.app.agent.embedded.spots import ground
from scenewright.app.agent.embedded.stage import Box
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.wanted import Destination
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.language.editing import Edit, Move

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import JudgedScene

__all__ = [
    "by_way",
    "move_all_by",
    "nearest_wall",
    "paths_now",
    "spoken_length",
    "together",
    "toward",
    "wall_name",
    "wall_of",
]

_STEP, _LITTLE, _MUCH = 0.3, 0.15, 0.8
_KEPT_GAP = 0.03
_PARTS = 6
"""Steps in which a way is looked over."""
_WALL_AXES = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "back": (0.0, -1.0), "front": (0.0, 1.0)}
Way = tuple[float, float, float]
"""Metres of the world."""


def far_of(where: Destination, otherwise: float = _STEP) -> float:
    """Metres of a motion; those of a loose word where it says no number."""
    if where.metres is not None:
        return where.metres
    return {"little": _LITTLE, "much": _MUCH}.get(where.loosely, otherwise)


def by_way(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    far = far_of(where)
    if not where.way:
        raise MustAsk("Into which direction? Say left, right, forward, back, up or down.", kind="where")
    if where.way == "aside":
        return by_way(work, paths, replace(where, way=_free_side(work, paths, far)))
    moves = {path: _direction(work, work.stage.box(path), where.way, far) for path in paths}
    way = {"toward viewer": "toward the viewer", "away viewer": "away from the viewer", "backward": "back"}.get(
        where.way, where.way
    )
    side = f"to the {way}" if way in ("left", "right") else way
    why = move_all_by(work, moves)
    done = math.hypot(*(work.memory.acts[-1].by or (far, 0.0, 0.0)))
    return Done(
        f"moved {work.stage.listed(paths_now(work, paths))} {spoken_length(done)} {side}{_ended(work, why)}",
        paths_now(work, paths),
    )


def _free_side(work: Work, paths: Sequence[str], far: float) -> str:
    """The way in which things can go so far, or else farthest, by the boxes of things: to a side, else back or forward."""
    stage = work.stage
    ignored = frozenset({*paths, *(p for path in paths for p in stage.on_top(path))})

    def room_for(way: str) -> float:
        free = 0.0
        for n in range(1, _PARTS + 1):
            for path in paths:
                box = stage.box(path)
                x, _, z = _direction(work, box, way, far * n / _PARTS)
                moved = Box(box.x + x, box.y, box.z + z, box.yaw, box.width, box.height, box.depth)
                if not stage.is_free(moved.foot, box.y, box.top, ignored):
                    return free
            free = far * n / _PARTS
        return free

    return max(("left", "right", "backward", "forward"), key=room_for)


def _direction(work: Work, box: Box, way: str, far: float) -> tuple[float, float, float]:
    right = work.stage.right
    ahead = math.sin(box.yaw), math.cos(box.yaw)
    x, y, z = {
        "left": (-right[0], 0.0, -right[1]),
        "right": (right[0], 0.0, right[1]),
        "forward": (ahead[0], 0.0, ahead[1]),
        "backward": (-ahead[0], 0.0, -ahead[1]),
        "up": (0.0, 1.0, 0.0),
        "down": (0.0, -1.0, 0.0),
        # away from a viewer is to the left of the right hand
        "toward viewer": (-right[1], 0.0, right[0]),
        "away viewer": (right[1], 0.0, -right[0]),
    }[way]
    return x * far, y * far, z * far


def move_all_by(work: Work, moves: dict[str, Way], *, within: bool = True) -> str:
    """Move things by offsets in metres of the world. What stands on the floor stays on it, or on the rug that is there.

    Args:
        within: go only as far as nothing is in the way.

    Returns:
        What ended the motion before its end, in words; '' where all of it was done.

    Raises:
        CannotDo: something is in the way at once.
    """
    before = work.stage.judged
    boxes = {path: work.stage.box(path) for path in moves}
    share, why = 1.0, ""
    if within:
        far = max(math.hypot(x, z) for x, _, z in moves.values())
        level = all(y == 0.0 for _, y, _ in moves.values())

        def tried(part: float) -> tuple[Draft, JudgedScene | None]:
            branch = work.draft.branch()
            work.apply(_move_edits(work, moves, boxes, part), draft=branch)
            return branch, before

        share, why = as_far_as_free(work, tuple(moves), far, tried, level=level)
    work.apply(_move_edits(work, moves, boxes, share))
    x, y, z = next(iter(moves.values()))
    by = (x * share, y * share, z * share)
    work.remember(Act(kind="move", paths=tuple(moves), by=by, before=tuple(b.pose for b in boxes.values())))
    for path in moves:
        drop_outdated(work, path, before)
    return why


def _move_edits(work: Work, moves: dict[str, Way], boxes: dict[str, Box], share: float) -> list[Edit]:
    riding = {p for path in moves for p in work.stage.on_top(path)}
    edits: list[Edit] = []
    for path, way in moves.items():
        if path in riding and len(moves) > 1:
            continue  # it comes along
        x, y, z = (v * share for v in way)
        up = y or _level(work, path, boxes[path], x, z)
        edits.append(Move(path, by=(round(x, 4) + 0.0, round(up, 4) + 0.0, round(z, 4) + 0.0)))
    return edits


def _ended(work: Work, why: str) -> str:
    """What a motion says of its end: *30 cm was meant, but ...*."""
    return f": no further, since {why}" if why else ""


def _level(work: Work, path: str, box: Box, x: float, z: float) -> float:
    """How far a thing on the floor must rise or sink where it comes onto a rug or off it."""
    here = ground(work.stage, box.foot, path)
    if here is None or abs(here - box.y) > 0.02 or box.height <= _KEPT_GAP:
        return 0.0
    moved = Box(box.x + x, box.y, box.z + z, box.yaw, box.width, box.height, box.depth)
    there = ground(work.stage, moved.foot, path)
    return 0.0 if there is None else there - here


_AT_WALL = 0.35
"""Metres from a wall up to which a thing is at it, and goes along it to its door."""


def toward(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    moves: dict[str, tuple[float, float, float]] = {}
    sign = -1.0 if where.kind.startswith("away") else 1.0
    targets = work.things.find(where.what[0], building=True) if where.what else ()
    if where.kind in ("away", "closer") and not where.what:
        focus = tuple(p for p in work.memory.this if p not in paths)
        targets = focus or targets
        if not targets:
            raise MustAsk("From what, or to what?", kind="where")
    named = (
        f"the {wall_name(where.way)}"
        if "wall" in where.kind
        else "the middle of the room"
        if "middle" in where.kind
        else work.stage.listed(targets)
    )
    for path in paths:
        box = work.stage.box(path)
        direction, room = _line(work, path, box, where, targets)
        wish = where.metres if where.metres is not None else _loose_far(where, room, sign)
        far = wish if sign < 0 or where.metres is not None else min(wish, max(room, 0.0))
        if sign > 0 and where.metres is None and far < 0.01:
            raise CannotDo(f"The {work.stage.name(path)} is at {named} already.")
        moves[path] = (sign * far * direction[0], 0.0, sign * far * direction[1])
    why = move_all_by(work, moves)
    now = paths_now(work, paths)
    how = "away from" if sign < 0 else "closer to"
    far_words = spoken_length(math.hypot(*(work.memory.acts[-1].by or (0.0, 0.0, 0.0))))
    return Done(f"moved {work.stage.listed(now)} {far_words} {how} {named}{_ended(work, why)}", now)


def _loose_far(where: Destination, room: float, sign: float) -> float:
    if where.loosely:
        return far_of(where)
    if sign < 0:
        return _STEP
    if where.kind.startswith("closer"):
        return room * 0.6 if room > 0.5 else room
    return min(max(room * 0.5, _STEP), 1.0)


def _line(
    work: Work, path: str, box: Box, where: Destination, targets: Sequence[str]
) -> tuple[tuple[float, float], float]:
    """(x, z) toward a target, of length 1, and the free metres on the way to it."""
    room = work.stage.scene.room
    if "middle" in where.kind:
        return _unit(-box.x, -box.z), math.hypot(box.x, box.z)
    wall = (where.way or None) if "wall" in where.kind else wall_of(work, targets)
    if wall is None and "wall" in where.kind and room is not None:
        wall = min(_WALL_AXES, key=lambda w: _to_wall(box, w, room.width, room.depth))
    if wall is not None and room is not None and "wall" not in where.kind:
        along = _along_wall(box, wall, work.stage.box(targets[0]), _to_wall(box, wall, room.width, room.depth))
        if along is not None:
            return along
    if wall is not None and room is not None:
        return _WALL_AXES[wall], _to_wall(box, wall, room.width, room.depth) - _KEPT_GAP
    if targets and targets[0] in work.stage.hollow:
        return _to_edge(box, work.stage.box(targets[0]))
    centres = work.stage.boxes(list(targets))
    x = sum(b.x for b in centres) / len(centres) - box.x
    z = sum(b.z for b in centres) / len(centres) - box.z
    direction = _unit(x, z)
    nearest = min(centres, key=lambda b: math.hypot(b.x - box.x, b.z - box.z))
    return direction, _gap_along(box, nearest, direction)


def _along_wall(box: Box, wall: str, opening: Box, gap: float) -> tuple[tuple[float, float], float] | None:
    """(x, z) along a wall toward a door or window in it, of length 1, and the free metres on the way; None for what is not at that wall."""
    dx, dz = _WALL_AXES[wall]
    offset = (opening.x - box.x) * abs(dz) + (opening.z - box.z) * abs(dx)
    half = (box.foot.reach[0] if dz else box.foot.reach[1]) + opening.width / 2
    if gap > _AT_WALL or abs(offset) < half:
        return None
    sign = math.copysign(1.0, offset)
    return (sign * abs(dz), sign * abs(dx)), abs(offset) - half


def _to_edge(box: Box, around: Box) -> tuple[tuple[float, float], float]:
    """(x, z) toward the nearest side of what stands around a scene, such as a hedge, of length 1, and the metres to it."""
    x0, x1, z0, z1 = around.foot.box
    a0, a1, b0, b1 = box.foot.box
    sides = {(-1.0, 0.0): a0 - x0, (1.0, 0.0): x1 - a1, (0.0, -1.0): b0 - z0, (0.0, 1.0): z1 - b1}
    nearest = min(sides, key=lambda side: sides[side])
    return nearest, sides[nearest] - _KEPT_GAP


def _gap_along(box: Box, other: Box, direction: tuple[float, float]) -> float:
    """Metres that a thing can go in a direction before it meets another, less a small gap."""
    low, high = 0.0, math.hypot(other.x - box.x, other.z - box.z)
    for _ in range(20):
        middle = (low + high) / 2
        at = box.foot.placed(0.0, 0.0, 0.0)
        moved = type(at)(
            at.x + direction[0] * middle, at.z + direction[1] * middle, at.half_width, at.half_depth, at.turn
        )
        low, high = (low, middle) if moved.overlaps(other.foot) else (middle, high)
    return low - _KEPT_GAP


def _to_wall(box: Box, wall: str, width: float, depth: float) -> float:
    x0, x1, z0, z1 = box.foot.box
    return {"left": x0 + width / 2, "right": width / 2 - x1, "back": z0 + depth / 2, "front": depth / 2 - z1}[wall]


def _unit(x: float, z: float) -> tuple[float, float]:
    length = math.hypot(x, z)
    return (x / length, z / length) if length > 1e-6 else (0.0, 1.0)


def together(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    if len(paths) < 2:
        raise CannotDo("Only several things can be moved together or apart.")
    boxes = work.stage.boxes(list(paths))
    x, z = sum(b.x for b in boxes) / len(boxes), sum(b.z for b in boxes) / len(boxes)
    share = 0.5 if where.kind == "together" else -0.3
    moves = {p: ((x - b.x) * share, 0.0, (z - b.z) * share) for p, b in zip(paths, boxes, strict=True)}
    if where.kind == "together" and len(paths) == 2:
        direction = _unit(boxes[1].x - boxes[0].x, boxes[1].z - boxes[0].z)
        gap = _gap_along(boxes[0], boxes[1], direction)
        half = max(gap * 0.4, 0.0)
        moves = {
            paths[0]: (direction[0] * half, 0.0, direction[1] * half),
            paths[1]: (-direction[0] * half, 0.0, -direction[1] * half),
        }
    why = move_all_by(work, moves)
    now = paths_now(work, paths)
    return Done(f"moved {work.stage.listed(now)} {'closer together' if share > 0 else 'apart'}{_ended(work, why)}", now)


def nearest_wall(work: Work, path: str) -> str:
    """The wall that a thing is nearest to.

    Raises:
        CannotDo: there are no walls.
    """
    room = work.stage.scene.room
    if room is None:
        raise CannotDo("There are no walls here.")
    box = work.stage.box(path)
    return min(_WALL_AXES, key=lambda wall: _to_wall(box, wall, room.width, room.depth))


def wall_of(work: Work, targets: Sequence[str]) -> str | None:
    """The wall that a wall, door or window is in; None for other things."""
    room = work.stage.scene.room
    if room is None or not targets or not work.stage.is_building(targets[0]):
        return None
    name = work.stage.scene.find(targets[0]).name
    if name.startswith("wall_"):
        return name.removeprefix("wall_")
    box = work.stage.box(targets[0])
    away = {
        "left": box.x + room.width / 2,
        "right": room.width / 2 - box.x,
        "back": box.z + room.depth / 2,
        "front": room.depth / 2 - box.z,
    }
    return min(away, key=lambda w: abs(away[w]))


def wall_name(way: str) -> str:
    """A wall in words."""
    return f"{way} wall" if way else "wall"


def paths_now(work: Work, paths: Sequence[str]) -> tuple[str, ...]:
    """Paths after the edits of this turn."""
    known = set(work.draft.scene.paths)
    return tuple(p if p in known else str(work.draft.renamed.get(p) or p) for p in paths)


def spoken_length(metres: float) -> str:
    """A length in centimetres or metres."""
    metres = abs(metres)
    return f"{metres * 100:.0f} cm" if metres < 1.0 else f"{metres:.2f}".rstrip("0").rstrip(".") + " m"
