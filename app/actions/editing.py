"""The actions that edit the program, undo, redo and list the history."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from scenewright.app.actions.action import SceneAction
from scenewright.app.requests import Request
from scenewright.app.session import Session
from scenewright.scene.errors import EditError, ProgramError, ProjectError
from scenewright.scene.folder import JournalEntry, Project
from scenewright.scene.jobs import Job
from scenewright.scene.json_text import read_json
from scenewright.scene.language.editing import AnyEdit, ArrangeResult, Edit, EditResult, checked_edits, edit_from_json
from scenewright.scene.short_repr import short_repr

__all__ = [
    "EDIT",
    "HISTORY",
    "STEP",
    "EditRequest",
    "Edited",
    "HistoryRequest",
    "StepRequest",
    "Stepped",
    "color_of",
    "read_edits",
]


_EDITS_EXAMPLE = '[{"kind": "move", "path": "chair", "by": [0, 0, 1]}]'


def read_edits(text: str, what: str) -> list[dict[str, Any]]:
    """The edits in a text of JSON, as values for :class:`EditRequest`. `what` names the text in errors.

    Raises:
        EditError: it is no JSON that can be used, or no list of edits.
    """
    values = read_json(text, what, EditError)
    if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
        raise EditError(f"{what} must hold a list such as {_EDITS_EXAMPLE}")
    return values


def _read(values: Edit | Mapping[str, Any]) -> Edit:
    if isinstance(values, Edit):
        return checked_edits([values])[0]
    if not isinstance(values, Mapping):
        return edit_from_json(values)
    given = {name: value for name, value in values.items() if value is not None}
    color = given.get("color")
    if isinstance(color, str):
        numbers = color_of(color)
        if re.search("[0-9]", color):  # a name stays one: the thing is called by it
            given["color"] = numbers
    return edit_from_json(given)


class EditRequest(Request):
    """What to change. Each edit is an :class:`Edit`, or JSON values for :func:`scenewright.scene.language.editing.edits.edit_from_json`."""

    edits: tuple[Annotated[AnyEdit, BeforeValidator(_read)], ...]
    """Each edit has a kind, mostly a path, and the fields of its kind; a color may be a name or '#rrggbb'."""
    author: Literal["person", "agent", "solver"] = "person"
    """Kind of author of the edits."""
    name: str | None = None
    """Name of the author."""
    based_on: int | None = None
    """Revision that the edits were made for; None: the current one."""
    judged: bool = True
    """Say what the edits make collide, float or break. This takes longer than the edits."""
    in_memory: bool = False
    """Keep the change in memory and detach the session from its scene folder, which stays as it is."""


@dataclass(frozen=True)
class Edited:
    """`failed`: by path, why an arrange could not set the pose. `renamed`: new paths by old paths; None for a deleted instance.
    `consequences`: what the edits make collide, float or break, in words."""

    results: tuple[EditResult, ...]
    source: str
    revision: int
    warnings: tuple[str, ...] = ()
    renamed: Mapping[str, str | None] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)
    consequences: tuple[str, ...] = ()

    __repr__ = short_repr


def edit(session: Session, request: EditRequest, job: Job) -> Edited:
    """Write edits into the program: all of them as one undo step, or none.

    Raises:
        EditError, PathError: an edit cannot be made.
        StaleChange: the scene is at another revision than `based_on`.
        ProjectError: the folder cannot be written.
        JobCancelled: nothing was changed.
    """
    if request.in_memory:
        session.detach()
    results = session.edit(
        request.edits,
        author=request.author,
        name=request.name,
        based_on=request.based_on,
        judged=request.judged,
        job=job.part(0.0, 0.95),
    )
    session.keep_assets()
    renamed: dict[str, str | None] = {}
    failed: dict[str, str] = {}
    for result in results:
        renamed.update(result.path_map)
        if isinstance(result, ArrangeResult):
            failed.update(result.failed)
    warnings = tuple(results[-1].scene.warnings) if results else ()
    told = results[-1].consequences if results else ()
    return Edited(tuple(results), session.source, session.revision, warnings, renamed, failed, told)


def color_of(text: str) -> tuple[float, ...]:
    """The sRGB colour of a name, '#rrggbb', or three numbers joined by commas or spaces.

    Raises:
        EditError: it is none of these.
    """
    from scenewright.scene.language.vocabulary import named_color

    numbers = text.replace(",", " ").split()
    if len(numbers) == 3:
        try:
            return tuple(float(n) for n in numbers)
        except ValueError:
            pass
    if len(text) == 7 and text.startswith("#"):
        try:
            return tuple(int(text[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
        except ValueError:
            raise EditError(f"{text!r} is no '#rrggbb'") from None
    try:
        return named_color(text)
    except ProgramError as error:
        raise EditError(error.message) from None


class StepRequest(Request):
    """Undo or redo of one change."""

    what: Literal["undo", "redo"]
    """Which of the two."""
    based_on: int | None = None
    """Revision that the step was made for; None: the current one."""


@dataclass(frozen=True)
class Stepped:
    """A step that was taken back or made again. `revision`: of the scene now. `operation`: the journal's record of the step. `of`: the
    change that was undone or done again."""

    revision: int
    operation: Mapping[str, object]
    of: JournalEntry


def step(session: Session, request: StepRequest, job: Job) -> Stepped:
    """Undo the last change, or redo it.

    Raises:
        ProjectError: there is nothing to undo or redo, or no folder that keeps a history.
        StaleChange: the scene is at another revision than `based_on`.
    """
    session.step(Project.undo if request.what == "undo" else Project.redo, based_on=request.based_on)
    assert session.project is not None
    entries = session.project.history()
    last = entries[-1]
    return Stepped(session.revision, dict(last.operation), next(e for e in entries if e.number == last.target))


class HistoryRequest(Request):
    """Lists the whole history; it has no fields."""


def history(session: Session, request: HistoryRequest, job: Job) -> tuple[JournalEntry, ...]:
    """All changes of the scene, oldest first.

    Raises:
        ProjectError: the scene is a single file, which has no history.
    """
    if session.project is None:
        raise ProjectError("a plain file keeps no history: only a scene folder does")
    return session.project.history()


EDIT = SceneAction("edit", "Change the program by typed operations.", EditRequest, edit, changes=True)
STEP = SceneAction("step", "Undo or redo a change.", StepRequest, step, changes=True)
HISTORY = SceneAction("history", "List the changes of a scene folder.", HistoryRequest, history)
