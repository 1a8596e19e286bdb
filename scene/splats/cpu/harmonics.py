"""Colours of the drawn Gaussians as seen from the camera (spherical harmonics up to degree 3), and their derivatives.

The functions are those of :mod:`scenewright.scene.splats.spherical_harmonics`, unrolled; a test compares the two.
"""

from __future__ import annotations

import math

import numpy as np

from scenewright.scene.splats.cpu.numeric import kernel

__all__ = ["shade", "shade_gradients"]


@kernel
def _basis(x, y, z, degree, out):
    """Write the values of the (degree + 1)^2 functions for a unit direction into out."""
    real = out.dtype.type
    out[0] = real(0.28209479177387814)
    if degree < 1:
        return
    c1 = real(0.4886025119029199)
    out[1], out[2], out[3] = -c1 * y, c1 * z, -c1 * x
    if degree < 2:
        return
    xx, yy, zz = x * x, y * y, z * z
    two, three, four = real(2.0), real(3.0), real(4.0)
    out[4] = real(1.0925484305920792) * x * y
    out[5] = real(-1.0925484305920792) * y * z
    out[6] = real(0.31539156525252005) * (two * zz - xx - yy)
    out[7] = real(-1.0925484305920792) * x * z
    out[8] = real(0.5462742152960396) * (xx - yy)
    if degree < 3:
        return
    out[9] = real(-0.5900435899266435) * y * (three * xx - yy)
    out[10] = real(2.890611442640554) * x * y * z
    out[11] = real(-0.4570457994644658) * y * (four * zz - xx - yy)
    out[12] = real(0.3731763325901154) * z * (two * zz - three * xx - three * yy)
    out[13] = real(-0.4570457994644658) * x * (four * zz - xx - yy)
    out[14] = real(1.445305721320277) * z * (xx - yy)
    out[15] = real(-0.5900435899266435) * x * (xx - three * yy)


@kernel
def _slopes(x, y, z, degree, out):
    """Write the derivatives of :func:`_basis`, as polynomials in x, y, z, into out (K, 3)."""
    real = out.dtype.type
    zero, two, three, four, six, eight = real(0.0), real(2.0), real(3.0), real(4.0), real(6.0), real(8.0)
    out[0, 0], out[0, 1], out[0, 2] = zero, zero, zero
    if degree < 1:
        return
    c = real(0.4886025119029199)
    out[1, 0], out[1, 1], out[1, 2] = zero, -c, zero
    out[2, 0], out[2, 1], out[2, 2] = zero, zero, c
    out[3, 0], out[3, 1], out[3, 2] = -c, zero, zero
    if degree < 2:
        return
    c = real(1.0925484305920792)
    out[4, 0], out[4, 1], out[4, 2] = c * y, c * x, zero
    out[5, 0], out[5, 1], out[5, 2] = zero, -c * z, -c * y
    out[7, 0], out[7, 1], out[7, 2] = -c * z, zero, -c * x
    c = real(0.31539156525252005)
    out[6, 0], out[6, 1], out[6, 2] = -two * c * x, -two * c * y, four * c * z
    c = real(0.5462742152960396)
    out[8, 0], out[8, 1], out[8, 2] = two * c * x, -two * c * y, zero
    if degree < 3:
        return
    xx, yy, zz = x * x, y * y, z * z
    c = real(-0.5900435899266435)
    out[9, 0], out[9, 1], out[9, 2] = c * six * x * y, c * three * (xx - yy), zero
    out[15, 0], out[15, 1], out[15, 2] = c * three * (xx - yy), -c * six * x * y, zero
    c = real(2.890611442640554)
    out[10, 0], out[10, 1], out[10, 2] = c * y * z, c * x * z, c * x * y
    c = real(-0.4570457994644658)
    out[11, 0], out[11, 1], out[11, 2] = -two * c * x * y, c * (four * zz - xx - three * yy), c * eight * y * z
    out[13, 0], out[13, 1], out[13, 2] = c * (four * zz - three * xx - yy), -two * c * x * y, c * eight * x * z
    c = real(0.3731763325901154)
    out[12, 0], out[12, 1], out[12, 2] = -six * c * x * z, -six * c * y * z, c * (six * zz - three * xx - three * yy)
    c = real(1.445305721320277)
    out[14, 0], out[14, 1], out[14, 2] = two * c * x * z, -two * c * y * z, c * (xx - yy)


