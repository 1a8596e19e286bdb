"""All tools: the whole set, and six for small models."""

from __future__ import annotations

from typing import Any

from scenewright.app.mcp_server.tool import Tool
from scenewright.app.mcp_server.tools.arranging import ARRANGE_SCENE, CHECK_SCENE
from scenewright.app.mcp_server.tools.editing import EDIT_SCENE
from scenewright.app.mcp_server.tools.exporting import EXPORT_SCENE
from scenewright.app.mcp_server.tools.finding import ASK_SCENE, FIND_THINGS, LOOK_UP
from scenewright.app.mcp_server.tools.making import CREATE_SCENE, CREATE_SCENE_COMPACT, LIST_SCENES
from scenewright.app.mcp_server.tools.reading import READ_SCENE
from scenewright.app.mcp_server.tools.stepping import STEP_SCENE
from scenewright.app.mcp_server.tools.telling import TELL_SCENE, TELL_SCENE_COMPACT
from scenewright.app.mcp_server.tools.viewing import VIEW_SCENE, VIEW_SCENE_COMPACT
from scenewright.app.mcp_server.tools.waiting import JOB
from scenewright.app.mcp_server.tools.writing import WRITE_PROGRAM

__all__ = ["COMPACT_TOOLS", "TOOLS", "tools_of"]


def _named(*tools: Tool[Any]) -> dict[str, Tool[Any]]:
    return {tool.name: tool for tool in tools}


TOOLS = _named(
    *(CREATE_SCENE, LIST_SCENES, VIEW_SCENE, TELL_SCENE, STEP_SCENE, READ_SCENE, EDIT_SCENE, WRITE_PROGRAM),
    *(CHECK_SCENE, ARRANGE_SCENE, FIND_THINGS, ASK_SCENE, LOOK_UP, EXPORT_SCENE, JOB),
)
"""The tools by their names, in the order in which clients list them."""

COMPACT_TOOLS = _named(CREATE_SCENE_COMPACT, LIST_SCENES, VIEW_SCENE_COMPACT, TELL_SCENE_COMPACT, STEP_SCENE, JOB)
"""Enough to make a scene, look at it, change it and take changes back, with short schemas."""


def tools_of(compact: bool) -> dict[str, Tool[Any]]:
    """The tools that a server offers."""
    return COMPACT_TOOLS if compact else TOOLS
