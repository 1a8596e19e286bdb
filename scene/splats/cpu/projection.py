"""EWA splatting: every Gaussian as an ellipse on the screen (Zwicker et al., 2001; the conventions are gsplat's), and back.

With the camera's rotation W, the projection's Jacobian J and the Gaussian's axes M = R diag(s), the covariance on
the screen is U U^T for U = J W M, plus the dilation. What is kept of it is its inverse, the conic.
"""

from __future__ import annotations

import math

import numpy as np

from scene.splats.cpu.numeric import kernel

__all__ = ["project", "project_gradients"]

# what `constants` holds, see scene.splats.cpu.functions
# 0 near, 1 far, 2 dilation, 3 alpha_min, 4 clamp, 5 kernel_floor, 6 fx, 7 fy, 8 cx, 9 cy, 10 width, 11 height


@kernel
def _rotation(w, x, y, z, out):
    """The matrix of a unit quaternion into out (3, 3)."""
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
def _limits(focal, centre, pixels, clamp):
    """How far to the left and right of the axis, over depth, the Jacobian is taken at most: the picture and a share of its half."""
    beyond = clamp * (pixels / (focal + focal))
    return centre / focal + beyond, (pixels - centre) / focal + beyond


@kernel
def _determinant(u):
    """Of U U^T for U (2, 3), as the sum of its squared minors (Cauchy-Binet): xx yy - xy^2 would cancel for a flat Gaussian seen
    nearly edge-on."""
    a = u[0, 1] * u[1, 2] - u[0, 2] * u[1, 1]
    b = u[0, 2] * u[1, 0] - u[0, 0] * u[1, 2]
    c = u[0, 0] * u[1, 1] - u[0, 1] * u[1, 0]
    return a * a + b * b + c * c


