"""Bodies from straight above: their exact outlines and the colours of their parts.

Plans have x to the right and z downward: the back wall is on top. Shapes are shapely geometries in metres of the world.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear
from scenewright.scene.geometry import MeshData, SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.layout import Bodies, Support, box_corners, planar_rotation
from scenewright.scene.layout.certify import shapes_of_mesh
from scenewright.scene.model import FloatArray, PrimitiveKind, Scene

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Outline", "Patch", "outlines_of"]

_SEAM = 2e-3
"""Gaps in an outline up to this width in metres are closed."""

_MOST_FACES = 4_000
"""Most faces of a connected part of a mesh for an exact outline; larger ones use their convex hull."""

_GROUND = 0.3
"""Most height in metres of a part of the building that counts as ground."""

_CLEAR = 0.4
"""Parts with less opacity than this get no patch: what is below them is visible."""


@dataclass(frozen=True, eq=False)
class Patch:
    """A visible part of a body from above. `shape`: metres. `top`: metres above the floor. `color`: sRGB in [0, 1]."""

    shape: BaseGeometry
    color: tuple[float, float, float]
    top: float


@dataclass(frozen=True, eq=False)
class Outline:
    """One body from above.

    `shape`: its outline in metres. `patches`: its visible parts, lowest first. `color`: the colour of most of it, sRGB in [0, 1].
    `bottom`, `top`: metres above the floor. `middle`, `front`: (2,) centre of its oriented bounding box in (x, z), and unit vector of
    its front. `half`: (2,) half width and half depth of that box. `fixed`: it is part of the building.
    """

    body: int
    path: str
    support: Support
    shape: BaseGeometry
    patches: tuple[Patch, ...]
    color: tuple[float, float, float]
    bottom: float
    top: float
    middle: FloatArray
    front: FloatArray
    half: FloatArray
    fixed: bool = False

    @property
    def ground(self) -> bool:
        """Whether it serves as ground for other bodies."""
        return self.fixed and self.top <= _GROUND


def outlines_of(
    scene: Scene,
    bodies: Bodies,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    chord: float = 2e-3,
    job: Job | None = None,
) -> tuple[Outline, ...]:
    """The outlines of the bodies of a scene, in their order. A body without geometry has the outline of its box.

    Args:
        bodies: the bodies of this scene.
        provider: provides the geometry of catalogue objects; without one their hulls are used.
        root: the scene folder.
        chord: most distance in metres between a curved surface and its triangles.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    import shapely

    geometry = scene_geometry(scene, provider=provider, root=root, tolerance=chord, job=job.part(0.0, 0.3))
    owner = _owners(scene, bodies)[geometry.entity] if len(geometry) else np.zeros(0, dtype=np.int32)
    shapes, tops, bottoms = _projected(geometry)
    opacity = np.array([m.opacity for m in geometry.materials] + [1.0])[geometry.material]
    color = _colors(geometry)
    out = []
    order = np.argsort(tops, kind="stable")
    parts: list[list[int]] = [[] for _ in range(len(bodies))]
    for i in order.tolist():
        if owner[i] >= 0:
            parts[int(owner[i])].append(i)
    for body, rows in enumerate(parts):
        job.tick(0.3 + 0.7 * body / len(parts), "outlines")
        pose = bodies.initial[body]
        box = box_corners(bodies.half[body]) @ planar_rotation(pose[3]).T + pose[[0, 2]]
        solid = [i for i in rows if not shapes[i].is_empty]
        if solid:
            own = shapes[solid]
            covered = _covered(own)
            whole = _areal(shapely.union_all(own[~covered.any(axis=1)]))
            whole = whole.buffer(_SEAM, join_style="mitre").buffer(-_SEAM, join_style="mitre")
            opaque = opacity[solid] >= _CLEAR
            # a part below a larger one is not visible
            seen = opaque & ~np.triu(covered & opaque, 1).any(axis=1)
            patches = tuple(
                Patch(shapes[i], _triple(color[i]), float(tops[i] - bodies.ground))
                for i, shown in zip(solid, seen, strict=True)
                if shown
            )
        else:
            whole, patches = shapely.Polygon(box), ()
        out.append(
            Outline(
                body=body,
                path=bodies.path[body],
                support=bodies.support[body],
                shape=whole,
                patches=patches,
                color=_main_color(patches),
                bottom=float(min((bottoms[i] - bodies.ground for i in solid), default=pose[1])),
                top=float(max((tops[i] - bodies.ground for i in solid), default=pose[1] + bodies.height[body])),
                middle=pose[[0, 2]].copy(),
                front=np.array([np.sin(pose[3]), np.cos(pose[3])]),
                half=bodies.half[body].copy(),
                fixed=bool(bodies.fixed[body]),
            )
        )
    return tuple(out)


def _owners(scene: Scene, bodies: Bodies) -> npt.NDArray[np.int32]:
    """(rows,) number of the innermost body of each row of the scene; -1: none."""
    owner = np.full(len(scene), -1, dtype=np.int32)
    for number in np.argsort(bodies.row, kind="stable").tolist():  # a nested body comes later and overwrites its rows
        row = int(bodies.row[number])
        owner[row : scene.subtree_end(row)] = number
    return owner


