"""Propose poses at which one relation holds, constructed rather than searched; the solver tries these first.

Positions are drawn where the relation holds (a ring around a box, a strip in front of it, along a wall); yaws are mostly quarter
turns relative to the target. The draws are judged by :mod:`scenewright.scene.layout.relations.residuals`, so that only poses at which
the relation holds, inside the room, are returned.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.model import AnchorKind, Constraint, Problem
from scenewright.scene.layout.relations import (
    ACROSS,
    COS,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    NEAR,
    NEXT_TO,
    SIN,
    X,
    Y,
    Z,
    boxes_at,
    edge_place,
    edge_position,
    extents_along,
    faces_back,
    residual,
    tolerance,
)
from scenewright.scene.layout.search.proposal_draws import QUARTER, Draw, ring, square, toward, yaw_of
from scenewright.scene.layout.search.proposal_places import (
    at_wall,
    corners,
    flush,
    hanging,
    in_corner,
    inside,
    on,
    over,
)
from scenewright.scene.model import FloatArray

__all__ = ["sample"]

_OVERSAMPLE = 3
_SIDES = {RelationName.LEFT_OF: 1, RelationName.IN_FRONT_OF: 0, RelationName.RIGHT_OF: -1, RelationName.BEHIND: 2}
"""Quarter turns from the target's front to the side."""


def sample(
    constraint: Constraint, problem: Problem, moving: int, poses: FloatArray, rng: np.random.Generator, count: int
) -> FloatArray:
    """Poses of one body at which a relation holds, with the other bodies at `poses`.

    Args:
        moving: the body, one of ``constraint.bodies``.
        poses: (N, 4) of all bodies; the height of the moving one is kept unless the relation states another.

    Returns:
        (C, 4), at most `count`, at which the relation holds and the body is in the room; where there are none, the nearest to that.
    """
    draw = Draw(constraint, problem, moving, poses, rng, _OVERSAMPLE * count)
    maker = _MAKERS.get(constraint.kind)
    drawn = maker(draw) if maker is not None and moving == constraint.items[0] else None
    if (
        constraint.kind in (RelationName.AROUND, RelationName.SPACED, RelationName.IN_ROW)
        and moving in constraint.items
    ):
        drawn = _MAKERS[constraint.kind](draw)
    if drawn is None or len(drawn) == 0:
        drawn = _about_the_others(draw)
    return _best(draw, drawn, count)


def _best(draw: Draw, drawn: FloatArray, count: int) -> FloatArray:
    """The first drawn poses (C, 4) at which the relation holds and the body is in the room, else the nearest to that."""
    constraint = draw.constraint
    poses = [drawn if body == draw.moving else draw.poses[body] for body in constraint.bodies]
    left = np.maximum(residual(constraint, draw.problem, poses) - tolerance(constraint), 0.0)
    c, s = np.abs(np.cos(drawn[:, 3])), np.abs(np.sin(drawn[:, 3]))
    w, d = draw.half
    room = draw.problem.room
    out_x = np.abs(drawn[:, 0]) + c * w + s * d - room.width / 2.0
    out_z = np.abs(drawn[:, 2]) + s * w + c * d - room.depth / 2.0
    left = left + np.maximum(out_x, 0.0) + np.maximum(out_z, 0.0)
    good = np.flatnonzero(left <= 1e-9)
    chosen: FloatArray = drawn[(good if len(good) else np.argsort(left, kind="stable"))[:count]]
    return chosen


Maker = Callable[[Draw], FloatArray]


