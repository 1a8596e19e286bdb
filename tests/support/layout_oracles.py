"""Overlaps of layouts computed with shapely: an oracle for the layout's own geometry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.ops import unary_union

from scenewright.scene.layout import Bodies, Problem, Support
from scenewright.scene.layout.relations import residuals
from scenewright.scene.layout.search import occupancy_of, proposals
from scenewright.scene.layout.search.arrangement import Arrangement
from scenewright.scene.layout.search.candidates import Candidates
from scenewright.scene.model import FloatArray, Room
from tests.support.layout_cases import ROOM, Thing

TOUCH = 1e-6
"""Tolerance for rounding, in square metres or metres."""

TABLE_BOXES = np.array(
    [
        [[-0.8, 0.7, -0.45], [0.8, 0.75, 0.45]],
        *[[[x - 0.03, 0.0, z - 0.03], [x + 0.03, 0.7, z + 0.03]] for x in (-0.7, 0.7) for z in (-0.35, 0.35)],
    ]
)
"""A table 1.6 m by 0.9 m and 0.75 m high on four legs, in its own frame."""

L_BOXES = np.array([[[-1.0, 0.0, -1.0], [1.0, 0.8, -0.2]], [[-1.0, 0.0, -0.2], [-0.2, 0.8, 1.0]]])
"""An L-shaped sofa, 2 m by 2 m."""


def rectangle(pose: FloatArray, low: Sequence[float], high: Sequence[float]) -> Polygon:
    """A rectangle from `low` to `high` (x, z) in a body's frame, as a polygon in the room's plan."""
    c, s = np.cos(pose[3]), np.sin(pose[3])
    corners = [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])]
    return Polygon([(pose[0] + c * x + s * z, pose[2] - s * x + c * z) for x, z in corners])


def pieces(boxes: FloatArray, pose: FloatArray) -> list[tuple[Polygon, float, float]]:
    """For each box of a body: its polygon in plan, its lowest and its highest y."""
    return [
        (rectangle(pose, low[[0, 2]], high[[0, 2]]), float(pose[1] + low[1]), float(pose[1] + high[1]))
        for low, high in boxes
    ]


def footprint(half: FloatArray, pose: FloatArray) -> Polygon:
    """The oriented bounding box of a body in plan."""
    return rectangle(pose, -half, half)


def floor_of(room: Room) -> Polygon:
    """The room's floor in plan."""
    return box(-room.width / 2, -room.depth / 2, room.width / 2, room.depth / 2)


def shared_area(
    one: list[tuple[Polygon, float, float]], other: list[tuple[Polygon, float, float]], *, slack: float = 1e-3
) -> float:
    """The largest overlap in plan, square metres, of two pieces that share more than `slack` metres of height."""
    return max(
        (
            p.intersection(q).area
            for p, low, high in one
            for q, least, most in other
            if min(high, most) - max(low, least) > slack
        ),
        default=0.0,
    )


def overlaps(problem: Problem, poses: FloatArray, *, but: set[frozenset[int]] | None = None) -> list[tuple[int, int]]:
    """Pairs of bodies whose boxes intersect. A body and its support do not count, nor a rug and another body, nor pairs in `but`."""
    bodies = problem.bodies
    made = [pieces(b, p) for b, p in zip(bodies.boxes, poses, strict=True)]
    rug = [s is Support.RUG for s in bodies.support]
    found = []
    for a in range(len(bodies)):
        for b in range(a):
            apart = problem.parent[a] == b or problem.parent[b] == a or rug[a] != rug[b]
            if not apart and frozenset((a, b)) not in (but or set()) and shared_area(made[a], made[b]) > TOUCH:
                found.append((b, a))
    return found


def outside(problem: Problem, poses: FloatArray) -> list[int]:
    """Bodies whose oriented box extends beyond the room's plan by more than rounding."""
    floor = floor_of(problem.room).buffer(1e-6, join_style="mitre")
    return [b for b, pose in enumerate(poses) if not floor.covers(footprint(problem.bodies.half[b], pose))]


