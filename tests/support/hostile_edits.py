"""What a host does with edits and requests of strangers: reads files of edits, makes edits of Python objects, runs actions by JSON."""

from __future__ import annotations

import functools
import json
from typing import Any

from tests.support.hostile_texts import ROOM

__all__ = ["apply_file", "call_python", "edit_with_python", "run_json", "texts_of_edits"]


@functools.cache
def _session() -> Any:
    from scenewright.app.session import Session
    from scenewright.scene.sources import SceneSource, SourceKind

    session = Session(SceneSource(ROOM, SourceKind.PROGRAM, None))
    assert session.scene is not None
    return session


def _same(session: Any, source: str, revision: int) -> None:
    """A refused change changes nothing, and one that was made is undone for the next case."""
    session.source, session._scene, session._revision = (
        source,
        session._scene if session.source == source else None,
        revision,
    )


def apply_file(text: str) -> int:
    """Apply a file with a list of edits, as ``scenewright edit apply`` does. Returns the number of edits made."""
    from scenewright.app.actions.editing import EDIT, EditRequest, read_edits

    session = _session()
    source, revision = session.source, session.revision
    try:
        return len(EDIT(session, EditRequest(edits=tuple(read_edits(text, "edits.json")))).results)
    finally:
        _same(session, source, revision)


def edit_with_python(expression: str) -> int:
    """Give Python objects to ``Session.edit``, from an expression over the classes of edits, numpy and deep lists."""
    import numpy as np

    import scenewright as sw

    session = _session()
    source, revision = session.source, session.revision
    names = {name: getattr(sw, name) for name in dir(sw) if name[:1].isupper()}
    edits = eval(expression, {**names, "np": np, "deep": deep})
    try:
        return len(session.edit(edits))
    finally:
        _same(session, source, revision)


def call_python(expression: str) -> str:
    """Call a Python function of the package with wrong types."""
    import numpy as np

    import scenewright as sw
    from scenewright.app.session import Session

    found = eval(
        expression, {"sw": sw, "np": np, "Session": Session, "ROOM": ROOM, "deep": deep, "session": _session()}
    )
    return type(found).__name__


def run_json(name: Any, text: str) -> str:
    """Run an action by its name with a request as a text of JSON, as a server does."""
    from scenewright.app.actions.table import run_action
    from scenewright.app.requests import RequestError
    from scenewright.scene.json_text import read_json

    session = _session()
    source, revision = session.source, session.revision
    try:
        return type(run_action(session, name, read_json(text, "the request", RequestError))).__name__
    finally:
        _same(session, source, revision)


def deep(levels: int) -> Any:
    """Lists inside each other."""
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


def texts_of_edits() -> list[str]:
    """Valid lists of edits of the room, as JSON: what a fuzzer mutates."""
    edits: list[Any] = [
        {"kind": "move", "path": "chair", "by": [0.5, 0, 0]},
        {"kind": "move", "path": "lamp", "to": [0.1, 0.7, 0.1]},
        {"kind": "turn", "path": "chair", "degrees": 90},
        {"kind": "scale", "path": "chair", "factor": 1.5},
        {"kind": "scale", "path": "desk", "factor": [1, 1.2, 1]},
        {"kind": "recolour", "path": "chair", "color": "red"},
        {"kind": "recolour", "path": "lamp", "color": [0.1, 0.2, 0.3]},
        {"kind": "rename", "path": "chair", "name": "stool"},
        {"kind": "duplicate", "path": "chair", "by": [1, 0, 0], "name": "other"},
        {"kind": "delete", "path": "lamp"},
        {"kind": "replace", "path": "chair", "what": "lamp"},
        {"kind": "set-z", "path": "chair", "words": "worn red leather"},
        {"kind": "add-relation", "relation": "near", "arguments": ["chair", "desk"], "options": [["lo", 0.2]]},
        {"kind": "drop-relation", "index": 0},
        {"kind": "arrange", "poses": [{"path": "chair", "at": [1, 0, 2], "yaw": 1.57}]},
    ]
    return [json.dumps([edit]) for edit in edits]
