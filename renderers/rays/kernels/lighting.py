"""The light of lamps on surfaces: irradiance without shadows, the rays that look for shadows, highlights, and all light toward the eye."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.cpu.numeric import kernel

__all__ = [
    "AREA",
    "POINT",
    "SPOT",
    "SUN",
    "Lamps",
    "MaterialNumbers",
    "highlights",
    "panel_rows",
    "shaded",
    "shadow_rays",
    "unshadowed",
]

Float32 = npt.NDArray[np.float32]
Float64 = npt.NDArray[np.float64]

SUN, POINT, SPOT, AREA = 0, 1, 2, 3


class Lamps(NamedTuple):
    """L lights in the unit frame.

    `kind`: (L,). `at`, `direction`: (L, 3). `color`: (L, 3) linear. `strength`: (L,) W/m2 of a sun, W of others. `intensity`: (L,) W/sr.
    `radius`: (L,) of the ball, scene units. `extent`, `near`: (L,) the least distance that counts, scene units, for the light as a whole
    and for a point of it. `sides`: (L, 2, 3) of a panel. `panel`: (L,) radiance of a panel. `disc`: (L, 2, 3) axes of the disc of a sun.
    `spread`: (L,) by how much its size widens highlights. `scale`: (1,) scene units in one of the unit frame. `cone`: (2,) cosines at
    which the cone of a spot ends, and at which it has its full strength. `bulb`: (L,) length of the part of rays within the lamp.
    """

    kind: npt.NDArray[np.int64]
    at: Float32
    direction: Float32
    color: Float32
    strength: Float64
    intensity: Float64
    radius: Float64
    extent: Float64
    near: Float64
    sides: Float64
    panel: Float64
    disc: Float64
    spread: Float64
    scale: Float64
    cone: Float64
    bulb: Float64


class MaterialNumbers(NamedTuple):
    """(I,) each, of the materials of the instances."""

    roughness: Float32
    metallic: Float32
    emission: Float32
    opacity: Float32


@kernel
def _shape(lamps, k, x, y, z):
    """The share of its strength that a lamp sends against the direction (x, y, z)."""
    if lamps.kind[k] == POINT:
        return 1.0
    along = -(x * lamps.direction[k, 0] + y * lamps.direction[k, 1] + z * lamps.direction[k, 2])
    if lamps.kind[k] == AREA:
        return max(along, 0.0)
    s = min(max((along - lamps.cone[0]) / (lamps.cone[1] - lamps.cone[0]), 0.0), 1.0)
    return s * s * (3.0 - 2.0 * s)


@kernel
def _open(lamps, k, x, y, z):
    """The direction toward the middle of a light, and the irradiance there without shadows on a surface that faces it."""
    if lamps.kind[k] == SUN:
        return -lamps.direction[k, 0], -lamps.direction[k, 1], -lamps.direction[k, 2], lamps.strength[k]
    dx, dy, dz = lamps.at[k, 0] - x, lamps.at[k, 1] - y, lamps.at[k, 2] - z
    distance = math.sqrt(dx * dx + dy * dy + dz * dz)
    size = np.float32(max(distance, 1e-9))
    dx, dy, dz = dx / size, dy / size, dz / size
    far = max(distance * lamps.scale[0], lamps.extent[k])
    return dx, dy, dz, lamps.intensity[k] / (far * far) * _shape(lamps, k, dx, dy, dz)


@kernel
def _edge(ax, ay, az, bx, by, bz, nx, ny, nz):
    """The angle that an edge spans, times the cosine between the normal and the normal of the plane of edge and point."""
    x, y, z = ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx
    size = math.sqrt(x * x + y * y + z * z)
    angle = math.atan2(size, ax * bx + ay * by + az * bz)
    return angle * (x * nx + y * ny + z * nz) / max(size, 1e-300)


@kernel
def _panel(corners, px, py, pz, nx, ny, nz):
    """Irradiance from a convex quadrilateral (4, 3) of radiance 1, which shines to both sides.

    Lambert's formula over the edges of the part above the point's horizon (Arvo, "Applications of Irradiance Tensors", SIGGRAPH 1995,
    section 2).
    """
    total = 0.0
    cut = False
    lx, ly, lz, ex, ey, ez = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for k in range(4):
        n = (k + 1) % 4
        ax, ay, az = corners[k, 0] - px, corners[k, 1] - py, corners[k, 2] - pz
        bx, by, bz = corners[n, 0] - px, corners[n, 1] - py, corners[n, 2] - pz
        ha, hb = ax * nx + ay * ny + az * nz, bx * nx + by * ny + bz * nz
        if ha <= 0.0 and hb <= 0.0:
            continue
        if ha <= 0.0 or hb <= 0.0:
            share = ha / (ha - hb)
            cx, cy, cz = ax + share * (bx - ax), ay + share * (by - ay), az + share * (bz - az)
            if hb <= 0.0:
                bx, by, bz = cx, cy, cz
                lx, ly, lz = cx, cy, cz
                cut = True
            else:
                ax, ay, az = cx, cy, cz
                ex, ey, ez = cx, cy, cz
        total += _edge(ax, ay, az, bx, by, bz, nx, ny, nz)
    if cut:
        # close the outline along the horizon, from where it goes below to where it rises again
        total += _edge(lx, ly, lz, ex, ey, ez, nx, ny, nz)
    return 0.5 * abs(total)


@kernel
def panel_rows(corners, position, normal, out):
    """Write the irradiance from a convex quadrilateral (4, 3) of radiance 1 at points (N, 3) with unit normals (N, 3) into `out` (N,)."""
    for r in range(len(position)):
        out[r] = _panel(
            corners, position[r, 0], position[r, 1], position[r, 2], normal[r, 0], normal[r, 1], normal[r, 2]
        )


@kernel
def unshadowed(lamps, k, corners, position, normal, out):
    """Write the irradiance from light k without shadows at points (N, 3) with unit normals (N, 3) into `out` (N,).

    Args:
        corners: (4, 3) of the panel, unit frame; of any numbers for other lights.
    """
    for r in range(len(position)):
        x, y, z = position[r, 0], position[r, 1], position[r, 2]
        nx, ny, nz = normal[r, 0], normal[r, 1], normal[r, 2]
        if lamps.kind[k] == AREA:
            before = (
                (x - lamps.at[k, 0]) * lamps.direction[k, 0]
                + (y - lamps.at[k, 1]) * lamps.direction[k, 1]
                + (z - lamps.at[k, 2]) * lamps.direction[k, 2]
            )
            out[r] = 0.0 if before <= 0.0 else lamps.panel[k] * _panel(corners, x, y, z, nx, ny, nz)
        else:
            dx, dy, dz, opened = _open(lamps, k, x, y, z)
            out[r] = opened * max(dx * nx + dy * ny + dz * nz, 0.0)


@kernel
def shadow_rays(lamps, k, square, slots, position, normal, offset, weight, rays):
    """For points (N, 3) with unit normals (N, 3): the irradiance through one point of light k each, into `weight` (N,), and the rays from
    `offset` (N, 3) toward it, into `rays` (N, 6). Those toward a lamp end just before it, or its bulb, at 1.

    Args:
        square: (S, 2) points of the unit square, which stand for those of the light; slots: (N,) which of them a point takes.
    """
    for r in range(len(position)):
        u, v = square[slots[r], 0], square[slots[r], 1]
        nx, ny, nz = normal[r, 0], normal[r, 1], normal[r, 2]
        rays[r, 0], rays[r, 1], rays[r, 2] = offset[r, 0], offset[r, 1], offset[r, 2]
        phi = 2.0 * math.pi * v
        if lamps.kind[k] == SUN:
            a, b = math.sqrt(u) * math.cos(phi), math.sqrt(u) * math.sin(phi)
            dx = -lamps.direction[k, 0] + a * lamps.disc[k, 0, 0] + b * lamps.disc[k, 1, 0]
            dy = -lamps.direction[k, 1] + a * lamps.disc[k, 0, 1] + b * lamps.disc[k, 1, 1]
            dz = -lamps.direction[k, 2] + a * lamps.disc[k, 0, 2] + b * lamps.disc[k, 1, 2]
            size = math.sqrt(dx * dx + dy * dy + dz * dz)
            dx, dy, dz = dx / size, dy / size, dz / size
            weight[r] = lamps.strength[k] * max(dx * nx + dy * ny + dz * nz, 0.0)
            rays[r, 3], rays[r, 4], rays[r, 5] = dx, dy, dz
            continue
        if lamps.kind[k] == AREA:
            a, b = u - 0.5, v - 0.5
            sx = a * lamps.sides[k, 0, 0] + b * lamps.sides[k, 1, 0]
            sy = a * lamps.sides[k, 0, 1] + b * lamps.sides[k, 1, 1]
            sz = a * lamps.sides[k, 0, 2] + b * lamps.sides[k, 1, 2]
        else:
            ball = lamps.radius[k] / lamps.scale[0]
            h = 1.0 - 2.0 * u
            around = math.sqrt(max(1.0 - h * h, 0.0)) * ball
            sx, sy, sz = around * math.cos(phi), h * ball, around * math.sin(phi)
        tx, ty, tz = lamps.at[k, 0] + sx, lamps.at[k, 1] + sy, lamps.at[k, 2] + sz
        dx, dy, dz = tx - position[r, 0], ty - position[r, 1], tz - position[r, 2]
        distance = math.sqrt(dx * dx + dy * dy + dz * dz)
        size = max(distance, 1e-9)
        dx, dy, dz = dx / size, dy / size, dz / size
        far = max(distance * lamps.scale[0], lamps.near[k])
        facing = max(dx * nx + dy * ny + dz * nz, 0.0)
        weight[r] = lamps.intensity[k] / (far * far) * _shape(lamps, k, dx, dy, dz) * facing
        keep = max(1.0 - lamps.bulb[k] / size, 0.0)
        rays[r, 3] = (tx - offset[r, 0]) * keep
        rays[r, 4] = (ty - offset[r, 1]) * keep
        rays[r, 5] = (tz - offset[r, 2]) * keep


@kernel
def _highlight(lamps, k, received, x, y, z, nx, ny, nz, vx, vy, vz, roughness, facing):
    """The strength of the highlight of light k, and Schlick's share of the grazing reflectance in it."""
    dx, dy, dz, opened = _open(lamps, k, x, y, z)
    cos = max(dx * nx + dy * ny + dz * nz, 0.0)
    share = min(max(received / max(opened * max(cos, 0.05), 1e-9), 0.0), 1.0)
    # a broad light gives a broad highlight
    wide = max(roughness, lamps.spread[k])
    a2 = wide * wide * wide * wide
    hx, hy, hz = dx + vx, dy + vy, dz + vz
    size = max(math.sqrt(hx * hx + hy * hy + hz * hz), 1e-9)
    nh = min(max((hx * nx + hy * ny + hz * nz) / size, 0.0), 1.0)
    vh = min(max((hx * vx + hy * vy + hz * vz) / size, 0.0), 1.0)
    fall = nh * nh * (a2 - 1.0) + 1.0
    d = a2 / (math.pi * fall * fall)
    smith = 0.5 / (
        cos * math.sqrt(facing * facing * (1.0 - a2) + a2) + facing * math.sqrt(cos * cos * (1.0 - a2) + a2) + 1e-6
    )
    away = 1.0 - vh
    return min(d * smith * cos, 8.0) * opened * share, away * away * away * away * away


