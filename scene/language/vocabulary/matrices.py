"""Poses: 4x4 affine matrices, column vectors, angles in radians. ``A @ B`` applies B first."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.argument_types import Vector
from scenewright.scene.language.vocabulary.evaluation import caller_span, current
from scenewright.scene.language.vocabulary.variants import synonyms
from scenewright.scene.language.vocabulary.vectors import number, vec3
from scenewright.scene.model import FloatArray

__all__ = ["identity_matrix", "reflection_matrix", "rotation_matrix", "scale_matrix", "translation_matrix"]


def identity_matrix() -> FloatArray:
    """(4, 4) that changes nothing.

    Returns:
        the matrix (4, 4).
    """
    return np.eye(4)


@synonyms(offset="translation translate vector v delta position")
def translation_matrix(offset: Vector = (0.0, 0.0, 0.0), *_rest: float, **_axes: float) -> FloatArray:
    """(4, 4) that moves by `offset` (3,). Three separate numbers, or keywords x, y and z, are read with a warning.

    Args:
        offset: (x, y, z) in scene units.

    Returns:
        the matrix (4, 4).
    """
    if len(_rest) == 2:
        first: Any = offset
        offset = (first, *_rest)
    elif _axes and _axes.keys() <= {"x", "y", "z"} and not _rest:
        offset = tuple(_axes.get(axis, 0.0) for axis in "xyz")
    elif _rest or _axes:
        raise ProgramError("translation_matrix takes one offset: translation_matrix((x, y, z))", kind="argument")
    if _rest or _axes:
        current().warn("the three numbers of translation_matrix go into one offset, (x, y, z)", caller_span())
    x, y, z = vec3(offset, "offset of translation_matrix")
    return np.array([[1.0, 0.0, 0.0, x], [0.0, 1.0, 0.0, y], [0.0, 0.0, 1.0, z], [0.0, 0.0, 0.0, 1.0]])


@synonyms(angle="theta radians rad", direction="axis", point="origin center centre pivot")
def rotation_matrix(angle: float, direction: Vector, point: Vector = (0.0, 0.0, 0.0)) -> FloatArray:
    """(4, 4) that turns by `angle` radians, right-handed, about the line through `point` along `direction`
    (Rodrigues' formula).

    Args:
        angle: radians; ``math.radians(90)`` makes them of degrees.
        direction: axis of the turn, (x, y, z) of any length.
        point: a point on the axis, (x, y, z).

    Returns:
        the matrix (4, 4).
    """
    theta = number(angle, "angle of rotation_matrix")
    x, y, z = vec3(direction, "direction of rotation_matrix")
    px, py, pz = vec3(point, "point of rotation_matrix")
    length = math.sqrt(x * x + y * y + z * z)
    if length < 1e-12:
        raise ProgramError(
            "direction of rotation_matrix is (0, 0, 0): it needs an axis, such as (0, 1, 0)", kind="argument"
        )
    x, y, z = x / length, y / length, z / length
    c, s = math.cos(theta), math.sin(theta)
    k = 1.0 - c
    r00, r01, r02 = c + x * x * k, x * y * k - z * s, x * z * k + y * s
    r10, r11, r12 = y * x * k + z * s, c + y * y * k, y * z * k - x * s
    r20, r21, r22 = z * x * k - y * s, z * y * k + x * s, c + z * z * k
    return np.array(
        [
            [r00, r01, r02, px - (r00 * px + r01 * py + r02 * pz)],
            [r10, r11, r12, py - (r10 * px + r11 * py + r12 * pz)],
            [r20, r21, r22, pz - (r20 * px + r21 * py + r22 * pz)],
            [0.0, 0.0, 0.0, 1.0],
        ]
    )


@synonyms(scale="factor scale_factor s scaling factors", origin="center centre point pivot")
def scale_matrix(scale: float | Vector, origin: Vector = (0.0, 0.0, 0.0)) -> FloatArray:
    """(4, 4) that scales about `origin`, by one factor or by (3,) along the axes.

    Args:
        scale: one factor, or three along x, y and z; none may be 0.
        origin: the point that stays where it is, (x, y, z).

    Returns:
        the matrix (4, 4).
    """
    s = (number(scale, "scale of scale_matrix"),) * 3 if np.ndim(scale) == 0 else vec3(scale, "scale of scale_matrix")
    o = vec3(origin, "origin of scale_matrix")
    m = np.diag([*s, 1.0])
    m[:3, 3] = [oi - si * oi for oi, si in zip(o, s, strict=True)]
    return m


@synonyms(point="origin plane_point center centre", normal="plane_normal direction")
def reflection_matrix(point: Vector, normal: Vector) -> FloatArray:
    """(4, 4) that mirrors at the plane through `point` with `normal` (Householder).

    Args:
        point: a point of the mirror plane, (x, y, z).
        normal: direction across the plane, (x, y, z) of any length.

    Returns:
        the matrix (4, 4).
    """
    p = np.array(vec3(point, "point of reflection_matrix"))
    n = np.array(vec3(normal, "normal of reflection_matrix"))
    length = float(np.linalg.norm(n))
    if length < 1e-12:
        raise ProgramError("normal of reflection_matrix is (0, 0, 0): it needs a direction", kind="argument")
    n = n / length
    m = np.eye(4)
    m[:3, :3] -= 2.0 * np.outer(n, n)
    m[:3, 3] = 2.0 * float(p @ n) * n
    return m
