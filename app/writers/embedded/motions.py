"""Plans how things move, once they are placed: which part turns, and a way along the ground that is free for what rolls or drives."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scenewright.app.furnishing.footprints import Footprint, direction
from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.said_motions import RAILS, TRACKS, SaidMotion
from scenewright.app.writers.embedded.selection import Item
from scenewright.app.writers.embedded.staging import Stage
from scenewright.assets.motions import ThingMotion, motion_of
from scenewright.scene.semantics.words import singular

__all__ = ["RAIL_HEIGHT", "MovedItem", "PlannedMotions", "Track", "plan_motions"]

RAIL_HEIGHT = 0.012
"""Metres of a track, with its rails."""
_GAP = 0.12
"""Metres between what moves and anything else."""
_LEAST, _MOST = 1.0, 5.0
"""How far, in lengths of the thing, it goes along the ground at least and at most."""
_FARTHEST = 6.0
_STEP = 0.1
_HEADINGS = 16
_STOPS = 16
"""Places on a way round something at which it is looked whether it is free."""
_RADII = (1.5, 1.3, 1.1, 0.95, 0.8)
"""Radius of a track of its own, in lengths of what goes on it."""
_FROM_WALL, _PLEASANT = 0.7, 0.35
"""Metres from the walls at which a way is well seen, and what each of them counts."""
_STARTS = 5
"""Places along each side of a room that are tried as the start of a way."""


@dataclass(frozen=True)
class Track:
    """A round track on the ground, in metres. `width`: between its rails. `laid`: it has rails; else it is only a way."""

    x: float
    z: float
    radius: float
    width: float
    laid: bool


@dataclass(frozen=True, eq=False)
class MovedItem:
    """How an item moves. `way`: metres along x and z over all frames. `track`: what it goes round on."""

    item: Item
    motion: ThingMotion
    way: tuple[float, float] = (0.0, 0.0)
    track: Track | None = None


@dataclass(frozen=True, eq=False)
class PlannedMotions:
    """What moves in a scene. `moved`: by the item. `door`: whether the first door opens. `shown`: for each movement that the text states,
    the numbers of the requests that make it, and why nothing does, '' where something does."""

    moved: tuple[MovedItem, ...] = ()
    door: bool = False
    shown: tuple[tuple[SaidMotion, tuple[int, ...], str], ...] = ()
    _by_item: dict[int, MovedItem] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_item.update({id(moved.item): moved for moved in self.moved})

    def __bool__(self) -> bool:
        return bool(self.moved) or self.door

    def of(self, item: Item) -> MovedItem | None:
        """How an item moves; None where it stands still."""
        return self._by_item.get(id(item))

    @property
    def tracks(self) -> tuple[Track, ...]:
        return tuple(m.track for m in self.moved if m.track is not None and m.track.laid)


def plan_motions(description: Description, stage: Stage) -> PlannedMotions:
    """How the things move that the text says move. What goes along the ground may be turned toward where it goes."""
    moved: list[MovedItem] = []
    shown: list[tuple[SaidMotion, tuple[int, ...], str]] = []
    door = False
    for said in description.motions:
        if "open" in said.kinds:
            doors = [n for n, o in enumerate(stage.openings) if o.kind == "door"]
            for number in doors[:1]:
                stage.openings[number] = replace(stage.openings[number], opens=True)
            door = door or bool(doors)
            shown.append((said, (), "" if doors else "there is no door whose leaf could move"))
            continue
        items = [i for i in stage.items if _is_meant(i, said)]
        why = "" if items else f"there is no {said.noun} here"
        for item in items:
            plan, why = _planned(item, said, stage, moved)
            moved += [plan] if plan is not None else []
        done = {id(m.item) for m in moved}
        numbers = {i.request for i in items if id(i) in done}
        shown.append((said, tuple(sorted(numbers)), "" if numbers else why))
    return PlannedMotions(tuple(moved), door, tuple(shown))


def _is_meant(item: Item, said: SaidMotion) -> bool:
    request, noun = (
        item.choice.request,
        " ".join([*said.noun.lower().split()[:-1], singular(said.noun.split()[-1].lower())]),
    )
    names = {request.words.lower(), (request.known or "").lower(), item.choice.entry.word.lower()}
    return noun in names or any(name.split()[-1:] == noun.split() for name in names if name and not request.expected)


def _planned(item: Item, said: SaidMotion, stage: Stage, moved: Sequence[MovedItem]) -> tuple[MovedItem | None, str]:
    """The motion of one item; else why it has none."""
    name = item.choice.request.words
    motion = motion_of(item.choice.entry.word, said.kinds)
    if motion is None or (said.part and said.part not in motion.parts):
        return None, f"nothing says how {said.part or f'a {name}'} moves"
    if motion.how in ("part", "about"):
        return MovedItem(item, motion), ""
    if any(other.host is item and not other.choice.request.expected for other in stage.items):
        return None, f"something stands on the {name}"
    _take_off(item, stage)
    if item.host is not None:
        return None, f"the {name} has no room to move on what it stands on"
    if motion.how == "rock":
        return MovedItem(item, motion), ""
    if said.around:
        return _round_way(item, motion, said, stage, moved)
    return _straight_way(item, motion, stage, moved)


def _take_off(item: Item, stage: Stage) -> None:
    """Leave out what nobody asked for and stands on what is to move: the pillow of a rocking chair."""
    gone = {id(i) for i in stage.items if _rides(i, item)}
    stage.items = [i for i in stage.items if id(i) not in gone]
    stage.bonds = [b for b in stage.bonds if id(b.item) not in gone and not any(id(a) in gone for a in b.anchors)]


def _rides(item: Item, on: Item) -> bool:
    """Whether an item stands on another, or on what does."""
    host = item.host
    while host is not None and host is not on:
        host = host.host
    return host is on


# -- ways along the ground ------------------------------------------------------------------------------------------


def _straight_way(
    item: Item, motion: ThingMotion, stage: Stage, moved: Sequence[MovedItem]
) -> tuple[MovedItem | None, str]:
    """A long free way that is well seen, through where an item is; where the text ties it to nothing, anywhere. It starts at one end."""
    length = max(item.width, item.depth)
    most = min(max(_MOST * length, 1.4), _FARTHEST)
    best: tuple[float, float, float, float, float, float] | None = None
    for x, z in _starts(item, stage):
        if not _is_free(item, _foot(item, x, z, item.turn), stage, moved):
            continue
        for heading in (360.0 * n / _HEADINGS for n in range(_HEADINGS)):
            dx, dz = direction(heading)
            turn = (heading - motion.ahead) % 360.0
            ahead = _free_length(item, (x, z), heading, turn, stage, moved, most)
            behind = _free_length(item, (x, z), (heading + 180.0) % 360.0, turn, stage, moved, most - ahead)
            ends = [(x + dx * s, z + dz * s) for s in (-behind, ahead)]
            open_side = min(_FROM_WALL, *(_to_wall(stage, *end) for end in ends))
            worth = min(ahead + behind, most) * (0.5 + 0.5 * abs(dx)) + _PLEASANT * open_side
            if ahead + behind >= _LEAST * length and (best is None or worth > best[0] + 1e-6):
                best = (worth, *ends[0], heading, dx * (ahead + behind), dz * (ahead + behind))
    if best is None:
        return None, f"there is no free way for the {item.choice.request.words}"
    _, item.x, item.z, heading, dx, dz = best
    if motion.how == "drive":
        item.turn = (heading - motion.ahead) % 360.0
    return MovedItem(item, motion, (dx, dz)), ""


def _starts(item: Item, stage: Stage) -> list[tuple[float, float]]:
    """Places through which the way of an item may go: where it is, and all over a place where nothing says where it stands."""
    tied = any(b.item is item or any(a is item for a in b.anchors) for b in stage.bonds if b.anchors)
    share = [(n + 0.5) / _STARTS - 0.5 for n in range(_STARTS)]
    rest = [] if tied else [(stage.width * i, stage.depth * k) for i in share for k in share]
    return [(item.x, item.z), *rest]


def _to_wall(stage: Stage, x: float, z: float) -> float:
    return min(stage.width / 2 - abs(x), stage.depth / 2 - abs(z))


def _free_length(
    item: Item,
    start: tuple[float, float],
    heading: float,
    turn: float,
    stage: Stage,
    moved: Sequence[MovedItem],
    most: float,
) -> float:
    """Metres that an item can go from a place before it meets anything."""
    dx, dz = direction(heading)
    far = 0.0
    while far + _STEP <= most:
        step = far + _STEP
        if not _is_free(item, _foot(item, start[0] + dx * step, start[1] + dz * step, turn), stage, moved):
            break
        far += _STEP
    return far


def _round_way(
    item: Item, motion: ThingMotion, said: SaidMotion, stage: Stage, moved: Sequence[MovedItem]
) -> tuple[MovedItem | None, str]:
    """A round way about another thing, or a track of its own."""
    name, length = item.choice.request.words, max(item.depth, item.width)
    anchor = None if said.around in TRACKS else _anchor(item, said, stage)
    if anchor is None and said.around not in TRACKS:
        return None, f"there is no {said.around} here"
    if anchor is not None:
        core = math.hypot(anchor.width, anchor.depth) / 2
        tries = [(anchor.x, anchor.z, core + max(item.width, item.depth) / 2 + _GAP + 0.1 * n) for n in range(6)]
    else:
        tries = [(x, z, r * length) for r in _RADII for x, z in _middles(item, r * length, stage)]
    turn = item.turn
    for x, z, radius in tries:
        feet = [_on_circle(item, motion, x, z, radius, n / _STOPS) for n in range(_STOPS)]
        if radius > 0.55 * length and all(_is_free(item, foot, stage, moved) for foot in feet):
            item.x, item.z, item.turn = feet[0].x, feet[0].z, feet[0].turn
            item.y = RAIL_HEIGHT if said.around in RAILS else item.y
            return MovedItem(
                item, motion, track=Track(x, z, radius, 0.6 * min(item.width, item.depth), said.around in RAILS)
            ), ""
    item.turn = turn
    return None, f"there is no room for the {name} to go round {f'the {said.around}' if anchor is not None else 'in'}"


def _anchor(item: Item, said: SaidMotion, stage: Stage) -> Item | None:
    noun = singular(said.around.split()[-1].lower())
    return next(
        (i for i in stage.items if i is not item and i.host is None and i.choice.request.words.split()[-1] == noun),
        None,
    )


def _middles(item: Item, radius: float, stage: Stage) -> list[tuple[float, float]]:
    """Middles of a round way within the place, the nearest to where its thing is first."""
    reach_x, reach_z = stage.width / 2 - radius - item.width, stage.depth / 2 - radius - item.width
    if reach_x < 0.0 or reach_z < 0.0:
        return []
    found = [(reach_x * i / 4, reach_z * k / 4) for i in range(-4, 5) for k in range(-4, 5)]
    return sorted(found, key=lambda at: math.hypot(at[0] - item.x, at[1] - item.z))


def _on_circle(item: Item, motion: ThingMotion, x: float, z: float, radius: float, share: float) -> Footprint:
    """The footprint of an item on a round way, which it goes from its left end on, its front ahead."""
    angle = 360.0 * share
    ox, oz = direction(angle - 90.0)
    return _foot(item, x + radius * ox, z + radius * oz, (angle - motion.ahead) % 360.0)


def _foot(item: Item, x: float, z: float, turn: float) -> Footprint:
    return Footprint(x, z, item.width / 2 + _GAP / 2, item.depth / 2 + _GAP / 2, turn)


def _is_free(item: Item, foot: Footprint, stage: Stage, moved: Sequence[MovedItem]) -> bool:
    rx, rz = foot.reach
    if abs(foot.x) + rx > stage.width / 2 or abs(foot.z) + rz > stage.depth / 2:
        return False
    others = [
        o for o in stage.items if o is not item and o.host is None and o.y < item.y + item.height and not _is_over(o)
    ]
    if any(foot.overlaps(_standing(other)) for other in others):
        return False
    return not any(
        foot.overlaps(_standing(m.item).placed(m.way[0] * n / 4, m.way[1] * n / 4, 0.0))
        for m in moved
        for n in range(5)
    )


def _is_over(item: Item) -> bool:
    """Whether an item hangs so that others pass below it, or is the ground that they pass on."""
    return item.support == "ceiling" or item.height < 0.012


def _standing(item: Item) -> Footprint:
    return Footprint(item.x, item.z, item.width / 2, item.depth / 2, item.turn)
