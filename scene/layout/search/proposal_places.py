"""Propose poses at walls, on surfaces and in containers."""

from __future__ import annotations

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies import surfaces_within
from scenewright.scene.layout.model import AnchorKind, Support, SupportSurface
from scenewright.scene.layout.relations import HALF_DEPTH, HALF_WIDTH, HEIGHT, Y
from scenewright.scene.layout.search.proposal_draws import QUARTER, Draw, yaw_of
from scenewright.scene.model import FloatArray

__all__ = ["at_wall", "corners", "flush", "hanging", "in_corner", "inside", "on", "over"]

_WALL_YAWS = {"left": QUARTER, "right": -QUARTER, "back": 0.0, "front": np.pi}


def _walls_meant(draw: Draw) -> list[str]:
    c = draw.constraint
    if c.target is not None and c.target.kind is AnchorKind.WALL and c.parameters.get("part") != "walls":
        return [c.target.wall]
    return [str(c.parameters["wall"])] if "wall" in c.parameters else list(_WALL_YAWS)


def at_wall(draw: Draw) -> FloatArray:
    """With the back flush at a wall, anywhere along it."""
    c = draw.constraint
    if c.target is not None and c.target.kind is AnchorKind.BODY:
        return _at_body(draw)
    walls = _walls_meant(draw)
    yaw = np.array([_WALL_YAWS[w] for w in walls])[draw.rng.integers(0, len(walls), draw.count)]
    return flush(draw, yaw, draw.between(-1.0, 1.0), c.height)


def flush(draw: Draw, yaw: FloatArray, share: FloatArray, y: float | None = None) -> FloatArray:
    """With the back on the walls of the given inward yaws; `share`: -1 to 1, the position along the wall."""
    room = draw.problem.room
    nx, nz = np.sin(yaw), np.cos(yaw)
    to_wall = np.abs(nx) * room.width / 2.0 + np.abs(nz) * room.depth / 2.0 - draw.half[1]
    free = np.abs(nz) * room.width / 2.0 + np.abs(nx) * room.depth / 2.0 - draw.half[0]
    along = share * np.maximum(free, 0.0)
    return draw.at(-nx * to_wall + np.abs(nz) * along, -nz * to_wall + np.abs(nx) * along, yaw, y)


def _at_body(draw: Draw) -> FloatArray:
    """With the back at a side of a body."""
    box = draw.box(draw.constraint.target)
    angle = QUARTER * draw.rng.integers(0, 4, draw.count)
    across = np.abs(np.sin(angle)) > 0.5
    out = np.where(across, box[HALF_WIDTH], box[HALF_DEPTH]) + draw.half[1]
    along = draw.between(-0.9, 0.9) * np.where(across, box[HALF_DEPTH], box[HALF_WIDTH])
    x, z = np.sin(angle) * out + np.cos(angle) * along, np.cos(angle) * out - np.sin(angle) * along
    return draw.beside(box, x, z, yaw_of(box) + angle)


def corners(draw: Draw) -> FloatArray:
    """(8, 4) poses flush in each corner, with the back to either wall."""
    share = np.where(np.arange(8) < 4, -1.0, 1.0)
    return flush(draw, QUARTER * (np.arange(8) % 4), share)


def in_corner(draw: Draw) -> FloatArray:
    touching = corners(draw)
    chosen = touching[draw.rng.integers(0, len(touching), draw.count)]
    inward = draw.between(0.0, 0.1) * draw.rng.integers(0, 2, draw.count)
    chosen[:, 0] -= np.sign(chosen[:, 0]) * inward
    chosen[:, 2] -= np.sign(chosen[:, 2]) * inward
    return np.concatenate([touching, chosen])


def hanging(draw: Draw) -> FloatArray:
    free = draw.anywhere(draw.quarters())
    free[0] = draw.now
    free[:, 1] = draw.problem.room.height - draw.height
    return free


def on(draw: Draw) -> FloatArray:
    target = draw.constraint.target
    if target is None or target.kind in (AnchorKind.WALL, AnchorKind.OPENING):
        return at_wall(draw) if target is not None and target.kind is AnchorKind.WALL else _before_opening(draw)
    if target.kind is AnchorKind.ROOM:
        if draw.constraint.parameters.get("part") == "ceiling":
            return hanging(draw)
        free = draw.anywhere(draw.quarters())
        free[:, 1] = 0.0
        return free
    box = draw.box(target)
    return _on_surfaces(draw, box, _surfaces(draw, target.body))


