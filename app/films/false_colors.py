"""Frames that show exact channels: their false colors, the same in all frames of a film."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import RenderedView, RenderError, find_channel

__all__ = ["DepthRange", "frame_picture", "require_picture"]

Picture = npt.NDArray[np.uint8]


class DepthRange:
    """The depths between which a film goes from bright to dark. `near`, `far`: scene units."""

    def __init__(self, views: list[RenderedView]) -> None:
        """
        Args:
            views: some views along the film, with the channel depth.
        """
        found = [view["depth"][np.isfinite(view["depth"])] for view in views]
        depths = np.concatenate(found) if found else np.zeros(0)
        self.near = float(depths.min()) if len(depths) else 0.0
        self.far = float(np.percentile(depths, 98.0)) if len(depths) else 1.0

    def picture(self, depth: npt.NDArray[np.float32]) -> Picture:
        """A grey picture (H, W) of depths (H, W): bright is near, black is nothing."""
        finite = np.isfinite(depth)
        share = np.clip((np.where(finite, depth, self.far) - self.near) / max(self.far - self.near, 1e-12), 0.0, 1.0)
        return np.where(finite, 255.0 - 215.0 * share, 0.0).astype(np.uint8)


def require_picture(channel: str) -> None:
    """
    Raises:
        RenderError: there is no such channel, or none of its pictures are alike from frame to frame.
    """
    found = find_channel(channel)
    if channel == "position" or (channel != "color" and found.picture is None):
        error = RenderError(
            f"there is no film of the channel {channel}: its pictures have other colors in each view; draw pictures of it"
        )
        raise error.about("channel")


def frame_picture(view: RenderedView, channel: str, depths: DepthRange | None) -> Picture:
    """(H, W, 3), or (H, W, 4) of a transparent picture: what a frame shows.

    Args:
        depths: for the channel depth.
    """
    values = view[channel]
    if channel == "color":
        return np.asarray(values, dtype=np.uint8)
    if depths is not None:
        shown = depths.picture(np.asarray(values, dtype=np.float32))
    else:
        picture = find_channel(channel).picture
        assert picture is not None
        shown = picture(values)
    return np.repeat(shown[..., None], 3, axis=2) if shown.ndim == 2 else shown
