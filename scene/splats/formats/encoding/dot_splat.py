"""antimatter15's ``.splat``; see the layout in :mod:`scenewright.scene.splats.formats.decoding.dot_splat`."""

from __future__ import annotations

import numpy as np

from scenewright.scene.splats.formats.decoding.columns import SH_C0, GaussianPart
from scenewright.scene.splats.formats.decoding.dot_splat import SPLAT
from scenewright.scene.splats.formats.encoding.table import (
    Files,
    WriteOptions,
    clipped,
    rounded_bytes,
    sigmoid,
    unit_quats,
)

__all__ = ["splat"]


def splat(part: GaussianPart, name: str, options: WriteOptions) -> Files:
    """32 bytes per Gaussian: degree 0, colours within [0, 1]."""
    rgb = part.sh[:, 0].astype(np.float64) * SH_C0 + 0.5
    clipped(part, rgb, -1.0 / 510.0, 1.0 + 1.0 / 510.0, "a colour")
    out = np.empty(len(part), dtype=SPLAT)
    out["mean"] = part.means
    out["scale"] = np.exp(part.log_scales.astype(np.float64))
    out["rgba"][:, :3] = rounded_bytes(rgb * 255.0)
    out["rgba"][:, 3] = rounded_bytes(sigmoid(part.logits) * 255.0)
    out["quat"] = rounded_bytes(unit_quats(part.quats) * 128.0 + 128.0)
    return {name: [out.tobytes()]}
