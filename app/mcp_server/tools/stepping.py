"""The tool that takes changes back, or makes them again."""

from __future__ import annotations

from typing import Literal

from scenewright.app.mcp_server.said import data_line
from scenewright.app.mcp_server.tool import Outcome, Tool, ToolCall
from scenewright.app.mcp_server.tools.changing import ChangeAnswer, ChangeArguments, shown_after

__all__ = ["STEP_SCENE"]


class StepArguments(ChangeArguments):
    """One step back or forth."""

    what: Literal["undo", "redo"] = "undo"
    """undo: take the last change back; redo: make it again."""


def step_scene(call: ToolCall, request: StepArguments) -> Outcome:
    """Undo or redo one change."""
    scene = call.open(request.scene)
    report = scene.run("step", {"what": request.what, "based_on": request.revision}, job=call.job)
    other = "redo" if request.what == "undo" else "undo"
    result = ChangeAnswer(
        said=f"{'Took back' if request.what == 'undo' else 'Made again'}: {data_line(report['of']['what'])}.",
        scene=scene.id,
        revision=report["revision"],
        next=[f"step_scene with what={other} does the opposite"],
    )
    return shown_after(call, request, Outcome(result))


STEP_SCENE = Tool(
    "step_scene",
    "Undo or redo",
    "Take the last change of a scene back, or make it again.",
    StepArguments,
    ChangeAnswer,
    step_scene,
    {"scene": "reading_corner", "revision": 3, "what": "undo"},
    changes=True,
    aliases={"direction": "what", "action": "what", "step": "what"},
)
