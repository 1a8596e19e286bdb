"""The triangles of a scene behind Embree (open3d's RaycastingScene): what a ray hits, exactly, and what is there.

Rays live in the unit frame: the scene moved to the origin and scaled to about 1, so that float32 and Embree see the same
numbers whether the scene measures a millimetre or ten kilometres. Triangles lie in two ray casters: the solid ones, and
those that let light through or shine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from renderers.base import RenderError
from scene.colorspace import linear_from_srgb
from scene.geometry import SceneGeometry
from scene.model import FloatArray, PrimitiveKind, Room
from scene.primitive_meshes import MeshData

__all__ = ["CEILING", "GROUND", "NOTHING", "Cast", "Caster", "Hits", "RayScene", "load_open3d", "open3d_problem"]

GROUND = -1
"""Instance of the ground plane."""

NOTHING = -2
"""Instance where a ray leaves the scene."""

CEILING = -3
"""Instance of the ceiling that closes a room above: seen from inside only, and no part of the scene."""

GROUND_ALBEDO = 0.62
CEILING_ALBEDO = 0.84
_WALL = 0.1

Float32 = npt.NDArray[np.float32]
Int32 = npt.NDArray[np.int32]


def load_open3d() -> Any:
    """The open3d package.

    Raises:
        RenderError: it is not installed, or a system library that it needs is missing; says what to install.
    """
    try:
        import open3d
    except ImportError as error:
        raise RenderError(f"the preview renderer cannot start: {open3d_problem() or error}") from error
    except OSError as error:
        raise RenderError(f"the preview renderer cannot start: {open3d_problem() or error}") from error
    return open3d


def open3d_problem() -> str | None:
    """None where open3d can be loaded, else one line that says what to install. Loads nothing."""
    import importlib.util

    from renderers.system_libraries import install_command, missing_libraries

    if importlib.util.find_spec("open3d") is None:
        return "open3d is not installed: pip install open3d"
    missing = missing_libraries("open3d")
    if not missing:
        return None
    command = install_command(["open3d"], missing)
    return f"open3d needs {', '.join(missing)}" + (f": {command}" if command else "")


@dataclass(frozen=True, eq=False)
class Cast:
    """`t`: (N,) in units of the direction, inf: nothing. `triangle`: (N,), -1: none. `uv`: (N, 2) barycentric.
    `normal`: (N, 3) unit, of the triangle."""

    t: Float32
    triangle: npt.NDArray[np.int64]
    uv: Float32
    normal: Float32


class Caster:
    """A triangle soup that rays are cast at. Triangle k belongs to instance `instance[k]` and is face
    `k - first[instance[k]]` of that instance's mesh.

    Each call works on the calling thread: callers share rays among threads themselves (:mod:`renderers.chunks`)."""

    def __init__(self, vertices: Float32, faces: npt.NDArray[np.uint32], instance: Int32) -> None:
        o3d = load_open3d()
        self.instance = instance
        self.tensor = o3d.core.Tensor
        self.scene = None
        if len(faces):
            self.scene = o3d.t.geometry.RaycastingScene(nthreads=1)
            self.scene.add_triangles(self.tensor(vertices), self.tensor(faces))

    def cast(self, rays: Float32) -> Cast:
        """What rays (N, 6), origin and direction, hit first."""
        n = len(rays)
        if self.scene is None or n == 0:
            nothing = np.zeros((n, 3), dtype=np.float32)
            return Cast(np.full(n, np.inf, dtype=np.float32), np.full(n, -1, dtype=np.int64), nothing[:, :2], nothing)
        answer = self.scene.cast_rays(self.tensor(rays), nthreads=1)
        t = answer["t_hit"].numpy()
        triangle = answer["primitive_ids"].numpy().astype(np.int64)
        triangle[~np.isfinite(t)] = -1
        return Cast(t, triangle, answer["primitive_uvs"].numpy(), answer["primitive_normals"].numpy())

    def occluded(self, rays: Float32, far: float = np.inf) -> npt.NDArray[np.bool_]:
        """(N,) whether anything lies on the rays (N, 6) nearer than `far`, in units of their direction."""
        if self.scene is None or len(rays) == 0:
            return np.zeros(len(rays), dtype=bool)
        found: npt.NDArray[np.bool_] = self.scene.test_occlusions(
            self.tensor(rays), tnear=0.0, tfar=float(far), nthreads=1
        ).numpy()
        return found


@dataclass(frozen=True, eq=False)
class Hits:
    """What N rays hit. `t`: (N,) float64 in units of the direction, inf: nothing. `instance`: (N,), GROUND or NOTHING.
    `triangle`: in its caster; `uv`: (N, 2) barycentric; `special`: (N,) which caster."""

    t: FloatArray
    instance: Int32
    triangle: npt.NDArray[np.int64]
    uv: Float32
    special: npt.NDArray[np.bool_]

    def take(self, rows: npt.NDArray[np.int64]) -> Hits:
        return Hits(self.t[rows], self.instance[rows], self.triangle[rows], self.uv[rows], self.special[rows])

    def replaced(self, where: npt.NDArray[np.bool_], other: Hits) -> Hits:
        """These hits, and `other` where `where` (N,)."""
        return Hits(
            np.where(where, other.t, self.t),
            np.where(where, other.instance, self.instance),
            np.where(where, other.triangle, self.triangle),
            np.where(where[:, None], other.uv, self.uv),
            np.where(where, other.special, self.special),
        )


class RayScene:
    """The instances of a SceneGeometry, without those that a view leaves out, and a ground plane below them."""

    def __init__(
        self,
        geometry: SceneGeometry,
        *,
        visible: npt.NDArray[np.bool_],
        bounds: FloatArray,
        ground_height: float | None,
        room: Room | None,
    ) -> None:
        """
        Args:
            visible: (I,) instances that are seen; the others still keep the sun out.
            bounds: (2, 3) of the scene, world; sets the unit frame.
            ground_height: world y of the ground plane, None: no ground.
            room: what has a ceiling.
        """
        self.geometry = geometry
        self.centre = bounds.mean(axis=0)
        self.radius = max(float(np.linalg.norm(bounds[1] - bounds[0])) / 2.0, 1e-30)
        world_from_mesh = geometry.world_from_mesh
        self.unit_from_mesh = world_from_mesh.copy()
        self.unit_from_mesh[:, :3] /= self.radius
        self.unit_from_mesh[:, :3, 3] -= self.centre / self.radius
        self.mesh_from_unit = np.linalg.inv(self.unit_from_mesh)
        # normals go with the inverse transpose
        self.normal_from_mesh = np.swapaxes(self.mesh_from_unit[:, :3, :3], 1, 2)
        self.ground_y = None if ground_height is None else (ground_height - self.centre[1]) / self.radius
        self.ceiling: tuple[float, float, float] | None = None
        if room is not None:
            # at the height of the walls, over the walls; the room is centred on the world's origin
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
        self.hidden = self._caster(~visible & ~special)

    def _caster(self, chosen: npt.NDArray[np.bool_]) -> Caster:
        vertices: list[Float32] = []
        faces: list[npt.NDArray[np.uint32]] = []
        owners: list[Int32] = []
        vertex_base = face_base = 0
        for index, mesh in enumerate(self.geometry.meshes):
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
        return Caster(np.concatenate(vertices), np.concatenate(faces), np.concatenate(owners))

    # -- hits -----------------------------------------------------------------------------------------------------

    def cast_solid(self, origins: Float32, directions: Float32, *, see_ground: bool, see_ceiling: bool) -> Hits:
        """First hits with what lets no light through, of rays (N, 3) in the unit frame.

        The ground is seen from above only, the ceiling from below.
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
        """First hits with what is partly transparent or shines, of rays (N, 3) in the unit frame."""
        return _hits(self.special, origins, directions, special=True)

    def through_ceiling(self, origins: Float32, directions: Float32) -> tuple[FloatArray, npt.NDArray[np.bool_]]:
        """Where rays (N, 3) from below meet the plane of the ceiling, in units of their direction, and whether they meet
        the ceiling itself."""
        if self.ceiling is None:
            return np.full(len(origins), np.inf), np.zeros(len(origins), dtype=bool)
        height, half_x, half_z = self.ceiling
        middle = -self.centre / self.radius
        o, d = origins.astype(np.float64), directions.astype(np.float64)
        with np.errstate(divide="ignore", invalid="ignore"):
            t = (height + middle[1] - o[:, 1]) / d[:, 1]
            x, z = o[:, 0] + t * d[:, 0] - middle[0], o[:, 2] + t * d[:, 2] - middle[2]
            met = (d[:, 1] > 0.0) & (t > 0.0) & (np.abs(x) < half_x) & (np.abs(z) < half_z)
        return t, met & self.in_room(origins)

    def in_room(self, points: Float32) -> npt.NDArray[np.bool_]:
        """(N,) whether points (N, 3) stand within the walls of the room."""
        if self.ceiling is None:
            return np.zeros(len(points), dtype=bool)
        middle = (-self.centre / self.radius).astype(np.float32)
        inside = np.abs(points - middle) < np.array([self.ceiling[1], np.inf, self.ceiling[2]], dtype=np.float32)
        return np.asarray(inside.all(axis=1))

    def refine(
        self, hits: Hits, origins: FloatArray, directions: FloatArray
    ) -> tuple[FloatArray, FloatArray, FloatArray, npt.NDArray[np.bool_]]:
        """Exact hits of float64 rays (N, 3) that are known to hit (or to see the ground).

        Curved primitives are solved analytically: their triangles are inscribed, so a ray that hits one hits the surface.

        Returns:
            t: (N,) in units of the direction. normal: (N, 3) unit, of the smooth surface. flat: (N, 3) unit, of the
            true surface or triangle. Both turned against the ray. leaves: (N,) whether the ray came from inside.
        """
        n = len(hits.t)
        t = hits.t.copy()
        normal = np.zeros((n, 3))
        normal[:, 1] = 1.0
        normal[hits.instance == CEILING, 1] = -1.0
        flat = normal.copy()
        for mesh_index, rows, instance, face in self._by_mesh(hits):
            mesh = self.geometry.meshes[mesh_index]
            m = self.mesh_from_unit[instance]
            o = np.einsum("nij,nj->ni", m[:, :3, :3], origins[rows]) + m[:, :3, 3]
            d = np.einsum("nij,nj->ni", m[:, :3, :3], directions[rows])
            local_t, local_flat, local_normal = _solve(mesh, face, hits.uv[rows], o, d, t[rows])
            t[rows] = local_t
            back = self.normal_from_mesh[instance]
            flat[rows] = np.einsum("nij,nj->ni", back, local_flat)
            normal[rows] = np.einsum("nij,nj->ni", back, local_normal)
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-300)
        flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-300)
        away = np.einsum("ni,ni->n", flat, directions) > 0.0
        flat[away] = -flat[away]
        normal[np.einsum("ni,ni->n", normal, flat) < 0.0] *= -1.0
        return t, normal, flat, away

    def surface_color(self, hits: Hits) -> Float32:
        """(N, 3) linear colour at hits, with textures and vertex colours."""
        out = np.full((len(hits.t), 3), np.float32(GROUND_ALBEDO))
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
            weight = _barycentric(hits.uv[rows])
            if mesh.colors is not None:
                out[rows] *= np.einsum("nc,ncd->nd", weight, mesh.colors[corners])
            if mesh.uv is not None and textured[rows].any():
                uv = np.einsum("nc,ncd->nd", weight, mesh.uv[corners])
                for index in np.unique(self.geometry.texture[instance]).tolist():
                    if index >= 0:
                        chosen = self.geometry.texture[instance] == index
                        out[rows[chosen]] *= _sample(self.geometry.textures[index], uv[chosen])
        return out

    def _by_mesh(self, hits: Hits) -> list[tuple[int, npt.NDArray[np.int64], Int32, npt.NDArray[np.int64]]]:
        """Mesh, rows among the hits, their instances and their faces of the mesh."""
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


