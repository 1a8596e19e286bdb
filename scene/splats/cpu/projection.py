"""EWA splatting: projects Gaussians to ellipses on the screen (Zwicker et al., 2001, in gsplat's conventions); with derivatives.

With the camera's rotation W, the projection's Jacobian J and the Gaussian's axes M = R diag(s), the covariance on
the screen is U U^T for U = J W M, plus the dilation. Its inverse, the conic, is stored.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from scenewright.scene.splats.cpu.numeric import inlined, kernel

__all__ = ["ProjectionLens", "project", "project_gradients"]


class ProjectionLens(NamedTuple):
    """Constants of the projection (:class:`scenewright.scene.splats.images.RasterSettings`) and of the pinhole, in pixels, in the
    kernels' float type. `left`, `right`, `above`, `below`: limits of x / z and y / z at which the Jacobian is evaluated."""

    near: float
    far: float
    dilation: float
    alpha_min: float
    kernel_floor: float
    fx: float
    fy: float
    cx: float
    cy: float
    width: float
    height: float
    left: float
    right: float
    above: float
    below: float


@kernel
def _rotation(w, x, y, z, out):
    """Write the matrix of a unit quaternion into out (3, 3)."""
    one, two = out.dtype.type(1.0), out.dtype.type(2.0)
    out[0, 0] = one - two * (y * y + z * z)
    out[0, 1] = two * (x * y - w * z)
    out[0, 2] = two * (x * z + w * y)
    out[1, 0] = two * (x * y + w * z)
    out[1, 1] = one - two * (x * x + z * z)
    out[1, 2] = two * (y * z - w * x)
    out[2, 0] = two * (x * z - w * y)
    out[2, 1] = two * (y * z + w * x)
    out[2, 2] = one - two * (x * x + y * y)


@kernel
def _determinant(u):
    """The determinant of U U^T for U (2, 3), as the sum of its squared minors (Cauchy-Binet). The form xx yy - xy^2 would suffer from
    cancellation for a flat Gaussian seen nearly edge-on."""
    a = u[0, 1] * u[1, 2] - u[0, 2] * u[1, 1]
    b = u[0, 2] * u[1, 0] - u[0, 0] * u[1, 2]
    c = u[0, 0] * u[1, 1] - u[0, 1] * u[1, 0]
    return a * a + b * b + c * c


@kernel
def _in_camera(m, means, i):
    """The centre of Gaussian i in the camera's frame."""
    x, y, z = means[i, 0], means[i, 1], means[i, 2]
    return (
        m[0, 0] * x + m[0, 1] * y + m[0, 2] * z + m[0, 3],
        m[1, 0] * x + m[1, 1] * y + m[1, 2] * z + m[1, 3],
        m[2, 0] * x + m[2, 1] * y + m[2, 2] * z + m[2, 3],
    )


@kernel
def _jacobian(lens, u, v, per_z):
    """xx, xz, yy, yz of the projection's Jacobian at x / z = u, y / z = v, clamped to the limits of the lens."""
    xx, yy = lens.fx * per_z, lens.fy * per_z
    return xx, -xx * min(lens.right, max(-lens.left, u)), yy, -yy * min(lens.below, max(-lens.above, v))


@kernel
def _unit(quats, i):
    """Quaternion i normalised, w x y z, and its original length. Not finite if that is 0."""
    w, x, y, z = quats[i, 0], quats[i, 1], quats[i, 2], quats[i, 3]
    length = math.sqrt(w * w + x * x + y * y + z * z)
    return w / length, x / length, y / length, z / length, length


