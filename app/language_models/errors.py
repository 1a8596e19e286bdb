"""The errors of language models."""

from __future__ import annotations

from scenewright.scene.errors import ScenewrightError

__all__ = ["BudgetSpent", "ModelError"]


class ModelError(ScenewrightError):
    """A language model cannot be reached, refuses, gives nothing that can be used, or is not installed. The message never contains a key.

    `kind` is a stable short name: 'name', 'missing', 'no-key', 'refused-key', 'unknown-model', 'busy', 'no-credit', 'server', 'time-out',
    'unreachable', 'dropped', 'redirect', 'not-json', 'not-a-model', 'too-large', 'refused-request', 'too-long', 'tools', 'no-call',
    'no-pictures', 'empty', 'cut-off', 'content-filter', 'invalid', 'picture', 'budget', 'replay'.
    """

    exit_code = 14

    def __init__(self, message: str, *, kind: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind


class BudgetSpent(ModelError):
    """What a run may use of a model is used up: requests, tokens, seconds or money."""

    def __init__(self, message: str, *, kind: str = "budget") -> None:
        super().__init__(message, kind=kind)
