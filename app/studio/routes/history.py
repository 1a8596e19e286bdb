"""The history of a session's scene: who changed what and when, and the texts before and after."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from scenewright.app.studio.context import context_of
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import JournalEntry, Project, undo_and_redo

__all__ = ["router"]

router = APIRouter(prefix="/api/sessions/{session}/history")

_SHOWN = 500
"""Changes of one answer. Older ones are asked for by `before`."""


@router.get("")
def list_changes(session: str, request: Request, before: int | None = None) -> dict[str, Any]:
    """The changes, oldest first. `undo`: how many steps back the state before a change is; `redo`: how many steps forward that after it is.

    Args:
        before: only changes with smaller numbers.
    """
    entries = _project(session, request).history()
    undo, redo = undo_and_redo(entries)
    back = {entry.number: steps for steps, entry in enumerate(reversed(undo), start=1)}
    forward = {entry.number: steps for steps, entry in enumerate(reversed(redo), start=1)}
    chosen = [entry for entry in entries if before is None or entry.number < before]
    return {
        "earlier": max(len(chosen) - _SHOWN, 0),
        "changes": [_shown(entry, back, forward) for entry in chosen[-_SHOWN:]],
    }


@router.get("/{number}")
def change(session: str, number: int, request: Request) -> dict[str, Any]:
    """The texts of the program before and after a change; before the first there is none."""
    project = _project(session, request)
    entry = next((each for each in project.history() if each.number == number), None)
    if entry is None:
        raise ProjectError(f"the scene has no change {number}: look at its history again", kind="missing")
    known = {} if entry.before is None else {each.after.program: each.revision for each in project.history()}
    earlier = None if entry.before is None else known.get(entry.before.program)
    return {
        "number": entry.number,
        "before": "" if earlier is None else project.source_at(earlier),
        "after": project.source_at(entry.revision),
    }


def _project(session: str, request: Request) -> Project:
    context, owner = context_of(request)
    place = context.sessions(owner).get(session).place
    if place is None:
        raise ProjectError("this session shows no scene yet: open one first", kind="missing")
    return Project.open(context.places(owner).find(place).folder, writable=False)


def _shown(entry: JournalEntry, back: dict[int, int], forward: dict[int, int]) -> dict[str, Any]:
    return {
        "number": entry.number,
        "revision": entry.revision,
        "author": str(entry.author),
        "name": entry.name,
        "kind": entry.kind,
        "what": entry.sentence,
        "time": entry.time,
        "undo": back.get(entry.number),
        "redo": forward.get(entry.number),
    }