@inlined
def _spread(m, jacobian, quats, log_scales, i, r, s, t, u):
    """A Gaussian's axes on the screen. Writes its rotation into r (3, 3), standard deviations into s (3,), T = J W into t (2, 3) and
    U = T R diag(s) into u (2, 3). Returns xx, xy and yy of the covariance U U^T; not finite for a zero quaternion."""
    zero = m.dtype.type(0.0)
    xx, xz, yy, yz = jacobian
    w, x, y, z, _ = _unit(quats, i)
    _rotation(w, x, y, z, r)
    # local variables stay in registers; reading them back from arrays would be slower
    t00, t01, t02 = xx * m[0, 0] + xz * m[2, 0], xx * m[0, 1] + xz * m[2, 1], xx * m[0, 2] + xz * m[2, 2]
    t10, t11, t12 = yy * m[1, 0] + yz * m[2, 0], yy * m[1, 1] + yz * m[2, 1], yy * m[1, 2] + yz * m[2, 2]
    t[0, 0], t[0, 1], t[0, 2] = t00, t01, t02
    t[1, 0], t[1, 1], t[1, 2] = t10, t11, t12
    v_xx, v_xy, v_yy = zero, zero, zero
    for k in range(3):
        scale = math.exp(log_scales[i, k])
        u0 = (t00 * r[0, k] + t01 * r[1, k] + t02 * r[2, k]) * scale
        u1 = (t10 * r[0, k] + t11 * r[1, k] + t12 * r[2, k]) * scale
        s[k] = scale
        u[0, k] = u0
        u[1, k] = u1
        v_xx += u0 * u0
        v_xy += u0 * u1
        v_yy += u1 * u1
    return v_xx, v_xy, v_yy


@kernel
def project(
    begin,
    end,
    means,
    quats,
    log_scales,
    logit_opacities,
    camera_from_world,
    lens,
    antialiased,
    means2d,
    depths,
    conics,
    opacities,
    reach,
):
    """Project Gaussians begin to end. Outputs, by row: means2d (N, 2) pixels; depths (N,); conics (N, 3) xx xy yy; opacities (N,)
    after antialiasing; reach (N, 3): half the box on the screen in x and y, pixels, and the squared Mahalanobis distance at its
    edge. reach is 0 for Gaussians that are not drawn. Their other outputs are 0, except depths, and means2d beyond the near plane."""
    real = means.dtype.type
    zero, one, two = real(0.0), real(1.0), real(2.0)
    m = camera_from_world
    r = np.empty((3, 3), dtype=means.dtype)
    t = np.empty((2, 3), dtype=means.dtype)
    axes = np.empty((2, 3), dtype=means.dtype)
    s = np.empty(3, dtype=means.dtype)
    for i in range(begin, end):
        reach[i, 0] = zero
        reach[i, 1] = zero
        reach[i, 2] = zero
        conics[i, 0] = zero
        conics[i, 1] = zero
        conics[i, 2] = zero
        opacities[i] = zero
        means2d[i, 0] = zero
        means2d[i, 1] = zero
        x, y, z = _in_camera(m, means, i)
        depths[i] = z
        if not (z >= lens.near and z <= lens.far):
            continue
        per_z = one / z
        u = lens.fx * x * per_z + lens.cx
        v = lens.fy * y * per_z + lens.cy
        means2d[i, 0] = u
        means2d[i, 1] = v
        opacity = one / (one + math.exp(-logit_opacities[i]))
        if not opacity >= lens.alpha_min:
            continue
        jacobian = _jacobian(lens, x * per_z, y * per_z, per_z)
        xx, xy, yy = _spread(m, jacobian, quats, log_scales, i, r, s, t, axes)
        sharp = _determinant(axes)
        blurred = sharp + lens.dilation * (xx + yy) + lens.dilation * lens.dilation
        xx += lens.dilation
        yy += lens.dilation
        # for a needle thinner than the float type resolves, the conic would not be finite
        if not (blurred > zero and blurred < real(1e30) and max(xx, yy) < real(1e30) * blurred):
            continue
        if antialiased:
            opacity *= math.sqrt(max(sharp / blurred, zero))
            if not opacity >= lens.alpha_min:
                continue
        edge = -two * math.log(max(lens.alpha_min / opacity + lens.kernel_floor, real(1e-30)))
        if not edge > zero:
            continue
        hx, hy = math.sqrt(edge * xx), math.sqrt(edge * yy)
        if u + hx <= zero or u - hx >= lens.width or v + hy <= zero or v - hy >= lens.height:
            continue
        conics[i, 0] = yy / blurred
        conics[i, 1] = -xy / blurred
        conics[i, 2] = xx / blurred
        opacities[i] = opacity
        reach[i, 0] = hx
        reach[i, 1] = hy
        reach[i, 2] = edge


