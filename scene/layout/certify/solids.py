"""The bodies of an evaluated scene as solids: every piece of geometry with its exact shape and pose.

Primitives stay exact (a cylinder is not faceted); meshes are split into their loose parts. A piece belongs to the innermost body
that contains its row; pieces that belong to no body, such as those of the room, are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.layout.certify.asset_pieces import SOLID, Pieces, joined, pieces_of_asset, pieces_of_rows
from scenewright.scene.layout.certify.shapes import MeshShape, hull_shape
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind, Scene
from scenewright.scene.model.bounds import leaf_extents

__all__ = ["BoolArray", "Solids", "group_starts", "solids_of", "with_boxes"]

BoolArray = npt.NDArray[np.bool_]

_UNIT_CENTRE = np.zeros((8, 3))
_UNIT_CENTRE[[PrimitiveKind.CYLINDER, PrimitiveKind.CONE], 1] = 0.5
_UNIT_HALF = np.full((8, 3), 0.5)
_UNIT_HALF[[PrimitiveKind.SPHERE, PrimitiveKind.CYLINDER, PrimitiveKind.CONE]] = 1.0
_UNIT_HALF[[PrimitiveKind.CYLINDER, PrimitiveKind.CONE], 1] = 0.5
_UNIT_VOLUME = np.array([0.0, 1.0, 4.0 / 3.0 * np.pi, np.pi, np.pi / 3.0, 0.0, 0.0, 1.0])
_UNIT_CENTROID = np.zeros((8, 3))
_UNIT_CENTROID[PrimitiveKind.CYLINDER, 1] = 0.5
_UNIT_CENTROID[PrimitiveKind.CONE, 1] = 0.25


@dataclass(frozen=True, eq=False)
class Solids:
    """P pieces of N bodies, sorted by body. World frame, metres.

    `start`: (N+1,) pieces of body i are [start[i], start[i+1]). `body`: (P,). `kind`: (P,) PrimitiveKind: CUBE, SPHERE,
    CYLINDER, CONE, or MESH. `world_from_unit`: (P, 4, 4), from the frame of the unit primitive or mesh. `shape`: (P,) index into
    `shapes` for MESH, else -1. `low`, `high`: (P, 3) corners of exact axis-aligned boxes. `row`: (P,) row in the scene.
    `estimates`: messages about objects that could not be loaded and are judged by their hulls.
    """

    start: IntArray
    body: IntArray
    kind: npt.NDArray[np.uint8]
    world_from_unit: FloatArray
    shape: IntArray
    shapes: tuple[MeshShape, ...]
    low: FloatArray
    high: FloatArray
    estimates: tuple[str, ...] = ()
    row: IntArray = field(default_factory=lambda: np.zeros(0, dtype=np.int32))

    def __len__(self) -> int:
        return int(self.body.shape[0])

    @property
    def bodies(self) -> int:
        return int(self.start.shape[0]) - 1

    @cached_property
    def filled(self) -> BoolArray:
        """(N,) bool, bodies that have geometry."""
        return np.diff(self.start) > 0

    def pieces_of(self, bodies: IntArray) -> IntArray:
        """(K,) all pieces of the given bodies."""
        pieces = [np.arange(self.start[b], self.start[b + 1], dtype=np.int32) for b in bodies.tolist()]
        return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int32)

    @cached_property
    def body_bounds(self) -> tuple[FloatArray, FloatArray]:
        """(N, 3) least and (N, 3) greatest corner of each body's axis-aligned box; inf and -inf where it has no geometry."""
        low, high = np.full((self.bodies, 3), np.inf), np.full((self.bodies, 3), -np.inf)
        rows = np.flatnonzero(self.filled)
        if rows.size:
            low[rows] = np.minimum.reduceat(self.low, self.start[rows], axis=0)
            high[rows] = np.maximum.reduceat(self.high, self.start[rows], axis=0)
        return low, high

    @cached_property
    def convex(self) -> BoolArray:
        """(P,) bool, pieces that are convex: all but some meshes."""
        able = np.array([s.convex for s in self.shapes] + [True], dtype=bool)
        return able[self.shape]

    @cached_property
    def unit_boxes(self) -> tuple[FloatArray, FloatArray]:
        """(P, 3) centre and (P, 3) half size of each piece in its own frame."""
        centre, half = _UNIT_CENTRE[self.kind], _UNIT_HALF[self.kind]
        if self.shapes:
            bounds = np.stack([s.bounds for s in self.shapes])
            rows = np.flatnonzero(self.shape >= 0)
            chosen = bounds[self.shape[rows]]
            centre[rows], half[rows] = chosen.mean(axis=1), 0.5 * (chosen[:, 1] - chosen[:, 0])
        return centre, half

    @cached_property
    def unit_from_world(self) -> FloatArray:
        """(P, 4, 4) inverses of `world_from_unit`."""
        return _inverse(self.world_from_unit)

    @cached_property
    def mass_points(self) -> tuple[FloatArray, FloatArray]:
        """(P,) volume of each piece in cubic metres, and (P, 3) its centroid in the world frame."""
        volume, centroid = _UNIT_VOLUME[self.kind], _UNIT_CENTROID[self.kind]
        for i in np.flatnonzero(self.shape >= 0).tolist():
            volume[i], centroid[i] = self.shapes[self.shape[i]].volume_and_centre
        m = self.world_from_unit
        world = np.einsum("pij,pj->pi", m[:, :3, :3], centroid) + m[:, :3, 3]
        return volume * np.abs(np.linalg.det(m[:, :3, :3])), world

    def regrouped(self, pieces: IntArray, group: IntArray, count: int) -> Solids:
        """Only the given pieces (M,), regrouped: piece i belongs to body group[i] of `count`; `group` is ascending."""
        return Solids(
            start=group_starts(group, count),
            body=group,
            kind=self.kind[pieces],
            world_from_unit=self.world_from_unit[pieces],
            shape=self.shape[pieces],
            shapes=self.shapes,
            low=self.low[pieces],
            high=self.high[pieces],
            row=self.row[pieces],
        )

    def raised(self, height: float) -> Solids:
        """The same solids, `height` metres higher."""
        if height == 0.0:
            return self
        world, up = self.world_from_unit.copy(), np.array([0.0, height, 0.0])
        world[:, :3, 3] += up
        return replace(self, world_from_unit=world, low=self.low + up, high=self.high + up)

    def vertices(self, piece: int) -> FloatArray:
        """(V, 3) vertices of a mesh piece in the world frame."""
        m = self.world_from_unit[piece]
        out: FloatArray = self.shapes[self.shape[piece]].vertices @ m[:3, :3].T + m[:3, 3]
        return out


