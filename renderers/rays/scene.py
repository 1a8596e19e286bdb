"""A scene for ray casting: exact hits of rays, and the surface colours there.

Rays are in the unit frame: the scene moved to the origin and scaled to a radius of about 1, so that float32 has the same relative
precision for a scene of a millimetre or of ten kilometres. There are two ray casters: one for opaque triangles, one (`special`) for
transparent and emissive ones.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scenewright.renderers.rays.caster import Caster, Float32, Int32
from scenewright.renderers.rays.kernels.hits import MeshTables, refine_hits
from scenewright.renderers.rays.surfaces import barycentric, sample_picture
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray, PrimitiveKind, Room, Vec3

__all__ = ["CEILING", "GROUND", "NOTHING", "Hits", "RayScene"]

GROUND = -1
"""Instance of the ground plane."""

NOTHING = -2
"""Instance where a ray leaves the scene."""

CEILING = -3
"""Instance of the ceiling of a room. It is visible only from below and is not part of the scene."""

GROUND_ALBEDO: Vec3 = (0.62, 0.62, 0.62)
"""Of the ground below a thing or a room, linear."""
CEILING_ALBEDO = 0.84
_WALL = 0.1


@dataclass(frozen=True, eq=False)
class Hits:
    """Hits of N rays. `t`: (N,) float64 in units of the direction, inf: nothing. `instance`: (N,), or GROUND, NOTHING, CEILING.
    `triangle`: (N,) in its caster. `uv`: (N, 2) barycentric. `special`: (N,) whether the caster is the special one."""

    t: FloatArray
    instance: Int32
    triangle: npt.NDArray[np.int64]
    uv: Float32
    special: npt.NDArray[np.bool_]

    def take(self, rows: npt.NDArray[np.int64]) -> Hits:
        """The hits of some rows."""
        return Hits(self.t[rows], self.instance[rows], self.triangle[rows], self.uv[rows], self.special[rows])

    def replaced(self, where: npt.NDArray[np.bool_], other: Hits) -> Hits:
        """These hits, replaced by `other` where `where` (N,) is true."""
        return Hits(
            np.where(where, other.t, self.t),
            np.where(where, other.instance, self.instance),
            np.where(where, other.triangle, self.triangle),
            np.where(where[:, None], other.uv, self.uv),
            np.where(where, other.special, self.special),
        )


class RayScene:
    """The visible instances of a SceneGeometry, with a ground plane below them and a room's ceiling."""

    def __init__(
        self,
        geometry: SceneGeometry,
        *,
        visible: npt.NDArray[np.bool_],
        bounds: FloatArray,
        ground_height: float | None,
        room: Room | None,
        ground_albedo: Vec3 = GROUND_ALBEDO,
        job: Job | None = None,
    ) -> None:
        """
        Args:
            visible: (I,) whether instances are visible. The others still shade a room from the sun.
            bounds: (2, 3) of the scene in the world; sets the unit frame.
            ground_height: world y of the ground plane, None: no ground.
            room: the room that gets a ceiling, None: no ceiling.
            ground_albedo: linear colour of the ground.
            job: casting raises JobCancelled when it is cancelled.
        """
        self.job = job or Job()
        self.geometry = geometry
        self.ground_albedo = np.array(ground_albedo, dtype=np.float32)
        self.centre = bounds.mean(axis=0)
        self.radius = max(float(np.linalg.norm(bounds[1] - bounds[0])) / 2.0, 1e-30)
        world_from_mesh = geometry.world_from_mesh
        self.unit_from_mesh = world_from_mesh.copy()
        self.unit_from_mesh[:, :3] /= self.radius
        self.unit_from_mesh[:, :3, 3] -= self.centre / self.radius
        self.mesh_from_unit = np.linalg.inv(self.unit_from_mesh)
        # normals transform by the inverse transpose
        self.normal_from_mesh = np.swapaxes(self.mesh_from_unit[:, :3, :3], 1, 2)
        self.ground_y = None if ground_height is None else (ground_height - self.centre[1]) / self.radius
        self.ceiling: tuple[float, float, float] | None = None
        if room is not None:
            # at the top of the walls and including them; the room is centred on the world's origin
            half = (room.width / 2.0 + _WALL, room.depth / 2.0 + _WALL)
            self.ceiling = (room.height / self.radius, half[0] / self.radius, half[1] / self.radius)
        self.kind = np.array([m.kind for m in geometry.meshes], dtype=np.uint8)
        self.curved = np.array([m.curved for m in geometry.meshes], dtype=np.int64)
        self.first = np.zeros(len(geometry), dtype=np.int64)
        looks = geometry.materials
        material = geometry.material
        self.albedo = linear_from_srgb(geometry.color).astype(np.float32).reshape(-1, 3)
        for i, picture in enumerate(geometry.textures):
            mean = linear_from_srgb(picture[::4, ::4, :3].reshape(-1, 3) / 255.0).mean(axis=0)
            self.albedo[geometry.texture == i] *= mean.astype(np.float32)
        self.plain = linear_from_srgb(geometry.color).astype(np.float32).reshape(-1, 3)
        self.roughness = np.array([m.roughness for m in looks], dtype=np.float32)[material]
        self.metallic = np.array([m.metallic for m in looks], dtype=np.float32)[material]
        self.opacity = np.array([m.opacity for m in looks], dtype=np.float32)[material]
        self.emission = np.array([m.emission for m in looks], dtype=np.float32)[material]
        special = (self.opacity < 0.999) | (self.emission > 0.0)
        self.solid = self._caster(visible & ~special)
        self.special = self._caster(visible & special)
        self._hidden = ~visible & ~special
        self._built = threading.Lock()

    @cached_property
    def hidden(self) -> Caster:
        """The opaque triangles of the instances that are not visible. Only the sun asks for them."""
        with self._built:
            return self.__dict__.get("hidden") or self._caster(self._hidden)

    def _caster(self, chosen: npt.NDArray[np.bool_]) -> Caster:
        vertices: list[Float32] = []
        faces: list[npt.NDArray[np.uint32]] = []
        owners: list[Int32] = []
        vertex_base = face_base = 0
        for index, mesh in enumerate(self.geometry.meshes):
            self.job.check()
            rows = np.flatnonzero(chosen & (self.geometry.mesh == index))
            if rows.size == 0:
                continue
            m = self.unit_from_mesh[rows]
            points = mesh.vertices.astype(np.float64) @ np.swapaxes(m[:, :3, :3], 1, 2) + m[:, None, :3, 3]
            vertices.append(points.reshape(-1, 3).astype(np.float32))
            base = vertex_base + np.arange(len(rows), dtype=np.uint32) * np.uint32(len(mesh.vertices))
            faces.append((mesh.faces[None] + base[:, None, None]).reshape(-1, 3).astype(np.uint32))
            owners.append(np.repeat(rows.astype(np.int32), len(mesh.faces)))
            self.first[rows] = face_base + np.arange(len(rows)) * len(mesh.faces)
            vertex_base += len(rows) * len(mesh.vertices)
            face_base += len(rows) * len(mesh.faces)
        if not faces:
            empty = np.zeros((0, 3))
            return Caster(empty.astype(np.float32), empty.astype(np.uint32), np.zeros(0, dtype=np.int32))
        return Caster(np.concatenate(vertices), np.concatenate(faces), np.concatenate(owners), job=self.job)

    # -- hits -----------------------------------------------------------------------------------------------------

    def cast_solid(self, origins: Float32, directions: Float32, *, see_ground: bool, see_ceiling: bool) -> Hits:
        """First hits of rays (N, 3), in the unit frame, with opaque surfaces.

        The ground is visible only from above, the ceiling only from below.
        """
        hits = _hits(self.solid, origins, directions, special=False)
        t, instance = hits.t, hits.instance
        if see_ground and self.ground_y is not None:
            with np.errstate(divide="ignore", invalid="ignore"):
                down = (self.ground_y - origins[:, 1].astype(np.float64)) / directions[:, 1].astype(np.float64)
            nearer = (directions[:, 1] < 0.0) & (down > 0.0) & (down < t)
            t[nearer] = down[nearer]
            instance[nearer] = GROUND
        if see_ceiling:
            up, under = self.through_ceiling(origins, directions)
            under &= up < t
            t[under] = up[under]
            instance[under] = CEILING
        return hits

    def cast_special(self, origins: Float32, directions: Float32) -> Hits:
        """First hits of rays (N, 3), in the unit frame, with transparent or emissive surfaces."""
        return _hits(self.special, origins, directions, special=True)

    def through_ceiling(self, origins: Float32, directions: Float32) -> tuple[FloatArray, npt.NDArray[np.bool_]]:
        """(N,) t at the plane of the ceiling, in units of the direction, and (N,) whether the ray hits the ceiling from below."""
        if self.ceiling is None:
            return np.full(len(origins), np.inf), np.zeros(len(origins), dtype=bool)
        height, half_x, half_z = self.ceiling
        middle = -self.centre / self.radius
        o, d = origins.astype(np.float64), directions.astype(np.float64)
        with np.errstate(divide="ignore", invalid="ignore"):
            t = (height + middle[1] - o[:, 1]) / d[:, 1]
            x, z = o[:, 0] + t * d[:, 0] - middle[0], o[:, 2] + t * d[:, 2] - middle[2]
            met = (d[:, 1] > 0.0) & (t > 0.0) & (np.abs(x) < half_x) & (np.abs(z) < half_z)
        return t, met

    def in_room(self, points: Float32) -> npt.NDArray[np.bool_]:
        """(N,) whether points (N, 3) are within the walls of the room."""
        if self.ceiling is None:
            return np.zeros(len(points), dtype=bool)
        middle = (-self.centre / self.radius).astype(np.float32)
        inside = np.abs(points - middle) < np.array([self.ceiling[1], np.inf, self.ceiling[2]], dtype=np.float32)
        return np.asarray(inside.all(axis=1))

    def refine(
        self, hits: Hits, origins: FloatArray, directions: FloatArray
    ) -> tuple[FloatArray, FloatArray, FloatArray, npt.NDArray[np.bool_]]:
        """Exact hits of float64 rays (N, 3), unit frame, all of which hit something in `hits`.

        Curved primitives are solved analytically: their triangles are inscribed, so a ray that hits one hits the surface.

        Returns:
            t: (N,) in units of the direction. normal: (N, 3) unit, of the smooth surface. flat: (N, 3) unit, of the
            true surface or triangle. Both normals point against the ray. leaves: (N,) whether the ray came from inside.
        """
        n = len(hits.t)
        t, normal, flat, leaves = np.empty(n), np.empty((n, 3)), np.empty((n, 3)), np.empty(n, dtype=np.bool_)
        refine_hits(
            self._tables, hits.instance, hits.triangle, hits.uv, hits.t, np.ascontiguousarray(origins), directions, CEILING,
            t, normal, flat, leaves,
        )  # fmt: skip
        return t, normal, flat, leaves

    @cached_property
    def _tables(self) -> MeshTables:
        """The meshes in the form of the kernel."""
        meshes = self.geometry.meshes
        none = np.zeros((0, 3))  # a scene of empty groups has no mesh
        vertex_base = np.cumsum([0, *(len(m.vertices) for m in meshes)])
        faces = [m.faces.astype(np.int64) + base for m, base in zip(meshes, vertex_base, strict=False)]
        face_base = np.cumsum([0, *(len(f) for f in faces)])[:-1]
        shapes = {PrimitiveKind.SPHERE: 0, PrimitiveKind.CYLINDER: 1}
        return MeshTables(
            vertices=np.concatenate([none, *(m.vertices for m in meshes)]).astype(np.float32),
            normals=np.concatenate([none, *(m.normals for m in meshes)]).astype(np.float32),
            faces=np.concatenate([none.astype(np.int64), *faces]),
            face_base=face_base.astype(np.int64),
            curved=self.curved,
            shape=np.array([shapes.get(m.kind, 2) for m in meshes], dtype=np.int64),
            mesh=np.ascontiguousarray(self.geometry.mesh, dtype=np.int64),
            first=self.first,
            mesh_from_unit=np.ascontiguousarray(self.mesh_from_unit),
            normal_from_mesh=np.ascontiguousarray(self.normal_from_mesh),
        )

    def surface_color(self, hits: Hits) -> Float32:
        """(N, 3) linear colour at hits, with textures and vertex colours."""
        out = np.tile(self.ground_albedo, (len(hits.t), 1))
        out[hits.instance == CEILING] = CEILING_ALBEDO
        on = hits.instance >= 0
        out[on] = self.plain[hits.instance[on]]
        textured = np.zeros(len(hits.t), dtype=bool)
        textured[on] = self.geometry.texture[hits.instance[on]] >= 0
        coloured = np.array([m.colors is not None for m in self.geometry.meshes], dtype=bool)
        if not textured.any() and not coloured.any():
            return out
        for mesh_index, rows, instance, face in self._by_mesh(hits):
            mesh = self.geometry.meshes[mesh_index]
            corners = mesh.faces[face]
            weight = barycentric(hits.uv[rows])
            if mesh.colors is not None:
                out[rows] *= np.einsum("nc,ncd->nd", weight, mesh.colors[corners])
            if mesh.uv is not None and textured[rows].any():
                uv = np.einsum("nc,ncd->nd", weight, mesh.uv[corners])
                for index in np.unique(self.geometry.texture[instance]).tolist():
                    if index >= 0:
                        chosen = self.geometry.texture[instance] == index
                        out[rows[chosen]] *= sample_picture(self.geometry.textures[index], uv[chosen])
        return out

    def _by_mesh(self, hits: Hits) -> list[tuple[int, npt.NDArray[np.int64], Int32, npt.NDArray[np.int64]]]:
        """For each mesh: its index, the rows of its hits, their instances and their faces of the mesh."""
        on = np.flatnonzero(hits.instance >= 0)
        instance = hits.instance[on]
        mesh = self.geometry.mesh[instance]
        face = hits.triangle[on] - self.first[instance]
        order = np.argsort(mesh, kind="stable")
        edges = np.flatnonzero(np.diff(mesh[order])) + 1
        chunks = [c for c in np.split(order, edges) if c.size]
        return [(int(mesh[c[0]]), on[c], instance[c], face[c]) for c in chunks]


def _hits(caster: Caster, origins: Float32, directions: Float32, *, special: bool) -> Hits:
    cast = caster.cast(np.concatenate([origins, directions], axis=1))
    instance = np.full(len(origins), NOTHING, dtype=np.int32)
    on = cast.triangle >= 0
    instance[on] = caster.instance[cast.triangle[on]]
    return Hits(cast.t.astype(np.float64), instance, cast.triangle, cast.uv, np.full(len(origins), special))