@kernel
def shade(begin, end, means, sh, eye, degree, reach, colors):
    """Fill colors (N, 3) of Gaussians begin to end: 0.5 + Y(direction) . sh, at least 0; 0 where `reach` is 0 (not drawn)."""
    real = means.dtype.type
    zero, half = real(0.0), real(0.5)
    count = (degree + 1) * (degree + 1)
    basis = np.empty(16, dtype=means.dtype)
    basis[0] = real(0.28209479177387814)
    for i in range(begin, end):
        if not reach[i, 2] > zero:
            colors[i, 0] = zero
            colors[i, 1] = zero
            colors[i, 2] = zero
            continue
        if degree > 0:
            x, y, z = means[i, 0] - eye[0], means[i, 1] - eye[1], means[i, 2] - eye[2]
            length = max(math.sqrt(x * x + y * y + z * z), real(1e-20))
            _basis(x / length, y / length, z / length, degree, basis)
        red, green, blue = half, half, half
        for k in range(count):
            red += basis[k] * sh[i, k, 0]
            green += basis[k] * sh[i, k, 1]
            blue += basis[k] * sh[i, k, 2]
        colors[i, 0] = max(red, zero)
        colors[i, 1] = max(green, zero)
        colors[i, 2] = max(blue, zero)


@kernel
def shade_gradients(begin, end, means, sh, eye, degree, reach, colors, g_colors, out_sh, out_means, out_eye):
    """Derivatives with respect to the inputs of :func:`shade`; that of the eye (3,) is added to `out_eye`. A channel that
    was clamped at 0 has none."""
    real = means.dtype.type
    zero = real(0.0)
    count = (degree + 1) * (degree + 1)
    basis = np.empty(16, dtype=means.dtype)
    slopes = np.empty((16, 3), dtype=means.dtype)
    basis[0] = real(0.28209479177387814)
    for i in range(begin, end):
        for k in range(3):
            out_means[i, k] = zero
        if not reach[i, 2] > zero:
            for k in range(sh.shape[1]):
                out_sh[i, k, 0] = zero
                out_sh[i, k, 1] = zero
                out_sh[i, k, 2] = zero
            continue
        red = g_colors[i, 0] if colors[i, 0] > zero else zero
        green = g_colors[i, 1] if colors[i, 1] > zero else zero
        blue = g_colors[i, 2] if colors[i, 2] > zero else zero
        if degree > 0:
            x, y, z = means[i, 0] - eye[0], means[i, 1] - eye[1], means[i, 2] - eye[2]
            length = max(math.sqrt(x * x + y * y + z * z), real(1e-20))
            x, y, z = x / length, y / length, z / length
            _basis(x, y, z, degree, basis)
            _slopes(x, y, z, degree, slopes)
            gx, gy, gz = zero, zero, zero
            for k in range(1, count):
                g = red * sh[i, k, 0] + green * sh[i, k, 1] + blue * sh[i, k, 2]
                gx += g * slopes[k, 0]
                gy += g * slopes[k, 1]
                gz += g * slopes[k, 2]
            # a unit vector changes only perpendicular to itself
            along = gx * x + gy * y + gz * z
            gx, gy, gz = (gx - along * x) / length, (gy - along * y) / length, (gz - along * z) / length
            out_means[i, 0] = gx
            out_means[i, 1] = gy
            out_means[i, 2] = gz
            out_eye[0] -= gx
            out_eye[1] -= gy
            out_eye[2] -= gz
        for k in range(count):
            out_sh[i, k, 0] = red * basis[k]
            out_sh[i, k, 1] = green * basis[k]
            out_sh[i, k, 2] = blue * basis[k]
        for k in range(count, sh.shape[1]):
            out_sh[i, k, 0] = zero
            out_sh[i, k, 1] = zero
            out_sh[i, k, 2] = zero
