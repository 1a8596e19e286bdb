"""The error of a picture."""

from __future__ import annotations

from scenewright.scene.errors import ScenewrightError

__all__ = ["PictureError"]


class PictureError(ScenewrightError):
    """A picture cannot be read. The message names it and the reason."""

    exit_code = 9