def _barycentric(uv: Float32) -> Float32:
    return np.stack([1.0 - uv[:, 0] - uv[:, 1], uv[:, 0], uv[:, 1]], axis=1)


def _sample(picture: npt.NDArray[np.uint8], uv: Float32) -> Float32:
    """(N, 3) linear, bilinear, repeated; v runs upward."""
    h, w = picture.shape[:2]
    x = np.mod(uv[:, 0].astype(np.float64), 1.0) * w - 0.5
    y = np.mod(1.0 - uv[:, 1].astype(np.float64), 1.0) * h - 0.5
    x0, y0 = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = (x - x0)[:, None], (y - y0)[:, None]
    out = np.zeros((len(uv), 3))
    for dy, wy in ((0, 1.0 - fy), (1, fy)):
        for dx, wx in ((0, 1.0 - fx), (1, fx)):
            texel = picture[(y0 + dy) % h, (x0 + dx) % w, :3]
            out += wy * wx * linear_from_srgb(texel / 255.0)
    return out.astype(np.float32)


def _solve(
    mesh: MeshData, face: npt.NDArray[np.int64], uv: Float32, o: FloatArray, d: FloatArray, near: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """t, true normal and smooth normal in the mesh frame, of rays o + t d that hit `face` at about t = near."""
    corners = mesh.faces[face]
    a, b, c = (mesh.vertices[corners[:, k]].astype(np.float64) for k in range(3))
    flat = np.cross(b - a, c - a)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.einsum("ni,ni->n", flat, a - o) / np.einsum("ni,ni->n", flat, d)
    t = np.where(np.isfinite(t), t, near)
    weight = _barycentric(uv).astype(np.float64)
    normal = np.einsum("nc,ncd->nd", weight, mesh.normals[corners].astype(np.float64))
    curved = face < mesh.curved
    if curved.any():
        entering = np.einsum("ni,ni->n", flat[curved], d[curved]) < 0.0
        tc, nc = _solve_curved(mesh.kind, o[curved], d[curved], near[curved], entering)
        t[curved] = tc
        flat[curved] = nc
        normal[curved] = nc
    return t, flat, normal


def _solve_curved(
    kind: PrimitiveKind, o: FloatArray, d: FloatArray, near: FloatArray, entering: npt.NDArray[np.bool_]
) -> tuple[FloatArray, FloatArray]:
    """t and normal of rays on the unit sphere, or on the unit cylinder or cone, whose side they hit at about t = near.

    `near` is a point inside the shape: the surface lies before it for rays that enter, behind it for those that leave.
    """
    w = np.array(
        {PrimitiveKind.SPHERE: (1.0, 1.0, 1.0), PrimitiveKind.CYLINDER: (1.0, 0.0, 1.0)}.get(kind, (1.0, -1.0, 1.0))
    )
    # the cone is x^2 + z^2 = (1 - y)^2: with its tip as origin it has no constant term
    cone = kind == PrimitiveKind.CONE
    tip = np.array([0.0, 1.0, 0.0]) if cone else np.zeros(3)
    # from the point near the surface: a ray from far away would lose the digits of its discriminant
    p = o + near[:, None] * d - tip
    a = (w * d * d).sum(axis=1)
    b = (w * p * d).sum(axis=1)
    c = (w * p * p).sum(axis=1) - (0.0 if cone else 1.0)
    root = np.sqrt(np.maximum(b * b - a * c, 0.0))
    # without cancellation (Press et al., Numerical Recipes, 5.6)
    with np.errstate(divide="ignore", invalid="ignore"):
        before = np.where(b >= 0.0, (-b - root) / a, c / (-b + root))
        after = np.where(b <= 0.0, (-b + root) / a, c / (-b - root))
        step = np.where(entering, before, after)
        # steeper than the side of a cone, the other root lies on its mirror image
        step = np.where(a <= 0.0, np.where(np.abs(before) < np.abs(after), before, after), step)
    step = np.where(np.isfinite(step), step, 0.0)
    t = near + step
    hit = p + step[:, None] * d
    normal = w * hit
    if kind == PrimitiveKind.SPHERE:
        return t, normal
    # beside the rim of a flat end its true edge is round where the triangles' is straight
    y = hit[:, 1] + tip[1]
    for height, beyond in ((0.0, y < 0.0), (1.0, (y > 1.0) & (not cone))):
        if beyond.any():
            t[beyond] = (height - o[beyond, 1]) / d[beyond, 1]
            normal[beyond] = (0.0, 1.0, 0.0)
    return t, normal
