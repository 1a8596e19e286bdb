"""The tools that find things in a scene, answer questions about it, and look up objects, materials and the language."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from scenewright.app.mcp_server.pictures import picture_block
from scenewright.app.mcp_server.said import data_block, data_line, lines_of
from scenewright.app.mcp_server.tool import Outcome, SceneId, Tool, ToolCall, ToolRequest, ToolResult
from scenewright.app.mcp_server.tools.drawing import HEIGHT, WIDTH

__all__ = ["ASK_SCENE", "FIND_THINGS", "LOOK_UP"]

_MOST_ENTRY = 8_000
"""Characters of one entry of the reference."""


class FindArguments(ToolRequest):
    """What to find."""

    scene: SceneId
    """Id of the scene."""
    query: Annotated[str, Field(min_length=1, max_length=400)]
    """Words for a thing: 'the lamp on the desk', 'red chairs', 'the largest book', 'something to sit on'."""
    most: Annotated[int, Field(ge=1, le=50)] = 10
    """Most results."""
    picture: bool = False
    """Also give a picture that shows where they are."""


class FoundEntity(BaseModel):
    """A thing that fits."""

    name: str
    words: str = ""
    score: float = 0.0
    reason: str = ""


class FindAnswer(ToolResult):
    """What fits, best first."""

    found: list[FoundEntity] = Field(default_factory=list)


def find_things(call: ToolCall, request: FindArguments) -> Outcome:
    """Ask the scene's query engine."""
    scene = call.open(request.scene)
    values: dict[str, Any] = {"queries": [request.query], "top_k": request.most}
    outcome = Outcome(FindAnswer(scene=scene.id))
    if request.picture:
        with tempfile.TemporaryDirectory(prefix="scenewright-mcp-") as folder:
            file = Path(folder) / "found.png"
            values["pictures"] = {"heat": str(file), "width": WIDTH, "height": HEIGHT}
            report = scene.run("query", values, job=call.job.part(0.0, 0.95))
            outcome.pictures.append(picture_block(file, job=call.job.part(0.95)))
    else:
        report = scene.run("query", values, job=call.job)
    result = outcome.result
    assert isinstance(result, FindAnswer)
    result.revision = scene.revision
    result.found = [
        FoundEntity(
            name=data_line(str(r["path"]).partition("/")[2] or str(r["path"]), 200),
            words=data_line(r["words"], 120),
            score=round(r["score"], 3),
            reason=data_line(r["reason"], 200),
        )
        for r in report["results"]
    ]
    count = len(result.found)
    why = f": {data_line(report['why'])}" if report.get("why") else "."
    result.said = f"{count} fit{'s' if count == 1 else ''}." if count else f"Nothing here fits{why}"
    result.warnings = lines_of([*report.get("warnings", []), *([report["missing"]] if report.get("missing") else [])])
    result.next.append("edit_scene with these names" if count else "read_scene for what is here")
    outcome.lines += [f"{f.name} ({f.words}), score {f.score:g}: {f.reason}" for f in result.found]
    return outcome


class AskArguments(ToolRequest):
    """A question about a scene."""

    scene: SceneId
    """Id of the scene."""
    question: Annotated[str, Field(min_length=1, max_length=500)]
    """In English: 'how many chairs are there?', 'how far is the lamp from the sofa?', 'is there a mug on the desk?'."""


class AskAnswer(ToolResult):
    """The answer, computed from the geometry."""

    answered: bool = False
    answer: str = ""
    basis: list[str] = Field(default_factory=list)
    """Names of the things that it rests on."""


def ask_scene(call: ToolCall, request: AskArguments) -> Outcome:
    """Answer from the scene graph."""
    scene = call.open(request.scene)
    report = scene.run("ask", {"question": request.question}, job=call.job)
    names = [str(p).partition("/")[2] or str(p) for basis in report.get("basis", []) for p in basis.get("paths", [])]
    result = AskAnswer(
        said=data_line(report["text"], 1_500),
        scene=scene.id,
        revision=scene.revision,
        answered=bool(report["answered"]),
        answer=data_line(report["text"], 1_500),
        basis=[data_line(n, 200) for n in dict.fromkeys(names)][:40],
        warnings=lines_of([*report.get("notes", []), *report.get("warnings", [])]),
    )
    if not result.answered:
        result.next.append("find_things or read_scene, or ask it otherwise")
    return Outcome(result)


class LookUpArguments(ToolRequest):
    """What to look up."""

    kind: Literal["objects", "materials", "language"] = "objects"
    """objects: the catalogue's objects by words, with sizes; materials: names for set-material; language: functions, relations and
    examples of the Scene Language."""
    words: Annotated[str, Field(max_length=300)] = ""
    """objects, materials: what to search for. language: one name, such as place or against_wall; empty: what there is."""
    most: Annotated[int, Field(ge=1, le=50)] = 12
    """Most results."""


class LookedUp(BaseModel):
    """One entry."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str
    """As edits and programs call it."""
    about: str = ""
    size: list[float] = Field(default_factory=list)
    """Of an object, in metres along x, y, z."""
    stands: str = ""
    """What an object stands on: floor, surface, wall, ceiling."""


class LookUpAnswer(ToolResult):
    """Entries, best first."""

    entries: list[LookedUp] = Field(default_factory=list)
    text: str | None = None
    """All of one entry of the language."""


def look_up(call: ToolCall, request: LookUpArguments) -> Outcome:
    """Search the catalogue, the materials or the reference."""
    if request.kind == "language":
        return _language(call, request)
    if request.kind == "materials":
        return _materials(call, request)
    report = call.scenes.free().run(
        "search_catalogue", {"words": request.words, "number": request.most, "related": True}, job=call.job
    )
    rows = report["matches"][: request.most]
    result = LookUpAnswer(
        entries=[
            LookedUp(
                name=data_line(r["word"], 100),
                about=data_line(r["phrase"], 200),
                size=[round(v, 3) for v in r["size"]],
                stands=data_line(str(r["support"]), 40),
            )
            for r in rows
        ],
        next=["edit_scene with kind add and what=NAME, or asset_call('NAME') in a program"],
    )
    total = len(report["matches"]) if not request.words else len(rows)
    result.said = (
        f"{len(rows)} of {total} objects." if rows else _nothing("objects", request.words, report.get("nearest"))
    )
    sizes = [" x ".join(f"{v:g}" for v in e.size) for e in result.entries]
    return Outcome(
        result, [f"{e.name}: {e.about}; {s} m; on the {e.stands}" for e, s in zip(result.entries, sizes, strict=True)]
    )


def _materials(call: ToolCall, request: LookUpArguments) -> Outcome:
    """The materials are a small table of the language, which loads without a worker."""
    from scenewright.scene.language.vocabulary import named_surfaces

    found = list(named_surfaces(request.words[:100]).items())
    result = LookUpAnswer(
        entries=[
            LookedUp(name=name, about=f"{one.kind}, roughness {one.roughness:g}, metallic {one.metallic:g}")
            for name, one in found
        ][: request.most],
        said=f"{len(found)} materials." if found else _nothing("materials", request.words, None),
        next=["edit_scene with kind set-material and surface=NAME"],
    )
    return Outcome(result, [f"{e.name}: {e.about}" for e in result.entries])


def _language(call: ToolCall, request: LookUpArguments) -> Outcome:
    name = request.words.strip()
    report = call.scenes.free().run("reference", {"name": name or None}, job=call.job)
    if "entry" in report:
        text = _entry_text(report["entry"])
        return Outcome(
            LookUpAnswer(
                said=f"{data_line(name, 100)} in the Scene Language.", text=text, next=["look_up another name"]
            ),
            [data_block(text, _MOST_ENTRY)],
        )
    groups: dict[str, list[str]] = {}
    for entry in report["entries"]:
        groups.setdefault(entry["group"], []).append(entry["name"])
    groups["Examples"] = [e["name"] for e in report["examples"]]
    lines = [f"{group}: {', '.join(names)}" for group, names in groups.items()]
    result = LookUpAnswer(
        said="The Scene Language by groups. A program begins with: from scene.language import *",
        entries=[LookedUp(name=names[0], about=f"{group}: {', '.join(names)}") for group, names in groups.items()],
        next=[
            "look_up with words=NAME for one of them, such as place, asset_call, room, relate or the name of an example"
        ],
    )
    return Outcome(result, lines)


def _entry_text(entry: dict[str, Any]) -> str:
    """An entry of the reference, or an example, as text."""
    parts = ["; ".join(entry.get("calls", [])) or str(entry.get("name", "")), *map(str, entry.get("meaning", []))]
    parts += [str(entry["about"])] if entry.get("about") else []
    parts += [
        f"{a['name']}{'' if a.get('default') is None else '=' + str(a['default'])}: {a['meaning']}"
        for a in entry.get("arguments", [])
    ]
    parts += [str(f) for f in entry.get("facts", [])]
    program = entry.get("program") or entry.get("source")
    return "\n".join([*parts, *(["", str(program)] if program else [])])[:_MOST_ENTRY]


def _nothing(what: str, words: str, nearest: list[str] | None) -> str:
    near = f" Near: {', '.join(data_line(n, 40) for n in nearest[:8])}." if nearest else " Try one plain noun."
    return f"No {what} for {data_line(words, 80)!r}.{near}"


FIND_THINGS = Tool(
    "find_things",
    "Find things",
    "Find the things in a scene that words describe, with scores and reasons; also by place, colour, size or use.",
    FindArguments,
    FindAnswer,
    find_things,
    {"scene": "reading_corner", "query": "the lamp near the armchair"},
    aliases={"words": "query", "text": "query", "search": "query", "limit": "most", "top_k": "most"},
)
ASK_SCENE = Tool(
    "ask_scene",
    "Ask about a scene",
    "Answer a question about a scene by counting and measuring: numbers, distances, sizes, colours, what stands where.",
    AskArguments,
    AskAnswer,
    ask_scene,
    {"scene": "reading_corner", "question": "how far is the lamp from the armchair?"},
    aliases={"query": "question", "text": "question"},
)
LOOK_UP = Tool(
    "look_up",
    "Look things up",
    "Search the catalogue of objects, the materials, or the reference of the Scene Language.",
    LookUpArguments,
    LookUpAnswer,
    look_up,
    {"kind": "objects", "words": "round oak table"},
    aliases={"query": "words", "search": "words", "name": "words", "what": "kind", "limit": "most", "text": "words"},
)