def door_swings(room: Room) -> Polygon | MultiPolygon:
    """The swing areas of doors in plan, as deep as the door is wide, at most a metre."""
    made = []
    for o in room.openings:
        if o.kind == "door":
            a, b, deep = o.offset - o.width / 2, o.offset + o.width / 2, min(o.width, 1.0)
            w, d = room.width / 2, room.depth / 2
            made.append(
                {
                    "front": box(a, d - deep, b, d),
                    "back": box(a, -d, b, -d + deep),
                    "left": box(-w, a, -w + deep, b),
                    "right": box(w - deep, a, w, b),
                }[o.wall]
            )
    return unary_union(made)


def in_doors(problem: Problem, poses: FloatArray) -> list[int]:
    """Bodies in the swing area of a door, except rugs and bodies above the door."""
    swing = door_swings(problem.room)
    bodies = problem.bodies
    return [
        b
        for b, pose in enumerate(poses)
        if bodies.support[b] is not Support.RUG
        and any(
            p.intersection(swing).area > TOUCH and low < 2.0 and high > 0.05
            for p, low, high in pieces(bodies.boxes[b], pose)
        )
    ]


def with_boxes(bodies: Bodies, body: int, boxes: FloatArray) -> Bodies:
    """The bodies with other collision boxes for one body, within its own box."""
    return replace(bodies, boxes=(*bodies.boxes[:body], boxes, *bodies.boxes[body + 1 :]))


def with_parents(problem: Problem, parents: dict[int, int]) -> Problem:
    """The problem with the given supports: child -> body that carries it."""
    parent = problem.parent.copy()
    for child, carrier in parents.items():
        parent[child] = carrier
    return replace(problem, parent=parent)


class _Judge:
    """Residuals and tolerances of relations, as the layout defines them."""

    residual = staticmethod(residuals.residual)
    tolerance = staticmethod(residuals.tolerance)


JUDGE = _Judge()


def arranged(problem: Problem, *, seed: int = 0, wished: bool = True) -> Arrangement:
    """An arrangement in which only fixed bodies are placed."""
    occupancy = occupancy_of(problem)
    source = Candidates(problem, occupancy, proposals.sample, np.random.default_rng(seed), wished=wished)
    return Arrangement(problem, JUDGE, source, occupancy)


def random_things(rng: np.random.Generator, count: int, room: Room = ROOM) -> dict[str, Thing]:
    """Blocks on the floor at random places of a room, with random turns."""
    made = {}
    for k in range(count):
        size = rng.uniform(0.2, 1.2), rng.uniform(0.3, 2.0), rng.uniform(0.2, 1.2)
        at = rng.uniform(-0.5, 0.5) * room.width, 0.0, rng.uniform(-0.5, 0.5) * room.depth
        made[f"thing{k}"] = Thing(size, at, float(rng.uniform(-180, 180)))
    return made


def without_body(problem: Problem, body: int) -> Problem:
    """The problem without one body. The body must carry nothing and be in no relation."""
    kept = [b for b in range(len(problem.bodies)) if b != body]
    number = {b: k for k, b in enumerate(kept)}
    bodies = problem.bodies
    left = replace(
        bodies,
        row=bodies.row[kept],
        path=tuple(bodies.path[b] for b in kept),
        half=bodies.half[kept],
        height=bodies.height[kept],
        initial=bodies.initial[kept],
        body_from_row=bodies.body_from_row[kept],
        support=tuple(bodies.support[b] for b in kept),
        fixed=bodies.fixed[kept],
        clearance=bodies.clearance[kept],
        boxes=tuple(bodies.boxes[b] for b in kept),
        surfaces=tuple(bodies.surfaces[b] for b in kept),
    )
    parent = np.array([number.get(int(problem.parent[b]), -1) for b in kept], dtype=np.int32)
    return replace(problem, bodies=left, parent=parent, surface=problem.surface[kept])
