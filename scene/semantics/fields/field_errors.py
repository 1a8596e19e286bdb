"""The error of language fields."""

from __future__ import annotations

from scenewright.scene.errors import ScenewrightError

__all__ = ["FieldError"]


class FieldError(ScenewrightError):
    """A language field, its file, or features for one cannot be used; the message says which, and what to do."""

    exit_code = 21