@kernel
def project_gradients(
    begin,
    end,
    means,
    quats,
    log_scales,
    logit_opacities,
    camera_from_world,
    lens,
    antialiased,
    reach,
    g_means2d,
    g_depths,
    g_conics,
    g_opacities,
    out_means,
    out_quats,
    out_log_scales,
    out_logits,
    out_camera,
):
    """Derivatives with respect to the inputs of :func:`project`, from those with respect to its outputs. Those of the camera (3, 4)
    are added to `out_camera`. Gaussians that are not drawn have none."""
    real = means.dtype.type
    zero, one, two, half = real(0.0), real(1.0), real(2.0), real(0.5)
    dilation, fx, fy = lens.dilation, lens.fx, lens.fy
    m = camera_from_world
    dtype = means.dtype
    r = np.empty((3, 3), dtype=dtype)
    g_m = np.empty((3, 3), dtype=dtype)
    t = np.empty((2, 3), dtype=dtype)
    g_t = np.empty((2, 3), dtype=dtype)
    u_ = np.empty((2, 3), dtype=dtype)
    s = np.empty(3, dtype=dtype)
    g_p = np.empty(3, dtype=dtype)
    for i in range(begin, end):
        if not reach[i, 2] > zero:
            for k in range(3):
                out_means[i, k] = zero
                out_log_scales[i, k] = zero
            for k in range(4):
                out_quats[i, k] = zero
            out_logits[i] = zero
            continue
        x, y, z = _in_camera(m, means, i)
        per_z = one / z
        jacobian = _jacobian(lens, x * per_z, y * per_z, per_z)
        xx, xy, yy = _spread(m, jacobian, quats, log_scales, i, r, s, t, u_)
        sharp = _determinant(u_)
        bx, by = xx + dilation, yy + dilation
        blurred = sharp + dilation * (xx + yy) + dilation * dilation
        ca, cb, cc = by / blurred, -xy / blurred, bx / blurred

        # derivative of the covariance: -Q G Q with the conic Q and the symmetric matrix G of the conic's derivatives
        ga, gb, gc = g_conics[i, 0], half * g_conics[i, 1], g_conics[i, 2]
        k00, k01 = ga * ca + gb * cb, ga * cb + gb * cc
        k10, k11 = gb * ca + gc * cb, gb * cb + gc * cc
        vxx = -(ca * k00 + cb * k10)
        vxy = -(ca * k01 + cb * k11)
        vyy = -(cb * k01 + cc * k11)
        opacity = one / (one + math.exp(-logit_opacities[i]))
        g_opacity = g_opacities[i]
        if antialiased:
            ratio = sharp / blurred
            if ratio > zero:
                shrink = math.sqrt(ratio)
                g = g_opacity * opacity / (two * shrink) / blurred
                vxx += g * (yy - ratio * by)
                vyy += g * (xx - ratio * bx)
                vxy -= g * (xy - ratio * xy)
                g_opacity *= shrink
            else:
                g_opacity = zero
        out_logits[i] = g_opacity * opacity * (one - opacity)

        # U = T M: 2 V U, then back into T and M = R diag(s)
        for k in range(3):
            gu0 = two * (vxx * u_[0, k] + vxy * u_[1, k])
            gu1 = two * (vxy * u_[0, k] + vyy * u_[1, k])
            u_[0, k] = gu0
            u_[1, k] = gu1
        for k in range(3):
            g_t[0, k] = u_[0, 0] * r[k, 0] * s[0] + u_[0, 1] * r[k, 1] * s[1] + u_[0, 2] * r[k, 2] * s[2]
            g_t[1, k] = u_[1, 0] * r[k, 0] * s[0] + u_[1, 1] * r[k, 1] * s[1] + u_[1, 2] * r[k, 2] * s[2]
        for k in range(3):
            total = zero
            for j in range(3):
                g = t[0, j] * u_[0, k] + t[1, j] * u_[1, k]
                total += g * r[j, k]
                g_m[j, k] = g * s[k]
            out_log_scales[i, k] = total * s[k]
        w, a, b, c, length = _unit(quats, i)
        gw = two * (c * (g_m[1, 0] - g_m[0, 1]) + b * (g_m[0, 2] - g_m[2, 0]) + a * (g_m[2, 1] - g_m[1, 2]))
        gx = two * (
            b * (g_m[0, 1] + g_m[1, 0]) + c * (g_m[0, 2] + g_m[2, 0]) + w * (g_m[2, 1] - g_m[1, 2])
            - two * a * (g_m[1, 1] + g_m[2, 2])
        )  # fmt: skip
        gy = two * (
            a * (g_m[0, 1] + g_m[1, 0]) + c * (g_m[1, 2] + g_m[2, 1]) + w * (g_m[0, 2] - g_m[2, 0])
            - two * b * (g_m[0, 0] + g_m[2, 2])
        )  # fmt: skip
        gz = two * (
            a * (g_m[0, 2] + g_m[2, 0]) + b * (g_m[1, 2] + g_m[2, 1]) + w * (g_m[1, 0] - g_m[0, 1])
            - two * c * (g_m[0, 0] + g_m[1, 1])
        )  # fmt: skip
        along = gw * w + gx * a + gy * b + gz * c
        out_quats[i, 0] = (gw - along * w) / length
        out_quats[i, 1] = (gx - along * a) / length
        out_quats[i, 2] = (gy - along * b) / length
        out_quats[i, 3] = (gz - along * c) / length

        # T = J W, and J of the centre in the camera's frame
        g00, g02, g11, g12 = zero, zero, zero, zero
        for k in range(3):
            g00 += g_t[0, k] * m[0, k]
            g02 += g_t[0, k] * m[2, k]
            g11 += g_t[1, k] * m[1, k]
            g12 += g_t[1, k] * m[2, k]
        gu, gv = g_means2d[i, 0], g_means2d[i, 1]
        g_x = gu * fx * per_z
        g_y = gv * fy * per_z
        g_z = g_depths[i] - (gu * fx * x + gv * fy * y + g00 * fx + g11 * fy) * per_z * per_z
        jxx, jxz, jyy, jyz = jacobian
        g_z -= (g02 * jxz + g12 * jyz) * per_z
        # where the Jacobian is not clamped, it depends on x / z and y / z as well
        if x * per_z <= lens.right and x * per_z >= -lens.left:
            g_x -= g02 * fx * per_z * per_z
            g_z -= g02 * jxz * per_z
        if y * per_z <= lens.below and y * per_z >= -lens.above:
            g_y -= g12 * fy * per_z * per_z
            g_z -= g12 * jyz * per_z
        g_p[0], g_p[1], g_p[2] = g_x, g_y, g_z
        for k in range(3):
            out_means[i, k] = m[0, k] * g_x + m[1, k] * g_y + m[2, k] * g_z
            out_camera[0, k] += jxx * g_t[0, k] + g_x * means[i, k]
            out_camera[1, k] += jyy * g_t[1, k] + g_y * means[i, k]
            out_camera[2, k] += jxz * g_t[0, k] + jyz * g_t[1, k] + g_z * means[i, k]
            out_camera[k, 3] += g_p[k]
