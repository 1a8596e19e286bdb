"""Writes views to files. :mod:`scenewright.renderers.base.channels` defines the values and file format of each channel.

========== =============================== ==============================================================================
color      ``<stem>.png``                  8 bit sRGB, RGB or RGBA
depth      ``<stem>_depth.npy``            (H, W) float32, scene units along the camera's axis, inf where there is nothing
normal     ``<stem>_normal.npy``           (H, W, 3) float32, world frame
entity     ``<stem>_entity.npy``           (H, W) int32 rows, -1 where there is nothing; ``<stem>_entity.json`` names them
position   ``<stem>_position.npy``         (H, W, 3) float32, world frame, scene units, nan where there is nothing
albedo     ``<stem>_albedo.npy``           (H, W, 3) float32, linear, 0 where there is nothing
========== =============================== ==============================================================================

Exact numbers also get a PNG for people (``<stem>_depth.png`` ...). Channels of plug-ins are written in the same way. On request come
``<stem>_depth16.png`` and ``<stem>.exr``, see :mod:`scenewright.renderers.base.exact_files`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base.channel_pictures import entity_colors
from scenewright.renderers.base.channels import COLOR, channel_names, find_channel
from scenewright.renderers.base.exact_files import write_depth16, write_exr
from scenewright.renderers.base.renderer import RenderedView
from scenewright.scene.model import Scene

__all__ = ["entity_colors", "write_view"]


def write_view(
    view: RenderedView, folder: Path, stem: str, scene: Scene, *, also: Sequence[str] = ()
) -> dict[str, Path]:
    """Write every channel of a view. Returns the files by channel, and the files beside them as ``depth_picture``,
    ``entity_legend`` ...

    Args:
        scene: the scene in the view's frame.
        also: further files, of :data:`scenewright.renderers.base.exact_files.EXACT_FILES`; ``depth16`` needs the depth.
    """
    files: dict[str, Path] = {}
    for name in sorted(view.channels, key=channel_names().index):
        channel, values = find_channel(name), view.channels[name]
        path = stem if channel is COLOR else f"{stem}_{name}"
        if channel.file == "png":
            files[name] = _png(folder / f"{path}.png", values)
            continue
        files[name] = folder / f"{path}.npy"
        np.save(files[name], values, allow_pickle=False)
        if channel.picture is not None:
            files[f"{name}_picture"] = _png(folder / f"{path}.png", channel.picture(values))
        if channel.legend is not None:
            legend = files[f"{name}_legend"] = folder / f"{path}.json"
            legend.write_text(json.dumps(channel.legend(values, scene), indent=1), encoding="utf-8")
    if "depth16" in also:
        files["depth16"] = folder / f"{stem}_depth16.png"
        write_depth16(files["depth16"], view["depth"])
    if "exr" in also:
        files["exr"] = folder / f"{stem}.exr"
        write_exr(files["exr"], view)
    return files


def _png(path: Path, pixels: npt.NDArray[np.uint8]) -> Path:
    from PIL import Image

    Image.fromarray(pixels).save(path)
    return path
