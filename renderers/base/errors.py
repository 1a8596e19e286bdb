"""The error of all renderers."""

from __future__ import annotations

from scenewright.scene.errors import ScenewrightError

__all__ = ["RenderError"]


class RenderError(ScenewrightError):
    """A renderer cannot run here, or a picture could not be made. The message says what to install or change."""

    exit_code = 12
