"""Meshes as convex pieces. A mesh that is almost its own hull stays whole; a concave one is cut by CoACD (Wei et al., SIGGRAPH 2022).

Pieces are kept in the user's cache, by the mesh.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scenewright.scene import atomic
from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.errors import ProjectError, ScenewrightError
from scenewright.scene.model import FloatArray

__all__ = ["Hull", "Pieces", "convex_pieces", "hull_of"]

_Faces = npt.NDArray[np.int64]
Pieces = tuple[tuple[FloatArray, _Faces], ...]
"""Vertices (V, 3) and faces (F, 3) of each piece."""

_CONVEX = 0.97
"""Share of its hull that a closed mesh fills from which it counts as convex."""

_CONCAVITY = 0.05
_VERSION = 1


class Hull(NamedTuple):
    """A convex solid. `vertices`: (V, 3). `faces`: (F, 3), counter-clockwise seen from outside. Cubic and square metres."""

    vertices: FloatArray
    faces: _Faces
    volume: float
    area: float


def hull_of(points: FloatArray, thinnest: float) -> Hull:
    """The convex hull of points (N, 3); of flat ones their box, at least `thinnest` metres thick."""
    from scipy.spatial import ConvexHull, QhullError

    size = np.ptp(points, axis=0)
    if size.min() >= thinnest:
        try:
            hull = ConvexHull(points)
        except QhullError:
            hull = None  # flat, but not parallel to an axis plane
        if hull is not None and hull.volume > 0.0:
            used = np.unique(hull.simplices)
            number = np.full(len(points), -1)
            number[used] = np.arange(len(used))
            corners = points[hull.simplices]
            normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
            inward = np.einsum("fi,fi->f", normal, hull.equations[:, :3]) < 0.0
            faces = number[hull.simplices].astype(np.int64)
            faces[inward] = faces[inward][:, ::-1]
            return Hull(points[used], faces, float(hull.volume), float(hull.area))
    low, high = points.min(axis=0), points.max(axis=0)
    half = np.maximum(high - low, thinnest) / 2.0
    signs = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], dtype=np.float64)
    faces = np.array(
        [[0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1], [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4],
         [1, 5, 7], [1, 7, 3]]
    )  # fmt: skip
    a, b, c = half.tolist()
    return Hull((low + high) / 2.0 + signs * half, faces, 8.0 * a * b * c, 8.0 * (a * b + b * c + c * a))


def convex_pieces(vertices: FloatArray, faces: _Faces, name: str) -> Pieces:
    """The convex pieces of a mesh, in its own frame. `name`: for messages.

    Raises:
        ScenewrightError: the mesh is concave, and CoACD is not installed or finds no pieces.
    """
    if _is_convex(vertices, faces):
        return ((vertices, faces),)
    digest = hashlib.sha256(
        np.ascontiguousarray(vertices).tobytes() + np.ascontiguousarray(faces).tobytes()
    ).hexdigest()
    file = current_data_dir().cache / "convex_pieces" / f"{digest[:32]}.v{_VERSION}.safetensors"
    kept = _kept(file)
    if kept is None:
        kept = _cut(vertices, faces, name)
        _keep(file, kept)
    return kept


def _is_convex(vertices: FloatArray, faces: _Faces) -> bool:
    corners = vertices[faces]
    volume = float(np.einsum("fi,fi->", corners[:, 0], np.cross(corners[:, 1], corners[:, 2]))) / 6.0
    hull = hull_of(vertices, 1e-9)
    # a mesh that is open, or seen from inside, has no volume of its own
    return volume >= _CONVEX * hull.volume and _closed(faces, vertices)


def _closed(faces: _Faces, vertices: FloatArray) -> bool:
    """Whether each edge belongs to two faces; vertices that are split for their normals are one."""
    _, same = np.unique(np.round(vertices / max(float(np.ptp(vertices)), 1e-12), 6), axis=0, return_inverse=True)
    corners = same.reshape(-1)[faces]
    edges = np.sort(np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]]), axis=1)
    edges = edges[edges[:, 0] != edges[:, 1]]
    _, count = np.unique(edges, axis=0, return_counts=True)
    return bool((count % 2 == 0).all())


def _cut(vertices: FloatArray, faces: _Faces, name: str) -> Pieces:
    try:
        import coacd
    except ImportError as error:
        raise ScenewrightError(
            f"the mesh {name!r} is hollow or bent: to cut it into convex pieces, pip install 'scenewright[sim]'"
        ) from error
    coacd.set_log_level("error")
    pieces = coacd.run_coacd(coacd.Mesh(vertices, faces), threshold=_CONCAVITY, seed=0)
    if not pieces:
        raise ScenewrightError(f"the mesh {name!r} cannot be cut into convex pieces: it encloses nothing")
    return tuple((np.asarray(v, dtype=np.float64), np.asarray(f, dtype=np.int64)) for v, f in pieces)


def _kept(file: Path) -> Pieces | None:
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        arrays = load(file.read_bytes())
        return tuple((arrays[f"v{i}"], arrays[f"f{i}"]) for i in range(len(arrays) // 2))
    except (FileNotFoundError, SafetensorError, KeyError, OSError):  # a damaged cache file is made again
        return None


def _keep(file: Path, pieces: Sequence[tuple[FloatArray, _Faces]]) -> None:
    from safetensors.numpy import save

    arrays = {f"v{i}": np.ascontiguousarray(v) for i, (v, _) in enumerate(pieces)}
    arrays |= {f"f{i}": np.ascontiguousarray(f) for i, (_, f) in enumerate(pieces)}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(file, save(arrays), durable=False)
    except (ProjectError, OSError):  # without a cache it is cut anew next time
        return
