"""The exact point and normal where a ray hits a triangle's surface, and the colour of its texture.

Triangles of curved primitives are inscribed, so a ray that hits one hits the surface; its hit is solved analytically.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.rays.caster import Float32
from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.geometry import MeshData
from scenewright.scene.model import FloatArray, PrimitiveKind

__all__ = ["barycentric", "cross", "sample_picture", "solve_hits"]


def cross(a: FloatArray, b: FloatArray) -> FloatArray:
    """(N, 3) cross products of the rows. numpy's own turns the axes of its arguments first, which takes longer than the products."""
    out = np.empty(a.shape)
    for k, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):
        np.multiply(a[:, i], b[:, j], out=out[:, k])
        out[:, k] -= a[:, j] * b[:, i]
    return out


def barycentric(uv: Float32) -> Float32:
    """Weights (N, 3) of a triangle's corners at Embree's (N, 2) coordinates."""
    return np.stack([1.0 - uv[:, 0] - uv[:, 1], uv[:, 0], uv[:, 1]], axis=1)


def sample_picture(picture: npt.NDArray[np.uint8], uv: Float32) -> Float32:
    """(N, 3) linear colours at `uv` (N, 2): bilinear, repeating; v runs upward."""
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


def solve_hits(
    mesh: MeshData, face: npt.NDArray[np.int64], uv: Float32, o: FloatArray, d: FloatArray, near: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """t (N,), true normal (N, 3) and smooth normal (N, 3) of rays o + t d that hit `face` at about t = near. All in the mesh frame."""
    corners = mesh.faces[face]
    a, b, c = (mesh.vertices[corners[:, k]].astype(np.float64) for k in range(3))
    flat = cross(b - a, c - a)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.einsum("ni,ni->n", flat, a - o) / np.einsum("ni,ni->n", flat, d)
    t = np.where(np.isfinite(t), t, near)
    weight = barycentric(uv).astype(np.float64)
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
    """t and normal of rays on the unit sphere, or on the side of the unit cylinder or cone, which they hit at about t = near.

    The point at `near` is inside the shape: the surface lies before it for rays that enter, behind it for those that leave.
    """
    w = np.array(
        {PrimitiveKind.SPHERE: (1.0, 1.0, 1.0), PrimitiveKind.CYLINDER: (1.0, 0.0, 1.0)}.get(kind, (1.0, -1.0, 1.0))
    )
    # the cone is x^2 + z^2 = (1 - y)^2: with its tip as origin, the equation has no constant term
    cone = kind == PrimitiveKind.CONE
    tip = np.array([0.0, 1.0, 0.0]) if cone else np.zeros(3)
    # start at the point near the surface: the discriminant of a distant ray would lose digits
    p = o + near[:, None] * d - tip
    a = (w * d * d).sum(axis=1)
    b = (w * p * d).sum(axis=1)
    c = (w * p * p).sum(axis=1) - (0.0 if cone else 1.0)
    root = np.sqrt(np.maximum(b * b - a * c, 0.0))
    # roots without cancellation (Press et al., Numerical Recipes, 5.6)
    with np.errstate(divide="ignore", invalid="ignore"):
        before = np.where(b >= 0.0, (-b - root) / a, c / (-b + root))
        after = np.where(b <= 0.0, (-b + root) / a, c / (-b - root))
        step = np.where(entering, before, after)
        # for a ray steeper than the cone's side, the other root is on the mirrored cone
        step = np.where(a <= 0.0, np.where(np.abs(before) < np.abs(after), before, after), step)
    step = np.where(np.isfinite(step), step, 0.0)
    t = near + step
    hit = p + step[:, None] * d
    normal = w * hit
    if kind == PrimitiveKind.SPHERE:
        return t, normal
    # at the rim of a flat end the true edge is round, the triangles' edge straight
    y = hit[:, 1] + tip[1]
    for height, beyond in ((0.0, y < 0.0), (1.0, (y > 1.0) & (not cone))):
        if beyond.any():
            t[beyond] = (height - o[beyond, 1]) / d[beyond, 1]
            normal[beyond] = (0.0, 1.0, 0.0)
    return t, normal
