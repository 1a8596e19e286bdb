"""Errors of workers, and errors that cross from a worker to the serving process as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from scenewright.app.requests import RequestError
from scenewright.app.session.changes import Change, StaleChange
from scenewright.scene import errors
from scenewright.scene.errors import InternalError, ProgramError, ScenewrightError
from scenewright.scene.printing import printable

__all__ = ["WorkerError", "change_from_json", "change_to_json", "error_from_json", "error_to_json"]

_MOST_TEXT = 4000
"""Most characters of a message."""
_MOST_CHANGES = 20
"""Most changes that a :class:`StaleChange` names."""
_MOST_PATHS = 500
"""A change with more paths, or renamed paths, crosses without its list: the whole scene may have changed."""
_MOST_OPERATION = 8000
"""Most characters of the record of a change; a longer one crosses as its kind alone."""


class WorkerError(ScenewrightError):
    """The worker of a scene could not finish. What was saved is still there, and the next command gets a fresh worker.

    `kind` is a stable short name: 'time' (over its seconds), 'memory' (over its bytes), 'crash' (it ended by itself), 'ended' (it was
    ended because of another command), 'wire' (it broke the protocol), 'large' (the answer
    is too large), 'busy' (the owner has too much running), 'closed'. `number`: of the crash in the server's log, '' where there is none.
    """

    exit_code = 22

    def __init__(self, message: str, *, kind: str, number: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind
        self.number = number


_CLASSES: dict[str, type[ScenewrightError]] = {
    name: value
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, ScenewrightError)
}


def error_to_json(error: ScenewrightError) -> dict[str, Any]:
    """An error as a JSON object; :func:`error_from_json` gives it back. Long messages are cut. An error of a class that is not in
    :mod:`scenewright.scene.errors` crosses as its nearest base there."""
    name = next((c.__name__ for c in type(error).__mro__ if _CLASSES.get(c.__name__) is c), "ScenewrightError")
    message = error.message if isinstance(error, ProgramError) else str(error)
    values: dict[str, Any] = {"class": name, "message": message[:_MOST_TEXT], "field": error.field[:200]}
    kind = getattr(error, "kind", None)
    if isinstance(kind, str):
        values["kind"] = kind[:40]
    if isinstance(error, ProgramError):
        values |= {"line": error.line, "column": error.column, "library": error.library}
        if error.where is not None:
            values["where"] = error.where[:500]
    if isinstance(error, RequestError):
        values |= {"class": "RequestError", "also": [name[:200] for name in error.also[:20]]}
    if isinstance(error, StaleChange):
        values |= {
            "class": "StaleChange",
            "changes": [_short(change_to_json(c)) for c in error.changes[:_MOST_CHANGES]],
        }
    if isinstance(error, WorkerError):
        values |= {"class": "WorkerError", "number": error.number}
    if isinstance(error, InternalError):
        values["id"] = error.id
    return values


def error_from_json(values: Mapping[str, Any]) -> ScenewrightError:
    """The error that a JSON object of a worker describes; a malformed object becomes a WorkerError."""
    name, message = values.get("class"), values.get("message")
    if not isinstance(name, str) or not isinstance(message, str):
        return WorkerError("the worker reported an error that cannot be read", kind="wire")
    message = printable(message[:_MOST_TEXT])
    kind, field = _text(values.get("kind"), 40), _text(values.get("field"), 200)
    if name == "StaleChange":
        listed = values.get("changes")
        changes = [change_from_json(c) for c in (listed if isinstance(listed, list) else [])[:_MOST_CHANGES]]
        return _Stale(message, [c for c in changes if c is not None])
    if name == "RequestError":
        also = values.get("also")
        names = [printable(str(n)[:200]) for n in (also if isinstance(also, list) else [])[:20]]
        return RequestError(message, field=field, also=names)
    if name == "WorkerError":
        return WorkerError(message, kind=kind, number=_text(values.get("number"), 40))
    if name == "InternalError":
        return InternalError(message, id=_text(values.get("id"), 40))
    found = _CLASSES.get(name)
    if found is None:
        return WorkerError("the worker reported an error of a class that does not exist", kind="wire")
    return _of_class(found, message, kind, values).about(field)


def _of_class(found: type[ScenewrightError], message: str, kind: str, values: Mapping[str, Any]) -> ScenewrightError:
    if issubclass(found, ProgramError):
        line, column = (
            v if type(v) is int and 0 <= v < 2**31 else None for v in (values.get("line"), values.get("column"))
        )
        error = found(message, line=line, column=column, kind=kind or "runtime")
        error.where = _text(values.get("where"), 500) or None
        error.library = _text(values.get("library"), 64) or None
        return error
    error_of_kind: ScenewrightError = found(message)
    if kind and hasattr(error_of_kind, "kind"):
        error_of_kind.kind = kind
    return error_of_kind


class _Stale(StaleChange):
    """A StaleChange whose message was written by the worker."""

    def __init__(self, message: str, changes: list[Change]) -> None:
        super().__init__(0, 0, changes)
        self.args, self.message = (message,), message


def change_to_json(change: Change) -> dict[str, Any]:
    """A change as JSON values of bounded size."""
    paths = change.paths
    listed = None if paths is None or len(paths) > _MOST_PATHS else sorted(paths)
    renamed = dict(change.renamed)
    if len(renamed) > _MOST_PATHS or listed is None or sum(map(len, listed)) > 16_000:
        listed, renamed = None, {}
    operation = dict(change.operation)
    if len(json.dumps(operation, default=str)) > _MOST_OPERATION:
        operation = {"kind": str(operation.get("kind", "change"))[:40]}
    return {
        "revision": change.revision,
        "based_on": change.based_on,
        "author": change.author[:40],
        "name": None if change.name is None else change.name[:200],
        "operation": operation,
        "paths": listed,
        "renamed": renamed if len(str(renamed)) <= 16_000 else {},
        "target": change.target,
    }


def _short(values: dict[str, Any]) -> dict[str, Any]:
    """A change for an error, which has no room for lists."""
    kind = values["operation"].get("kind", "change")
    path = values["operation"].get("path")
    about = {"kind": str(kind)[:40]} | ({"path": path[:400]} if isinstance(path, str) else {})
    return {**values, "paths": (values["paths"] or [])[:3] or None, "renamed": {}, "operation": about}


def change_from_json(values: object) -> Change | None:
    """The change that JSON values of a worker describe; None where they describe none."""
    if not isinstance(values, dict):
        return None
    revision, before = _whole(values.get("revision")), _whole(values.get("based_on"))
    operation, paths, renamed = values.get("operation"), values.get("paths"), values.get("renamed")
    if revision is None or before is None or not isinstance(operation, dict):
        return None
    if not (paths is None or (isinstance(paths, list) and all(isinstance(p, str) for p in paths))):
        return None
    if not isinstance(renamed, dict) or not all(v is None or isinstance(v, str) for v in renamed.values()):
        return None
    name = values.get("name")
    return Change(
        revision,
        before,
        _text(values.get("author"), 40),
        operation,
        _text(name, 200) if isinstance(name, str) else None,
        None if paths is None else frozenset(paths),
        renamed,
        _whole(values.get("target")),
    )


def _whole(value: object) -> int | None:
    return value if type(value) is int and 0 <= value < 2**53 else None


def _text(value: object, most: int) -> str:
    return printable(value[:most]) if isinstance(value, str) else ""
