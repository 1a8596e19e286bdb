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
    signals: Sequence[tuple[Float32, Sequence[int]]],
    *,
    position: Float32,
    normal: Float32,
    valid: npt.NDArray[np.bool_],
    footprint: Float32,
    sampled: npt.NDArray[np.bool_],
    instance: npt.NDArray[np.int32] | None = None,
    job: Job | None = None,
) -> tuple[list[Float32], Float32]:
    """Average signals over about 7 pixels along rows and columns, and over more with each of their strides. Signals that are averaged
    together cost less than one after the other: most of the time goes into the weights.

    A neighbour's weight falls with its distance from the pixel's tangent plane and with the angle between their normals.

    Args:
        signals: (H, W, C) each, with the pixels between those that its further passes average: 4 for about 15 in all, 4, 8 and so on for
            still more.
        position, normal: (H, W, 3) of the visible surface.
        valid: (H, W) whether there is a surface.
        footprint: (H, W) size of a pixel on the surface, in units of `position`.
        sampled: (H, W) whether the signals are known there; the others get what their neighbours have.
        instance: (H, W); where given, only pixels of the same instance are averaged.

    Returns:
        The averaged signals (H, W, C), and the support (H, W): the share, 0 to 1, of the weight of the kernel on these sampled pixels
        that counted. Where it is 0, nothing is known.

    Raises:
        JobCancelled: the job was cancelled.
    """
    # one plane for each number: numpy is several times as fast on whole planes as on three numbers a pixel
    guides = _Guides(_planes(position), _planes(normal), valid, footprint, instance, job or Job())
    ends = np.cumsum([signal.shape[2] for signal, _ in signals])
    known = (sampled & valid).astype(np.float32)
    together = np.concatenate([*(_planes(signal) for signal, _ in signals), np.ones((1, *valid.shape), np.float32)])
    together *= known
    together = _pass(_pass(together, guides, _FINE, 1, 1), guides, _FINE, 1, 0)
    weight = together[-1]
    together[:-1] /= np.maximum(weight, np.float32(1e-12))
    out = np.split(together[:-1], ends[:-1])
    for stride in dict.fromkeys(stride for _, strides in signals for stride in strides):
        chosen = [k for k, (_, strides) in enumerate(signals) if stride in strides]
        ends = np.cumsum([len(out[k]) for k in chosen])
        some = np.concatenate([*(out[k] for k in chosen), np.ones((1, *valid.shape), np.float32)])
        for axis in (1, 0):
            some = _pass(some, guides, _COARSE, stride, axis)
            some /= some[-1].copy()
        for k, part in zip(chosen, np.split(some[:-1], ends[:-1]), strict=True):
            out[k] = part
    whole = np.float32(sum(_FINE) ** 2 * max(float(known.sum()) / max(float(valid.sum()), 1.0), 1e-6))
    return [np.moveaxis(planes, 0, 2) for planes in out], np.minimum(weight / whole, np.float32(1.0))


def _planes(values: Float32) -> Float32:
    """(C, H, W) of values (H, W, C)."""
    return np.ascontiguousarray(np.moveaxis(values, 2, 0))


@dataclass(frozen=True, eq=False)
class _Guides:
    """`position`, `normal`: (3, H, W)."""

    position: Float32
    normal: Float32
    valid: npt.NDArray[np.bool_]
    footprint: Float32
    instance: npt.NDArray[np.int32] | None
    job: Job


def _pass(signal: Float32, guides: _Guides, kernel: tuple[float, ...], stride: int, axis: int) -> Float32:
    """The signal (C, H, W) summed up along one axis by the weights of the kernel."""
    reach = len(kernel) // 2
    total = signal * np.float32(kernel[reach])
    tolerance = 1.0 / (guides.footprint * guides.footprint * np.float32(4.0) + np.float32(1e-20))
    length = signal.shape[1 + axis]
    for tap in range(1, reach + 1):
        guides.job.check()
        step = tap * stride
        if step >= length:
            break
        here, there = slice(0, length - step), slice(step, length)
        p, q = ((here,), (there,)) if axis == 0 else ((slice(None), here), (slice(None), there))
        same, off = _alike(guides, p, q)
        same *= np.float32(kernel[reach + tap])
        total[:, *p] += same / (1.0 + off * tolerance[p]) * signal[:, *q]
        total[:, *q] += same / (1.0 + off * tolerance[q]) * signal[:, *p]
    return total


def _alike(guides: _Guides, p: tuple[slice, ...], q: tuple[slice, ...]) -> tuple[Float32, Float32]:
    """For pairs of pixels: how much their normals agree, 0 to 1, and the squares of their distances from each other's planes, summed up."""
    facing, off_p, off_q = (np.zeros(guides.valid[p].shape, dtype=np.float32) for _ in range(3))
    for position, normal in zip(guides.position, guides.normal, strict=True):
        between = position[q] - position[p]
        facing += normal[p] * normal[q]
        off_p += between * normal[p]
        off_q += between * normal[q]
    # on a curved surface the normal turns away from the pixel's
    same = np.clip((facing - np.float32(0.8)) * np.float32(5.0), 0.0, 1.0)
    same *= same
    same *= guides.valid[p] & guides.valid[q]
    if guides.instance is not None:
        same *= guides.instance[p] == guides.instance[q]
    return same, off_p * off_p + off_q * off_q
