"""The tool that changes a scene by a request in English."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scenewright.app.mcp_server.said import data_line, lines_of
from scenewright.app.mcp_server.tool import ListOf, Outcome, Tool, ToolCall
from scenewright.app.mcp_server.tools.changing import ChangeAnswer, ChangeArguments, short_name, shown_after

__all__ = ["TELL_SCENE", "TELL_SCENE_COMPACT"]


class TellArguments(ChangeArguments):
    """What to do, in words."""

    text: Annotated[str, Field(min_length=1, max_length=4_000)]
    """One request in English: 'make the armchair red', 'move the lamp left of the sofa', 'add two cushions', 'turn the desk to the window'.
    Questions are answered, too."""
    selection: Annotated[ListOf[str], Field(max_length=100)] = Field(default_factory=list)
    """Names of what 'it' and 'this' mean."""


class TellAnswer(ChangeAnswer):
    """What the editor did and said."""

    outcome: str = ""
    """changed, stepped, answered, selected, asked, refused or talked."""
    candidates: list[str] = Field(default_factory=list)
    """What may be meant, where the editor asks back: answer with tell_scene again."""


def tell_scene(call: ToolCall, request: TellArguments) -> Outcome:
    """Take one turn of the dialogue about the scene."""
    scene = call.open(request.scene)
    root = None
    selection: list[str] = []
    for name in request.selection:
        root = root or scene.state()["root"]
        selection.append(f"{root}/{scene.find_thing(name)['path']}")
    values = {
        "text": request.text,
        "based_on": request.revision,
        "selection": selection,
        "dialogue": {"turns": call.scenes.turns(scene.id)},
    }
    events = scene.run("chat", values, job=call.job.part(0.0, 0.8 if request.picture else 1.0))["events"]
    end = events[-1]
    call.scenes.remember(scene.id, end["past"])
    said = "".join(str(e["piece"]) for e in events if e["event"] == "text")
    result = TellAnswer(
        scene=scene.id,
        revision=end["revision"],
        outcome=end["outcome"],
        changed=[short_name(p) for p in end["paths"]][:100] if end["steps"] or end["outcome"] == "stepped" else [],
        gone=[short_name(p) for p in end["gone"]][:100],
        consequences=[data_line(e["text"]) for e in events if e["event"] == "note" and e["kind"] == "consequence"],
        warnings=[data_line(e["text"]) for e in events if e["event"] == "note" and e["kind"] == "remark"],
    )
    outcome = Outcome(result)
    for event in events:
        if event["event"] == "refused":
            said = said or str(event["reason"])
            tries = [data_line(s, 120) for s in event["suggestions"][:6]]
            result.next += [f"try: {s}" for s in tries]
            outcome.refused = True
        elif event["event"] == "asked":
            said = said or str(event["question"])
            result.candidates = [
                f"{short_name(c['path'])}: {data_line(c['words'], 120)}" for c in event["candidates"][:20]
            ]
            result.next.append("tell_scene with the answer")
    result.said = data_line(said or end["words"] or "Done.", 2_000)
    outcome.lines += lines_of(result.candidates, before="which: ") + lines_of(result.consequences, before="now wrong: ")
    if outcome.refused:
        result.said = f"{result.said} (nothing was changed)"
        result.next.append("edit_scene for exact changes by name")
    elif result.outcome == "changed":
        result.next.append("step_scene with what=undo takes it back")
        return shown_after(call, request, outcome)
    return outcome


TELL_SCENE = Tool(
    "tell_scene",
    "Change a scene in words",
    "Change a scene by one request in English, as one undo step: add, remove, move, turn, scale, replace, recolour, "
    "change materials. It says what it did, asks back where several things may be meant, and answers questions.",
    TellArguments,
    TellAnswer,
    tell_scene,
    {"scene": "reading_corner", "revision": 2, "text": "make the armchair red"},
    changes=True,
    aliases={
        "message": "text",
        "instruction": "text",
        "request": "text",
        "prompt": "text",
        "sentence": "text",
        "words": "text",
    },
)
TELL_SCENE_COMPACT = Tool(
    "tell_scene",
    "Change a scene in words",
    "Change a scene by one request in English, or ask about it.",
    TellArguments,
    TellAnswer,
    tell_scene,
    {"scene": "reading_corner", "revision": 2, "text": "make the armchair red"},
    changes=True,
    aliases=TELL_SCENE.aliases,
)
