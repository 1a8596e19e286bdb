"""Gives the room another size: its walls go out or in about its middle, and what stands against one of them goes along."""

from __future__ import annotations

from scenewright.app.agent.embedded.insisting import ANYWAY
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import ResizeWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.language.editing import Move

__all__ = ["resize_room"]

_AGAINST = 0.12
"""Metres between a thing and the wall that it stands against."""
_LEAST, _MOST = 0.5, 100.0
_SAME = 1e-3
_ALL = ("width", "depth")


def resize_room(work: Work, wanted: ResizeWanted) -> Done:
    """Make the room larger or smaller. *Bigger* is wider and deeper; the height stays.

    Raises:
        CannotDo: the program does not state its size as numbers, or things would stand in the walls.
    """
    room = work.stage.scene.room
    assert room is not None
    size = {"width": room.width, "depth": room.depth, "height": room.height}
    longer = "width" if room.width >= room.depth else "depth"
    sides = _ALL if wanted.axis == "all" else (longer if wanted.axis == "length" else wanted.axis,)
    if wanted.like:
        raise CannotDo("Say the size of the room in metres.", ("make the room 5 m wide",))
    new = {side: _length(wanted, size[side]) for side in sides}
    if not all(_LEAST <= length <= _MOST for length in new.values()):
        raise CannotDo(f"A room can be {_LEAST:g} to {_MOST:g} m wide, deep and high.")
    against = _against(work)
    for side, length in new.items():
        _rewrite(work, side, length)
    along = _follow(work, against)
    if any(new[side] < size[side] for side in new) and not work.insists:
        broken = work.draft.consequences(job=work.job.quiet())
        if broken:
            raise CannotDo(f"Then {work.stage.spoken(broken[0])}", (ANYWAY,))
    work.remember(Act(kind="room", paths=(work.stage.room_path,)))
    words = {"width": "wide", "depth": "deep", "height": "high"}
    told = " and ".join(f"{length:g} m {words[side]}" for side, length in new.items())
    also = f", and moved {work.stage.listed(along)} along with the walls" if along else ""
    return Done(f"made the room {told}{also}", (work.stage.room_path, *along), focus=(work.stage.room_path,))


def _length(wanted: ResizeWanted, now: float) -> float:
    if wanted.size is not None:
        return round(wanted.size, 3)
    return round(now + wanted.more if wanted.more is not None else now * (wanted.factor or 1.0), 3)


def _rewrite(work: Work, side: str, length: float) -> None:
    work.job.check()
    try:
        work.draft.resize_room(side, length)
    except (EditError, ProgramError) as error:
        raise CannotDo(f"That cannot be written into the program: {error}.") from error


def _gaps(work: Work, path: str) -> dict[str, float]:
    """Metres from the box of a thing to each wall."""
    room, box = work.stage.scene.room, work.stage.box(path)
    assert room is not None
    x0, x1, z0, z1 = box.foot.box
    half_w, half_d = room.width / 2.0, room.depth / 2.0
    return {"left": x0 + half_w, "right": half_w - x1, "back": z0 + half_d, "front": half_d - z1}


def _against(work: Work) -> dict[str, dict[str, float]]:
    """The walls that each thing on the floor or on a wall stands against, with the metres between them."""
    held = {path: work.stage.below(path) for path in work.stage.things}
    flat = {path for path in work.stage.things if work.stage.box(path).height < 0.03}
    found = {p: _gaps(work, p) for p, under in held.items() if (under is None or under in flat) and p not in flat}
    near = {p: {wall: gap for wall, gap in gaps.items() if gap < _AGAINST} for p, gaps in found.items()}
    # what fills the room from wall to wall follows none of them
    return {
        p: walls
        for p, walls in near.items()
        if walls and not {"left", "right"} <= walls.keys() and not {"back", "front"} <= walls.keys()
    }


_OUT = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "back": (0.0, -1.0), "front": (0.0, 1.0)}


def _follow(work: Work, against: dict[str, dict[str, float]]) -> tuple[str, ...]:
    """Move what the program does not place by the size of the room; what has moved."""
    moved = []
    for path, walls in against.items():
        now = _gaps(work, path)
        x = sum((now[wall] - gap) * _OUT[wall][0] for wall, gap in walls.items())
        z = sum((now[wall] - gap) * _OUT[wall][1] for wall, gap in walls.items())
        if max(abs(x), abs(z)) > _SAME:
            work.apply([Move(path, by=(round(x, 4), 0.0, round(z, 4)))])
            moved.append(path)
    return tuple(moved)