def _surfaces(draw: Draw, body: int) -> list[SupportSurface]:
    w, d = draw.problem.bodies.half[body]
    whole = SupportSurface(np.array([[-w, -d], [w, -d], [w, d], [-w, d]]), float(draw.problem.bodies.height[body]))
    return list(draw.problem.bodies.surfaces[body]) or [whole]


def _on_surfaces(draw: Draw, box: FloatArray, surfaces: list[SupportSurface]) -> FloatArray:
    """On the surfaces, more often on larger ones, with the whole footprint where they are wide enough."""
    able = [s for s in surfaces if s.headroom >= draw.height] or surfaces
    area = np.array([max(s.area, 1e-6) for s in able])
    which = draw.rng.choice(len(able), draw.count, p=area / area.sum())
    yaw = draw.quarters(yaw_of(box))
    low = np.stack([s.polygon.min(axis=0) for s in able])[which]
    high = np.stack([s.polygon.max(axis=0) for s in able])[which]
    reach = np.stack(draw.reach(yaw - yaw_of(box)), axis=-1)
    middle = 0.5 * (low + high)
    spare = np.maximum(0.5 * (high - low) - reach, 0.05 * (high - low))
    at = middle + (2.0 * draw.rng.random((draw.count, 2)) - 1.0) * spare
    poses = draw.beside(box, at[:, 0], at[:, 1], yaw)
    poses[:, 1] = box[Y] + np.array([s.height for s in able])[which]
    return poses


def inside(draw: Draw) -> FloatArray:
    """On a shelf inside the target, else on its bottom."""
    target = draw.constraint.target
    assert target is not None
    if target.kind is not AnchorKind.BODY:
        return draw.anywhere(draw.quarters())
    box = draw.box(target)
    return _on_surfaces(draw, box, surfaces_within(draw.problem.bodies, target.body, draw.height))


def _before_opening(draw: Draw) -> FloatArray:
    """Flush at the wall of a door or window, within its width, at the height of its middle."""
    box = draw.box(draw.constraint.target)
    y = box[Y] + (box[HEIGHT] - draw.height) / 2.0
    return _below_opening(draw, box, max(float(y), 0.0))


def _below_opening(draw: Draw, box: FloatArray, y: float | None = None) -> FloatArray:
    along = 0.9 * draw.between(-1.0, 1.0) * box[HALF_WIDTH] * draw.rng.integers(0, 2, draw.count)
    out = np.full(draw.count, box[HALF_DEPTH] + draw.half[1])
    return draw.beside(box, along, out, np.full(draw.count, yaw_of(box)), y)


def over(draw: Draw) -> FloatArray:
    """Above or under the target: within its footprint; for a body on a wall, on the wall behind it; for an opening, at its wall."""
    target = draw.constraint.target
    assert target is not None
    box = draw.box(target)
    if target.kind is AnchorKind.OPENING:
        y = float(box[Y] + box[HEIGHT] + 0.05) if draw.constraint.kind == RelationName.ABOVE else None
        return _below_opening(draw, box, y)
    x, z = 0.9 * draw.between(-1.0, 1.0) * box[HALF_WIDTH], 0.9 * draw.between(-1.0, 1.0) * box[HALF_DEPTH]
    middle = draw.rng.random(draw.count) < 0.5
    x, z = np.where(middle, 0.0, x), np.where(middle, 0.0, z)
    if draw.problem.bodies.support[draw.moving] is not Support.WALL:
        return draw.beside(box, x, z, draw.quarters(yaw_of(box)))
    there = draw.beside(box, x, z, np.zeros(draw.count))
    yaw = QUARTER * draw.rng.integers(0, 4, draw.count)
    behind = draw.rng.random(draw.count) < 0.7
    yaw = np.where(behind, np.round(yaw_of(box) / QUARTER) * QUARTER, yaw)
    room = draw.problem.room
    free = np.abs(np.cos(yaw)) * room.width / 2.0 + np.abs(np.sin(yaw)) * room.depth / 2.0 - draw.half[0]
    along = np.where(np.abs(np.cos(yaw)) > 0.5, there[:, 0], there[:, 2])
    share = np.clip(along / np.maximum(free, 1e-6), -1.0, 1.0)
    lowest = box[Y] + box[HEIGHT] + 0.1
    y = float(max(draw.now[1], lowest)) if draw.constraint.kind == RelationName.ABOVE else None
    return flush(draw, yaw, share, y)
