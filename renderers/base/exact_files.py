"""Files of exact numbers that other programs read: depth as a 16-bit PNG, and all channels of a view in one OpenEXR file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base.channels import Channel, find_channel
from scenewright.renderers.base.renderer import RenderedView
from scenewright.scene.colorspace import linear_from_srgb

__all__ = ["EXACT_FILES", "FARTHEST_DEPTH", "exr_channels", "write_depth16", "write_exr"]

EXACT_FILES = {
    "exr": "all passes in one OpenEXR file, 32-bit floats",
    "depth16": "depth as a 16-bit PNG in millimetres",
}
"""The further files of a view that can be asked for, by name."""

FARTHEST_DEPTH = 65.535
"""Greatest depth in metres that 16 bits of millimetres hold."""

_EXR_NAMES = {"depth": ("Z",), "normal": ("N.X", "N.Y", "N.Z"), "position": ("P.X", "P.Y", "P.Z")}
"""Names that compositing programs expect. Other channels have their own name, with a letter for each component."""


def write_depth16(path: Path, depth: npt.NDArray[np.float32]) -> int:
    """Write depths (H, W) in scene units (metres) as a 16-bit grey PNG in whole millimetres, 0 where there is nothing.

    Returns:
        the number of pixels beyond :data:`FARTHEST_DEPTH`, which are written as 0, too.
    """
    from PIL import Image

    seen = np.isfinite(depth)
    near = seen & (depth <= FARTHEST_DEPTH)
    out = np.zeros(depth.shape, dtype=np.uint16)
    # what is seen is never 0, which means nothing
    out[near] = np.clip(np.rint(depth[near].astype(np.float64) * 1000.0), 1, 65_535).astype(np.uint16)
    Image.fromarray(out).save(path)
    return int((seen & ~near).sum())


def write_exr(path: Path, view: RenderedView) -> None:
    """Write all channels of a view as one OpenEXR file, see :func:`exr_channels`."""
    import OpenEXR

    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
    OpenEXR.File(header, exr_channels(view)).write(str(path))


def exr_channels(view: RenderedView) -> dict[str, npt.NDArray[np.float32]]:
    """The channels of a view by their names in an OpenEXR file, each (H, W) float32.

    ``R``, ``G``, ``B`` and ``A``: the picture in linear light, premultiplied by alpha as OpenEXR demands. ``Z``: depth, inf where there is
    nothing. ``N.X`` ...: normals; ``P.X`` ...: positions; ``albedo.R`` ...; ``entity``: whole numbers.
    """
    out: dict[str, npt.NDArray[np.float32]] = {}
    for name, values in view.channels.items():
        if name == "color":
            out |= _linear_picture(values)
            continue
        planes = values.reshape(*values.shape[:2], -1)
        for k, label in enumerate(_labels(find_channel(name), planes.shape[2])):
            out[label] = np.ascontiguousarray(planes[..., k], dtype=np.float32)
    return out


def _labels(channel: Channel, count: int) -> tuple[str, ...]:
    if channel.name in _EXR_NAMES:
        return _EXR_NAMES[channel.name]
    if count == 1:
        return (channel.name,)
    letters = "RGB" if channel.axes.startswith("red") else "XYZ"
    return tuple(f"{channel.name}.{letters[k] if count <= 3 else k}" for k in range(count))


def _linear_picture(color: npt.NDArray[np.uint8]) -> dict[str, Any]:
    light = linear_from_srgb(color[..., :3] / 255.0)
    if color.shape[2] == 4:
        light = light * (color[..., 3:] / 255.0)
    planes = {letter: np.ascontiguousarray(light[..., k], dtype=np.float32) for k, letter in enumerate("RGB")}
    return planes | ({"A": (color[..., 3] / 255.0).astype(np.float32)} if color.shape[2] == 4 else {})