@kernel
def project(
    begin,
    end,
    means,
    quats,
    log_scales,
    logit_opacities,
    camera_from_world,
    constants,
    antialiased,
    means2d,
    depths,
    conics,
    opacities,
    reach,
):
    """Gaussians begin to end. Outputs, by row: means2d (N, 2) pixels, depths (N,), conics (N, 3) xx xy yy, opacities (N,)
    after antialiasing, reach (N, 3): half the box on the screen in x and y, pixels, and the squared Mahalanobis distance at its
    edge. reach is 0 where nothing is drawn; the other outputs are then 0, but for means2d and depths before the near plane."""
    real = means.dtype.type
    zero, one, two = real(0.0), real(1.0), real(2.0)
    near, far, dilation, alpha_min = constants[0], constants[1], constants[2], constants[3]
    clamp, floor = constants[4], constants[5]
    fx, fy, cx, cy, width, height = constants[6], constants[7], constants[8], constants[9], constants[10], constants[11]
    left, right = _limits(fx, cx, width, clamp)
    above, below = _limits(fy, cy, height, clamp)
    m = camera_from_world
    r = np.empty((3, 3), dtype=means.dtype)
    axes = np.empty((2, 3), dtype=means.dtype)
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
        px, py, pz = means[i, 0], means[i, 1], means[i, 2]
        z = m[2, 0] * px + m[2, 1] * py + m[2, 2] * pz + m[2, 3]
        depths[i] = z
        if not (z >= near and z <= far):
            continue
        x = m[0, 0] * px + m[0, 1] * py + m[0, 2] * pz + m[0, 3]
        y = m[1, 0] * px + m[1, 1] * py + m[1, 2] * pz + m[1, 3]
        per_z = one / z
        u = fx * x * per_z + cx
        v = fy * y * per_z + cy
        means2d[i, 0] = u
        means2d[i, 1] = v
        opacity = one / (one + math.exp(-logit_opacities[i]))
        if not opacity >= alpha_min:
            continue
        tx = z * min(right, max(-left, x * per_z))
        ty = z * min(below, max(-above, y * per_z))
        j00, j02 = fx * per_z, -fx * tx * per_z * per_z
        j11, j12 = fy * per_z, -fy * ty * per_z * per_z
        qw, qx, qy, qz = quats[i, 0], quats[i, 1], quats[i, 2], quats[i, 3]
        length = math.sqrt(qw * qw + qx * qx + qy * qy + qz * qz)
        if not length > zero:
            continue
        _rotation(qw / length, qx / length, qy / length, qz / length, r)
        xx, xy, yy = zero, zero, zero
        # T = J W, row by row
        t00 = j00 * m[0, 0] + j02 * m[2, 0]
        t01 = j00 * m[0, 1] + j02 * m[2, 1]
        t02 = j00 * m[0, 2] + j02 * m[2, 2]
        t10 = j11 * m[1, 0] + j12 * m[2, 0]
        t11 = j11 * m[1, 1] + j12 * m[2, 1]
        t12 = j11 * m[1, 2] + j12 * m[2, 2]
        for k in range(3):
            s = math.exp(log_scales[i, k])
            u0 = (t00 * r[0, k] + t01 * r[1, k] + t02 * r[2, k]) * s
            u1 = (t10 * r[0, k] + t11 * r[1, k] + t12 * r[2, k]) * s
            axes[0, k] = u0
            axes[1, k] = u1
            xx += u0 * u0
            xy += u0 * u1
            yy += u1 * u1
        sharp = _determinant(axes)
        blurred = sharp + dilation * (xx + yy) + dilation * dilation
        xx += dilation
        yy += dilation
        if not (blurred > zero and blurred < real(1e30)):
            continue
        if antialiased:
            opacity *= math.sqrt(max(sharp / blurred, zero))
            if not opacity >= alpha_min:
                continue
        edge = -two * math.log(max(alpha_min / opacity + floor, real(1e-30)))
        if not edge > zero:
            continue
        hx, hy = math.sqrt(edge * xx), math.sqrt(edge * yy)
        if u + hx <= zero or u - hx >= width or v + hy <= zero or v - hy >= height:
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
    constants,
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
    """Derivatives with respect to the inputs of :func:`project`, given those with respect to its outputs; those of the
    camera (3, 4) are added to `out_camera`. What is not drawn has none."""
    real = means.dtype.type
    zero, one, two, half = real(0.0), real(1.0), real(2.0), real(0.5)
    dilation, clamp = constants[2], constants[4]
    fx, fy, cx, cy, width, height = constants[6], constants[7], constants[8], constants[9], constants[10], constants[11]
    left, right = _limits(fx, cx, width, clamp)
    above, below = _limits(fy, cy, height, clamp)
    m = camera_from_world
    dtype = means.dtype
    r = np.empty((3, 3), dtype=dtype)
    g_m = np.empty((3, 3), dtype=dtype)
    t = np.empty((2, 3), dtype=dtype)
    g_t = np.empty((2, 3), dtype=dtype)
    u_ = np.empty((2, 3), dtype=dtype)
    s = np.empty(3, dtype=dtype)
    p = np.empty(3, dtype=dtype)
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
        for k in range(3):
            p[k] = means[i, k]
            s[k] = math.exp(log_scales[i, k])
        x = m[0, 0] * p[0] + m[0, 1] * p[1] + m[0, 2] * p[2] + m[0, 3]
        y = m[1, 0] * p[0] + m[1, 1] * p[1] + m[1, 2] * p[2] + m[1, 3]
        z = m[2, 0] * p[0] + m[2, 1] * p[1] + m[2, 2] * p[2] + m[2, 3]
        per_z = one / z
        free_x = x * per_z <= right and x * per_z >= -left
        free_y = y * per_z <= below and y * per_z >= -above
        tx = z * min(right, max(-left, x * per_z))
        ty = z * min(below, max(-above, y * per_z))
        j00, j02 = fx * per_z, -fx * tx * per_z * per_z
        j11, j12 = fy * per_z, -fy * ty * per_z * per_z
        length = math.sqrt(quats[i, 0] ** 2 + quats[i, 1] ** 2 + quats[i, 2] ** 2 + quats[i, 3] ** 2)
        w, a, b, c = quats[i, 0] / length, quats[i, 1] / length, quats[i, 2] / length, quats[i, 3] / length
        _rotation(w, a, b, c, r)
        xx, xy, yy = zero, zero, zero
        for k in range(3):
            t[0, k] = j00 * m[0, k] + j02 * m[2, k]
            t[1, k] = j11 * m[1, k] + j12 * m[2, k]
        for k in range(3):
            u_[0, k] = (t[0, 0] * r[0, k] + t[0, 1] * r[1, k] + t[0, 2] * r[2, k]) * s[k]
            u_[1, k] = (t[1, 0] * r[0, k] + t[1, 1] * r[1, k] + t[1, 2] * r[2, k]) * s[k]
            xx += u_[0, k] * u_[0, k]
            xy += u_[0, k] * u_[1, k]
            yy += u_[1, k] * u_[1, k]
        sharp = _determinant(u_)
        bx, by = xx + dilation, yy + dilation
        blurred = sharp + dilation * (xx + yy) + dilation * dilation
        ca, cb, cc = by / blurred, -xy / blurred, bx / blurred

        # of the covariance: -Q G Q with Q the conic, G the symmetric matrix of the conic's derivatives
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
        per_zz = per_z * per_z
        g_x = gu * fx * per_z
        g_y = gv * fy * per_z
        g_z = g_depths[i] - (gu * fx * x + gv * fy * y) * per_zz - (g00 * fx + g11 * fy) * per_zz
        if free_x:
            g_x -= g02 * fx * per_zz
            g_z += two * g02 * fx * tx * per_zz * per_z
        else:
            g_z += g02 * fx * tx * per_zz * per_z
        if free_y:
            g_y -= g12 * fy * per_zz
            g_z += two * g12 * fy * ty * per_zz * per_z
        else:
            g_z += g12 * fy * ty * per_zz * per_z
        g_p[0], g_p[1], g_p[2] = g_x, g_y, g_z
        for k in range(3):
            out_means[i, k] = m[0, k] * g_x + m[1, k] * g_y + m[2, k] * g_z
            out_camera[0, k] += j00 * g_t[0, k] + g_x * p[k]
            out_camera[1, k] += j11 * g_t[1, k] + g_y * p[k]
            out_camera[2, k] += j02 * g_t[0, k] + j12 * g_t[1, k] + g_z * p[k]
            out_camera[k, 3] += g_p[k]
