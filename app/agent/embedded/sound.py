"""Keeps what a request does sound: what collides, leaves the room or turns its front against a wall is moved as little as helps."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.insisting import ANYWAY
from scenewright.app.agent.embedded.placing import standing
from scenewright.app.agent.embedded.stage import Box
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.work import Work
from scenewright.app.furnishing.traits import wall_backed
from scenewright.scene.errors import LayoutError
from scenewright.scene.language.editing import EditResult, Move
from scenewright.scene.layout import ViolationKind

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import JudgedScene, Violation

__all__ = ["as_far_as_free", "made_sound", "new_faults"]

_WAYS = 16
_DISTANCES = (0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.25)
"""Metres that a thing may be shifted to make a request sound."""
_TRIED = 4
"""Most shifts of one thing that are judged exactly."""
_MOST_PUSHED = 6
_PUSHES = (0.05, 0.1, 0.15, 0.25, 0.35, 0.5)
"""Metres that what is in the way may be pushed."""
_FRONT = 0.6
"""Most metres that are kept free between a front and a wall."""
_LEAST_FRONT = 0.2
"""Metres of clearance of what has a front at all."""
_HUNG = 0.3
_ON_FLOOR = 0.05
_OFF_WALL = 0.06
"""Most metres that what hangs on a wall may stand off it."""
_LEAST_FAR = 0.02
_INTO_WAY: frozenset[ViolationKind] = frozenset(
    (ViolationKind.COLLISION, ViolationKind.BOUNDS, ViolationKind.DOOR, ViolationKind.WINDOW)
)


def new_faults(
    work: Work,
    draft: Draft,
    before: JudgedScene | None,
    paths: Sequence[str],
    kinds: Iterable[ViolationKind] = _INTO_WAY,
) -> list[Violation]:
    """What is wrong with things in a draft that was not wrong before; [] where the scene cannot be judged."""
    if before is None:
        return []
    try:
        after = draft.derived.judged(draft.scene, job=work.job)
    except LayoutError:
        return []
    known = {(v.kind, frozenset(v.paths)) for v in before.faults.violations}
    return [
        v
        for v in after.faults.violations
        if v.kind in kinds
        and any(_is_at(p, path) for p in v.paths for path in paths)
        and (v.kind, frozenset(v.paths)) not in known
    ]


def made_sound(
    work: Work, paths: Sequence[str], before: JudgedScene | None, *, fronts: bool = False, most: float = _DISTANCES[-1]
) -> str:
    """Shift things that the edits so far made collide, or else what is in their way, as little as helps; in words, '' where all is sound.

    Args:
        before: the scene before the edits.
        fronts: look also whether a front is turned against a wall.
        most: metres that a thing may be shifted.

    Raises:
        CannotDo: no small shift helps, and the person did not insist.
    """
    if work.insists:
        return ""
    shifts: dict[str, tuple[float, str]] = {}
    pushed: list[str] = []
    for path in paths:
        kinds = _kinds(before, path)
        faults = new_faults(work, work.draft, before, [path], kinds)
        needs_front = fronts and _front_gap(work, path, before) is not None
        if not faults and not needs_front:
            continue
        shift = _shifted(work, path, before, kinds, fronts=needs_front, most=most)
        others = _way_made(work, path, before, faults) if shift is None and faults else []
        if shift is None and not faults:
            # turned as was asked: that its front is at a wall is said, and hinders nobody
            work.memory.remarks.append(f"the front of the {work.stage.name(path)} is close to the wall")
            continue
        if shift is None and not others:
            work.memory.speak_of(paths)
            raise _unsound(work, path, faults[0])
        if shift is not None:
            shifts[path] = shift
        pushed += others
    return " and ".join(_told(work, paths, shifts, pushed))


def _told(work: Work, paths: Sequence[str], shifts: dict[str, tuple[float, str]], pushed: Sequence[str]) -> list[str]:
    """What was shifted and pushed, in words."""
    said: list[str] = []
    if shifts:
        named = ("it" if len(paths) == 1 else "them") if len(shifts) == len(paths) else work.stage.listed(list(shifts))
        far = f"{max(far for far, _ in shifts.values()) * 100:.0f} cm"
        wall = next((wall for _, wall in shifts.values()), "")
        why = f"off the {wall} wall, so that the front stays free" if wall else "aside to make room"
        said.append(f"moved {named} {far} {why}")
    if pushed:
        said.append(f"pushed {work.stage.listed(list(dict.fromkeys(pushed)))} back to make room")
    return said


def _kinds(before: JudgedScene | None, path: str) -> frozenset[ViolationKind]:
    """What may not happen to a thing. What stands on another must not fall off it."""
    return _INTO_WAY if _support(before, path) is None else _INTO_WAY | {ViolationKind.SUPPORT}


def _unsound(work: Work, path: str, fault: Violation) -> CannotDo:
    name = work.stage.name(path)
    why = work.stage.spoken(fault.message)
    return CannotDo(
        f"Then {why}, and there is no free place near it. Say '{ANYWAY}' to have it so",
        (ANYWAY, f"move the {name} to the middle of the room"),
    )


# -- shifting the thing itself --------------------------------------------------------------------------------------------


def _shifted(
    work: Work, path: str, before: JudgedScene | None, kinds: frozenset[ViolationKind], *, fronts: bool, most: float
) -> tuple[float, str] | None:
    """(metres, the wall that it was moved off for its front, else ''); None where no small shift helps."""
    box = work.stage.box(path)
    shifts = (s for s in _free_shifts(work, path, box, before, fronts=fronts) if math.hypot(*s) <= most + 1e-6)
    for x, z in islice(shifts, _TRIED):
        branch = work.draft.branch()
        results = work.apply([Move(path, by=(round(x, 4), 0.0, round(z, 4)))], draft=branch)
        if new_faults(work, branch, before, [path], kinds):
            continue
        wall = _wall_before(work, box) if fronts else ""
        work.adopt(branch, results)
        return math.hypot(x, z), wall
    return None


def _support(before: JudgedScene | None, path: str) -> str | None:
    """What a thing stood on before. What it runs into now may look like its support."""
    from scenewright.scene.layout import supports

    if before is None:
        return None
    paths = before.problem.bodies.path
    at = next((i for i, p in enumerate(paths) if _is_at(p, path)), None)
    under = supports(before, at) if at is not None else ()
    return paths[under[0]] if under else None


def _free_shifts(
    work: Work, path: str, box: Box, before: JudgedScene | None, *, fronts: bool
) -> Iterator[tuple[float, float]]:
    """The small shifts after which no other thing is in the way, by the boxes of things, the shortest first."""
    stage, foot = work.stage, box.foot
    ignored = {path, *stage.on_top(path)}
    below = _support(before, path)
    if below is not None:
        ignored.add(below)
    hung = below is None and box.y > _HUNG
    for far in _DISTANCES:
        for n in range(_WAYS):
            angle = box.yaw + 2 * math.pi * n / _WAYS
            x, z = far * math.sin(angle), far * math.cos(angle)
            if hung and n % (_WAYS // 2) != _WAYS // 4 and not (n == 0 and far <= _OFF_WALL):
                continue  # what hangs on a wall stays on it
            moved = type(foot)(foot.x + x, foot.z + z, foot.half_width, foot.half_depth, foot.turn)
            shifted = Box(box.x + x, box.y, box.z + z, box.yaw, box.width, box.height, box.depth)
            if fronts and _gap_of(work, path, shifted, before) is not None:
                continue
            if stage.is_free(moved, box.y, box.top, frozenset(ignored)):
                yield x, z


def _front_gap(work: Work, path: str, before: JudgedScene | None) -> float | None:
    """Metres between a front and the wall before it, where these are too few; None where they are enough, or there is no front."""
    return _gap_of(work, path, work.stage.box(path), before)


def _gap_of(work: Work, path: str, box: Box, before: JudgedScene | None) -> float | None:
    stage = work.stage
    body, room = stage.body(path), stage.scene.room
    if body is None or room is None or stage.judged is None or (box.y > _HUNG and _support(before, path) is None):
        return None
    front, behind, *_ = (float(v) for v in stage.judged.problem.bodies.clearance[body])
    if front < _LEAST_FRONT or behind > 0.0:
        return None
    gap = min(_to_walls(work, box).values())
    return gap if gap < min(front, _FRONT) - 1e-3 else None


def _to_walls(work: Work, box: Box) -> dict[str, float]:
    """Metres from the middle of a front, straight ahead, to each wall that it looks at."""
    room = work.stage.scene.room
    assert room is not None
    dx, dz = math.sin(box.yaw), math.cos(box.yaw)
    x, z = box.x + dx * box.depth / 2, box.z + dz * box.depth / 2
    found: dict[str, float] = {}
    if abs(dx) > 1e-6:
        found["right" if dx > 0 else "left"] = ((room.width / 2 if dx > 0 else -room.width / 2) - x) / dx
    if abs(dz) > 1e-6:
        found["front" if dz > 0 else "back"] = ((room.depth / 2 if dz > 0 else -room.depth / 2) - z) / dz
    return found


def _wall_before(work: Work, box: Box) -> str:
    ahead = _to_walls(work, box)
    return min(ahead, key=lambda wall: ahead[wall])


# -- pushing what is in the way -------------------------------------------------------------------------------------------


def _way_made(work: Work, path: str, before: JudgedScene | None, faults: Sequence[Violation]) -> list[str]:
    """Push smaller things that stand in the way of a thing outwards, and give these; [] where that does not help."""
    stage, box = work.stage, work.stage.box(path)
    ways = [_movable_of(work, p) for fault in faults for p in fault.paths if not _is_at(p, path)]
    if not ways or len(set(ways)) > _MOST_PUSHED or any(not w for w in ways):
        return []
    branch, pushed = work.draft.branch(), list(dict.fromkeys(ways))
    results: list[EditResult] = []
    for other in pushed:
        at = stage.box(other)
        if at.width * at.depth > box.width * box.depth:
            return []
        dx, dz = at.x - box.x, at.z - box.z
        length = math.hypot(dx, dz) or 1.0
        for far in _PUSHES:
            tried = Work(work.session, branch.branch(), work.memory, work.job, work.camera)
            moved = tried.apply(
                [Move(other, by=(round(dx / length * far, 4), 0.0, round(dz / length * far, 4)))], draft=tried.draft
            )
            left = new_faults(work, tried.draft, before, [other])
            if not left:
                branch, results = tried.draft, [*results, *moved]
                break
        else:
            return []
    work.adopt(branch, results)
    return pushed


def _movable_of(work: Work, path: str) -> str:
    """The thing that a body is part of, where it stands free on the floor; '' for what stands at a wall by custom or on others."""
    stage = work.stage
    thing = next((p for p in stage.things if _is_at(path, p)), "")
    free = bool(thing) and stage.box(thing).y <= _ON_FLOOR
    return thing if free and not wall_backed(standing(work, thing).furniture) else ""


# -- motions --------------------------------------------------------------------------------------------------------------


def as_far_as_free(
    work: Work,
    paths: Sequence[str],
    far: float,
    apply: Callable[[float], tuple[Draft, JudgedScene | None]],
    *,
    level: bool,
) -> tuple[float, str]:
    """(the share of a motion that can be done, what ends it in words). The words are '' where all of it can be done.

    Args:
        far: metres of the whole motion.
        apply: makes a share of the motion on a branch; gives that, and what is wrong before.
        level: the motion stays at its height: what it takes off its support is wrong, too.

    Raises:
        CannotDo: something is in the way at once.
    """
    if work.insists:
        return 1.0, ""
    kinds = {*_INTO_WAY, ViolationKind.SUPPORT} if level else _INTO_WAY

    def faults_of(share: float) -> list[Violation]:
        branch, before = apply(share)
        return new_faults(work, branch, before, paths, kinds)

    faults = faults_of(1.0)
    if not faults:
        return 1.0, ""
    low, high = 0.0, 1.0
    while (high - low) * far > _LEAST_FAR:
        middle = (low + high) / 2
        found = faults_of(middle)
        if found:
            high, faults = middle, found
        else:
            low = middle
    why = _blocker(work, paths, faults[0])
    if low * far < _LEAST_FAR:
        work.memory.speak_of(paths)
        raise CannotDo(
            f"{_first(work.stage.listed(list(paths)))} cannot move that way: {why}. Say '{ANYWAY}' to have it so",
            (ANYWAY,),
        )
    return low, why


def _blocker(work: Work, paths: Sequence[str], fault: Violation) -> str:
    if fault.kind is ViolationKind.BOUNDS:
        return "the wall is there"
    if fault.kind is ViolationKind.SUPPORT:
        return "it would fall down there"
    if fault.kind is ViolationKind.DOOR:
        return "the door opens there"
    if fault.kind is ViolationKind.WINDOW:
        return "the window is there"
    others = [p for p in fault.paths if not any(_is_at(p, path) for path in paths)]
    named = [next((t for t in work.stage.things if _is_at(p, t)), p) for p in others]
    return f"{work.stage.listed(named[:1])} is in the way" if named else "other things are in the way"


def _is_at(path: str, top: str) -> bool:
    return path == top or path.startswith(f"{top}/")


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]
