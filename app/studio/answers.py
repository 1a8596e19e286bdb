"""Errors as answers to pages: one message that says what, where and what to do."""

from __future__ import annotations

from typing import Any

from scenewright.app.internal_errors import as_ours
from scenewright.app.requests import RequestError
from scenewright.app.session import StaleChange
from scenewright.app.workers import WorkerError
from scenewright.app.workers.errors import error_to_json
from scenewright.scene.errors import InternalError, JobCancelled, PathError, ProjectError, ScenewrightError

__all__ = ["error_answer"]


def error_answer(error: Exception, doing: str) -> tuple[int, dict[str, Any]]:
    """The status and the body for an error. One that is not ours goes to the log, and the page gets its number alone.

    Args:
        doing: what was done, for the log.
    """
    ours = error if isinstance(error, ScenewrightError) else as_ours(error, doing)
    return _status(ours), {"ok": False, "error": {**error_to_json(ours), "stale": isinstance(ours, StaleChange)}}


def _status(error: ScenewrightError) -> int:
    kind = getattr(error, "kind", None)
    if isinstance(error, InternalError):
        return 500
    if isinstance(error, StaleChange):
        return 409
    if isinstance(error, JobCancelled):
        return 409
    if isinstance(error, WorkerError):
        return {"busy": 429, "time": 504, "memory": 507, "large": 413}.get(error.kind, 503)
    if isinstance(error, ProjectError) and kind in ("missing", "too-large"):
        return 404 if kind == "missing" else 413
    if isinstance(error, PathError):
        return 404
    return 400 if isinstance(error, RequestError) else 422