def _projected(geometry: SceneGeometry) -> tuple[npt.NDArray[Any], FloatArray, FloatArray]:
    """(I,) the outline of each instance, and (I,) heights of its top and bottom."""
    import shapely

    count = len(geometry)
    shapes = np.full(count, shapely.Polygon(), dtype=object)
    tops, bottoms = np.zeros(count), np.zeros(count)
    points, number, hulls = [], [], []
    for i in range(count):
        mesh = geometry.meshes[int(geometry.mesh[i])]
        m = geometry.world_from_mesh[i]
        at = mesh.vertices.astype(np.float64) @ m[:3, :3].T + m[:3, 3]
        if len(at) == 0 or not np.isfinite(at).all():
            continue
        tops[i], bottoms[i] = at[:, 1].max(), at[:, 1].min()
        if mesh.kind == PrimitiveKind.MESH:
            shapes[i] = _of_mesh(mesh, m)
        else:
            points.append(at[:, [0, 2]])
            number.append(np.full(len(at), len(hulls)))
            hulls.append(i)
    if hulls:
        # lines have the same hulls as points, and are made much faster
        clouds = shapely.linestrings(np.concatenate(points), indices=np.concatenate(number))
        shapes[hulls] = shapely.convex_hull(clouds)
    flat = shapely.get_dimensions(shapes) < 2  # upright sheets have no area from above
    shapes[flat] = shapely.Polygon()
    return shapes, tops, bottoms


def _covered(shapes: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """(K, K) whether the second shape of a pair covers the first. Of two equal shapes the later one covers."""
    import shapely

    bounds = shapely.bounds(shapes)
    within = (bounds[:, None, :2] >= bounds[None, :, :2]) & (bounds[:, None, 2:] <= bounds[None, :, 2:])
    found: npt.NDArray[np.bool_] = within.all(axis=2)
    np.fill_diagonal(found, False)
    first, other = np.nonzero(found)
    shapely.prepare(shapes)
    found[first, other] = shapely.covers(shapes[other], shapes[first])
    alike = found & found.T
    found[np.tril(alike)] = False
    return found


def _of_mesh(mesh: MeshData, world_from_mesh: FloatArray) -> BaseGeometry:
    """The outline of a mesh: the hulls of its convex parts, and the union of the triangles of its other parts."""
    import shapely

    found = []
    for shape in shapes_of_mesh(mesh):
        at = (shape.vertices @ world_from_mesh[:3, :3].T + world_from_mesh[:3, 3])[:, [0, 2]]
        if shape.convex or len(shape.faces) > _MOST_FACES:
            found.append(shapely.convex_hull(shapely.multipoints(at)))
        else:
            corners = at[shape.faces]
            side, other = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
            area = side[:, 0] * other[:, 1] - side[:, 1] * other[:, 0]
            triangles = shapely.polygons(corners[np.abs(area) > 1e-9])
            found.append(shapely.union_all(triangles))
    return _areal(shapely.union_all([f for f in found if shapely.get_dimensions(f) == 2]))


def _colors(geometry: SceneGeometry) -> FloatArray:
    """(I, 3) sRGB: the colour, by the mean of the texture and of the colours of the vertices where there are any."""
    out = geometry.color.copy()
    factor: dict[tuple[int, int], FloatArray] = {}
    for i in range(len(geometry)):
        mesh, texture = int(geometry.mesh[i]), int(geometry.texture[i])
        tints = geometry.meshes[mesh].colors
        if texture < 0 and tints is None:
            continue
        if (mesh, texture) not in factor:
            mean = np.ones(3) if tints is None else tints.mean(axis=0, dtype=np.float64)
            if texture >= 0:
                picture = geometry.textures[texture]
                step = max(1, max(picture.shape[:2]) // 64)
                mean = mean * linear_from_srgb(picture[::step, ::step, :3] / 255.0).mean(axis=(0, 1))
            factor[mesh, texture] = mean
        out[i] = srgb_from_linear(linear_from_srgb(out[i]) * factor[mesh, texture])
    return out


def _main_color(patches: tuple[Patch, ...]) -> tuple[float, float, float]:
    """The colour with the most area of some patches, similar ones counted together; grey without patches."""
    area: dict[tuple[int, ...], float] = {}
    colors: dict[tuple[int, ...], tuple[float, float, float]] = {}
    for patch in patches:
        key = tuple(int(10 * c) for c in patch.color)
        colors.setdefault(key, patch.color)
        area[key] = area.get(key, 0.0) + patch.shape.area
    return colors[max(area, key=lambda k: area[k])] if area else (0.75, 0.75, 0.75)


def _areal(shape: BaseGeometry) -> BaseGeometry:
    """A shape without the lines and points that rounding can leave."""
    import shapely

    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shape
    return shapely.union_all([p for p in shapely.get_parts(shape) if shapely.get_dimensions(p) == 2])


def _triple(color: FloatArray) -> tuple[float, float, float]:
    return float(color[0]), float(color[1]), float(color[2])
