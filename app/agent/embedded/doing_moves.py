"""Moves things: by a way, toward and away from others, and to destinations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from scenewright.app.agent.embedded.hanging import hangs
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.motions import (
    by_way,
    move_all_by,
    nearest_wall,
    paths_now,
    together,
    toward,
    wall_name,
    wall_of,
)
from scenewright.app.agent.embedded.placed import PlacedThing, Spot
from scenewright.app.agent.embedded.placing import drop_outdated, put, relation_edit, searched_spots, standing
from scenewright.app.agent.embedded.sharing_out import is_its_own, shared_out, shared_words
from scenewright.app.agent.embedded.sound import made_sound
from scenewright.app.agent.embedded.spots import free_spots
from scenewright.app.agent.embedded.stage import Box
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.wanted import Destination, MoveWanted, SwapWanted
from scenewright.app.agent.embedded.whose_left import by_own_sides, seen_wall, side_of_most, side_told
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.language.editing import Arrange, Move, Placement

__all__ = ["do_move", "do_swap", "move_to", "place_of_last", "settled", "words_of"]

_AT_WINDOW = frozenset(("under", "in_front_of", "at", "against"))
"""Relations to a window or door that mean the wall below or beside it."""


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
    if len(paths) > 1:
        shared = shared_out(work, paths, where)
        if shared:
            done = [_move_to(work, (path,), own) for path, own in shared.items()]
            now = tuple(p for each in done for p in each.paths)
            return Done(f"moved {work.stage.listed(now)} {shared_words(where)}", now)
    return _move_to(work, paths, where)


def _cut(work: Work, wanted: MoveWanted) -> tuple[tuple[str, ...], Destination | None]:
    """What moves, and where to: the first way to cut the sentence in which both are here and clear."""
    first: CannotDo | MustAsk | None = None
    for what, where in wanted.ways:
        try:
            paths = work.things.find(what)
            for target in where.what:
                if len(paths) == 1 or not is_its_own(target):
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
            return by_way(work, paths, where)
        case "toward" | "away" | "closer" | "toward wall" | "away wall" | "toward middle" | "away middle":
            return toward(work, paths, where)
        case "together" | "apart":
            return together(work, paths, where)
        case "back":
            return _back(work, paths)
        case "there":
            place = place_of_last(work)
            if place is None or set(place.what) & set(paths):
                raise MustAsk(
                    "Where is that? Name a place, such as 'next to the window' or 'in the back left corner'.",
                    kind="where",
                )
            return _to_destination(work, paths, place)
        case "point":
            return _to_point(work, paths, where)
        case "swap":
            return _to_place_of(work, paths, where)
        case "one side":
            targets = [t for t in work.things.find(where.what[0]) if t not in paths]
            side = side_of_most(work.stage, paths, targets[0]) if targets else "next_to"
            return _to_destination(work, paths, Destination("at", where.what, side))
        case "align":
            return _align(work, paths, where)
        case _:
            return _to_destination(work, paths, where)


def _back(work: Work, paths: tuple[str, ...]) -> Done:
    acts = work.memory.kept.acts
    act = next((a for a in reversed(acts) if a.before and a.kind != "remove" and set(paths) <= set(a.paths)), None)
    if act is None and acts and len(paths) == 1 and len(acts[-1].before) == 1 and acts[-1].kind != "add":
        # 'and the lamp where it was before': where the thing was that was spoken of last
        return move_to(work, paths, Destination("spot", point=acts[-1].before[0]), ())
    if act is None:
        raise CannotDo("I do not know where it was before.", ("undo",))
    poses = dict(zip(act.paths, act.before, strict=False))
    placements = tuple(Placement(p, poses[p][:3], poses[p][3]) for p in paths)
    work.apply([Arrange(poses=placements)])
    now = paths_now(work, paths)
    return Done(f"put {work.stage.listed(now)} back where it was", now)


# -- destinations ---------------------------------------------------------------------------------------------------------


def _to_destination(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    where = seen_wall(work.stage, where)
    if where.way in _ACROSS:
        where = replace(where, way=_opposite_wall(work, paths[0]))
    targets = [t for phrase in where.what for t in work.things.find(phrase, building=True)]
    targets = [t for t in targets if t not in paths] or targets
    if set(targets) == set(paths) and where.what[0] in ("it", "them", "that"):
        # 'the printer is hogging the desk, put it beside it'
        below = [work.stage.below(p) for p in paths]
        targets = [p for p in (*below, *work.memory.beside) if p is not None and p not in paths][:1]
    where, targets = _upon(work, paths, where, targets)
    if set(targets) & set(paths) or (where.what and not targets):
        raise CannotDo("A thing cannot be put at itself.")
    wall = wall_of(work, targets) if len(targets) == 1 else None
    if targets and where.kind.endswith("wall"):  # 'along the wall with the bookshelves'
        where, targets = replace(where, what=(), way=wall or nearest_wall(work, targets[0])), []
    if targets and where.kind != "corner" and work.stage.is_building(targets[0]):
        where = _at_building(work, targets[0], where, wall)
        targets = [] if where.kind != "at" else targets
    where = by_own_sides(work.stage, where, targets)
    return move_to(work, paths, where, targets)


def _upon(work: Work, paths: tuple[str, ...], where: Destination, targets: list[str]) -> tuple[Destination, list[str]]:
    """A place on one thing and beside another: on the first, as near to the second as it goes, where the second does not stand on it."""
    holders = [h for phrase in where.upon for h in work.things.find(phrase, building=True)]
    if not holders or not targets or work.stage.is_building(holders[0]) or work.stage.below(targets[0]) in holders:
        return where, targets
    on = settled(Destination("at", where.upon, "to"), [standing(work, p) for p in paths], holders, work)
    if on.relation != "on":
        return where, targets
    return replace(on, point=work.stage.point_of(targets[0])), holders


_ACROSS = frozenset(("opposite", "other", "facing"))
_OPPOSITE = {"left": "right", "right": "left", "back": "front", "front": "back"}


def _opposite_wall(work: Work, path: str) -> str:
    """The wall across the room from the one that a thing is nearest to; from what it is seen from, where that was said."""
    seen_from = next((p for p in work.memory.beside if p in set(work.draft.scene.paths)), path)
    return _OPPOSITE[nearest_wall(work, seen_from)]


_BESIDE = frozenset(("next_to", "near", "left_of", "right_of", "in_front_of", "behind"))
_LOOSER = {"on": "next_to", "next_to": "near"}
"""What *to* a thing may mean as well where there is no place for what it meant first."""


def move_to(work: Work, paths: Sequence[str], where: Destination, targets: Sequence[str]) -> Done:
    """Move things to a destination at targets that are known. *To* a bench on which there is no place is beside it.

    Raises:
        CannotDo: there is no free place for one of them.
    """
    asked = settled(where, [standing(work, p) for p in paths], targets, work)
    ways = [(asked, targets)]
    if where.relation == "to" and asked.relation in _LOOSER:
        ways.append((replace(asked, relation=_LOOSER[asked.relation]), targets))
    below = work.stage.below(targets[0]) if len(targets) == 1 and asked.relation in _BESIDE else None
    if below is not None:
        ways.append((asked, (below,)))  # a pouf next to the television is next to what that stands on
    first: CannotDo | None = None
    for way, at in ways:
        try:
            with work.whole_or_not():
                return _moved_to(work, paths, way, at)
        except CannotDo as stop:
            first = first or stop
    assert first is not None
    raise first from None


def _moved_to(work: Work, paths: Sequence[str], asked: Destination, targets: Sequence[str]) -> Done:
    where = asked
    done: list[str] = []
    for rank, path in enumerate(paths):
        before = work.stage.judged
        item = standing(work, path, rank=rank, total=len(paths))
        old = item.box.pose
        where = _hanging_on(work, path, asked)
        spots = chain(free_spots(work.stage, item, where, targets), searched_spots(work, path, where, targets))
        state = relation_edit(work, path, where, targets)
        now = put(work, path, spots, state=state, what=words_of(work, where, targets))
        drop_outdated(work, now, before)
        done.append(now)
        work.remember(Act(kind="place", paths=(now,), before=(old,), at=tuple(targets), relation=where.relation))
    said = (
        words_of(work, where, targets).replace("on the", "onto the", 1)
        if where.relation == "on" or where.kind == "on wall"
        else words_of(work, where, targets)
    )
    return Done(f"moved {work.stage.listed(done)} {said}", tuple(done))


def _hanging_on(work: Work, path: str, where: Destination) -> Destination:
    """What hangs on a wall hangs on another as well: *move the clock to the back wall* does not stand it on the floor."""
    if where.kind != "wall" or where.metres is not None or not hangs(work.stage, path):
        return where
    return replace(where, kind="on wall")


def _at_building(work: Work, target: str, where: Destination, wall: str | None) -> Destination:
    """A destination at a wall, door, window or the floor."""
    name = work.stage.scene.find(target).name
    if name == "floor" or target == work.stage.room_path:
        return Destination("middle") if where.relation == "centre" else Destination("floor")
    if where.relation in _AT_WINDOW and wall is not None and not name.startswith("wall_"):
        box = work.stage.box(target)
        return Destination("wall", way=wall, point=(box.x, box.z))
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


def place_of_last(work: Work) -> Destination | None:
    """Where *there* is: the place of what was removed last, or else that where a thing was put last; None where nothing was."""
    acts = (*work.memory.kept.acts, *work.memory.acts)
    act = next((a for a in reversed(acts) if a.kind == "remove" and a.before), None)
    if act is not None:
        return Destination("spot", point=act.before[0])
    known = set(work.draft.scene.paths)
    put = next((a for a in reversed(acts) if a.kind in ("move", "add") and a.at and set(a.at) <= known), None)
    if put is not None:
        return Destination("at", put.at, put.relation or "next_to")
    # what was changed since then still stands where it was put
    below = [work.stage.below(p) for p in work.memory.it if p in known]
    return Destination("at", (below[0],), "on") if below and below[0] is not None else None


def words_of(work: Work, where: Destination, targets: Sequence[str]) -> str:
    """A destination in words."""
    if where.kind == "at":
        told = side_told(work.stage, where, targets)
        return f"{_SAID.get(where.relation, 'at')} {work.stage.listed(list(targets))}{told}"
    if where.kind == "corners":
        return f"in the {where.way} corners".replace("  ", " ")
    if where.kind == "corner" and targets:
        side = f"{where.way.replace('_', ' ')} " if where.way else ""
        return f"in the {side}corner next to {work.stage.listed(list(targets))}"
    if where.kind == "corner":
        return f"in the {where.way.replace('_', ' ')} corner".replace("the  ", "a ") if where.way else "in a corner"
    if where.kind == "wall":
        return f"against the {wall_name(where.way)}"
    if where.kind == "on wall":
        return f"on the {wall_name(where.way)}"
    if where.kind == "spot":
        return "in that place"
    if where.kind == "other side":
        return f"to the other side of {work.stage.listed(list(targets))}"
    if where.kind == "off":
        return f"off {work.stage.listed(list(targets))}"
    return {"middle": "to the middle of the room", "floor": "on the floor"}.get(where.kind, "in the room")


def _to_point(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    if len(paths) != 1:
        raise CannotDo("Only one thing can go to a point.")
    box = work.stage.box(paths[0])
    x, z = where.point[0], where.point[-1]
    y = where.point[1] if len(where.point) == 3 else box.y
    move_all_by(work, {paths[0]: (x - box.x, y - box.y, z - box.z)}, within=False)
    now = paths_now(work, paths)
    return Done(f"moved {work.stage.listed(now)} to {x:g}, {y:g}, {z:g}", now)


def _to_place_of(work: Work, paths: tuple[str, ...], where: Destination) -> Done:
    target = work.things.find(where.what[0], one=True)[0]
    left = next(
        (a for a in reversed(work.memory.kept.acts) if a.before and target in a.paths and a.kind != "remove"), None
    )
    if where.loosely == "was" and left is not None:
        # 'put the globe where the clock was'
        pose = dict(zip(left.paths, left.before, strict=False)).get(target)
        if pose is not None:
            return move_to(work, paths, Destination("spot", point=pose), ())
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
    now = paths_now(work, paths)
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
    also = made_sound(work, pair, before)
    for path in pair:
        drop_outdated(work, path, before)
    work.remember(Act(kind="place", paths=pair, before=(one.pose, other.pose)))
    return Done(f"swapped {names}{f', and {also}' if also else ''}", pair)


def _to(one: Box, other: Box) -> tuple[float, float, float]:
    return round(other.x - one.x, 4), round(other.y - one.y, 4), round(other.z - one.z, 4)
