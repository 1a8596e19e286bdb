"""Turns things: by an angle, toward others, and to each other."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.placing import drop_outdated
from scenewright.app.agent.embedded.sound import made_sound
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import FaceEachOther, TurnWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.language.editing import Edit, Turn

__all__ = ["do_face_each_other", "do_turn", "turn_all"]

_WALLS = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "back": (0.0, -1.0), "front": (0.0, 1.0)}
_SIDES = {
    **{said: side for side in ("left", "right") for said in (side, f"the {side}")},
    **dict.fromkeys(("me", "the camera", "the viewer", "the front"), "viewer"),
    **{f"the {place}{of}": "middle" for place in ("middle", "centre") for of in ("", " of the room")},
    "the room": "middle",
}
"""Directions that name no thing."""
_FAR, _STILL_TOWARD = 1.25, 0.8
"""Metres that a thing may be moved for its turn, and where it is turned toward another thing."""
_A_QUARTER = -90.0
"""Degrees, clockwise as seen from above, by which something turns of which nobody says how far."""
_LEAST = 0.5
"""Degrees. A smaller turn is none."""


def do_turn(work: Work, wanted: TurnWanted) -> Done:
    """Turn things.

    Raises:
        MustAsk: it is unclear which thing is meant.
        CannotDo: it faces there already.
    """
    paths = work.things.find(wanted.what)
    if wanted.straight:
        return _straightened(work, paths)
    if wanted.back:
        return _back(work, paths)
    if wanted.toward:
        return _toward(work, paths, wanted)
    degrees = _A_QUARTER if wanted.degrees is None else wanted.degrees
    also = turn_all(work, dict.fromkeys(paths, degrees))
    side = "clockwise" if degrees < 0 else "against the clock"
    by = "around" if abs(abs(degrees) - 180.0) < 0.01 else f"by {abs(degrees):g} degrees {side}, seen from above"
    if wanted.degrees is None:
        also = f"{also}; say by how much, or toward what, if you meant another turn"
    return Done(f"turned {work.stage.listed(paths)} {by}{also}", paths)


def turn_all(
    work: Work, degrees: dict[str, float], *, fronts: bool = True, most: float = _FAR, toward: Sequence[str] = ()
) -> str:
    """Turn things by degrees, each about its middle, and move those that cannot stand so there.

    Args:
        fronts: a front that comes against a wall is moved off it.
        most: metres that they may be moved.
        toward: what they are turned to, for *the same for its neighbour*.

    Returns:
        What else was done for that, as the end of a sentence; '' where nothing was.

    Raises:
        CannotDo: they cannot stand so.
    """
    before = work.stage.judged
    poses = tuple(work.stage.box(p).pose for p in degrees)
    edits: list[Edit] = [Turn(path, round(by, 3)) for path, by in degrees.items()]
    work.apply(edits)
    also = made_sound(work, tuple(degrees), before, fronts=fronts, most=most)
    work.remember(
        Act(kind="turn", paths=tuple(degrees), degrees=next(iter(degrees.values())), before=poses, at=tuple(toward))
    )
    for path in degrees:
        drop_outdated(work, path, before)
    return f", and {also}" if also else ""


def _straightened(work: Work, paths: tuple[str, ...]) -> Done:
    """Turn things so that they stand along the walls."""
    yaws = {p: math.degrees(work.stage.box(p).yaw) for p in paths}
    degrees = {p: by for p, yaw in yaws.items() if abs(by := 90.0 * round(yaw / 90.0) - yaw) > _LEAST}
    if not degrees:
        raise CannotDo(
            f"{_first(work.stage.listed(paths))} {'stands' if len(paths) == 1 else 'stand'} straight already.",
            ("turn it by 10 degrees",),
        )
    also = turn_all(work, degrees)
    return Done(f"straightened {work.stage.listed(tuple(degrees))}{also}", tuple(degrees))


def _back(work: Work, paths: tuple[str, ...]) -> Done:
    act = next(
        (
            a
            for a in reversed((*work.memory.kept.acts, *work.memory.acts))
            if a.kind == "turn" and set(paths) <= set(a.paths)
        ),
        None,
    )
    if act is None or act.degrees is None:
        raise CannotDo("I do not know how it stood before.", ("undo", "turn it around"))
    also = turn_all(work, dict.fromkeys(paths, -act.degrees))
    return Done(f"turned {work.stage.listed(paths)} back{also}", paths)


_PRONOUNS = frozenset(("it", "that", "them"))


def _toward(work: Work, paths: tuple[str, ...], wanted: TurnWanted) -> Done:
    side = _SIDES.get(wanted.toward)
    targets = () if side else work.things.find(wanted.toward, building=True)
    if targets == paths and wanted.toward in _PRONOUNS:  # 'bring both chairs to the table and have them face it'
        targets = tuple(p for p in work.memory.place if p not in paths) or targets
    degrees: dict[str, float] = {}
    for path in paths:
        box = work.stage.box(path)
        others = [t for t in targets if t != path]
        if not side and not others:
            raise CannotDo("A thing cannot face itself.")
        x, z = _direction(work, box.x, box.z, side, others)
        yaw = math.atan2(x, z) + work.stage.ahead(path) + (math.pi if wanted.away else 0.0)
        by = math.degrees(math.remainder(yaw - box.yaw, 2 * math.pi))
        if abs(by) > _LEAST:
            degrees[path] = by
    how = "away from" if wanted.away else "toward"
    named = {"viewer": "the viewer", "middle": "the middle of the room", None: work.stage.listed(list(targets))}.get(
        side, f"the {side}"
    )
    faces = f"{'faces' if len(paths) == 1 else 'face'} {'away from ' if wanted.away else ''}"
    if not degrees:
        raise CannotDo(f"{_first(work.stage.listed(paths))} {faces}{named} already.")
    at_wall = bool(targets) and work.stage.is_building(targets[0])
    aims = () if wanted.away else targets
    also = turn_all(work, degrees, fronts=not at_wall, most=_STILL_TOWARD, toward=aims)
    return Done(f"turned {work.stage.listed(paths)} {how} {named}{also}", paths)


def _direction(work: Work, x: float, z: float, side: str | None, others: list[str]) -> tuple[float, float]:
    right = work.stage.right
    match side:
        case "left":
            return -right[0], -right[1]
        case "right":
            return right
        case "viewer":
            return -right[1], right[0]
        case "middle":
            return -x, -z
    if len(others) == 1 and work.stage.scene.find(others[0]).name.startswith("wall_"):
        return _WALLS[work.stage.scene.find(others[0]).name.removeprefix("wall_")]
    boxes = work.stage.boxes(others)
    nearest = min(boxes, key=lambda b: math.hypot(b.x - x, b.z - z))
    return nearest.x - x, nearest.z - z


def do_face_each_other(work: Work, wanted: FaceEachOther) -> Done:
    """Turn two things to each other.

    Raises:
        CannotDo: they are not two.
    """
    paths = work.things.find(wanted.what)
    if len(paths) != 2:
        raise CannotDo(
            f"Two things can face each other; these are {len(paths)}.", ("turn the chairs toward the table",)
        )
    one, other = work.stage.boxes(list(paths))
    yaws = math.atan2(other.x - one.x, other.z - one.z), math.atan2(one.x - other.x, one.z - other.z)
    degrees = {
        path: by
        for path, box, yaw in zip(paths, (one, other), yaws, strict=True)
        if abs(by := math.degrees(math.remainder(yaw + work.stage.ahead(path) - box.yaw, 2 * math.pi))) > _LEAST
    }
    if not degrees:
        raise CannotDo(f"{_first(work.stage.listed(paths))} face each other already.")
    also = turn_all(work, degrees)
    return Done(f"turned {work.stage.listed(paths)} to each other{also}", paths)


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]
