"""An edge-aware filter for the sampled parts of a picture: it averages only pixels on one smooth surface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job

__all__ = ["FAR", "WIDE", "smooth"]

Float32 = npt.NDArray[np.float32]

# The weights' sums over each residue modulo 4 are equal, so that all pixels of a 4x4 tile of interleaved samples count the same. The
# pass with a stride of four then adds the other quarters of the 8x8 tile (a trous: Dammertz et al., HPG 2010).
_FINE = (1.0, 2.0, 3.0, 4.0, 3.0, 2.0, 1.0)
_COARSE = (1.0, 2.0, 1.0)
WIDE = (4,)
"""Strides for light from all around."""
FAR = (4, 8, 16, 32)
"""Strides for light from small sources, which few rays meet."""


def smooth(
    signal: Float32,
    *,
    position: Float32,
    normal: Float32,
    valid: npt.NDArray[np.bool_],
    footprint: Float32,
    instance: npt.NDArray[np.int32] | None = None,
    strides: Sequence[int] = WIDE,
    job: Job | None = None,
) -> tuple[Float32, Float32]:
    """Average a signal (H, W, C) over about 7 pixels along rows and columns, and over more with each of the `strides`.

    A neighbour's weight falls with its distance from the pixel's tangent plane and with the angle between their normals.

    Args:
        position, normal: (H, W, 3) of the visible surface.
        valid: (H, W) whether there is a surface.
        footprint: (H, W) size of a pixel on the surface, in units of `position`.
        instance: (H, W); where given, only pixels of the same instance are averaged.
        strides: pixels between those that a further pass averages: 4 for about 15 in all, 4, 8 and so on for still more.

    Returns:
        The averaged signal (H, W, C), and the support (H, W): the share, 0 to 1, of the kernel's weight that counted.

    Raises:
        JobCancelled: the job was cancelled.
    """
    guides = _Guides(position, normal, valid, footprint, instance, job or Job())
    signal, along = _pass(signal, guides, _FINE, 1, 1)
    both, across = _pass(np.concatenate([signal, along[..., None]], axis=2), guides, _FINE, 1, 0)
    signal, support = both[..., :-1], both[..., -1] * across
    for stride in strides:
        for axis in (1, 0):
            signal, _ = _pass(signal, guides, _COARSE, stride, axis)
    return signal, support


@dataclass(frozen=True, eq=False)
class _Guides:
    position: Float32
    normal: Float32
    valid: npt.NDArray[np.bool_]
    footprint: Float32
    instance: npt.NDArray[np.int32] | None
    job: Job


def _pass(
    signal: Float32, guides: _Guides, kernel: tuple[float, ...], stride: int, axis: int
) -> tuple[Float32, Float32]:
    """The signal averaged along one axis, and the share (H, W) of the kernel's weight that counted."""
    position, normal, valid, instance = guides.position, guides.normal, guides.valid, guides.instance
    reach = len(kernel) // 2
    total = signal * np.float32(kernel[reach])
    weights = np.full(valid.shape, np.float32(kernel[reach]))
    tolerance = 1.0 / (guides.footprint * guides.footprint * np.float32(4.0) + np.float32(1e-20))
    length = signal.shape[axis]
    for tap in range(1, reach + 1):
        guides.job.check()
        step = tap * stride
        if step >= length:
            break
        here = [slice(None), slice(None)]
        there = [slice(None), slice(None)]
        here[axis], there[axis] = slice(0, length - step), slice(step, length)
        p, q = (here[0], here[1]), (there[0], there[1])
        between = position[q] - position[p]
        np_, nq = normal[p], normal[q]
        facing = np.einsum("ijk,ijk->ij", np_, nq)
        off_p = np.einsum("ijk,ijk->ij", between, np_)
        off_q = np.einsum("ijk,ijk->ij", between, nq)
        off = off_p * off_p + off_q * off_q
        # on a curved surface the normal turns away from the pixel's
        same = np.clip((facing - np.float32(0.8)) * np.float32(5.0), 0.0, 1.0)
        same *= same
        same *= valid[p] & valid[q]
        if instance is not None:
            same *= instance[p] == instance[q]
        w = np.float32(kernel[reach + tap]) * same
        wp = w / (1.0 + off * tolerance[p])
        wq = w / (1.0 + off * tolerance[q])
        total[p] += wp[..., None] * signal[q]
        weights[p] += wp
        total[q] += wq[..., None] * signal[p]
        weights[q] += wq
    share = weights / np.float32(sum(kernel))
    return np.asarray(total / weights[..., None], dtype=np.float32), np.asarray(share, dtype=np.float32)
