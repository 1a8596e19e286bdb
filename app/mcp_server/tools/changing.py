"""What the tools that change a scene have in common. Each names the revision that its change builds on, and makes one undo step or none."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from scenewright.app.mcp_server.said import data_line
from scenewright.app.mcp_server.tool import Outcome, Revision, SceneId, ToolCall, ToolRequest, ToolResult
from scenewright.app.mcp_server.tools.drawing import draw_picture
from scenewright.scene.errors import ScenewrightError

__all__ = ["AUTHOR", "ChangeAnswer", "ChangeArguments", "short_name", "shown_after"]

AUTHOR = "mcp"
"""Name of the author of changes, for the history."""


class ChangeArguments(ToolRequest):
    """What all changes say."""

    scene: SceneId
    """Id of the scene."""
    revision: Revision
    """Revision that the change builds on, as the last result gave it."""
    picture: bool = False
    """Also give a picture of the scene after it."""


class ChangeAnswer(ToolResult):
    """What changed."""

    changed: list[str] = Field(default_factory=list)
    """Names of what changed or is new."""
    gone: list[str] = Field(default_factory=list)
    """Names of what was removed."""
    consequences: list[str] = Field(default_factory=list)
    """What collides, floats or does not hold any more."""


def shown_after(call: ToolCall, request: ChangeArguments, outcome: Outcome) -> Outcome:
    """The outcome with the picture that was asked for. A change is not undone because it cannot be drawn."""
    if request.picture and not outcome.refused:
        try:
            outcome.pictures.append(draw_picture(call.open(request.scene), {"cameras": [0]}, call.job.quiet()))
        except ScenewrightError as error:
            call.job.check()
            outcome.result.warnings.append(f"no picture: {data_line(str(error))}")
    elif not outcome.refused:
        outcome.result.next.append("view_scene to look at it")
    return outcome


def short_name(path: Any) -> str:
    """The name of a thing: its path below the root."""
    return data_line(str(path).partition("/")[2] or str(path), 200)
