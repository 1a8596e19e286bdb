"""The tools that change a scene. Each names the revision that its change builds on, and makes one undo step or none."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scenewright.app.mcp_server.said import data_line, lines_of
from scenewright.app.mcp_server.tool import (
    ListOf,
    Outcome,
    Revision,
    SceneId,
    Tool,
    ToolCall,
    ToolRequest,
    ToolResult,
)
from scenewright.app.mcp_server.tools.drawing import draw_picture
from scenewright.scene.errors import EditError, ScenewrightError

__all__ = [
    "EDIT_SCENE",
    "STEP_SCENE",
    "STEP_SCENE_COMPACT",
    "TELL_SCENE",
    "TELL_SCENE_COMPACT",
    "WRITE_PROGRAM",
    "EditRow",
    "shown_after",
]

_AUTHOR = "mcp"


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


def _short(path: Any) -> str:
    return data_line(str(path).partition("/")[2] or str(path), 200)


# -- in words ---------------------------------------------------------------------------------------------------------


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
        changed=[_short(p) for p in end["paths"]][:100] if end["steps"] or end["outcome"] == "stepped" else [],
        gone=[_short(p) for p in end["gone"]][:100],
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
            result.candidates = [f"{_short(c['path'])}: {data_line(c['words'], 120)}" for c in event["candidates"][:20]]
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


# -- exactly ----------------------------------------------------------------------------------------------------------


class EditRow(BaseModel):
    """One edit. It has a kind, mostly a path, and the fields of its kind."""

    model_config = ConfigDict(extra="allow", use_attribute_docstrings=True)

    kind: Literal[
        "move", "turn", "scale", "recolour", "rename", "add", "duplicate", "delete", "replace", "set-material", "set-z",
        "add-relation", "drop-relation",
    ]  # fmt: skip
    """What is done. The words behind the other fields say which kinds take them."""
    path: str | None = None
    """The thing, by its name; all kinds but add, add-relation and drop-relation."""
    by: ListOf[float] | None = None
    """move, duplicate: how far, [x, y, z] in metres."""
    to: ListOf[float] | None = None
    """move: where its bottom centre comes to, [x, y, z]."""
    degrees: float | None = None
    """turn: anticlockwise seen from above."""
    factor: float | ListOf[float] | None = None
    """scale: one factor, or [x, y, z]."""
    color: str | list[float] | None = None
    """recolour: a name, '#rrggbb' or [r, g, b] from 0 to 1."""
    part: str | None = None
    """recolour: a part of it, such as legs."""
    name: str | None = None
    """rename, add, duplicate: the new name."""
    what: str | None = None
    """add, replace: words for an object of the catalogue, such as 'small round oak table'."""
    at: ListOf[float] | None = None
    """add: its bottom centre, [x, y, z]; without at, on and near a fitting place is found."""
    turn: float | None = None
    """add: with at, its turn in degrees."""
    on: str | None = None
    """add: what it stands on."""
    near: str | None = None
    """add: what it is near."""
    surface: str | None = None
    """set-material: a material by name, such as walnut."""
    roughness: float | None = None
    """set-material: 0 to 1."""
    metallic: float | None = None
    """set-material: 0 to 1."""
    opacity: float | None = None
    """set-material: 0 to 1."""
    emission: float | None = None
    """set-material: how much it shines, from 0."""
    words: str | None = None
    """set-z: what it is, described."""
    relation: str | None = None
    """add-relation: its kind, such as next_to; drop-relation: all of it, as read_scene lists it."""
    arguments: ListOf[str | float] | None = None
    """add-relation: names of things, and numbers."""


class EditArguments(ChangeArguments):
    """Exact edits, all of them in one undo step, or none."""

    edits: Annotated[ListOf[EditRow], Field(min_length=1, max_length=100)]
    """One object an edit, in their order."""


def edit_scene(call: ToolCall, request: EditArguments) -> Outcome:
    """Write the edits into the program."""
    scene = call.open(request.scene)
    rows = [{k: v for k, v in row.model_dump().items() if v is not None} for row in request.edits]
    values = {"edits": rows, "author": "agent", "name": _AUTHOR, "based_on": request.revision}
    report = scene.run("edit", values, job=call.job.part(0.0, 0.8 if request.picture else 1.0))
    renamed = {_short(a): None if b is None else _short(b) for a, b in report["renamed"].items()}
    gone = [old for old, new in renamed.items() if new is None]
    changed = list(dict.fromkeys(_short(p) for p in report["paths"] if p and _short(p) not in gone))
    result = ChangeAnswer(
        said=f"Made {len(rows)} edit{'' if len(rows) == 1 else 's'}: {', '.join(changed[:12]) or 'none is left to name'}.",
        scene=scene.id,
        revision=report["revision"],
        changed=changed[:100],
        gone=gone[:100],
        consequences=[data_line(t) for t in report["consequences"][:20]],
        warnings=lines_of([*report["remarks"], *report["warnings"]]),
        next=["step_scene with what=undo takes it back"],
    )
    if result.consequences:
        result.next.append("arrange_scene mends what collides or floats")
    lines = [f"renamed: {a} is now {b}" for a, b in renamed.items() if b is not None and a != b][:12]
    lines += [f"removed: {name}" for name in gone[:12]] + lines_of(result.consequences, before="now wrong: ")
    return shown_after(call, request, Outcome(result, lines))


# -- the program ------------------------------------------------------------------------------------------------------


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
    values = {"text": text, "author": "agent", "name": _AUTHOR, "based_on": request.revision}
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


# -- undo -------------------------------------------------------------------------------------------------------------


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


TELL_SCENE = Tool(
    "tell_scene",
    "Change a scene in words",
    "Change a scene by one request in English, as one undo step: add, remove, move, turn, scale, replace, recolour, light, arrange, "
    "make cosier. It says what it did, asks back where several things may be meant, and answers questions.",
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
EDIT_SCENE = Tool(
    "edit_scene",
    "Edit a scene exactly",
    "Make exact edits by the names of things, all in one undo step or none. Says what they make collide or float. World: metres, y up, "
    "objects face +z.",
    EditArguments,
    ChangeAnswer,
    edit_scene,
    {
        "scene": "reading_corner",
        "revision": 2,
        "edits": [
            {"kind": "move", "path": "armchair", "by": [0.5, 0, 0]},
            {"kind": "add", "what": "vase", "on": "side_table"},
        ],
    },
    changes=True,
    destructive=True,
    aliases={"edit": "edits", "operations": "edits", "changes": "edits"},
)
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
STEP_SCENE_COMPACT = STEP_SCENE
