"""Narrow phase: whether two pieces intersect, by exact shape (boxes by separating axes, all others by python-fcl).

For a tolerance each piece is first grown or shrunk along its own axes. Pieces that still intersect when each is shrunk by half the
tolerance on every side intersect deeper than the tolerance; pieces that intersect when each is grown by half of it are nearer than
the tolerance.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.scene.geometry import level_for, primitive_mesh
from scenewright.scene.layout.certify.boxes import Boxes, boxes_apart, boxes_of, scales_of
from scenewright.scene.layout.certify.solids import BoolArray, Solids
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind

if TYPE_CHECKING:
    import fcl

__all__ = ["Meeting", "compass"]

_CHORD = 1e-4
"""Metres between a curved surface and its facets, for shapes that fcl does not have."""


def compass() -> FloatArray:
    """(26, 3) unit directions toward the faces, edges and corners of a cube."""
    grid = np.stack(np.meshgrid([-1, 0, 1], [-1, 0, 1], [-1, 0, 1], indexing="ij"), axis=-1).reshape(-1, 3)
    grid = grid[np.abs(grid).sum(axis=1) > 0].astype(np.float64)
    return np.asarray(grid / np.linalg.norm(grid, axis=1, keepdims=True))


class Meeting:
    """Intersection tests for the pieces of one scene; keeps the fcl objects that it built."""

    def __init__(self, solids: Solids) -> None:
        self.solids = solids
        self._objects: dict[tuple[int, float], fcl.CollisionObject] = {}
        self._boxes: dict[float, Boxes] = {}

    def meet(
        self,
        a: IntArray,
        b: IntArray,
        growth: float,
        shift: FloatArray | None = None,
        motion: FloatArray | None = None,
    ) -> BoolArray:
        """(M,) whether pieces a[i] and b[i] intersect, each grown by `growth` metres on every side (negative: shrunk).

        An open surface cannot be shrunk: the other piece is shrunk by twice as much instead. Two such surfaces intersect if no push
        of twice that length parts them.

        Args:
            shift: (3,) translation of all pieces of `a` first.
            motion: (4, 4) rigid motion of all pieces of `a` first, instead of a shift.
        """
        offset = _shifted(shift) if motion is None else motion
        met, curved = self._broadly(a, b, growth, offset)
        for i in np.flatnonzero(curved).tolist():
            met[i] = self._pair(int(a[i]), int(b[i]), growth, offset)
        return met

    def any_meet(self, a: IntArray, b: IntArray, growth: float, motion: FloatArray) -> bool:
        """Whether any of the pairs :meth:`meet`; it stops at the first that does."""
        met, curved = self._broadly(a, b, growth, motion)
        if (met & ~curved).any():
            return True
        return any(self._pair(int(a[i]), int(b[i]), growth, motion) for i in np.flatnonzero(curved).tolist())

    def _broadly(self, a: IntArray, b: IntArray, growth: float, offset: FloatArray) -> tuple[BoolArray, BoolArray]:
        """(M,) which pairs meet by their oriented boxes, and (M,) for which of these that does not settle it."""
        boxes_a, boxes_b = self.boxes(a, b, growth)
        met = ~boxes_apart(boxes_a if offset is _STILL else boxes_a.moved(offset), boxes_b)
        kind = self.solids.kind
        return met, met & ~((kind[a] == PrimitiveKind.CUBE) & (kind[b] == PrimitiveKind.CUBE))

    def boxes(self, a: IntArray, b: IntArray, growth: float) -> tuple[Boxes, Boxes]:
        """The oriented boxes of pieces a[i] and b[i] (M,), grown as in :meth:`meet`; the box of an open surface is never shrunk."""
        convex_a, convex_b = self.solids.convex[a], self.solids.convex[b]
        convex = convex_a & convex_b
        if convex.all():
            every = self._grown_boxes(growth)
            return every.take(a), every.take(b)
        kept = max(growth, 0.0) * 2.0
        size_a, size_b = (np.where(convex, growth, np.where(c, 2.0 * growth, kept)) for c in (convex_a, convex_b))
        return boxes_of(self.solids, a, size_a), boxes_of(self.solids, b, size_b)

    def _grown_boxes(self, growth: float) -> Boxes:
        """The oriented boxes of all pieces, grown by `growth`."""
        boxes = self._boxes.get(growth)
        if boxes is None:
            every = np.arange(len(self.solids.kind), dtype=np.int32)
            boxes = self._boxes[growth] = boxes_of(self.solids, every, growth)
        return boxes

    def extended(self, solids: Solids) -> Meeting:
        """Intersection tests for `solids`, which are the same pieces and further ones after them."""
        out = Meeting(solids)
        out._objects = dict(self._objects)
        return out

    def distance(self, a: int, b: int) -> float:
        """Metres between two pieces; 0 where they intersect."""
        import fcl

        one, two = self.object(a, 0.0), self.object(b, 0.0)
        if self._touch(one, two, _STILL):
            return 0.0
        return max(float(fcl.distance(one, two, fcl.DistanceRequest(), fcl.DistanceResult())), 0.0)

    def _pair(self, a: int, b: int, growth: float, offset: FloatArray) -> bool:
        convex_a, convex_b = bool(self.solids.convex[a]), bool(self.solids.convex[b])
        if convex_a and convex_b:
            return self._touch(self.object(a, growth), self.object(b, growth), offset)
        if growth >= 0.0:
            return self._near(a, b, 2.0 * growth, offset)
        if convex_a or convex_b:
            one = self.object(a, 2.0 * growth if convex_a else 0.0)
            two = self.object(b, 2.0 * growth if convex_b else 0.0)
            return self._touch(one, two, offset) or self._holds(a, b, offset)
        return self._surfaces(a, b, -2.0 * growth, offset) or self._holds(a, b, offset)

    def _surfaces(self, a: int, b: int, push: float, offset: FloatArray) -> bool:
        one, two = self.object(a, 0.0), self.object(b, 0.0)
        return self._touch(one, two, offset) and all(
            self._touch(one, two, _shifted(push * direction) @ offset) for direction in compass()
        )

    def _touch(self, one: Any, two: Any, offset: FloatArray) -> bool:
        import fcl

        return bool(_moved(one, offset, lambda: fcl.collide(one, two, fcl.CollisionRequest(), fcl.CollisionResult())))

    def _near(self, a: int, b: int, distance: float, offset: FloatArray) -> bool:
        import fcl

        one, two = self.object(a, 0.0), self.object(b, 0.0)
        if self._touch(one, two, offset):
            return True
        gap = _moved(one, offset, lambda: fcl.distance(one, two, fcl.DistanceRequest(), fcl.DistanceResult()))
        return bool(gap <= distance) or self._holds(a, b, offset)

    def _holds(self, a: int, b: int, offset: FloatArray) -> bool:
        """Whether one of two pieces, whose surfaces do not intersect, lies within the other."""
        solids = self.solids
        for outer, inner, moved in ((a, b, _undone(offset)), (b, a, offset)):
            if solids.convex[outer]:
                continue  # fcl treats a convex piece as solid
            point = moved[:3, :3] @ self._point_of(inner) + moved[:3, 3]
            if (point < solids.low[outer]).any() or (point > solids.high[outer]).any():
                continue
            shape = solids.shapes[solids.shape[outer]]
            if shape.closed and _encloses(solids.vertices(outer)[shape.faces], point):
                return True
        return False

    def _point_of(self, piece: int) -> FloatArray:
        if self.solids.convex[piece]:
            centre = self.solids.unit_boxes[0][piece]
            m = self.solids.world_from_unit[piece]
            point: FloatArray = m[:3, :3] @ centre + m[:3, 3]
            return point
        return np.asarray(self.solids.vertices(piece)[0])

    # -- fcl ----------------------------------------------------------------------------------------------------------

    def object(self, piece: int, growth: float) -> Any:
        """The fcl object of a piece, grown by `growth`."""
        key = (piece, growth)
        known = self._objects.get(key)
        if known is None:
            known = self._objects[key] = self._make(piece, growth)
        return known

    def _make(self, piece: int, growth: float) -> Any:
        import fcl

        solids = self.solids
        kind = PrimitiveKind(int(solids.kind[piece]))
        if not solids.convex[piece]:
            shape = solids.shapes[solids.shape[piece]]
            surface = fcl.BVHModel()
            surface.beginModel(len(shape.vertices), len(shape.faces))
            surface.addSubModel(solids.vertices(piece), shape.faces)
            surface.endModel()
            return fcl.CollisionObject(surface)
        matrix = self.grown(piece, growth)
        linear, origin = matrix[:3, :3], matrix[:3, 3]
        lengths = np.linalg.norm(linear, axis=0)
        unit = linear / lengths
        square = bool(np.abs(unit.T @ unit - np.eye(3)).max() < 1e-9)
        round_ = square and abs(lengths[0] - lengths[2]) <= 1e-9 * lengths[0]
        if kind == PrimitiveKind.SPHERE:
            turn, radii, _ = np.linalg.svd(linear)
            if np.linalg.det(turn) < 0.0:
                turn[:, 2] = -turn[:, 2]
            return fcl.CollisionObject(fcl.Ellipsoid(*radii), fcl.Transform(turn, origin))
        if kind == PrimitiveKind.CUBE and square:
            return fcl.CollisionObject(fcl.Box(*lengths), fcl.Transform(_right_handed(unit), origin))
        if kind in (PrimitiveKind.CYLINDER, PrimitiveKind.CONE) and round_:
            # fcl's cylinders and cones stand along z, centred on the origin
            turn = _right_handed(np.stack([unit[:, 2], unit[:, 0], unit[:, 1]], axis=1))
            solid = fcl.Cylinder if kind == PrimitiveKind.CYLINDER else fcl.Cone
            middle = origin + 0.5 * linear[:, 1]
            return fcl.CollisionObject(solid(lengths[0], lengths[1]), fcl.Transform(turn, middle))
        vertices, faces = self._polytope(piece, kind, float(lengths.max()))
        return _convex(vertices @ linear.T + origin, faces)

    def _polytope(self, piece: int, kind: PrimitiveKind, radius: float) -> tuple[FloatArray, Any]:
        if kind == PrimitiveKind.MESH:
            shape = self.solids.shapes[self.solids.shape[piece]]
            return shape.vertices, shape.faces
        return _joined_mesh(kind, int(level_for([radius], _CHORD)[0]))

    def grown(self, piece: int, growth: float) -> FloatArray:
        """(4, 4) world_from_unit of a piece whose sides are moved outward by `growth`, along its own axes."""
        centre, half = (x[piece] for x in self.solids.unit_boxes)
        m: FloatArray = self.solids.world_from_unit[piece].copy()
        by = scales_of((m[:3, :3] * half).T[None], growth)[0]
        middle = m[:3, :3] @ centre + m[:3, 3]
        m[:3, :3] *= by
        m[:3, 3] = middle - m[:3, :3] @ centre
        return m


_STILL = np.eye(4)


def _shifted(shift: FloatArray | None) -> FloatArray:
    """(4, 4) translation by a shift (3,)."""
    if shift is None:
        return _STILL
    out = np.eye(4)
    out[:3, 3] = shift
    return out


def _undone(motion: FloatArray) -> FloatArray:
    """(4, 4) inverse of a rigid motion."""
    out = np.eye(4)
    out[:3, :3] = motion[:3, :3].T
    out[:3, 3] = -out[:3, :3] @ motion[:3, 3]
    return out


def _moved(one: Any, motion: FloatArray, ask: Any) -> Any:
    """The result of `ask` while an fcl object is moved by a rigid `motion` (4, 4)."""
    if motion is _STILL:
        return ask()
    import fcl

    home = one.getTransform()
    turn, by = motion[:3, :3], motion[:3, 3]
    one.setTransform(fcl.Transform(turn @ home.getRotation(), turn @ home.getTranslation() + by))
    try:
        return ask()
    finally:
        one.setTransform(home)


def _right_handed(turn: FloatArray) -> FloatArray:
    """The axes (3, 3) of a mirror-symmetric shape as a proper rotation."""
    if np.linalg.det(turn) < 0.0:
        turn = turn * np.array([1.0, -1.0, 1.0])
    return np.ascontiguousarray(turn)


@lru_cache(maxsize=64)
def _joined_mesh(kind: PrimitiveKind, level: int) -> tuple[FloatArray, IntArray]:
    """Vertices (V, 3) and faces (F, 3) of a primitive, with one vertex where several meet. Nobody may change them."""
    mesh = primitive_mesh(kind, level)
    points, index = np.unique(mesh.vertices, axis=0, return_inverse=True)
    return points.astype(np.float64), index.reshape(-1)[mesh.faces]


def _convex(vertices: FloatArray, faces: Any) -> Any:
    import fcl

    flat = np.column_stack([np.full(len(faces), 3), faces]).astype(np.int32).reshape(-1)
    return fcl.CollisionObject(fcl.Convex(np.ascontiguousarray(vertices), len(faces), flat))


def _encloses(triangles: FloatArray, point: FloatArray) -> bool:
    """Whether a ray from a point (3,) crosses a closed surface (F, 3, 3) an odd number of times, by two of three rays."""
    votes = 0
    for direction in ([0.8, 0.36, 0.48], [-0.28, 0.96, 0.1], [0.13, -0.42, 0.9]):
        d = np.array(direction)
        e1, e2 = triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]
        p = np.cross(d, e2)
        det = np.einsum("fk,fk->f", e1, p)
        safe = np.where(np.abs(det) < 1e-300, 1e-300, det)
        s = point - triangles[:, 0]
        u = np.einsum("fk,fk->f", s, p) / safe
        q = np.cross(s, e1)
        v = (q @ d) / safe
        t = np.einsum("fk,fk->f", q, e2) / safe
        votes += int(((u >= 0) & (v >= 0) & (u + v <= 1) & (t > 0)).sum()) % 2
    return votes >= 2
