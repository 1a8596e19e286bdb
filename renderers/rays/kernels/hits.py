"""The exact points and normals where rays meet surfaces."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.cpu.numeric import kernel

__all__ = ["MeshTables", "refine_hits"]


class MeshTables(NamedTuple):
    """All meshes of a scene, one after the other, and its instances.

    `vertices`, `normals`: (V, 3). `faces`: (F, 3) numbers of vertices. `face_base`: (M,) the first face of each mesh. `curved`: (M,) how
    many of its first faces stand for a round surface, and `shape`: (M,) which: 0 a sphere, 1 a cylinder, 2 a cone. `mesh`: (I,) of an
    instance, `first`: (I,) its first triangle in its caster. `mesh_from_unit`: (I, 4, 4). `normal_from_mesh`: (I, 3, 3).
    """

    vertices: npt.NDArray[np.float32]
    normals: npt.NDArray[np.float32]
    faces: npt.NDArray[np.int64]
    face_base: npt.NDArray[np.int64]
    curved: npt.NDArray[np.int64]
    shape: npt.NDArray[np.int64]
    mesh: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]
    mesh_from_unit: npt.NDArray[np.float64]
    normal_from_mesh: npt.NDArray[np.float64]


@kernel
def _roots(a, b, c):
    """The two roots of a s^2 + 2 b s + c, without cancellation (Press et al., Numerical Recipes, 5.6)."""
    root = np.sqrt(max(b * b - a * c, 0.0))
    before = (-b - root) / a if b >= 0.0 else c / (-b + root)
    after = (-b + root) / a if b <= 0.0 else c / (-b - root)
    return before, after


@kernel
def _on_curved(shape, ox, oy, oz, dx, dy, dz, near, entering):
    """t, and the normal, of a ray on the unit sphere, or on the side of the unit cylinder or cone, which it meets at about t = near.

    The point at `near` is inside the shape: the surface lies before it for a ray that enters, behind it for one that leaves.
    """
    cone = shape == 2
    wy = 1.0 if shape == 0 else (-1.0 if cone else 0.0)
    # the cone is x^2 + z^2 = (1 - y)^2: with its tip as origin, the equation has no constant term
    tip = 1.0 if cone else 0.0
    # start at the point near the surface: the discriminant of a distant ray would lose digits
    px, py, pz = ox + near * dx, oy + near * dy - tip, oz + near * dz
    a = dx * dx + wy * dy * dy + dz * dz
    b = px * dx + wy * py * dy + pz * dz
    c = px * px + wy * py * py + pz * pz - (0.0 if cone else 1.0)
    before, after = _roots(a, b, c)
    # for a ray steeper than the cone's side, the other root is on the mirrored cone
    first = abs(before) < abs(after) if a <= 0.0 else entering
    step = before if first else after
    if not np.isfinite(step):
        step = 0.0
    t = near + step
    hx, hy, hz = px + step * dx, py + step * dy, pz + step * dz
    nx, ny, nz = hx, wy * hy, hz
    if shape != 0:
        # at the rim of a flat end the true edge is round, the triangles' edge straight
        y = hy + tip
        if y < 0.0:
            t, nx, ny, nz = (0.0 - oy) / dy, 0.0, 1.0, 0.0
        elif y > 1.0 and not cone:
            t, nx, ny, nz = (1.0 - oy) / dy, 0.0, 1.0, 0.0
    return t, nx, ny, nz


@kernel
def refine_hits(tables, instance, triangle, uv, near, origins, directions, ceiling, t, normal, flat, leaves):
    """Of N rays (N, 3), unit frame, that each hit something: `t`, `normal`, `flat` and `leaves`, as
    :meth:`scenewright.renderers.rays.scene.RayScene.refine` returns them; they are written.

    Args:
        instance, triangle, uv, near: of the hits.
        ceiling: the instance that is seen from below; other negative ones are seen from above.
    """
    for r in range(len(instance)):
        k = instance[r]
        dx, dy, dz = directions[r, 0], directions[r, 1], directions[r, 2]
        t[r] = near[r]
        fx, fy, fz = 0.0, -1.0 if k == ceiling else 1.0, 0.0
        nx, ny, nz = fx, fy, fz
        if k >= 0:
            mesh = tables.mesh[k]
            face = triangle[r] - tables.first[k]
            i0, i1, i2 = tables.faces[tables.face_base[mesh] + face]
            ax, ay, az = tables.vertices[i0]
            bx, by, bz = tables.vertices[i1]
            cx, cy, cz = tables.vertices[i2]
            ax, ay, az = float(ax), float(ay), float(az)
            ux, uy, uz = bx - ax, by - ay, bz - az
            vx, vy, vz = cx - ax, cy - ay, cz - az
            gx, gy, gz = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
            m = tables.mesh_from_unit[k]
            x, y, z = origins[r, 0], origins[r, 1], origins[r, 2]
            ox = m[0, 0] * x + m[0, 1] * y + m[0, 2] * z + m[0, 3]
            oy = m[1, 0] * x + m[1, 1] * y + m[1, 2] * z + m[1, 3]
            oz = m[2, 0] * x + m[2, 1] * y + m[2, 2] * z + m[2, 3]
            ex = m[0, 0] * dx + m[0, 1] * dy + m[0, 2] * dz
            ey = m[1, 0] * dx + m[1, 1] * dy + m[1, 2] * dz
            ez = m[2, 0] * dx + m[2, 1] * dy + m[2, 2] * dz
            along = gx * ex + gy * ey + gz * ez
            if face < tables.curved[mesh]:
                found, gx, gy, gz = _on_curved(tables.shape[mesh], ox, oy, oz, ex, ey, ez, near[r], along < 0.0)
                hx, hy, hz = gx, gy, gz
            else:
                found = (gx * (ax - ox) + gy * (ay - oy) + gz * (az - oz)) / along
                wb, wc = float(uv[r, 0]), float(uv[r, 1])
                wa = 1.0 - wb - wc
                n0, n1, n2 = tables.normals[i0], tables.normals[i1], tables.normals[i2]
                hx = wa * n0[0] + wb * n1[0] + wc * n2[0]
                hy = wa * n0[1] + wb * n1[1] + wc * n2[1]
                hz = wa * n0[2] + wb * n1[2] + wc * n2[2]
            if np.isfinite(found):
                t[r] = found
            q = tables.normal_from_mesh[k]
            fx = q[0, 0] * gx + q[0, 1] * gy + q[0, 2] * gz
            fy = q[1, 0] * gx + q[1, 1] * gy + q[1, 2] * gz
            fz = q[2, 0] * gx + q[2, 1] * gy + q[2, 2] * gz
            nx = q[0, 0] * hx + q[0, 1] * hy + q[0, 2] * hz
            ny = q[1, 0] * hx + q[1, 1] * hy + q[1, 2] * hz
            nz = q[2, 0] * hx + q[2, 1] * hy + q[2, 2] * hz
        size = max(np.sqrt(fx * fx + fy * fy + fz * fz), 1e-300)
        fx, fy, fz = fx / size, fy / size, fz / size
        size = max(np.sqrt(nx * nx + ny * ny + nz * nz), 1e-300)
        nx, ny, nz = nx / size, ny / size, nz / size
        away = fx * dx + fy * dy + fz * dz > 0.0
        if away:
            fx, fy, fz = -fx, -fy, -fz
        if nx * fx + ny * fy + nz * fz < 0.0:
            nx, ny, nz = -nx, -ny, -nz
        leaves[r] = away
        normal[r, 0], normal[r, 1], normal[r, 2] = nx, ny, nz
        flat[r, 0], flat[r, 1], flat[r, 2] = fx, fy, fz
