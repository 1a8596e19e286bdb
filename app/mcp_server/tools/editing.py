"""The tool that makes exact edits."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from scenewright.app.mcp_server.said import data_line, lines_of
from scenewright.app.mcp_server.tool import ListOf, Outcome, Tool, ToolCall
from scenewright.app.mcp_server.tools.changing import AUTHOR, ChangeAnswer, ChangeArguments, short_name, shown_after
from scenewright.app.mcp_server.tools.edit_slips import understood_edit

__all__ = ["EDIT_SCENE", "EditRow"]


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
    size: ListOf[float] | None = None
    """replace: [width, height, depth] in metres that the new object is fitted to."""
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


def _understood(values: Any) -> Any:
    return understood_edit(values, EditRow.model_fields)


class EditArguments(ChangeArguments):
    """Exact edits, all of them in one undo step, or none."""

    edits: Annotated[ListOf[Annotated[EditRow, BeforeValidator(_understood)]], Field(min_length=1, max_length=100)]
    """One object an edit, in their order."""


def edit_scene(call: ToolCall, request: EditArguments) -> Outcome:
    """Write the edits into the program."""
    scene = call.open(request.scene)
    rows = [{k: v for k, v in row.model_dump().items() if v is not None} for row in request.edits]
    values = {"edits": rows, "author": "agent", "name": AUTHOR, "based_on": request.revision}
    report = scene.run("edit", values, job=call.job.part(0.0, 0.8 if request.picture else 1.0))
    renamed = {short_name(a): None if b is None else short_name(b) for a, b in report["renamed"].items()}
    gone = [old for old, new in renamed.items() if new is None]
    changed = list(dict.fromkeys(short_name(p) for p in report["paths"] if p and short_name(p) not in gone))
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
