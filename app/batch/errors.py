"""The error of a batch as a whole."""

from __future__ import annotations

from scenewright.scene.errors import ScenewrightError

__all__ = ["BatchError"]


class BatchError(ScenewrightError):
    """A batch cannot be run or go on. What is finished stays.

    `kind` is a stable short name: 'jobs' (its file cannot be read), 'out' (its results cannot be written), 'busy' (another process works on
    it), 'engine' (the engine is not installed or cannot be reached).
    """

    exit_code = 23

    def __init__(self, message: str, *, kind: str) -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind
