"""Puts things in a row: where they are, along a wall, or on what they stand on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from scenewright.app.agent.embedded.doing_moves import move_to
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.motions import nearest_wall, wall_name, wall_of
from scenewright.app.agent.embedded.placed import WALLS
from scenewright.app.agent.embedded.placing import drop_outdated
from scenewright.app.agent.embedded.sound import new_faults
from scenewright.app.agent.embedded.stage import Box
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import Destination, LineUpWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.language.editing import Arrange, Placement

__all__ = ["do_line_up"]

_GAPS = (0.3, 0.2, 0.1, 0.04)
"""Metres between the things of a row along a wall, the best first."""
_FROM_WALL = 0.03
_SHIFTS = (0.0, 0.2, -0.2, 0.4, -0.4, 0.7, -0.7, 1.0, -1.0, 1.4, -1.4)
_TRIED = 8
"""Most rows that are judged."""

Row = list[tuple[float, float, float]]
"""(x, z, yaw) of each thing."""


def do_line_up(work: Work, wanted: LineUpWanted) -> Done:
    """Put things in a row.

    Raises:
        MustAsk: it is unclear which things are meant.
        CannotDo: it is one thing, or there is no free place for the row.
    """
    paths = work.things.find(wanted.what)
    if len(paths) == 1:
        paths = tuple(work.stage.alike(paths[0]))
    if len(paths) < 2:
        raise CannotDo(f"A row takes two things or more, and there is only {work.stage.listed(paths)}.")
    wall, onto = _wall(work, wanted.where), wanted.where
    if onto is not None and onto.relation == "on" and not wall:
        holders = [t for phrase in onto.what for t in work.things.find(phrase)]
        if any(work.stage.below(p) not in holders for p in paths):
            move_to(work, paths, onto, holders)
    if onto is not None and onto.kind == "at" and onto.relation in _SIDES and not wall:
        _put_beside(work, paths, onto)
    boxes = work.stage.boxes(list(paths))
    before = work.stage.judged
    rows = _rows_at_wall(work, boxes, wall) if wall else _rows_here(boxes)
    for order, row in islice(rows, _TRIED):
        moved = [paths[i] for i in order]
        heights = [boxes[i].y for i in order]
        poses = tuple(
            Placement(path, (round(x, 4), y, round(z, 4)), yaw)
            for path, y, (x, z, yaw) in zip(moved, heights, row, strict=True)
        )
        branch = work.draft.branch()
        results = work.apply([Arrange(poses=poses)], draft=branch)
        if work.insists or not new_faults(work, branch, before, paths):
            work.adopt(branch, results)
            work.remember(Act(kind="place", paths=tuple(paths), before=tuple(b.pose for b in boxes)))
            for path in paths:
                drop_outdated(work, path, before)
            where = f" along the {wall_name(wall)}" if wall else ""
            return Done(f"lined up {work.stage.listed(paths)}{where}", tuple(paths))
    where = f" along the {wall_name(wall)}" if wall else ""
    raise CannotDo(
        f"There is no free place for {work.stage.listed(paths)} in a row{where}", ("line them up along the back wall",)
    )


_SIDES = frozenset(("in_front_of", "behind", "left_of", "right_of", "next_to", "near"))


def _put_beside(work: Work, paths: tuple[str, ...], where: Destination) -> None:
    """Move things to a side of another before they are lined up there. *It* may be what was named beside them: the fence of *what is
    behind the
    fence*."""
    targets = [t for phrase in where.what for t in work.things.find(phrase, building=True) if t not in paths]
    targets = targets or [p for p in work.memory.beside if p not in paths]
    if not targets:
        raise CannotDo(
            f"{work.stage.listed(paths)} cannot stand in a row at themselves.", ("line them up along the back wall",)
        )
    move_to(work, paths, where, targets[:1])


def _wall(work: Work, where: Destination | None) -> str:
    """The wall of a destination; '' where none is named."""
    if where is None:
        return ""
    if where.kind in ("wall", "on wall") and not where.what:
        return where.way or "back"
    targets = [t for phrase in where.what for t in work.things.find(phrase, building=True)]
    at_wall = nearest_wall(work, targets[0]) if targets and where.kind.endswith("wall") else ""
    return (wall_of(work, targets) or at_wall) if targets else ""


def _rows_here(boxes: Sequence[Box]) -> Iterator[tuple[list[int], Row]]:
    """Rows through the middle of things, along the way in which they spread most, with equal steps."""
    xs, zs = [b.x for b in boxes], [b.z for b in boxes]
    spread = max(xs) - min(xs), max(zs) - min(zs)
    for along_x in (spread[0] >= spread[1], spread[0] < spread[1]):
        order = sorted(range(len(boxes)), key=lambda i: boxes[i].x if along_x else boxes[i].z)
        mean = sum(zs if along_x else xs) / len(boxes)
        reach = [boxes[i].foot.reach[0 if along_x else 1] for i in order]
        least = max(a + b for a, b in pairwise(reach))
        length = spread[0] if along_x else spread[1]
        step = max(length / (len(boxes) - 1), least + _GAPS[-1])
        middle = (max(xs) + min(xs)) / 2 if along_x else (max(zs) + min(zs)) / 2
        start = middle - step * (len(boxes) - 1) / 2
        for off in _SHIFTS:
            places = [start + step * n for n in range(len(boxes))]
            yield (
                order,
                [
                    (p, mean + off, boxes[i].yaw) if along_x else (mean + off, p, boxes[i].yaw)
                    for p, i in zip(places, order, strict=True)
                ],
            )


def _rows_at_wall(work: Work, boxes: Sequence[Box], wall: str) -> Iterator[tuple[list[int], Row]]:
    """Rows with the backs to a wall."""
    room = work.stage.scene.room
    if room is None:
        return
    dx, dz = WALLS[wall]
    yaw = math.atan2(-dx, -dz)
    half = (room.depth if dx else room.width) / 2
    order = sorted(range(len(boxes)), key=lambda i: boxes[i].z if dx else boxes[i].x)
    widths = [boxes[i].width for i in order]
    middle = sum((boxes[i].z if dx else boxes[i].x) for i in order) / len(boxes)
    for gap in _GAPS:
        length = sum(widths) + gap * (len(widths) - 1)
        if length > 2 * half:
            continue
        for off in _SHIFTS:
            start = min(max(middle + off - length / 2, -half + _FROM_WALL), half - _FROM_WALL - length)
            row: Row = []
            at = start
            for i, width in zip(order, widths, strict=True):
                far = (room.width if dx else room.depth) / 2 - boxes[i].depth / 2 - _FROM_WALL
                along = at + width / 2
                row.append((dx * far, along, yaw) if dx else (along, dz * far, yaw))
                at += width + gap
            if _free(work, boxes, order, row):
                yield order, row


def _free(work: Work, boxes: Sequence[Box], order: Sequence[int], row: Row) -> bool:
    """Whether nothing but the things themselves is where a row goes, by boxes."""
    own = {p for p, b in work.stage.all_boxes.items() if any(b.pose == box.pose for box in boxes)}
    for i, (x, z, yaw) in zip(order, row, strict=True):
        box = Box(x, boxes[i].y, z, yaw, boxes[i].width, boxes[i].height, boxes[i].depth)
        if not work.stage.is_free(box.foot, box.y, box.top, frozenset(own)):
            return False
    return True
