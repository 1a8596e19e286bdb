"""Moves things: by a way, toward and away from others, and to destinations."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain

from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.placing import drop_outdated, put, relation_edit, searched_spots, standing
from scenewright.app.agent.embedded.spots import PlacedThing, Spot, free_spots, ground
from scenewright.app.agent.embedded.stage import Box
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.wanted import Destination, MoveWanted, SwapWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.language.editing import Arrange, Edit, Move, Placement

__all__ = ["do_move", "do_swap", "move_all_by"]

_STEP, _LITTLE, _MUCH = 0.3, 0.15, 0.8
_KEPT_GAP = 0.03
_WALL_AXES = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "back": (0.0, -1.0), "front": (0.0, 1.0)}
_LEVEL = frozenset(("left", "right", "forward", "backward", "toward viewer", "away viewer"))


def do_move(work: Work, wanted: MoveWanted) -> Done:
    """Move what a request names to where it says.

    Raises:
        MustAsk: it is unclear which thing is meant, or where it goes.
        CannotDo: it cannot be moved there.
    """
    paths, where = _cut(work, wanted)
    if where is None:
        work.memory.speak_of(paths)
        raise MustAsk(
            f"Where should {work.stage.listed(paths)} go? Say, for example, '30 cm to the left' or 'next to the window'.",
            kind="where",
        )
    return _move_to(work, paths, where)


def _cut(work: Work, wanted: MoveWanted) -> tuple[tuple[str, ...], Destination | None]:
    """What moves, and where to: the first way to cut the sentence in which both are here and clear."""
    first: CannotDo | MustAsk | None = None
    for what, where in wanted.ways:
        try:
            paths = work.things.find(what)
            for target in where.what:
                work.things.find(target, building=True)
        except (CannotDo, MustAsk) as stop:
            # a question about the shortest reading is better than a refusal of a longer one
            first = stop if first is None or isinstance(first, CannotDo) else first
            continue
        return paths, where
    if first is not None:
        raise first
    return work.things.find(wanted.what), None


def _move_to(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    match where.kind:
        case "way":
            return _by_way(work, paths, where)
        case "toward" | "away" | "closer" | "toward wall" | "away wall" | "toward middle" | "away middle":
            return _toward(work, paths, where)
        case "together" | "apart":
            return _together(work, paths, where)
        case "back":
            return _back(work, paths)
        case "there":
            raise MustAsk(
                "Where is that? Name a place, such as 'next to the window' or 'in the back left corner'.", kind="where"
            )
        case "point":
            return _to_point(work, paths, where)
        case "swap":
            return _to_place_of(work, paths, where)
        case "align":
            return _align(work, paths, where)
        case _:
            return _to_destination(work, paths, where)


# -- motions --------------------------------------------------------------------------------------------------------------


def far_of(where: Destination, otherwise: float = _STEP) -> float:
    """Metres of a motion; those of a loose word where it says no number."""
    if where.metres is not None:
        return where.metres
    return {"little": _LITTLE, "much": _MUCH}.get(where.loosely, otherwise)


def _by_way(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    far = far_of(where)
    if not where.way:
        raise MustAsk("Into which direction? Say left, right, forward, back, up or down.", kind="where")
    moves = {path: _direction(work, work.stage.box(path), where.way, far) for path in paths}
    way = {"toward viewer": "toward the viewer", "away viewer": "away from the viewer", "backward": "back"}.get(
        where.way, where.way
    )
    side = f"to the {way}" if way in ("left", "right") else way
    move_all_by(work, moves)
    return Done(f"moved {work.stage.listed(_now(work, paths))} {_cm(far)} {side}", _now(work, paths))


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


def move_all_by(work: Work, moves: dict[str, tuple[float, float, float]]) -> None:
    """Move things by offsets in metres of the world. What stands on the floor stays on it, or on the rug that is there."""
    before = work.stage.judged
    boxes = {path: work.stage.box(path) for path in moves}
    riding = {p for path in moves for p in work.stage.on_top(path)}
    edits: list[Edit] = []
    for path, (x, y, z) in moves.items():
        if path in riding and len(moves) > 1 and any(path in work.stage.on_top(other) for other in moves):
            continue  # it comes along
        up = y or _level(work, path, boxes[path], x, z)
        edits.append(Move(path, by=(round(x, 4) + 0.0, round(up, 4) + 0.0, round(z, 4) + 0.0)))
    work.apply(edits)
    first = next(iter(moves.values()))
    work.remember(Act(kind="move", paths=tuple(moves), by=first, before=tuple(b.pose for b in boxes.values())))
    for path in moves:
        drop_outdated(work, path, before)


def _level(work: Work, path: str, box: Box, x: float, z: float) -> float:
    """How far a thing on the floor must rise or sink where it comes onto a rug or off it."""
    here = ground(work.stage, box.foot, path)
    if here is None or abs(here - box.y) > 0.02 or box.height <= _KEPT_GAP:
        return 0.0
    moved = Box(box.x + x, box.y, box.z + z, box.yaw, box.width, box.height, box.depth)
    there = ground(work.stage, moved.foot, path)
    return 0.0 if there is None else there - here


def _toward(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    moves: dict[str, tuple[float, float, float]] = {}
    sign = -1.0 if where.kind.startswith("away") else 1.0
    targets = work.things.find(where.what[0], building=True) if where.what else ()
    if where.kind in ("away", "closer") and not where.what:
        focus = tuple(p for p in work.memory.this if p not in paths)
        targets = focus or targets
        if not targets:
            raise MustAsk("From what, or to what?", kind="where")
    named = (
        f"the {_wall_name(where.way)}"
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
    move_all_by(work, moves)
    now = _now(work, paths)
    how = "away from" if sign < 0 else "closer to"
    far_words = _cm(max(math.hypot(m[0], m[2]) for m in moves.values()))
    return Done(f"moved {work.stage.listed(now)} {far_words} {how} {named}", now)


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
    wall = where.way if "wall" in where.kind else _wall_of(work, targets)
    if wall is None and "wall" in where.kind and room is not None:
        wall = min(_WALL_AXES, key=lambda w: _to_wall(box, w, room.width, room.depth))
    if wall is not None and room is not None:
        return _WALL_AXES[wall], _to_wall(box, wall, room.width, room.depth) - _KEPT_GAP
    centres = work.stage.boxes(list(targets))
    x = sum(b.x for b in centres) / len(centres) - box.x
    z = sum(b.z for b in centres) / len(centres) - box.z
    direction = _unit(x, z)
    nearest = min(centres, key=lambda b: math.hypot(b.x - box.x, b.z - box.z))
    return direction, _gap_along(box, nearest, direction)


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


def _wall_of(work: Work, targets: Sequence[str]) -> str | None:
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


def _wall_name(way: str) -> str:
    return f"{way} wall" if way else "wall"


def _unit(x: float, z: float) -> tuple[float, float]:
    length = math.hypot(x, z)
    return (x / length, z / length) if length > 1e-6 else (0.0, 1.0)


def _together(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
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
    move_all_by(work, moves)
    now = _now(work, paths)
    return Done(f"moved {work.stage.listed(now)} {'closer together' if share > 0 else 'apart'}", now)


def _back(work: Work, paths: tuple[str, ...]) -> Done:
    act = next((a for a in reversed(work.memory.kept.acts) if a.before and set(paths) <= set(a.paths)), None)
    if act is None:
        raise CannotDo("I do not know where it was before.", ("undo",))
    poses = dict(zip(act.paths, act.before, strict=False))
    placements = tuple(Placement(p, poses[p][:3], poses[p][3]) for p in paths)
    work.apply([Arrange(poses=placements)])
    now = _now(work, paths)
    return Done(f"put {work.stage.listed(now)} back where it was", now)


# -- destinations ---------------------------------------------------------------------------------------------------------


def _to_destination(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    targets = [t for phrase in where.what for t in work.things.find(phrase, building=True)]
    targets = [t for t in targets if t not in paths] or targets
    if set(targets) & set(paths):
        raise CannotDo("A thing cannot be put at itself.")
    wall = _wall_of(work, targets) if len(targets) == 1 else None
    if targets and work.stage.is_building(targets[0]):
        where = _at_building(work, targets[0], where, wall)
        targets = [] if where.kind != "at" else targets
    where = settled(where, [standing(work, p) for p in paths], targets, work)
    done: list[str] = []
    for rank, path in enumerate(paths):
        before = work.stage.judged
        item = standing(work, path, rank=rank, total=len(paths))
        old = item.box.pose
        spots = chain(free_spots(work.stage, item, where, targets), searched_spots(work, path, where, targets))
        state = relation_edit(work, path, where, targets)
        now = put(work, path, spots, state=state, what=words_of(work, where, targets))
        work.remember(Act(kind="place", paths=(now,), before=(old,)))
        drop_outdated(work, now, before)
        done.append(now)
    said = words_of(work, where, targets)
    return Done(f"moved {work.stage.listed(done)} {said}", tuple(done))


def _at_building(work: Work, target: str, where: Destination, wall: str | None) -> Destination:
    """A destination at a wall, door, window or the floor."""
    name = work.stage.scene.find(target).name
    if name == "floor" or target == work.stage.room_path:
        return Destination("middle") if where.relation == "centre" else Destination("floor")
    if name.startswith("wall_") and wall is not None:
        return Destination("on wall" if where.relation == "on" else "wall", way=wall, metres=where.metres)
    return Destination(
        "at",
        where.what,
        "near" if where.relation in ("to", "next_to", "against", "at", "on") else where.relation,
        metres=where.metres,
    )


def settled(where: Destination, items: Sequence[PlacedThing], targets: Sequence[str], work: Work) -> Destination:
    """A destination with *to* and *at* as what they mean here: on a table for a vase, beside it for a lamp."""
    if where.relation not in ("to", "against", "at") or not targets:
        return where
    stage, target = work.stage, targets[0]
    body = stage.body(target)
    judged = stage.judged
    surfaces = [] if body is None or judged is None else judged.problem.bodies.surfaces[body]
    box = stage.box(target)
    level = [box.y + s.height for s in surfaces if s.area > 0.02]
    goes_on = (
        all(i.small for i in items)
        and any(0.25 <= y <= 1.6 for y in level)
        and (
            all(i.box.width * i.box.depth < 0.5 * box.width * box.depth for i in items)
            and not any(_sits(i) for i in items)
        )
    )
    if where.relation == "against":
        goes_on = False
    return Destination("at", where.what, "on" if goes_on else "next_to", metres=where.metres)


def _sits(item: PlacedThing) -> bool:
    from scenewright.app.furnishing.traits import is_seat, is_sofa

    return is_seat(item.furniture) or is_sofa(item.furniture)


_SAID = {
    "on": "on", "inside": "into", "under": "under", "above": "above", "next_to": "next to", "near": "near", "left_of": "to the left of",
    "right_of": "to the right of", "in_front_of": "in front of", "behind": "behind", "between": "between", "centre": "to the middle of",
    "around": "around", "flank": "on both sides of", "across": "across from", "end": "at the end of",
}  # fmt: skip


def words_of(work: Work, where: Destination, targets: Sequence[str]) -> str:
    """A destination in words."""
    if where.kind == "at":
        return f"{_SAID.get(where.relation, 'at')} {work.stage.listed(list(targets))}"
    if where.kind == "corner":
        return f"in the {where.way.replace('_', ' ')} corner".replace("the  ", "a ") if where.way else "in a corner"
    if where.kind == "wall":
        return f"against the {_wall_name(where.way)}"
    if where.kind == "on wall":
        return f"on the {_wall_name(where.way)}"
    if where.kind == "off":
        return f"off {work.stage.listed(list(targets))}"
    return {"middle": "to the middle of the room", "floor": "on the floor"}.get(where.kind, "in the room")


def _to_point(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    if len(paths) != 1:
        raise CannotDo("Only one thing can go to a point.")
    box = work.stage.box(paths[0])
    x, z = where.point[0], where.point[-1]
    y = where.point[1] if len(where.point) == 3 else box.y
    move_all_by(work, {paths[0]: (x - box.x, y - box.y, z - box.z)})
    now = _now(work, paths)
    return Done(f"moved {work.stage.listed(now)} to {x:g}, {y:g}, {z:g}", now)


def _to_place_of(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    target = work.things.find(where.what[0], one=True)[0]
    if len(paths) != 1:
        raise CannotDo("Only one thing can take the place of another.")
    other, item = work.stage.box(target), standing(work, paths[0])
    before = work.stage.judged
    spots = [Spot(other.x, other.y, other.z, other.yaw)]
    old = item.box.pose
    try:
        now = put(work, paths[0], spots, state=None, what=f"where the {work.stage.name(target)} is")
    except CannotDo as error:
        raise CannotDo(
            f"The {work.stage.name(target)} stands there: swap the two, or move it away first.",
            (f"swap the {work.stage.name(paths[0])} and the {work.stage.name(target)}",),
        ) from error
    work.remember(Act(kind="place", paths=(now,), before=(old,)))
    drop_outdated(work, now, before)
    return Done(f"moved the {work.stage.name(now)} to the place of the {work.stage.name(target)}", (now,))


def _align(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    target = work.things.find(where.what[0], one=True, building=True)[0]
    other = work.stage.box(target)
    moves: dict[str, tuple[float, float, float]] = {}
    for path in paths:
        box = work.stage.box(path)
        dx, dz = other.x - box.x, other.z - box.z
        moves[path] = (dx, 0.0, 0.0) if abs(dx) < abs(dz) else (0.0, 0.0, dz)
    move_all_by(work, moves)
    now = _now(work, paths)
    return Done(f"aligned {work.stage.listed(now)} with {work.stage.listed([target])}", now)


def do_swap(work: Work, wanted: SwapWanted) -> Done:
    """Let two things change places.

    Raises:
        MustAsk, CannotDo: they are not two, or they cannot stand in each other's place.
    """
    if wanted.other:
        pair = (*work.things.find(wanted.one, one=True), *work.things.find(wanted.other, one=True))
    else:
        pair = work.things.find(wanted.one)
    if len(pair) != 2 or pair[0] == pair[1]:
        raise CannotDo(
            f"Two things can change places, and {work.stage.listed(pair)} are {len(set(pair))}.",
            ("swap the lamp and the plant",),
        )
    one, other = work.stage.boxes(list(pair))
    before = work.stage.judged
    names = work.stage.listed(list(pair))
    if any(work.stage.on_top(p) for p in pair):
        work.apply([Move(pair[0], by=_to(one, other)), Move(pair[1], by=_to(other, one))])
    else:
        yaws = (other.yaw, one.yaw)
        places = (
            Placement(pair[0], (other.x, other.y, other.z), yaws[0]),
            Placement(pair[1], (one.x, one.y, one.z), yaws[1]),
        )
        work.apply([Arrange(poses=places)])
    for path in pair:
        drop_outdated(work, path, before)
    work.remember(Act(kind="place", paths=pair, before=(one.pose, other.pose)))
    return Done(f"swapped {names}", pair)


def _to(one: Box, other: Box) -> tuple[float, float, float]:
    return round(other.x - one.x, 4), round(other.y - one.y, 4), round(other.z - one.z, 4)


def _now(work: Work, paths: Sequence[str]) -> tuple[str, ...]:
    """Paths after the edits of this turn."""
    scene = work.draft.scene
    known = set(scene.paths)
    return tuple(p if p in known else str(work.draft.renamed.get(p) or p) for p in paths)


def _cm(metres: float) -> str:
    metres = abs(metres)
    return f"{metres * 100:.0f} cm" if metres < 1.0 else f"{metres:.2f}".rstrip("0").rstrip(".") + " m"
