"""Edits of the program, undo, redo, and what was done so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from scenewright.app.actions.action import Request, SceneAction
from scenewright.app.session import Session
from scenewright.scene.errors import EditError, ProgramError, ProjectError
from scenewright.scene.folder import JournalEntry, Project
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import AnyEdit, ArrangeResult, Edit, EditResult, edit_from_json

__all__ = ["EDIT", "HISTORY", "STEP", "EditRequest", "Edited", "HistoryRequest", "StepRequest", "Stepped", "color_of"]


def _read(values: Edit | Mapping[str, Any]) -> Edit:
    if isinstance(values, Edit):
        return values
    given = {name: value for name, value in values.items() if value is not None}
    if isinstance(given.get("color"), str):
        given["color"] = color_of(given["color"])
    return edit_from_json(given)


class EditRequest(Request):
    """What to change. Edits are as :func:`scenewright.scene.language.editing.edits.edit_from_json` reads them, or as they are."""

    edits: tuple[Annotated[AnyEdit, BeforeValidator(_read)], ...]
    """Each has a kind, mostly a path, and what that kind takes; a color may be a name or '#rrggbb'."""
    author: Literal["person", "agent", "solver"] = "person"
    """Who makes them."""
    name: str | None = None
    """What the author is called."""
    based_on: int | None = None
    """The revision that they were made for; None: whatever the scene is now."""
    in_memory: bool = False
    """The session leaves its scene folder, which stays as it is."""


@dataclass(frozen=True)
class Edited:
    """`failed`: why, by path, of what an arrange could not bring where it was to go. `renamed`: new paths by old ones, None where an
    instance is gone."""

    results: tuple[EditResult, ...]
    source: str
    revision: int
    warnings: tuple[str, ...] = ()
    renamed: Mapping[str, str | None] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)


def edit(session: Session, request: EditRequest, job: Job) -> Edited:
    """Write edits into the program: all of them, as one step that can be undone, or none.

    Raises:
        EditError, PathError: one cannot be made.
        StaleChange: the scene is at another revision than `based_on`.
        ProjectError: the folder cannot be written.
    """
    if request.in_memory:
        session.detach()
    job.progress(0.1, "editing")
    results = session.edit(request.edits, author=request.author, name=request.name, based_on=request.based_on)
    session.keep_assets()
    renamed: dict[str, str | None] = {}
    failed: dict[str, str] = {}
    for result in results:
        renamed.update(result.path_map)
        if isinstance(result, ArrangeResult):
            failed.update(result.failed)
    warnings = tuple(results[-1].scene.warnings) if results else ()
    return Edited(tuple(results), session.source, session.revision, warnings, renamed, failed)


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
    """The revision that it was asked for; None: whatever the scene is now."""


@dataclass(frozen=True)
class Stepped:
    """`operation`: what the journal says was done."""

    revision: int
    operation: Mapping[str, Any]


def step(session: Session, request: StepRequest, job: Job) -> Stepped:
    """Take the last change back, or make it again.

    Raises:
        ProjectError: there is nothing to undo or redo, or no folder that keeps a history.
        StaleChange: the scene is at another revision than `based_on`.
    """
    session.step(Project.undo if request.what == "undo" else Project.redo, based_on=request.based_on)
    assert session.project is not None
    return Stepped(session.revision, dict(session.project.history()[-1].operation))


class HistoryRequest(Request):
    """Asks for all of it."""


def history(session: Session, request: HistoryRequest, job: Job) -> tuple[JournalEntry, ...]:
    """What was done so far, oldest first.

    Raises:
        ProjectError: a plain file keeps no history.
    """
    if session.project is None:
        raise ProjectError("a plain file keeps no history: only a scene folder does")
    return session.project.history()


EDIT = SceneAction("edit", "Change the program by typed operations.", EditRequest, edit, changes=True)
STEP = SceneAction("step", "Undo or redo a change.", StepRequest, step, changes=True)
HISTORY = SceneAction("history", "List the changes of a scene folder.", HistoryRequest, history)
