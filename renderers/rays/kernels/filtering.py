"""One pass of the edge-aware filter (:mod:`scenewright.renderers.rays.filter`)."""

from __future__ import annotations

import numpy as np

from scenewright.scene.splats.cpu.numeric import kernel

__all__ = ["filter_rows"]


@kernel
def filter_rows(signal, position, normal, valid, footprint, instance, taps, stride, down, shared, first, end, out):
    """Sum up the signal (H, W, C) over neighbours along columns (`down`) or rows, by the weights of the taps, for the rows `first` to
    `end`.

    Args:
        position, normal: (H, W, 3) of the surface; `valid`: (H, W) whether there is one; `footprint`: (H, W) size of a pixel there.
        instance: (H, W): only pixels of the same instance count; (0, 0): all do.
        shared: whether the sums are divided by that of the last channel, which is kept: it is the weight of what is known.
        taps: (T,) float32 weights of the neighbours at 0, 1, 2 ... steps of `stride` pixels, on both sides.
        out: (H, W, C) is written.
    """
    height, width, channels = signal.shape
    by_instance = instance.size > 0
    reach = len(taps) - 1
    steep, one = np.float32(5.0), np.float32(1.0)
    for y in range(first, end):
        for x in range(width):
            if not valid[y, x]:
                for c in range(channels):
                    out[y, x, c] = np.float32(0.0)
                continue
            for c in range(channels):
                out[y, x, c] = taps[0] * signal[y, x, c]
            px, py, pz = position[y, x, 0], position[y, x, 1], position[y, x, 2]
            nx, ny, nz = normal[y, x, 0], normal[y, x, 1], normal[y, x, 2]
            size = footprint[y, x]
            tolerance = one / (size * size * np.float32(4.0) + np.float32(1e-20))
            for tap in range(-reach, reach + 1):
                if tap == 0:
                    continue
                yy = y + tap * stride if down else y
                xx = x if down else x + tap * stride
                if yy < 0 or yy >= height or xx < 0 or xx >= width or not valid[yy, xx]:
                    continue
                if by_instance and instance[yy, xx] != instance[y, x]:
                    continue
                mx, my, mz = normal[yy, xx, 0], normal[yy, xx, 1], normal[yy, xx, 2]
                # on a curved surface the normal turns away from the pixel's
                same = (nx * mx + ny * my + nz * mz - np.float32(0.8)) * steep
                if same <= np.float32(0.0):
                    continue
                same = min(same, one)
                bx, by, bz = position[yy, xx, 0] - px, position[yy, xx, 1] - py, position[yy, xx, 2] - pz
                away, back = bx * nx + by * ny + bz * nz, bx * mx + by * my + bz * mz
                weight = taps[abs(tap)] * same * same / (one + (away * away + back * back) * tolerance)
                for c in range(channels):
                    out[y, x, c] += weight * signal[yy, xx, c]
            if shared:
                weight = max(out[y, x, channels - 1], np.float32(1e-12))
                for c in range(channels - 1):
                    out[y, x, c] /= weight
