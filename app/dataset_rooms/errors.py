"""The error of data sets."""

from __future__ import annotations

from scenewright.scene.errors import ScenewrightError

__all__ = ["DatasetError"]


class DatasetError(ScenewrightError):
    """A data set cannot be made or go on. What is finished stays.

    `kind` is a stable short name: 'recipe' (its file cannot be used), 'out' (its folder cannot be written or holds another data set),
    'extra' (a package is not installed), 'taxonomy' (the classes do not fit), 'rooms' (jobs failed).
    """

    exit_code = 24

    def __init__(self, message: str, *, kind: str) -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind
