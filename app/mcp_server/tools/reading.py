"""The tool that reads a scene: its things, its program, its relations, its history."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from scenewright.app.mcp_server.said import MOST_PROGRAM, data_block, data_line
from scenewright.app.mcp_server.tool import Outcome, SceneId, Tool, ToolCall, ToolRequest, ToolResult

__all__ = ["READ_SCENE", "thing_line"]

_PAGE = 60


class ReadArguments(ToolRequest):
    """What to read."""

    scene: SceneId
    """Id of the scene."""
    part: Literal["things", "program", "relations", "history"] = "things"
    """things: names, places, sizes; program: the text that is the scene; relations: what stands to what; history: all changes."""
    search: Annotated[str, Field(max_length=200)] = ""
    """Of the things: only those whose name has these words. All their parts are listed, too."""
    first: Annotated[int, Field(ge=0)] = 0
    """Number of the first one, for further pages."""


class ListedThing(BaseModel):
    """A thing of the scene."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str
    """How other tools call it."""
    words: str = ""
    at: list[float] = Field(default_factory=list)
    """Bottom centre of its box, [x, y, z] in metres, y up."""
    size: list[float] = Field(default_factory=list)
    """Of its box, in metres along x, y, z."""
    faces: int = 0
    """Direction of its front in degrees: 0 toward +z, 90 toward +x."""
    color: str = ""
    room: bool = False
    """It is a part of the room: a wall, the floor, a door."""


class ReadAnswer(ToolResult):
    """A part of a scene."""

    title: str = ""
    things: list[ListedThing] = Field(default_factory=list)
    program: str | None = None
    relations: list[str] = Field(default_factory=list)
    history: list[str] = Field(default_factory=list)
    total: int = 0


def read_scene(call: ToolCall, request: ReadArguments) -> Outcome:
    """Evaluate the scene, and list the part."""
    scene = call.open(request.scene)
    result = ReadAnswer(scene=scene.id)
    if request.part == "program":
        lines = _program(scene.remote.source(), request.first, result)
    elif request.part == "history":
        rows = scene.run("history", {}, job=call.job)["history"]
        lines = _page(
            result, [f"{r['revision']}: {r['what']} ({r['author']})" for r in rows[::-1]], request.first, "changes"
        )
        result.history = lines
        result.next.append("step_scene takes the last change back")
    elif request.part == "relations":
        texts = [str(r.get("text", r)) if isinstance(r, Mapping) else str(r) for r in scene.state()["relations"]]
        lines = _page(result, texts, request.first, "relations")
        result.relations = lines
        result.next.append("check_scene says which of them hold")
    else:
        lines = _things(scene.things(), request, result)
    result.revision = scene.revision
    return Outcome(result, lines)


def _things(things: list[dict[str, Any]], request: ReadArguments, result: ReadAnswer) -> list[str]:
    words = request.search.lower().split()
    if words:
        kept = [t for t in things if all(w in f"{t['path']} {t['phrase'] or t['word']}".lower() for w in words)]
    else:
        kept = [t for t in things if t["level"] == 1]
    page = kept[request.first : request.first + _PAGE]
    result.things = [_thing(t) for t in page]
    result.total = len(kept)
    lines = [thing_line(t) for t in result.things]
    result.said = f"{len(kept)} of {len(things)} instances{' with these words' if words else ', those at the top'}."
    if len(kept) > request.first + len(page):
        result.next.append(f"read_scene with first={request.first + len(page)} for more")
    result.next.append("edit_scene or tell_scene to change them; read_scene with search=NAME for the parts of one")
    return lines


def _thing(node: Mapping[str, Any]) -> ListedThing:
    """A node of the scene's state as a model sees it."""
    return ListedThing(
        name=data_line(node["path"], 200),
        words=data_line(str(node["phrase"] or node["word"]).replace("_", " "), 120),
        at=[round(v, 3) for v in node["at"]],
        size=[round(v, 3) for v in node["size"]],
        faces=round(math.degrees(node["yaw"])) % 360,
        color="#" + "".join(f"{round(255 * min(max(c, 0.0), 1.0)):02x}" for c in node["color"])
        if node["color"]
        else "",
        room=bool(node["room"]),
    )


def thing_line(thing: ListedThing) -> str:
    """A thing in one line."""
    size, at = (" x ".join(f"{v:g}" for v in thing.size), ", ".join(f"{v:g}" for v in thing.at))
    words = f" ({thing.words})" if thing.words.replace(" ", "_") != thing.name else ""
    return f"{thing.name}{words}: {size} m at [{at}], faces {thing.faces}, {thing.color}"


def _program(source: str, first: int, result: ReadAnswer) -> list[str]:
    shown = source[first : first + MOST_PROGRAM]
    result.program, result.total = shown, len(source)
    result.said = f"The program has {len(source):,} characters."
    if len(source) > first + len(shown):
        result.next.append(f"read_scene with part=program and first={first + len(shown)} for the rest")
    result.next.append("write_program to change it; look_up for the language")
    return [data_block(shown, MOST_PROGRAM)]


def _page(result: ReadAnswer, texts: list[str], first: int, what: str) -> list[str]:
    page = [data_line(t) for t in texts[first : first + _PAGE]]
    result.total = len(texts)
    result.said = f"{len(texts)} {what}."
    if len(texts) > first + len(page):
        result.next.append(f"read_scene with first={first + len(page)} for more")
    return page


READ_SCENE = Tool(
    "read_scene",
    "Read a scene",
    "List the things of a scene with places, sizes and directions; or read its program, its relations or its history.",
    ReadArguments,
    ReadAnswer,
    read_scene,
    {"scene": "reading_corner", "part": "things"},
    aliases={"what": "part", "query": "search", "words": "search", "filter": "search", "offset": "first"},
)
