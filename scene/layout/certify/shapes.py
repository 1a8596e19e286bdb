"""Split meshes into their loose parts, each convex or a surface; computed once for each mesh."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import MeshData
from scenewright.scene.model import FloatArray

__all__ = ["MeshShape", "hull_shape", "shapes_of_mesh"]

_IntArray = npt.NDArray[np.int64]

_MOST_PIECES = 256
"""A mesh of more loose parts than this is taken as one surface, such as the leaves of a tree."""

_MOST_TESTS = 20_000_000
"""A part is tested for convexity if its vertices times its faces are at most this."""

_CONVEX_SLACK = 1e-4
"""Distance, relative to the size of a part, that a vertex of a convex part may lie outside a face."""

_known: WeakKeyDictionary[MeshData, tuple[MeshShape, ...]] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class MeshShape:
    """One loose part of a mesh, in the mesh's own frame: (V, 3) vertices and (F, 3) faces that look outward.

    `convex`: the part is the hull of its vertices. Otherwise it is a surface, which may be open.
    """

    vertices: FloatArray
    faces: _IntArray
    convex: bool

    @cached_property
    def bounds(self) -> FloatArray:
        """(2, 3), least corner first."""
        return np.stack([self.vertices.min(axis=0), self.vertices.max(axis=0)])

    @cached_property
    def closed(self) -> bool:
        """Whether the faces enclose a volume."""
        return _is_closed(len(self.vertices), self.faces)

    @cached_property
    def planes(self) -> FloatArray:
        """(F, 4) unit outward normals and offsets: inside a convex part is ``n . x <= d``."""
        corners = self.vertices[self.faces]
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        length = np.linalg.norm(normal, axis=1)
        kept = length > 1e-14
        normal = normal[kept] / length[kept, None]
        return np.column_stack([normal, np.einsum("fk,fk->f", normal, corners[kept, 0])])

    @cached_property
    def volume_and_centre(self) -> tuple[float, FloatArray]:
        """The enclosed volume and its centroid (3,), by signed tetrahedra; for a thin sheet those of a sheet 1 mm thick."""
        corners = self.vertices[self.faces]
        origin = self.vertices.mean(axis=0)
        a, b, c = (corners[:, k] - origin for k in range(3))
        signed = np.einsum("fk,fk->f", a, np.cross(b, c)) / 6.0
        volume = float(signed.sum())
        area = 0.5 * np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
        sheet = 1e-3 * float(area.sum())
        if abs(volume) < sheet:
            weight = area / max(float(area.sum()), 1e-300)
            return max(sheet, 1e-12), np.einsum("f,fck->k", weight, corners) / 3.0
        return abs(volume), origin + np.einsum("f,fk->k", signed, (a + b + c) / 4.0) / volume


def shapes_of_mesh(mesh: MeshData) -> tuple[MeshShape, ...]:
    """The loose parts of a mesh."""
    shapes = _known.get(mesh)
    if shapes is None:
        shapes = _known[mesh] = _take_apart(mesh.vertices.astype(np.float64), mesh.faces.astype(np.int64))
    return shapes


def hull_shape(points: FloatArray) -> MeshShape:
    """The convex hull of points (K, 3); flat points get some thickness."""
    from scenewright.scene.geometry import hull_mesh

    mesh = hull_mesh(points)
    vertices, faces = _welded(mesh.vertices.astype(np.float64), mesh.faces.astype(np.int64))
    return MeshShape(vertices, faces, True)


def _take_apart(vertices: FloatArray, faces: _IntArray) -> tuple[MeshShape, ...]:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    if len(faces) == 0:
        return ()
    vertices, faces = _welded(vertices, faces)
    if len(faces) == 0:
        return ()
    edges = np.concatenate([faces[:, :2], faces[:, 1:]])
    graph = coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), shape=(len(vertices),) * 2)
    of_face = connected_components(graph, directed=False)[1][faces[:, 0]]
    if len(np.unique(of_face)) > _MOST_PIECES:
        return (_piece(vertices, faces),)
    order = np.argsort(of_face, kind="stable")
    cuts = np.flatnonzero(np.diff(of_face[order])) + 1
    return tuple(_piece(vertices, faces[rows]) for rows in np.split(order, cuts))


def _piece(vertices: FloatArray, faces: _IntArray) -> MeshShape:
    used, local = np.unique(faces, return_inverse=True)
    points, local_faces = vertices[used], local.reshape(faces.shape)
    for wound in (local_faces, local_faces[:, ::-1]):  # some files have their faces inside out
        if _is_convex(points, wound):
            return MeshShape(points, wound, True)
    return MeshShape(points, local_faces, False)


def _is_convex(vertices: FloatArray, faces: _IntArray) -> bool:
    """Whether a connected surface is closed and every vertex lies behind every face."""
    if len(vertices) * len(faces) > _MOST_TESTS or len(faces) < 4:
        return False
    if not _is_closed(len(vertices), faces):
        return False
    corners = vertices[faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(normal, axis=1)
    size = float(np.ptp(vertices, axis=0).max())
    kept = length > 1e-12 * size * size
    normal = normal[kept] / length[kept, None]
    ahead = vertices @ normal.T - np.einsum("fk,fk->f", normal, corners[kept, 0])
    return bool(kept.any() and ahead.max() <= _CONVEX_SLACK * size)


def _is_closed(vertices: int, faces: _IntArray) -> bool:
    """Whether each edge belongs to exactly two faces, in opposite directions."""
    directed = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    there = np.sort(directed[:, 0] * vertices + directed[:, 1])
    back = np.sort(directed[:, 1] * vertices + directed[:, 0])
    return bool((np.diff(there) > 0).all()) and np.array_equal(there, back)


def _welded(vertices: FloatArray, faces: _IntArray) -> tuple[FloatArray, _IntArray]:
    """Vertices (V, 3) and faces (F, 3) after merging vertices that were split for their normals, without degenerate faces."""
    size = max(float(np.ptp(vertices, axis=0).max()), 1e-300)
    _, first, inverse = np.unique(np.round(vertices / (1e-6 * size)), axis=0, return_index=True, return_inverse=True)
    joined = inverse.reshape(-1)[faces]
    whole = (joined[:, 0] != joined[:, 1]) & (joined[:, 1] != joined[:, 2]) & (joined[:, 2] != joined[:, 0])
    return vertices[first], joined[whole]
