"""Possible poses for a destination, the best first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain, product

import numpy as np

from scenewright.app.agent.embedded.placed import FLAT, OWN_WAYS, WALLS, PlacedThing, Spot, foot_at
from scenewright.app.agent.embedded.stage import Box, SceneStage
from scenewright.app.agent.embedded.surfaces import beside_on, on_surfaces
from scenewright.app.agent.embedded.wanted import Destination
from scenewright.app.furnishing.footprints import Footprint, turned
from scenewright.app.furnishing.furniture import NamedFurniture, NamedTie
from scenewright.app.furnishing.places_around import places_around
from scenewright.app.furnishing.traits import is_seat, is_table, wall_backed
from scenewright.scene.model import Room

__all__ = ["free_spots", "ground"]

_HUNG_GAP = 0.003
"""Metres between a wall and what hangs on it."""
_GAP = 0.02
_TIES = {
    "next_to": "at", "near": "near", "left_of": "left_of", "right_of": "right_of", "in_front_of": "in_front_of", "behind": "behind",
    "across": "across", "facing": "facing", "around": "around", "flank": "flank", "end": "foot", "touching": "next_to",
    "nearest": "next_to",
    "against": "next_to", "at": "at",
}  # fmt: skip

_FARTHEST = {"next_to": 0.7, "at": 0.7, "touching": 0.3, "near": 1.5}
"""Metres between two things that are next to each other, or near."""
_RING = 16
"""Ways from a thing in which places near it are looked for."""


def free_spots(stage: SceneStage, item: PlacedThing, where: Destination, targets: Sequence[str]) -> Iterator[Spot]:
    """The poses for a destination that no other thing takes, by the boxes of things. On furniture those where something lies loosely come
    last."""
    ignore = frozenset((item.path,)) if item.path else frozenset()
    if item.path and where.relation != "under":
        ignore |= frozenset(stage.on_top(item.path))
    if where.relation in ("under", "inside", "on", "centre"):
        ignore |= frozenset(targets)  # a seat is within the box of its sofa
    elif where.kind == "at":
        ignore |= frozenset(below for t in targets if (below := stage.below(t)) is not None)
    seen: set[tuple[int, int, int]] = set()
    upon: list[Spot] = []
    for spot in _spots(stage, item, where, targets):
        key = round(spot.x * 100), round(spot.y * 100), round(spot.z * 100)
        foot = foot_at(item, spot)
        if key in seen or not stage.is_free(foot, spot.y, spot.y + item.box.height, ignore):
            continue
        seen.add(key)
        if spot.y > FLAT and not stage.is_free(foot, spot.y, spot.y + item.box.height, ignore, beside=True):
            upon.append(spot)
            continue
        yield spot
    yield from upon


def _spots(stage: SceneStage, item: PlacedThing, where: Destination, targets: Sequence[str]) -> Iterator[Spot]:
    if where.kind == "corner":
        yield from _corners(stage, item, where.way, targets)
    elif where.kind in ("wall", "on wall"):
        yield from _walls(stage, item, where)
    elif where.kind in ("middle", "room", "floor"):
        yield from _floor(
            stage, item, (0.0, 0.0) if where.kind == "middle" or not item.path else (item.box.x, item.box.z)
        )
    elif where.kind == "spot":
        yield from _near_spot(stage, item, Spot(*where.point))
    elif where.kind == "other side":
        yield from _mirrored(stage, item, targets[0])
    elif where.kind == "off":
        yield from _around(stage, item, "near", targets[0], None)
    elif where.relation in ("on", "inside", "centre", "attached"):
        beside = (where.point[0], where.point[-1]) if where.point else None
        for target in targets:
            yield from on_surfaces(stage, item, target, prefer=beside)
    elif where.relation == "under":
        yield from _under(stage, item, targets[0])
        yield from _on_lower_shelf(stage, item, targets[0])
    elif where.relation == "above":
        yield from _above(stage, item, targets[0])
    elif where.relation == "between" and len(targets) >= 2:
        yield from _between(stage, item, targets)
    else:
        target = targets[item.rank % len(targets)] if len(targets) > 1 else targets[0]
        yield from _around(stage, item, where.relation, target, where.metres)


# -- on the floor ---------------------------------------------------------------------------------------------------------


def ground(stage: SceneStage, foot: Footprint, ignore: str = "") -> float | None:
    """The height of the floor or rug below a footprint; None where it stands on the edge of a rug."""
    top = 0.0
    for path, box in stage.all_boxes.items():
        if path == ignore or box.height > FLAT or box.y > FLAT or path in stage.loose:
            continue
        if foot.overlaps(box.foot):
            centre = Footprint(foot.x, foot.z, 0.01, 0.01)
            if not box.foot.overlaps(centre):
                return None
            top = max(top, box.top)
    return top


def _on_floor(stage: SceneStage, item: PlacedThing, x: float, z: float, yaw: float) -> Iterator[Spot]:
    spot = Spot(x, 0.0, z, yaw)
    height = 0.0 if item.box.height <= FLAT else ground(stage, foot_at(item, spot), item.path)
    if height is not None:
        yield Spot(x, height, z, yaw)


def _floor(stage: SceneStage, item: PlacedThing, near: tuple[float, float]) -> Iterator[Spot]:
    yaw = item.box.yaw
    steps = [0.0, 0.25, -0.25, 0.5, -0.5, 0.8, -0.8, 1.2, -1.2, 1.7, -1.7, 2.3, -2.3]
    for dx, dz in sorted(product(steps, steps), key=lambda d: math.hypot(*d)):
        yield from _on_floor(stage, item, near[0] + dx, near[1] + dz, yaw)


def _mirrored(stage: SceneStage, item: PlacedThing, target: str) -> Iterator[Spot]:
    """Places on the other side of a thing than the one where an item is, the most opposite first."""
    anchor, box = stage.box(target), item.box
    turn = -anchor.yaw
    x, z = turned(box.x - anchor.x, box.z - anchor.z, math.degrees(turn))
    across, along = (-x, z) if abs(x) / anchor.width >= abs(z) / anchor.depth else (x, -z)
    steps = (0.0, 0.1, -0.1, 0.2, -0.2, 0.35, -0.35, 0.5, -0.5)
    for dx, dz in sorted(product(steps, steps), key=lambda d: math.hypot(*d)):
        px, pz = turned(across + dx, along + dz, math.degrees(anchor.yaw))
        if box.y > FLAT:
            yield Spot(anchor.x + px, box.y, anchor.z + pz, box.yaw)
        else:
            yield from _on_floor(stage, item, anchor.x + px, anchor.z + pz, box.yaw)


def _near_spot(stage: SceneStage, item: PlacedThing, at: Spot) -> Iterator[Spot]:
    """A pose that another thing had, at the wall where that hung or stood at one, then places near it at the same height."""
    at = _at_its_wall(stage, item, at)
    yield at
    if at.y <= FLAT:
        yield from _floor(stage, item, (at.x, at.z))
        return
    steps = (0.0, 0.08, -0.08, 0.16, -0.16, 0.3, -0.3)
    for dx, dz in sorted(product(steps, steps), key=lambda d: math.hypot(*d)):
        yield Spot(at.x + dx, at.y, at.z + dz, at.yaw)


_NEAR_WALL = 0.35
"""Metres from a wall at most of the middle of what hangs on it."""


def _at_its_wall(stage: SceneStage, item: PlacedThing, at: Spot) -> Spot:
    """A pose above the floor whose back is to a wall nearby, moved so that the back of the thing touches that wall."""
    room = stage.scene.room
    if room is None or at.y <= FLAT:
        return at
    for dx, dz in WALLS.values():
        half = (room.width if dx else room.depth) / 2
        gap = half - (dx * at.x + dz * at.z)
        turned_to = abs(math.remainder(at.yaw - math.atan2(-dx, -dz), 2 * math.pi)) < 0.1
        if turned_to and gap < _NEAR_WALL:
            shift = gap - item.box.depth / 2 - _HUNG_GAP
            return Spot(at.x + dx * shift, at.y, at.z + dz * shift, at.yaw)
    return at


def _corners(stage: SceneStage, item: PlacedThing, way: str, targets: Sequence[str]) -> Iterator[Spot]:
    room = stage.scene.room
    if room is None:
        return
    wanted = set(way.split("_")) if way else set()
    corners = [
        (sx, sz)
        for sx, sz in product((-1.0, 1.0), (-1.0, 1.0))
        if wanted <= {"left" if sx < 0 else "right", "back" if sz < 0 else "front"}
    ]
    near = stage.point_of(targets[0]) if targets else None
    if near is not None:
        x, z = near
        corners.sort(key=lambda c: math.hypot(c[0] * room.width / 2 - x, c[1] * room.depth / 2 - z))
        corners = corners[:1]
    elif item.path:
        corners.sort(key=lambda c: math.hypot(c[0] * room.width / 2 - item.box.x, c[1] * room.depth / 2 - item.box.z))
    else:
        corners.sort(key=lambda c: (c[1], c[0]))
    shifts = sorted(product((0.0, 0.12, 0.25, 0.4, 0.6), repeat=2), key=sum)
    for dx, dz in shifts:
        for sx, sz in corners:
            yaw = item.box.yaw if item.path else (0.0 if sz < 0 else math.pi)
            rx, rz = Footprint(0.0, 0.0, item.box.width / 2, item.box.depth / 2, math.degrees(yaw) % 360.0).reach
            x = sx * (room.width / 2 - rx - _GAP - dx)
            z = sz * (room.depth / 2 - rz - _GAP - dz)
            yield from _on_floor(stage, item, x, z, yaw)


def _walls(stage: SceneStage, item: PlacedThing, where: Destination) -> Iterator[Spot]:
    room = stage.scene.room
    if room is None:
        return
    box, gap = item.box, where.metres or _GAP

    def away(wall: str) -> float:
        dx, dz = WALLS[wall]
        return room.width / 2 - dx * box.x if dx else room.depth / 2 - dz * box.z

    walls = [where.way] if where.way in WALLS else sorted(WALLS, key=away)
    hung = where.kind == "on wall" and bool(item.path) and box.y > 0.3
    for wall in walls:
        dx, dz = WALLS[wall]
        yaw = math.atan2(-dx, -dz)
        half, depth = box.width / 2, box.depth / 2
        far = (room.width if dx else room.depth) / 2 - depth - (_HUNG_GAP if hung else gap)
        length = (room.depth if dx else room.width) / 2 - half
        along0 = (where.point[1] if dx else where.point[0]) if where.point else box.z if dx else box.x
        for shift in (0.0, 0.2, -0.2, 0.45, -0.45, 0.8, -0.8, 1.2, -1.2, 1.8, -1.8, 2.5, -2.5):
            along = min(max(along0 + shift, -length), length)
            x, z = (dx * far, along) if dx else (along, dz * far)
            if hung:
                if not _before_opening(room, wall, along, half, box):
                    yield Spot(x, box.y, z, yaw)
            else:
                yield from _on_floor(stage, item, x, z, yaw)


def _before_opening(room: Room, wall: str, along: float, half: float, box: Box) -> bool:
    """Whether a thing that hangs on a wall, `along` metres from its middle, would hang in a door or window."""
    return any(
        o.wall == wall and abs(o.offset - along) < o.width / 2 + half and box.y < o.sill + o.height and o.sill < box.top
        for o in room.openings
    )


def _under(stage: SceneStage, item: PlacedThing, target: str) -> Iterator[Spot]:
    over = stage.box(target)
    yaw = over.yaw if item.box.height <= FLAT else item.box.yaw
    for dx, dz in sorted(product((0.0, 0.1, -0.1, 0.25, -0.25, 0.4, -0.4), repeat=2), key=lambda d: math.hypot(*d)):
        px, pz = turned(dx, dz, math.degrees(over.yaw))
        yield from _on_floor(stage, item, over.x + px, over.z + pz, yaw)


def _on_lower_shelf(stage: SceneStage, item: PlacedThing, target: str) -> Iterator[Spot]:
    """Places on a shelf below the top of a thing: what is stowed under a workbench may lie there."""
    over = stage.box(target)
    for spot in on_surfaces(stage, item, target, height=over.y + over.height / 4):
        if spot.y + item.box.height < over.top:
            yield spot


def _above(stage: SceneStage, item: PlacedThing, target: str) -> Iterator[Spot]:
    below, room = stage.box(target), stage.scene.room
    hung = item.box.top
    if item.path and room is not None and hung > room.height - 0.1:  # from the ceiling
        yield Spot(below.x, item.box.y, below.z, item.box.yaw)
        return
    if room is None:
        return
    sides = {
        w: (room.width / 2 - d[0] * below.x if d[0] else room.depth / 2 - d[1] * below.z) for w, d in WALLS.items()
    }
    wall = min(sides, key=lambda w: sides[w])
    dx, dz = WALLS[wall]
    yaw = math.atan2(-dx, -dz)
    depth = item.box.depth / 2 + 0.003
    for lift in (0.15, 0.3, 0.5, 0.7):
        y = max(below.top + lift, 0.9 if lift == 0.15 else 0.0)
        if y + item.box.height > room.height:
            continue
        for shift in (0.0, 0.15, -0.15, 0.3, -0.3, 0.5, -0.5):
            x = dx * (room.width / 2 - depth) if dx else below.x + shift
            z = dz * (room.depth / 2 - depth) if dz else below.z + shift
            yield Spot(x, y, z, yaw)


def _between(stage: SceneStage, item: PlacedThing, targets: Sequence[str]) -> Iterator[Spot]:
    one, other = stage.box(targets[0]), stage.box(targets[1])
    below = {stage.below(t) for t in targets[:2]}
    mid = (one.x + other.x) / 2, (one.z + other.z) / 2
    if len(below) == 1 and (support := next(iter(below))) is not None:
        yield from on_surfaces(stage, item, support, prefer=mid)
        return
    along = np.array([other.x - one.x, other.z - one.z])
    length = float(np.linalg.norm(along)) or 1.0
    along = along / length
    across = np.array([-along[1], along[0]])
    steps = (0.0, 0.1, -0.1, 0.2, -0.2, 0.35, -0.35, 0.5, -0.5, 0.7, -0.7)
    for a, b in sorted(product(steps, steps), key=lambda d: math.hypot(2 * d[0], d[1])):
        if abs(a) < length / 2:
            x, z = np.array(mid) + a * along + b * across
            yield from _on_floor(stage, item, float(x), float(z), item.box.yaw)


def _around(stage: SceneStage, item: PlacedThing, relation: str, target: str, metres: float | None) -> Iterator[Spot]:
    anchor = stage.box(target)
    support = stage.below(target)
    if support is not None and anchor.y > 0.2 and item.box.height < 1.2:
        yield from beside_on(stage, item, relation, target, support)
        return
    words = tuple(stage.scene.find(target).name.split("_")) if not stage.is_building(target) else ("wall",)
    furniture = NamedFurniture(words, anchor.width, anchor.height, anchor.depth, said=frozenset(words))
    kind = _TIES.get(relation, "near")
    turns = item.turns or (wall_backed(item.furniture) and not item.path)
    turn0 = math.degrees(anchor.yaw)
    size = item.furniture
    if not turns:
        reach = Footprint(
            0, 0, item.box.width / 2, item.box.depth / 2, (math.degrees(item.box.yaw) - turn0) % 360.0
        ).reach
        size = NamedFurniture(item.words, 2 * reach[0], item.box.height, 2 * reach[1], said=frozenset(item.words))
    own = OWN_WAYS.get(relation)
    if metres is not None:
        ways: Iterator[tuple[float, float, float]] = iter(_at_gap(size, furniture, relation, metres))
    else:
        if kind == "at" and is_table(furniture) and not is_seat(item.furniture) and item.path:
            kind = "next_to"
        ways = places_around(size, furniture, NamedTie(kind, rank=item.rank, total=item.total))
        if relation == "near":
            ways = chain(ways, _ring(size, furniture))
    if own is not None and metres is None:
        ways = (w for w in chain(ways, _further(size, furniture, own)) if _lies(w, own, furniture))
    for x, z, turn in ways:
        px, pz = turned(x, z, turn0)
        yaw = math.radians(turn0 + turn) if turns else item.box.yaw
        foot = Footprint(
            anchor.x + px, anchor.z + pz, item.box.width / 2, item.box.depth / 2, math.degrees(yaw) % 360.0
        )
        if metres is None and relation in _FARTHEST and foot.distance(anchor.foot) > _FARTHEST[relation]:
            continue
        yield from _on_floor(stage, item, anchor.x + px, anchor.z + pz, math.remainder(yaw, 2 * math.pi))


def _ring(item: NamedFurniture, anchor: NamedFurniture) -> Iterator[tuple[float, float, float]]:
    """Places all around the anchor, in its frame, going outwards, each turned to it."""
    reach = max(anchor.width, anchor.depth) / 2 + max(item.width, item.depth) / 2
    for gap in (0.05, 0.35, 0.7, 1.1):
        for n in range(_RING):
            angle = 2 * math.pi * n / _RING
            x, z = (reach + gap) * math.sin(angle), (reach + gap) * math.cos(angle)
            yield x, z, math.degrees(math.atan2(-x, -z))


def _further(
    item: NamedFurniture, anchor: NamedFurniture, own: tuple[float, float]
) -> Iterator[tuple[float, float, float]]:
    """Places on one side of the anchor, in its frame, going outwards: behind a table there may stand a chair."""
    reach = (anchor.width + item.width) / 2 if own[0] else (anchor.depth + item.depth) / 2
    for gap in (0.05, 0.3, 0.6, 0.9, 1.2, 1.6):
        for shift in (0.0, 0.25, -0.25, 0.5, -0.5, 0.8, -0.8):
            out = reach + gap
            yield (own[0] * out, shift, 0.0) if own[0] else (shift, own[1] * out, 0.0)


def _lies(place: tuple[float, float, float], own: tuple[float, float], anchor: NamedFurniture) -> bool:
    """Whether a place in the anchor's frame is on the side of it that was asked for."""
    x, z, _ = place
    out = x * own[0] + z * own[1]
    across = abs(z) if own[0] else abs(x)
    return out > (anchor.width if own[0] else anchor.depth) / 2 and across <= out + 0.3


def _at_gap(
    item: NamedFurniture, anchor: NamedFurniture, relation: str, gap: float
) -> list[tuple[float, float, float]]:
    """(x, z, turn) in the anchor's frame, at a gap that was said in metres."""
    side, front = (anchor.width + item.width) / 2 + gap, (anchor.depth + item.depth) / 2 + gap
    by = {
        "left_of": [(side, 0.0, 0.0)], "right_of": [(-side, 0.0, 0.0)], "in_front_of": [(0.0, front, 0.0)], "behind": [(0.0, -front, 0.0)],
    }.get(relation)  # fmt: skip
    return by or [(0.0, front, 0.0), (side, 0.0, 0.0), (-side, 0.0, 0.0), (0.0, -front, 0.0)]