@kernel
def highlights(lamps, k, received, position, normal, view, roughness, f0, facing, out):
    """Write the radiance of the highlight of light k, which gives the points the irradiance `received` (N,), into `out` (N, 3)."""
    for r in range(len(received)):
        strength, away = _highlight(
            lamps, k, received[r], position[r, 0], position[r, 1], position[r, 2],
            normal[r, 0], normal[r, 1], normal[r, 2], view[r, 0], view[r, 1], view[r, 2], roughness[r], facing[r],
        )  # fmt: skip
        for c in range(3):
            # a rough surface shadows itself at grazing angles
            grazing = max(1.0 - roughness[r], f0[r, c])
            out[r, c] = (f0[r, c] + (grazing - f0[r, c]) * away) * strength * lamps.color[k, c]


@kernel
def shaded(lamps, keys, looks, instance, color, position, normal, view, signals, out, opacity):
    """Write the radiance (N, 3) of surfaces toward the eye into `out`, and how much they cover, (N,), which rises at grazing angles on
    glass, into `opacity`.

    Args:
        keys: (K,) numbers of the key lights.
        instance, color, position, normal, view: of N surfaces; a negative instance is the ground.
        signals: the arrays of :class:`scenewright.renderers.rays.signals.Signals`, in their order.
    """
    ambient, glow, received, fill, glint, reflection = signals
    f0, around, incident, shine = np.empty(3), np.empty(3), np.empty(3), np.empty(3)
    for r in range(len(instance)):
        k = instance[r]
        plain = k < 0
        roughness, metallic, emission, clear = 1.0, 0.0, 0.0, 1.0
        if not plain:
            roughness, metallic = float(looks.roughness[k]), float(looks.metallic[k])
            emission, clear = float(looks.emission[k]), float(looks.opacity[k])
        nx, ny, nz = normal[r, 0], normal[r, 1], normal[r, 2]
        vx, vy, vz = view[r, 0], view[r, 1], view[r, 2]
        facing = min(max(float(nx * vx + ny * vy + nz * vz), 1e-3), 1.0)
        for c in range(3):
            around[c] = ambient[r, c] + (glow[r, c] if glow.shape[1] else np.float32(0.0))
            incident[c] = around[c] + (fill[r, c] if fill.shape[1] else np.float32(0.0))
            f0[c] = 0.04 * (1.0 - metallic) + color[r, c] * metallic
            shine[c] = glint[r, c] if glint.shape[1] else np.float32(0.0)
        mirrors = reflection[r, 0] != 0.0 or reflection[r, 1] != 0.0 or reflection[r, 2] != 0.0
        rough = 1.0 - roughness
        a004 = min(rough * rough, 2.0 ** (-9.28 * facing)) * rough + (roughness * -0.0275 + 0.0425)
        scale, bias = -1.04 * a004 + (roughness * -0.572 + 1.04), 1.04 * a004 + (roughness * 0.022 - 0.04)
        for column in range(len(keys)):
            got = received[r, column]
            if got <= 0.0:
                continue
            lamp = keys[column]
            for c in range(3):
                incident[c] += got * lamps.color[lamp, c] / math.pi
            if plain:
                continue
            strength, away = _highlight(
                lamps, lamp, got, position[r, 0], position[r, 1], position[r, 2], nx, ny, nz, vx, vy, vz, roughness, facing
            )  # fmt: skip
            for c in range(3):
                grazing = max(rough, f0[c])
                shine[c] += (f0[c] + (grazing - f0[c]) * away) * strength * lamps.color[lamp, c]
        grazing = 1.0 - facing
        cover = max(clear + (1.0 - clear) * grazing * grazing * grazing * grazing * grazing, 1e-3)
        opacity[r] = cover
        for c in range(3):
            surroundings = reflection[r, c] if mirrors else around[c] * 0.9
            specular = 0.0 if plain else (f0[c] * scale + bias) * surroundings + shine[c]
            body = color[r, c] * (1.0 - metallic) * incident[c] + color[r, c] * emission
            out[r, c] = (body * clear + specular) / cover
