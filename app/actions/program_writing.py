"""The action that replaces the text of a program, as a text editor does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scenewright.app.actions.action import SceneAction
from scenewright.app.requests import Request
from scenewright.app.session import Session
from scenewright.app.session.text_changes import change_of_text
from scenewright.scene.jobs import Job

__all__ = ["WRITE_PROGRAM", "WriteProgramRequest", "WrittenText"]


class WriteProgramRequest(Request):
    """The new text of the program."""

    text: str
    """The whole program."""
    author: Literal["person", "agent", "solver"] = "person"
    """Kind of author of the text."""
    name: str | None = None
    """Name of the author."""
    based_on: int | None = None
    """Revision that the text was written for; None: the current one."""
    what: Literal["write", "layout"] = "write"
    """What the text is: somebody's own, or a repair that a layout offered. The history says so."""


@dataclass(frozen=True)
class WrittenText:
    """`changed`: whether the text differs from the one before. `warnings`: of the new scene."""

    revision: int
    changed: bool
    warnings: tuple[str, ...]

    def report(self) -> dict[str, object]:
        return {"revision": self.revision, "changed": self.changed, "warnings": list(self.warnings)}


def write_program(session: Session, request: WriteProgramRequest, job: Job) -> WrittenText:
    """Replace the program by another text, as one undo step. A text that does not evaluate changes nothing.

    Raises:
        ProgramError: the text is wrong; the message names its line.
        StaleChange: the scene is at another revision than `based_on`.
        ProjectError: the folder cannot be written.
        JobCancelled: nothing was changed.
    """
    revision = session.revision
    session.refuse_stale(request.based_on)
    if request.text == session.source:
        return WrittenText(revision, False, tuple(session.scene.warnings))
    scene = session.evaluate_text(request.text)
    job.check()
    operation = {"kind": request.what, **change_of_text(session.source, request.text)}
    session.take(request.text, scene, author=request.author, operation=operation, based_on=revision)
    session.keep_assets()
    return WrittenText(session.revision, True, tuple(scene.warnings))


WRITE_PROGRAM = SceneAction(
    "write_program", "Replace the text of the program.", WriteProgramRequest, write_program, changes=True
)