def _distance(draw: Draw) -> FloatArray:
    """A ring around the target. For a `near` without a least distance mostly not right beside it, since that is 'next to'."""
    box = draw.box(draw.constraint.target)
    c = draw.constraint
    low, high = NEXT_TO if c.kind == RelationName.NEXT_TO else (c.number("lo", NEAR[0]), c.number("hi", NEAR[1]))
    high = min(high, low + draw.problem.room.width + draw.problem.room.depth)
    drawn = ring(draw, box, low, high, draw.quarters(yaw_of(box)))
    if c.kind == RelationName.NEAR and low == 0.0:
        apart = ring(draw, box, 0.3 * high, high, draw.quarters(yaw_of(box)))
        return np.concatenate([apart, drawn[: draw.count // 2]])
    return drawn


def _far(draw: Draw) -> FloatArray:
    """In the corners, along the walls, and anywhere."""
    wall = flush(draw, QUARTER * draw.rng.integers(0, 4, draw.count), draw.between(-1.0, 1.0))
    in_corners = corners(draw)[draw.rng.integers(0, 8, draw.count // 2)]
    return np.concatenate([draw.anywhere(draw.quarters()), wall, in_corners])


def _facing(draw: Draw) -> FloatArray:
    """At the present place, turned; in front of a side of the target, square to it; anywhere, turned to its centre."""
    box = draw.box(draw.constraint.target)
    here = draw.at(draw.now[:1], draw.now[2:3], toward(draw.now[:1], draw.now[2:3], box))
    free = draw.anywhere(draw.quarters())
    free[:, 3] = toward(free[:, 0], free[:, 2], box)
    third = draw.count // 3
    out: FloatArray = np.concatenate([here, square(draw, box, 0.0, ACROSS[1])[: 2 * third], free[:third]])
    if faces_back(draw.constraint):
        out[:, 3] += np.pi
    return out


def _across(draw: Draw) -> FloatArray:
    box = draw.box(draw.constraint.target)
    about = ring(draw, box, *ACROSS, draw.quarters())
    about[:, 3] = toward(about[:, 0], about[:, 2], box)
    return np.concatenate([square(draw, box, *ACROSS)[: 2 * draw.count // 3], about[: draw.count // 3]])


def _direction(draw: Draw) -> FloatArray:
    """The strip beyond a side of the target, mostly near and at its middle; with the target's yaw, facing it, or at a quarter turn."""
    box = draw.box(draw.constraint.target)
    kind = draw.constraint.kind
    quarter = _SIDES[kind]
    front = yaw_of(box)
    if draw.constraint.parameters.get("frame") == "view":
        view = draw.problem.view
        front = 0.0 if view is None else float(np.arctan2(view.eye[0] - view.target[0], view.eye[2] - view.target[2]))
        quarter = -quarter if kind in (RelationName.LEFT_OF, RelationName.RIGHT_OF) else quarter
    side = front + QUARTER * quarter  # the yaw toward that side
    pick = draw.rng.random(draw.count)
    yaw = np.where(pick < 0.4, yaw_of(box), np.where(pick < 0.7, side + np.pi, draw.quarters(front)))
    w, d = draw.reach(yaw - side)
    c, s = np.abs(np.cos(yaw_of(box) - side)), np.abs(np.sin(yaw_of(box) - side))
    bw, bd = c * box[HALF_WIDTH] + s * box[HALF_DEPTH], s * box[HALF_WIDTH] + c * box[HALF_DEPTH]
    out = bd + d + 0.01 + draw.between(0.0, 1.0) ** 2 * 1.2
    along = draw.between(-1.0, 1.0) * np.maximum(bw - w / 2.0, 0.1) * draw.rng.integers(0, 2, draw.count)
    x = box[X] + np.sin(side) * out + np.cos(side) * along
    return draw.at(x, box[Z] + np.cos(side) * out - np.sin(side) * along, yaw)


def _centered(draw: Draw) -> FloatArray:
    box = draw.box(draw.constraint.target)
    yaw = draw.quarters(yaw_of(box))
    nothing = np.zeros(draw.count)
    there = draw.beside(box, nothing, nothing, yaw)
    if draw.constraint.target is not None and draw.constraint.target.kind is AnchorKind.ROOM:
        return there
    side = square(draw, box, 0.0, 2.0)
    # exactly to the middle of the side
    dx, dz = side[:, 0] - box[X], side[:, 2] - box[Z]
    x, z = box[COS] * dx - box[SIN] * dz, box[SIN] * dx + box[COS] * dz
    before = np.abs(np.sin(side[:, 3] - yaw_of(box))) < 0.5
    side = draw.beside(box, np.where(before, 0.0, x), np.where(before, z, 0.0), side[:, 3])
    side[:, 3] += np.pi * draw.rng.integers(0, 2, draw.count)
    return np.concatenate([there[: draw.count // 2], side[: draw.count // 2]])


def _aligned(draw: Draw) -> FloatArray:
    box = draw.box(draw.constraint.target)
    axis = "xyz".index(draw.constraint.word("axis"))
    free: FloatArray = np.concatenate([draw.now[None], draw.anywhere(draw.quarters(yaw_of(box)))])
    free[:, axis] = box[Y] + (box[HEIGHT] - draw.height) / 2.0 if axis == 1 else box[axis]
    return free


def _parallel(draw: Draw) -> FloatArray:
    box = draw.box(draw.constraint.target)
    free: FloatArray = np.concatenate([np.tile(draw.now, (2, 1)), draw.anywhere(draw.quarters())])
    free[:, 3] = yaw_of(box) + np.pi * (np.arange(len(free)) % 2)
    return free


def _symmetric(draw: Draw) -> FloatArray:
    """The mirror images of the target in the two middle planes of `about`."""
    other, about = draw.box(draw.constraint.target), draw.box(draw.constraint.about)
    dx, dz = other[X] - about[X], other[Z] - about[Z]
    x, z = about[COS] * dx - about[SIN] * dz, about[SIN] * dx + about[COS] * dz
    turn = yaw_of(other) - yaw_of(about)
    places = np.array([[-x, z, -turn], [x, -z, np.pi - turn]])
    return draw.beside(about, places[:, 0], places[:, 1], yaw_of(about) + places[:, 2], float(other[Y]))


def _around(draw: Draw) -> FloatArray:
    """Along the target's edge, facing it squarely, mostly where the other items leave the widest gap."""
    box = draw.box(draw.constraint.target)
    w, d = box[HALF_WIDTH], box[HALF_DEPTH]
    length = 4.0 * (w + d)
    count = len(draw.constraint.items)
    others = [draw.poses[i] for i in draw.constraint.items if i != draw.moving]
    start = np.zeros(0)
    if others:
        stand = np.stack(others)
        dx, dz = stand[:, 0] - box[X], stand[:, 2] - box[Z]
        start = np.sort(edge_position(box[COS] * dx - box[SIN] * dz, box[SIN] * dx + box[COS] * dz, w, d))
    slots = (np.arange(count) + 0.5) * length / count + draw.rng.random() * length
    if len(start):
        gaps = np.diff(np.append(start, start[0] + length))
        widest = int(np.argmax(gaps))
        middles = start[widest] + gaps[widest] * draw.between(0.35, 0.65)
        edge = np.where(draw.rng.random(draw.count) < 0.7, middles, draw.between(0.0, length))
    else:
        edge = slots[draw.rng.integers(0, count, draw.count)]
    x, z, out = edge_place(edge % length, w, d)
    away = draw.half[1] + 0.02 + draw.between(0.0, 1.0) * 0.25
    x, z = x + np.sin(out) * away, z + np.cos(out) * away
    return draw.beside(box, x, z, yaw_of(box) + out + np.pi)


def _spaced(draw: Draw) -> FloatArray:
    """Midway between two neighbours, or beyond an end by their mean distance; at the present place across, or in line with them."""
    axis = "xyz".index(draw.constraint.word("axis"))
    others = np.stack([draw.poses[i] for i in draw.constraint.items if i != draw.moving])
    at = np.sort(others[:, axis])
    step = np.diff(at).mean() if len(at) > 1 else 2.0 * float(draw.half.max()) + draw.between(0.1, 1.0).mean()
    places = np.concatenate([0.5 * (at[1:] + at[:-1]), [at[0] - step, at[-1] + step]])
    drawn = np.tile(draw.now, (2 * len(places), 1))
    drawn[len(places) :, [0, 2, 3]] = others[0, [0, 2, 3]]
    drawn[:, axis] = np.tile(places, 2)
    return drawn


def _clear(draw: Draw) -> FloatArray:
    here = np.tile(draw.now, (4, 1))
    here[:, 3] = QUARTER * np.arange(4)
    walls = flush(draw, QUARTER * draw.rng.integers(0, 4, draw.count), draw.between(-1.0, 1.0))
    return np.concatenate([here, walls[: draw.count // 2], draw.anywhere(draw.quarters())[: draw.count // 2]])


_ACROSS = {"left": (0, -1.0), "right": (0, 1.0), "back": (2, -1.0), "front": (2, 1.0)}
"""Wall -> the axis across it, and the sign of its side."""


def _in_row(draw: Draw) -> FloatArray:
    """In line with the others, by middles or by backs at a wall, at the present place along the row or anywhere."""
    c, bodies = draw.constraint, draw.problem.bodies
    others = [i for i in c.items if i != draw.moving]
    poses = draw.poses[others]
    along, wall = c.parameters.get("along"), str(c.parameters.get("wall", ""))
    by_wall = along == "wall" and wall in _ACROSS
    across = [_ACROSS[wall][0]] if by_wall else {"x": [2], "z": [0]}.get(str(along), [2, 0])
    drawn = []
    for axis in across:
        free = np.concatenate([np.tile(draw.now, (2, 1)), draw.anywhere(draw.quarters(float(poses[0, 3])))])
        free[1, 3] = poses[0, 3]
        middles = free.copy()
        middles[:, axis] = 0.5 * (poses[:, axis].min() + poses[:, axis].max())
        drawn.append(middles)
        if by_wall:
            backs, side = free.copy(), _ACROSS[wall][1]
            boxes = boxes_at(poses, bodies.half[others], bodies.height[others])
            reach = extents_along(boxes, boxes[:, COS], boxes[:, SIN])[axis == 2]
            ends = poses[:, axis] + side * reach
            backs[:, axis] = 0.5 * (ends.min() + ends.max()) - side * draw.reach(free[:, 3])[axis == 2]
            drawn.append(backs)
    return np.concatenate(drawn)


def _about_the_others(draw: Draw) -> FloatArray:
    """Anywhere, more often near the other bodies of the relation: for relations without a construction of their own."""
    others = np.array([b for b in draw.constraint.bodies if b != draw.moving])
    drawn = np.concatenate([draw.anywhere(draw.quarters()) for _ in range(4)])
    if len(others):
        stand = draw.poses[others[draw.rng.integers(0, len(others), len(drawn))]]
        spread = np.array([0.3, 1.0, 2.0, 4.0])[draw.rng.integers(0, 4, len(drawn))]
        near = stand[:, [0, 2]] + draw.rng.normal(size=(len(drawn), 2)) * spread[:, None]
        keep = draw.rng.random(len(drawn)) < 0.2
        drawn[:, [0, 2]] = np.where(keep[:, None], drawn[:, [0, 2]], near)
        drawn[:, 3] = np.where(draw.rng.random(len(drawn)) < 0.5, stand[:, 3], drawn[:, 3])
    return drawn


_MAKERS: dict[str, Maker] = {
    RelationName.IN_ROW: _in_row,
    RelationName.NEXT_TO: _distance,
    RelationName.NEAR: _distance,
    RelationName.FAR: _far,
    RelationName.ACROSS: _across,
    RelationName.FACING: _facing,
    RelationName.LEFT_OF: _direction,
    RelationName.RIGHT_OF: _direction,
    RelationName.IN_FRONT_OF: _direction,
    RelationName.BEHIND: _direction,
    RelationName.AGAINST_WALL: at_wall,
    RelationName.ON_WALL: at_wall,
    RelationName.IN_CORNER: in_corner,
    RelationName.HANGING: hanging,
    RelationName.ON: on,
    RelationName.INSIDE: inside,
    RelationName.UNDER: over,
    RelationName.ABOVE: over,
    RelationName.CENTERED: _centered,
    RelationName.ALIGNED: _aligned,
    RelationName.PARALLEL: _parallel,
    RelationName.SYMMETRIC: _symmetric,
    RelationName.AROUND: _around,
    RelationName.SPACED: _spaced,
    RelationName.CLEAR: _clear,
}
