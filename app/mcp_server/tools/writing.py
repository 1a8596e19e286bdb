"""The tool that replaces the program of a scene, or pieces of it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scenewright.app.mcp_server.said import lines_of
from scenewright.app.mcp_server.tool import ListOf, Outcome, Tool, ToolCall
from scenewright.app.mcp_server.tools.changing import AUTHOR, ChangeAnswer, ChangeArguments, shown_after
from scenewright.scene.errors import EditError

__all__ = ["WRITE_PROGRAM"]


class Replacement(BaseModel):
    """A piece of the program to replace."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    old: Annotated[str, Field(min_length=1, max_length=100_000)]
    """Text that stands exactly once in the program, with its spaces and line breaks."""
    new: Annotated[str, Field(max_length=100_000)]
    """Text in its place."""


class WriteArguments(ChangeArguments):
    """A new text of the program, or pieces to replace."""

    program: Annotated[str, Field(max_length=400_000)] | None = None
    """The whole new program in the Scene Language."""
    replace: Annotated[ListOf[Replacement], Field(max_length=50)] | None = None
    """Instead of the program: pieces of it, each with what comes in its place."""

    @model_validator(mode="after")
    def _of_one_kind(self) -> Self:
        if (self.program is None) == (not self.replace):
            raise ValueError("give a program or pieces to replace, one of the two")
        return self


def write_program(call: ToolCall, request: WriteArguments) -> Outcome:
    """Evaluate the new text in the confined child, and keep it if it runs."""
    scene = call.open(request.scene)
    text = request.program
    if text is None:
        source = scene.remote.source()
        # the action refuses what is stale, and its pieces need not be in this text
        text = source if scene.revision != request.revision else _replaced(source, request.replace or [])
    values = {"text": text, "author": "agent", "name": AUTHOR, "based_on": request.revision}
    report = scene.run("write_program", values, job=call.job.part(0.0, 0.8 if request.picture else 1.0))
    result = ChangeAnswer(
        said="The program runs, and is saved." if report["changed"] else "The text is what it was: nothing changed.",
        scene=scene.id,
        revision=report["revision"],
        warnings=lines_of(report["warnings"]),
        next=["check_scene for what collides or floats", "step_scene with what=undo takes it back"],
    )
    return shown_after(call, request, Outcome(result))


def _replaced(source: str, pieces: list[Replacement]) -> str:
    """
    Raises:
        EditError: a piece does not stand exactly once in the text.
    """
    for number, piece in enumerate(pieces, 1):
        count = source.count(piece.old)
        if count != 1:
            times = "nowhere" if count == 0 else f"{count} times"
            raise EditError(
                f"replace: piece {number} stands {times} in the program: read it again with read_scene, and give a piece that "
                "stands there once, with its line breaks"
            )
        source = source.replace(piece.old, piece.new)
    return source


WRITE_PROGRAM = Tool(
    "write_program",
    "Write the program",
    "Replace the program of a scene, or pieces of it. It runs confined, without files and network; what does not run changes nothing, "
    "and the error names the line. The whole scene is this text.",
    WriteArguments,
    ChangeAnswer,
    write_program,
    {
        "scene": "reading_corner",
        "revision": 2,
        "replace": [{"old": "WIDTH, DEPTH, HEIGHT = 3.1", "new": "WIDTH, DEPTH, HEIGHT = 4.0"}],
    },
    changes=True,
    destructive=True,
    aliases={"text": "program", "code": "program", "source": "program", "edits": "replace", "replacements": "replace"},
)
