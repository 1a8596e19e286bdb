"""The error of language fields."""

from __future__ import annotations

from scenewright.scene.errors import ScenewrightError

__all__ = ["FieldError"]


class FieldError(ScenewrightError):
    """A language field, its file, or features for it cannot be used. The message says what to do."""

    exit_code = 21