def solids_of(scene: Scene, rows: IntArray, provider: AssetProvider | None) -> Solids:
    """The pieces of bodies.

    Args:
        rows: (N,) rows of the bodies; a piece below several belongs to the innermost.
        provider: where catalogue objects come from; without one they are their hulls.
    """
    owner = np.full(len(scene), -1, dtype=np.int32)
    for number in np.argsort(rows, kind="stable").tolist():  # a nested body comes later and overwrites its own rows
        row = int(rows[number])
        owner[row : scene.subtree_end(row)] = number
    kinds = scene.nodes.primitive
    solid = np.flatnonzero((owner >= 0) & np.isin(kinds, SOLID)).astype(np.int32)
    parts, body, rows_of = [pieces_of_rows(scene, solid)], [owner[solid]], [solid]
    objects: dict[int, Pieces] = {}
    for row in np.flatnonzero((owner >= 0) & np.isin(kinds, (PrimitiveKind.MESH, PrimitiveKind.SPLAT))).tolist():
        asset = int(scene.nodes.asset[row])
        if asset < 0 and kinds[row] == PrimitiveKind.MESH:
            continue
        if asset not in objects:
            objects[asset] = _object(scene, asset, bool(kinds[row] == PrimitiveKind.SPLAT), provider)
        parts.append(objects[asset].moved(scene.world_from_local[row]))
        body.append(np.full(len(parts[-1].kind), owner[row], dtype=np.int32))
        rows_of.append(np.full(len(parts[-1].kind), row, dtype=np.int32))
    return _sorted(joined(parts), np.concatenate(body), np.concatenate(rows_of), len(rows))


def _object(scene: Scene, asset: int, splat: bool, provider: AssetProvider | None) -> Pieces:
    """The pieces of a catalogue object; the hull of Gaussians."""
    if not splat:
        return pieces_of_asset(scene.assets[asset], provider)
    points = scene.assets[asset].hull if asset >= 0 else np.zeros((0, 3))
    kind = np.array([PrimitiveKind.MESH], dtype=np.uint8)
    return Pieces(kind, np.eye(4)[None], np.zeros(1, dtype=np.int32), (hull_shape(points),))


def _sorted(pieces: Pieces, body: IntArray, row: IntArray, bodies: int) -> Solids:
    order = np.argsort(body, kind="stable")
    body = body[order].astype(np.int32)
    kind, world, shape = pieces.kind[order], pieces.frame_from_piece[order], pieces.shape[order]
    hulls = [None if s < 0 else pieces.shapes[s].vertices for s in shape.tolist()]
    low, high = leaf_extents(kind, world, hulls)
    return Solids(
        start=group_starts(body, bodies),
        body=body,
        kind=kind,
        world_from_unit=world,
        shape=shape,
        shapes=pieces.shapes,
        low=low,
        high=high,
        estimates=pieces.estimates,
        row=row[order].astype(np.int32),
    )


def with_boxes(solids: Solids, low: FloatArray, high: FloatArray) -> Solids:
    """The same solids and K axis-aligned boxes with corners (K, 3), each a body of its own, numbered after the others."""
    k = len(low)
    world = np.tile(np.eye(4), (k, 1, 1))
    world[:, [0, 1, 2], [0, 1, 2]] = np.maximum(high - low, 1e-6)
    world[:, :3, 3] = 0.5 * (low + high)
    body = np.concatenate([solids.body, np.arange(solids.bodies, solids.bodies + k, dtype=np.int32)])
    return Solids(
        start=group_starts(body, solids.bodies + k),
        body=body,
        kind=np.concatenate([solids.kind, np.full(k, PrimitiveKind.CUBE, dtype=np.uint8)]),
        world_from_unit=np.concatenate([solids.world_from_unit, world]),
        shape=np.concatenate([solids.shape, np.full(k, -1, dtype=np.int32)]),
        shapes=solids.shapes,
        low=np.concatenate([solids.low, low]),
        high=np.concatenate([solids.high, high]),
    )


def group_starts(group: IntArray, count: int) -> IntArray:
    """(count + 1,) where each group begins in a sorted array of group numbers."""
    return np.searchsorted(group, np.arange(count + 1)).astype(np.int32)


def _inverse(affine: FloatArray) -> FloatArray:
    """(P, 4, 4) inverses of affine transforms, by cross products: several times as fast as LAPACK on many small matrices."""
    a, b, c = affine[:, :3, 0], affine[:, :3, 1], affine[:, :3, 2]
    rows = np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)], axis=1)
    rows /= np.einsum("pi,pi->p", a, rows[:, 0])[:, None, None]
    out = np.zeros_like(affine)
    out[:, :3, :3] = rows
    out[:, :3, 3] = -np.einsum("pij,pj->pi", rows, affine[:, :3, 3])
    out[:, 3, 3] = 1.0
    return out
