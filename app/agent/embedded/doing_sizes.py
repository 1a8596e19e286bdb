"""Gives things other sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.doing_room import resize_room
from scenewright.app.agent.embedded.hanging import hangs, is_off_floor
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.sound import as_far_as_free, made_sound
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import ResizeWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.language.editing import Edit, Move, Scale

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import JudgedScene

__all__ = ["do_resize", "resize_all"]

_FACTORS = (0.05, 20.0)
"""Least and greatest factor of one request."""


def do_resize(work: Work, wanted: ResizeWanted) -> Done:
    """Make things larger or smaller.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or the size is out of bounds.
    """
    paths = work.things.find(wanted.what, building=True)
    part = next((p for p in paths if work.stage.is_building(p)), None)
    if part is not None:
        if part != work.stage.room_path or len(paths) > 1:
            raise _size_of_room(work, part)
        return resize_room(work, wanted)
    like = work.things.find(wanted.like, one=True)[0] if wanted.like else None
    factors: dict[str, tuple[float, float, float]] = {}
    for path in paths:
        box = work.stage.box(path)
        size = {
            "width": box.width,
            "height": box.height,
            "depth": box.depth,
            "length": max(box.width, box.depth),
            "all": max(box.width, box.depth, box.height),
        }
        axis = wanted.axis
        if like is not None:
            other = work.stage.box(like)
            sizes = {
                "width": other.width,
                "height": other.height,
                "depth": other.depth,
                "length": max(other.width, other.depth),
                "all": max(other.width, other.depth, other.height),
            }
            factor = sizes[axis] / max(size[axis], 1e-6)
        elif wanted.size is not None:
            factor = wanted.size / max(size[axis], 1e-6)
        elif wanted.more is not None:
            factor = (size[axis] + wanted.more) / max(size[axis], 1e-6)
        else:
            factor = wanted.factor or 1.0
        if not _FACTORS[0] <= factor <= _FACTORS[1]:
            raise CannotDo(
                f"That would be {factor:.3g} times as large: {_FACTORS[0]:g} to {_FACTORS[1]:g} times can be done."
            )
        factors[path] = _along(axis, factor, box.width, box.depth, box.yaw)
    also = resize_all(work, factors, loosely=wanted.loosely)
    return Done(f"{_size_words(work, paths, wanted)}{also}", paths)


def _size_of_room(work: Work, part: str) -> CannotDo:
    """Why a part of the room keeps its size, and what can be said instead."""
    room = work.stage.scene.room
    assert room is not None
    return CannotDo(
        f"The {work.stage.name(part)} follows from the room, which is {room.width:g} m wide, {room.depth:g} m deep "
        f"and {room.height:g} m high.",
        (f"make the room {room.width + 1:g} m wide",),
    )


def _along(axis: str, factor: float, width: float, depth: float, yaw: float) -> tuple[float, float, float]:
    """Factors along the axes of the parent. A thing that is turned by a quarter has its width along the parent's depth."""
    if axis == "all":
        return factor, factor, factor
    if axis == "height":
        return 1.0, factor, 1.0
    wide = axis == "width" or (axis == "length" and width >= depth)
    turned = abs(abs(round(yaw / 1.5707963) % 2)) == 1
    return (factor, 1.0, 1.0) if wide != turned else (1.0, 1.0, factor)


def resize_all(work: Work, factors: dict[str, tuple[float, float, float]], *, loosely: bool = False) -> str:
    """Scale things about their bottom centres, and move those that collide then.

    Args:
        loosely: no number was said: they grow as far as there is room.

    Returns:
        What else was done for that, as the end of a sentence; '' where nothing was.

    Raises:
        CannotDo: there is no room for them.
    """
    before, share, also = work.stage.judged, 1.0, ""
    grown = [path for path, by in factors.items() if max(by) > 1.0]
    draft = work.draft.branch()
    try:
        work.apply(_scales(work, factors, 1.0))
        also = made_sound(work, grown, before)
    except CannotDo:
        if not loosely or not grown:
            raise
        work.draft.adopt(draft)

        def tried(part: float) -> tuple[Draft, JudgedScene | None]:
            branch = work.draft.branch()
            work.apply(_scales(work, factors, part), draft=branch)
            return branch, before

        share, why = as_far_as_free(work, grown, max(_growth(work, p, factors[p]) for p in grown), tried, level=True)
        if not why:
            raise
        work.apply(_scales(work, factors, share))
        also = f"no larger, since {why}"
    done = tuple(f**share for f in next(iter(factors.values())))
    work.remember(Act(kind="resize", paths=tuple(factors), factor=(done[0], done[1], done[2])))
    return f": {also}" if share < 1.0 else f", and {also}" if also else ""


def _scales(work: Work, factors: dict[str, tuple[float, float, float]], share: float) -> list[Edit]:
    """The edits by which things grow by a share of their factors. What hangs keeps its top at the ceiling, or its middle on the wall."""
    edits: list[Edit] = []
    for path, each in factors.items():
        x, y, z = (round(f**share, 5) for f in each)
        edits.append(Scale(path, x) if x == y == z else Scale(path, (x, y, z)))
        grown = work.stage.box(path).height * (y - 1.0)
        down = grown * _hung_share(work, path)
        if abs(down) > _LEAST_SHIFT:
            edits.append(Move(path, by=(0.0, round(-down, 4), 0.0)))
    return edits


_LEAST_SHIFT = 1e-3
_AT_CEILING = 0.08


def _hung_share(work: Work, path: str) -> float:
    """Of a thing that grows, the share of the growth that goes downwards: all from a ceiling, half on a wall, none on the floor."""
    stage, room = work.stage, work.stage.scene.room
    box = stage.box(path)
    if room is not None and box.top > room.height - _AT_CEILING and is_off_floor(stage, path):
        return 1.0
    return 0.5 if hangs(stage, path) else 0.0


def _growth(work: Work, path: str, factor: tuple[float, float, float]) -> float:
    """Metres that a thing grows by."""
    box = work.stage.box(path)
    return max(box.width * (factor[0] - 1.0), box.height * (factor[1] - 1.0), box.depth * (factor[2] - 1.0))


def _size_words(work: Work, paths: tuple[str, ...], wanted: ResizeWanted) -> str:
    box = work.stage.box(paths[0])
    named = work.stage.listed(paths)
    sizes = {
        "width": (box.width, "wide"),
        "height": (box.height, "high"),
        "depth": (box.depth, "deep"),
        "length": (max(box.width, box.depth), "long"),
    }
    if wanted.axis in sizes:
        value, word = sizes[wanted.axis]
        now = f"{value:.2f} m {word} now"
    else:
        now = f"{box.width:.2f} x {box.height:.2f} x {box.depth:.2f} m now (width, height, depth)"
    each = " each" if len(paths) > 1 else ""
    return f"changed the size of {named}: {now}{each}"
