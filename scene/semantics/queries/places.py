"""Where the entities of a scene are to each other: what a query's relations are asked of.

Boxes answer for directions and distances (:mod:`scenewright.scene.semantics.scene_graph.spatial`), surfaces for what rests on
what, the tree for parts. Every answer is a degree in [0, 1]; what people would not say is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scenewright.scene.english.relations import IMPLIED
from scenewright.scene.geometry.oriented_boxes import standing_boxes
from scenewright.scene.geometry.triangles import SceneGeometry
from scenewright.scene.layout.relations.measures import (
    COS,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    SIN,
    X,
    Y,
    Z,
    in_frame,
    planar_gap,
)
from scenewright.scene.model import Camera, FloatArray, NodeKind, Scene
from scenewright.scene.semantics.scene_graph.contacts import Faces, faces_of, resting, surrounded
from scenewright.scene.semantics.scene_graph.spatial import Spatial

__all__ = ["Places"]

_CLOSE = {"next_to": 0.6, "near": 1.6, "against": 0.25}
"""Metres between nearest points up to which people say so."""
_APART = 1.0
"""Metres between nearest points from which a thing keeps its distance."""
_BARELY = 2.0
"""Times as far, a thing may still be meant, when none is closer."""
_OPPOSITE = {"left": "right", "right": "left", "back": "front", "front": "back"}
_AT_WALL = 0.6
"""Metres from a wall up to which a thing is at it rather than out in the room."""
_HUNG = 0.3
"""Metres above the floor from which what touches a wall may hang there."""
_LEVEL = 0.05
"""Metres by which two things on one level may differ."""
_SET_DOWN = 0.06
"""Metres above a thing up to which another is set down on it rather than over it."""
_OVER = 0.35
"""Metres beside a thing up to which what is higher is above it: shelves and windows keep to their wall."""
_SHELVED = 0.6
_WITHIN = 0.6
"""The part of a thing's box in another's from which it belongs to it."""


class Places:
    """The N entities with rows `rows` (N,), which all answers number from 0."""

    def __init__(self, scene: Scene, geometry: SceneGeometry, rows: npt.ArrayLike, camera: Camera | None) -> None:
        self.scene = scene
        self.rows = np.asarray(rows, dtype=np.int64)
        self._number = {int(r): n for n, r in enumerate(self.rows)}
        poses, sizes = standing_boxes(scene, self.rows)
        self.sizes = sizes
        self.boxes: FloatArray = np.column_stack(
            [poses[:, :3], np.cos(poses[:, 3]), np.sin(poses[:, 3]), sizes[:, 0] / 2.0, sizes[:, 2] / 2.0, sizes[:, 1]]
        )
        self.middles: FloatArray = poses[:, :3] + np.array([0.0, 0.5, 0.0]) * sizes[:, [1]]
        self._openings = np.array([self._named(n, ("door", "window")) for n in range(len(self.rows))], dtype=bool)
        first = Spatial(self.boxes, scene.room, camera)
        hung = np.zeros(len(self.rows), dtype=bool)
        if scene.room is not None and len(self.rows):
            hung = first.holds("on_wall", np.arange(len(self.rows))) & (self.boxes[:, Y] > _HUNG) & ~self._openings
        self.spatial = Spatial(self.boxes, scene.room, camera, hung=hung, openings=self._openings)
        self._camera = camera
        self._geometry = geometry
        self.ends = np.array([scene.subtree_end(int(r)) for r in self.rows], dtype=np.int64)

    def _named(self, number: int, names: tuple[str, ...]) -> bool:
        return self.is_room(number) and self.scene.entity(int(self.rows[number])).name in names

    # -- what there is --------------------------------------------------------------------------------------------------

    @cached_property
    def _faces(self) -> Faces:
        return faces_of(self._geometry)

    @cached_property
    def holders(self) -> list[set[int]]:
        """Of each entity, those that it rests on: the one whose surface it is, and all that this is part of but not both."""
        out: list[set[int]] = [set() for _ in self.rows]
        found = resting(self._faces, self.boxes, self.rows.astype(np.int32), self.ends.astype(np.int32))
        for thing, row, _ in found:
            at: int = row
            while at >= 0:
                number = self._number.get(at)
                if number is not None and not self._holds(number, thing) and number != thing:
                    out[thing].add(number)
                at = int(self.scene.nodes.parent[at])
        return out

    def _holds(self, whole: int, part: int) -> bool:
        """Whether one is part of the other in the tree."""
        return bool(self.rows[whole] <= self.rows[part] < self.ends[whole])

    def top_level(self, numbers: Sequence[int]) -> list[int]:
        """Those that are part of no other of them."""
        return [n for n in numbers if not any(m != n and self._holds(m, n) for m in numbers)]

    def same_branch(self, a: int, b: int) -> bool:
        return self._holds(a, b) or self._holds(b, a)

    # -- relations ------------------------------------------------------------------------------------------------------

    def degree(self, kind: str, a: int, b: int, *, seen: bool = False) -> float:
        """How well a stands in a relation to b."""
        if a == b:
            return 0.0
        if kind == "attached":
            return max(self.degree("on", a, b), self.degree("touching", a, b))
        if kind == "outside" and self._inside(a, b) > 0.0:
            return 0.0
        if kind == "apart":
            return float(float(self.spatial.gap([a], [b])[0]) >= _APART)
        kind = IMPLIED.get(kind, kind)
        if kind in ("part_of", "with"):
            whole, part = (b, a) if kind == "part_of" else (a, b)
            if self._holds(whole, part):
                return 1.0
            share = self._share_within(part, whole)
            if share >= _WITHIN:
                return share
            return self._on(part, whole) if kind == "with" else 0.0
        if kind in ("on", "against", "touching") and self._wall(b) and not self.is_room(a):
            return self.alone("wall" if kind == "on" else "against", a, self._wall(b))
        if kind in ("on", "supports"):
            low, up = (b, a) if kind == "on" else (a, b)
            return self._on(up, low) or _SHELVED * self._inside(up, low)  # books are on a bookcase, and in it
        if self.same_branch(a, b) and kind not in ("inside", "holds"):
            return 0.0
        if kind in ("inside", "holds"):
            inner, outer = (a, b) if kind == "inside" else (b, a)
            return self._inside(inner, outer)
        if kind in ("under", "above"):
            low, up = (a, b) if kind == "under" else (b, a)
            if low in self.holders[up]:
                return 0.9 if kind == "under" else 0.6
            return max(float(self.spatial.holds("under", [low], [up])[0]), self._above(up, low), self._upon(up, low))
        if kind in _CLOSE:
            gap = float(self.spatial.gap([a], [b])[0])
            bound = _CLOSE[kind]
            return 1.0 - 0.4 * gap / bound if gap <= bound else 0.0 if gap > _BARELY * bound else 0.3
        if kind in ("left_of", "right_of", "in_front_of", "behind"):
            return self._direction(kind, a, b, seen)
        if kind == "touching":
            return 1.0 if float(self.spatial.gap([a], [b])[0]) <= 0.02 else 0.0
        if kind in ("next_to", "across") and self._wall(a):
            return self._wall_beside(a, b, opposite=kind == "across")
        if kind == "end":
            return self._at_end(a, b)
        if kind == "away":
            return self._direction("behind", b, a, False)
        if kind == "centre":
            return self._centred(a, b)
        if kind in ("facing", "across"):
            return float(self.spatial.holds(kind, [a], [b])[0])
        return 0.0

    def _wall(self, number: int) -> str:
        """Which wall of the room it is: left, right, back, front; '' for none."""
        name = self.scene.entity(int(self.rows[number])).name if self.is_room(number) else ""
        return name.removeprefix("wall_") if name.startswith("wall_") else ""

    def _wall_beside(self, wall: int, b: int, *, opposite: bool) -> float:
        """Whether a wall is the one that b is at, or the one opposite to it."""
        if self._wall(b):
            at = self._wall(b)
        else:
            gaps = {name: float(self.spatial.wall_gap([b], name)[0]) for name in _OPPOSITE}
            at = min(gaps, key=lambda name: gaps[name])
            if gaps[at] > _AT_WALL:
                return 0.0
        return (
            1.0
            if self._wall(wall) == (_OPPOSITE[at] if opposite else at) and self._wall(b) != self._wall(wall)
            else 0.0
        )

    def _on(self, up: int, low: int) -> float:
        if low in self.holders[up]:
            return 1.0
        if any(low in self.holders[h] for h in self.holders[up] if not self.is_room(h)):
            return 0.6  # the cup on the tray on the table
        return 0.0 if self.holders[up] else self._upon(up, low)

    def _upon(self, up: int, low: int) -> float:
        """Where no surface holds it: its bottom about where the other's top is, over or around it (a roof on its walls)."""
        a, b = self.boxes[up], self.boxes[low]
        gap = float(self.spatial.height_order([up], [low])[0])
        higher = a[Y] >= b[Y] + b[HEIGHT] / 2.0 and a[Y] + a[HEIGHT] > b[Y] + b[HEIGHT]
        return 0.7 if higher and gap <= _SET_DOWN and self._overlap(up, low) >= 0.5 else 0.0

    def _above(self, up: int, low: int) -> float:
        """Higher by its middle and not below the other's top, over it or at the same wall: a window over a bath."""
        middle = float(self.middles[up, 1]) - float(self.boxes[low, Y] + self.boxes[low, HEIGHT])
        if float(self.spatial.height_order([up], [low])[0]) < -_SET_DOWN or middle <= 0.0:
            return 0.0
        a, b = self.boxes[up], self.boxes[low]
        return 0.6 if float(planar_gap(a, b)) <= _OVER and self._overlap(up, low, margin=_OVER) >= 0.3 else 0.0

    def _overlap(self, a: int, b: int, margin: float = 0.0) -> float:
        """The part of the smaller footprint that lies in the other, sampled."""
        steps = np.linspace(-0.9, 0.9, 7)
        gx, gz = (g.reshape(-1) for g in np.meshgrid(steps, steps))
        small, large = sorted((a, b), key=lambda n: float(self.boxes[n, HALF_WIDTH] * self.boxes[n, HALF_DEPTH]))
        box, other = self.boxes[small], self.boxes[large]
        x = box[X] + box[COS] * gx * box[HALF_WIDTH] + box[SIN] * gz * box[HALF_DEPTH] - other[X]
        z = box[Z] - box[SIN] * gx * box[HALF_WIDTH] + box[COS] * gz * box[HALF_DEPTH] - other[Z]
        lx, lz = other[COS] * x - other[SIN] * z, other[SIN] * x + other[COS] * z
        held = (np.abs(lx) <= other[HALF_WIDTH] + margin) & (np.abs(lz) <= other[HALF_DEPTH] + margin)
        return float(held.mean())

    def _inside(self, inner: int, outer: int) -> float:
        if self._holds(outer, inner):
            return 0.9
        share = self._share_within(inner, outer)
        if share >= 0.5 and inner not in self.holders[outer]:
            ends = self.ends.astype(np.int32)
            about = surrounded(self._faces, self.boxes, self.rows.astype(np.int32), ends, [inner], [outer])
            return 1.0 if bool(about[0]) else (0.7 if share > 0.9 else 0.0)
        return 0.0

    def _direction(self, kind: str, a: int, b: int, seen: bool) -> float:
        if a in self.holders[b]:
            return 0.0  # what it stands on is not behind it, however far that reaches
        if seen:
            return float(self.spatial.holds(kind, [a], [b], view=True)[0])
        x, z = (float(v) for v in in_frame(self._nearest_part(a, b), self.boxes[b]))
        along, across = {"left_of": (x, z), "right_of": (-x, z), "in_front_of": (z, x), "behind": (-z, x)}[kind]
        across = abs(across)
        if along <= 0.0:
            return 0.0
        beyond = HALF_WIDTH if kind in ("left_of", "right_of") else HALF_DEPTH
        other = HALF_DEPTH if beyond == HALF_WIDTH else HALF_WIDTH
        if self.is_room(a) or bool(self.spatial.holds(kind, [a], [b])[0]):
            # straight on is better than off to the corner, and near than far
            off = max(across - float(self.boxes[b, other]), 0.0)
            return 1.0 - 0.3 * min(off / max(along, 1e-6), 1.0) - 0.05 * min(along / 5.0, 1.0)
        if along <= float(self.boxes[b, beyond]) * 0.5:
            return 0.0
        return 0.4 if along >= across else 0.25 if along >= 0.6 * across else 0.0

    def _nearest_part(self, a: int, b: int) -> FloatArray:
        """The box of a, with its middle where it is nearest to b's if a is a wall or a floor: those are not in one place."""
        box: FloatArray = self.boxes[a].copy()
        if self.is_room(a) and not self._openings[a]:
            x, z = (float(v) for v in in_frame(self.boxes[b], box))
            x, z = (
                float(np.clip(x, -box[HALF_WIDTH], box[HALF_WIDTH])),
                float(np.clip(z, -box[HALF_DEPTH], box[HALF_DEPTH])),
            )
            box[[X, Z]] += box[COS] * x + box[SIN] * z, -box[SIN] * x + box[COS] * z
        return box

    def _centred(self, a: int, b: int) -> float:
        """Over b's footprint: 1 at its middle, falling to 1/4 at its sides."""
        x, z = (abs(float(v)) for v in in_frame(self.boxes[a], self.boxes[b]))
        off = max(x / max(float(self.boxes[b, HALF_WIDTH]), 1e-6), z / max(float(self.boxes[b, HALF_DEPTH]), 1e-6))
        return 1.0 - 0.75 * off if off <= 1.0 and float(self.spatial.gap([a], [b])[0]) <= _CLOSE["next_to"] else 0.0

    def _at_end(self, a: int, b: int) -> float:
        """Beside one of b's short sides."""
        if self.degree("next_to", a, b) <= 0.0:
            return 0.0
        x, z = (abs(float(v)) for v in in_frame(self.boxes[a], self.boxes[b]))
        wide, deep = float(self.boxes[b, HALF_WIDTH]), float(self.boxes[b, HALF_DEPTH])
        if max(wide, deep) < 1.1 * min(wide, deep):
            return 0.7
        beyond = x > 0.8 * wide if wide > deep else z > 0.8 * deep
        return 1.0 if beyond else 0.0

    def _share_within(self, a: int, b: int, margin: float = 0.05) -> float:
        """The part of a's box that lies in b's, sampled."""
        steps = np.array([-0.8, -0.4, 0.0, 0.4, 0.8])
        gx, gy, gz = (g.reshape(-1) for g in np.meshgrid(steps, (steps + 1.0) / 2.0, steps, indexing="ij"))
        box, other = self.boxes[a], self.boxes[b]
        dx, dz = gx * box[HALF_WIDTH], gz * box[HALF_DEPTH]
        x = box[X] + box[COS] * dx + box[SIN] * dz
        z = box[Z] - box[SIN] * dx + box[COS] * dz
        y = box[Y] + gy * box[HEIGHT]
        rx, rz = x - other[X], z - other[Z]
        lx, lz = other[COS] * rx - other[SIN] * rz, other[SIN] * rx + other[COS] * rz
        held = (np.abs(lx) <= other[HALF_WIDTH] + margin) & (np.abs(lz) <= other[HALF_DEPTH] + margin)
        held &= (y >= other[Y] - margin) & (y <= other[Y] + other[HEIGHT] + margin)
        return float(held.mean())

    def gap(self, a: int, b: int) -> float:
        """Metres between the nearest points of two boxes; where they meet, less the nearer their middles are."""
        gap = float(self.spatial.gap([a], [b])[0])
        return gap + 1e-3 * float(np.linalg.norm(self.middles[a] - self.middles[b]))

    def between(self, a: int, b: int, c: int) -> float:
        """Whether a stands between two others: on their level, or at their height."""
        bottoms = self.boxes[[a, b, c], Y]
        tops = bottoms + self.boxes[[a, b, c], HEIGHT]
        level = abs(float(bottoms[0] - bottoms[1:].min())) <= _LEVEL
        beside = min(float(tops[0]), float(tops[1:].max())) - max(float(bottoms[0]), float(bottoms[1:].min())) > _LEVEL
        if not (level or beside):
            return 0.0
        return float(self.spatial.between([a], [b], [c])[0])

    def alone(self, kind: str, a: int, side: str = "") -> float:
        """How well a place of the room is a's: corner, wall, against, ceiling, floor, middle."""
        wall = side if side in ("left", "right", "back", "front") else None
        if kind == "floor":
            return float(self.boxes[a, Y] < 0.03)
        if self.scene.room is None:
            return 0.0
        if kind in ("wall", "against"):
            relation = "on_wall" if kind == "wall" else "against_wall"
            stands = kind == "wall" and float(self.boxes[a, Y]) < _LEVEL  # a cupboard at a wall is hardly on it
            return float(self.spatial.holds(relation, [a], wall=wall)[0]) * (0.4 if stands else 1.0)
        if kind == "ceiling":
            return float(self.spatial.holds("hanging", [a])[0])
        if kind == "corner" and side:
            half = np.array([self.scene.room.width, self.scene.room.depth]) / 2.0
            signs = {"left": (0, -1.0), "right": (0, 1.0), "back": (1, -1.0), "front": (1, 1.0)}
            if any(
                s * self.middles[a, (0, 2)[axis]] < 0.25 * half[axis] for axis, s in (signs[w] for w in side.split())
            ):
                return 0.0
        if kind == "corner":
            residual = float(self.spatial.residual("in_corner", [a])[0])
            return 1.0 if residual <= 0.4 else max(0.0, 1.0 - residual / 1.6)
        if kind == "middle":
            room = self.scene.room
            off = np.abs(self.middles[a, [0, 2]]) / np.array([room.width / 2.0, room.depth / 2.0])
            return float(np.clip(1.0 - off.max() / 0.5, 0.0, 1.0))
        return 0.0

    # -- measures of one ------------------------------------------------------------------------------------------------

    def measure(self, kind: str, numbers: Sequence[int]) -> FloatArray:
        """(K,) what a selector orders by."""
        index = np.asarray(numbers, dtype=np.int64)
        width, height, depth = self.sizes[index].T
        if kind == "size":
            out: FloatArray = np.prod(np.maximum(self.sizes[index], 1e-3), axis=1) ** (1.0 / 3.0)
            return out
        if kind in ("screen_x", "screen_depth"):
            right, forward = self._view
            along: FloatArray = self.middles[index] @ (right if kind == "screen_x" else forward)
            return along
        lengths: dict[str, FloatArray] = {
            "height": height,
            "width": width,
            "depth": depth,
            "length": np.maximum(width, depth),
            "thickness": np.minimum(np.minimum(width, depth), height),
            "level": self.middles[index, 1],
        }
        return lengths[kind]

    @cached_property
    def _view(self) -> tuple[FloatArray, FloatArray]:
        """Rightward and forward in the main camera's picture, over the floor; toward -z where there is no camera."""
        if self._camera is None:
            return np.array([1.0, 0.0, 0.0]), np.array([0.0, 0.0, -1.0])
        forward = np.asarray(self._camera.target, dtype=np.float64) - np.asarray(self._camera.eye, dtype=np.float64)
        forward[1] = 0.0
        length = float(np.linalg.norm(forward))
        forward = forward / length if length > 1e-9 else np.array([0.0, 0.0, -1.0])
        return np.array([-forward[2], 0.0, forward[0]]), forward

    def is_room(self, number: int) -> bool:
        return int(self.scene.nodes.kind[self.rows[number]]) == NodeKind.ROOM
