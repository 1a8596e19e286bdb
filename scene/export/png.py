"""Pictures in exports. They are written anew from checked pixels: no byte of a stranger's picture gets into an export."""

from __future__ import annotations

import io

from scenewright.scene.pictures import Picture

__all__ = ["png_bytes"]

_LARGE = 4096 * 4096
"""Pixels past which a picture is packed faster and less: the strongest packing of 67 million pixels takes ten seconds."""


def png_bytes(picture: Picture, *, alpha: bool = True) -> bytes:
    """A picture (H, W, 4) as PNG, without its alpha if that is not wanted."""
    from PIL import Image

    stream = io.BytesIO()
    level = 1 if picture[..., 0].size > _LARGE else 6
    Image.fromarray(picture if alpha else picture[..., :3]).save(stream, format="PNG", compress_level=level)
    return stream.getvalue()
