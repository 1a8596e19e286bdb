"""An edge-aware filter for the sampled parts of a picture: it averages only pixels on one smooth surface."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import map_chunks
from scenewright.renderers.rays.kernels.filtering import filter_rows
from scenewright.scene.jobs import Job

__all__ = ["FAR", "WIDE", "smooth"]

Float32 = npt.NDArray[np.float32]

# The weights' sums over each residue modulo 4 are equal, so that all pixels of a 4x4 tile of interleaved samples count the same. The
# pass with a stride of four then adds the other quarters of the 8x8 tile (a trous: Dammertz et al., HPG 2010).
_FINE = np.array([4.0, 3.0, 2.0, 1.0], dtype=np.float32)
"""Weights of a pixel and of its neighbours on each side."""
_COARSE = np.array([2.0, 1.0], dtype=np.float32)
_ROWS = 64
"""Rows of the picture that one thread filters between two checks for cancellation."""
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
    threads: int = 1,
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
    guides = {
        "position": np.ascontiguousarray(position, dtype=np.float32),
        "normal": np.ascontiguousarray(normal, dtype=np.float32),
        "valid": np.ascontiguousarray(valid),
        "footprint": np.ascontiguousarray(footprint, dtype=np.float32),
        "instance": np.zeros((0, 0), np.int32) if instance is None else np.ascontiguousarray(instance, dtype=np.int32),
    }
    job = job or Job()
    known = (sampled & valid).astype(np.float32)[..., None]
    together = np.concatenate([*(signal for signal, _ in signals), np.ones((*valid.shape, 1), np.float32)], axis=2)
    together *= known
    for down in (False, True):
        together = _pass(together, _FINE, 1, down, guides, job, threads, shared=down)
    weight = together[..., -1].copy()
    out = np.split(together[..., :-1], np.cumsum([signal.shape[2] for signal, _ in signals])[:-1], axis=2)
    for stride in dict.fromkeys(stride for _, strides in signals for stride in strides):
        chosen = [k for k, (_, strides) in enumerate(signals) if stride in strides]
        some = np.concatenate([*(out[k] for k in chosen), np.ones((*valid.shape, 1), np.float32)], axis=2)
        for down in (False, True):
            some[..., -1] = 1.0
            some = _pass(some, _COARSE, stride, down, guides, job, threads, shared=True)
        parts = np.split(some[..., :-1], np.cumsum([out[k].shape[2] for k in chosen])[:-1], axis=2)
        for k, part in zip(chosen, parts, strict=True):
            out[k] = part
    one_row = float(2.0 * _FINE.sum() - _FINE[0])
    whole = np.float32(one_row**2 * max(float(known.sum()) / max(float(valid.sum()), 1.0), 1e-6))
    return out, np.minimum(weight / whole, np.float32(1.0))


def _pass(
    signal: Float32,
    taps: Float32,
    stride: int,
    down: bool,
    guides: dict[str, npt.NDArray[np.generic]],
    job: Job,
    threads: int,
    *,
    shared: bool,
) -> Float32:
    """The signal (H, W, C) summed up along columns (`down`) or rows by the weights of the taps; `shared`: divided by its last channel."""
    out = np.empty_like(signal)

    def work(first: int, end: int) -> None:
        filter_rows(signal, *guides.values(), taps, stride, down, shared, first, end, out)

    map_chunks(work, len(signal), size=_ROWS, threads=threads, job=job.quiet())
    return out
